import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classesOf } from './classes.ts';
import { dorling } from './dorling.ts';
import { boxOf, fit, type Place, placesOf } from './places.ts';
import { assign, tiles } from './tiles.ts';

const place = fc.record({
  x: fc.double({ min: -10, max: 10, noNaN: true }),
  y: fc.double({ min: -10, max: 10, noNaN: true }),
});
/** Places with a size each, some of them in one point. */
const placesWithSizes = fc
  .array(
    fc.tuple(place, fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 300, noNaN: true })), fc.boolean()),
    {
      minLength: 1,
      maxLength: 24,
    },
  )
  .map((all) => ({
    places: all.map(([at, , together], i): Place => ({ key: `k${i}`, ...(together ? { x: 1, y: 1 } : at) })),
    sizes: new Map(all.map(([, size], i) => [`k${i}`, size])),
  }));

/** The municipalities of the region that the project comes with, with their inhabitants: read as text, without the loader. */
const folder = join(import.meta.dirname, '../../../../regions');
const rows = (file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/"[^"]*"/g, 'quoted').split(','));

const real = placesOf(
  rows('brainport/areas.csv').map(([code = '', , , , lat = '', lon = '']) => ({
    code,
    lat: lat === '' ? null : Number(lat),
    lon: lon === '' ? null : Number(lon),
  })),
);
const people = new Map(
  rows('brainport/observations/population.csv').map(([, area = '', , value]) => [area, Number(value)]),
);

describe('a Dorling cartogram', () => {
  it('lets no two circles overlap, whatever the places and sizes', () => {
    fc.assert(
      fc.property(placesWithSizes, ({ places, sizes }) => {
        const circles = dorling(places, sizes);
        for (const [i, a] of circles.entries()) {
          for (const b of circles.slice(i + 1)) {
            if (a.r === 0 || b.r === 0) continue;
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual((a.r + b.r) * (1 - 1e-9));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  it('gives areas in proportion to sizes', () => {
    fc.assert(
      fc.property(placesWithSizes, ({ places, sizes }) => {
        const circles = dorling(places, sizes);
        const [largest] = circles.toSorted((a, b) => b.r - a.r);
        if (largest === undefined || largest.r === 0) return;
        for (const { key, r } of circles) {
          const wanted = (sizes.get(key) ?? 0) / (sizes.get(largest.key) ?? 1);
          expect((r / largest.r) ** 2).toBeCloseTo(wanted, 9);
        }
      }),
      { numRuns: 60 },
    );
  });
  it('is the same whatever the order of the places, and anywhere on the map', () => {
    fc.assert(
      fc.property(placesWithSizes, ({ places, sizes }) => {
        expect(dorling(places.toReversed(), sizes)).toEqual(dorling(places, sizes));
      }),
      { numRuns: 30 },
    );
  });
  it('leaves circles that have room where they are', () => {
    const circles = dorling(
      [
        { key: 'a', x: 0, y: 0 },
        { key: 'b', x: 100, y: 0 },
        { key: 'c', x: 0, y: 100 },
      ],
      new Map([
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ]),
    );
    // Three equal circles over six tenths of the box have a radius of 25.2: there is room for all.
    expect(circles.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [0, 0],
      [100, 0],
      [0, 100],
    ]);
  });
  it('keeps the municipalities of a real region near their own place and their neighbours in order', () => {
    const circles = dorling(real, people);
    const home = new Map(real.map((at) => [at.key, at]));
    const box = boxOf(real);
    const moved = circles.map(({ key, x, y }) =>
      Math.hypot(x - (home.get(key)?.x ?? 0), y - (home.get(key)?.y ?? 0)),
    );
    expect(circles.length).toBe(21);
    expect(Math.max(...moved) / Math.max(box.width, box.height)).toBeLessThan(0.3);
    const order = (all: readonly Place[]) => all.toSorted((a, b) => a.x - b.x).map(({ key }) => key);
    const [west, east] = [order(real), order(circles)];
    expect(east[0]).toBe(west[0]);
  });
});

describe('a tile map', () => {
  it('gives each place a cell of its own inside the grid, the same in whatever order the places come', () => {
    fc.assert(
      fc.property(placesWithSizes, ({ places }) => {
        const map = tiles(places);
        const cells = new Set(map.tiles.map(({ column, row }) => `${column},${row}`));
        expect(cells.size).toBe(places.length);
        for (const { column, row } of map.tiles) {
          expect(column).toBeLessThan(map.columns);
          expect(row).toBeLessThan(map.rows);
        }
        expect(tiles(places.toReversed())).toEqual(map);
      }),
      { numRuns: 40 },
    );
  });
  it('chooses as cheaply as the best of all choices', () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
      .chain(([n, more]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: n + more, maxLength: n + more }), {
          minLength: n,
          maxLength: n,
        }),
      );
    const cheapest = (
      costs: readonly (readonly number[])[],
      taken: ReadonlySet<number> = new Set(),
    ): number => {
      const [row, ...rest] = costs;
      if (row === undefined) return 0;
      return Math.min(
        ...row.flatMap((cost, j) => (taken.has(j) ? [] : [cost + cheapest(rest, new Set([...taken, j]))])),
      );
    };
    fc.assert(
      fc.property(tables, (costs) => {
        const found = assign(costs);
        expect(new Set(found).size).toBe(costs.length);
        expect(costs.reduce((sum, row, i) => sum + (row[found[i] ?? 0] ?? Number.NaN), 0)).toBe(
          cheapest(costs),
        );
      }),
    );
  });
  it('keeps the places of a real region west and east of each other where they are far apart', () => {
    const map = tiles(real);
    const cell = new Map(map.tiles.map((tile) => [tile.key, tile]));
    const wide = boxOf(real).width;
    for (const a of real) {
      for (const b of real) {
        if (b.x - a.x < wide / 2) continue;
        expect(cell.get(a.key)?.column, `${a.key} west of ${b.key}`).toBeLessThan(
          cell.get(b.key)?.column ?? 0,
        );
      }
    }
  });
});

describe('classes of values', () => {
  it('put a higher value never in a lower class, and use every class', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 6 }),
        (values, most) => {
          const classes = classesOf(values, most);
          const used = new Set(values.map(classes.of));
          expect(used.size).toBe(classes.count);
          const sorted = values.toSorted((a, b) => a - b).map(classes.of);
          expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        },
      ),
    );
  });
});

describe('what is fitted into a drawing', () => {
  it('lies inside it, and keeps its shape', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 9 }), (points) => {
        const { at, scale } = fit(boxOf(points), 300, 200);
        for (const point of points) {
          const { x, y } = at(point);
          expect(x).toBeGreaterThanOrEqual(-1e-6);
          expect(x).toBeLessThanOrEqual(300 + 1e-6);
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(y).toBeLessThanOrEqual(200 + 1e-6);
        }
        const [a, b] = points;
        if (a === undefined || b === undefined) return;
        const [c, d] = [at(a), at(b)];
        const far = Math.hypot(a.x - b.x, a.y - b.y) * scale;
        expect(Math.abs(Math.hypot(c.x - d.x, c.y - d.y) - far)).toBeLessThan(1e-6 * Math.max(1, far));
      }),
    );
  });
});
