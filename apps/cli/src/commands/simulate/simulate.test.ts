import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Ran, runHere, syntheticRegion } from '../../../test/world.ts';
import { splitNames } from '../../command/given.ts';

/** Homes grow by a rate per area: after k steps of half a year they are 100 (1 + rate / 2)^k. */
const growth = `{UTF-8}
Area: A1, A2 ~~|
rate[Area] = 0.5, 1 ~ 1/Year ~ assumption |
first homes = 100 ~ home ~ assumption |
homes[Area] = INTEG(growth[Area], first homes) ~ home ~ |
growth[Area] = rate[Area] * homes[Area] ~ home/Year ~ |
"all, of all" = SUM(homes[Area!]) ~ home ~ |
effect((0,0),(1,1)) ~ Dmnl ~ |
INITIAL TIME = 2020 ~ Year ~ |
FINAL TIME = 2022 ~ Year ~ |
TIME STEP = 0.5 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const cwd = mkdtempSync(join(tmpdir(), 'simulate-'));
  made.push(cwd);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  return cwd;
}

const cwd = folderOf({
  'growth.mdl': growth,
  'ranges.csv': 'variable,kind,min,max\n"rate[A1]",uniform,0,1\n',
  'ranges.yaml':
    'uncertainties:\n  - variable: first homes\n    distribution: { kind: uniform, min: 50, max: 150 }\n',
});
const simulate = (...words: string[]): Promise<Ran> =>
  runHere(['simulate', 'growth.mdl', '--lang', 'en', ...words], { cwd });
const json = async (...words: string[]) => {
  const { out, err, code } = await simulate('--json', ...words);
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out);
};
const read = (file: string): string => readFileSync(join(cwd, file), 'utf8');

describe('simulate, one future', () => {
  it('a table says where each stock begins and ends, in its unit, and what the answer depends on', async () => {
    const { code, out, err } = await simulate();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^variable +unit +2020 +2022$/m);
    expect(out).toMatch(/^homes\[A1\] +home +100 +244\.1$/m);
    expect(out).toMatch(/^homes\[A2\] +home +100 +506\.3$/m);
    expect(out).toMatch(
      /^growth\.mdl, 2020 to 2022; futures 1, seed 0; model [0-9a-f]{12}, data -, uncertainties -$/m,
    );
  });

  it('--json gives every kept time in full, and the hashes by which the answer can be made again', async () => {
    const { model, provenance, time, outcomes } = await json('--outcomes', 'homes,"all, of all"');
    expect(model).toEqual({
      file: 'growth.mdl',
      time: { start: 2020, stop: 2022, step: 0.5, saveEvery: 1, method: 'euler' },
    });
    expect(provenance).toMatchObject({
      data: null,
      uncertain: null,
      seed: 0,
      futures: 1,
      mode: 'exact',
      set: {},
    });
    expect(provenance.model).toMatch(/^[0-9a-f]{64}$/);
    expect(time).toEqual([2020, 2021, 2022]);
    expect(outcomes).toEqual([
      { name: 'homes[A1]', unit: 'home', values: [100, 156.25, 244.140625] },
      { name: 'homes[A2]', unit: 'home', values: [100, 225, 506.25] },
      { name: 'all, of all', unit: 'home', values: [200, 381.25, 750.390625] },
    ]);
  });

  it('--set gives a constant another value, for one element or for all', async () => {
    const last = async (...words: string[]): Promise<number[]> =>
      (await json(...words)).outcomes.map(({ values }: { values: number[] }) => values.at(-1));
    expect(await last('--set', 'rate[A1]=1')).toEqual([506.25, 506.25]);
    expect(await last('--set', 'RATE=0', '--set', 'first_homes = 1e1')).toEqual([10, 10]);
  });

  it('--all --out writes a Time column and a column per variable and subscript, named as in the model', async () => {
    const { code, out } = await simulate('--futures', '1', '--all', '--out', 'all.csv');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const [head, ...rows] = read('all.csv').trimEnd().split('\r\n');
    expect(head?.split(/,(?![^"]*"(?:,|$))/).slice(0, 8)).toEqual([
      'Time',
      'rate[A1]',
      'rate[A2]',
      'first homes',
      'homes[A1]',
      'homes[A2]',
      'growth[A1]',
      'growth[A2]',
    ]);
    expect(head).toContain(',"all, of all",');
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatch(/^2022,0\.5,1,100,244\.140625,506\.25,122\.0703125,506\.25,750\.390625,/);
  });

  it('a name of several dimensions stands between quotes, as RFC 4180 has it', async () => {
    const model = `A: A1, A2 ~~|\nB: B1 ~~|\nstock[A, B] = INTEG(1, 0) ~~|\n${growth.slice(growth.indexOf('INITIAL'))}`;
    const elsewhere = folderOf({ 'two.mdl': model });
    await runHere(['simulate', 'two.mdl', '--out', 'o.csv'], { cwd: elsewhere });
    expect(readFileSync(join(elsewhere, 'o.csv'), 'utf8').split('\r\n').slice(0, 2)).toEqual([
      'Time,"stock[A1,B1]","stock[A2,B1]"',
      '2020,0,0',
    ]);
  });

  it('--mode fast says so, and differs in the last digits at most', async () => {
    const { provenance, outcomes } = await json('--mode', 'fast');
    expect(provenance.mode).toBe('fast');
    expect(outcomes[0].values[2]).toBeCloseTo(244.140625, 9);
  });

  it('a model in XMILE runs as one of Vensim does', async () => {
    const elsewhere = folderOf({
      'growth.xmile': `<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>synthetic</vendor><product version="1">synthetic</product></header>
