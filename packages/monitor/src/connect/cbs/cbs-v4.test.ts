import { describe, expect, it } from 'vitest';
import { ask, at, faultOf, fetched, quick, readOf, replays } from '../../../test/fetching.ts';
import { population, prices } from '../../../test/region.ts';
import type { SourceCheck } from '../../facts.ts';
import { describeTable, type Progress, webPort } from '../index.ts';
import { certaintyOf } from './cbs-v4.ts';

const start = replays();
const check = (of: Pick<SourceCheck, 'etag' | 'lastModified' | 'question'>): SourceCheck => ({
  source: 'cbs-83625ned',
  at: '2026-07-17T16:32:24Z',
  outcome: 'changed',
  code: null,
  ...of,
});

describe('a table of CBS OData v4', () => {
  it('gives the real prices of the areas of the region, over pages, as one version', async () => {
    const { facts, batches } = await fetched(await start({ pageSize: 10 }), prices());
    expect(facts).toHaveLength(33);
    expect(at(facts, 'NL01', '2015')).toMatchObject({
      value: 230194,
      unit: 'eur',
      standing: 'final',
      source: 'CBS 83625NED, CC BY 4.0, https://datasets.cbs.nl/odata/v1/CBS/83625NED',
    });
    expect(at(facts, 'GM0772', '2025')?.value).toBe(469870);
    expect(batches[0]?.vintage).toMatchObject({ published: '2026-02-17', table: '83625NED' });
    expect(batches[0]?.covers).toEqual({ series: ['house_price'], areas: ['GM0743', 'GM0772', 'NL01'] });
  });

  it('gives population on the first day of the year, and two measures in one question', async () => {
    const server = await start();
    const [series] = population().series;
    const both = population({
      series: [series, { ...series, series: 'mean', measure: 'M000365', period: { dimension: 'Perioden' } }],
    });
    const { facts } = await fetched(server, both);
    expect(at(facts, 'GM0772', '2019-01-01')?.value).toBe(231642);
    expect(at(facts, 'NL01', '2019')).toMatchObject({ series: 'mean', value: 17344874, decimals: 1 });
    expect(server.requests.filter((request) => request.includes('Observations'))).toHaveLength(1);
  });

  it('keeps impossible apart from absent: the average of a year that is not over cannot exist yet', async () => {
    const mean = population({}, { measure: 'M000365', period: { dimension: 'Perioden' } });
    const server = await start();
    const table = server.tables['03759ned'];
    if (table !== undefined) {
      table.rows = table.rows.filter(({ RegioS, Perioden }) => RegioS !== 'NL01' || Perioden !== '2019JJ00');
    }
    const { facts } = await fetched(server, mean);
    expect(at(facts, 'NL01', '2026')).toMatchObject({
      value: null,
      state: 'impossible',
      attribute: 'Impossible',
    });
    expect(at(facts, 'NL01', '2019')).toBeUndefined();
  });

  it('keeps zero, null and secret apart, and shows a mark that it does not know', async () => {
    const server = await start();
    const rows = server.tables['83625NED']?.rows.filter(({ RegioS }) => RegioS === 'NL01') ?? [];
    Object.assign(rows[0] ?? {}, { Value: 0 });
    Object.assign(rows[1] ?? {}, { Value: null });
    Object.assign(rows[2] ?? {}, { Value: null, ValueAttribute: 'Confidential' });
    Object.assign(rows[3] ?? {}, { Value: 5, ValueAttribute: 'Estimated' });
    const { facts, warnings } = await fetched(server, prices());
    expect(
      ['2015', '2016', '2017', '2018'].map((year) => {
        const { value, state, attribute } = at(facts, 'NL01', year) ?? {};
        return [value, state, attribute];
      }),
    ).toEqual([
      [0, 'value', ''],
      [null, 'missing', ''],
      [null, 'secret', 'Confidential'],
      [null, 'missing', 'Estimated'],
    ]);
    expect(warnings.map(({ nl }) => nl).join()).toContain('Estimated');
  });

  it('lets a cell that is text wait for a person, and takes the others', async () => {
    const server = await start();
    const row = server.tables['83625NED']?.rows[0];
    Object.assign(row ?? {}, { Value: 'circa 230.000' });
    const { facts, doubts } = await fetched(server, prices());
    expect(facts).toHaveLength(32);
    expect(doubts).toMatchObject([
      { code: 'MONITOR_CELL_TEXT', area: 'NL01', period: '2015', found: 'circa 230.000', fact: null },
    ]);
  });

  it('says how sure a period is, and gives a changed value of the same period under another version', async () => {
    const server = await start();
    const table = server.tables['83625NED'];
    const last = table?.dimensions.Perioden?.codes.at(-1);
    if (table === undefined || last === undefined) throw new Error('the fixture has changed');
    last.Status = 'Voorlopig';
    const before = await fetched(server, prices());
    expect(at(before.facts, 'NL01', '2025')).toMatchObject({ value: 479527, standing: 'provisional' });
    last.Status = 'Definitief';
    table.modified = '2026-12-01T00:00:00+01:00';
    for (const row of table.rows) {
      if (row.RegioS === 'NL01' && row.Perioden === '2025JJ00') row.Value = 480000;
    }
    const after = await fetched(server, prices());
    expect(at(after.facts, 'NL01', '2025')).toMatchObject({ value: 480000, standing: 'final' });
    expect(after.batches[0]?.vintage.id).not.toBe(before.batches[0]?.vintage.id);
  });

  it('reads a current year that holds its months so far as those months', async () => {
    const server = await start();
    const last = server.tables['83625NED']?.dimensions.Perioden?.codes.at(-1);
    if (last !== undefined) last.Title = '2025 januari-april';
    const { facts } = await fetched(server, prices());
    expect(at(facts, 'NL01', '2025')).toBeUndefined();
    expect(at(facts, 'NL01', '2025-01/2025-04')?.value).toBe(479527);
  });

  it('lets a period whose title it cannot read wait for a person', async () => {
    const server = await start();
    const last = server.tables['83625NED']?.dimensions.Perioden?.codes.at(-1);
    if (last !== undefined) last.Title = '2025 tot nu toe';
    const { facts, doubts } = await fetched(server, prices());
    expect(facts).toHaveLength(30);
    expect(doubts.map(({ code, period }) => [code, period])).toEqual(
      Array(3).fill(['MONITOR_PERIOD_UNKNOWN', '2025JJ00 (2025 tot nu toe)']),
    );
  });

  it('does not take a year for another one that its title names', async () => {
    const server = await start();
    const last = server.tables['83625NED']?.dimensions.Perioden?.codes.at(-1);
    if (last !== undefined) last.Title = '2024';
    const { facts, doubts } = await fetched(server, prices());
    expect(at(facts, 'NL01', '2024')?.value).toBe(450985);
    expect(doubts).toHaveLength(3);
  });

  it('takes only periods of one length where sources.yaml says so', async () => {
    const server = await start();
    const table = server.tables['83625NED'];
    const [row] = table?.rows ?? [];
    table?.dimensions.Perioden?.codes.push({ Identifier: '2025KW01', Title: '2025 1e kwartaal' });
    if (row !== undefined) table?.rows.push({ ...row, Id: 9_999, Perioden: '2025KW01', Value: 1 });
    expect(at((await fetched(server, prices())).facts, 'NL01', '2025-Q1')?.value).toBe(1);
    const years = prices({}, { period: { dimension: 'Perioden', every: 'year' } });
    expect((await fetched(server, years)).facts).toHaveLength(33);
  });

  it('takes codes with spaces at their end, and asks for them as the table writes them', async () => {
    const server = await start();
    const table = server.tables['83625NED'];
    for (const code of table?.dimensions.RegioS?.codes ?? []) code.Identifier = `${code.Identifier}  `;
    for (const row of table?.rows ?? []) row.RegioS = `${row.RegioS}  `;
    const { facts } = await fetched(server, prices());
    expect(at(facts, 'GM0772', '2025')?.value).toBe(469870);
    expect(server.requests.some((request) => request.includes("RegioS eq 'GM0772  '"))).toBe(true);
  });

  it('takes a unit that is spelled otherwise, and reports one that has changed about the whole series', async () => {
    const server = await start();
    const [measure] = server.tables['83625NED']?.measures ?? [];
    if (measure !== undefined) measure.Unit = 'x 1 000 euro ';
    const thousands = { sourceUnit: 'x1000 euro', times: 1000 };
    const same = await fetched(server, prices({}, thousands));
    expect(same.doubts).toEqual([]);
    expect(at(same.facts, 'NL01', '2015')?.value).toBe(230_194_000);
    const other = await fetched(server, prices());
    expect(other.doubts).toMatchObject([
      { code: 'MONITOR_UNIT_CHANGED', series: 'house_price', area: '', period: '', found: 'x 1 000 euro' },
    ]);
    expect(other.facts).toHaveLength(33);
  });

  it('warns of an area that the table does not have, unless sources.yaml names it', async () => {
    const server = await start();
    const list = server.tables['83625NED']?.dimensions.RegioS;
    if (list !== undefined) list.codes = list.codes.filter(({ Identifier }) => Identifier !== 'GM0743');
    const { warnings, batches } = await fetched(server, prices());
    expect(warnings.map(({ en }) => en)).toEqual([
      'Table 83625NED has no figures of GM0743; they were not asked for.',
    ]);
    expect(batches[0]?.covers?.areas).toEqual(['GM0772', 'NL01']);
    const named = prices({}, { area: { dimension: 'RegioS', only: ['GM0743'] } });
    expect(readOf(await faultOf(ask(server, named)))).toContain('MONITOR_CODE_UNKNOWN');
  });

  it('asks only for the years that sources.yaml wants', async () => {
    const { facts } = await fetched(await start(), prices({}, { from: '2020', until: '2022' }));
    expect([...new Set(facts.map(({ period }) => period))].sort()).toEqual(['2020', '2021', '2022']);
  });

  it('splits a question with many areas, so that no address grows too long', async () => {
    const server = await start();
    const table = server.tables['83625NED'];
    const codes: Record<string, string> = { NL01: 'NL01' };
    for (let nth = 0; nth < 200; nth++) {
      const Identifier = `XX${String(nth).padStart(4, '0')}`;
      table?.dimensions.RegioS?.codes.push({ Identifier, Title: 'synthetisch' });
      codes[`A${nth}`] = Identifier;
    }
    await fetched(server, prices({}, { area: { dimension: 'RegioS', codes } }));
    const asked = server.requests.filter((request) => request.includes('Observations'));
    expect(asked.length).toBeGreaterThan(2);
    expect(Math.max(...asked.map((request) => encodeURI(request).length))).toBeLessThan(2_000);
    expect(asked.join().match(/XX\d{4}/g)).toHaveLength(200);
  });

  it('tells its progress, up to all cells that can be there', async () => {
    const told: Progress[] = [];
    await fetched(await start({ pageSize: 10 }), prices(), { onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ stage: 'cells', cells: 33, cellsExpected: 33, secondsLeft: 0 });
    expect(told[0]).toMatchObject({ stage: 'structure', secondsLeft: null });
  });
});

