import { Unreachable } from '@schaalsprong/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sobolPoints } from '../space-filling/sobol.ts';
import { saltelliBlock, saltelliLayout, saltelliPoints } from './saltelli.ts';

const rows = (columns: readonly Float64Array[]): number[][] =>
  Array.from(columns[0] ?? [], (_, row) => columns.map((column) => column[row] ?? Number.NaN));

describe('the Saltelli scheme', () => {
  it('has N (2D + 2) rows with second order and N (D + 2) without', () => {
    expect(saltelliPoints(512, 3, { secondOrder: true })[0]).toHaveLength(4096);
    expect(saltelliPoints(512, 3)[0]).toHaveLength(2560);
    expect(saltelliPoints(100, 2, { secondOrder: true })[0]).toHaveLength(600);
    expect(saltelliPoints(100, 3, { secondOrder: true })[0]).toHaveLength(800);
  });

  it('puts A, the AB, the BA and B of one base row after each other, as SALib does', () => {
    const [a1, a2, b1, b2] = sobolPoints(2, 4, { first: 1 }).map((column) => column[1] ?? 0);
    expect(rows(saltelliPoints(2, 2, { first: 1, secondOrder: true })).slice(6)).toEqual([
      [a1, a2],
      [b1, a2],
      [a1, b2],
      [a1, b2],
      [b1, a2],
      [b1, b2],
    ]);
    expect(rows(saltelliPoints(2, 2, { first: 1 })).slice(4)).toEqual([
      [a1, a2],
      [b1, a2],
      [a1, b2],
      [b1, b2],
    ]);
  });

  it('has one row for each place of its layout, and an error for a group that slipped by one', () => {
    for (const secondOrder of [false, true]) {
      const { size, a, b, ab, ba } = saltelliLayout(3, secondOrder);
      const groups = [0, 1, 2];
      const places = [a, ...groups.map(ab), ...(secondOrder ? groups.map(ba) : []), b];
      expect(size).toBe(saltelliBlock(3, secondOrder));
      expect(places).toEqual(Array.from({ length: size }, (_, place) => place));
      for (const slipped of [-1, 3, 0.5]) {
        expect(() => ab(slipped)).toThrow(Unreachable);
        expect(() => ba(slipped)).toThrow(Unreachable);
      }
    }
    expect(() => saltelliLayout(3, false).ba(0)).toThrow(Unreachable);
  });

  it('exchanges the dimensions of a group together', () => {
    const [a1, a2, a3, b1, b2, b3] = sobolPoints(1, 6, { first: 5 }).map((column) => column[0] ?? 0);
    expect(rows(saltelliPoints(1, 3, { first: 5, groups: [0, 1, 0] }))).toEqual([
      [a1, a2, a3],
      [b1, a2, b3],
      [a1, b2, a3],
      [b1, b2, b3],
    ]);
  });

  it('differs between A and AB_i in column i alone, whatever the size and the scrambling', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        fc.maxSafeNat(),
        (base, dimensions, secondOrder, seed) => {
          const all = rows(saltelliPoints(base, dimensions, { secondOrder, scramble: { seed } }));
          const block = all.length / base;
          for (let start = 0; start < all.length; start += block) {
            const [a = []] = all.slice(start);
            const b = all[start + block - 1] ?? [];
            for (let i = 0; i < dimensions; i++) {
              expect(all[start + 1 + i]).toEqual(a.with(i, b[i] ?? 0));
              if (secondOrder) expect(all[start + 1 + dimensions + i]).toEqual(b.with(i, a[i] ?? 0));
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('refuses groups that are none, too many dimensions and too many runs', () => {
    expect(() => saltelliPoints(4, 3, { groups: [0, 1] })).toThrow('FUTURES_DESIGN_GROUPS');
    expect(() => saltelliPoints(4, 3, { groups: [0, 2, 0] })).toThrow('FUTURES_DESIGN_GROUPS');
    expect(() => saltelliPoints(4, 2, { groups: [0, 0.5] })).toThrow('FUTURES_DESIGN_GROUPS');
    expect(() => saltelliPoints(4, 556)).toThrow('FUTURES_DESIGN_DIMENSIONS');
    expect(() => saltelliPoints(2 ** 20, 20)).toThrow('FUTURES_DESIGN_SIZE');
    expect(() => saltelliPoints(0, 2)).toThrow('FUTURES_DESIGN_COUNT');
  });
});
