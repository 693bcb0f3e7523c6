import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FuturesError } from '../problems.ts';
import { boundsKept, largestOver } from './objectives.ts';
import { type Direction, type PolicyOutcomes, policyOutcomes } from './outcomes.ts';
import { robustness } from './robustness.ts';
import { percentileOf } from './summaries.ts';

const named = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

function table(values: readonly (readonly number[])[], more: Partial<PolicyOutcomes> = {}): PolicyOutcomes {
  return policyOutcomes({
    objective: 'y',
    direction: 'maximise',
    policies: named('p', values.length),
    futures: named('s', values[0]?.length ?? 0),
    values,
    ...more,
  });
}

const asked = { threshold: 10, reference: 's0' };
const scoresOf = (outcomes: PolicyOutcomes, more = {}) =>
  robustness(outcomes, { ...asked, ...more }).map(({ metric, scores }) => ({
    metric,
    scores: scores.map(({ policy, value, place }) => ({ policy, value, place })),
  }));

const direction = fc.constantFrom<Direction>('maximise', 'minimise');
/** Numbers away from 0, so that every denominator is sound. */
const matrix = (policies: number, futures: number) =>
  fc.array(
    fc.array(fc.double({ min: 0.5, max: 1e4, noNaN: true }), { minLength: futures, maxLength: futures }),
    {
      minLength: policies,
      maxLength: policies,
    },
  );
const sized = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 12 }))
  .chain(([policies, futures]) => fc.tuple(matrix(policies, futures), fc.constant(futures)));