<sim_specs method="euler" time_units="Year"><start>2020</start><stop>2022</stop><dt reciprocal="true">2</dt></sim_specs>
<model><variables><stock name="homes"><eqn>100</eqn><inflow>growth</inflow></stock>
<flow name="growth"><eqn>homes * rate</eqn></flow><aux name="rate"><eqn>0.5</eqn></aux></variables></model></xmile>`,
    });
    const { out, code } = await runHere(
      ['simulate', 'growth.xmile', '--json', '--set', 'rate=1', '--units', 'off'],
      { cwd: elsewhere },
    );
    expect(code).toBe(0);
    const { time, outcomes } = JSON.parse(out);
    expect(time.at(-1)).toBe(2022);
    expect(outcomes[0]).toMatchObject({ name: 'homes' });
    expect(outcomes[0].values.at(-1)).toBe(506.25);
  });

  it('units that do not balance warn, fail, or are not looked at', async () => {
    const elsewhere = folderOf({ 'units.mdl': growth.replace('~ home/Year ~', '~ boat ~') });
    const run = (...words: string[]): Promise<Ran> =>
      runHere(['simulate', 'units.mdl', '--lang', 'en', ...words], { cwd: elsewhere });
    const warned = await run();
    expect(warned.code).toBe(0);
    expect(warned.err).toMatch(/^Warnings: \d\n {2}units\.mdl:\d+ {2}MODEL_UNIT_CLASH/);
    expect((await run('--units', 'off')).err).toBe('');
    expect(await run('--units', 'fail')).toMatchObject({ code: 3, out: '' });
  });
});

describe('simulate, many futures', () => {
  it('ranges give quantiles and a mean per kept time; a thousand futures where no number is named', async () => {
    const { provenance, quantiles, outcomes } = await json('--uncertain', 'ranges.yaml');
    expect(provenance).toMatchObject({ futures: 1000 });
    expect(provenance.uncertain).toMatch(/^[0-9a-f]{64}$/);
    expect(quantiles).toBe('exact');
    const [homes] = outcomes;
    // first homes is uniform between 50 and 150, in strata of a thousandth; homes[A1] grow by 1.25^4.
    for (const [key, expected] of [
      ['p10', 60],
      ['p50', 100],
      ['p90', 140],
      ['mean', 100],
    ] as const) {
      expect(homes[key][2] / 1.25 ** 4).toBeCloseTo(expected, 0);
      expect(homes[key][0]).toBeCloseTo(expected, 0);
    }
  });

  it('the same seed gives the same bytes for any number of threads, another seed other numbers', async () => {
    const run = async (...words: string[]): Promise<string> =>
      (await simulate('--json', '--uncertain', 'ranges.csv', '--futures', '700', ...words)).out;
    const first = await run('--seed', '5', '--threads', '1');
    expect(await run('--seed', '5', '--threads', '2')).toBe(first);
    expect(JSON.parse(await run('--seed', '6')).outcomes).not.toEqual(JSON.parse(first).outcomes);
  });

  it('--out writes a row per future and time, its future before it', async () => {
    const answer = await json(
      '--uncertain',
      'ranges.csv',
      '--futures',
      '130',
      '--out',
      'many.csv',
      '--outcomes',
      'homes[A1]',
    );
    const [head, ...rows] = read('many.csv').trimEnd().split('\r\n');
    expect(head).toBe('future,Time,homes[A1]');
    expect(rows).toHaveLength(130 * 3);
    expect(rows[0]).toBe('0,2020,100');
    const ends = rows.filter((row) => row.includes(',2022,')).map((row) => Number(row.split(',')[2]));
    expect(ends.reduce((sum, end) => sum + end, 0) / 130).toBeCloseTo(answer.outcomes[0].mean[2], 9);
    expect(rows.map((row) => Number(row.split(',')[0]))).toEqual(rows.map((_, i) => Math.floor(i / 3)));
  });

  it.each([
    ['parquet', [0x50, 0x41, 0x52, 0x31]],
    ['arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ])('--out to .%s writes that form', async (ending, mark) => {
    const { code, out } = await simulate(
      '--uncertain',
      'ranges.csv',
      '--futures',
      '70',
      '--out',
      `o.${ending}`,
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    const bytes = readFileSync(join(cwd, `o.${ending}`));
    expect([...bytes.subarray(0, mark.length)]).toEqual(mark);
    expect([...bytes.subarray(-mark.length)]).toEqual(mark);
  });

  it('what is set is no longer uncertain', async () => {
    const { outcomes } = await json('--uncertain', 'ranges.csv', '--futures', '1', '--set', 'Rate[a1]=0');
    expect(outcomes[0].values).toEqual([100, 100, 100]);
  });

  it('futures that would all be the same are refused', async () => {
    const { code, err } = await simulate('--futures', '10');
    expect(code).toBe(2);
    expect(err).toMatch(/^CLI_NOTHING_VARIES {2}These 10 futures would all be the same/);
  });
});

describe('simulate, a region', () => {
  it('runs the model of the region, its own uncertainties and outcomes, by folder or by name', async () => {
    const home = folderOf({});
    mkdirSync(join(home, 'regions'));
    const { out, code } = await runHere(['simulate', syntheticRegion, '--json', '--futures', '50'], { cwd });
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.outcomes.map(({ name }: { name: string }) => name)).toEqual(['homes built']);
    expect(answer.provenance.uncertain).toMatch(/^[0-9a-f]{64}$/);
    expect(answer.outcomes[0].p10.at(-1)).toBeLessThan(answer.outcomes[0].p90.at(-1));
    const byName = await runHere(['simulate', 'brainport', '--json'], {
      cwd: home,
      home: join(import.meta.dirname, '../../../../..'),
    });
    expect(JSON.parse(byName.out).model.file).toBe('brainport.mdl');
  });
});

describe('simulate, data from files', () => {
  const reading = `demand ~ home ~ |
