import { describe, expect, it } from 'vitest';
import { draws, knownOdds } from '../../../test/known-odds.ts';
import { type DiscoveryData, dataOf, numberInput } from '../data/data.ts';
import { logistic } from './logistic.ts';

const a = draws('a');

describe('logistic regression', () => {
  it('finds the inputs that matter, their signs and about their sizes, and no other', () => {
    const { steps, stopped, separated } = logistic(knownOdds());
    const last = steps.at(-1);
    expect([stopped, separated]).toEqual(['bic', false]);
    expect(last?.inputs.toSorted()).toEqual(['a', 'b', 'letter']);
    const of = (input: string, category: string | null = null): number =>
      last?.terms.find((term) => term.input === input && term.category === category)?.coefficient ??
      Number.NaN;
    expect(of('a')).toBeGreaterThan(6);
    expect(of('a')).toBeLessThan(10);
    expect(of('b')).toBeLessThan(-2.5);
    expect(of('letter', 'z')).toBeGreaterThan(1);
    expect(Math.abs(of('letter', 'y'))).toBeLessThan(1);
  });

  it('lowers the BIC with every step, and starts from the share alone', () => {
    const of = knownOdds();
    const { steps } = logistic(of);
    const bics = steps.map(({ bic }) => bic);
    expect(bics).toEqual(bics.toSorted((x, y) => y - x));
    const share = of.ofInterest / of.count;
    expect(steps[0]?.intercept).toBeCloseTo(Math.log(share / (1 - share)), 8);
    expect(steps.every(({ converged }) => converged)).toBe(true);
  });

  it('covers less and less with rising levels, and all at level 0', () => {
    const { levels } = logistic(knownOdds());
    expect(levels[0]).toMatchObject({ level: 0, coverage: 1, n: 600 });
    const coverages = levels.map(({ coverage }) => coverage);
    expect(coverages).toEqual(coverages.toSorted((x, y) => y - x));
  });

  it('does not depend on the units of its inputs', () => {
    const of = knownOdds();
    const scaled = dataOf(
      of.inputs.map((input) =>
        input.kind === 'category'
          ? input
          : numberInput(
              input.name,
              input.values.map((value) => 1e6 * value - 5e5),
            ),
      ),
      of.interest,
    );
    const effects = (from: DiscoveryData): readonly number[] =>
      logistic(from)
        .steps.at(-1)
        ?.terms.map(({ standardised }) => standardised) ?? [];
    effects(scaled).forEach((effect, at) => {
      expect(effect).toBeCloseTo(effects(of)[at] ?? Number.NaN, 5);
    });
  });

  it('stays finite where the futures are told apart completely, and says so', () => {
    const apart = dataOf(
      [numberInput('a', a)],
      Uint8Array.from(a, (value) => (value > 0.5 ? 1 : 0)),
    );
    const { steps, separated } = logistic(apart);
    expect(separated).toBe(true);
    expect(Number.isFinite(steps.at(-1)?.terms[0]?.coefficient)).toBe(true);
  });

  it('gives a reason where there are too few futures of a kind', () => {
    const few = dataOf([numberInput('a', a)], new Uint8Array(600).fill(1, 0, 4));
    expect(() => logistic(few)).toThrow(/FUTURES_DISCOVERY_TOO_FEW/);
    const none = dataOf([numberInput('a', a)], new Uint8Array(600));
    expect(() => logistic(none)).toThrow(/FUTURES_DISCOVERY_ONE_OUTCOME/);
  });
});
