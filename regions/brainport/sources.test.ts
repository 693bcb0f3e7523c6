import { join } from 'node:path';
import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { fetchSource, webPort } from '@schaalsprong/monitor/connect';
import { startReplay } from '@schaalsprong/monitor/test';
import { afterAll, describe, expect, it } from 'vitest';

const region = await loadRegion(readRegionFolder(join(import.meta.dirname)));
const server = await startReplay();
afterAll(() => server.stop());

const fetched = async (id: string) => {
  const source = region.byId.sources.get(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  const got = await fetchSource(source, region, webPort(server.environment), { limits: { between: 0 } });
  if (got.outcome !== 'fetched') throw new Error(got.outcome);
  return got;
};

describe('what the statistics office answered is what the observation files hold', () => {
  it.each([
    ['cbs-03759ned', 'population', 184],
    ['cbs-83625ned', 'house_price', 253],
  ])('%s', async (id, series, count) => {
    const { batches, doubts } = await fetched(id);
    expect(doubts).toEqual([]);
    const figures = new Map(
      batches.flatMap(({ facts }) =>
        facts
          .filter((fact) => fact.series === series)
          .map((fact) => [`${fact.area} ${fact.period}`, fact.value]),
      ),
    );
    expect(figures.size).toBe(count);
    const held = region.observations.filter(
      (row) =>
        row.indicator === series && figures.has(`${row.area} ${row.period}`) && row.status === 'observed',
    );
    expect(held.length).toBe(count);
    for (const row of held)
      expect([row.area, row.period, figures.get(`${row.area} ${row.period}`)]).toEqual([
        row.area,
        row.period,
        row.value,
      ]);
  });

  it('the averages of a year that is not over are impossible, not unknown', async () => {
    const { batches } = await fetched('cbs-03759ned');
    const averages = batches.flatMap(({ facts }) =>
      facts.filter((fact) => fact.series === 'population_average'),
    );
    const last = averages.filter(({ period }) => period === '2026');
    expect(last.length).toBeGreaterThan(0);
    expect(new Set(last.map(({ state }) => state))).toEqual(new Set(['impossible']));
  });
});

describe('the catalogue of sources', () => {
  it('says of each source without a chosen measure how to find it, or that it is a file', () => {
    for (const source of region.sources) {
      if (source.series.length > 0) continue;
      const tables = /^(cbs-odata-v[34]|eurostat)$/.test(source.kind);
      if (tables) expect(source.note?.en).toContain(`schaalsprong ingest ${source.id} --dry-run`);
      else expect(source.note, source.id).toBeDefined();
    }
  });

  it('has every table whose codes were carried over, but for two of single years', () => {
    const tables = new Set(region.sources.map(({ table = '' }) => table.split('/', 1)[0]));
    const seen =
      '03759ned 60048ned 70072ned 71486ned 80590ned 81575NED 81955NED 82211NED 82235NED 83625NED 83648NED 83671NED 84826NED 85036NED ' +
      '85171NED 85224NED 85236NED 85484NED 85554NED 85644NED 85792NED 85984NED 86054NED 86098NED 86161NED 86260NED 86276NED 86286NED ' +
      'p01hoinges p02ho1ejrs p03hoinschr p04hogdipl ' +
      'Capaciteitskaart_elektriciteitsnet_v2_afname Capaciteitskaart_elektriciteitsnet_v2_teruglevering';
    expect(seen.split(' ').filter((table) => !tables.has(table))).toEqual([]);
    // District figures of one year each; those of 2024 (85984NED) take their place.
    expect(['83765NED', '85618NED'].filter((table) => tables.has(table))).toEqual([]);
  });

  it('has each table of Statistics Netherlands or DUO that a target waits for', () => {
    const tables = new Set(region.sources.map(({ table = '' }) => table.split('/', 1)[0]));
    const awaited = region.targets.flatMap(({ missing }) =>
      missing?.kind === 'not-fetched' ? (missing.where?.match(/\d{5}(?:NED|ned)|p\d{2}\w+/g) ?? []) : [],
    );
    expect(awaited.sort()).toEqual(['85356NED', '85702NED', '85969NED', 'p04hogdipl']);
    expect(awaited.filter((table) => !tables.has(table))).toEqual([]);
  });

  it('feeds what the indicators and their leading series read', () => {
    const feeds = (series: string) =>
      region.sources
        .filter((source) => source.series.some((one) => one.series === series))
        .map(({ id }) => id);
    const homes = region.byId.indicators.get('homes-completed-since-2022');
    expect(feeds(homes?.series ?? '')).toEqual(
      expect.arrayContaining(['cbs-81955ned', 'cbs-86098ned', 'cbs-86054ned']),
    );
    expect(homes?.leads.map(({ series }) => feeds(series))).toEqual([['cbs-83671ned'], ['cbs-82211ned']]);
  });

  it('follows the tables of labour participation as one chain', () => {
    const chain: string[] = [];
    for (let at = region.byId.sources.get('cbs-86088ned'); at !== undefined; ) {
      chain.unshift(at.table ?? '');
      at = at.after === undefined ? undefined : region.byId.sources.get(at.after);
    }
    expect(chain).toHaveLength(8);
    expect(chain[0]).toBe('82208NED');
  });
});
