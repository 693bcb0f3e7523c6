import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileWhole } from '@schaalsprong/model/node';
import { type Block, csvWriter, parquetWriter, writeTable } from '@schaalsprong/model/stream';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Cases } from '../cases/cases.ts';
import { readCsvCases } from '../cases/read-csv.ts';
import { FuturesError } from '../problems.ts';
import { readCases } from './read-cases.ts';
import { casesForm, writeCases } from './write-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'cases-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);
const codesOf = async (act: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await act;
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

const mixed = readCsvCases(
  'mixed.csv',
  'delay,"grid, MW",party,met\n0.5,1,"a, b",true\n,,,\n1.0,3,"say ""x""",false\n',
);

describe('files of cases', () => {
  it('give back what was written, in every form', async () => {
    for (const form of ['csv', 'parquet', 'tar.gz'] as const) {
      const file = path(`mixed.${form}`);
      await writeCases(file, mixed, form);
      const back = await readCases(file);
      expect(back.count).toBe(3);
      expect(back.columns.map(({ name }) => name)).toEqual(mixed.columns.map(({ name }) => name));
      // A whole number with gaps is a real one to pandas, and so in its archives.
      const kinds = back.columns.map(({ kind }) => kind);
      expect(kinds).toEqual(['real', form === 'tar.gz' ? 'real' : 'integer', 'category', 'category']);
      expect(back.columns.map(({ values }) => [...values])).toEqual(
        mixed.columns.map(({ values }) => [...values]),
      );
    }
  });

  const block = (times: readonly number[]): Block => ({
    from: 0,
    count: 3,
    lanes: 3,
    outcomes: ['homes'],
    time: Float64Array.from(times),
    data: Float64Array.from({ length: 3 * times.length }, (_, i) => i),
  });
  const overTime = { csv: csvWriter, parquet: parquetWriter };

  it('of several futures over time without inputs are no cases: refused, with the way out', async () => {
    for (const form of ['csv', 'parquet'] as const) {
      const file = path(`futures.${form}`);
      await writeFileWhole(file, (sink) =>
        writeTable([block([2020, 2030])], overTime[form](sink, { outcomes: ['homes'] })),
      );
      expect(await codesOf(readCases(file))).toEqual(['FUTURES_CASES_OVER_TIME']);
      await expect(readCases(file)).rejects.toThrow(/without inputs: 6 rows of 3 futures.*--keep FOLDER/);
    }
  });

  it('of several futures over time with inputs are read at the last time or at another, a row per future', async () => {
    writeFileSync(
      path('over.csv'),
      'future,Time,delay,homes,fixed\n7,2020,1,5,0\n7,2030,1,6,0\n8,2020,2,7,0\n8,2030,2,8,0\n',
    );
    const last = await readCases(path('over.csv'));
    expect(last.columns.map(({ name }) => name)).toEqual(['future', 'Time', 'delay', 'fixed', 'homes']);
    expect(last.columns.map(({ values }) => [...values])).toEqual([
      [7, 8],
      [2030, 2030],
      [1, 2],
      [0, 0],
      [6, 8],
    ]);
    expect({ ...last, columns: [] }).toEqual({
      count: 2,
      columns: [],
      outcomes: ['homes'],
      labels: ['future', 'Time'],
    });
    const first = await readCases(path('over.csv'), { at: 2020 });
    expect(first.columns.at(-1)).toMatchObject({ name: 'homes', values: Float64Array.of(5, 7) });
    const both = await readCases(path('over.csv'), { at: [2020, 2030] });
    expect(both.outcomes).toEqual(['homes @ 2020', 'homes @ 2030']);
  });

  it('over time say which time or row is not there, or is there twice', async () => {
    writeFileSync(path('gap.csv'), 'future,Time,delay,homes\n0,2020,1,5\n0,2030,1,6\n1,2020,2,7\n');
    writeFileSync(path('twice.csv'), 'future,Time,delay,homes\n0,2020,1,5\n1,2020,2,6\n1,2020,2,7\n');
    expect(await codesOf(readCases(path('gap.csv'), { at: 2025 }))).toEqual(['FUTURES_CASES_TIME']);
    await expect(readCases(path('gap.csv'))).rejects.toThrow(/NO_ROW.*future 1 has no row at time 2030/);
    await expect(readCases(path('twice.csv'))).rejects.toThrow(/ROW_TWICE.*future 1 .*time 2020/);
    writeFileSync(path('flat.csv'), 'delay,homes\n1,5\n2,6\n');
    expect(await codesOf(readCases(path('flat.csv'), { at: 2020 }))).toEqual(['FUTURES_CASES_NO_TIMES']);
  });

  it('of several futures at one time are cases, labelled by future and time', async () => {
    for (const form of ['csv', 'parquet'] as const) {
      const file = path(`once.${form}`);
      await writeFileWhole(file, (sink) =>
        writeTable([block([2030])], overTime[form](sink, { outcomes: ['homes'] })),
      );
      const cases = await readCases(file);
      expect({ count: cases.count, labels: cases.labels }).toEqual({ count: 3, labels: ['future', 'Time'] });
    }
  });

  it('keep numbers in Parquet to the last bit', async () => {
    const row = fc.record({ a: fc.double(), b: fc.maxSafeInteger(), c: fc.string({ minLength: 1 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const words = [...new Set(rows.map(({ c }) => c))];
        const cases: Cases = {
          count: rows.length,
          columns: [
            { name: 'a', kind: 'real', values: Float64Array.from(rows, ({ a }) => a) },
            { name: 'b', kind: 'integer', values: Float64Array.from(rows, ({ b }) => (b === 0 ? 0 : b)) },
            {
              name: 'c',
              kind: 'category',
              categories: words,
              values: Int32Array.from(rows, ({ c }) => words.indexOf(c)),
            },
          ],
        };
        await writeCases(path('bits.parquet'), cases, 'parquet');
        expect(await readCases(path('bits.parquet'))).toEqual(cases);
      }),
      { numRuns: 60 },
    );
  });

  it('read chosen columns of Parquet as words', async () => {
    await writeCases(path('codes.parquet'), readCsvCases('c.csv', 'area,x\n772,1\n855,2\n'), 'parquet');
    const cases = await readCases(path('codes.parquet'), { words: ['area'] });
    expect(cases.columns[0]).toMatchObject({ kind: 'category', categories: ['772', '855'] });
  });

  it('that are not there, cut short, or a folder of something else are told apart', async () => {
    expect(await codesOf(readCases(path('none.csv')))).toEqual(['FUTURES_CASES_UNREADABLE']);
    mkdirSync(path('empty'));
    expect(await codesOf(readCases(path('empty')))).toEqual(['FUTURES_KEPT_NONE']);
    await writeCases(path('cut.parquet'), mixed, 'parquet');
    truncateSync(path('cut.parquet'), 100);
    expect(await codesOf(readCases(path('cut.parquet')))).toEqual(['FUTURES_CASES_PARQUET']);
    writeFileSync(path('text.parquet'), 'a,b\n1,2\n');
    expect(await codesOf(readCases(path('text.parquet')))).toEqual(['FUTURES_CASES_PARQUET']);
  });

  it('are read in the encoding and with the decimals of a Dutch spreadsheet', async () => {
    writeFileSync(path('excel.csv'), Buffer.from('knelpunt;waarde\r\ncaf\xe9;1,5\r\n', 'latin1'));
    const cases = await readCases(path('excel.csv'));
    expect(cases.columns[0]).toMatchObject({ categories: ['café'] });
    expect([...(cases.columns[1]?.values ?? [])]).toEqual([1.5]);
  });

  it('have the form of their ending', () => {
    expect(['a.csv', 'b.PARQUET', 'c.tar.gz', 'd.gz', 'e'].map(casesForm)).toEqual([
      'csv',
      'parquet',
      'tar.gz',
      null,
      null,
    ]);
  });
});