seen = demand ~ home ~ |
${growth.slice(growth.indexOf('INITIAL'))}`;

  it('a variable without equation takes its course from the file that is given', async () => {
    const elsewhere = folderOf({ 'm.mdl': reading, 'in/d.csv': 'Time,demand\n2020,1\n2022,5\n' });
    const { out, err, code } = await runHere(
      ['simulate', 'm.mdl', '--data', 'in/d.csv', '--outcomes', 'seen', '--json', '--units', 'off'],
      { cwd: elsewhere },
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const answer = JSON.parse(out);
    expect(answer.outcomes[0].values[0]).toBe(1);
    expect(answer.outcomes[0].values[2]).toBe(5);
    expect(answer.provenance.data).toMatch(/^[0-9a-f]{64}$/);
  });

  it('leaves out what is computed with data that is not there, and says so; what is named is refused', async () => {
    const text = reading.replace('seen', 'error = level - demand ~~|\nlevel = INTEG(1, 0) ~~|\nseen');
    const elsewhere = folderOf({ 'm.mdl': text });
    const ran = (...more: string[]) =>
      runHere(['simulate', 'm.mdl', '--json', '--units', 'off', '--lang', 'en', ...more], { cwd: elsewhere });
    for (const more of [[], ['--all']]) {
      const { out, err, code } = await ran(...more);
      expect(code).toBe(0);
      expect(err).toContain('cannot be asked: 2 (error, seen)');
      const names = JSON.parse(out).outcomes.map((one: { readonly name: string }) => one.name);
      expect(names).toContain('level');
      for (const name of ['error', 'demand']) expect(names).not.toContain(name);
      expect(err).toContain('demand has no equation, and there is no data of this name');
    }
    for (const [name, why] of [
      ['error', 'error is computed with demand'],
      ['demand', 'demand has no equation and no data'],
    ] as const) {
      const { code, err } = await ran('--outcomes', name);
      expect([code, err]).toEqual([3, expect.stringContaining(why)]);
    }
  });

  it('runs a model of which a file is missing, refuses what needs it, and takes its constants by --set', async () => {
    const text = reading.replace(
      'seen',
      "level = INTEG(2, 1) ~~|\nprice = GET XLS CONSTANTS('prices.xlsx', 'tab', 'B3') ~~|\ncost = 3 * price ~~|\nseen",
    );
    const elsewhere = folderOf({ 'm.mdl': text });
    const ran = (...more: string[]) =>
      runHere(['simulate', 'm.mdl', '--json', '--units', 'off', '--lang', 'en', ...more], { cwd: elsewhere });
    const plain = await ran();
    expect(plain.err).toContain('price gets no data: The data file prices.xlsx is not there');
    expect(JSON.parse(plain.out).outcomes.map((one: { readonly name: string }) => one.name)).toEqual([
      'level',
    ]);
    const refused = await ran('--outcomes', 'cost');
    expect([refused.code, refused.err]).toEqual([
      3,
      expect.stringContaining('cost is computed with price, which reads prices.xlsx'),
    ]);
    const given = await ran('--outcomes', 'cost', '--set', 'price=5');
    expect(JSON.parse(given.out).outcomes[0].values[0]).toBe(15);
  });

  it('a path that is not there is named', async () => {
    const { code, err } = await simulate('--data', 'nowhere.csv');
    expect(code).toBe(3);
    expect(err).toContain('MODEL_DATA');
    expect(err).toContain('nowhere.csv does not exist');
  });
});

describe('simulate --all', () => {
  it('leaves out an outcome that is not a number and that nothing needs, and says so', async () => {
    const text = `price = 1 / none ~~|\nnone = 0 ~~|\nlevel = INTEG(1, 0) ~~|\n${growth.slice(growth.indexOf('INITIAL'))}`;
    const elsewhere = folderOf({ 'm.mdl': text, 'n.mdl': `twice = 2 * price ~~|\n${text}` });
    const ran = (file: string, ...more: string[]) =>
      runHere(['simulate', file, '--json', '--units', 'off', '--lang', 'en', ...more], { cwd: elsewhere });
    const { out, err, code } = await ran('m.mdl', '--all');
    expect(code).toBe(0);
    expect(err).toMatch(/^Left out, since it is not a number everywhere: price is Infinity at time 2020/m);
    const names = JSON.parse(out).outcomes.map((one: { readonly name: string }) => one.name);
    expect(names).toContain('level');
    expect(names).not.toContain('price');
    for (const refused of [await ran('m.mdl', '--outcomes', 'price'), await ran('n.mdl', '--all')])
      expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('MODEL_NOT_A_NUMBER')]);
  });
});

describe('simulate, bad input', () => {
  it.each([
    ['no model', ['simulate'], 2, /^CLI_NO_MODEL/],
    ['two models', ['simulate', 'growth.mdl', 'other.mdl'], 2, /^CLI_TOO_MANY .*other\.mdl/],
    [
      'a model that is not there',
      ['simulate', 'grwth.mdl'],
      3,
      /^CLI_MODEL_MISSING {2}grwth\.mdl: there is no such/,
    ],
    ['a folder that is no region', ['simulate', '.'], 3, /^CLI_MODEL_MISSING/],
    [
      'no futures',
      ['simulate', 'growth.mdl', '--futures', '0'],
      2,
      /^CLI_NOT_COUNT .*--futures .* 1 .*, not 0/,
    ],
    [
      'no number to set',
      ['simulate', 'growth.mdl', '--set', 'rate=high'],
      2,
      /^CLI_NOT_ASSIGNMENT .*not rate=high/,
    ],
    ['a comma for decimals', ['simulate', 'growth.mdl', '--set', 'rate=0,5'], 2, /^CLI_NOT_ASSIGNMENT/],
    ['no name to set', ['simulate', 'growth.mdl', '--set', '=5'], 2, /^CLI_NOT_ASSIGNMENT/],
    [
      'another mode',
      ['simulate', 'growth.mdl', '--mode', 'fst'],
      2,
      /^CLI_NOT_ONE_OF .*exact, fast, not fst.* Did you mean fast/,
    ],
    ['other units', ['simulate', 'growth.mdl', '--units', 'ignore'], 2, /^CLI_NOT_ONE_OF .*fail, warn, off/],
    ['all and some', ['simulate', 'growth.mdl', '--all', '--outcomes', 'homes'], 2, /^CLI_ALL_OR_SOME/],
    [
      'another form of file',
      ['simulate', 'growth.mdl', '--out', 'o.xlsx'],
      2,
      /^CLI_NOT_OUT_FORM .*not o\.xlsx/,
    ],
    [
      'an unknown name to set',
      ['simulate', 'growth.mdl', '--set', 'rats[A1]=1'],
      3,
      /MODEL_BAD_INPUT .*rats[\s\S]*rate/,
    ],
    [
      'a stock to set',
      ['simulate', 'growth.mdl', '--set', 'homes=1'],
      3,
      /growth\.mdl:5 {2}MODEL_BAD_INPUT .*homes/,
    ],
    [
      'an unknown outcome',
      ['simulate', 'growth.mdl', '--outcomes', 'home'],
      3,
      /MODEL_BAD_INPUT .*home[\s\S]*homes/,
    ],
    [
      'an unknown element',
      ['simulate', 'growth.mdl', '--outcomes', 'homes[A3]'],
      3,
      /MODEL_BAD_INPUT .*homes\[A1\]/,
    ],
    [
      'a lookup for an outcome',
      ['simulate', 'growth.mdl', '--outcomes', 'effect'],
      3,
      /MODEL_BAD_INPUT .*effect/,
    ],
    [
      'no file with ranges',
      ['simulate', 'growth.mdl', '--uncertain', 'none.yaml'],
      3,
      /^CLI_CANNOT_READ {2}none\.yaml .*ENOENT/,
    ],
  ] as const)('%s', async (_, words, code, message) => {
    const ran = await runHere([...words, '--lang', 'en'], { cwd });
    expect(ran.err).toMatch(message);
    expect(ran).toMatchObject({ code, out: '' });
    const dutch = await runHere([...words, '--lang', 'nl'], { cwd });
    expect(dutch.code).toBe(code);
    expect(dutch.err).not.toBe(ran.err);
  });

  it('ranges are told with file, line and near names', async () => {
    const elsewhere = folderOf({
      'growth.mdl': growth,
      'u.csv':
        'variable,kind,min,max\nrat,uniform,0,1\nhomes,uniform,0,1\nrate,uniform,1,0\nRATE,uniform,0,1\n',
    });
    const { code, err } = await runHere(['simulate', 'growth.mdl', '--uncertain', 'u.csv', '--lang', 'en'], {
      cwd: elsewhere,
    });
    expect(code).toBe(3);
    expect(err).toMatch(/^u\.csv:2:1 {2}REGION_VARIABLE_UNKNOWN .*rat[\s\S]*rate/);
    expect(err).toMatch(/^u\.csv:3:1 {2}REGION_VARIABLE_(UNKNOWN|NOT_CONSTANT) .*homes/m);
    expect(err).toMatch(/^u\.csv:4:2 {2}REGION_RANGE_EMPTY/m);
    expect(err).toMatch(/^u\.csv:5:1 {2}REGION_CONSTANT_TWICE .*RATE.*u\.csv:4/m);
  });

  it('a fault in the model is told with its line', async () => {
    const elsewhere = folderOf({ 'bad.mdl': growth.replace('first homes)', 'frist homes)') });
    const { code, err } = await runHere(['simulate', 'bad.mdl', '--lang', 'en'], { cwd: elsewhere });
    expect(code).toBe(3);
    expect(err).toMatch(/^bad\.mdl:5 {2}MODEL_UNKNOWN_NAME .*frist homes/);
  });

  it.each(['nowhere/o.csv', 'folder.csv'])('%s cannot be written: nothing is left behind', async (out) => {
    const elsewhere = folderOf({ 'growth.mdl': growth, 'folder.csv/keep.txt': '' });
    const { code, err } = await runHere(['simulate', 'growth.mdl', '--out', out, '--lang', 'en'], {
      cwd: elsewhere,
    });
    expect(code).toBe(4);
    expect(err).toMatch(new RegExp(`^CLI_CANNOT_WRITE {2}Cannot write to ${out}`));
    expect(readdirSync(elsewhere).sort()).toEqual(['folder.csv', 'growth.mdl']);
  });

  it('a number that is none stops the run with its variable and time, and leaves the file that was there', async () => {
    const elsewhere = folderOf({
      'bad.mdl': `x = 1 / (2021 - Time) ~~|\n${growth.slice(growth.indexOf('INITIAL'))}`,
      'o.csv': 'as it was',
    });
    const { code, err } = await runHere(
      ['simulate', 'bad.mdl', '--out', 'o.csv', '--units', 'off', '--lang', 'en'],
      {
        cwd: elsewhere,
      },
    );
    expect(code).toBe(3);
    expect(err).toMatch(/bad\.mdl:1 {2}MODEL_NOT_A_NUMBER .*x.*2021/);
    expect(readFileSync(join(elsewhere, 'o.csv'), 'utf8')).toBe('as it was');
    expect(readdirSync(elsewhere).sort()).toEqual(['bad.mdl', 'o.csv']);
  });

  it('a cancelled run says so and writes nothing', async () => {
    const { code, err } = await runHere(
      ['simulate', 'growth.mdl', '--uncertain', 'ranges.csv', '--out', 'c.csv', '--lang', 'en'],
      { cwd, signal: AbortSignal.abort() },
    );
    expect({ code, err }).toEqual({ code: 130, err: 'Cancelled.\n' });
    expect(existsSync(join(cwd, 'c.csv'))).toBe(false);
  });
});

describe('names of outcomes', () => {
  it('are split at commas outside brackets and quotes', () => {
    expect(splitNames('a, b[c,d] ,"e, \\"f",g')).toEqual(['a', 'b[c,d]', '"e, \\"f"', 'g']);
    expect(splitNames(' , ')).toEqual([]);
  });
});
