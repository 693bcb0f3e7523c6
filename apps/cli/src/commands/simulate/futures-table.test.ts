import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { openRegion } from '@schaalsprong/futures';
import { dependencies } from '@schaalsprong/futures/depends';
import { readRanges } from '@schaalsprong/futures/ranges';
import { settingOf, tableAsks, tableFuturesData } from '@schaalsprong/futures/table';
import { columnOf } from '@schaalsprong/methods/cases';
import { futuresFile, futuresTable, modelFutures } from '@schaalsprong/methods/cases-files';
import { readCases } from '@schaalsprong/methods/node';
import { compile, createLocalPool } from '@schaalsprong/model';
import { afterAll, describe, expect, it } from 'vitest';
import { runHere, syntheticRegion } from '../../../test/world.ts';

const cwd = mkdtempSync(join(tmpdir(), 'schaalsprong-futures-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const seed = 11;
const count = 60;
const times = [2024, 2027.5];

/** The futures of the region's own scenario, as the page makes them. */
async function ofThePage() {
  const { region, model } = await openRegion(readRegionFolder(syntheticRegion));
  const setting = settingOf(region, 'agenda');
  const asks = tableAsks(region, model.program);
  const runner = createLocalPool(model);
  const made = await tableFuturesData(asks, { setting, futures: count, seed }, times, { runner });
  return { region, setting, table: futuresTable(made) };
}

describe('futures that a page gives away', () => {
  it('hold the inputs and outcomes that simulate writes, to the last bit', async () => {
    const { region, table } = await ofThePage();
    const argv = ['--scenario', 'agenda', '--futures', String(count), '--seed', String(seed)];
    const outcomes = region.outcomes.map(({ variable }) => variable).join(',');
    const { code, err } = await runHere(
      ['simulate', syntheticRegion, ...argv, '--outcomes', outcomes, '--keep', 'kept'],
      { cwd },
    );
    expect([code, err]).toEqual([0, expect.anything()]);
    expect((await runHere(['simulate', '--from', 'kept', '--out', 'cli.parquet'], { cwd })).code).toBe(0);
    const cases = await readCases(join(cwd, 'cli.parquet'), { at: times });
    const compared = cases.columns.filter(({ name }) => name !== 'future' && name !== 'Time');
    expect(compared.length).toBeGreaterThan(region.outcomes.length * times.length);
    for (const { name, values } of compared) {
      expect(columnOf(table, name)?.values, name).toEqual(values);
    }
  });

  it('of a model of one’s own hold what simulate writes for the same ranges and seed', async () => {
    const text = `{UTF-8}
Area: A1, A2 ~~|
rate[Area] = 0.5, 1 ~ 1/Year ~ |
first = 100 ~ home ~ |
homes[Area] = INTEG(rate[Area] * homes[Area], first) ~ home ~ |
INITIAL TIME = 2020 ~ Year ~ |
FINAL TIME = 2022 ~ Year ~ |
TIME STEP = 0.5 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;
    const ranges = 'variable,min,max,kind,mode\n"rate[A1]",0,1,,\nfirst,50,150,triangular,90\n';
    writeFileSync(join(cwd, 'own.mdl'), text);
    writeFileSync(join(cwd, 'own.csv'), ranges);
    const model = compile(text, { units: 'off' });
    const { uncertainties, problems } = readRanges('own.csv', ranges, model);
    expect(problems).toEqual([]);
    const asked = { uncertainties, count, seed, levers: {}, outcomes: ['homes[A1]', 'homes[A2]'], about: {} };
    const table = futuresTable(await modelFutures({ ...asked, times: [2021, 2022] }, createLocalPool(model)));
    const argv = ['own.mdl', '--uncertain', 'own.csv', '--futures', String(count), '--seed', String(seed)];
    expect((await runHere(['simulate', ...argv, '--keep', 'own'], { cwd })).code).toBe(0);
    expect((await runHere(['simulate', '--from', 'own', '--out', 'own.parquet'], { cwd })).code).toBe(0);
    const cases = await readCases(join(cwd, 'own.parquet'), { at: [2021, 2022] });
    const compared = cases.columns.filter(({ name }) => name !== 'future' && name !== 'Time');
    expect(compared).toHaveLength(2 + 4);
    for (const { name, values } of compared) {
      expect(columnOf(table, name)?.values, name).toEqual(values);
    }
  });

  it('come back from CSV and Parquet as they were, with what made them', async () => {
    const { region, setting, table } = await ofThePage();
    for (const form of ['csv', 'parquet'] as const) {
      const path = join(cwd, `page.${form}`);
      writeFileSync(path, Buffer.concat(await futuresFile(table, form)));
      const back = await readCases(path);
      expect(back).toEqual(table);
      const last = back.columns.at(-1);
      const about = JSON.parse((last?.kind === 'category' ? last.categories[0] : undefined) ?? '{}');
      expect(about).toMatchObject({
        region: region.id,
        hashes: region.hashes,
        domains: dependencies('table', region.domains),
        seed,
        futures: count,
        setting,
      });
      expect(about.outcomes).toEqual(table.outcomes);
    }
  });

  it('are taken by discover, which leaves out the number of the future and what made them', async () => {
    const { table } = await ofThePage();
    writeFileSync(join(cwd, 'given.csv'), Buffer.concat(await futuresFile(table, 'csv')));
    const met = table.outcomes?.find((name) => name.endsWith(' met')) ?? '';
    const { code, out, err } = await runHere(
      ['discover', 'prim', 'given.csv', '--outcome', met, '--below', '0.5', '--json'],
      { cwd },
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).not.toContain('"provenance"');
    expect(out).not.toContain('"future"');
  });
});
