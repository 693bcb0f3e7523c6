/**
 * What keeping futures costs: 10,000 futures of 24 outcomes at 85 times are written as chunks and read back, beside a plain
 * write and read of the same bytes in the same minute; exported to Parquet, CSV and an archive of EMA Workbench and read
 * from there; and the largest memory of a process that keeps few futures and of one that keeps ten times as many.
 *
 *   npx node bench/archive.bench.ts [rounds] [futures]
 *
 * The numbers are made up and cheap, so that no model is measured. Medians with the least and the most.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exportKept,
  type KeptQuestion,
  keepFutures,
  keptCases,
  openKept,
  readCases,
} from '@schaalsprong/methods/node';
import { compile } from '@schaalsprong/model';
import { chunkBytes } from '../packages/methods/src/archive/chunk.ts';
import { writeChunk } from '../packages/methods/src/node/kept/folder.ts';

/** Outcomes of a model that costs little: one of them over time, the others its multiples. */
const outcomes = 24;
const times = 85;
const text = `{UTF-8}
growth = 0.02 ~ 1/Year ~ assumption |
first = 100 ~ home ~ assumption |
${Array.from({ length: outcomes }, (_, i) => `homes ${i} = INTEG(growth * homes ${i}, first) ~ home ~ |`).join('\n')}
INITIAL TIME = 2019 ~ Year ~ |
FINAL TIME = 2040 ~ Year ~ |
TIME STEP = 0.25 ~ Year ~ |
SAVEPER = 0.25 ~ Year ~ |
`;
const questionOf = (futures: number): KeptQuestion => ({
  region: null,
  agenda: null,
  model: { file: 'bench.mdl', sha256: createHash('sha256').update(text).digest('hex') },
  data: null,
  design: 'latin-hypercube',
  futures,
  seed: 1,
  mode: 'exact',
  scenario: null,
  levers: {},
  uncertainties: [
    { id: 'growth', variable: 'growth', distribution: { kind: 'uniform', min: 0, max: 0.04 } },
    { id: 'first', variable: 'first', distribution: { kind: 'uniform', min: 50, max: 150 } },
  ],
  outcomes: Array.from({ length: outcomes }, (_, i) => ({ name: `homes ${i}`, unit: 'home' })),
  times: Array.from({ length: times }, (_, k) => 2019 + k / 4),
});
const keep = (folder: string, futures: number) =>
  keepFutures({
    folder,
    question: questionOf(futures),
    model: compile(text, { file: 'bench.mdl' }),
    createdBy: 'bench',
  });

/** A process of its own, asked for its memory: `--memory FOLDER FUTURES [EXPORT]`. */
if (process.argv[2] === '--memory') {
  const [folder = '', futures = '', to = ''] = process.argv.slice(3);
  if (to === '') await keep(folder, Number(futures));
  else await exportKept(await openKept(folder), to, 'tar.gz');
  console.log(process.resourceUsage().maxRSS / 1024);
  process.exit(0);
}

const rounds = Number(process.argv[2] ?? 5);
const futures = Number(process.argv[3] ?? 10_000);
if (!(rounds >= 1 && futures >= 1000)) {
  console.error('usage: npx node bench/archive.bench.ts [rounds, at least 1] [futures, at least 1000]');
  process.exit(2);
}
const root = mkdtempSync(join(tmpdir(), 'archive-bench-'));
const question = 'a'.repeat(64);
const inChunk = 257;
const columns = 2 + outcomes * times;
const heads = Array.from({ length: Math.ceil(futures / inChunk) }, (_, index) => ({
  question,
  index,
  count: Math.min(inChunk, futures - index * inChunk),
  columns,
}));
const numbers = Float64Array.from({ length: columns * inChunk }, (_, i) => Math.sin(i) * 1e5);
const bytes = heads.reduce((sum, head) => sum + chunkBytes(head), 0);

interface Cost {
  readonly wall: number;
  readonly processor: number;
}

async function measure(work: () => Promise<unknown>): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (let round = 0; round <= rounds; round++) {
    const used = process.cpuUsage();
    const begin = performance.now();
    await work();
    const wall = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(used);
    // The first round warms up.
    if (round > 0) costs.push({ wall, processor: (user + system) / 1e6 });
  }
  return costs;
}
const sorted = (costs: readonly Cost[], what: keyof Cost): readonly number[] =>
  costs.map((cost) => cost[what]).sort((a, b) => a - b);
