import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownOdds } from '../../../test/known-odds.ts';
import { numberInput } from '../data/data.ts';
import { binInput, stack } from './stacking.ts';

describe('dimensional stacking', () => {
  it('puts every future in one cell, nested in the order of the inputs', () => {
    const of = knownOdds();
    const { cells, rows } = stack(of, { rows: ['a', 'letter'], columns: ['b'], bins: 4 });
    expect(cells).toHaveLength(4 * 3 * 4);
    expect(cells.reduce((sum, { n }) => sum + n, 0)).toBe(of.count);
    expect(cells.reduce((sum, { k }) => sum + k, 0)).toBe(of.ofInterest);
    expect(cells[1]).toMatchObject({ row: [0, 0], column: [1] });
    expect(rows[1]?.bins.map(({ category }) => category)).toEqual(['x', 'y', 'z']);
  });

  it('puts a value in the bin whose ends it lies between, the upper end in it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 2, max: 9 }),
        (list, bins) => {
          const input = numberInput('x', Float64Array.from(list));
          fc.pre(input.max - input.min > 1e-6);
          const binned = binInput(input, bins);
          list.forEach((value, row) => {
            const ends = binned.bins[binned.values[row] ?? -1];
            expect(value).toBeLessThanOrEqual(ends?.to ?? Number.NaN);
            if (binned.values[row] !== 0) expect(value).toBeGreaterThan(ends?.from ?? Number.NaN);
          });
        },
      ),
    );
  });

  it('refuses what is not there and tables beyond all bounds', () => {
    expect(() => stack(knownOdds(), { rows: ['q'], columns: [] })).toThrow(/FUTURES_DISCOVERY_COLUMN/);
    expect(() => stack(knownOdds(), { rows: ['a'], columns: [], bins: 1 })).toThrow(/FUTURES_DISCOVERY_BINS/);
    expect(() => stack(knownOdds(), { rows: ['a', 'b'], columns: ['idle'], bins: 100 })).toThrow(
      /FUTURES_DISCOVERY_CELLS/,
    );
  });
});
