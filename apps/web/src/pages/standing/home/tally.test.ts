import type { Target, TargetStanding } from '@schaalsprong/wire';
import { describe, expect, it } from 'vitest';
import { statusOfMet } from '../../../lib/standing.ts';
import { tallyGroups, tallyOf } from './tally.ts';

const counts: Readonly<Record<string, number | null>> = {
  a: 0,
  b: 200,
  c: 199,
  d: 100,
  e: 99,
  f: null,
  g: 300,
};
const targets = Object.keys(counts).map((id) => ({ id }) as unknown as Target);
const standingOf = (id: string): TargetStanding =>
  ({ id, met: counts[id] === null ? null : { count: counts[id], of: 300 } }) as unknown as TargetStanding;

describe('the tally of the home page', () => {
  it('groups what can be counted by the thresholds of every other page, and never apart from seldom', () => {
    const tally = tallyOf(targets, standingOf);
    const ids = tallyGroups.map((group) => tally.groups[group].map(({ target }) => target.id));
    expect(ids).toEqual([['g', 'b'], ['c', 'd'], ['e'], ['a']]);
    expect([tally.counted, tally.uncounted]).toEqual([6, 1]);
    for (const group of tallyGroups) {
      for (const { met } of tally.groups[group]) {
        expect(statusOfMet(met)).toBe(group === 'never' ? 'few' : group);
      }
    }
  });

  it('counts nothing while nothing is computed', () => {
    expect(tallyOf(targets, () => undefined)).toMatchObject({ counted: 0, uncounted: 7 });
  });
});
