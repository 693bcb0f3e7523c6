import type { TableAnswer, TableTarget } from '@schaalsprong/futures/table';
import { describe, expect, it } from 'vitest';
import { headline } from './headline.ts';

const target = (id: string, count: number | null): TableTarget => ({
  id,
  values: new Float64Array(10),
  projected: { p10: 0, p50: 0, p90: 0 },
  met: count === null ? null : { count, of: 10 },
  gap: null,
  binding: [],
});
const answer = (targets: readonly TableTarget[], brake?: string): TableAnswer => ({
  count: 10,
  seed: 1,
  coarse: [],
  bands: {},
  balance: {},
  targets,
  constraints:
    brake === undefined
      ? []
      : [{ id: brake, share: 0.4, targets: [], largestIn: { count: 4, of: 10 }, from: null, where: [] }],
  allMet: { count: 0, of: 10 },
});

describe('the first line of the table', () => {
  it('counts what is mostly met, as the home page does: from two thirds of the futures on', () => {
    const now = answer([target('a', 7), target('b', 6), target('c', null)], 'builders');
    const before = answer([target('a', 6), target('b', 6), target('c', null)]);
    expect(headline(now, before)).toEqual({
      met: 1,
      of: 2,
      before: 0,
      brake: { constraint: 'builders', share: 0.4 },
    });
    expect(headline(before, null)).toEqual({ met: 0, of: 2, before: null, brake: null });
  });
});
