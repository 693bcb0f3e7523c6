import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, at, faultOf, fetched, readOf, replays } from '../../../test/fetching.ts';
import { sourceOf } from '../../../test/region.ts';
import { ringsOf } from '../../outlines.ts';

const start = replays();
/** Outlines of Statistics Netherlands and Kadaster, as the first region carries them: found by its file, whatever the region is called. */
const outlines = globSync(join(import.meta.dirname, '../../../../../regions/*/boundaries.geojson'))[0] ?? '';
const borders = (own: object = {}) =>
  sourceOf({
    id: 'pdok-municipalities',
    kind: 'pdok',
    publisher: 'CBS, Kadaster',
    attribution: 'CBS, Kadaster',
    table: 'gemeente_gegeneraliseerd',
    ...own,
  });

describe('boundaries from PDOK', () => {
  it('are those of the areas of the region, over pages, of the years asked for', async () => {
    const { boundaries, batches, warnings } = await fetched(await start({ pageSize: 1 }), borders(), {
      years: [2024, 2025],
    });
    expect(boundaries.map(({ year, features }) => [year, features.map(({ area }) => area)])).toEqual([
      [2024, ['GM0743', 'GM0772']],
      [2025, ['GM0743', 'GM0772']],
    ]);
    expect(boundaries[0]).toMatchObject({ source: 'pdok-municipalities', attribution: 'CBS, Kadaster' });
    expect(boundaries[0]?.features[1]).toMatchObject({
      name: 'Eindhoven',
      geometry: { type: 'MultiPolygon' },
    });
    expect({ batches, warnings }).toEqual({ batches: [], warnings: [] });
  });

  it('are kept as they came: the outlines of real municipalities, which a map draws', async () => {
    const real: {
      features: { properties: { code: string }; geometry: { type: string; coordinates: unknown } }[];
    } = JSON.parse(readFileSync(outlines, 'utf8'));
    const server = await start({ pageSize: 1 });
    for (const feature of server.features) {
      const found = real.features.find(({ properties }) => properties.code === feature.statcode);
      if (found !== undefined) feature.geometry = found.geometry;
    }
    const { boundaries } = await fetched(server, borders(), { years: [2025] });
    const [kept] = boundaries;
    expect(kept?.features).toHaveLength(2);
    for (const { area, geometry } of kept?.features ?? []) {
      expect(geometry).toEqual(real.features.find(({ properties }) => properties.code === area)?.geometry);
      expect(ringsOf(geometry)?.[0]?.length).toBeGreaterThan(20);
    }
  });

  it('are of the newest year that there is, where none is asked', async () => {
    const server = await start();
    for (const feature of server.features) feature.years.push(new Date().getUTCFullYear() - 1);
    const { boundaries } = await fetched(server, borders());
    expect(boundaries.map(({ year }) => year)).toEqual([new Date().getUTCFullYear() - 1]);
  });

  it('say of a municipality that was not there in that year', async () => {
    const server = await start();
    const [first] = server.features;
    if (first !== undefined) first.years = [2025];
    const { warnings } = await fetched(server, borders(), { years: [2024] });
    expect(warnings.map(({ en }) => en)).toEqual(['There are no boundaries of GM0743 in 2024.']);
  });

  it('of a year or collection that does not exist are refused by name', async () => {
    const server = await start();
    expect(readOf(await faultOf(ask(server, borders(), { years: [1990] })))).toContain(
      'Van 1990 zijn er geen grenzen.',
    );
    const other = borders({ table: 'gemeente' });
    expect(readOf(await faultOf(ask(server, other, { years: [2025] })))).toContain(
      'gemeente_gegeneraliseerd',
    );
  });

  it('in metres of the national grid are refused', async () => {
    const server = await start();
    for (const feature of server.features) Object.assign(feature, { lon: 161_000, lat: 383_000 });
    const error = await faultOf(ask(server, borders(), { years: [2025] }));
    expect(error.problems[0]?.code).toBe('MONITOR_BOUNDARIES_OTHER_GRID');
  });

  it('come with figures where sources.yaml asks for some; the numbers for none are no figures', async () => {
    const series = [
      {
        series: 'people',
        measure: 'synthetisch',
        area: { dimension: 'statcode' },
        period: { dimension: 'jaarcode' },
        unit: 'people',
        sourceUnit: 'aantal',
      },
    ];
    const { facts } = await fetched(await start(), borders({ series }), { years: [2024, 2025] });
    expect(facts).toHaveLength(4);
    expect(at(facts, 'GM0743', '2024')).toMatchObject({ value: 7, state: 'value' });
    expect(at(facts, 'GM0772', '2025')).toMatchObject({ value: null, state: 'missing', attribute: '-99997' });
  });
});
