import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * From `npm start` to the first page and to the standing, as a person meets them: a process of its own, npm included.
 * Cold: no built web app and no cache, as on a fresh clone. Warm: both there. What was there before is put back.
 *
 *     node bench/start.bench.ts [rounds]
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const rounds = Number(process.argv[2] ?? 3);
const limitMs = 8000;

interface Timing {
  readonly page: number;
  readonly script: number;
  readonly first: number;
  readonly ready: number;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const bound = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof bound !== 'object' || bound === null) throw new Error('no port');
  return bound.port;
}

async function until(what: string, check: () => Promise<boolean>, child: ChildProcess): Promise<number> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`npm start stopped with exit code ${child.exitCode}`);
    if (await check().catch(() => false)) return performance.now();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`no ${what} after two minutes`);
}

async function start(): Promise<Timing> {
  const port = await freePort();
  const begin = performance.now();
  // A group of its own, so that npm, its shell and node can be stopped together.
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const stopped = new Promise((resolve) => child.on('exit', resolve));
  try {
    const at = `http://127.0.0.1:${port}`;
    const page = await until('page', async () => (await fetch(at)).ok, child);
    const html = await (await fetch(at)).text();
    const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    await Promise.all(scripts.map(async (path) => (await fetch(at + path)).arrayBuffer()));
    const script = performance.now();
    const state = async (): Promise<{ state?: unknown; detail?: unknown }> => {
      const answer: unknown = await (await fetch(`${at}/v1/stand`)).json();
      return typeof answer === 'object' && answer !== null ? answer : {};
    };
    const first = await until('first answer', async () => Boolean((await state()).detail), child);
    const ready = await until('standing', async () => (await state()).state === 'ready', child);
    return { page: page - begin, script: script - begin, first: first - begin, ready: ready - begin };
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await stopped;
  }
}

const put = [join(root, 'apps/web/dist'), join(root, '.cache')];
const aside = mkdtempSync(join(tmpdir(), 'schaalsprong-start-'));
const kept = put.map((path, i) => ({ path, copy: join(aside, String(i)), was: existsSync(path) }));
for (const { path, copy, was } of kept)
  if (was) cpSync(path, copy, { recursive: true, preserveTimestamps: true });

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const seconds = (ms: number): string => (ms / 1000).toFixed(2).padStart(6);

let slowest = 0;
try {
  console.log(`$ node bench/start.bench.ts ${rounds}`);
  console.log(
    `Node ${process.version}, ${availableParallelism()} processors; seconds from npm start, median of ${rounds}`,
  );
  console.log('                                     page   page+js  first answer  all futures');
  for (const cold of [true, false]) {
    const all: Timing[] = [];
    for (let round = 0; round < rounds; round++) {
      if (cold) for (const path of put) rmSync(path, { recursive: true, force: true });
      all.push(await start());
    }
    const of = (key: keyof Timing): number => median(all.map((timing) => timing[key]));
    slowest = Math.max(slowest, ...all.map(({ script }) => script));
    console.log(
      `${cold ? 'cold: no built web app, no cache' : 'warm: built web app and cache   '}   ${seconds(of('page'))}    ${seconds(of('script'))}        ${seconds(of('first'))}       ${seconds(of('ready'))}`,
    );
  }
} finally {
  for (const { path, copy, was } of kept) {
    rmSync(path, { recursive: true, force: true });
    if (was) {
      try {
        renameSync(copy, path);
      } catch {
        // The folder for temporary files may be on another disk.
        cpSync(copy, path, { recursive: true, preserveTimestamps: true });
      }
    }
  }
  rmSync(aside, { recursive: true, force: true });
}
console.log(`slowest first page with its scripts: ${seconds(slowest)} s; the limit is ${seconds(limitMs)} s`);
if (slowest > limitMs) process.exitCode = 1;
