/**
 * Microseconds per future of one run, on one core, all in one process and interleaved: our kernel in WebAssembly (exact
 * and fast), our batched JavaScript, and beside them, where it is laid down, another program of the field: its generated
 * JavaScript through its own runtime, its C in WebAssembly (clang -O3), and its C compiled for this machine (gcc -O3
 * -march=native -flto).
 *
 *   npx node bench/kernel.bench.ts [--oracle DIR] [--sources DIR] [--rounds N] [--model FILE.mdl [--inputs A,B] [--outcomes C,D]] [NAME...]
 *
 * Every side runs the same futures and keeps every saved time of the same outcomes. Of each side the least time of all rounds
 * counts: the machine can only add to it. Ratios are of those.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, type Model } from '@schaalsprong/model';
import { type BenchModel, counties, towns, village } from './models.ts';
import { javascriptRunner, nativeTimer, type Oracle, wasmTimer } from './oracle.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    oracle: { type: 'string' },
    sources: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    model: { type: 'string' },
    inputs: { type: 'string' },
    outcomes: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
const futures = 1024;
const oracle: Oracle | null =
  options.oracle === undefined ? null : { folder: options.oracle, sources: options.sources ?? null };

const regionFile = join(import.meta.dirname, '../regions/brainport/model/brainport.mdl');

/** A model file. Where none are named, its first sixteen plain constants are varied and its first stocks asked. */
function ofFile(file: string, name: string, outcomes = 24): BenchModel {
  const text = readFileSync(file, 'utf8');
  const model = compile(text, { units: 'off' });
  const settings = new Set(['INITIAL TIME', 'FINAL TIME', 'TIME STEP', 'SAVEPER']);
  const list = (names: string | undefined): string[] | undefined => names?.split(',').map((n) => n.trim());
  return {
    name,
    text,
    inputs:
      list(options.inputs) ??
      model.variables
        .filter(
          (v) => v.kind === 'constant' && v.value !== undefined && v.value !== 0 && !settings.has(v.name),
        )
        .slice(0, 16)
        .map((v) => v.name),
    outcomes:
      list(options.outcomes) ??
      model.variables
        .filter((v) => v.kind === 'stock')
        .map((v) => v.elements[0] ?? v.name)
        .slice(0, outcomes),
  };
}

const known: BenchModel[] =
  options.model === undefined
    ? [village(), towns(), counties(), ofFile(regionFile, 'region model (synthetic futures)')]
    : [ofFile(options.model, options.model, 8)];
const models = known.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);

interface Side {
  readonly name: string;
  /** Runs some futures and gives microseconds per future. */
  time(): number;
  best: number;
}

/** The value of an input in a future: within 5 % of the model's own, in an even spread. */
const drawn = (own: number, input: number, future: number): number =>
  own * (0.95 + 0.1 * (((future + 1) * (input + 3) * 0.6180339887) % 1));

function own(model: Model, name: string): number {
  return model.variables.find((v) => v.name === name)?.value ?? Number.NaN;
}

