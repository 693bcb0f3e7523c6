import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@schaalsprong/model';
import { asyncBufferFromFile } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeptQuestion } from '../../archive/question.ts';
import { readCsvCases } from '../../cases/read-csv.ts';
import { readCases } from '../read-cases.ts';
import { readParquetCases } from '../read-parquet.ts';
import { exportKept } from './export-kept.ts';
import { keepFutures } from './keep.ts';
import { openKept } from './open-kept.ts';

const text = `{UTF-8}
Area: A1, A2 ~~|
rate[Area] = 0.5 ~ 1/Year ~ assumption |
"first, homes" = 100 ~ home ~ assumption |
homes[Area] = INTEG(rate[Area] * homes[Area], "first, homes") ~ home ~ |
INITIAL TIME = 2020 ~ Year ~ |
FINAL TIME = 2040 ~ Year ~ |
TIME STEP = 0.5 ~ Year ~ |
SAVEPER = 10 ~ Year ~ |
`;
const model = compile(text, { file: 'growth.mdl' });
const question: KeptQuestion = {
  region: null,
  agenda: null,
  model: { file: 'growth.mdl', sha256: createHash('sha256').update(text).digest('hex') },
  data: null,
  design: 'latin-hypercube',
  futures: 1500,
  seed: 1,
  mode: 'exact',
  scenario: 'all, of it',
  levers: { 'rate[A2]': 0.01 },
  uncertainties: [
    { id: 'rate', variable: 'rate[A1]', distribution: { kind: 'uniform', min: 0, max: 0.1 } },
    { id: 'first', variable: '"first, homes"', distribution: { kind: 'uniform', min: 50, max: 150 } },
  ],
  // An input that is asked as an outcome is there once.
  outcomes: ['homes[A1]', 'homes[A2]', 'rate[A1]', 'rate[A2]'].map((name) => ({ name, unit: '' })),
  times: [2020, 2030, 2040],
};
const folder = mkdtempSync(join(tmpdir(), 'export-'));
const kept = join(folder, 'kept');
beforeAll(async () => {
  await keepFutures({ folder: kept, question, model, createdBy: '1', threads: 1 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = async (form: 'csv' | 'parquet' | 'arrow' | 'tar.gz'): Promise<string> => {
  const path = join(folder, `out.${form}`);
  await exportKept(await openKept(kept), path, form);
  return path;
};

describe('kept futures as a file', () => {
  it('are a table with a row per future and time, inputs and outcomes beside each other', async () => {
    const names = ['future', 'Time', 'rate[A1]', '"first, homes"', 'homes[A1]', 'homes[A2]', 'rate[A2]'];
    const direct = await readCases(kept, { at: [2030] });
    for (const form of ['csv', 'parquet'] as const) {
      const path = await written(form);
      const table =
        form === 'csv'
          ? readCsvCases('out.csv', readFileSync(path, 'utf8'))
          : await readParquetCases('out.parquet', await asyncBufferFromFile(path));
      // Read back as cases, the table says the same as the folder it was written from.
      const cases = await readCases(path, { at: [2030] });
      for (const name of ['rate[A1]', '"first, homes"', 'homes[A1] @ 2030', 'homes[A2] @ 2030']) {
        const of = (one: typeof cases) => one.columns.find((column) => column.name === name)?.values;
        expect(of(cases)).toEqual(of(direct));
      }
      expect(cases.outcomes).toEqual(['homes[A1] @ 2030', 'homes[A2] @ 2030']);
      expect(table.columns.map(({ name }) => name)).toEqual(names);
      expect(table.count).toBe(3 * 1500);
      const at = (name: string, row: number) => table.columns.find((one) => one.name === name)?.values[row];
      for (const future of [0, 700, 1499]) {
        const row = 3 * future + 1;
        expect([at('future', row), at('Time', row)]).toEqual([future, 2030]);
        expect(at('rate[A1]', row)).toBe(direct.columns[0]?.values[future]);
        expect(at('homes[A1]', row)).toBe(direct.columns[2]?.values[future]);
      }
    }
  });

  it('are an archive that reads back to the same cases', async () => {
    const archive = await readCases(await written('tar.gz'), { at: [2020, 2040] });
    const direct = await readCases(kept, { at: [2020, 2040] });
    expect(archive.columns.map(({ name }) => name).slice(0, 6)).toEqual([
      'rate[A1]',
      '"first, homes"',
      'rate[A2]',
      'scenario',
      'policy',
      'model',
    ]);
    expect(archive.columns[4]).toMatchObject({ categories: ['all, of it'] });
    expect(archive.columns[5]).toMatchObject({ categories: ['growth'] });
    expect(archive.labels).toEqual(['scenario', 'policy', 'model']);
    for (const name of ['rate[A1]', '"first, homes"', 'homes[A1] @ 2020', 'homes[A2] @ 2040']) {
      const of = (cases: typeof direct) => cases.columns.find((one) => one.name === name)?.values;
      expect(of(archive)).toEqual(of(direct));
    }
  });

  it('have the same bytes each time, and nothing stays behind', async () => {
    for (const form of ['csv', 'parquet', 'arrow', 'tar.gz'] as const) {
      const once = readFileSync(await written(form));
      expect(readFileSync(await written(form)).equals(once)).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('of which a part is damaged leave no file', async () => {
    const opened = await openKept(kept);
    truncateSync(join(kept, 'futures-000001.bin'), 100);
    for (const form of ['csv', 'tar.gz'] as const) {
      const path = join(folder, `half.${form}`);
      await expect(exportKept(opened, path, form)).rejects.toThrow(/FUTURES_KEPT_DAMAGED .*futures-000001/);
    }
    expect(readdirSync(folder).filter((name) => /half/.test(name))).toEqual([]);
  });
});
