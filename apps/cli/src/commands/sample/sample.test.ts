import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { sampleFutures } from '@schaalsprong/methods/ensemble';
import { readCases } from '@schaalsprong/methods/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runHere, syntheticRegion } from '../../../test/world.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'schaalsprong-sample-'));
  writeFileSync(
    join(cwd, 'ranges.csv'),
    'variable,kind,min,mode,max,median,sigma\ndelay,uniform,0,,10,,\nworkers,integer,0,,10,,\nprice,lognormal,0,,100,3,0.4\n',
  );
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const sample = (...words: string[]) => runHere(['sample', ...words], { cwd });
const rows = (out: string): string[][] =>
  out
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));

describe('sample', () => {
  it('gives the published Sobol points as CSV, a row per point under the names', async () => {
    const { code, out, err } = await sample('sobol', '--dimensions', '3', '--n', '4');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe('x1,x2,x3\r\n0.0,0.0,0.0\r\n0.5,0.5,0.5\r\n0.75,0.25,0.25\r\n0.25,0.75,0.75\r\n');
  });

  it('stretches a design over the ranges of a file, and the same seed gives the same bytes', async () => {
    const argv = ['latin-hypercube', 'ranges.csv', '--n', '100', '--seed', '5'];
    const { code, out } = await sample(...argv);
    expect(code).toBe(0);
    const [names, ...lines] = rows(out);
    expect(names).toEqual(['delay', 'workers', 'price']);
    expect(lines).toHaveLength(100);
    expect(new Set(lines.map(([delay]) => Math.floor(Number(delay) * 10))).size).toBe(100);
    expect(lines.every(([, workers]) => /^(\d|10)$/.test(workers ?? ''))).toBe(true);
    expect((await sample(...argv)).out).toBe(out);
    expect((await sample(...argv.slice(0, -1), '6')).out).not.toBe(out);
  });

  it('of a region draws the futures that it is assessed on', async () => {
    const { out } = await sample('latin-hypercube', syntheticRegion, '--n', '40', '--json');
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ method: 'latin-hypercube', count: 40, unit: false, dependent: false });
    expect(answer.provenance).toMatchObject({ seed: 7, settings: { size: 40, seed: 7 } });
    expect(answer.provenance.from.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.columns).toHaveLength(answer.inputs.length);
    const { uncertainties } = await loadRegion(readRegionFolder(syntheticRegion));
    const { byId } = sampleFutures(uncertainties, 40, 7);
    uncertainties.forEach(({ id, variable, distribution }, i) => {
      expect(answer.inputs[i]).toEqual({ name: id, variable, distribution });
      expect(answer.columns[i]).toEqual([...(byId[id] ?? [])]);
    });
  });

  it('makes every method', async () => {
    const sizes: Readonly<Record<string, readonly [readonly string[], number]>> = {
      'latin-hypercube': [['--n', '16'], 16],
      sobol: [['--n', '16', '--scramble', '--skip', '16'], 16],
      halton: [['--n', '16', '--scramble'], 16],
      'monte-carlo': [['--n', '16'], 16],
      'full-factorial': [['--levels', '3'], 27],
      'fractional-factorial': [[], 8],
      morris: [['--n', '5', '--levels', '6', '--spread', '20'], 20],
      saltelli: [['--n', '16', '--second-order'], 128],
    };
    for (const [method, [options, count]] of Object.entries(sizes)) {
      const { code, out } = await sample(method, 'ranges.csv', ...options);
      expect({ method, code, rows: rows(out).length - 1 }).toEqual({ method, code: 0, rows: count });
    }
  });

  it('gives the unit cube for a file too', async () => {
    const { out } = await sample('halton', 'ranges.csv', '--n', '2', '--unit', '--skip', '1');
    expect(rows(out)[1]).toEqual(['0.5', String(1 / 3), '0.2']);
  });

  it('writes files that are read back as the same numbers', async () => {
    const argv = ['monte-carlo', 'ranges.csv', '--n', '20'];
    await sample(...argv, '--out', 'a.csv');
    await sample(...argv, '--out', 'a.parquet');
    const csv = await readCases(join(cwd, 'a.csv'));
    expect(csv.columns.map(({ kind }) => kind)).toEqual(['real', 'integer', 'real']);
    const parquet = await readCases(join(cwd, 'a.parquet'));
    expect(parquet.columns.map(({ values }) => [...values])).toEqual(
      csv.columns.map(({ values }) => [...values]),
    );
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toBe((await sample(...argv)).out);
  });

  it('puts correlations in, says so, and tells whoever watches how near they came', async () => {
    writeFileSync(join(cwd, 'c.csv'), ',delay,price\ndelay,1,0.8\nprice,0.8,1\n');
    const argv = ['sample', 'latin-hypercube', 'ranges.csv', '--correlations', 'c.csv', '--n', '500'];
    const { out, err } = await runHere([...argv, '--json', '--lang', 'en'], { cwd });
    const answer = JSON.parse(out);
    expect(answer.dependent).toBe(true);
    expect(answer.correlations.achieved[0][1]).toBeCloseTo(0.8, 1);
    expect(err).toMatch(/^Mind: these uncertainties hang together/);
    const watched = await runHere([...argv, '--out', 'x.csv'], { cwd, watched: true });
    expect(watched.err).toMatch(/Grootste verschil met de gevraagde correlaties: 0\.0\d\d\n$/);
  });

  it('warns where the balance of a sequence is lost', async () => {
    const { code, err } = await sample('saltelli', 'ranges.csv', '--n', '100', '--lang', 'en');
    expect(code).toBe(0);
    expect(err).toContain('Better: a power of two. Take 64 or 128 points.');
  });

  it('refuses a billion futures, and a matrix that is none, with what is possible', async () => {
    const billion = await sample('latin-hypercube', 'ranges.csv', '--n', '1000000000');
    expect(billion.code).toBe(3);
    expect(billion.err).toContain('FUTURES_DESIGN_SIZE');
    expect(billion.err).toContain('ten hoogste 33333333 toekomsten');
    const many = await sample('full-factorial', '--dimensions', '100', '--levels', '10', '--lang', 'en');
    expect(many.err).toContain('FUTURES_DESIGN_SIZE');
    writeFileSync(join(cwd, 'c.csv'), ',delay,price\ndelay,1,1.8\nprice,0.8,1\n');
    const wrong = await sample('monte-carlo', 'ranges.csv', '--correlations', 'c.csv', '--lang', 'en');
    expect(wrong.code).toBe(3);
    expect(wrong.err).toContain('correlations.price.delay  FUTURES_CORRELATION_VALUE');
    writeFileSync(join(cwd, 'bad.csv'), 'variable,kind,min,max\ndelay,uniform,2,1\n');
    const upsideDown = await sample('sobol', 'bad.csv');
    expect(upsideDown.code).toBe(3);
    expect(upsideDown.err).toMatch(/^bad\.csv:2:\d+ {2}REGION_RANGE_EMPTY/);
  });

  it('says what is wrong with how it is used', async () => {
    const wrong = async (...words: string[]): Promise<string> => {
      const { code, err } = await sample(...words, '--lang', 'en');
      expect(code).toBe(2);
      return err.split('  ')[0] ?? '';
    };
    expect(await wrong()).toBe('CLI_NO_METHOD');
    expect(await wrong('sobel')).toBe('CLI_NO_METHOD');
    expect(await wrong('sobol', '--levels', '3')).toBe('CLI_ONLY_WITH');
    expect(await wrong('full-factorial', 'ranges.csv')).toBe('CLI_NEEDS_OPTION');
    expect(await wrong('sobol', 'ranges.csv', '--dimensions', '2')).toBe('CLI_ONE_FORM');
    expect(await wrong('sobol', '--n', '0')).toBe('CLI_NOT_COUNT');
    expect(await wrong('sobol', '--out', 'x.txt')).toBe('CLI_NOT_OUT_FORM');
    const missing = await sample('sobol', 'nowhere.csv', '--lang', 'en');
    expect(missing.code).toBe(3);
    expect(missing.err).toContain('nowhere.csv cannot be read');
  });
});
