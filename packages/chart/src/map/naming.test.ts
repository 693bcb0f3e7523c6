import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatchPath } from './hatch.ts';
import { lineHeight, nameAreas, waysToWrite } from './naming.ts';
import type { Point } from './places.ts';

const box = (x: number, y: number, width: number, height: number): readonly Point[] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];
const name = fc.constantFrom(
  'Asten',
  'Son en Breugel',
  'Heeze-Leende',
  'Nuenen, Gerwen en Nederwetten',
  'Oss',
);
const areas = fc
  .array(
    fc.record({
      name,
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 300 }),
      width: fc.integer({ min: 5, max: 180 }),
      height: fc.integer({ min: 5, max: 90 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ name: of, x, y, width, height }, i) => ({
      key: `k${i}`,
      name: of,
      said: '1.234',
      rings: [box(x, y, width, height)],
    })),
  );
const frame = { width: 700, height: 400 };

describe('names on a map', () => {
  it('are whole or numbers, never cut, and none stands over another', () => {
    fc.assert(
      fc.property(areas, fc.boolean(), (all, spilling) => {
        const named = nameAreas(all, { spilling, frame });
        expect(named.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
        const rows = named.flatMap(({ key, lines, valued, at }) => {
          const area = all.find((one) => one.key === key);
          if (lines === null || area === undefined) return [];
          expect(lines.join(' ').replaceAll('- ', '-')).toBe(area.name);
          const count = lines.length + (valued ? 1 : 0);
          return [
            { at, height: count * lineHeight, width: Math.max(...lines.map(({ length }) => length)) * 6 },
          ];
        });
        for (const [i, a] of rows.entries()) {
          for (const b of rows.slice(i + 1)) {
            const apart =
              Math.abs(a.at.x - b.at.x) >= (a.width + b.width) / 2 ||
              Math.abs(a.at.y - b.at.y) >= (a.height + b.height) / 2;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stand inside their area with the value, where there is room', () => {
    const [naming] = nameAreas([{ key: 'a', name: 'Asten', said: '12', rings: [box(0, 0, 200, 100)] }], {
      spilling: false,
      frame,
    });
    expect(naming).toMatchObject({ lines: ['Asten'], valued: true, inside: true });
  });

  it('are broken after a space or a hyphen', () => {
    expect(waysToWrite('Nuenen, Gerwen en Nederwetten').at(-1)).toEqual([
      'Nuenen,',
      'Gerwen en',
      'Nederwetten',
    ]);
    expect(waysToWrite('Geldrop-Mierlo')).toEqual([['Geldrop-Mierlo'], ['Geldrop-', 'Mierlo']]);
    expect(waysToWrite('Asten')).toEqual([['Asten']]);
  });
});

describe('hatching', () => {
  it('stays inside its area, and is nothing of nothing', () => {
    const numbers = [...hatchPath([box(10, 20, 30, 40)]).matchAll(/([\d.]+) ([\d.]+)/g)];
    expect(numbers.length).toBeGreaterThan(4);
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(10);
      expect(Number(x)).toBeLessThanOrEqual(40);
      expect(Number(y)).toBeGreaterThanOrEqual(20);
      expect(Number(y)).toBeLessThanOrEqual(60);
    }
    expect(hatchPath([])).toBe('');
  });
});
