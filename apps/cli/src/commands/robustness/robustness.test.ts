import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from '../../../test/world.ts';
import { exit } from '../../command/exit.ts';

let cwd = '';
const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'robustness-'));
  write('matrix.csv', 'policy,s1,s2,s3,s4,s5\na,10,8,6,4,2\nb,5,5,5,5,5\nc,20,1,1,1,1\n');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const robustness = (...words: string[]) => runHere(['robustness', ...words, '--lang', 'en'], { cwd });

describe('robustness', () => {
  it('gives every metric with its definition, formula and unit, and each policy with its place', async () => {
    const { code, out } = await robustness('matrix.csv', '--threshold', '5');
    expect(code).toBe(exit.done);
    expect(out).toContain('matrix: 3 policies in 5 futures, more is better.');
    expect(out).toMatch(/Worst future \(maximin\) \[maximin\]\n {2}The outcome in the future that is worst/);
    expect(out).toMatch(/min_s f\(p,s\); in the unit of the outcome; better is higher\./);
    expect(out).toMatch(/Good enough in how many futures[\s\S]*?\n {2}b +5 +1\n/);
    expect(out).toContain('does not apply: no future was chosen as the reference');
  });

  it('gives the same for programs, with why a number is not there', async () => {
    const { out } = await robustness('matrix.csv', '--metric', 'minimax-regret,regret-1', '--json');
    const read = JSON.parse(out);
    expect(read).toMatchObject({ method: 'robustness', data: 'matrix.csv' });
    const [regret, own] = read.objectives[0].metrics;
    expect(regret.scores.map(({ value }: { value: number }) => value)).toEqual([10, 15, 7]);
    expect(regret.best).toEqual(['c']);
    expect(own.scores[0]).toMatchObject({ value: null, place: null });
    expect(own.scores[0].reason.nl).toContain('ijkpunt');
  });

  it('takes outcomes that are to be small, weights, and futures in rows', async () => {
    write('weights.csv', 'future,weight\ns1,0\ns2,1\ns3,1\ns4,1\ns5,1\n');
    const weighted = await robustness(
      'matrix.csv',
      '--direction',
      'min',
      '--metric',
      'maximin',
      '--weights',
      'weights.csv',
    );
    expect(weighted.out).toContain('less is better');
    expect(weighted.out).toContain('Left out because their weight is 0: 1 futures.');
    expect(weighted.out).toMatch(/ {2}c +1 +1\n/);
    write('turned.csv', 'future,a,b\ns1,1,2\ns2,3,4\n');
    const turned = await robustness('turned.csv', '--futures-in', 'rows', '--metric', 'laplace', '--json');
    expect(JSON.parse(turned.out).objectives[0].metrics[0].scores).toMatchObject([
      { value: 2 },
      { value: 3 },
    ]);
  });

  it('weighs futures by a rule, a column or a file alike, and the same as futures that are there twice', async () => {
    // By hand: with s1 and s2 twice a has (10 + 10 + 8 + 8 + 6 + 4 + 2) / 7, and c (20 + 20 + 5) / 7.
    write('delays.csv', 'future,delay,times\ns5,1,1\ns4,2,1\ns3,3,1\ns2,4,2\ns1,5,2\n');
    write('times.csv', 'future,weight\ns1,2\ns2,2\ns3,1\ns4,1\ns5,1\n');
    write(
      'doubled.csv',
      'policy,s1,s1 again,s2,s2 again,s3,s4,s5\na,10,10,8,8,6,4,2\nb,5,5,5,5,5,5,5\nc,20,20,1,1,1,1,1\n',
    );
    const means = async (file: string, ...words: string[]): Promise<readonly number[]> => {
      const { out, err } = await robustness(file, '--metric', 'laplace', '--json', ...words);
      expect(err).toBe('');
      return JSON.parse(out).objectives[0].metrics[0].scores.map(({ value }: { value: number }) => value);
    };
    const hand = [48 / 7, 5, 45 / 7];
    for (const words of [
      ['--weigh', 'delay>3:2', '--uncertainties', 'delays.csv'],
      ['--weigh', 'delay>=4:4,delay < 4 : 2', '--uncertainties', 'delays.csv'],
      ['--weights', 'times', '--uncertainties', 'delays.csv'],
      ['--weights', 'times.csv'],
    ]) {
      (await means('matrix.csv', ...words)).forEach((value, i) => {
        expect(value).toBeCloseTo(hand[i] ?? Number.NaN, 12);
      });
    }
    (await means('doubled.csv')).forEach((value, i) => {
      expect(value).toBeCloseTo(hand[i] ?? Number.NaN, 12);
    });
  });

  it('refuses rules and weights that cannot be, also in commands that weigh nothing', async () => {
    const rule = await robustness('matrix.csv', '--weigh', 'delay>3:2');
    expect(rule.err).toContain('--weigh means something only with --uncertainties');
    const no = await robustness('matrix.csv', '--weigh', 'delay>three:2', '--uncertainties', 'delays.csv');
    expect(no).toMatchObject({ code: exit.wrongUse });
    expect(no.err).toContain("--weigh needs a rule like 'delay>3:2'");
    const other = await robustness('matrix.csv', '--weigh', 'dealy>3:2', '--uncertainties', 'delays.csv');
    expect(other.err).toContain('Did you mean delay?');
    const column = await robustness('matrix.csv', '--weights', 'future', '--uncertainties', 'delays.csv');
    expect(column).toMatchObject({ code: exit.badInput });
    for (const words of [
      ['discover', 'prim', 'cases.csv', '--outcome', 'y'],
      ['sensitivity', 'pawn', 'cases.csv', '--outcome', 'y'],
    ]) {
      const { code, err } = await runHere([...words, '--weights', 'w', '--lang', 'en'], { cwd });
      expect(code).toBe(exit.wrongUse);
      expect(err).toContain('its methods take no weights');
    }
  });

  it('takes several outcomes together', async () => {
    write(
      'long.csv',
      'policy,future,objective,value\na,s,homes,10\na,t,homes,20\nb,s,homes,12\nb,t,homes,12\na,s,cost,5\na,t,cost,9\nb,s,cost,4\nb,t,cost,4\n',
    );
    const { out } = await robustness('long.csv', '--direction', 'cost:min', '--threshold', 'homes:12,cost:5');
    expect(out).toContain('a: keeps all thresholds in 0 of 2 futures');
    expect(out).toContain('b: keeps all thresholds in 2 of 2 futures');
    expect(out).toContain('a: Regret II: from the best, largest over the outcomes: 1.15 (cost)');
  });

  it('measures how far the nearest failure lies, from rows that name their future', async () => {
    write('x.csv', 'future,delay\ns5,1\ns4,0.75\ns3,0.5\ns2,0.25\ns1,0\n');
    const words = [
      '--metric',
      'satisficing-radius',
      '--threshold',
      '5',
      '--reference',
      's1',
      '--uncertainties',
      'x.csv',
    ];
    const { out } = await robustness('matrix.csv', ...words, '--json');
    expect(JSON.parse(out).objectives[0].metrics[0].scores).toMatchObject([
      { value: 0.75 },
      { value: null, reason: { en: 'no failure found in these futures' } },
      { value: 0.25 },
    ]);
  });

  it('names bad cells by row and column, and what is wrong with how it is used', async () => {
    write('bad.csv', 'policy,s1,s2\na,1,\nb,x,2\nc,1\n');
    const bad = await robustness('bad.csv');
    expect(bad.code).toBe(exit.badInput);
    expect(bad.err).toContain("bad.csv:3: b, s1  FUTURES_ROBUSTNESS_CELL_TEXT  'x' is not a number");
    expect(bad.err).toContain('bad.csv:2: a, s2  FUTURES_ROBUSTNESS_CELL_EMPTY');
    expect(bad.err).toContain('bad.csv:4: c  FUTURES_ROBUSTNESS_RAGGED');
    expect((await robustness()).code).toBe(exit.wrongUse);
    expect((await robustness('matrix.csv', '--metric', 'maximum')).err).toContain(
      '--metric is one of all, maximin',
    );
    expect((await robustness('matrix.csv', '--direction', 'up')).err).toContain(
      '--direction is one of max, min',
    );
    expect((await robustness('nowhere.csv')).code).toBe(exit.badInput);
    const reference = await robustness('matrix.csv', '--reference', 's9');
    expect(reference.err).toContain("there is no future 's9'");
    write('weights-bad.csv', 'future,weight\ns1,1\n');
    const short = await robustness('matrix.csv', '--weights', 'weights-bad.csv');
    expect(short.err).toContain('future s2 has no weight');
  });

  it('writes into a file whole', async () => {
    await robustness('matrix.csv', '--json', '--out', 'answer.json');
    expect(JSON.parse(readFileSync(join(cwd, 'answer.json'), 'utf8')).method).toBe('robustness');
  });
});
