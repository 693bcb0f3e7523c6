import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupName } from '../ir/scalar.ts';
import { groupFunction } from './group-functions.ts';

const notAvailable = -(2 ** 109);

function ask(
  fn: GroupName,
  inputs: readonly number[],
  outputs = 1,
  settings: readonly number[] = [],
): number[] {
  const out = new Float64Array(outputs);
  groupFunction(fn)(Float64Array.from(inputs), out, settings);
  return [...out];
}

const close = (found: readonly number[], wanted: readonly number[], digits = 12): void => {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, digits);
  });
};

/** Vensim's normal curve jumps by 1.1e-7 at its middle; a price that falls there leaves that much over. */
const middleJump = 1.2e-7;

describe('vectors', () => {
  it('are sorted both ways by place, equals in their order', () => {
    expect(ask('sortOrder', [1, 2100, 2010, 2020, 2010], 4)).toEqual([1, 3, 2, 0]);
    expect(ask('sortOrder', [0, 2100, 2010, 2020, 2010], 4)).toEqual([0, 2, 1, 3]);
  });

  it('are ranked from 1', () => {
    expect(ask('rank', [1, 5000, 3000, 8000], 3)).toEqual([2, 1, 3]);
    expect(ask('rank', [-1, 5000, 3000, 8000], 3)).toEqual([2, 3, 1]);
  });

  it('are put in the order that sorting gives', () => {
    expect(ask('reorder', [7, 8, 9, 2, 0, 1], 3)).toEqual([9, 7, 8]);
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 20 }), (values) => {
        const order = ask('sortOrder', [1, ...values], values.length);
        const sorted = ask('reorder', [...values, ...order], values.length);
        expect(sorted).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });

  it('have no order, rank or value where a number is missing', () => {
    expect(ask('sortOrder', [1, 1, NaN], 2)).toEqual([NaN, NaN]);
    expect(ask('rank', [1, 1, NaN], 2)).toEqual([NaN, NaN]);
    expect(ask('reorder', [7, 8, 2, -1], 2)).toEqual([NaN, NaN]);
  });

  it('give the value at a place, and none outside', () => {
    expect([0, 1, 1.9999999, 2, -1].map((i) => ask('pick', [i, 10, 20])[0])).toEqual([10, 20, NaN, NaN, NaN]);
    expect(ask('pick', [0.9999999999, 10, 20])).toEqual([20]);
  });

  it.each([
    [0, 2 * 3 + 3 * 5],
    [1, 2 * 3 * 3 * 5],
    [2, 6],
    [3, 15],
    [4, 10.5],
    [5, 3 ** 2 * 5 ** 3],
    [6, 8],
    [7, 15],
    [8, 3],
    [9, 5],
    [10, 4],
  ])('are gathered from a selection by action %d', (action, wanted) => {
    expect(ask('select', [-7, action, 0, 2, 0, 3, 3, 4, 5])).toEqual([wanted]);
    expect(ask('select', [-7, action, 0, 0, 0, 0, 3, 4, 5])).toEqual([-7]);
  });

  it('are not gathered by an action that does not exist, or where the error action forbids', () => {
    expect(ask('select', [-7, 11, 0, 1, 1, 3, 4])).toEqual([NaN]);
    const selections: [number, number][] = [
      [0, 0],
      [0, 1],
      [1, 1],
    ];
    const found = [0, 1, 2, 3].map((error) =>
      selections.map((selection) => ask('select', [-7, 6, error, ...selection, 3, 4])[0]),
    );
    expect(found).toEqual([
      [-7, 4, 7],
      [NaN, 4, 7],
      [-7, 4, NaN],
      [NaN, 4, NaN],
    ]);
  });
});

describe('the inverse of a matrix', () => {
  it('is that of a small one by hand, with a zero in the corner too', () => {
    close(ask('invertMatrix', [4, 7, 2, 6], 4), [0.6, -0.7, -0.2, 0.4]);
    close(ask('invertMatrix', [0, 2, 4, 0], 4), [0, 0.25, 0.5, 0]);
  });

  it('does not exist for rows that depend on each other', () => {
    expect(ask('invertMatrix', [1, 2, 2, 4], 4)).toEqual([NaN, NaN, NaN, NaN]);
  });

  it('times the matrix is the identity', () => {
    const entry = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 16, maxLength: 16 }), (noise) => {
        // Diagonally dominant, so well conditioned.
        const m = noise.map((x, i) => x + (i % 5 === 0 ? 5 : 0));
        const inverse = ask('invertMatrix', m, 16);
        const product = Array.from({ length: 16 }, (_, at) => {
          const [row, column] = [Math.floor(at / 4), at % 4];
          return [0, 1, 2, 3].reduce(
            (sum, k) => sum + (m[row * 4 + k] ?? NaN) * (inverse[k * 4 + column] ?? NaN),
            0,
          );
        });
        close(
          product,
          Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 1 : 0)),
        );
      }),
    );
  });
});

