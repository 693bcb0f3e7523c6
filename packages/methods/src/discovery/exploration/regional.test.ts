import { describe, expect, it } from 'vitest';
import { knownOdds } from '../../../test/known-odds.ts';
import { dataOf, numberInput } from '../data/data.ts';
import { regionalSensitivity } from './regional.ts';

describe('regional sensitivity', () => {
  it('puts first what differs most between the two kinds, and says which way', () => {
    const scores = regionalSensitivity(knownOdds());
    expect(scores[0]).toMatchObject({ input: 'a', above: true });
    expect(scores.at(-1)?.input).toBe('idle');
    expect(scores.find(({ input }) => input === 'letter')?.at).toBeNull();
  });

  it('is 1 for an input that tells all apart, with the value that does', () => {
    const apart = dataOf([numberInput('x', Float64Array.of(1, 2, 3, 4))], Uint8Array.of(1, 1, 0, 0));
    expect(regionalSensitivity(apart)).toEqual([{ input: 'x', distance: 1, at: 2, above: false }]);
  });
});
