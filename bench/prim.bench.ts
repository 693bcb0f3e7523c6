/**
 * What PRIM costs against PRIM written down plainly (bench/plain-prim.ts: every candidate sorts its values and counts all rows
 * anew), on the same futures in one process, alternating: the median of the rounds and their spread. Both must go the same way.
 *
 *   npx node bench/prim.bench.ts [--rounds N] [--large]
 *
 * With `--large` the plain version also runs on 50,000 futures and on 100 inputs, where it takes minutes.
 */
import { parseArgs } from 'node:util';
import { dataOf, numberInput, prim } from '@schaalsprong/methods/discovery';
import { streamOf, uniformPair } from '@schaalsprong/model';
import { plainPrim } from './plain-prim.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, large: { type: 'boolean', default: false } },
});
const rounds = Number(options.rounds);
const settings = { alpha: 0.05, pasteAlpha: 0.05, minMass: 0.05, objective: 'lenient1' } as const;

const sizes = [
  { futures: 1_000, inputs: 20, plain: true },
  { futures: 10_000, inputs: 20, plain: true },
  { futures: 50_000, inputs: 20, plain: options.large },
  { futures: 10_000, inputs: 100, plain: options.large },
];

/** Futures of which three inputs decide, with noise. */
function cases(futures: number, inputs: number) {
  const column = (name: string): Float64Array =>
    Float64Array.from({ length: futures }, (_, i) => uniformPair(1, streamOf(name), i)[0]);
  const columns = Array.from({ length: inputs }, (_, at) => column(`x${at}`));
  const noise = column('noise');
  const value = (at: number, i: number): number => columns[at]?.[i] ?? 0;
  const interest = Uint8Array.from(noise, (u, i) =>
    value(0, i) > 0.5 && value(1, i) < 0.4 && value(2, i) > 0.2 && u < 0.8 ? 1 : 0,
  );
  return { columns, interest };
}

const spent = <T>(work: () => T): readonly [number, T] => {
  const before = performance.now();
  const result = work();
  return [performance.now() - before, result];
};

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const shown = (times: readonly number[]): string =>
  `${median(times).toFixed(1)} ms (${Math.min(...times).toFixed(1)} to ${Math.max(...times).toFixed(1)})`;
const counts = (steps: readonly { readonly n: number; readonly k: number }[]): string =>
  steps.map(({ n, k }) => `${k}/${n}`).join(' ');

for (const { futures, inputs, plain } of sizes) {
  const { columns, interest } = cases(futures, inputs);
  const ours: number[] = [];
  const theirs: number[] = [];
  let steps = 0;
  for (let round = 0; round < rounds; round++) {
    const [time, result] = spent(() =>
      prim(
        dataOf(
          columns.map((values, at) => numberInput(`x${at}`, values)),
          interest,
        ),
        settings,
      ),
    );
    ours.push(time);
    const trajectory = result.boxes[0]?.trajectory ?? [];
    steps = trajectory.length;
    if (!plain) continue;
    const [plainTime, way] = spent(() =>
      plainPrim(
        columns.map((values) => ({ kind: 'real', values })),
        interest,
        settings,
      ),
    );
    theirs.push(plainTime);
    if (counts(way) !== counts(trajectory)) throw new Error('the two went different ways');
  }
  const beside = plain
    ? `plain ${shown(theirs)}, ${(median(theirs) / median(ours)).toFixed(0)} times as long`
    : 'plain not run';
  console.log(`${futures} futures x ${inputs} inputs, ${steps} steps: ${shown(ours)}; ${beside}`);
}
console.log(`npx node bench/prim.bench.ts --rounds ${rounds}${options.large ? ' --large' : ''}`);
