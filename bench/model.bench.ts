/**
 * How fast the kernel runs: microseconds per future of one run, the batched JavaScript kernel against a plain
 * walk over the equations one future at a time, in the same process.
 *
 *   npx node bench/model.bench.ts [model.mdl] [futures]
 *
 * Without a model a synthetic one of 400 equations in four areas is made, 84 steps: no region, only a size.
 */
import { readFileSync } from 'node:fs';
import { compile } from '@schaalsprong/model';
import { interpreter } from '../packages/model/src/evaluate/interpret.ts';

const areas = ['North', 'East', 'South', 'West'];

/** A synthetic model of the size of a region: `sectors` times four equations over four areas. */
export function syntheticModel(sectors: number): string {
  const lines = [
    '{UTF-8}',
    `Area: ${areas.join(', ')} ~~|`,
    'INITIAL TIME = 2019 ~ Year ~ |',
    'FINAL TIME = 2040 ~ Year ~ |',
    'TIME STEP = 0.25 ~ Year ~ |',
    'SAVEPER = TIME STEP ~ Year ~ |',
    'one = 1 ~ thing ~ synthetic |',
  ];
  for (let i = 0; i < sectors; i++) {
    const next = (i + 1) % sectors;
    lines.push(
      `limit ${i}[Area] = ${areas.map((_, a) => 40 + a * 7 + (i % 5)).join(', ')} ~ thing/Year ~ synthetic |`,
      `delay ${i} = ${2 + (i % 4)} ~ Year ~ synthetic |`,
      `pressure ${i}[Area] = WITH LOOKUP(ZIDZ(stock ${next}[Area], stock ${i}[Area]), ((0,0.4),(0.5,0.8),(1,1),(1.5,1.1),(3,1.3))) ~ Dmnl ~ synthetic |`,
      `wanted ${i}[Area] = MAX(0, stock ${i}[Area] / delay ${i} * pressure ${i}[Area]) ~ thing/Year ~ synthetic |`,
      `flow ${i}[Area] = MIN(wanted ${i}[Area], limit ${i}[Area] * SUM(stock ${i}[Area!]) / (SUM(stock ${next}[Area!]) + one)) ~ thing/Year ~ synthetic |`,
      `start ${i} = ${100 + i} ~ thing ~ synthetic |`,
      `stock ${i}[Area] = INTEG(${i % 3 === 0 ? `DELAY1(flow ${i}[Area], delay ${i})` : `flow ${i}[Area]`} - stock ${i}[Area] / delay ${next}, start ${i}) ~ thing ~ synthetic |`,
    );
  }
  return lines.join('\n');
}

const [file, wanted] = process.argv.slice(2);
const count = Number(wanted ?? 2000);
const text = file === undefined ? syntheticModel(100) : readFileSync(file, 'utf8');

const now = (): number => performance.now();
const compileStart = now();
const model = compile(text, { units: 'off', ...(file === undefined ? {} : { file }) });
const compiled = now() - compileStart;

const constants = model.variables.filter((v) => v.kind === 'constant' && v.value !== undefined);
const uncertain = constants.filter(
  (v) => !['INITIAL TIME', 'FINAL TIME', 'TIME STEP', 'SAVEPER'].includes(v.name) && v.value !== 0,
);
const chosen = uncertain.slice(0, 30);
const outcomes = model.variables
  .filter((v) => v.kind === 'stock')
  .flatMap((v) => v.elements)
  .slice(0, 30);
const values: Record<string, Float64Array> = {};
chosen.forEach((v, j) => {
  values[v.name] = Float64Array.from(
    { length: count },
    (_, i) => (v.value ?? 1) * (0.95 + 0.1 * (((i + 1) * (j + 3) * 0.6180339887) % 1)),
  );
});
const equations = model.program.elements.filter((e) => e.hidden !== true).length;
console.log(`command: npx node bench/model.bench.ts ${process.argv.slice(2).join(' ')}`.trimEnd());
console.log(
  `model: ${file ?? 'synthetic'}, ${Math.round(text.length / 1000)} kB, ${model.variables.length} variables, ${equations} elements (${model.program.elements.length} with helpers); ${chosen.length} uncertain constants, ${outcomes.length} outcomes`,
);
console.log(`compile (cold): ${compiled.toFixed(0)} ms`);

const once = (): number => {
  const from = now();
  model.run({ futures: { count, values }, outcomes });
  return now() - from;
};
const first = once();
const elementOf = new Map(model.program.elements.map((e, i) => [e.name, i]));
const walk = interpreter(model.program);
const naive = (futures: number): number => {
  const ids = outcomes.map((o) => elementOf.get(o) ?? 0);
  const from = now();
  for (let f = 0; f < futures; f++) {
    const overrides = new Map<number, number>();
    for (const v of chosen) overrides.set(elementOf.get(v.name) ?? 0, values[v.name]?.[f] ?? 0);
    walk(overrides, ids);
  }
  return now() - from;
};
const naiveFutures = Math.min(10, count);
let kernel = Number.POSITIVE_INFINITY;
let plain = Number.POSITIVE_INFINITY;
// Interleaved, least of five: a machine that is busy for a while then harms both sides alike.
for (let round = 0; round < 5; round++) {
  kernel = Math.min(kernel, once());
  plain = Math.min(plain, naive(naiveFutures));
}
const perRun = (kernel / count) * 1000;
const perPlain = (plain / naiveFutures) * 1000;
console.log(`first call, kernel made: ${first.toFixed(0)} ms for ${count} futures`);
console.log(
  `kernel: ${perRun.toFixed(1)} us per future; 17,000 runs in ${((perRun * 17000) / 1e6).toFixed(2)} core-seconds`,
);
console.log(
  `plain walk: ${perPlain.toFixed(0)} us per future; the kernel is ${(perPlain / perRun).toFixed(0)} times as fast`,
);
