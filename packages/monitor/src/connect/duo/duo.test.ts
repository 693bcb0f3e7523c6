import { describe, expect, it } from 'vitest';
import { ask, at, faultOf, fetched, readOf, replays } from '../../../test/fetching.ts';
import { sourceOf } from '../../../test/region.ts';

const start = replays();
const graduates = (own: object = {}, series: object = {}) =>
  sourceOf({
    id: 'duo-hbo',
    kind: 'duo-csv',
    publisher: 'DUO',
    table: 'p04hogdipl/gediplomeerdenhbo.csv',
    delimiter: ',',
    secret: ['-1'],
    series: [
      {
        series: 'graduates',
        measure: 'AANTAL_GEDIPLOMEERDEN',
        add: true,
        area: { dimension: 'GEMEENTENUMMER' },
        period: { dimension: 'DIPLOMAJAAR' },
        unit: 'people',
        sourceUnit: '',
        ...series,
      },
    ],
    ...own,
  });

describe('a file of the open data of DUO', () => {
  it('is found by the catalogue, and its rows are added; a sum with a secret cell is secret', async () => {
    const server = await start();
    const { facts, doubts } = await fetched(server, graduates());
    expect(server.requests).toEqual([
      '/duo/package_show?id=p04hogdipl',
      '/duo/download/p04hogdipl/gediplomeerdenhbo.csv',
    ]);
    expect(doubts).toEqual([]);
    expect(at(facts, 'GM0772', '2023')).toMatchObject({ value: 200, state: 'value' });
    expect(at(facts, 'GM0772', '2024')).toMatchObject({ value: null, state: 'secret' });
  });

  it('takes only the rows of the codes that a series names', async () => {
    const { facts } = await fetched(await start(), graduates({}, { where: { ONDERDEEL: 'techniek' } }));
    expect(facts.map(({ value }) => value)).toEqual([120, 130]);
  });

  it('offers the files that the dataset has where it lacks this one', async () => {
    const table = 'p04hogdipl/gediplomeerdenhb.csv';
    const read = readOf(await faultOf(ask(await start(), graduates({ table }))));
    expect(read).toContain('MONITOR_TABLE_UNKNOWN');
    expect(read).toContain('p04hogdipl/gediplomeerdenhbo.csv');
  });

  it('says that the catalogue has no such dataset', async () => {
    const table = 'p05/gediplomeerdenhbo.csv';
    const read = readOf(await faultOf(ask(await start(), graduates({ table }))));
    expect(read).toContain('MONITOR_TABLE_UNKNOWN');
    expect(read).toContain('catalogus');
  });

  it('follows no address to another host', async () => {
    const server = await start();
    const [file] = server.duo.p04hogdipl ?? [];
    if (file !== undefined) file.elsewhere = 'https://example.invalid/gediplomeerdenhbo.csv';
    const read = readOf(await faultOf(ask(server, graduates())));
    expect(read).toContain('MONITOR_LINK_ELSEWHERE');
    expect(server.requests).toHaveLength(1);
  });

  it('refuses a page for people', async () => {
    const server = await start();
    server.fault(/download/, { kind: 'page' }, 1);
    expect((await faultOf(ask(server, graduates()))).problems).toHaveLength(1);
  });
});
