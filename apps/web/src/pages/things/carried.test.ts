import type { Assessment } from '@schaalsprong/wire';
import { describe, expect, it } from 'vitest';
import { carriedTargets } from './carried.ts';
import { dayOf } from './day.ts';

type Target = Assessment['targets'][number];

const target = (id: string, p50: number, count: number | null, delta: number | null, metWithout = 0) =>
  ({
    id,
    unit: 'homes',
    projected: { p10: p50, p50, p90: p50 },
    met: count === null ? null : { count, of: 100 },
    carriedBy: delta === null ? [] : [{ measure: 'm', delta, metWithout }],
  }) as unknown as Target;

describe('what a measure changes', () => {
  it('is listed by futures that change, then by how much of the median changes', () => {
    const targets = [
      target('small', 1000, 40, 10, 40),
      target('untouched', 1000, 40, null),
      target('large', 1000, 40, -200, 40),
      target('futures', 1000, 40, 1, 10),
    ];
    expect(carriedTargets({ targets }, 'm').map(({ id }) => id)).toEqual(['futures', 'large', 'small']);
    expect(carriedTargets({ targets }, 'other')).toEqual([]);
  });
});

describe('the month of a time', () => {
  it('is the one that the time ends, also at the end of a year', () => {
    expect([2027, 2027.01, 2027 + 1 / 12, 2027.5, 2026 + 11 / 12].map(dayOf)).toEqual([
      '2026-12',
      '2027-01',
      '2027-01',
      '2027-06',
      '2026-11',
    ]);
  });
});