describe('robustness', () => {
  it('changes no bit when futures come in another order', () => {
    fc.assert(
      fc.property(sized, direction, fc.infiniteStream(fc.nat()), (([values, futures], way, keys) => {
        const rank = Array.from({ length: futures }, () => keys.next().value ?? 0);
        const order = [...rank.keys()].sort((i, j) => (rank[i] ?? 0) - (rank[j] ?? 0));
        const names = named('s', futures);
        const turned = policyOutcomes({
          objective: 'y',
          direction: way,
          policies: named('p', values.length),
          futures: order.map((i) => names[i] ?? ''),
          values: values.map((row) => order.map((i) => row[i] ?? 0)),
        });
        expect(scoresOf(turned)).toEqual(scoresOf(table(values, { direction: way })));
      }) as (s: [number[][], number], d: Direction, k: fc.Stream<number>) => void),
    );
  });

  it('changes no bit when policies come in another order', () => {
    fc.assert(
      fc.property(sized, direction, ([values], way) => {
        const turned = policyOutcomes({
          objective: 'y',
          direction: way,
          policies: named('p', values.length).reverse(),
          futures: named('s', values[0]?.length ?? 0),
          values: [...values].reverse(),
        });
        const back = scoresOf(turned).map(({ metric, scores }) => ({ metric, scores: scores.reverse() }));
        expect(back).toEqual(scoresOf(table(values, { direction: way })));
      }),
    );
  });

  it('leaves regret from the best of the others as it is when a policy is added that is worst everywhere', () => {
    const metrics = ['minimax-regret', 'minimax-regret-best', 'regret-90', 'regret-2', 'regret-2-own'];
    fc.assert(
      fc.property(sized, direction, ([values], way) => {
        const worst = (values[0] ?? []).map((_, s) => {
          const column = values.map((row) => row[s] ?? 0);
          return way === 'maximise' ? Math.min(...column) : Math.max(...column);
        });
        const before = robustness(table(values, { direction: way }), {}, metrics);
        const after = robustness(table([...values, worst], { direction: way }), {}, metrics);
        for (const [i, { scores }] of before.entries()) {
          expect(after[i]?.scores.slice(0, -1).map(({ value }) => value)).toEqual(
            scores.map(({ value }) => value),
          );
        }
      }),
    );
  });

  it('gives the same regret as part of something in another unit', () => {
    const metrics = ['minimax-regret-best', 'minimax-regret-range', 'regret-1', 'regret-2', 'regret-2-range'];
    fc.assert(
      fc.property(sized, direction, fc.integer({ min: -20, max: 20 }), ([values], way, power) => {
        const scaled = values.map((row) => row.map((value) => value * 2 ** power));
        const [before, after] = [values, scaled].map((v) =>
          robustness(table(v, { direction: way }), asked, metrics).map(({ scores }) =>
            scores.map((s) => s.value),
          ),
        );
        expect(after).toEqual(before);
      }),
    );
  });

  it('measures departure from itself over the futures that are not the reference', () => {
    // Rhodium keeps the reference apart from the futures: of departures .1 .2 .3 the ninetieth percentile is .28.
    const regret = (row: readonly number[], weights: Float64Array | null = null) =>
      robustness(table([row], { weights }), { reference: 's0' }, ['regret-1'])[0]?.scores[0]?.value;
    expect(regret([10, 11, 12, 13])).toBeCloseTo(0.28, 12);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 6 }), (row) => {
        const weights = Float64Array.from(row, (_, s) => (s === 0 ? 5 : 1));
        expect(regret(row, weights)).toBeCloseTo(regret(row) ?? Number.NaN, 12);
      }),
    );
  });

  it('gives the best policy of one future no regret', () => {
    fc.assert(
      fc.property(matrix(4, 1), direction, (values, way) => {
        const [result] = robustness(table(values, { direction: way }), {}, ['regret-2']);
        const column = values.map((row) => row[0] ?? 0);
        const best = way === 'maximise' ? Math.max(...column) : Math.min(...column);
        expect(result?.scores[column.indexOf(best)]).toMatchObject({ value: 0, place: 1 });
      }),
    );
  });

  it('treats a cost to be minimised as its negative to be maximised', () => {
    const same = ['minimax-regret', 'minimax-regret-range', 'regret-90', 'undesirable-deviation'];
    const turned = ['maximin', 'maximax', 'hurwicz'];
    fc.assert(
      fc.property(sized, ([values]) => {
        const negative = table(values.map((row) => row.map((value) => -value)));
        const cost = table(values, { direction: 'minimise' });
        const values1 = (outcomes: PolicyOutcomes, metrics: string[]) =>
          robustness(outcomes, {}, metrics).map(({ scores }) => scores.map(({ value }) => value));
        expect(values1(cost, same)).toEqual(values1(negative, same));
        expect(values1(cost, turned)).toEqual(
          values1(negative, turned).map((row) => row.map((value) => (value === null ? null : 0 - value))),
        );
      }),
    );
  });

  it('counts a future of twice the weight as two of them', () => {
    const twice = table(
      [
        [4, 1, 12],
        [2, 2, 11],
      ],
      { weights: Float64Array.of(1, 2, 1) },
    );
    const apart = table([
      [4, 1, 1, 12],
      [2, 2, 2, 11],
    ]);
    for (const metric of ['laplace', 'mean-variance', 'satisficing', 'maximin', 'minimax-regret']) {
      const [a, b] = [twice, apart].map((t) => robustness(t, { threshold: 2 }, [metric])[0]?.scores);
      a?.forEach(({ value }, i) => {
        const scale = metric === 'satisficing' ? 3 / 4 : 1;
        expect(value).toBeCloseTo((b?.[i]?.value ?? Number.NaN) * scale, 12);
      });
    }
  });

  it('counts a future of a whole weight as that many, whatever the numbers', () => {
    const row = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 3 });
    const times = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, row, times, (a, b, weights) => {
        const repeated = (values: readonly number[]): number[] =>
          values.flatMap((value, i) => Array.from({ length: weights[i] ?? 0 }, () => value));
        const weighed = table([a, b], { weights: Float64Array.from(weights) });
        const apart = table([repeated(a), repeated(b)]);
        for (const metric of ['laplace', 'mean-variance', 'maximin', 'minimax-regret']) {
          const [one, other] = [weighed, apart].map((t) => robustness(t, {}, [metric])[0]?.scores);
          one?.forEach(({ value }, i) => {
            expect(value, metric).toBeCloseTo(other?.[i]?.value ?? Number.NaN, 6);
          });
        }
      }),
    );
  });

  it('takes equal weights for none, and a future of weight 0 for one that is not there', () => {
    expect(table([[1, 2, 3]], { weights: Float64Array.of(7, 7, 7) }).weights).toBeNull();
    const without = table([[1, 99]], { weights: Float64Array.of(3, 0) });
    expect(without.futures).toEqual(['s0']);
    expect(robustness(without, {}, ['maximax'])[0]?.scores[0]?.value).toBe(1);
  });

  it('gives a weighted percentile that is type 7 for equal weights and never leaves the numbers', () => {
    const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const values = Float64Array.from(list);
        const equal = percentileOf(values, new Float64Array(values.length).fill(1), p);
        expect(Math.abs(equal - percentileOf(values, null, p))).toBeLessThanOrEqual(1e-9);
        const uneven = percentileOf(
          values,
          Float64Array.from(list, (_, i) => 1 + (i % 3)),
          p,
        );
        expect(uneven).toBeGreaterThanOrEqual(Math.min(...list) - 1e-9);
        expect(uneven).toBeLessThanOrEqual(Math.max(...list) + 1e-9);
      }),
    );
  });

  it('says why a metric has no number, and never gives NaN', () => {
    const reasonOf = (outcomes: PolicyOutcomes, metric: string, more = {}) =>
      robustness(outcomes, more, [metric])[0]?.scores[0]?.reason?.en;
    expect(reasonOf(table([[1, 2]]), 'minimax-regret')).toContain('only one');
    expect(
      reasonOf(
        table([
          [0, 0],
          [-1, -1],
        ]),
        'minimax-regret-best',
      ),
    ).toContain('is 0 in future s0');
    expect(reasonOf(table([[0, 1]]), 'regret-1', { reference: 's0' })).toContain('its own value is 0');
    expect(reasonOf(table([[0, 1]]), 'regret-1')).toContain('no future was chosen');
    expect(reasonOf(table([[3]]), 'regret-1', { reference: 's0' })).toContain('no future beside');
    expect(reasonOf(table([[3, 3]]), 'skewness')).toContain('no spread');
    expect(reasonOf(table([[-3, -3]]), 'mean-variance-quotient')).toContain('negative');
    expect(reasonOf(table([[3]]), 'mean-variance')).toContain('two futures');
    expect(reasonOf(table([[3]]), 'satisficing')).toContain('no threshold');
    expect(reasonOf(table([[3]]), 'satisficing-radius', { threshold: 1 })).toContain('was not given');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 0, 1), { minLength: 3, maxLength: 3 }), (row) => {
        for (const { scores } of robustness(table([row, [0, 0, 0]]), asked)) {
          for (const { value, reason } of scores) {
            expect(Number.isNaN(value)).toBe(false);
            expect(value === null).toBe(reason !== null);
          }
        }
      }),
    );
  });

  it('says that no failure was found rather than that the distance is 0', () => {
    const uncertainties = {
      count: 2,
      columns: [{ name: 'x', kind: 'real' as const, values: Float64Array.of(0, 1) }],
    };
    const [result] = robustness(
      table([
        [3, 4],
        [3, 0],
        [0, 4],
      ]),
      { threshold: 1, reference: 's0', uncertainties },
      ['satisficing-radius'],
    );
    expect(result?.scores.map(({ value }) => value)).toEqual([null, 1, 0]);
    expect(result?.scores[0]?.reason?.en).toContain('no failure found');
  });

  it('names every fault of a table at once', () => {
    const wrong = () =>
      policyOutcomes({
        objective: 'y',
        direction: 'maximise',
        policies: ['a', 'a'],
        futures: ['s', 't'],
        values: [[1], [1, Number.NaN]],
        weights: [-1, 0],
      });
    expect(wrong).toThrow(FuturesError);
    try {
      wrong();
    } catch (error) {
      expect(error instanceof FuturesError ? error.problems.map(({ code }) => code) : []).toEqual([
        'FUTURES_ROBUSTNESS_DUPLICATE',
        'FUTURES_ROBUSTNESS_SHAPE',
        'FUTURES_ROBUSTNESS_NOT_FINITE',
        'FUTURES_ROBUSTNESS_WEIGHTS',
      ]);
    }
    expect(() => robustness(table([[1]]), { pessimism: 2, reference: 'x' })).toThrow(
      /pessimism[\s\S]*reference/,
    );
  });

  it('takes several outcomes together: bounds kept at once, and the largest regret', () => {
    const homes = {
      ...table([
        [10, 20],
        [12, 12],
      ]),
      objective: 'homes',
    };
    const cost = {
      ...table(
        [
          [5, 9],
          [4, 4],
        ],
        { direction: 'minimise' },
      ),
      objective: 'cost',
    };
    const bounds = [
      { objective: 'homes', threshold: 12 },
      { objective: 'cost', threshold: 5 },
    ];
    expect(boundsKept([homes, cost], bounds).map(({ count, of }) => [count, of])).toEqual([
      [0, 2],
      [2, 2],
    ]);
    const [first, second] = largestOver([homes, cost], 'regret-2');
    expect(first?.objective).toBe('cost');
    expect(second?.objective).toBe('homes');
    const other = { ...cost, futures: ['t0', 't1'] };
    expect(() => boundsKept([homes, other], bounds)).toThrow(/other futures/);
    expect(() => boundsKept([homes], bounds)).toThrow(/no outcome 'cost'/);
  });

  it('refuses a metric that it does not have', () => {
    expect(() => robustness(table([[1, 2]]), {}, ['maximum'])).toThrow(/no metric 'maximum'/);
  });
});
