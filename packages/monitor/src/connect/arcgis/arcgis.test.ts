import { describe, expect, it } from 'vitest';
import { ask, at, faultOf, fetched, readOf, replays } from '../../../test/fetching.ts';
import { sourceOf } from '../../../test/region.ts';

const start = replays();
const layer = 'Capaciteitskaart_elektriciteitsnet_v2_afname';
const map = (series: object = {}, own: object = {}) =>
  sourceOf({
    id: 'netbeheer-afname',
    kind: 'arcgis',
    table: layer,
    series: [
      {
        series: 'grid_status',
        measure: 'afname',
        area: { dimension: 'point' },
        period: { dimension: 'day' },
        unit: 'people',
        sourceUnit: '',
        ...series,
      },
    ],
    ...own,
  });
const today = () => new Date().toISOString().slice(0, 10);

describe('a layer of the capacity map', () => {
  it('is asked at the point of each municipality, and a province or the country not', async () => {
    const server = await start();
    const { facts, batches } = await fetched(server, map());
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]).toContain('geometry=5.459,51.45');
    expect(server.requests[1]).toContain('returnGeometry=false');
    expect(batches[0]?.vintage.published).toBe(today());
    expect(at(facts, 'GM0772', today())).toMatchObject({
      value: 3,
      state: 'value',
      standing: 'observed',
      note: 'Verzonnen West',
    });
  });

  it('takes 0 without a supply area for not determined yet, not for room', async () => {
    const { facts } = await fetched(await start(), map());
    expect(at(facts, 'GM0743', today())).toMatchObject({ value: null, state: 'missing', attribute: '0' });
  });

  it('takes 0 with a supply area for room', async () => {
    const server = await start();
    const area = server.layers[layer]?.[0];
    if (area !== undefined) area.attributes.afname = 0;
    const { facts } = await fetched(server, map());
    expect(at(facts, 'GM0772', today())).toMatchObject({ value: 0, state: 'value' });
  });

  it('says a fault that comes with status 200', async () => {
    const server = await start();
    expect(readOf(await faultOf(ask(server, map({}, { table: 'Oud' }))))).toContain('400 Invalid URL');
  });

  it('refuses a name that no supply area has, and offers the nearest', async () => {
    const read = readOf(await faultOf(ask(await start(), map({ measure: 'afnam' }))));
    expect(read).toContain('MONITOR_MEASURE_UNKNOWN');
    expect(read).toContain('afname');
  });

  it('holds back two supply areas at one point that differ', async () => {
    const server = await start();
    const first = server.layers[layer]?.[0];
    if (first !== undefined) {
      server.layers[layer]?.push({ ...first, attributes: { ...first.attributes, afname: 1 } });
    }
    const { facts, doubts } = await fetched(server, map());
    expect(at(facts, 'GM0772', today())).toBeUndefined();
    expect(doubts).toMatchObject([{ area: 'GM0772' }]);
  });
});
