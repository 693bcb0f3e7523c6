import { evaluate, type Scalar } from '@schaalsprong/model/graph';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitExpression } from './split.ts';

const program = { lookups: [{ x: [0, 1, 2], y: [0, 3, 4], slope: [3, 1, 0], spacing: 1 }] };
const elements = 12;
type Two = Extract<Scalar, { k: 'f' }>['f'];
const two = fc.constantFrom<Two>('add', 'sub', 'mul', 'min', 'max');
/** Any expression of up to twelve elements, deep enough to read more than a game of inputs holds. */
const { tree } = fc.letrec<{ tree: Scalar }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ k: fc.constant('r' as const), e: fc.nat(elements - 1) }),
    fc.record({ k: fc.constant('n' as const), v: fc.integer({ min: -3, max: 3 }) }),
    fc.record({ k: fc.constant('f' as const), f: two, a: fc.tuple(tie('tree'), tie('tree')) }),
    fc.record({ k: fc.constant('l' as const), t: fc.constant(0), x: tie('tree') }),
    fc.record({
      k: fc.constant('f' as const),
      f: fc.constant('if' as const),
      a: fc.tuple(tie('tree'), tie('tree'), tie('tree')),
    }),
  ),
}));
const side = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: elements, maxLength: elements });

function split(s: Scalar, before: readonly number[], after: readonly number[]): number[] {
  const from = (e: number): number => before[e] ?? Number.NaN;
  const to = (e: number): number => after[e] ?? Number.NaN;
  const parts = before.map(() => 0);
  splitExpression(s, 1, { time: 0, from, to }, program, {
    add: (e, slope) => {
      parts[e] = (parts[e] ?? 0) + slope * (to(e) - from(e));
    },
    together: () => undefined,
  });
  return parts;
}
const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
const worth = (s: Scalar, values: readonly number[]): number =>
  evaluate(s, program, (e) => values[e] ?? Number.NaN, 0);

describe('dividing the difference of an expression over its inputs', () => {
  it('leaves nothing over, whatever the expression', () => {
    fc.assert(
      fc.property(tree, side, side, (s, before, after) => {
        const difference = worth(s, after) - worth(s, before);
        const scale = 1 + Math.abs(worth(s, after)) + Math.abs(worth(s, before));
        // Numbers between may be much larger than what comes out.
        const size = before.concat(after).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        expect(Math.abs(sum(split(s, before, after)) - difference)).toBeLessThan(1e-6 * scale * size);
      }),
      { numRuns: 500 },
    );
  });

  it('says the opposite the other way round', () => {
    const product: Scalar = {
      k: 'f',
      f: 'mul',
      a: [
        { k: 'r', e: 0 },
        { k: 'r', e: 1 },
      ],
    };
    expect(split(product, [2, 3], [5, 7])).toEqual([15, 14]);
    expect(split(product, [5, 7], [2, 3])).toEqual([-15, -14]);
  });

  it('goes by parts where more inputs differ than a game holds', () => {
    const ref = (e: number): Scalar => ({ k: 'r', e });
    const product = (from: number, to: number): Scalar =>
      Array.from({ length: to - from }, (_, i) => ref(from + i)).reduce((a, b) => ({
        k: 'f',
        f: 'mul',
        a: [a, b],
      }));
    const eight = product(0, 8);
    const before = Array.from({ length: 8 }, () => 1);
    const parts = split(eight, before, [2, 2, 2, 2, 2, 2, 2, 2]);
    expect(sum(parts)).toBeCloseTo(255, 9);
    expect(parts.every((part) => part > 0)).toBe(true);
  });

  it('gives nothing to what does not differ, nor to draws and time', () => {
    expect(split({ k: 't' }, [1], [2])).toEqual([0]);
    expect(split({ k: 'd', stream: 1 }, [1], [2])).toEqual([0]);
    expect(split({ k: 'r', e: 0 }, [1], [1])).toEqual([0]);
  });
});
