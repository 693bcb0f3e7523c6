/**
 * What `assess` and `audit` cost as a whole process, as a user meets it: start of Node, reading and checking the region,
 * compiling the model, all futures with every measure left out in turn, the audit of the claims beside it, writing the
 * answer; or the audit alone. Wall-clock time, processor time and peak memory; medians of several runs, with the spread.
 *
 *   npx node bench/assess.bench.ts [runs] [region]
 *
 * Time and memory are those that the operating system counted for the process (`process.resourceUsage()` at its exit),
 * so nothing but Node is needed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = Number(process.argv[2] ?? 5);
const region = process.argv[3] ?? 'regions/brainport';
if (!Number.isInteger(runs) || runs < 1) {
  console.error('usage: npx node bench/assess.bench.ts [runs, at least 1] [region]');
  process.exit(2);
}
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'assess-bench-'));

interface Cost {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

/** Written by the process under test when it exits; the worker threads are part of the same process. */
const usage = join(folder, 'usage.json');
const witness = `data:text/javascript,${encodeURIComponent(
  `import { writeFileSync } from 'node:fs';
   import { isMainThread } from 'node:worker_threads';
   if (isMainThread) process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));`,
)}`;

function once(args: readonly string[]): Cost {
  const before = performance.now();
  const done = spawnSync(process.execPath, ['--import', witness, ...args], { cwd: root, encoding: 'utf8' });
  const seconds = (performance.now() - before) / 1000;
  if (done.status !== 0) {
    console.error(done.stderr);
    throw new Error(`exit code ${done.status}`);
  }
  const used: unknown = JSON.parse(readFileSync(usage, 'utf8'));
  const read = (name: string): number => {
    const value = typeof used === 'object' && used !== null ? Reflect.get(used, name) : undefined;
    if (typeof value !== 'number') throw new Error(`no ${name} in what the process used`);
    return value;
  };
  return {
    seconds,
    processorSeconds: (read('userCPUTime') + read('systemCPUTime')) / 1e6,
    megabytes: read('maxRSS') / 1024,
  };
}

function told(numbers: readonly number[], decimals: number): string {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  return `${median.toFixed(decimals)} (${low.toFixed(decimals)}-${high.toFixed(decimals)})`;
}

const model = cpus()[0]?.model.trim() ?? 'unknown processor';
console.log(
  `Node ${process.version}, ${availableParallelism()} threads, ${model}; median (range) of ${runs} runs\n`,
);
console.log('| what | wall clock, s | processor, s | peak memory, MB | command |');
console.log('| --- | --- | --- | --- | --- |');
try {
  for (const [what, ...words] of [
    ['assess, 100 futures', 'assess', '--region', region, '--futures', '100'],
    ['assess, 1,000 futures', 'assess', '--region', region, '--futures', '1000'],
    ['audit', 'audit', region],
  ]) {
    const shown = ['apps/cli/src/main.ts', ...words, '--json'];
    const args = [...shown, '--out', join(folder, 'answer.json')];
    const costs = Array.from({ length: runs }, () => once(args));
    console.log(
      `| ${what} | ${told(
        costs.map((c) => c.seconds),
        2,
      )} | ${told(
        costs.map((c) => c.processorSeconds),
        2,
      )} | ${told(
        costs.map((c) => c.megabytes),
        0,
      )} | \`npx node ${shown.join(' ')} --out FILE\` |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