it.each([
  ['Definitief', 'final'],
  ['NaderVoorlopig', 'revised'],
  ['Nader voorlopig', 'revised'],
  ['Voorlopig', 'provisional'],
  ['Onbekend', null],
  [undefined, null],
])('a period with status %s is %s', (status, standing) => {
  expect(certaintyOf(status)).toBe(standing);
});

describe('a table that is as it was', () => {
  it('is not fetched again where the server knows what we had', async () => {
    const server = await start();
    const first = await fetched(server, prices());
    server.requests.length = 0;
    expect(await ask(server, prices(), { since: check(first.check) })).toMatchObject({
      outcome: 'unchanged',
      check: first.check,
    });
    expect(server.requests).toEqual(['/cbs/83625NED/Properties']);
  });

  it('is not fetched again where only its date says so', async () => {
    const server = await start();
    const first = await fetched(server, prices());
    const since = check({ ...first.check, etag: null });
    expect((await ask(server, prices(), { since })).outcome).toBe('unchanged');
  });

  it('is fetched again where something else is asked, or where the last check failed', async () => {
    const server = await start();
    const { check: last } = await fetched(server, prices());
    const other = prices({}, { from: '2020' });
    expect((await ask(server, other, { since: check(last) })).outcome).toBe('fetched');
    const failed = { ...check(last), outcome: 'failed' as const };
    expect((await ask(server, prices(), { since: failed })).outcome).toBe('fetched');
  });
});

