import { describe, expect, it } from 'vitest';
import { ask, at, faultOf, fetched, quick, readOf, region, replays } from '../../../test/fetching.ts';
import { population, prices } from '../../../test/region.ts';
import { describeTable, fetchSource, webPort } from '../index.ts';

const start = replays();
const v3 = { kind: 'cbs-odata-v3' };
const wide = { measure: 'BevolkingOp1Januari_1' };

describe('a table of CBS OData v3', () => {
  it('gives the same figures as v4, from wide rows with padded codes, page by page', async () => {
    const server = await start({ pageSize: 7 });
    const old = await fetched(server, population(v3, wide));
    const { facts } = await fetched(server, population());
    const figures = (all: typeof facts) =>
      all.map(({ area, period, value, standing, decimals }) => [area, period, value, standing, decimals]);
    expect(figures(old.facts)).toEqual(figures(facts));
    expect(old.facts).toHaveLength(24);
    expect(server.requests.some((request) => request.includes("RegioS eq 'NL01  '"))).toBe(true);
  });

  it('counts a cell without value as missing, and zero as zero', async () => {
    const server = await start();
    const rows = server.tables['83625NED']?.rows.filter(({ RegioS }) => RegioS === 'NL01') ?? [];
    Object.assign(rows[0] ?? {}, { Value: 0 });
    Object.assign(rows[1] ?? {}, { Value: null });
    const { facts } = await fetched(server, prices(v3, { measure: 'GemiddeldeVerkoopprijs_1' }));
    expect(at(facts, 'NL01', '2015')).toMatchObject({ value: 0, state: 'value' });
    expect(at(facts, 'NL01', '2016')).toMatchObject({ value: null, state: 'missing' });
  });

  it('refuses the code of a measure of v4, since columns have names here', async () => {
    const error = await faultOf(ask(await start(), prices(v3)));
    expect(readOf(error)).toContain('heeft geen maat M001534. Kies uit: GemiddeldeVerkoopprijs_1');
  });

  it('offers the table in the right case', async () => {
    const error = await faultOf(ask(await start(), population({ ...v3, table: '03759NED' }, wide)));
    expect(readOf(error)).toContain('Bedoelt u 03759ned (Bevolking op 1 januari');
  });

  it.each([
    ['v3', { ...v3 }, wide],
    ['v4', {}, {}],
  ])('keeps two series of one measure apart, each with its own codes: %s', async (_, own, measure) => {
    const server = await start();
    const source = population(own, measure);
    const [people] = source.series;
    if (people === undefined) throw new Error('no series');
    const rows = server.tables['03759ned']?.rows ?? [];
    const men = rows
      .filter(({ Measure }) => Measure === 'M000352')
      .slice(0, 2)
      .map((row, nth) => ({ ...row, Id: 9_000_000 + nth, Geslacht: 'Z1', Value: 1 }));
    rows.push(...men);
    const where = { ...people.where, Geslacht: 'Z1' };
    const { facts } = await fetched(server, {
      ...source,
      series: [people, { ...people, series: 'men', where }],
    });
    expect(facts.filter(({ series }) => series === 'population')).toHaveLength(24);
    expect(facts.filter(({ series }) => series === 'men').map(({ value }) => value)).toEqual([1, 1]);
  });

  it('calls a forecast expected, whatever the table says of its periods', async () => {
    const source = population(v3, { ...wide, expected: true });
    const { facts } = await fetched(await start(), source);
    expect(new Set(facts.map(({ standing }) => standing))).toEqual(new Set(['expected']));
  });

  it('is not fetched again when it is as it was', async () => {
    const server = await start();
    const source = population(v3, wide);
    const { check } = await fetched(server, source);
    const since = { source: source.id, at: '', outcome: 'changed', code: null, ...check } as const;
    expect((await ask(server, source, { since })).outcome).toBe('unchanged');
    expect((await ask(server, source, { since: { ...since, etag: null } })).outcome).toBe('unchanged');
  });

  it('ends on a server that does not hear where to begin', async () => {
    const server = await start({ pageSize: 7 });
    const plain = webPort(server.environment);
    const deaf = {
      ...plain,
      fetch: (address: string, init: RequestInit) => plain.fetch(address.replace(/skip=\d+/, 'skip=0'), init),
    };
    const error = await faultOf(fetchSource(population(v3, wide), region, deaf, { limits: quick }));
    expect(error.problems[0]?.code).toBe('MONITOR_PAGES_REPEAT');
  });

  it('can be described, measures with the group that they are in', async () => {
    const server = await start();
    const described = await describeTable(prices(v3), webPort(server.environment), { limits: quick });
    expect(described.measures).toEqual([
      {
        code: 'GemiddeldeVerkoopprijs_1',
        title: 'Gemiddelde verkoopprijs',
        path: ['Alles bij elkaar'],
        unit: 'euro',
        decimals: 0,
      },
    ]);
  });
});