const median = (costs: readonly Cost[], what: keyof Cost): number =>
  sorted(costs, what)[Math.floor((costs.length - 1) / 2)] ?? Number.NaN;
const told = (costs: readonly Cost[]): string => {
  const wall = sorted(costs, 'wall');
  const ends = `least ${(wall[0] ?? 0).toFixed(2)}, most ${(wall.at(-1) ?? 0).toFixed(2)}`;
  return `median ${median(costs, 'wall').toFixed(2)} s, ${ends}; processor ${median(costs, 'processor').toFixed(2)} s`;
};
const ratio = (costs: readonly Cost[], plain: readonly Cost[]): string =>
  `${(median(costs, 'wall') / median(plain, 'wall')).toFixed(1)} x the plain time`;

/** A file of the same length, written in pieces of the same length. */
async function plainWrite(path: string): Promise<void> {
  const file = await open(path, 'w');
  for (const head of heads) await file.write(new Uint8Array(numbers.buffer, 0, chunkBytes(head) - 96));
  await file.close();
}
async function plainRead(path: string): Promise<void> {
  const file = await open(path, 'r');
  const into = new Uint8Array(chunkBytes({ count: inChunk, columns }));
  while ((await file.read(into)).bytesRead > 0);
  await file.close();
}

console.log(`command: npx node bench/archive.bench.ts ${rounds} ${futures}`);
console.log(`${cpus()[0]?.model ?? 'processor'}, Node ${process.version}`);
console.log(
  `${futures} futures x ${outcomes} outcomes x ${times} times: ${(bytes / 1e6).toFixed(0)} MB in ${heads.length} chunks`,
);
const chunks = join(root, 'chunks');
mkdirSync(chunks);
const plain = join(root, 'plain');
const plainWritten = await measure(() => plainWrite(plain));
const written = await measure(async () => {
  for (const head of heads) await writeChunk(chunks, head, [numbers.subarray(0, columns * head.count)]);
});
console.log(`plain write      ${told(plainWritten)}`);
console.log(`chunks written   ${told(written)}; ${ratio(written, plainWritten)}`);

const kept = join(root, 'kept');
const begin = performance.now();
await keep(kept, futures);
console.log(`computed and kept with a cheap model: ${((performance.now() - begin) / 1000).toFixed(2)} s`);
const resumed = await measure(() => keep(kept, futures));
console.log(`found whole      ${told(resumed)} (every checksum)`);
const plainlyRead = await measure(() => plainRead(plain));
const read = await measure(async () => {
  for await (const chunk of (await openKept(kept)).chunks()) chunk.column(0);
});
console.log(`plain read       ${told(plainlyRead)}`);
console.log(`chunks read      ${told(read)}; ${ratio(read, plainlyRead)}`);
console.log(`as cases         ${told(await measure(async () => keptCases(await openKept(kept))))}`);

for (const form of ['parquet', 'csv', 'tar.gz'] as const) {
  const path = join(root, `out.${form}`);
  const start = performance.now();
  await exportKept(await openKept(kept), path, form);
  const exported = (performance.now() - start) / 1000;
  const megabytes = statSync(path).size / 1e6;
  console.log(`exported to ${form.padEnd(8)} ${exported.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
}
const archive = join(root, 'out.tar.gz');
console.log(`archive as cases ${told(await measure(() => readCases(archive)))}`);
console.log(`its bytes alone  ${told(await measure(() => readFile(archive)))}`);

const memory = (...words: readonly string[]): string => {
  const done = spawnSync(process.execPath, [import.meta.filename, '--memory', ...words], {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return `${Number(done.stdout).toFixed(0)} MB`;
};
const many = join(root, 'many');
console.log(
  `largest memory, keeping ${futures / 10} futures: ${memory(join(root, 'few'), String(futures / 10))}`,
);
console.log(`largest memory, keeping ${futures} futures: ${memory(many, String(futures))}`);
console.log(
  `largest memory, keeping ${10 * futures} futures: ${memory(join(root, 'most'), String(10 * futures))}`,
);
console.log(
  `largest memory, export of ${futures} to tar.gz: ${memory(many, '0', join(root, 'memory.tar.gz'))}`,
);
rmSync(root, { recursive: true });
