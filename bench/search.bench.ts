/**
 * What the search costs on one core: exact hypervolume of 200 and 500 points in four objectives, and epsilon-NSGA-II with 10,000
 * evaluations on a test problem of two objectives. Median of several runs with the spread.
 *
 *   npx node bench/search.bench.ts [runs]
 *
 * Beside them what is written down of another tool of the field on another machine: documented, not measured here.
 */
import { availableParallelism, cpus } from 'node:os';
import { dominatedShare, dtlz, hypervolume, search, searchSettings, zdt } from '@schaalsprong/methods/search';
import { streamOf, uniformPair } from '@schaalsprong/model';

const runs = Number(process.argv[2] ?? 7);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('usage: npx node bench/search.bench.ts [runs, at least 1]');
  process.exit(2);
}

/** Points on the sphere between the axes, so that none dominates another: the hardest case. */
function sphere(count: number, objectives: number): Float64Array[] {
  const stream = streamOf('hypervolume points');
  return Array.from({ length: count }, (_, i) => {
    const point = Float64Array.from({ length: objectives }, (_, d) => {
      const [a, b] = uniformPair(1, stream, i * objectives + d);
      return Math.abs(Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b));
    });
    const length = Math.hypot(...point);
    return point.map((x) => x / length);
  });
}

async function timed(
  work: () => number | Promise<number>,
): Promise<{ readonly times: number[]; readonly found: number }> {
  const times: number[] = [];
  let found = 0;
  for (let run = 0; run < runs; run++) {
    const before = performance.now();
    found = await work();
    times.push((performance.now() - before) / 1000);
  }
  return { times: times.sort((a, b) => a - b), found };
}

async function row(what: string, work: () => number | Promise<number>, documented: string): Promise<void> {
  const { times, found } = await timed(work);
  const middle = (times.length - 1) / 2;
  const median = ((times[Math.floor(middle)] ?? 0) + (times[Math.ceil(middle)] ?? 0)) / 2;
  const [least = 0, most = 0] = [times[0], times.at(-1)];
  console.log(
    `| ${what} | ${median.toFixed(3)} (${least.toFixed(3)}-${most.toFixed(3)}) | ${found.toFixed(6)} | ${documented} |`,
  );
}

console.log(`command: npx node bench/search.bench.ts ${process.argv.slice(2).join(' ')}`.trimEnd());
console.log(
  `Node ${process.version}, ${availableParallelism()} threads, ${cpus()[0]?.model.trim() ?? 'unknown processor'}; median (range) of ${runs} runs\n`,
);
console.log('| what | seconds | hypervolume | documented: Platypus, Python, other machine |');
console.log('| --- | --- | --- | --- |');
for (const [objectives, count, documented] of [
  [4, 200, '0.45 s'],
  [4, 500, '5.7 s'],
  [5, 200, '9.3 s'],
] as const) {
  const points = sphere(count, objectives);
  const corner = new Float64Array(objectives).fill(1.1);
  await row(
    `hypervolume, ${objectives} objectives, ${count} points`,
    () => hypervolume(points, corner),
    documented,
  );
}
for (const [problem, documented] of [
  [zdt('zdt1'), '4.0 s (eps-NSGAII, a problem of two objectives)'],
  [dtlz('dtlz2', 3), ''],
] as const) {
  await row(
    `epsilon-NSGA-II, ${problem.id}, 10,000 evaluations`,
    async () => dominatedShare(problem, (await search(problem, searchSettings())).front),
    documented,
  );
}
