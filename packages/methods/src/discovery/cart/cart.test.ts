import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideOf } from '../boxes/box.ts';
import { categoryInput, dataOf, type Input, numberInput } from '../data/data.ts';
import { cart } from './cart.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
const flags = (count: number, of: (i: number) => boolean): Uint8Array =>
  Uint8Array.from(range(count), (i) => (of(i) ? 1 : 0));
const real = (name: string, values: readonly number[]): Input => numberInput(name, Float64Array.from(values));

describe('a tree of futures', () => {
  it('divides midway between the values where it happens and where it does not', () => {
    const interest = flags(20, (i) => i >= 8);
    const data = dataOf([real('x', range(20))], interest);
    const { leaves, nodes } = cart(data, { kind: 'binary', interest });
    expect(nodes[0]?.split).toEqual({ input: 'x', threshold: 7.5, category: null, left: 1, right: 2 });
    expect(leaves.map(({ interest: of }) => of?.density)).toEqual([0, 1]);
    expect(leaves.map(({ box }) => box[0])).toEqual([
      { input: 'x', kind: 'real', min: 0, max: 7.5 },
      { input: 'x', kind: 'real', min: 7.5, max: 19 },
    ]);
  });

  it('rounds the limits of whole numbers towards the leaf', () => {
    const interest = flags(20, (i) => i >= 8);
    const data = dataOf([numberInput('x', Float64Array.from(range(20)), 'integer')], interest);
    const { leaves } = cart(data, { kind: 'binary', interest });
    expect(leaves.map(({ box }) => (box[0]?.kind === 'integer' ? [box[0].min, box[0].max] : null))).toEqual([
      [0, 7],
      [8, 19],
    ]);
  });

  it('takes a category apart from the others', () => {
    const interest = flags(30, (i) => i % 3 === 1);
    const letters = Int32Array.from(range(30), (i) => i % 3);
    const data = dataOf([categoryInput('c', ['west', 'north', 'east'], letters)], interest);
    const { leaves, nodes } = cart(data, { kind: 'binary', interest });
    expect(nodes[0]?.split?.category).toBe('north');
    expect(leaves.map(({ box }) => (box[0]?.kind === 'category' ? box[0].allowed : null))).toEqual([
      ['west', 'east'],
      ['north'],
    ]);
  });

  it('gives a tie to the first input and the lower threshold', () => {
    const values = range(20);
    const interest = flags(20, (i) => i >= 5 && i < 15);
    const data = dataOf([real('p', values), real('q', values)], interest);
    expect(cart(data, { kind: 'binary', interest }).nodes[0]?.split).toMatchObject({
      input: 'p',
      threshold: 4.5,
    });
  });

  it('has one leaf where all futures are alike, or where every leaf would be too small', () => {
    const data = dataOf(
      [real('x', range(20))],
      flags(20, (i) => i > 9),
    );
    expect(cart(data, { kind: 'binary', interest: new Uint8Array(20) }).leaves).toHaveLength(1);
    expect(cart(data, { kind: 'binary', interest: data.interest }, { minMass: 0.6 }).leaves).toHaveLength(1);
    expect(cart(data, { kind: 'binary', interest: new Uint8Array(20) }).leaves[0]?.interest?.coverage).toBe(
      0,
    );
  });

  it('explains numbers by their variance, also far from zero', () => {
    const values = Float64Array.from(range(40), (i) => 1e9 + (i < 20 ? 0 : 1));
    const data = dataOf(
      [real('x', range(40))],
      flags(40, (i) => i > 0),
    );
    const { leaves } = cart(data, { kind: 'numbers', values });
    expect(leaves.map(({ mean }) => mean)).toEqual([1e9, 1e9 + 1]);
    expect(leaves[0]?.box[0]).toMatchObject({ max: 19.5 });
  });

  it('tells more than two classes apart', () => {
    const values = Int32Array.from(range(30), (i) => Math.floor(i / 10));
    const data = dataOf(
      [real('x', range(30))],
      flags(30, (i) => i > 0),
    );
    const { leaves } = cart(data, { kind: 'classes', classes: ['low', 'middle', 'high'], values });
    expect(leaves.map(({ classes }) => classes?.counts)).toEqual([
      [10, 0, 0],
      [0, 10, 0],
      [0, 0, 10],
    ]);
    expect(leaves.map(({ classes }) => classes?.gini)).toEqual([0, 0, 0]);
  });

  it('refuses a smallest mass that cannot be and an outcome of another length, together', () => {
    const data = dataOf(
      [real('x', range(20))],
      flags(20, (i) => i > 9),
    );
    expect(() => cart(data, { kind: 'binary', interest: new Uint8Array(3) }, { minMass: 1 })).toThrow(
      /FUTURES_DISCOVERY_MIN_MASS[\s\S]*FUTURES_DISCOVERY_LENGTHS/,
    );
  });

  it('puts every future in one leaf, which holds exactly what its box holds', () => {
    const problem = fc.integer({ min: 5, max: 60 }).chain((count) => {
      const column = (max: number) =>
        fc.array(fc.integer({ min: 0, max }), { minLength: count, maxLength: count });
      return fc.record({
        r: column(50),
        i: column(9),
        c: column(3),
        y: column(1),
        minMass: fc.constantFrom(0, 0.05, 0.2),
      });
    });
    fc.assert(
      fc.property(problem, ({ r, i, c, y, minMass }) => {
        const interest = Uint8Array.from(y);
        fc.pre(new Set(r).size > 1);
        const data = dataOf(
          [
            real('r', r),
            numberInput('i', Float64Array.from(i), 'integer'),
            categoryInput('c', ['a', 'b', 'c', 'd'], Int32Array.from(c)),
          ],
          interest,
        );
        const { leaves, nodes } = cart(data, { kind: 'binary', interest }, { minMass });
        const held = new Uint8Array(data.count);
        for (const { box, n } of leaves) {
          const inside = insideOf(data, box);
          expect(inside.reduce((sum, one) => sum + one, 0)).toBe(n);
          inside.forEach((one, row) => {
            held[row] = (held[row] ?? 0) + one;
          });
        }
        expect(held.every((times) => times === 1)).toBe(true);
        expect(leaves.reduce((sum, leaf) => sum + (leaf.interest?.k ?? 0), 0)).toBe(data.ofInterest);
        expect(nodes.filter(({ leaf }) => leaf !== null)).toHaveLength(leaves.length);
        for (const { split, n } of nodes) {
          if (split === null) continue;
          expect((nodes[split.left]?.n ?? 0) + (nodes[split.right]?.n ?? 0)).toBe(n);
        }
      }),
      { numRuns: 300 },
    );
  });
});
