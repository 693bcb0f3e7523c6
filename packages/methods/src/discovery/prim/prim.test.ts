import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FuturesError } from '../../problems.ts';
import { insideOf } from '../boxes/box.ts';
import type { Step } from '../boxes/step.ts';
import { categoryInput, type DiscoveryData, dataOf, type Input, numberInput } from '../data/data.ts';
import { findBox, measureBox, prim, primDefaults } from './prim.ts';

const codesOf = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const real = (name: string, values: readonly number[]): Input => numberInput(name, Float64Array.from(values));
const integer = (name: string, values: readonly number[]): Input =>
  numberInput(name, Float64Array.from(values), 'integer');
const wayOf = (data: DiscoveryData, settings = {}): readonly Step[] =>
  prim(data, settings).boxes[0]?.trajectory ?? [];
/** Points of a square, spread evenly. */
const square = (count: number, of: (x: number, y: number) => boolean): DiscoveryData => {
  const x = range(count).map((i) => (i * 0.7548776662466927) % 1);
  const y = range(count).map((i) => (i * 0.5698402909980532) % 1);
  return dataOf(
    [real('x', x), real('y', y)],
    Uint8Array.from(x, (value, i) => (of(value, y[i] ?? 0) ? 1 : 0)),
  );
};

describe('PRIM', () => {
  it('finds the corner in which it happens, with limits near the true ones', () => {
    const data = square(2000, (x, y) => x > 0.6 && y < 0.4);
    const [box] = prim(data, { select: { by: 'coverage', atLeast: 0.95 } }).boxes;
    const step = box?.trajectory[box.selected.step];
    expect(step?.density).toBeGreaterThan(0.95);
    const [x, y] = step?.box ?? [];
    expect(x?.kind === 'real' ? x.min : null).toBeCloseTo(0.6, 1);
    expect(y?.kind === 'real' ? y.max : null).toBeCloseTo(0.4, 1);
    expect(step?.bounds.every(({ quasiP }) => quasiP < 1e-6)).toBe(true);
  });

  it('breaks a tie of scores by the order of inputs, and peels the upper side before the lower', () => {
    // What happens in the middle can be reached from every side at the same score.
    const values = range(21);
    const middle = Uint8Array.from(values, (value) => (value === 10 ? 1 : 0));
    const [, first] = wayOf(dataOf([real('p', values), real('q', values)], middle), { alpha: 0.1 });
    expect(first?.bounds.map(({ input, side }) => [input, side])).toEqual([['p', 'max']]);
  });

  it('prefers on equal scores the box that leaves more inputs free', () => {
    const values = range(21);
    const middle = Uint8Array.from(values, (value) => (value === 10 ? 1 : 0));
    // Of the two further peels that are possible at the same score, the one on the input that is restricted already wins.
    const [, , second] = wayOf(dataOf([real('p', values), real('q', values)], middle), { alpha: 0.1 });
    expect(second?.restricted).toBe(1);
  });

  it('tries reals before integers before categories, whatever the order of columns', () => {
    const values = range(20);
    const half = Int32Array.from(values, (value) => (value < 10 ? 0 : 1));
    const data = dataOf(
      [categoryInput('c', ['low', 'high'], half), integer('i', [...half]), real('r', [...half])],
      Uint8Array.from(half),
    );
    const [, first] = wayOf(data, { alpha: 0.5 });
    expect(first?.bounds.map(({ input }) => input)).toEqual(['r']);
  });

  it('peels an integer value whole where it is the limit already', () => {
    const values = range(40).map((i) => i % 4);
    const data = dataOf(
      [integer('i', values)],
      Uint8Array.from(values, (value) => (value >= 2 ? 1 : 0)),
    );
    const way = wayOf(data);
    expect(way.map(({ box }) => (box[0]?.kind === 'integer' ? [box[0].min, box[0].max] : null))).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(way.at(-1)?.density).toBe(1);
  });

  it('counts the next box among the futures that the first leaves, but covers part of all of them', () => {
    const data = square(2000, (x, y) => x > 0.7 || (x < 0.3 && y > 0.5));
    const { boxes } = prim(data, { boxes: 2, select: { by: 'density', atLeast: 0.9 } });
    const steps = boxes.map(({ trajectory, selected }) => trajectory[selected.step]);
    const [first, second] = steps;
    if (first === undefined || second === undefined) throw new Error('two boxes were asked');
    const taken = insideOf(data, first.box).reduce((sum, one) => sum + one, 0);
    expect(boxes[1]?.trajectory[0]?.n).toBe(data.count - taken);
    expect(boxes[1]?.trajectory[0]?.mass).toBe((data.count - taken) / data.count);
    expect(first.coverage + second.coverage).toBeGreaterThan(0.85);
    expect(first.coverage + second.coverage).toBeLessThanOrEqual(1);
  });

  it('keeps the futures of an earlier box where that is asked, but no longer of interest', () => {
    const data = square(500, (x) => x > 0.5);
    const taken = [[{ input: 'x', kind: 'real', min: 0.75, max: 1 } as const]];
    const [kept] = findBox(data, { ...primDefaults, earlier: 'kept' }, taken) ?? [];
    const [removed] = findBox(data, primDefaults, taken) ?? [];
    expect(kept?.n).toBe(500);
    expect(kept?.k).toBe(removed?.k);
    expect(kept?.coverage).toBe((kept?.k ?? 0) / data.ofInterest);
    expect(data.interest.reduce((sum, one) => sum + one, 0)).toBe(data.ofInterest);
  });

  it('stays at the start where every peel would cost more than it gains', () => {
    // Two corners that face each other: no side can be taken off without one of them.
    const data = square(2000, (x, y) => (x > 0.75 && y < 0.25) || (x < 0.25 && y > 0.75));
    const { boxes, stopped } = prim(data, { boxes: 2 });
    expect(boxes.map(({ trajectory }) => trajectory.length)).toEqual([1]);
    expect(stopped).toBe('no-better-box');
  });

  it('says why there is no further box', () => {
    const corner = square(400, (x, y) => x > 0.5 && y > 0.5);
    expect(prim(corner, { boxes: 5, select: { by: 'coverage', atLeast: 1 } }).stopped).toBe('nothing-left');
    expect(prim(corner).stopped).toBe('enough');
  });

  it('never makes a box smaller than asked', () => {
    const data = square(1000, (x, y) => x + y > 1.5);
    for (const minMass of [0.05, 0.2, 0.5]) {
      expect(Math.min(...wayOf(data, { minMass }).map(({ mass }) => mass))).toBeGreaterThanOrEqual(minMass);
    }
  });

  it('gives a reason and no number where it happens always or never', () => {
    const data = dataOf([real('x', range(5))], new Uint8Array(5));
    expect(codesOf(() => prim(data))).toEqual(['FUTURES_DISCOVERY_ONE_OUTCOME']);
    const always = dataOf([real('x', range(5))], new Uint8Array(5).fill(1));
    expect(() => prim(always)).toThrow(/in all 5 futures/);
  });

  it('tells every fault of its settings at once', () => {
    const data = square(50, (x) => x > 0.5);
    const settings = {
      alpha: 0,
      pasteAlpha: 1,
      minMass: 1,
      boxes: 0,
      select: { by: 'coverage', atLeast: 2 },
    } as const;
    expect(codesOf(() => prim(data, settings))).toEqual([
      'FUTURES_DISCOVERY_ALPHA',
      'FUTURES_DISCOVERY_ALPHA',
      'FUTURES_DISCOVERY_MIN_MASS',
      'FUTURES_DISCOVERY_BOXES',
      'FUTURES_DISCOVERY_LEVEL',
    ]);
    expect(codesOf(() => prim(data, { alpha: Number.NaN }))).toEqual(['FUTURES_DISCOVERY_ALPHA']);
  });
});

