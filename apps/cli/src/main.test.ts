import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { Copy, mainFile, type Ran, syntheticRegion } from '../test/world.ts';

/** Has the process tell when its first worker begins: from there on it computes, however slow the machine was until then. */
const tellOfWorkers = `data:text/javascript,${encodeURIComponent(
  "process.once('worker', () => process.send('computing'))",
)}`;

/** Of the surroundings of the tests, only what the program needs and what has it start sooner. */
const { PATH, NODE_COMPILE_CACHE } = process.env;
const env = { PATH, NODE_COMPILE_CACHE, LANG: 'en_GB.UTF-8' };

/** Runs the program as the process that users start. */
function runReal(
  argv: readonly string[],
  options: { readonly cwd?: string; readonly signalWhenComputing?: NodeJS.Signals } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', tellOfWorkers, mainFile, ...argv], {
      cwd: options.cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child.once('message', () => {
      if (options.signalWhenComputing !== undefined) child.kill(options.signalWhenComputing);
    });
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
  });
}

let made: Copy | undefined;
afterEach(() => {
  made?.remove();
  made = undefined;
});

describe('the program as a process', () => {
  it('an answer is on standard output, with exit code 0 and nothing else said', async () => {
    const { code, out, err } = await runReal(['assess', '--region', syntheticRegion, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).targets).toHaveLength(2);
  });

  it('wrong use is exit code 2', async () => {
    const { code, out, err } = await runReal(['assess', '--futures', 'abc']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      'CLI_NOT_COUNT  --futures needs a whole number from 1 to 100000, not abc.\nSee: schaalsprong help assess\n',
    );
  });

  it('bad content is exit code 3, with the place and no trace of code', async () => {
    made = new Copy().replace('tree.yaml', 'level: pillar', 'level: piler');
    const { code, out, err } = await runReal(['assess', '--region', 'region', '--json'], { cwd: made.cwd });
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toMatch(/^region\/tree\.yaml:5:\d+ {2}REGION_/m);
    expect(err).toContain('expected: ');
    expect(err).toContain('do: ');
    expect(err).not.toMatch(/node:internal|\.ts:\d/);
  });

  it('a disk that is full under the answer is exit code 4 in words, not a trace of code', async () => {
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [mainFile, 'help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
      env,
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 4,
      stderr: 'CLI_CANNOT_WRITE  Cannot write to stdout: the disk is full (ENOSPC).\n',
    });
  });

  it('Ctrl-C stops a long run at once and cleanly', async () => {
    // Small steps make the whole work last hours: a run that did not stop would meet the time limit of the test.
    made = new Copy()
      .replace('model/synthetic.mdl', 'SAVEPER = TIME STEP', 'SAVEPER = 0.25')
      .replace('model/synthetic.mdl', 'TIME STEP = 0.25', 'TIME STEP = 0.000244140625');
    const { code, out, err } = await runReal(
      ['assess', '--region', 'region', '--json', '--futures', '100000'],
      { cwd: made.cwd, signalWhenComputing: 'SIGINT' },
    );
    expect({ code, out, err }).toEqual({ code: 130, out: '', err: 'Cancelled.\n' });
  });
});
