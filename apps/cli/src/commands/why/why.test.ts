import { describe, expect, it } from 'vitest';
import { Copy, type Ran, runHere, syntheticRegion } from '../../../test/world.ts';
import { tells } from './report.ts';

const ask = (...words: string[]): Promise<Ran> =>
  runHere(['why', syntheticRegion, '--threads', '1', ...words]);
const aboutHomes = ['--target', 'homes-2029'];
const homes = (...words: string[]): Promise<Ran> => ask(...aboutHomes, ...words);

describe('why a target moved between two scenarios', () => {
  it('says what each measure brings, what holds back, and from which content', async () => {
    const { code, out, err } = await homes('--futures', '40', '--causes');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      'Ten minste 80 woningen in 2029: van “Niets doen” naar “Alles zoals de agenda het vraagt”',
    );
    expect(out).toMatch(/De mediaan verschuift \+[\d,]+ woningen \(toekomsten: 40, in beide/);
    expect(out).toMatch(
      /\n {2}\+10 woningen door held back by builders\n {4}\+10 woningen door builders relief; /,
    );
    expect(out).toContain('Precies: alle combinaties zijn doorgerekend');
    for (const line of out.split('\n')) expect(line).toBe(line.trimEnd());
  });

  it('--json has contributions that add up to the change, the same each time', async () => {
    const words = ['--futures', '40', '--json'];
    const [once, again] = [await homes(...words), await homes(...words)];
    expect(again.out).toBe(once.out);
    const { change, from, to, causes } = JSON.parse(once.out);
    expect({ from, to, causes }).toEqual({ from: 'nothing', to: 'agenda', causes: null });
    const sum = change.players.reduce((all: number, { value }: { value: number }) => all + value, 0);
    expect(change.total).toBeGreaterThan(1);
    expect(sum).toBeCloseTo(change.total, 9);
  });

  it('the way back brings the opposite', async () => {
    const there = JSON.parse((await homes('--futures', '20', '--json')).out);
    const back = JSON.parse(
      (await homes('--futures', '20', '--json', '--from', 'agenda', '--to', 'nothing')).out,
    );
    expect(back.change.total).toBeCloseTo(-there.change.total, 9);
    expect(back.change.players).not.toHaveLength(0);
  });

  it('lines keep within a narrow screen, and lines of causes keep their place', async () => {
    const { out } = await runHere(
      [
        'why',
        syntheticRegion,
        '--threads',
        '1',
        ...aboutHomes,
        '--futures',
        '20',
        '--causes',
        '--lang',
        'en',
      ],
      { width: 60 },
    );
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    expect(out).toMatch(/\n {4}\+/);
    expect(out).not.toMatch(/woningen|toekomsten/);
  });
});

describe('a contribution that says nothing is left out', () => {
  const of = (value: number, error: number) => ({ kind: 'lever', id: 'a', value, error }) as const;

  it('where it is no more than twice its error', () => {
    expect(tells(of(20, 9), 1)).toBe(true);
    expect(tells(of(-20, 10), 1)).toBe(false);
  });

  it('where it is less than half a step in which the total is told', () => {
    expect(tells(of(5, 0), 10)).toBe(true);
    expect(tells(of(-4.9, 0), 10)).toBe(false);
    expect(tells(of(0.01, 0), 0)).toBe(true);
    expect(tells(of(0, 0), 0)).toBe(false);
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    [[], 2, 'CLI_NEEDS_OPTION', '--target'],
    [['--target', 'homes-2092'], 2, 'CLI_NOT_ONE_OF', 'homes-2029'],
    [['--target', 'rank-2029'], 3, 'FUTURES_TABLE_TARGET', 'Een plaats hangt van andere regio'],
    [[...aboutHomes, '--from', 'nothin'], 2, 'CLI_SCENARIO_UNKNOWN', 'Bedoelde u nothing?'],
    [[...aboutHomes, '--to', 'nowhere'], 2, 'CLI_SCENARIO_UNKNOWN', 'agenda, nothing'],
    [[...aboutHomes, '--from', 'agenda'], 2, 'CLI_SAME_SCENARIO', 'agenda'],
    [[...aboutHomes, '--futures', '1000000000'], 2, 'CLI_NOT_COUNT', '100000'],
    [[...aboutHomes, '--scenario', 'agenda'], 2, 'CLI_OPTION_NOT_HERE', '--scenario'],
    [['elsewhere', ...aboutHomes], 2, 'CLI_TOO_MANY', 'elsewhere'],
  ] as const)('%j: exit code %i with %s', async (words, code, fault, part) => {
    const ran = await ask(...words);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toContain(fault);
    expect(ran.err).toContain(part);
  });

  it('a region in which no scenario is without measures asks for --from', async () => {
    const copy = new Copy().replace('scenarios/nothing.yaml', 'base: none', 'base: agenda');
    const { code, err } = await runHere(['why', 'region', ...aboutHomes], { cwd: copy.cwd });
    copy.remove();
    expect(code).toBe(2);
    expect(err).toContain('CLI_NEEDS_OPTION  why vraagt ook --from');
  });
});
