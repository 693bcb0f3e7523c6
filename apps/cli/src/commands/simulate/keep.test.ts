import {
  cpSync,
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
import { readCases } from '@schaalsprong/methods/node';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runHere, syntheticRegion } from '../../../test/world.ts';

/** Homes grow by a rate, which is uncertain. */
const growth = `{UTF-8}
rate = 0.5 ~ 1/Year ~ assumption |
first homes = 100 ~ home ~ assumption |
homes = INTEG(rate * homes, first homes) ~ home ~ |
INITIAL TIME = 2020 ~ Year ~ |
FINAL TIME = 2022 ~ Year ~ |
TIME STEP = 0.5 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;
const cwd = mkdtempSync(join(tmpdir(), 'keep-'));
writeFileSync(join(cwd, 'growth.mdl'), growth);
writeFileSync(join(cwd, 'ranges.csv'), 'variable,kind,min,max\nrate,uniform,0,1\n');
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const run = (...words: string[]): Promise<Ran> => runHere([...words, '--lang', 'en'], { cwd });
const many = (...words: string[]): Promise<Ran> =>
  run('simulate', 'growth.mdl', '--uncertain', 'ranges.csv', '--futures', '3000', '--threads', '1', ...words);
/** The futures that the first test kept, in a folder of their own. */
const copyOfKept = (folder: string): void =>
  cpSync(join(cwd, 'kept'), join(cwd, folder), { recursive: true });
const size = (file: string): number => readFileSync(join(cwd, file)).length;

describe('simulate --keep', () => {
  it('keeps every future, goes on with the same question, and says how many were there', async () => {
    const first = await many('--keep', 'kept');
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
    expect(first.out).toMatch(/^3000 futures kept in kept: 0 were there already, 3000 were computed\.$/m);
    rmSync(join(cwd, 'kept/futures-000001.bin'));
    truncateSync(join(cwd, 'kept/futures-000002.bin'), 90);
    const again = await many('--keep', 'kept');
    expect(again.err).toBe(
      '1024 of 3000 futures are in kept already; the rest is computed.\n' +
        'Damaged and therefore computed anew: futures-000002.bin.\n',
    );
    expect(again.out).toContain('1024 were there already, 1976 were computed');
    const hash = (out: string) => /hash of all: ([0-9a-f]{64})/.exec(out)?.[1];
    expect(hash(again.out)).toBe(hash(first.out));
    const json = JSON.parse((await many('--keep', 'kept', '--json')).out);
    expect(json.kept).toEqual({
      folder: 'kept',
      hash: hash(first.out),
      futures: 3000,
      found: 3000,
      computed: 0,
      damaged: [],
    });
    expect(json.provenance).toMatchObject({ seed: 0, futures: 3000, scenario: null });
  });

  it('refuses the folder of another seed and of another model, and says so', async () => {
    const { code, err } = await many('--keep', 'kept', '--seed', '5');
    expect(code).toBe(3);
    expect(err).toMatch(/FUTURES_KEPT_DIFFERENT .*the seed there is 0, and asked is 5/);
    writeFileSync(join(cwd, 'other.mdl'), growth.replace('0.5 ~ 1/Year', '0.4 ~ 1/Year'));
    const other = await run('simulate', 'other.mdl', '--uncertain', 'ranges.csv', '--keep', 'kept');
    expect(other.err).toMatch(/the model there is growth\.mdl [0-9a-f]{12}, and asked is other\.mdl/);
    expect(other.err).toMatch(/the number of futures there is 3000, and asked is 1000/);
  });

  it('refuses a billion futures at once', async () => {
    const { code, err } = await run('simulate', 'growth.mdl', '--futures', '1000000000', '--keep', 'billion');
    expect(code).toBe(2);
    expect(err).toContain('1000000');
    expect(existsSync(join(cwd, 'billion'))).toBe(false);
  });

  it('says that a folder cannot be written, with the exit code of things out of reach', async () => {
    const { code, err } = await many('--keep', 'growth.mdl');
    expect(code).toBe(4);
    expect(err).toContain('FUTURES_KEPT_UNWRITABLE');
  });
});

describe('simulate --from', () => {
  it('says what is kept, and that it is whole', async () => {
    copyOfKept('shown');
    const { code, out } = await run('simulate', '--from', 'shown');
    expect(code).toBe(0);
    expect(out).toMatch(/^futures +3,000$/m);
    expect(out).toMatch(/^times +3: 2020 - 2022$/m);
    expect(out).toContain('All files are whole.');
    const { kept, question } = JSON.parse((await run('simulate', '--from', 'shown', '--json')).out);
    expect(kept.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(question).toMatchObject({ futures: 3000, seed: 0, outcomes: [{ name: 'homes', unit: 'home' }] });
  });

  it('writes it as CSV, Parquet, Arrow or an archive for EMA Workbench', async () => {
    copyOfKept('out');
    for (const form of ['csv', 'parquet', 'arrow', 'tar.gz']) {
      const { code, out } = await run('simulate', '--from', 'out', '--out', `out.${form}`);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(size(`out.${form}`)).toBeGreaterThan(1000);
    }
    const cases = await readCases(join(cwd, 'out.tar.gz'));
    expect(cases.outcomes).toEqual(['homes']);
    const folder = await readCases(join(cwd, 'out'));
    expect(cases.columns.at(-1)?.values).toEqual(folder.columns.at(-1)?.values);
  });

  it('names the part that is damaged, and what to do', async () => {
    copyOfKept('hurt');
    truncateSync(join(cwd, 'hurt/futures-000001.bin'), 90);
    const { code, err } = await run('simulate', '--from', 'hurt');
    expect(code).toBe(3);
    expect(err).toMatch(/futures-000001\.bin {2}FUTURES_KEPT_DAMAGED {2}futures 1024 to 2047: /);
    expect(err).toContain('--keep again');
  });

  it('goes with no question beside it, and needs a folder that is there', async () => {
    expect((await run('simulate', '--from', 'out', '--seed', '1')).code).toBe(2);
    expect((await run('simulate', 'growth.mdl', '--from', 'out')).code).toBe(2);
    const none = await run('simulate', '--from', 'nowhere');
    expect({ code: none.code, err: none.err }).toMatchObject({ code: 3 });
    expect(none.err).toContain('FUTURES_KEPT_NONE');
  });
});

describe('simulate --out for EMA Workbench', () => {
  it('needs no folder to keep futures in, and leaves nothing behind', async () => {
    const before = readdirSync(cwd).sort();
    const { code } = await many('--out', 'direct.tar.gz');
    expect(code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual([...before, 'direct.tar.gz'].sort());
    const cases = await readCases(join(cwd, 'direct.tar.gz'), { at: [2021] });
    expect(cases.count).toBe(3000);
    expect(cases.outcomes).toEqual(['homes @ 2021']);
  });
});

describe('simulate --scenario', () => {
  const region = (...words: string[]): Promise<Ran> =>
    run('simulate', syntheticRegion, '--futures', '20', '--threads', '1', '--json', ...words);

  it('takes the levers and assumptions of a scenario of the region', async () => {
    const [none, agenda] = await Promise.all([
      region('--scenario', 'nothing'),
      region('--scenario', 'agenda'),
    ]);
    expect({ none: none.code, agenda: agenda.code }).toEqual({ none: 0, agenda: 0 });
    const [a, b] = [JSON.parse(none.out), JSON.parse(agenda.out)];
    expect(a.provenance.scenario).toBe('nothing');
    expect(a.provenance.model).toBe(b.provenance.model);
    expect(a.outcomes).not.toEqual(b.outcomes);
  });

  it('names near scenarios where there is none of that name, and asks for a region', async () => {
    const wrong = await region('--scenario', 'agend');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('Did you mean agenda?');
    const bare = await run('simulate', 'growth.mdl', '--scenario', 'agenda');
    expect(bare.code).toBe(2);
    expect(bare.err).toContain('a region folder');
  });
});

describe('a table that was written from kept futures', () => {
  it('is read by discover and sensitivity, a future a row, at the last time or at another', async () => {
    const argv = ['growth.mdl', '--futures', '100', '--seed', '1', '--uncertain', 'ranges.csv'];
    expect((await runHere(['simulate', ...argv, '--keep', 'table'], { cwd })).code).toBe(0);
    const outcome = ['--outcome', 'homes', '--json'];
    const answers = async (what: string, ...more: string[]): Promise<readonly [unknown, unknown]> => {
      const found = await runHere(['discover', 'prim', what, ...outcome, '--above', '150', ...more], { cwd });
      const driven = await runHere(['sensitivity', 'pawn', what, ...outcome, ...more], { cwd });
      expect([found.err, driven.err, found.code, driven.code]).toEqual(['', '', 0, 0]);
      const [box, indices] = [JSON.parse(found.out), JSON.parse(driven.out)];
      expect(driven.out).not.toContain('"future"');
      return [box.boxes, indices.inputs];
    };
    for (const file of ['table.csv', 'table.parquet']) {
      expect((await runHere(['simulate', '--from', 'table', '--out', file], { cwd })).code).toBe(0);
      expect(await answers(file)).toEqual(await answers('table'));
      expect(await answers(file, '--at', '2021')).toEqual(await answers('table', '--at', '2021'));
    }
    expect(await answers('table')).not.toEqual(await answers('table', '--at', '2021'));
    const { code, err } = await runHere(
      ['discover', 'prim', 'table.csv', ...outcome, '--above', '1', '--at', '2021.5', '--lang', 'en'],
      { cwd },
    );
    expect([code, err]).toEqual([
      3,
      expect.stringMatching(/FUTURES_CASES_TIME[\s\S]*3 times from 2020 to 2022/),
    ]);
  });
});
