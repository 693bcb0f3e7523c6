import type { Batch, Fact, Quarantined } from '../src/index.ts';

/** A figure of a made-up series, in area A unless said otherwise. */
export const fact = (period: string, value: number | null, more: Partial<Fact> = {}): Fact => ({
  series: 'homes',
  area: 'A',
  period,
  value,
  state: value === null ? 'missing' : 'value',
  standing: 'observed',
  unit: 'homes',
  decimals: 0,
  attribute: '',
  source: 'made up',
  note: '',
  ...more,
});

interface Given {
  readonly source?: string;
  readonly published?: string | null;
  readonly retrieved?: string;
  readonly covers?: Batch['covers'];
  readonly held?: Batch['held'];
}

/** A version with the name `id`; by default it covers the series in areas A and B. */
export const batch = (id: string, facts: readonly Fact[], given: Given = {}): Batch => ({
  vintage: {
    id,
    source: given.source ?? 'office',
    table: 'T1',
    published: given.published === undefined ? id : given.published,
    retrieved: given.retrieved ?? `${given.published ?? id}T12:00:00Z`,
    hash: `hash of ${id}`,
    classification: null,
    address: 'https://example.org',
    licence: 'CC BY 4.0',
    attribution: 'Made-up office',
  },
  facts,
  covers: given.covers === undefined ? { series: ['homes'], areas: ['A', 'B'] } : given.covers,
  ...(given.held === undefined ? {} : { held: given.held }),
});

/** Something that waits, of the version with the name `vintage`. */
export const waiting = (id: string, vintage: string, about: Fact, more: Partial<Quarantined> = {}) => ({
  id,
  series: about.series,
  area: about.area,
  period: about.period,
  source: 'office',
  code: 'MONITOR_VALUE_JUMPS',
  text: { nl: 'springt', en: 'jumps' },
  fact: about,
  found: '9',
  vintage: batch(vintage, []).vintage,
  since: '2024-01-01T00:00:00Z',
  decision: null,
  ...more,
});