describe('lookups', () => {
  /** (0,0) (1,1) (3,2): slopes 1 and 1/2. */
  const rising = [0, 1, 3, 0, 1, 2];

  it('have an area between any two places, held beyond the ends', () => {
    const area = (from: number, to: number) => ask('lookupArea', [from, to], 1, rising)[0];
    expect([area(0, 1), area(1, 3), area(0.5, 2), area(3, 5), area(-2, 0), area(2, 0.5)]).toEqual([
      0.5, 3, 1.625, 4, 0, -1.625,
    ]);
  });

  it('have the area of the documentation: (0,1) (1,1) (2,2) from a half to two and a half is 3', () => {
    expect(ask('lookupArea', [0.5, 2.5], 1, [0, 1, 2, 1, 1, 2])).toEqual([3]);
  });

  it('have a slope, at a point the mean of both sides, beyond the ends by mode', () => {
    const slope = (x: number, mode: number) => ask('lookupSlope', [x, mode], 1, rising)[0];
    expect([slope(0.5, 0), slope(1, 0), slope(2, 0), slope(0, 0), slope(3, 0)]).toEqual([
      1, 0.75, 0.5, 1, 0.5,
    ]);
    expect([slope(-1, -1), slope(-1, 0), slope(-1, 1), slope(9, 1)]).toEqual([notAvailable, 0, 1, 0.5]);
  });

  it('are inverted: the smallest x that gives the y, and :NA: where none does', () => {
    const invert = (y: number) => ask('lookupInvert', [y], 1, rising)[0];
    expect([invert(-1), invert(0.5), invert(1), invert(1.5), invert(2.5)]).toEqual([
      notAvailable,
      0.5,
      1,
      2,
      notAvailable,
    ]);
    expect(ask('lookupInvert', [1], 1, [0, 2, 4, 0, 2, 0])).toEqual([1]);
    expect(ask('lookupInvert', [1], 1, [0, 2, 4, 3, 0, 3])).toEqual([4 / 3]);
  });

  it.each([
    [0, [1, 1, 1.5, 3, 3]],
    [1, [-1, 0, 0.625, 4.25, 7.25]],
    [2, [1, 1, 1, 3, 3]],
    [3, [0, 1, 1.5, 3, 3.5]],
    [4, [1, 1, 2, 3, 3]],
    [6, [0, 1, 1, 0.5, 0]],
    [7, [-0.5, 0, 0.625, 4.25, 7.5]],
    [9, [1, 1, 1, 0.5, 0.5]],
  ])('stand in a vector too, read in mode %d', (mode, wanted) => {
    // y = 1, 2, 2.5, 3 at x = 0, 1, 2, 3; read at -1, 0, a half, 3 and 4. The area to 3 is 1.5 + 2.25 + 2.75 = 6.5.
    const places = [-1, 0, 0.5, 3, 4];
    const found = places.map((x) => ask('vectorLookup', [x, 0, 3, mode, 1, 2, 2.5, 3])[0] ?? NaN);
    const areas: Record<number, number[]> = { 1: [-1, 0, 0.625, 6.5, 9.5], 7: [-0.5, 0, 0.625, 6.5, 9.75] };
    close(found, areas[mode] ?? wanted);
  });

  it('in a vector are inverted in mode 5, and not read in a mode that does not exist', () => {
    expect(ask('vectorLookup', [2.25, 0, 3, 5, 1, 2, 2.5, 3])).toEqual([1.5]);
    expect(ask('vectorLookup', [1, 0, 3, 8, 1, 2, 2.5, 3])).toEqual([NaN]);
    expect(ask('vectorLookup', [1, 3, 0, 0, 1, 2])).toEqual([NaN]);
  });

  it('in a vector are read at a point also where rounding falls beside it', () => {
    // 3 * 0.1 is above 0.3.
    expect(ask('vectorLookup', [0.3, 0, 1, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([3]);
    expect(ask('vectorLookup', [0.1 + 0.2, 0, 1, 4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([3]);
  });
});

/** Abramowitz and Stegun 26.2.16: the part of a normal distribution below x > 0, to 1.2e-5. */
function normalBelow(x: number): number {
  const t = 1 / (1 + 0.33267 * x);
  const series = 0.4361836 * t - 0.1201676 * t ** 2 + 0.937298 * t ** 3;
  return 1 - (series * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Quantity, type, priority, width, extra. */
type Curve = readonly [quantity: number, type: number, priority: number, width: number];

const curves = (list: readonly Curve[]): number[] => list.flatMap((curve) => [...curve, 0]);

const allocate = (available: number, list: readonly Curve[]): number[] =>
  ask('allocateAvailable', [available, ...curves(list)], list.length);

describe('ALLOCATE AVAILABLE', () => {
  it('fills every request where there is enough, and none where there is nothing', () => {
    for (const type of [0, 1, 2, 3, 4]) {
      const two: Curve[] = [
        [20, type, 5, 2],
        [30, type, 1, 2],
      ];
      expect(allocate(50, two)).toEqual([20, 30]);
      expect(allocate(99, two)).toEqual([20, 30]);
      expect(allocate(0, two)).toEqual([0, 0]);
    }
  });

  it('shares by request where all curves are alike', () => {
    for (const type of [0, 1, 2, 3, 4]) {
      close(
        allocate(10, [
          [20, type, 5, 2],
          [30, type, 5, 2],
        ]),
        [4, 6],
        9,
      );
    }
  });

  it('gives the higher priority all where the curves do not meet', () => {
    const apart = (type: number): Curve[] => [
      [20, type, 5, 2],
      [30, type, 1, 2],
    ];
    close(allocate(15, apart(1)), [15, 0]);
    close(allocate(25, apart(1)), [20, 5]);
    close(allocate(25, apart(2)), [20, 5]);
  });

  it('has rectangular curves cross where the sum of two lines says', () => {
    // 20 (6 - p)/2 + 30 (5.5 - p)/2 = 25: p = (60 + 82.5 - 25) / 25 = 4.7; shares 13 and 12.
    close(
      allocate(25, [
        [20, 1, 5, 2],
        [30, 1, 4.5, 2],
      ]),
      [13, 12],
      9,
    );
  });

  it('meets at the middle of two mirrored curves with half of all there', () => {
    for (const type of [1, 2, 3, 4]) {
      const [a = NaN, b = NaN] = allocate(10, [
        [10, type, 5, 2],
        [10, type, 4, 2],
      ]);
      expect(a + b).toBeCloseTo(10, 9);
      // At price 4.5, a quarter of the width above one middle and below the other.
      const part =
        { 1: 0.75, 2: 1 - 2 * 0.25 ** 2, 3: normalBelow(0.25), 4: 1 - 0.5 * Math.exp(-0.25) }[type] ?? NaN;
      expect(a).toBeCloseTo(10 * part, 9);
    }
  });

  it('gives out what there is, never more than is asked, and more where more is there', () => {
    const curve = fc.tuple(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.double({ min: 0.1, max: 5, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(curve, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, part) => {
          const total = list.reduce((sum, [quantity]) => sum + quantity, 0);
          const given = allocate(part * total, list);
          const less = allocate(0.9 * part * total, list);
          expect(Math.abs(given.reduce((a, b) => a + b, 0) - part * total)).toBeLessThanOrEqual(
            middleJump * (1 + total),
          );
          given.forEach((amount, i) => {
            expect(amount).toBeLessThanOrEqual((list[i]?.[0] ?? NaN) * (1 + 1e-12));
            expect(less[i]).toBeLessThanOrEqual(amount + middleJump * (1 + total));
          });
        },
      ),
    );
  });

  it('gives no number for a curve that is not known, a width of nothing, or an amount below zero', () => {
    expect(allocate(1, [[2, 5, 1, 1]])).toEqual([NaN]);
    expect(allocate(1, [[2, 11, 1, 1]])).toEqual([NaN]);
    expect(allocate(1, [[2, 1, 1, 0]])).toEqual([NaN]);
    expect(allocate(1, [[-2, 1, 1, 1]])).toEqual([NaN]);
    expect(allocate(-1, [[2, 1, 1, 1]])).toEqual([NaN]);
    expect(
      allocate(1, [
        [2, 0, 1, 1],
        [2, 1, 1, 1],
      ]),
    ).toEqual([NaN, NaN]);
  });
});

describe('ALLOCATE BY PRIORITY', () => {
  const byPriority = (
    supply: number,
    width: number,
    asks: readonly (readonly [number, number])[],
  ): number[] => ask('allocateByPriority', [supply, width, ...asks.flat()], asks.length);

  it('lets the next begin when the higher priority has had the part that their distance is of the width', () => {
    // Distance 1 of width 2: the second begins when the first has 5 of 10; from then on both get alike.
    const two = [
      [10, 3],
      [10, 2],
    ] as const;
    close(byPriority(4, 2, two), [4, 0]);
    close(byPriority(5, 2, two), [5, 0]);
    close(byPriority(9, 2, two), [7, 2]);
    close(byPriority(17, 2, two), [10, 7]);
  });

  it('goes strictly by priority at width 0, equals by what they ask', () => {
    const three = [
      [10, 3],
      [20, 2],
      [40, 2],
    ] as const;
    close(byPriority(7, 0, three), [7, 0, 0]);
    close(byPriority(40, 0, three), [10, 10, 20]);
    close(byPriority(90, 0, three), [10, 20, 40]);
  });
});

describe('a market', () => {
  it('has its price where a falling and a rising line cross', () => {
    // Demand 10 (3 - p)/2 from 1 to 3, supply 10 (p - 1)/2 from 1 to 3: 5 each at price 2.
    const price = ask('marketPrice', [...curves([[10, 1, 2, 2]]), ...curves([[10, 1, 2, 2]])], 1, [1]);
    close(price, [2], 9);
    close(ask('demandAtPrice', [2, 10, 1, 2, 2, 0]), [5], 9);
    close(ask('supplyAtPrice', [2, 10, 1, 2, 2, 0]), [5], 9);
    close(ask('demandAtPrice', [1.5, 10, 1, 2, 2, 0]), [7.5], 9);
    close(ask('supplyAtPrice', [1.5, 10, 1, 2, 2, 0]), [2.5], 9);
  });

  it('takes a fixed demand at the price that brings it forth', () => {
    close(ask('marketPrice', [...curves([[4, 0, 0, 0]]), ...curves([[10, 1, 2, 2]])], 1, [1]), [1.8], 9);
    close(ask('demandAtPrice', [1.8, 4, 0, 0, 0, 0]), [4]);
  });

  it('has no price where a fixed demand exceeds all supply', () => {
    expect(ask('marketPrice', [...curves([[40, 0, 0, 0]]), ...curves([[10, 1, 2, 2]])], 1, [1])).toEqual([
      NaN,
    ]);
    expect(ask('marketPrice', [...curves([[4, 0, 0, 0]]), ...curves([[10, 0, 2, 2]])], 1, [1])).toEqual([
      NaN,
    ]);
  });

  it('without any demand has the price at which supply would begin', () => {
    const without = (type: number) =>
      ask(
        'marketPrice',
        [
          ...curves([[0, type, 1, 1]]),
          ...curves([
            [10, type, 2, 1],
            [5, type, 1, 1],
          ]),
        ],
        1,
        [1],
      )[0];
    expect([1, 2, 3, 4].map(without)).toEqual([0.5, 0.5, -4, -9]);
  });

  it('sells as much as it buys', () => {
    const curve = fc.tuple(
      fc.double({ min: 1, max: 100, noNaN: true }),
      fc.integer({ min: 3, max: 4 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      fc.double({ min: 0.5, max: 5, noNaN: true }),
    );
    const side = fc.array(curve, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(side, side, (demand, supply) => {
        const [price = NaN] = ask('marketPrice', [...curves(demand), ...curves(supply)], 1, [demand.length]);
        const sum = (fn: GroupName, list: readonly Curve[]) =>
          list.reduce((total, c) => total + (ask(fn, [price, ...c, 0])[0] ?? NaN), 0);
        const size = [...demand, ...supply].reduce((total, [quantity]) => total + quantity, 0);
        const off = Math.abs(sum('demandAtPrice', demand) - sum('supplyAtPrice', supply));
        expect(off).toBeLessThanOrEqual(middleJump * (1 + size));
      }),
    );
  });
});

describe('GAMMA LN', () => {
  it('is the logarithm of a factorial', () => {
    close(ask('lnGamma', [5]), [Math.log(24)]);
  });
});
