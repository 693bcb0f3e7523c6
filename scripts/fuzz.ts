import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type Kind, kindOfCase, kinds, runCase, textOf } from './fuzz/case.ts';
import type { Found, Task } from './fuzz/worker.ts';

/**
 * `npm run fuzz`: feeds random, mutated and truncated models to the reader, and runs random ones in every back end. Nothing
 * may hang, nothing may be thrown but a named problem, and back ends must agree to the last bit. A million cases took
 * eight minutes on two cores.
 */
const usage = `npm run fuzz -- [options]

  --cases N     how many (default 20000)
  --seed S      which (default: of this moment; it is printed)
  --kind K      only ${kinds.join(', ')}
  --only I      case I alone, with its text and what came of it
  --limit S     seconds before a case counts as hanging (default 10)
  --threads N   default 2

Exit code: 0 where nothing was found, 1 else; texts of what was found are kept in a folder that is named.`;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    kind: { type: 'string' },
    only: { type: 'string' },
    limit: { type: 'string', default: '10' },
    threads: { type: 'string', default: '2' },
    help: { type: 'boolean', default: false },
  },
});

function whole(name: 'cases' | 'seed' | 'limit' | 'threads' | 'only', least: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  console.error(`--${name} needs a whole number from ${least}, not ${values[name]}.\n\n${usage}`);
  process.exit(2);
}

if (values.help) {
  console.log(usage);
  process.exit(0);
}
const cases = whole('cases', 1);
const seed = whole('seed', 0);
const limit = whole('limit', 1) * 1000;
const threads = Math.min(whole('threads', 1), cases);
const only: Kind | undefined = kinds.find((kind) => kind === values.kind);
if (values.kind !== undefined && only === undefined) {
  console.error(`--kind is one of ${kinds.join(', ')}, not ${values.kind}.\n\n${usage}`);
  process.exit(2);
}
if (values.only !== undefined) {
  const number = whole('only', 0);
  console.log(textOf(seed, number, only).text);
  console.error(runCase(seed, number, only));
  process.exit(0);
}

const counts = new Map<string, number>();
const faults: { number: number; kind: Kind; why: string }[] = [];
let slowest = { number: -1, milliseconds: 0 };

function take(found: Found): void {
  for (const [key, count] of Object.entries(found.counts)) counts.set(key, (counts.get(key) ?? 0) + count);
  faults.push(...found.faults);
  if (found.slowest.milliseconds > slowest.milliseconds) slowest = found.slowest;
}

/** One thread from a case on; a case that does not end ends the thread, and another goes on behind it. */
function work(from: number): Promise<void> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  at[0] = -1;
  const task: Task = { seed, from, count: cases, stride: threads, only, at };
  const worker = new Worker(new URL('./fuzz/worker.ts', import.meta.url), { workerData: task });
  return new Promise((settle) => {
    let last = -1;
    let since = performance.now();
    const goOn = async (why: string): Promise<void> => {
      clearInterval(watch);
      const number = Atomics.load(at, 0);
      faults.push({ number, kind: kindOfCase(seed, number, only), why });
      worker.removeAllListeners();
      await worker.terminate();
      if (number + threads < cases) await work(number + threads);
      settle();
    };
    const watch = setInterval(() => {
      const number = Atomics.load(at, 0);
      if (number !== last) {
        last = number;
        since = performance.now();
      } else if (performance.now() - since > limit) {
        void goOn(`no end within ${limit / 1000} s`);
      }
    }, 200);
    worker.on('message', (found: Found) => {
      take(found);
      if (!found.over) return;
      clearInterval(watch);
      settle();
    });
    worker.on(
      'error',
      (error) => void goOn(`the thread fell: ${error instanceof Error ? error.message : error}`),
    );
  });
}

const begin = performance.now();
await Promise.all(Array.from({ length: threads }, (_, i) => work(i)));
const seconds = (performance.now() - begin) / 1000;

console.log(
  `seed ${seed}, ${cases} cases in ${seconds.toFixed(1)} s; slowest case ${slowest.number} in ${slowest.milliseconds.toFixed(0)} ms`,
);
for (const [key, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${key.padEnd(20)}${count}`);
if (faults.length > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  console.log(`\n${faults.length} faults; texts in ${folder}`);
  for (const { number, kind, why } of faults.slice(0, 20)) console.log(`\n${kind}, case ${number}: ${why}`);
  for (const { number, kind, why } of faults) {
    writeFileSync(join(folder, `${kind}-${number}.txt`), `${textOf(seed, number, only).text}\n\n${why}\n`);
  }
  process.exitCode = 1;
}
