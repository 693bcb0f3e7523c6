import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import type { MapResponse, MapValuesResponse } from '@schaalsprong/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place, syntheticRegion } from '../../test/world.ts';
import type { Server } from '../index.ts';
import { keptOfRegion } from '../monitor/kept.ts';
import { MonitorView } from '../monitor/view.ts';
import { mapAnswers } from './answers.ts';

const place = new Place();
const towns = ['GM0001', 'GM0002', 'GM0003'];
const square = (x: number): readonly (readonly number[])[] => [
  [x, 51],
  [x + 0.1, 51],
  [x + 0.1, 51.1],
  [x, 51.1],
  [x, 51],
];

/** The synthetic region with three municipalities, of which one has no figure of the last year. */
function withTowns(name: string): string {
  const dir = join(place.dir, name);
  cpSync(syntheticRegion, dir, { recursive: true });
  for (const code of towns)
    appendFileSync(join(dir, 'areas.csv'), `${code},Dorp ${code},municipality,ALL,51,5,10,synthetic\n`);
  const rows = towns.flatMap((code, i) =>
    ['2021', '2022'].flatMap((period) =>
      i === 2 && period === '2022'
        ? []
        : [`homes_built,${code},${period},${i + 1},homes,observed,synthetic,`],
    ),
  );
  writeFileSync(
    join(dir, 'observations/towns.csv'),
    ['indicator,area,period,value,unit,status,source,note', ...rows, ''].join('\n'),
  );
  return dir;
}

const servers: Server[] = [];
const start = async (regionDir: string): Promise<(url: string) => Promise<unknown>> => {
  const server = await place.server({ regionDir, now: () => new Date('2026-12-03T10:00:00Z') });
  servers.push(server);
  return async (url) => (await server.app.inject({ url })).json();
};
let plain: (url: string) => Promise<unknown>;
beforeAll(async () => {
  plain = await start(withTowns('plain'));
});
afterAll(async () => {
  for (const server of servers) await server.close();
  place.remove();
});

describe('what a map can show', () => {
  it('is every indicator with figures of municipalities, with no outlines where the region has none', async () => {
    const { items, outlines, first } = (await plain('/v1/kaart')) as MapResponse;
    expect(outlines).toBeNull();
    expect(items).toMatchObject([{ id: 'homes', periods: ['2021', '2022'], areas: 2, per1000: false }]);
    expect(first).toBe('homes');
    const { figures } = (await plain('/v1/kaart/homes')) as MapValuesResponse;
    expect(figures.map(({ area, period, value }) => [area, period, value])).toEqual([
      ['GM0001', '2021', 1],
      ['GM0001', '2022', 1],
      ['GM0002', '2021', 2],
      ['GM0002', '2022', 2],
      ['GM0003', '2021', 3],
    ]);
  });

  it('has the outlines of the region folder', async () => {
    const dir = withTowns('drawn');
    const features = towns.map((code, i) => ({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'Polygon', coordinates: [square(5 + i / 10)] },
    }));
    const head = { name: 'squares', year: 2023, source: 'made up', attribution: 'made up', licence: 'CC0' };
    writeFileSync(
      join(dir, 'boundaries.geojson'),
      JSON.stringify({ type: 'FeatureCollection', ...head, features }),
    );
    const drawn = await start(dir);
    const { outlines } = (await drawn('/v1/kaart')) as MapResponse;
    expect(outlines).toMatchObject({ year: 2023, attribution: 'made up' });
    expect(outlines?.areas.map(({ area }) => area)).toEqual(towns);
    expect(outlines?.areas[0]?.rings[0]).toHaveLength(5);
  });

  it('has outlines of the store where those are newer, and else those of the folder', async () => {
    const folder = readRegionFolder(withTowns('fetched'));
    const region = await loadRegion(folder);
    const kept = await keptOfRegion(region, new Date('2026-12-03'), { state: 'ready', note: null });
    const of = (year: number) => ({
      year,
      source: 'borders',
      attribution: `of ${year}`,
      retrieved: '2026-12-03T00:00:00Z',
      features: [
        { area: 'GM0001', name: 'Dorp', geometry: { type: 'Polygon', coordinates: [square(5)] } },
        { area: 'GM9999', name: 'Elders', geometry: { type: 'Polygon', coordinates: [square(9)] } },
      ],
    });
    const own = {
      type: 'FeatureCollection' as const,
      name: 'squares',
      year: 2023,
      source: 'made up',
      attribution: 'of the folder',
      licence: 'CC0',
      features: [
        {
          type: 'Feature' as const,
          properties: { code: region.areas[1]?.code as never },
          geometry: {
            type: 'Polygon' as const,
            coordinates: [square(5).map(([x = 0, y = 0]): [number, number] => [x, y])],
          },
        },
      ],
    };
    const saidBy = (years: readonly number[], boundaries: typeof own | null) => {
      const view = new MonitorView(
        { ...region, boundaries },
        { ...kept, boundaries: years.map(of) },
        '2026-12-03',
      );
      const { outlines } = mapAnswers(view).list;
      return [outlines?.attribution, outlines?.areas.map(({ area }) => area)];
    };
    expect(saidBy([2022, 2025], own)).toEqual(['of 2025', ['GM0001']]);
    expect(saidBy([2022], own)).toEqual(['of the folder', ['GM0001']]);
    expect(saidBy([2022], null)).toEqual(['of 2022', ['GM0001']]);
  });

  it('is fetched again only when it changed, and is a 404 where there is nothing', async () => {
    const [server] = servers;
    const first = await server?.app.inject({ url: '/v1/kaart' });
    const asked = { 'if-none-match': String(first?.headers.etag) };
    expect((await server?.app.inject({ url: '/v1/kaart', headers: asked }))?.statusCode).toBe(304);
    const answer = await server?.app.inject({ url: '/v1/kaart/home' });
    expect(answer?.statusCode).toBe(404);
    expect(answer?.json().detail).toContain('homes');
  });
});
