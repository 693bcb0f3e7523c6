import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Copy, runHere } from '../../../test/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'schaalsprong-discover-'));
const region = new Copy();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  region.remove();
});

/** It is late where the grid is late and the interest high; one row has a gap, one column one value. */
const rows = Array.from({ length: 400 }, (_, i) => {
  const delay = (i * 0.7548776662466927) % 1;
  const rate = (i * 0.5698402909980532) % 1;
  const homes = delay > 0.6 && rate > 0.4 ? 10 : 20 + i / 100;
  return `${i === 7 ? '' : delay},${rate},1,${homes},${homes < 15 ? 1 : 0}`;
});
const data = join(folder, 'cases.csv');
writeFileSync(data, `${['"delay, in years",rate,flat,homes,fails', ...rows].join('\n')}\n`);
const fails = ['--outcome', 'fails', '--leave-out', 'homes'];

describe('discover prim', () => {
  it('prints the way, the box and the sentence', async () => {
    const { code, out, err } = await runHere(['discover', 'prim', data, ...fails, '--coverage', '0.9']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Rijen waarin een waarde ontbreekt en die daarom niet meedoen: 1.');
    expect(out).toContain('Invoer met maar een waarde, die dus niets kan verklaren: flat.');
    expect(out).toMatch(/stap {2}wat .*dekking {2}dichtheid/);
    expect(out).toMatch(/^ *> \d+ {2}schillen/m);
    expect(out.replace(/\n/g, ' ')).toMatch(
      /'fails' is 1 in (\d+% van de|alle \d+) toekomsten waarin '(delay, in years|rate)' boven 0,\d+ ligt en '.*' boven 0,\d+ ligt[ .]/,
    );
  });

  it('gives programs every step with its limits, shares and quasi-p values, and where it came from', async () => {
    const argv = [
      'discover',
      'prim',
      data,
      ...fails,
      '--alpha',
      '0.1',
      '--resample',
      '3',
      '--seed',
      '5',
      '--json',
    ];
    const { code, out } = await runHere(argv);
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      method: 'prim',
      data: { file: 'cases.csv', rows: 400 },
      outcome: 'fails',
      interest: 'flagged',
      inputs: ['delay, in years', 'rate'],
      leftOut: { rows: 1, constant: ['flat'] },
      futures: 399,
      settings: {
        alpha: 0.1,
        pasteAlpha: 0.05,
        minMass: 0.05,
        objective: 'lenient1',
        select: { by: 'knee' },
      },
      stopped: 'enough',
    });
    expect(answer.data.hash).toMatch(/^[0-9a-f]{64}$/);
    const [box] = answer.boxes;
    expect(box.steps[0]).toMatchObject({ step: 0, phase: 'start', coverage: 1, mass: 1, dimensions: 0 });
    const last = box.steps.at(-1);
    expect(last.density).toBeCloseTo(last.k / last.n, 12);
    expect(last.limits[0]).toMatchObject({ input: 'delay, in years', kind: 'real', restricted: true });
    expect(last.limits[0].quasiP.min).toBeLessThan(0.001);
    expect(box.sentences.en.lead).toContain('of the futures where');
    expect(box.stability).toMatchObject({ runs: 3, of: 3, seed: 5 });
    expect((await runHere(argv)).out).toBe(out);
  });

  it('asks one question per threshold', async () => {
    const argv = [
      'discover',
      'prim',
      data,
      '--outcome',
      'homes',
      '--leave-out',
      'fails',
      '--below',
      '15,21',
      '--json',
    ];
    const { levels } = JSON.parse((await runHere(argv)).out);
    expect(levels.map(({ interest }: { interest: unknown }) => interest)).toEqual([
      { below: 15 },
      { below: 21 },
    ]);
    expect(levels[0].ofInterest).toBeLessThan(levels[1].ofInterest);
  });

  it('writes to a file', async () => {
    const out = join(folder, 'answer.json');
    const ran = await runHere(['discover', 'prim', data, ...fails, '--json', '--out', out]);
    expect(ran).toEqual({ code: 0, out: '', err: '' });
    expect(JSON.parse(readFileSync(out, 'utf8')).method).toBe('prim');
  });
});