const problem = fc.integer({ min: 10, max: 80 }).chain((count) =>
  fc.record({
    columns: fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: count, maxLength: count }), {
      minLength: 1,
      maxLength: 4,
    }),
    interest: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count }),
  }),
);

describe('every step of every way', () => {
  it('has the counts that its limits give, and per bound those without it', () => {
    fc.assert(
      fc.property(problem, ({ columns, interest }) => {
        const varying = columns.filter((values) => new Set(values).size > 1);
        fc.pre(varying.length > 0 && new Set(interest).size === 2);
        const data = dataOf(
          varying.map((values, at) => (at % 2 === 0 ? real(`x${at}`, values) : integer(`x${at}`, values))),
          Uint8Array.from(interest),
        );
        for (const step of wayOf(data, { alpha: 0.1 })) {
          const measured = measureBox(data, step.box, primDefaults, [], step.phase);
          expect(measured).toEqual(step);
          const inside = insideOf(data, step.box);
          expect(step.n).toBe(inside.reduce((sum, one) => sum + one, 0));
          expect(step.k).toBe(inside.reduce((sum, one, row) => sum + one * (interest[row] ?? 0), 0));
          for (const { input, side, without } of step.bounds) {
            const at = data.inputs.findIndex(({ name }) => name === input);
            const full = data.inputs[at];
            const wider = step.box.map((limit, place) =>
              place !== at || limit.kind === 'category' || full === undefined || full.kind === 'category'
                ? limit
                : { ...limit, ...(side === 'min' ? { min: full.min } : { max: full.max }) },
            );
            expect(without.n).toBe(insideOf(data, wider).reduce((sum, one) => sum + one, 0));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the futures', () => {
    fc.assert(
      fc.property(problem, ({ columns, interest }) => {
        const varying = columns.filter((values) => new Set(values).size > 1);
        fc.pre(varying.length > 0 && new Set(interest).size === 2);
        const way = (turn: (values: readonly number[]) => readonly number[]): readonly Step[] =>
          wayOf(
            dataOf(
              varying.map((values, at) => real(`x${at}`, turn(values))),
              Uint8Array.from(turn(interest)),
            ),
          );
        expect(way((values) => values.toReversed())).toEqual(way((values) => values));
      }),
      { numRuns: 200 },
    );
  });
});
