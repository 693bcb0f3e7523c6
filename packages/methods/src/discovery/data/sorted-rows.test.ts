import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortedRows } from './sorted-rows.ts';

const numbers = (lengths: fc.ArrayConstraints) =>
  fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 })), lengths);

it('sorts rows by value, equal ones in the order of the rows, few and many', () => {
  fc.assert(
    fc.property(fc.oneof(numbers({ maxLength: 20 }), numbers({ minLength: 60, maxLength: 90 })), (list) => {
      const values = Float64Array.from(list, (value) => value + 0);
      const rows = Int32Array.from(values, (_, row) => row);
      const expected = [...rows].sort((a, b) => {
        const [x, y] = [values[a] ?? 0, values[b] ?? 0];
        return x < y ? -1 : x > y ? 1 : a - b;
      });
      expect([...sortedRows(values, rows)]).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
