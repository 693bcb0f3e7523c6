import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@schaalsprong/model';
import { afterAll, describe, expect, it } from 'vitest';
import { findCases } from './conformance/cases.ts';
import { agrees, check, compare } from './conformance/check.ts';
import { readExpected } from './conformance/expected.ts';
import type { Known } from './conformance/known.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A small suite of our own making, in the form of the public one. */
function suite(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'suite-'));
  folders.push(root);
  mkdirSync(join(root, 'samples'));
  mkdirSync(join(root, 'tests'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** homes(t) = 10 + 2t, and doubled homes = 20 + 4t. */
const growth = `
homes = INTEG(2, 10) ~ home ~ |
doubled homes = 2 * homes ~ home ~ |
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 2 ~ Year ~ |
TIME STEP = 0.5 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;

const result = (expected: string, model = growth): ReturnType<typeof check> => {
  const [one] = findCases(suite({ 'tests/growth/output.tab': expected, 'tests/growth/growth.mdl': model }));
  if (one === undefined) throw new Error('no case');
  return check(one);
};

describe('the cases of the suite', () => {
  it('are the folders with expected numbers, once for each form of model, named after its folder or else shortest', () => {
    const root = suite({
      'tests/abs/output.tab': '',
      'tests/abs/output_other_program.csv': '',
      'tests/abs/test_abs.MDL': '',
      'tests/abs/test_abs.xmile': '',
      'tests/abs/a.mdl': '',
      'tests/abs/data.tab': '',
      'tests/none/model.mdl': '',
      'samples/teacup/output.csv': '',
      'samples/teacup/longer.stmx': '',
      'samples/teacup/short.stmx': '',
    });
    expect(
      findCases(root).map(({ name, model, expected, series }) => [name, model, expected, series]),
    ).toEqual([
      ['tests/abs .mdl', 'test_abs.MDL', 'output.tab', ['data.tab']],
      ['tests/abs .xmile', 'test_abs.xmile', 'output.tab', ['data.tab']],
      ['samples/teacup .stmx', 'short.stmx', 'output.csv', []],
    ]);
  });
});

describe('expected numbers', () => {
  it('are read by tab or comma, with any line end, with quotes, and with nothing where a cell is empty', () => {
    const want = {
      time: [0, 1],
      columns: [
        { name: 'a[x,y]', values: [1, undefined] },
        { name: '"b"', values: [-2.5e-3, 4] },
      ],
    };
    expect(readExpected('Time\t"a[x,y]"\t"""b"""\r0\t1\t-2.5e-3\r1\t\t4\r')).toEqual(want);
    expect(readExpected('\uFEFFTime,"a[x,y]","""b"""\r\n0,1,-0.0025\r\n1,,4')).toEqual(want);
  });

  it('may have time across', () => {
    expect(readExpected('Time,0,1\na,1,2\n')).toEqual({
      time: [0, 1],
      columns: [{ name: 'a', values: [1, 2] }],
    });
  });

  it('are no numbers where they are not', () => {
    expect(() => readExpected('Time,a\n0,none\n')).toThrow('a: none is no number');
    expect(() => readExpected('Time\n')).toThrow('no table');
  });
});

describe('a case', () => {
  it('passes where every number comes out, names compared as the field does', () => {
    const { outcome, reasons } = result(
      'Time\tHomes\t"DOUBLED_homes"\tTIME STEP\n0\t10\t20\t0.5\n1\t12\t\t\n2\t14\t28\t\n',
    );
    expect(reasons).toEqual([]);
    expect(outcome).toBe('pass');
  });

  it('takes six printed digits for a number, and for a time', () => {
    expect(agrees(100, 100.01)).toBe(true);
    expect(agrees(100, 100.011)).toBe(false);
    expect(agrees(0, 1e-6)).toBe(true);
    expect(agrees(0, 1.1e-6)).toBe(false);
    expect(agrees(1, Number.NaN)).toBe(false);
    const fine = growth
      .replace('FINAL TIME = 2', 'FINAL TIME = 20')
      .replace('TIME STEP = 0.5', 'TIME STEP = 0.03125')
      .replace('SAVEPER = 1', 'SAVEPER = 0.03125');
    expect(result('Time\thomes\n10.0312\t30.0625\n10.0938\t30.1875\n', fine).outcome).toBe('pass');
  });

  it('is wrong by one number that is off, and says which, what was expected, and by how much', () => {
    const { outcome, reasons, worst } = result('Time\thomes\n0\t10\n1\t13\n2\t15\n');
    expect(outcome).toBe('wrong');
    expect(reasons).toEqual(['homes at 1: expected 13, got 12 (and 1 later)']);
    expect(worst).toMatchObject({ wrong: 2, of: 3, ofMaximum: 1 / 15 });
  });

  it('is wrong where a time is not kept', () => {
    expect(result('Time\thomes\n0\t10\n0.5\t11\n')).toMatchObject({
      outcome: 'wrong',
      reasons: ['not kept: time 0.5'],
    });
  });

  it('is near where a small number is off by what single precision makes of a large one', () => {
    expect(result('Time\thomes\n0\t10\n1\t12\n2\t14\n').outcome).toBe('pass');
    const difference = growth.replace('INTEG(2, 10)', '10 - 5 * Time');
    expect(result('Time\thomes\n0\t10\n1\t5\n2\t0.000005\n', difference)).toMatchObject({
      outcome: 'near',
      worst: { wrong: 1, of: 3 },
    });
  });

  it('is of the suite where a known reason explains the difference, and wrong where it does not', () => {
    const expected = readExpected('Time\thomes\tdoubled homes\n0\t10\t20\n1\t12.1\t24\n');
    const model = compile(growth, { units: 'off' });
    const outcome = (excuse: Known, numbers = expected): string => compare(model, numbers, excuse).outcome;
    const reason = 'drawn at random';
    expect(compare(model, expected, { reason, within: 0.01 })).toMatchObject({
      outcome: 'suite',
      reasons: [reason, 'homes at 1: expected 12.1, got 12'],
    });
    expect(outcome({ reason, within: 0.01, columns: ['homes'] })).toBe('suite');
    expect(outcome({ reason, within: 0.001 })).toBe('wrong');
    expect(outcome({ reason, within: 0.01, columns: ['doubled homes'] })).toBe('wrong');
    expect(outcome({ reason, within: 0.01 }, readExpected('Time\thomes\n0.5\t11\n'))).toBe('wrong');
    expect(outcome({ reason, within: 0.01 }, readExpected('Time\thomes\n1\t12\n'))).toBe('pass');
  });

  it('fails where the model does not know an expected variable', () => {
    expect(result('Time\thomes\tflats\n0\t10\t3\n')).toMatchObject({
      outcome: 'unmatched',
      reasons: ['no such variable: flats'],
    });
  });

  it('is refused with code, line and message where the model is', () => {
    const { outcome, reasons } = result('Time\thomes\n0\t10\n', growth.replace('2 * homes', '2 * houses'));
    expect(outcome).toBe('unsupported');
    expect(reasons[0]).toMatch(/^growth\.mdl:3 MODEL_UNKNOWN_NAME .*houses/);
  });
});

describe('npm run conformance', () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const script = ['scripts/conformance.ts'];
  const node = join(root, 'node_modules/.bin/node');

  it('counts by form, and fails on a wrong number', () => {
    const path = suite({
      'tests/right/output.tab': 'Time\thomes\n1\t12\n',
      'tests/right/right.mdl': growth,
      'tests/wrong/output.tab': 'Time\thomes\n1\t13\n',
      'tests/wrong/wrong.mdl': growth,
    });
    const good = execFileSync(node, [...script, path, 'right'], { cwd: root, encoding: 'utf8' });
    expect(good).toMatch(/^\.mdl +1 +1 +0 +0 +0 +0 +0 +0$/m);
    const all = spawnSync(node, [...script, path], { cwd: root, encoding: 'utf8' });
    expect(all.status).toBe(1);
    expect(all.stdout).toContain('homes at 1: expected 13, got 12');
    expect(all.stdout).toMatch(/^\.mdl +2 +1 +0 +0 +1 +0 +0 +0$/m);
  });

  it('says where the suite comes from when it is not there', () => {
    const { status, stderr } = spawnSync(node, script, { cwd: root, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('git clone https://github.com/SDXorg/test-models');
  });
});
