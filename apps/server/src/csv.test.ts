import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('a reader of CSV gets back what was written, whatever stands in a field', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { minLength: 1 }), (rows) => {
      const read: unknown = parse(csv(['a', 'b'], rows), { record_delimiter: '\r\n' });
      expect(read).toEqual([['a', 'b'], ...rows]);
    }),
  );
});

test('numbers keep all their digits and what is absent is empty', () => {
  expect(csv(['a', 'b', 'c'], [[0.1 + 0.2, null, undefined]])).toBe('a,b,c\r\n0.30000000000000004,,\r\n');
});
