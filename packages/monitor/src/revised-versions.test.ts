import { describe, expect, it } from 'vitest';
import { processorMs } from '../../../scripts/testing/processor-time.ts';
import { fact, standingRegion } from '../test/made.ts';
import type { Vintage } from './facts.ts';
import { revisedVersions } from './revised-versions.ts';

const vintage = (published: string): Vintage => ({
  id: `office@${published}`,
  source: 'office',
  table: null,
  published,
  retrieved: `${published}T00:00:00Z`,
  hash: '',
  classification: null,
  address: '',
  licence: '',
  attribution: '',
});
const vintages = [vintage('2024-01-01'), vintage('2024-02-01')];

/** Figures of so many areas, each in two versions: the second gives another value to all. */
const twice = (areas: number) =>
  Array.from({ length: areas }, (_, i) =>
    vintages.map(({ id, published }, n) => fact('2023', i + n, { area: `A${i}`, vintage: id, published })),
  ).flat();
const revised = (areas: number) => revisedVersions(standingRegion(), vintages, twice(areas), '2024-06-15');

describe('what each version changed', () => {
  it('is listed newest first, new figures counted apart from those that are another', () => {
    expect(revised(3).map((each) => [each.vintage.id, each.revisions.length, each.added])).toEqual([
      ['office@2024-02-01', 3, 0],
      ['office@2024-01-01', 0, 3],
    ]);
  });

  it('costs in proportion to the figures: eight times as many take less than thirty times the work', () => {
    const least = (areas: number): number =>
      Math.min(...[1, 2, 3].map(() => processorMs(() => revised(areas))));
    revised(5000);
    expect(least(40_000) / least(5000)).toBeLessThan(30);
  });
});