describe('discover cart and logistic', () => {
  it('give leaves with their sentences, also where it never happens', async () => {
    const { code, out } = await runHere(['discover', 'cart', data, ...fails, '--lang', 'en']);
    expect(code).toBe(0);
    expect(out.replace(/\n/g, ' ')).toMatch(/'fails' is 1 in none of the \d+ futures where/);
    const { leaves } = JSON.parse((await runHere(['discover', 'cart', data, ...fails, '--json'])).out);
    const sum = (of: 'mass' | 'coverage'): number =>
      leaves.reduce((total: number, leaf: Record<string, number>) => total + (leaf[of] ?? 0), 0);
    expect(sum('mass')).toBeCloseTo(1, 12);
    expect(sum('coverage')).toBeCloseTo(1, 12);
  });

  it('give the inputs that tell futures apart, and what a level covers', async () => {
    const { code, out } = await runHere(['discover', 'logistic', data, ...fails]);
    expect(code).toBe(0);
    expect(out).toMatch(/delay, in years +\d+,\d\d/);
    const { steps, levels } = JSON.parse(
      (await runHere(['discover', 'logistic', data, ...fails, '--json'])).out,
    );
    expect(steps.at(-1).inputs.toSorted()).toEqual(['delay, in years', 'rate']);
    expect(levels[0]).toMatchObject({ level: 0, coverage: 1 });
  });
});

describe('discover on a region', () => {
  it('answers when a target is not met, with the names of the uncertainties', async () => {
    const where = { cwd: region.cwd };
    const argv = [
      'discover',
      'prim',
      'region',
      '--outcome',
      'homes-2029',
      '--futures',
      '200',
      '--threads',
      '1',
    ];
    const { code, out, err } = await runHere([...argv, '--lang', 'en'], where);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('of 200 futures');
    const answer = JSON.parse((await runHere([...argv, '--json'], where)).out);
    expect(answer).toMatchObject({ interest: 'missed', data: { futures: 200 }, futures: 200 });
  });

  it('names near targets for one that is not there', async () => {
    const { code, err } = await runHere(['discover', 'prim', 'region', '--outcome', 'homes-202'], {
      cwd: region.cwd,
    });
    expect(code).toBe(3);
    expect(err).toContain('FUTURES_DISCOVERY_TARGET');
    expect(err).toContain("'homes-2029'");
  });
});

describe('discover refuses', () => {
  const wrong = async (...argv: readonly string[]): Promise<readonly [number, string]> => {
    const { code, err } = await runHere(['discover', ...argv, '--lang', 'en']);
    return [code, err.split(' ')[0] ?? ''];
  };
  it('words that do not fit', async () => {
    expect(await wrong()).toEqual([2, 'CLI_NO_METHOD']);
    expect(await wrong('prism', data, ...fails)).toEqual([2, 'CLI_NOT_ONE_OF']);
    expect(await wrong('prim')).toEqual([2, 'CLI_NO_DATA']);
    expect(await wrong('prim', data)).toEqual([2, 'CLI_NEEDS_OPTION']);
    expect(await wrong('prim', data, ...fails, '--alpha', '2')).toEqual([2, 'CLI_NOT_NUMBER']);
    expect(await wrong('cart', data, ...fails, '--alpha', '.1')).toEqual([2, 'CLI_ONLY_WITH']);
    expect(await wrong('prim', data, ...fails, '--futures', '10')).toEqual([2, 'CLI_ONLY_WITH']);
    expect(await wrong('prim', join(region.cwd, 'region'), ...fails, '--at', '2030')).toEqual([
      2,
      'CLI_ONLY_WITH',
    ]);
    expect(await wrong('prim', data, ...fails, '--above', '1', '--below', '2')).toEqual([2, 'CLI_ONE_FORM']);
    expect(await wrong('prim', data, ...fails, '--above', 'much')).toEqual([2, 'CLI_NOT_NUMBER']);
  });

  it('a column that is not there, an outcome that is the same everywhere, and an alpha of 0', async () => {
    const refused = async (...argv: readonly string[]): Promise<readonly [number, boolean]> => {
      const { code, err } = await runHere(['discover', 'prim', data, ...argv]);
      return [code, err.includes('FUTURES_')];
    };
    expect(await refused('--outcome', 'failz')).toEqual([3, true]);
    expect(await refused('--outcome', 'homes', '--above', '1000')).toEqual([3, true]);
    expect(await refused(...fails, '--alpha', '0')).toEqual([3, true]);
    expect(await refused('--outcome', 'homes')).toEqual([3, true]);
    expect(await refused(...fails, '--at', '2030')).toEqual([3, true]);
  });
});
