import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, runHere, syntheticRegion } from '../../../test/world.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'schaalsprong-sensitivity-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const ask = (...words: string[]): Promise<Ran> => runHere(['sensitivity', ...words], { cwd });
const json = async (...words: string[]) => {
  const { code, out, err } = await ask(...words, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
};

/** A file of runs of y = a + 2 b^2 at the points of another file. */
function runAll(from: string, to: string): void {
  const [header = '', ...rows] = readFileSync(join(cwd, from), 'utf8').trim().split(/\r?\n/);
  const lines = rows.map((row) => {
    const [a = Number.NaN, b = Number.NaN] = row.split(',').map(Number);
    return `${row},${a + 2 * b ** 2}`;
  });
  writeFileSync(join(cwd, to), [`${header},y`, ...lines].join('\n'));
}

describe('sensitivity of a function', () => {
  it('the table has the indices with their uncertainty beside the exact ones, and says whether there were enough runs', async () => {
    const { code, out } = await ask('sobol', '--function', 'ishigami', '--n', '256');
    expect(code).toBe(0);
    expect(out).toMatch(/x1 +0,\d{3} ±0,\d{3} +0,\d{3} ±0,\d{3} +0,314 +0,558\n/);
    expect(out).toContain('Niet genoeg runs (1280)');
    for (const line of out.split('\n')) expect(line).toBe(line.trimEnd());
    const english = await ask('sobol', '--function', 'ishigami', '--n', '4096', '--lang', 'en');
    expect(english.out).toContain('Enough runs (20480)');
    expect(english.out).not.toMatch(/invoer|uitkomst/);
  });

  it('--json has stable names, and the same question gives the same bytes', async () => {
    const answer = await json(
      'sobol',
      '--function',
      'ishigami',
      '--n',
      '64',
      '--second-order',
      '--seed',
      '5',
    );
    expect(Object.keys(answer)).toEqual(
      'method outcome source settings runs dropped enough runsNeeded rule inputs pairs ranking exact warnings'.split(
        ' ',
      ),
    );
    expect(answer.settings).toMatchObject({ base: 64, resamples: 100, confidence: 0.95, seed: 5 });
    expect(answer.inputs[0]).toMatchObject({
      name: 'x1',
      S1: { value: expect.any(Number), halfWidth: expect.any(Number) },
      ST: { value: expect.any(Number), halfWidth: expect.any(Number) },
    });
    expect(answer.pairs).toHaveLength(3);
    expect(answer.warnings[0]).toMatchObject({
      code: 'SENSITIVITY_NOT_ENOUGH_RUNS',
      text: { nl: /./, en: /./ } as object,
    });
    const again = await json('sobol', '--function', 'ishigami', '--n', '64', '--second-order', '--seed', '5');
    expect(again).toEqual(answer);
  });

  it('the G function takes any coefficients', async () => {
    const { inputs, exact } = await json(
      'sobol',
      '--function',
      'sobol-g',
      '--a',
      '78,12,.5,2,97,33',
      '--n',
      '256',
    );
    expect(inputs).toHaveLength(6);
    expect(exact.first[2]).toBeCloseTo(0.7657430684, 9);
  });

  it.each(['morris', 'dgsm', 'delta', 'pawn', 'rbd-fast', 'features', 'f-test', 'ff'])(
    '%s answers',
    async (method) => {
      // Delta estimates a density per resample; how many there are is of another test.
      const fewer = method === 'delta' ? ['--resamples', '10'] : [];
      const { inputs, ranking } = await json(method, '--function', 'linear', '--n', '128', ...fewer);
      expect(inputs).toHaveLength(5);
      expect(ranking).toHaveLength(5);
    },
  );

  it('groups count as one', async () => {
    const { inputs } = await json('sobol', '--function', 'ishigami', '--groups', 'g=x1,x3', '--n', '64');
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual(['g', 'x2']);
  });
});

describe('sensitivity of a region', () => {
  it('varies what is uncertain, reads a target at its horizon, and names inputs in the language of the reader', async () => {
    const { code, out, err } = await ask(
      'sobol',
      syntheticRegion,
      '--outcome',
      'homes-2029',
      '--n',
      '128',
      '--threads',
      '1',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('wat stuurt Ten minste 80 woningen in 2029?');
    expect(out).toMatch(/Tekort aan bouwers +builders-shortage +\d,\d{3} ±/);
    const answer = await json(
      'sobol',
      '--model',
      syntheticRegion,
      '--outcome',
      'homes-built',
      '--at',
      '2025',
      '--n',
      '16',
    );
    expect(answer.source).toMatchObject({
      kind: 'model',
      region: 'synthetic',
      scenario: 'agenda',
      time: 2025,
    });
  });

  it('gives the same for any number of threads', async () => {
    const words = ['morris', syntheticRegion, '--outcome', 'homes-2029', '--n', '20'];
    expect(await json(...words, '--threads', '3')).toEqual(await json(...words, '--threads', '1'));
  });

  it('--inputs holds the others at their median', async () => {
    const { inputs } = await json(
      'pawn',
      syntheticRegion,
      '--outcome',
      'homes-2029',
      '--n',
      '256',
      '--inputs',
      'builders-shortage',
    );
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual(['builders-shortage']);
    const { code, err } = await ask(
      'pawn',
      syntheticRegion,
      '--outcome',
      'homes-2029',
      '--inputs',
      'builder-shortage',
    );
    expect(code).toBe(2);
    expect(err).toContain('Bedoelde u builders-shortage?');
  });

  it('says what is near an outcome that is not there, and that a target is not modelled', async () => {
    const near = await ask('sobol', syntheticRegion, '--outcome', 'homes-2028');
    expect(near.code).toBe(3);
    expect(near.err).toContain('homes-2029');
    const apart = await ask('sobol', syntheticRegion, '--outcome', 'rank-2029');
    expect(apart.err).toContain('FUTURES_SENSITIVITY_NOT_MODELLED');
  });
});

describe('sensitivity of a model that stands alone', () => {
  const model = join(syntheticRegion, 'model/synthetic.mdl');

  it('takes what is uncertain from a file, and other constants from --set', async () => {
    writeFileSync(
      join(cwd, 'uncertain.csv'),
      'variable,kind,min,max\nbuilders shortage,uniform,0,4\ngrid shortage,uniform,0,1\n',
    );
    const words = [
      'sobol',
      model,
      '--uncertain',
      'uncertain.csv',
      '--outcome',
      'homes built',
      '--n',
      '256',
      '--threads',
      '1',
    ];
    const { inputs, source } = await json(...words);
    // Both are taken off as they are: variances of 16/12 and 1/12.
    expect(inputs[0].S1.value).toBeCloseTo(16 / 17, 1);
    expect(source).toMatchObject({ file: 'synthetic.mdl', region: null, scenario: null });
    const relieved = await json(...words, '--set', 'builders relief=1');
    expect(relieved.inputs[0].ST.value).toBeCloseTo(0, 9);
  });

  it('needs to know what is uncertain, and has no scenarios', async () => {
    const { code, err } = await ask('sobol', model, '--outcome', 'homes built');
    expect([code, err]).toEqual([2, expect.stringContaining('--uncertain')]);
    const scenario = await ask('sobol', model, '--outcome', 'homes built', '--scenario', 'agenda');
    expect(scenario.err).toContain('een regio');
  });
});

describe('sensitivity of runs made elsewhere', () => {
  it('a sample, run by somebody, gives the indices of what they ran', async () => {
    writeFileSync(join(cwd, 'ranges.csv'), 'variable,kind,min,max\na,uniform,0,1\nb,uniform,0,1\n');
    expect(
      (await runHere(['sample', 'saltelli', 'ranges.csv', '--n', '1024', '--out', 'x.csv'], { cwd })).code,
    ).toBe(0);
    runAll('x.csv', 'xy.csv');
    const { inputs, source, pairs } = await json('sobol', 'xy.csv', '--outcome', 'y');
    // Var(a) = 1/12, Var(2 b^2) = 4 (1/5 - 1/9).
    const [ofA, ofB] = [1 / 12, 4 * (1 / 5 - 1 / 9)];
    expect(inputs[0].S1.value).toBeCloseTo(ofA / (ofA + ofB), 2);
    expect(inputs[1].ST.value).toBeCloseTo(ofB / (ofA + ofB), 2);
    expect(pairs).toBeNull();
    expect(source).toMatchObject({ kind: 'sample', file: 'xy.csv', rows: 4096 });
    expect(source.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('any rows do for the methods on given data, and the problem of SALib names the inputs', async () => {
    writeFileSync(join(cwd, 'p.json'), '{"num_vars":1,"names":["b"],"bounds":[[0,1]]}');
    const { inputs, runs } = await json(
      'delta',
      'xy.csv',
      '--outcome',
      'y',
      '--problem',
      'p.json',
      '--resamples',
      '10',
    );
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual(['b']);
    expect(runs).toBe(4096);
  });

  it('rows in another order are refused with the row', async () => {
    const [header = '', ...rows] = readFileSync(join(cwd, 'xy.csv'), 'utf8').split('\n');
    writeFileSync(join(cwd, 'moved.csv'), [header, ...rows.slice(1), rows[0]].join('\n'));
    const { code, err } = await ask('sobol', 'moved.csv', '--outcome', 'y');
    expect(code).toBe(3);
    expect(err).toMatch(/row \d+ {2}FUTURES_SENSITIVITY_NOT_SALTELLI/);
  });

  it('--out writes the answer to a file', async () => {
    expect((await ask('f-test', 'xy.csv', '--outcome', 'y', '--json', '--out', 'answer.json')).out).toBe('');
    expect(JSON.parse(readFileSync(join(cwd, 'answer.json'), 'utf8')).method).toBe('f-test');
  });
});

describe('wrong use of sensitivity', () => {
  it.each([
    [[], 'CLI_NO_METHOD'],
    [['sobel'], 'Bedoelde u sobol?'],
    [['sobol'], 'CLI_NO_DATA'],
    [['sobol', '--function', 'ishigam'], 'Bedoelde u ishigami?'],
    [['sobol', '--function', 'ishigami', '--levels', '4'], 'CLI_ONLY_WITH'],
    [['sobol', '--function', 'ishigami', '--scenario', 'agenda'], 'CLI_ONLY_WITH'],
    [['sobol', '--function', 'ishigami', '--n', '3'], 'CLI_NOT_COUNT'],
    [['sobol', '--function', 'ishigami', '--a', '1'], 'CLI_ONLY_WITH'],
    [['sobol', '--function', 'ishigami', '--groups', 'x1'], 'CLI_NOT_GROUPS'],
    [['sobol', '--function', 'ishigami', '--confidence', '2'], 'CLI_NOT_NUMBER'],
    [['sobol', '--function', 'ishigami', '--model', 'x'], 'CLI_ONE_FORM'],
    [['pawn', 'data.csv'], 'CLI_NEEDS_OPTION'],
    [['pawn', 'data.csv', '--outcome', 'y', '--n', '10'], 'CLI_ONLY_WITH'],
  ])('%j says %s', async (words, expected) => {
    const { code, err } = await ask(...words);
    expect(code).toBe(2);
    expect(err).toContain(expected);
  });

  it('a billion runs are refused before anything is computed', async () => {
    const { code, err } = await ask('sobol', '--function', 'ishigami', '--n', '10000000');
    expect(code).toBe(3);
    expect(err).toContain('FUTURES_DESIGN_SIZE');
    expect((await ask('sobol', '--function', 'ishigami', '--n', '1000000000')).code).toBe(2);
  });

  it('a file that is not there, or that is no problem', async () => {
    expect((await ask('pawn', 'nowhere.csv', '--outcome', 'y')).err).toContain('nowhere.csv');
    writeFileSync(join(cwd, 'bad.json'), '{"names":["a"],"bounds":[[0]]}');
    const { code, err } = await ask('pawn', 'xy.csv', '--outcome', 'y', '--problem', 'bad.json');
    expect(code).toBe(3);
    expect(err).toContain('bad.json');
  });
});
