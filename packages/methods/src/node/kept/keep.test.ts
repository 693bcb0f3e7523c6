import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@schaalsprong/model';
import { afterAll, describe, expect, it } from 'vitest';
import type { KeptQuestion } from '../../archive/question.ts';
import { sampleFutures } from '../../ensemble/sampling.ts';
import { FuturesError } from '../../problems.ts';
import { keepFutures } from './keep.ts';
import { keptCases, openKept } from './open-kept.ts';

/** Homes grow by a rate: after k steps of half a year they are 100 (1 + rate / 2)^k. */
const text = `{UTF-8}
rate = 0.5 ~ 1/Year ~ assumption |
first homes = 100 ~ home ~ assumption |
homes = INTEG(rate * homes, first homes) ~ home ~ |
twice = 2 * homes ~ home ~ |
INITIAL TIME = 2020 ~ Year ~ |
FINAL TIME = 2040 ~ Year ~ |
TIME STEP = 0.5 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;
const model = compile(text, { file: 'growth.mdl' });
const question: KeptQuestion = {
  region: null,
  agenda: null,
  model: { file: 'growth.mdl', sha256: createHash('sha256').update(text).digest('hex') },
  data: null,
  design: 'latin-hypercube',
  futures: 3000,
  seed: 7,
  mode: 'exact',
  scenario: null,
  levers: {},
  uncertainties: [
    { id: 'rate', variable: 'rate', distribution: { kind: 'uniform', min: 0, max: 0.1 } },
    { id: 'start', variable: 'first homes', distribution: { kind: 'uniform', min: 50, max: 150 } },
  ],
  outcomes: [
    { name: 'homes', unit: 'home' },
    { name: 'twice', unit: 'home' },
  ],
  times: Array.from({ length: 21 }, (_, k) => 2020 + k),
};

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  made.push(folder);
  return folder;
};
const keep = (folder: string, changes: Partial<KeptQuestion> = {}, threads = 1) =>
  keepFutures({ folder, question: { ...question, ...changes }, model, createdBy: '1', threads });
const contents = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
const problemsOf = async (act: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await act;
  } catch (error) {
    if (error instanceof FuturesError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe('kept futures', () => {
  it('are those that the model gives: inputs and outcomes of every future, at every time', async () => {
    const folder = newFolder();
    const { hash, kept } = await keep(folder);
    expect(kept).toBe(0);
    const opened = await openKept(folder);
    expect(opened.hash).toBe(hash);
    const cases = await keptCases(opened, [2020, 2040]);
    expect(cases.outcomes).toEqual(['homes @ 2020', 'homes @ 2040', 'twice @ 2020', 'twice @ 2040']);
    const drawn = sampleFutures(question.uncertainties, question.futures, question.seed).values;
    const [rate, start, at2020, at2040, , twice] = cases.columns.map(({ values }) => values);
    expect(rate).toEqual(drawn.rate);
    expect(start).toEqual(drawn['first homes']);
    expect(at2020).toEqual(drawn['first homes']);
    for (const future of [0, 1, 1023, 1024, 2999]) {
      const grown = (start?.[future] ?? 0) * (1 + (rate?.[future] ?? 0) / 2) ** 40;
      expect(at2040?.[future]).toBeCloseTo(grown, 8);
      expect(twice?.[future]).toBe(2 * (at2040?.[future] ?? 0));
    }
    const last = await keptCases(opened);
    expect(last.columns.map(({ name }) => name)).toEqual(['rate', 'first homes', 'homes', 'twice']);
    expect(last.columns[2]?.values).toEqual(at2040);
  });

  it('are the same bytes for any number of threads, and the hash differs with the seed', async () => {
    const [one, two, other] = [newFolder(), newFolder(), newFolder()];
    const { hash } = await keep(one, {}, 1);
    await keep(two, {}, 2);
    expect(contents(two)).toEqual(contents(one));
    expect((await keep(other, { seed: 8 })).hash).not.toBe(hash);
  });

  it('are not computed again when all are there', async () => {
    const folder = newFolder();
    const first = await keep(folder);
    const before = contents(folder);
    const again = await keep(folder);
    expect(again).toEqual({ ...first, kept: 3000 });
    expect(contents(folder)).toEqual(before);
  });

  it('survive kill -9: a later run goes on, and its files are those of a run that was never stopped', async () => {
    const [whole, killed] = [newFolder(), newFolder()];
    const slow = { futures: 24_000 };
    await keep(whole, slow);
    const script = join(import.meta.dirname, '../../../test/keep-in-child.ts');
    const child = spawn(process.execPath, [script, killed, text, JSON.stringify({ ...question, ...slow })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // The child tells each chunk; it is killed after its third, wherever it then is.
    const gone = new Promise((resolve) => child.on('exit', resolve));
    let told = '';
    child.stdout.on('data', (part: Buffer) => {
      told += part.toString();
      if (told.split('\n').length > 3) child.kill('SIGKILL');
    });
    await gone;
    expect(child.signalCode).toBe('SIGKILL');
    expect(existsSync(join(killed, 'complete.json'))).toBe(false);
    expect(await problemsOf(openKept(killed))).toEqual(['FUTURES_KEPT_UNFINISHED']);
    const resumed = await keep(killed, slow);
    expect(resumed.kept).toBeGreaterThanOrEqual(3 * 1024);
    expect(resumed.kept).toBeLessThan(24_000);
    expect(resumed.damaged).toEqual([]);
    expect(contents(killed)).toEqual(contents(whole));
  });

  it('name a chunk that was cut, changed or swapped, and compute it anew', async () => {
    const folder = newFolder();
    await keep(folder);
    const before = contents(folder);
    const [cut, changed, lost] = ['futures-000000.bin', 'futures-000001.bin', 'futures-000002.bin'];
    truncateSync(join(folder, cut), 5000);
    expect(await problemsOf(openKept(folder).then((kept) => keptCases(kept)))).toEqual([
      'FUTURES_KEPT_DAMAGED',
    ]);
    const bytes = readFileSync(join(folder, changed));
    bytes.writeUInt8(bytes.readUInt8(3000) ^ 1, 3000);
    writeFileSync(join(folder, changed), bytes);
    rmSync(join(folder, lost));
    const mended = await keep(folder);
    expect(mended.damaged).toEqual([cut, changed]);
    expect(mended.kept).toBe(0);
    expect(contents(folder)).toEqual(before);
    writeFileSync(join(folder, changed), readFileSync(join(folder, cut)));
    expect((await keep(folder)).damaged).toEqual([changed]);
    expect(contents(folder)).toEqual(before);
  });

  it('go on where only the agenda beside the numbers was edited', async () => {
    const folder = newFolder();
    await keep(folder, { futures: 10, agenda: 'a'.repeat(64) });
    const again = await keep(folder, { futures: 10, agenda: 'b'.repeat(64) });
    expect(again).toMatchObject({ kept: 10, of: 10 });
  });

  it('refuse another question, and say in which parts it differs', async () => {
    const folder = newFolder();
    await keep(folder);
    const before = contents(folder);
    const other = keep(folder, { seed: 9, data: 'a'.repeat(64), levers: { x: 1 } });
    await expect(other).rejects.toThrow(/data of the model there is -, and asked is aaaaaaaaaaaa/);
    await expect(other).rejects.toThrow(/the seed there is 7, and asked is 9/);
    expect(await problemsOf(other)).toHaveLength(3);
    const later = keepFutures({ folder, question, model, createdBy: '2' });
    await expect(later).rejects.toThrow(/version of the program there is 1, and asked is 2/);
    expect(contents(folder)).toEqual(before);
  });

  it('refuse a folder of something else, and a manifest that was changed', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'thesis.doc'), 'x');
    expect(await problemsOf(keep(folder))).toEqual(['FUTURES_KEPT_FOREIGN']);
    expect(readdirSync(folder)).toEqual(['thesis.doc']);
    expect(await problemsOf(openKept(folder))).toEqual(['FUTURES_KEPT_NONE']);
    const kept = newFolder();
    await keep(kept, { futures: 10 });
    const path = join(kept, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"seed": 7', '"seed": 8'));
    expect(await problemsOf(openKept(kept))).toEqual(['FUTURES_KEPT_MANIFEST']);
  });

  it('refuse a billion futures before anything is made, and what needs more room than there is', async () => {
    const folder = join(newFolder(), 'new');
    expect(await problemsOf(keep(folder, { futures: 1_000_000_000 }))).toEqual(['FUTURES_KEPT_MANY']);
    expect(existsSync(folder)).toBe(false);
    const times = Array.from({ length: 200_000 }, (_, k) => 2020 + k / 1e4);
    const huge = keep(newFolder(), { futures: 1_000_000, times });
    expect(await problemsOf(huge)).toEqual(['FUTURES_KEPT_DISK']);
  });

  it('refuse a time that was not kept', async () => {
    const folder = newFolder();
    await keep(folder, { futures: 10 });
    expect(await problemsOf(openKept(folder).then((kept) => keptCases(kept, [2030.5])))).toEqual([
      'FUTURES_KEPT_TIME',
    ]);
  });

  it('say why a folder cannot be made', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    expect(await problemsOf(keep(file))).toEqual(['FUTURES_KEPT_UNWRITABLE']);
  });

  it('stop when asked, and go on later', async () => {
    const folder = newFolder();
    const stop = new AbortController();
    const stopped = keepFutures({
      folder,
      question: { ...question, futures: 20_000 },
      model,
      createdBy: '1',
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    const { kept } = await keep(folder, { futures: 20_000 });
    expect(kept).toBeGreaterThan(0);
  });
});
