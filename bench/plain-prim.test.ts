import {
  categoryInput,
  dataOf,
  type Input,
  numberInput,
  objectives,
  prim,
} from '@schaalsprong/methods/discovery';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PlainColumn, plainPrim } from './plain-prim.ts';

const columnOf = (count: number): fc.Arbitrary<PlainColumn> =>
  fc.oneof(
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: count, maxLength: count })
      .map((values): PlainColumn => ({ kind: 'real', values: values.map((value) => value + 0) })),
    // Reals with many ties, as a grid has.
    fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count })
      .map((values): PlainColumn => ({ kind: 'real', values: values.map((value) => value / 4) })),
    fc
      .array(fc.integer({ min: -3, max: 6 }), { minLength: count, maxLength: count })
      .map((values): PlainColumn => ({ kind: 'integer', values })),
    fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: count, maxLength: count })
      .map((values): PlainColumn => ({ kind: 'category', values, categories: 4 })),
  );

const problem = fc.integer({ min: 8, max: 60 }).chain((count) =>
  fc.record({
    columns: fc.array(columnOf(count), { minLength: 1, maxLength: 4 }),
    interest: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count }),
    alpha: fc.constantFrom(0.05, 0.1, 0.3, 0.6),
    pasteAlpha: fc.constantFrom(0.05, 0.4),
    minMass: fc.constantFrom(0.01, 0.05, 0.2),
    objective: fc.constantFrom(...objectives),
  }),
);

const inputOf = (column: PlainColumn, at: number): Input =>
  column.kind === 'category'
    ? categoryInput(`x${at}`, ['a', 'b', 'c', 'd'], Int32Array.from(Array.from(column.values)))
    : numberInput(`x${at}`, Float64Array.from(Array.from(column.values)), column.kind);

const varies = ({ values }: PlainColumn): boolean => new Set(Array.from(values)).size > 1;

it('the product goes the same way as PRIM written down plainly, limit by limit', () => {
  fc.assert(
    fc.property(problem, ({ columns: all, interest, ...settings }) => {
      const columns = all.filter(varies);
      fc.pre(columns.length > 0 && new Set(interest).size === 2);
      const plain = plainPrim(columns, interest, settings);
      const data = dataOf(columns.map(inputOf), Uint8Array.from(interest));
      const ours = prim(data, settings).boxes[0]?.trajectory ?? [];
      expect(ours.map(({ n, k }) => [n, k])).toEqual(plain.map(({ n, k }) => [n, k]));
      const limits = ours.map(({ box }) =>
        box.map((limit) =>
          limit.kind === 'category'
            ? limit.allowed.map((category) => 'abcd'.indexOf(category))
            : [limit.min, limit.max],
        ),
      );
      expect(limits).toEqual(
        plain.map((step) => step.limits.map((limit) => limit.map((value) => value + 0))),
      );
    }),
    { numRuns: 1000 },
  );
});