describe('what sources.yaml says and the table does not know', () => {
  it('a table in the wrong case is offered in the right one', async () => {
    const error = await faultOf(ask(await start(), population({ table: '03759NED' })));
    expect(error.unreachable).toBe(false);
    expect(readOf(error)).toBe(
      'MONITOR_TABLE_UNKNOWN sources.yaml: cbs-03759ned table: Er is geen tabel 03759NED bij HIER. Bedoelt u 03759ned (Bevolking op 1 januari en gemiddeld; geslacht, leeftijd en regio)?',
    );
  });

  it('a measure, dimension and code are named all at once, each with what comes near', async () => {
    const where = { Geslacht: 'T001039', Leeftijd: '10000', BurgelijkeStaat: 'T001019' };
    const error = await faultOf(ask(await start(), population({}, { measure: 'M000353', where })));
    expect(readOf(error).split('\n')).toEqual([
      'MONITOR_MEASURE_UNKNOWN sources.yaml: cbs-03759ned series[0].measure: Tabel 03759ned heeft geen maat M000353. Bedoelt u M000352 (Bevolking op 1 januari), M000365 (Gemiddelde bevolking)?',
      'MONITOR_CODE_UNKNOWN sources.yaml: cbs-03759ned series[0].where.Geslacht: Dimensie Geslacht van tabel 03759ned heeft geen code T001039. Misschien is de codelijst veranderd. Bedoelt u T001038 (Totaal)?',
      'MONITOR_DIMENSION_UNKNOWN sources.yaml: cbs-03759ned series[0].where.BurgelijkeStaat: Tabel 03759ned heeft geen dimensie BurgelijkeStaat. Bedoelt u BurgerlijkeStaat?',
      'MONITOR_DIMENSION_OPEN sources.yaml: cbs-03759ned series[0].where.BurgerlijkeStaat: Van dimensie BurgerlijkeStaat van tabel 03759ned is geen code gekozen, dus een cel heeft meer dan een waarde. Kies uit: T001019 (Totaal), Z1 (synthetisch).',
    ]);
  });

  it('a measure whose title stands in two groups is offered with its groups', async () => {
    const server = await start();
    const table = server.tables['03759ned'];
    table?.measureGroups.push(
      { Id: 'A', Title: 'Stand', ParentId: null },
      { Id: 'B', Title: 'Ontwikkeling', ParentId: null },
    );
    for (const [i, measure] of (table?.measures ?? []).entries()) {
      Object.assign(measure, { Title: 'Inwoners', MeasureGroupId: i === 0 ? 'A' : 'B' });
    }
    const { measure: _, ...open } = population().series[0] ?? {};
    expect(readOf(await faultOf(ask(server, population({ series: [open] }))))).toContain(
      'Kies uit: M000352 (Stand / Inwoners), M000365 (Ontwikkeling / Inwoners).',
    );
  });

  it('a table without chosen series can still be described', async () => {
    const server = await start();
    const empty = prices({ series: [] });
    expect(readOf(await faultOf(ask(server, empty)))).toContain('schaalsprong ingest cbs-83625ned --dry-run');
    const described = await describeTable(empty, webPort(server.environment), { limits: quick });
    expect(described).toMatchObject({
      title: 'Bestaande koopwoningen; gemiddelde verkoopprijzen, regio',
      measures: [{ code: 'M001534', title: 'Gemiddelde verkoopprijs', unit: 'euro', decimals: 0 }],
      dimensions: [
        { id: 'RegioS', kind: 'area' },
        { id: 'Perioden', kind: 'time' },
      ],
    });
  });
});
