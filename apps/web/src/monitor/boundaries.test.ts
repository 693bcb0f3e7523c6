import { describe, expect, it } from 'vitest';
import { fromServer, readBoundaries } from './boundaries.ts';

const areas = [
  { code: 'GM0001' as never, name: 'Eerste' },
  { code: 'GM0002' as never, name: 'Tweede' },
];
const square = (x: number, y: number, side = 1) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];
const collection = (...features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
const feature = (properties: object, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

describe('a file with boundaries', () => {
  it('is read by the code of an area, else by its name, and says which areas it lacks', () => {
    const read = readBoundaries(
      collection(
        feature({ statcode: 'GM0001', statnaam: 'Anders' }, [square(5, 51)]),
        feature({ statcode: 'GM9999', statnaam: 'Elders' }, [square(6, 51)]),
      ),
      areas,
    );
    if (typeof read === 'string') throw new Error(read);
    expect(read.outlines.map(({ key }) => key)).toEqual(['GM0001']);
    expect(read.missing).toEqual(['GM0002']);
    const named = readBoundaries(collection(feature({ naam: 'tweede' }, [square(5, 51)])), areas);
    expect(typeof named === 'string' ? named : named.outlines[0]?.key).toBe('GM0002');
  });
  it('takes the parts of one area together, and holes', () => {
    const read = readBoundaries(
      collection(
        feature(
          { code: 'GM0001' },
          [[square(5, 51), square(5.2, 51.2, 0.1)], [square(7, 51)]],
          'MultiPolygon',
        ),
        feature({ code: 'GM0001' }, [square(8, 51)]),
      ),
      areas,
    );
    expect(typeof read === 'string' ? read : read.outlines[0]?.rings.length).toBe(4);
  });
  it('keeps north up, in degrees and in metres, and a degree to the east shorter than one to the north', () => {
    for (const [x, y, side] of [
      [5, 51, 1],
      [160_000, 380_000, 1000],
    ] as const) {
      const read = readBoundaries(collection(feature({ code: 'GM0001' }, [square(x, y, side)])), areas);
      if (typeof read === 'string') throw new Error(read);
      const [ring = []] = read.outlines[0]?.rings ?? [];
      const [southWest, southEast, northEast] = ring;
      expect(northEast?.y).toBeLessThan(southEast?.y ?? 0);
      const [east, north] = [
        (southEast?.x ?? 0) - (southWest?.x ?? 0),
        (southEast?.y ?? 0) - (northEast?.y ?? 0),
      ];
      expect(east / north).toBeCloseTo(side === 1 ? Math.cos((51.4 * Math.PI) / 180) : 1, 2);
    }
  });
  it.each([
    ['is no JSON', 'geen json', 'no-json'],
    ['holds no list of features', '{"type":"Topology"}', 'no-features'],
    ['holds none of the areas', collection(feature({ code: 'X' }, [square(5, 51)])), 'no-area'],
    ['holds a ring that is no ring', collection(feature({ code: 'GM0001' }, [[['a', 1]]])), 'no-area'],
    ['holds points for areas', collection(feature({ code: 'GM0001' }, [5, 51], 'Point')), 'no-area'],
  ])('that %s is refused with the reason', (_, text, fault) => {
    expect(readBoundaries(text, areas)).toBe(fault);
  });
});

describe('boundaries of the server', () => {
  it('are null where it has none', () => {
    expect(fromServer(null, areas)).toBeNull();
  });
  it('are drawn like those of a file', () => {
    const found = fromServer(
      {
        year: 2025,
        source: 'made for tests',
        attribution: '',
        areas: [{ area: 'GM0002', rings: [square(5, 51).map(([x = 0, y = 0]) => [x, y] as const)] }],
      },
      areas,
    );
    expect(found?.outlines.map(({ key }) => key)).toEqual(['GM0002']);
    expect(found?.missing).toEqual(['GM0001']);
  });
});
