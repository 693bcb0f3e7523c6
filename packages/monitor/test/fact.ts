import type { VintageFact } from '../src/facts.ts';

/** A made figure for tests, of one series. */
export const fact = (
  area: string,
  period: string,
  value: number | null,
  some: Partial<VintageFact> = {},
): VintageFact => ({
  series: 'made',
  area,
  period,
  value,
  state: value === null ? 'missing' : 'value',
  standing: 'observed',
  unit: 'people',
  decimals: null,
  attribute: '',
  source: 'made for tests',
  note: '',
  vintage: some.published ?? 'only',
  published: null,
  ...some,
});