async function measure(bench: BenchModel): Promise<void> {
  const started = performance.now();
  const model = compile(bench.text, { units: 'off' });
  const compiled = performance.now() - started;
  const owns = bench.inputs.map((name) => own(model, name));
  const values = Object.fromEntries(
    bench.inputs.map((name, i) => [
      name,
      Float64Array.from({ length: futures }, (_, f) => drawn(owns[i] ?? 1, i, f)),
    ]),
  );
  const rowsOf = (f: number): number[] => bench.inputs.map((_, i) => drawn(owns[i] ?? 1, i, f));
  const request = { futures: { count: futures, values }, outcomes: [...bench.outcomes] };
  const ours = (backend: 'wasm' | 'js', mode: 'exact' | 'fast') => (): number => {
    const from = performance.now();
    let last = 0;
    for (const block of model.blocks({ ...request, backend, mode })) last += block.data[0] ?? 0;
    if (Number.isNaN(last)) throw new Error('no numbers');
    return ((performance.now() - from) * 1000) / futures;
  };
  const sides: Side[] = [
    { name: 'wasm exact', time: ours('wasm', 'exact'), best: Number.POSITIVE_INFINITY },
    { name: 'wasm fast', time: ours('wasm', 'fast'), best: Number.POSITIVE_INFINITY },
    { name: 'js batch', time: ours('js', 'exact'), best: Number.POSITIVE_INFINITY },
  ];
  let worst: string | null = null;
  if (oracle !== null && existsSync(oracle.folder)) {
    const spec = { name: bench.name, inputVarNames: bench.inputs, outputVarNames: bench.outcomes };
    try {
      const run = await javascriptRunner(oracle, bench.text, spec);
      const few = 24;
      sides.push({
        name: 'peer js',
        time: () => {
          const from = performance.now();
          for (let f = 0; f < few; f++) run(rowsOf(f));
          return ((performance.now() - from) * 1000) / few;
        },
        best: Number.POSITIVE_INFINITY,
      });
      worst = disagreement(model, bench, request, run, rowsOf);
      const native = await nativeTimer(oracle, bench.text, spec);
      const rows = Array.from({ length: 256 }, (_, f) => rowsOf(f));
      const inWasm = await wasmTimer(oracle, bench.text, spec);
      if (inWasm !== null) {
        sides.push({ name: 'peer C in wasm', time: () => inWasm(rows), best: Number.POSITIVE_INFINITY });
      }
      if (native !== null) {
        sides.push({ name: 'peer native C', time: () => native(rows), best: Number.POSITIVE_INFINITY });
      }
    } catch (error) {
      console.log(`  the peer cannot run this model: ${String(error).slice(0, 200)}`);
    }
  }
  for (const side of sides) side.time();
  for (let round = 0; round < rounds; round++)
    for (const side of sides) side.best = Math.min(side.best, side.time());

  const steps = Math.round((model.time.stop - model.time.start) / model.time.step);
  console.log(
    `\n${bench.name}: ${model.variables.length} variables, ${model.program.elements.length} elements, ${steps} steps, ${bench.inputs.length} inputs, ${bench.outcomes.length} outcomes; compiled in ${compiled.toFixed(0)} ms`,
  );
  const of = (name: string): number => sides.find((side) => side.name === name)?.best ?? Number.NaN;
  for (const { name, best } of sides) {
    const ratios = ['js batch', 'peer js', 'peer C in wasm', 'peer native C']
      .filter((other) => other !== name && Number.isFinite(of(other)))
      .map((other) => `${(of(other) / best).toFixed(2)}x ${other}`);
    console.log(`  ${name.padEnd(14)} ${best.toFixed(2).padStart(9)} us/future   ${ratios.join(', ')}`);
  }
  if (worst !== null) console.log(`  ${worst}`);
}

/** The largest difference from the peer over 16 futures, over the largest value of its series. */
function disagreement(
  model: Model,
  bench: BenchModel,
  request: Parameters<Model['run']>[0],
  run: (inputs: readonly number[]) => Float64Array[],
  rowsOf: (future: number) => number[],
): string {
  const parts: string[] = [];
  for (const mode of ['exact', 'fast'] as const) {
    const result = model.run({ ...request, backend: 'wasm', mode });
    let most = 0;
    let where = '';
    for (let f = 0; f < 16; f++) {
      run(rowsOf(f)).forEach((series, o) => {
        const name = bench.outcomes[o] ?? '';
        const mine = result.get(name);
        const size = series.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
        series.forEach((value, k) => {
          const off = Math.abs((mine[k * futures + f] ?? Number.NaN) - value) / size;
          if (!(off <= most)) {
            most = off;
            where = `${name} at step ${k}`;
          }
        });
      });
    }
    parts.push(`${mode} ${most.toExponential(1)}${where === '' ? '' : ` (${where})`}`);
  }
  return `largest difference from the peer over the series' maximum: ${parts.join(', ')}`;
}

console.log(`command: npx node bench/kernel.bench.ts ${process.argv.slice(2).join(' ')}`.trimEnd());
console.log(`node ${process.version}, ${rounds} rounds, ${futures} futures`);
for (const bench of models) await measure(bench);
