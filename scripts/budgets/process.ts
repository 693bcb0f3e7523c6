import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../browser.ts';

const Usage = z.looseObject({ maxRSS: z.number() });

/**
 * Runs a script of this repository to its end.
 *
 * @returns wall-clock seconds, and the peak memory in MB that the operating system counted for the process, its threads included
 * @throws Error with what it wrote where it ends with another code than 0
 */
export function runOnce(args: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'schaalsprong-budget-'));
  const usage = join(folder, 'usage.json');
  const witness = `data:text/javascript,${encodeURIComponent(
    `import { writeFileSync } from 'node:fs';
     import { isMainThread } from 'node:worker_threads';
     if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));`,
  )}`;
  try {
    const begin = performance.now();
    const done = spawnSync(process.execPath, ['--import', witness, ...args], { cwd: root, encoding: 'utf8' });
    const seconds = (performance.now() - begin) / 1000;
    if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}:\n${done.stderr}`);
    return { seconds, megabytes: Usage.parse(JSON.parse(readFileSync(usage, 'utf8'))).maxRSS / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resident memory of a running process in MB; null where the system has no `ps` that says it. */
export function residentMegabytes(pid: number): number | null {
  const { status, stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  const kilobytes = Number(stdout?.trim());
  return status === 0 && kilobytes > 0 ? kilobytes / 1024 : null;
}

/** Seconds from `npm start` to the first page with its scripts, npm included. The web app must be built. */
export async function secondsToFirstPage(): Promise<number> {
  const port = await freePort();
  const begin = performance.now();
  // A group of its own, so that npm, its shell and node are stopped together.
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    const at = `http://127.0.0.1:${port}`;
    const html = await answerOf(at, child);
    const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    await Promise.all(scripts.map(async (path) => (await fetch(at + path)).arrayBuffer()));
    return (performance.now() - begin) / 1000;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

async function answerOf(address: string, child: ChildProcess): Promise<string> {
  const end = performance.now() + 120_000;
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok === true) return answer.text();
    await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error('no page within two minutes of npm start');
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const bound = probe.address();
  await new Promise((done) => probe.close(done));
  if (typeof bound !== 'object' || bound === null) throw new Error('no free port');
  return bound.port;
}
