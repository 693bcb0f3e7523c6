import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mainFile, runHere, syntheticRegion } from '../../../test/world.ts';
import { exit } from '../../command/exit.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'search-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const search = (...words: string[]) => runHere(['search', ...words, '--lang', 'en'], { cwd });
const file = (name: string): string => join(cwd, name);
const appears = (path: string): Promise<void> =>
  vi.waitFor(() => expect(existsSync(path)).toBe(true), { timeout: 50_000, interval: 20 });

describe('search of a known problem', () => {
  it('says how near it came to the true front, with the bounds that it was measured by', async () => {
    const { code, out } = await search('--problem', 'zdt1', '--evaluations', '400', '--seeds', '2');
    expect(code).toBe(exit.done);
    expect(out).toMatch(
      /zdt1: \d+ choices of which none is beaten, out of 800 looked at \(searched 2 times, seed 0\)/,
    );
    expect(out).toMatch(/f1 +less +1\.1 - 0 +0\.01/);
    expect(out).toContain('The true front has 0.72');
    expect(out).toMatch(/GD [\d.]+, IGD [\d.]+, epsilon [\d.]+/);
  });

  it('gives the same bytes for programs each time, and the front in numbers', async () => {
    const words = ['--problem', 'dtlz2', '--objective-count', '4', '--evaluations', '400', '--json'];
    const [first, second] = [await search(...words), await search(...words)];
    expect(second.out).toBe(first.out);
    const read = JSON.parse(first.out);
    expect(read.objectives).toHaveLength(4);
    expect(Object.keys(read.front[0].objectives)).toEqual(['f1', 'f2', 'f3', 'f4']);
    expect(read.runs[0].evaluations).toBe(400);
    expect(read.provenance.settings.seed).toBe(0);
  });

  it('refuses a number of epsilons that is not that of the objectives', async () => {
    const { code, err } = await search('--problem', 'zdt1', '--epsilons', '0.1');
    expect(code).toBe(exit.badInput);
    expect(err).toContain('FUTURES_SEARCH_EPSILON_COUNT');
  });

  it('says what is wrong with how it is used', async () => {
    expect((await search()).err).toContain('zdt1');
    expect((await search('--problem', 'zdt9')).err).toContain('--problem is one of zdt1');
    expect((await search('--problem', 'zdt1', '--keep', 'a:1')).code).toBe(exit.wrongUse);
    expect((await search('--problem', 'zdt1', '--objective-count', '3')).code).toBe(exit.wrongUse);
    expect((await search(syntheticRegion, '--objective-count', '3')).code).toBe(exit.wrongUse);
    expect((await search('--problem', 'zdt1', '--resume', 'nowhere.json')).code).toBe(exit.badInput);
    writeFileSync(file('text.json'), 'no search');
    expect((await search('--problem', 'zdt1', '--resume', 'text.json')).err).toContain(
      'FUTURES_SEARCH_CHECKPOINT',
    );
  });

  it('goes on after kill -9 as if nothing had happened', async () => {
    // It would not end by itself: however late the kill comes, it comes in the middle.
    const endless = ['--problem', 'zdt4', '--evaluations', '100000000', '--json'];
    const killed = spawn(process.execPath, [
      mainFile,
      'search',
      ...endless,
      '--checkpoint',
      file('zdt4.json'),
    ]);
    await appears(file('zdt4.json'));
    killed.kill('SIGKILL');
    await new Promise((done) => killed.once('close', done));
    const kept = JSON.parse(readFileSync(file('zdt4.json'), 'utf8'));
    const further = String(kept.current.evaluations + 500);
    const words = ['--problem', 'zdt4', '--evaluations', further, '--json'];
    const resumed = await search(...words, '--resume', 'zdt4.json');
    expect(resumed.code).toBe(exit.done);
    expect(resumed.out).toBe((await search(...words)).out);
    const other = await search('--problem', 'zdt4', '--population', '12', '--resume', 'zdt4.json');
    expect(other.err).toContain('population: 40 / 12');
  });

  it('keeps what was found when it is stopped, and says how to go on', async () => {
    const stop = new AbortController();
    const running = runHere(
      [
        'search',
        '--problem',
        'zdt4',
        '--evaluations',
        '1000000',
        '--checkpoint',
        'stopped.json',
        '--lang',
        'en',
      ],
      { cwd, signal: stop.signal },
    );
    await appears(file('stopped.json'));
    stop.abort();
    const { code, err } = await running;
    expect(code).toBe(exit.cancelled);
    expect(err).toContain('Go on with --resume stopped.json.');
    expect(statSync(file('stopped.json')).size).toBeGreaterThan(1000);
  });
});

describe('search over the levers of a region', () => {
  const small = ['--evaluations', '60', '--population', '12', '--futures', '40', '--threads', '1'];

  it('tells packages beside the scenario, with red lines, levers and targets', async () => {
    const { code, out } = await search(syntheticRegion, ...small);
    expect(code).toBe(exit.done);
    expect(out).toMatch(/ackages that keep all red lines and/);
    expect(out).toContain('no worse than in');
    expect(out).toMatch(/More builders +50% of the agenda|More builders +100% of the agenda/);
    expect(out).toContain('met in how many of 40 futures');
  });

  it('says which red line breaks where no package keeps all, and which package comes nearest', async () => {
    const { out } = await search(syntheticRegion, ...small, '--never', 'homes-2029:99', '--json');
    const read = JSON.parse(out);
    expect(read.packages).toEqual([]);
    expect(read.nearest.broken[0]).toMatchObject({ constraint: 'homes-2029 never beyond 99' });
    expect(read.nearest.broken[0].leastOfAll).toBeGreaterThan(0);
    const found = await search(syntheticRegion, ...small, '--never', 'homes-2029:99');
    expect(found.out).toContain('None of the 60 packages looked at keeps all red lines.');
    expect(found.out).toContain('not kept on its own either by any package looked at');
  });

  it('gives the same for any number of threads', async () => {
    const words = [syntheticRegion, '--evaluations', '60', '--population', '12', '--futures', '40', '--json'];
    const one = await search(...words, '--threads', '1');
    expect((await search(...words, '--threads', '3')).out).toBe(one.out);
  });

  it('names every fault of what is asked at once', async () => {
    const { code, err } = await search(
      syntheticRegion,
      '--objectives',
      'homes-2092:met,homes-2029:best,rank-2029:met',
      '--keep',
      'homes-2029:9999',
      '--levers',
      'more-bilders',
    );
    expect(code).toBe(exit.badInput);
    expect(err).toContain('there is no homes-2092');
    expect(err).toContain('Did you mean homes-2029?');
    expect(err).toContain('best cannot be used here');
    expect(err).toContain('the model says nothing of rank-2029');
    expect(err).toContain('9999 of 200 futures cannot be');
    expect(err).toContain('Did you mean more-builders?');
    expect((await search(syntheticRegion, '--no-worse-than', 'never-heard')).code).toBe(exit.wrongUse);
    expect((await search('no-such-region')).code).toBe(exit.badInput);
  });
});
