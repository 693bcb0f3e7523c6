/**
 * Nanoseconds per number of each elementary function: the engine's own, ours as JavaScript, and ours as f64x2 code in
 * place and by a call per pair. Interleaved in one process, least of many rounds; ratios are of f64x2 in place.
 *
 *   npx node bench/math.bench.ts [rounds]
 */
import { uniform } from '../packages/model/src/math/accuracy.ts';
import { batch, batchSize } from '../packages/model/src/math/batch.ts';
import { type MathMode, type MathName, mathFunctions } from '../packages/model/src/math/functions.ts';
import { mathJs } from '../packages/model/src/math/index.ts';

const rounds = Number(process.argv[2] ?? 200);

/** Arguments as models have them. */
const range: Readonly<Record<MathName, [low: number, high: number]>> = {
  exp: [-10, 10],
  ln: [0.01, 100],
  pow: [0.1, 10.3],
  sin: [-20, 20],
  cos: [-20, 20],
  tan: [-20, 20],
  asin: [-1, 1],
  acos: [-1, 1],
  atan: [-10, 10],
  sinh: [-5, 5],
  cosh: [-5, 5],
  tanh: [-5, 5],
};

type Loop = (x: Float64Array, y: Float64Array, into: Float64Array) => void;

/** A loop of its own around each function, so that none is slower for sharing its call. */
const loopOf = (fn: (x: number, y: number) => number): Loop =>
  new Function('fn', 'return function(x,y,into){for(let i=0;i<x.length;i++)into[i]=fn(x[i],y[i]);}')(fn);

const engine = (name: MathName): ((x: number, y: number) => number) =>
  name === 'ln' ? Math.log : (Math[name] as (x: number, y?: number) => number);

interface Side {
  readonly what: string;
  readonly run: () => void;
  least: number;
}

const cases = (['exact', 'fast'] as readonly MathMode[]).flatMap((mode) =>
  mathFunctions(mode)
    .filter(({ name }) => mode === 'exact' || name === 'pow')
    .map(({ name }) => ({ mode, name })),
);

console.log(`function      Math.*   ours JS   f64x2 call   f64x2 in place   Math.*/f64x2   JS/f64x2   bytes`);
for (const { mode, name } of cases) {
  const u = uniform(3);
  const [low, high] = range[name];
  const x = Float64Array.from({ length: batchSize }, () => low + (high - low) * u());
  const y = Float64Array.from({ length: batchSize }, () => (name === 'pow' ? 1.7 : 0));
  const into = new Float64Array(batchSize);
  const [theirs, ours] = [loopOf(engine(name)), loopOf(mathJs(mode)[name])];
  const [inline, call] = [batch(mode, name, 'inline'), batch(mode, name, 'call')];
  for (const b of [inline, call]) {
    b.x.set(x);
    b.y.set(y);
  }
  const sides: Side[] = [
    { what: 'Math', run: () => theirs(x, y, into), least: Number.POSITIVE_INFINITY },
    { what: 'js', run: () => ours(x, y, into), least: Number.POSITIVE_INFINITY },
    { what: 'call', run: () => call.run(batchSize), least: Number.POSITIVE_INFINITY },
    { what: 'inline', run: () => inline.run(batchSize), least: Number.POSITIVE_INFINITY },
  ];
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) {
      const start = performance.now();
      side.run();
      side.least = Math.min(side.least, performance.now() - start);
    }
  }
  const [a = 0, b = 0, c = 0, d = 0] = sides.map(({ least }) => (least * 1e6) / batchSize);
  const cell = (v: number, width: number): string => v.toFixed(2).padStart(width);
  console.log(
    `${(mode === 'fast' ? `${name} fast` : name).padEnd(10)}${cell(a, 10)}${cell(b, 10)}${cell(c, 13)}${cell(d, 17)}${cell(a / d, 15)}${cell(b / d, 11)}${String(inline.bytes).padStart(8)}`,
  );
}
