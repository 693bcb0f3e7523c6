import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Position, ringsOf, snapped } from './outlines.ts';

const lon = fc.double({ min: -179, max: 179, noNaN: true });
const lat = fc.double({ min: -89, max: 89, noNaN: true });
const ring = fc.array(fc.tuple(lon, lat), { minLength: 3, maxLength: 30 }).map((all): readonly Position[] => {
  const [first = [0, 0]] = all;
  return [...all, first as Position];
});

describe('outlines for a screen', () => {
  it('move no position by more than a two-thousandth of the whole, and keep each ring closed', () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 6 }), (rings) => {
        const all = rings.flat();
        const span = (of: readonly number[]) => Math.max(...of) - Math.min(...of);
        const cell = Math.max(span(all.map(([x]) => x)), span(all.map(([, y]) => y))) / 2000;
        for (const { rings: kept } of snapped([{ area: 'a', rings }])) {
          for (const one of kept) {
            expect(one[0]).toEqual(one.at(-1));
            for (const [x, y] of one) {
              expect(all.some((p) => Math.hypot(p[0] - x, p[1] - y) <= cell)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('move a position that two areas share to one place', () => {
    fc.assert(
      fc.property(ring, ring, fc.tuple(lon, lat), (a, b, shared) => {
        const close = (of: readonly Position[]): readonly Position[] => [shared, ...of, shared];
        const [left, right] = snapped([
          { area: 'a', rings: [close(a)] },
          { area: 'b', rings: [close(b)] },
        ]);
        if (left?.rings[0] !== undefined && right?.rings[0] !== undefined) {
          expect(left.rings[0][0]).toEqual(right.rings[0][0]);
        }
      }),
    );
  });

  it('are of polygons and nothing else, without heights', () => {
    const square = [
      [5, 51, 12],
      [6, 51, 12],
      [6, 52, 12],
      [5, 51, 12],
    ];
    expect(ringsOf({ type: 'MultiPolygon', coordinates: [[square], [square]] })).toHaveLength(2);
    expect(ringsOf({ type: 'Polygon', coordinates: [square] })?.[0]?.[0]).toEqual([5, 51]);
    expect(ringsOf({ type: 'Point', coordinates: [5, 51] })).toBeNull();
    expect(ringsOf({ type: 'Polygon', coordinates: [[['a', 1]]] })).toBeNull();
  });
});
