import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { tarEnd, tarEntries, tarHeader, tarPadding } from '../../archive/tar.ts';
import type { Cases } from '../../cases/cases.ts';
import { readCsvCases } from '../../cases/read-csv.ts';
import { discoveryData } from '../../discovery/data/data.ts';
import { FuturesError } from '../../problems.ts';
import { readCases } from '../read-cases.ts';
import { writeCases } from '../write-cases.ts';
import { readEmaCases } from './read-ema.ts';

const folder = mkdtempSync(join(tmpdir(), 'ema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An archive as Python's tarfile packs one. */
function archive(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const parts = Object.entries(files).flatMap(([file, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return [tarHeader(file, bytes.length), bytes, tarPadding(bytes.length)];
  });
  const path = join(folder, name);
  writeFileSync(path, gzipSync(Buffer.concat([...parts, tarEnd()])));
  return path;
}

/** An array as numpy.save writes it, doubles in C order. */
function npy(shape: readonly number[], values: readonly number[], fortran = false): Uint8Array {
  const head = `{'descr': '<f8', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${shape.join(', ')},), }`;
  const text = `${head.padEnd(117)}\n`;
  const start = Buffer.alloc(10);
  start.write('\x93NUMPY\x01\x00', 'latin1');
  start.writeUInt16LE(text.length, 8);
  return Buffer.concat([start, Buffer.from(text), new Uint8Array(Float64Array.from(values).buffer)]);
}

const experiments =
  'delay,"grid, MW","say ""x""",on,policy,scenario,model\n0.5,1,a,True,none,0,m\n1.5,2,"b, c",False,,1,m\n';
const types = {
  delay: 'float64',
  'grid, MW': 'int64',
  'say "x"': 'category',
  on: 'bool',
  policy: 'category',
  scenario: 'int64',
  model: 'category',
};
const metadata = (...outcomes: readonly (readonly [string, string, string])[]): string =>
  JSON.stringify({ version: 0.1, outcomes, experiments: types });
const values = (cases: Cases, name: string): readonly number[] => {
  const found = cases.columns.find((column) => column.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return [...found.values];
};
const codesOf = async (act: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await act;
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

describe('an archive of EMA Workbench', () => {
  const everything = archive('all.tar.gz', {
    'experiments.csv': experiments,
    'homes.cls': '10\n20\n',
    'jobs, all.csv': '1,2,3\n4,5,6\n',
    'TIME.csv': '2020.0,2030.0,2040.0\n2020.0,2030.0,2040.0\n',
    'series.csv': '0,1,2\n7.0,8.0,9.0\n-1.0,,inf\n',
    'many.npy': npy([2, 2, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    'metadata.json': metadata(
      ['ScalarOutcome', 'homes', 'homes.cls'],
      ['ArrayOutcome', 'jobs, all', 'jobs, all.csv'],
      ['TimeSeriesOutcome', 'series', 'series.csv'],
      ['ArrayOutcome', 'TIME', 'TIME.csv'],
      ['ArrayOutcome', 'many', 'many.npy'],
    ),
  });

  it('gives experiments and outcomes: numbers, whole numbers, truth, words, names with commas and quotes', async () => {
    const cases = await readCases(everything);
    expect(cases.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['delay', 'real'],
      ['grid, MW', 'integer'],
      ['say "x"', 'category'],
      ['on', 'category'],
      ['policy', 'category'],
      ['scenario', 'integer'],
      ['model', 'category'],
      ['homes', 'real'],
      ['jobs, all', 'real'],
      ['series', 'real'],
      ['many [0]', 'real'],
      ['many [1]', 'real'],
    ]);
    expect(cases.outcomes).toEqual(['homes', 'jobs, all', 'series', 'many [0]', 'many [1]']);
    expect(cases.labels).toEqual(['scenario', 'model']);
    expect(values(cases, 'homes')).toEqual([10, 20]);
    expect(values(cases, 'policy')).toEqual([0, -1]);
  });

  it('gives of a series the last value, with or without a line of names above it', async () => {
    const cases = await readCases(everything);
    expect(values(cases, 'jobs, all')).toEqual([3, 6]);
    expect(values(cases, 'series')).toEqual([9, Number.POSITIVE_INFINITY]);
    expect(values(cases, 'many [0]')).toEqual([2, 8]);
    expect(values(cases, 'many [1]')).toEqual([5, 11]);
  });

  it('gives the values at times that are asked, by the TIME of the archive', async () => {
    const cases = await readCases(everything, { at: [2020, 2030] });
    expect(values(cases, 'jobs, all @ 2020')).toEqual([1, 4]);
    expect(values(cases, 'series @ 2030')).toEqual([8, Number.NaN]);
    expect(values(cases, 'many [1] @ 2030')).toEqual([4, 10]);
    expect(values(cases, 'homes')).toEqual([10, 20]);
    expect(await codesOf(readCases(everything, { at: [2035] }))).toEqual(['FUTURES_EMA_TIME all.tar.gz']);
  });

  it('has no inputs among its labels: the row number, the model, an empty policy', async () => {
    for (const type of ['object', 'float64']) {
      const path = archive(`labels-${type}.tar.gz`, {
        'experiments.csv': 'delay,policy,scenario,model\n0.5,,0,m\n1.5,,1,m\n2.5,,2,m\n',
        'homes.csv': '10\n20\n30\n',
        'metadata.json': JSON.stringify({
          version: 0.1,
          outcomes: [['ScalarOutcome', 'homes', 'homes.csv']],
          experiments: { delay: 'float64', policy: type, scenario: 'int64', model: 'object' },
        }),
      });
      const data = discoveryData(await readCases(path), { outcome: 'homes', interest: { above: 15 } });
      expect(data.inputs.map(({ name }) => name)).toEqual(['delay']);
    }
  });

  it('reads arrays in the order of Fortran too', async () => {
    const path = archive('fortran.tar.gz', {
      'experiments.csv': experiments,
      'many.npy': npy([2, 3], [0, 3, 1, 4, 2, 5], true),
      'metadata.json': metadata(['ArrayOutcome', 'many', 'many.npy']),
    });
    expect(values(await readCases(path), 'many')).toEqual([2, 5]);
  });

  it('of before version 2.1 has types and shapes in files of their own', async () => {
    const path = archive('old.tar.gz', {
      'experiments.csv': 'x,y,policy\n1,2,none\n3,4,none\n',
      'experiments metadata.csv': 'x,float64\ny,int64\npolicy,object\n',
      'outcomes metadata.csv': 'homes, all,(2,)\nseries,(2, 2)\nreps,(2, 2, 2)\n',
      'homes, all.csv': '1\n2\n',
      'series.csv': '1,2\n3,4\n',
      'reps_0.csv': '1,2\n3,4\n',
      'reps_1.csv': '5,6\n7,8\n',
    });
    const cases = await readCases(path);
    expect(cases.columns.map(({ name }) => name)).toEqual([
      'x',
      'y',
      'policy',
      'homes, all',
      'series',
      'reps [0]',
      'reps [1]',
    ]);
    expect(cases.columns[0]?.kind).toBe('real');
    expect(values(cases, 'reps [1]')).toEqual([6, 8]);
    expect(cases.labels).toEqual(['policy']);
  });

  it('that is broken says which file in it, and which line', async () => {
    const base = { 'experiments.csv': experiments, 'h.csv': '1\n2\n' };
    const one = metadata(['ScalarOutcome', 'h', 'h.csv']);
    const broken = (name: string, files: Record<string, string | Uint8Array>) =>
      codesOf(readEmaCases(archive(name, files)));
    expect(await broken('a.tar.gz', { 'metadata.json': one })).toEqual(['FUTURES_EMA_MISSING a.tar.gz']);
    expect(await broken('b.tar.gz', { 'experiments.csv': experiments, 'metadata.json': one })).toEqual([
      'FUTURES_EMA_MISSING b.tar.gz',
    ]);
    expect(await broken('c.tar.gz', { ...base, 'h.csv': '1\n', 'metadata.json': one })).toEqual([
      'FUTURES_EMA_ROWS c.tar.gz: h.csv',
    ]);
    expect(await broken('d.tar.gz', { ...base, 'h.csv': '1\nx\n', 'metadata.json': one })).toEqual([
      'FUTURES_CASES_NUMBER d.tar.gz: h.csv:2 ',
    ]);
    expect(await broken('e.tar.gz', { ...base, 'metadata.json': '{' })).toEqual([
      'FUTURES_EMA_METADATA e.tar.gz: metadata.json',
    ]);
    const both = metadata(['ScalarOutcome', 'delay', 'h.csv']);
    expect(await broken('f.tar.gz', { ...base, 'metadata.json': both })).toEqual([
      'FUTURES_EMA_BOTH f.tar.gz',
    ]);
    const array = metadata(['ArrayOutcome', 'h', 'h.npy']);
    expect(await broken('g.tar.gz', { ...base, 'h.npy': 'no', 'metadata.json': array })).toEqual([
      'FUTURES_EMA_ARRAY g.tar.gz: h.npy',
    ]);
    const whole = readFileSync(everything);
    for (const [name, bytes] of [
      ['cut.tar.gz', whole.subarray(0, whole.length - 40)],
      ['plain.tar.gz', Buffer.from('not packed')],
      ['other.tar.gz', gzipSync('packed, but no archive'.repeat(100))],
      ['short.tar.gz', gzipSync(gunzipSync(whole).subarray(0, 3000))],
    ] as const) {
      writeFileSync(join(folder, name), bytes);
      expect(await codesOf(readCases(join(folder, name)))).toEqual([`FUTURES_EMA_ARCHIVE ${name}`]);
    }
  });

  it('that we write comes back the same, and equal cases give equal bytes', async () => {
    const cases: Cases = {
      ...readCsvCases(
        'c.csv',
        'delay,"grid, MW",who,on,homes,"jobs, all: [A1] / ""x"""\n0.5,1,"a, b",true,10.0,\n1.0,2,,false,-1.5,2.0\n',
      ),
      outcomes: ['homes', 'jobs, all: [A1] / "x"'],
    };
    const [one, two] = [join(folder, 'one.tar.gz'), join(folder, 'two.tar.gz')];
    await writeCases(one, cases, 'tar.gz');
    await writeCases(two, cases, 'tar.gz');
    expect(await readCases(one)).toEqual({ ...cases, labels: [] });
    expect(readFileSync(two).equals(readFileSync(one))).toBe(true);
  });

  it('holds the files that load_results looks for, under the names that its metadata give', async () => {
    const path = join(folder, 'layout.tar.gz');
    const cases: Cases = {
      ...readCsvCases('c.csv', 'x,on,experiments,a/b\n0.5,true,1.0,2.0\n'),
      outcomes: ['experiments', 'a/b'],
    };
    await writeCases(path, cases, 'tar.gz');
    const files = new Map<string, string>();
    for await (const entry of tarEntries(createReadStream(path).pipe(createGunzip()))) {
      let text = '';
      for await (const piece of entry.content()) text += new TextDecoder().decode(piece);
      files.set(entry.name, text);
    }
    expect([...files.keys()]).toEqual(['experiments.csv', 'outcome 1.cls', 'outcome 2.cls', 'metadata.json']);
    expect(files.get('experiments.csv')).toBe('x,on\r\n0.5,true\r\n');
    expect(JSON.parse(files.get('metadata.json') ?? '')).toEqual({
      version: 0.1,
      outcomes: [
        ['ScalarOutcome', 'experiments', 'outcome 1.cls'],
        ['ScalarOutcome', 'a/b', 'outcome 2.cls'],
      ],
      experiments: { x: 'float64', on: 'bool' },
    });
  });

  it('may have names longer than a tape archive had room for', async () => {
    for (const length of [99, 100, 101, 500, 997]) {
      const name = `${'é'.repeat(Math.floor(length / 2))}${'x'.repeat(length % 2)}`;
      const bytes = Buffer.concat([tarHeader(name, 3), Buffer.from('abc'), tarPadding(3), tarEnd()]);
      // Pieces of any size.
      async function* pieces(): AsyncGenerator<Uint8Array> {
        for (let from = 0; from < bytes.length; from += 77) yield bytes.subarray(from, from + 77);
      }
      const found: string[] = [];
      for await (const entry of tarEntries(pieces())) found.push(`${entry.name}:${entry.size}`);
      expect(found).toEqual([`${name}:3`]);
    }
  });
});
