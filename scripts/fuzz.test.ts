import { execFileSync, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@schaalsprong/model';
import { describe, expect, it } from 'vitest';
import { difference, kinds, runCase, textOf } from './fuzz/case.ts';
import { Dice } from './fuzz/dice.ts';
import { randomModel } from './fuzz/models.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const node = join(root, 'node_modules/.bin/node');

describe('random models', () => {
  // `npm run fuzz -- --cases 1000000` is the long one.
  it.each([
    ['text', 300],
    ['vensim', 200],
    ['xmile', 200],
    ['model', 60],
    ['program', 30],
    ['region', 2],
  ] as const)(
    '%s: nothing is thrown but a named problem, and back ends agree to the last bit',
    (kind, cases) => {
      for (let number = 0; number < cases; number++) {
        const verdict = runCase(3, number, kind);
        expect(verdict, `npm run fuzz -- --seed 3 --kind ${kind} --only ${number}`).not.toMatchObject({
          as: 'fault',
        });
      }
    },
  );

  it('most often compile where they should, so that there is something to compare', () => {
    let good = 0;
    for (let number = 0; number < 40; number++) {
      compile(randomModel(new Dice(5, number)).text, { units: 'off' });
      good++;
    }
    expect(good).toBe(40);
  });

  it('follow from seed and number alone', () => {
    for (const kind of kinds) expect(textOf(1, 2, kind).text).toBe(textOf(1, 2, kind).text);
    expect(textOf(1, 2, 'model').text).not.toBe(textOf(1, 3, 'model').text);
    expect(textOf(1, 2, 'model').text).not.toBe(textOf(2, 2, 'model').text);
  });

  it('are told apart by a single bit, and by what a run refuses', () => {
    const of = (...values: number[]): Float64Array[] => [Float64Array.from(values)];
    expect(difference(of(1, Number.NaN), of(1, Number.NaN))).toBeNull();
    expect(difference(of(1, 0), of(1, -0))).toBe('outcome 0 at 1: 0 against 0');
    expect(difference(of(0.1 + 0.2), of(0.3))).toMatch(/0\.30000000000000004 against 0\.3/);
    expect(difference(of(1), 'x is NaN')).toBe('numbers against x is NaN');
    expect(difference('x is NaN', 'x is NaN')).toBeNull();
  });
});

describe('npm run fuzz', () => {
  it('counts what came of the cases, over threads', () => {
    const out = execFileSync(node, ['scripts/fuzz.ts', '--cases', '60', '--seed', '1', '--kind', 'text'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(out).toMatch(/^seed 1, 60 cases in /);
    expect(out).toMatch(/^ {2}text refused +60$/m);
  });

  it('says what is wrong with its words', () => {
    const wrong = spawnSync(node, ['scripts/fuzz.ts', '--cases', 'many'], { cwd: root, encoding: 'utf8' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('--cases needs a whole number from 1, not many.');
  });
});
