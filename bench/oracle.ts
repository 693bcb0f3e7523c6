/**
 * Another program of the field as a yardstick, when one is given: SDEverywhere's generated JavaScript, and its C through
 * the machine's own compilers. It is no part of the project; `bench/README.md` says how to lay it beside.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where things stand, and a folder to write to. */
export interface Oracle {
  /** Holds node_modules with @sdeverywhere/compile and /runtime. */
  readonly folder: string;
  /** Holds its C sources (sde.h, vensim.c, ...); null where there are none. */
  readonly sources: string | null;
}

/** Runs one future; `inputs` in the order of the names given. */
export type Runner = (inputs: readonly number[]) => Float64Array[];

interface Spec {
  readonly name: string;
  readonly inputVarNames: readonly string[];
  readonly outputVarNames: readonly string[];
}

interface CompilePackage {
  resetState(): void;
  parseModel(text: string, kind: 'vensim' | 'xmile', folder: string): unknown;
  generateCode(parsed: unknown, options: Record<string, unknown>): string;
  readDat(path: string, prefix: string): Promise<Map<string, unknown>>;
}

/** What its generated code offers. */
interface Generated {
  readonly outputVarNames: readonly string[];
  getInitialTime(): number;
  getFinalTime(): number;
  getTimeStep(): number;
  getSaveFreq(): number;
  getModelFunctions(): { setContext(context: { timeStep: number; currentTime: number }): void };
  setTime(time: number): void;
  setInputs(input: (index: number) => number): void;
  initConstants(): void;
  initLevels(): void;
  evalAux(): void;
  evalLevels(): void;
  storeOutputs(store: (value: number) => void): void;
}

interface RuntimePackage {
  initJsModel(model: unknown): unknown;
  createSynchronousModelRunner(model: unknown): {
    createOutputs(): { varSeries: { points: { y: number }[] }[] };
    runModelSync(inputs: number[], outputs: unknown): { varSeries: { points: { y: number }[] }[] };
  };
}

async function load<T>(oracle: Oracle, name: string): Promise<T> {
  const folder = resolve(oracle.folder, 'node_modules/@sdeverywhere', name);
  const about: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const pick = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) throw new Error(`no entry of ${name}`);
    const found: unknown =
      Reflect.get(value, 'import') ?? Reflect.get(value, '.') ?? Reflect.get(value, 'default');
    return pick(found);
  };
  const entry =
    Reflect.get(Object(about), 'module') ??
    Reflect.get(Object(about), 'exports') ??
    Reflect.get(Object(about), 'main');
  return (await import(pathToFileURL(join(folder, pick(entry))).href)) as T;
}

/**
 * The text with every SUM over one dimension written out: the peer's reader stumbles over some of them. The sum goes from left
 * to right as before, so no bit changes.
 */
export function withoutSums(text: string): string {
  const elements = new Map<string, string[]>();
  for (const [, name = '', list = ''] of text.matchAll(/^\s*([A-Za-z ]+?)\s*:\s*([A-Za-z0-9 ,\n]+?)\s*~/gm)) {
    elements.set(
      name,
      list.split(',').map((element) => element.trim()),
    );
  }
  let rest = text;
  for (let at = rest.indexOf('SUM('); at >= 0; at = rest.indexOf('SUM(', at + 1)) {
    let depth = 0;
    let end = at + 3;
    for (; end < rest.length; end++) {
      if (rest[end] === '(') depth++;
      if (rest[end] === ')' && --depth === 0) break;
    }
    const inner = rest.slice(at + 4, end);
    const marks = new Set([...inner.matchAll(/([A-Za-z ]+?)\s*!/g)].map(([, name = '']) => name.trim()));
    const [mark] = marks;
    const of = mark === undefined || marks.size !== 1 ? undefined : elements.get(mark);
    if (of === undefined || mark === undefined) continue;
    const terms = of.map((element) => `(${inner.replaceAll(new RegExp(`${mark}\\s*!`, 'g'), element)})`);
    rest = `${rest.slice(0, at)}(${terms.join(' + ')})${rest.slice(end + 1)}`;
  }
  return rest;
}

/** The text with the input of every SMOOTH of no subscript as a variable of its own: the peer wants a plain name there. */
export function withPlainInputs(text: string): string {
  let made = 0;
  return text.replaceAll(
    /^([^\n=[\]~|]+) = (SMOOTHI?)\(([^\n]*\[[^\n]*), ([^,\n]+)\)$/gm,
    (_, name: string, fn: string, input: string, rest: string) => {
      made += 1;
      return `${name} = ${fn}(smooth input ${made}, ${rest}) ~~|\nsmooth input ${made} = ${input}`;
    },
  );
}

function generate(compile: CompilePackage, text: string, spec: Spec, operation: string): string {
  compile.resetState();
  const parsed = compile.parseModel(withPlainInputs(withoutSums(plainer(text))), 'vensim', '/tmp');
  return compile.generateCode(parsed, {
    spec,
    operations: [operation],
    extData: new Map(),
    directData: new Map(),
    modelDirname: '/tmp',
  });
}

const fileName = (name: string): string => name.replaceAll(/[^a-z0-9]+/gi, '-');

/** Its JavaScript, run through its own runtime: one future at a time. */
export async function javascriptRunner(oracle: Oracle, text: string, spec: Spec): Promise<Runner> {
  const compile = await load<CompilePackage>(oracle, 'compile');
  const runtime = await load<RuntimePackage>(oracle, 'runtime');
  const folder = join(oracle.folder, 'generated');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${fileName(spec.name)}-${process.pid}.mjs`);
  writeFileSync(file, generate(compile, text, spec, 'generateJS'));
  const module = (await import(pathToFileURL(file).href)) as { default: () => Promise<unknown> };
  const runner = runtime.createSynchronousModelRunner(await module.default());
  const outputs = runner.createOutputs();
  return (inputs) => {
    const result = runner.runModelSync([...inputs], outputs);
    return result.varSeries.map((series) => Float64Array.from(series.points, (point) => point.y));
  };
}

/** Text that its reader takes amiss, in a form that it takes well: logarithms to base 10, and steps written as 1 over a number. */
const plainer = (text: string): string =>
  text
    .replaceAll(/\bLOG\s*\(([^(),]+),\s*10\s*\)/g, '(LN($1)/LN(10))')
    .replace(/<dt reciprocal="true">\s*([\d.]+)\s*<\/dt>/i, (_, n: string) => `<dt>${1 / Number(n)}</dt>`);

/** All that it computes in one future: a row per name, a value per time. */
export interface Whole {
  readonly times: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/**
 * Its JavaScript with all variables of a model as outputs. Time is counted in whole steps and every saved step kept: its own
 * loop adds up the step, and so passes over saved times where the step is no binary fraction.
 *
 * @param data files with courses over time that the model reads
 */
export async function wholeRunner(
  oracle: Oracle,
  file: string,
  inputs: readonly string[],
  data: readonly string[],
): Promise<{
  readonly names: readonly string[];
  readonly step: number;
  run(inputs: readonly number[]): Whole;
}> {
  const compile = await load<CompilePackage>(oracle, 'compile');
  const runtime = await load<RuntimePackage>(oracle, 'runtime');
  const folder = join(oracle.folder, 'generated');
  mkdirSync(folder, { recursive: true });
  const kind = /\.mdl$/i.test(file) ? 'vensim' : 'xmile';
  const source = plainer(readFileSync(file, 'utf8'));
  const code = async (text: string): Promise<string> => {
    compile.resetState();
    const courses = await Promise.all(data.map((path) => compile.readDat(path, '')));
    return compile.generateCode(compile.parseModel(text, kind, dirname(file)), {
      spec: { name: 'whole', inputVarNames: inputs },
      operations: ['generateJS'],
      extData: new Map(courses.flatMap((course) => [...course])),
      directData: new Map(),
      modelDirname: dirname(file),
    });
  };
  const written = join(folder, `whole-${process.pid}-${++made}.mjs`);
  const text = await code(source).catch(() => code(withPlainInputs(withoutSums(source))));
  writeFileSync(written, text);
  const module = (await import(pathToFileURL(written).href)) as { default: () => Promise<Generated> };
  const model = await module.default();
  runtime.initJsModel(model);
  const start = model.getInitialTime();
  const step = model.getTimeStep();
  const last = Math.round((model.getFinalTime() - start) / step);
  const each = Math.round(model.getSaveFreq() / step);
  const run = (values: readonly number[]): Whole => {
    const times: number[] = [];
    const rows: number[][] = model.outputVarNames.map(() => []);
    const context = { timeStep: step, currentTime: start };
    model.setTime(start);
    model.getModelFunctions().setContext(context);
    model.initConstants();
    if (values.length > 0) model.setInputs((i) => values[i] ?? Number.NaN);
    model.initLevels();
    for (let k = 0; ; k++) {
      model.evalAux();
      if (k % each === 0) {
        let row = 0;
        times.push(context.currentTime);
        model.storeOutputs((value) => rows[row++]?.push(value));
      }
      if (k >= last) return { times, rows };
      model.evalLevels();
      context.currentTime = start + (k + 1) * step;
      model.setTime(context.currentTime);
    }
  };
  return { names: model.outputVarNames, step, run };
}

let made = 0;

const driver = `
#include "sde.h"
#include <time.h>
#include <stdint.h>
static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e6 + t.tv_nsec / 1e3; }
int main(int argc, char **argv) {
  int count = atoi(argv[1]);
  int points = 1 + (int)round((getFinalTime() - getInitialTime()) / getSaveper());
  double *inputs = malloc(sizeof(double) * count * numInputs);
  double *outputs = malloc(sizeof(double) * numOutputs * points);
  FILE *f = fopen(argv[2], "rb");
  if (fread(inputs, sizeof(double), (size_t)count * numInputs, f) != (size_t)count * numInputs) return 1;
  fclose(f);
  double best = 1e300, sum = 0;
  for (int round = 0; round < 5; round++) {
    double from = now();
    for (int i = 0; i < count; i++) { runModel(inputs + i * numInputs, outputs); sum += outputs[points - 1]; }
    double took = (now() - from) / count;
    if (took < best) best = took;
  }
  printf("%.6f %.17g\\n", best, sum);
  return 0;
}
`;

/** Writes its C with a driver of ours. @returns what a compiler is to be given, or null where its sources are not there */
async function writeC(
  oracle: Oracle,
  text: string,
  spec: Spec,
  name: string,
  main: string,
): Promise<{ folder: string; program: string; files: string[] } | null> {
  const { sources } = oracle;
  if (sources === null || !existsSync(join(sources, 'sde.h'))) return null;
  const compile = await load<CompilePackage>(oracle, 'compile');
  const folder = join(oracle.folder, 'generated', fileName(spec.name));
  mkdirSync(folder, { recursive: true });
  const own = join(folder, 'model-generated.c');
  const drive = join(folder, `${name}-driver.c`);
  const program = join(folder, name);
  writeFileSync(own, generate(compile, text, spec, 'generateC'));
  writeFileSync(drive, main);
  const parts = ['vensim.c', 'allocation.c', 'model.c', 'macros.c'].map((part) => join(sources, part));
  return { folder, program, files: ['-w', `-I${sources}`, own, drive, ...parts, '-lm', '-o', program] };
}

/** Its C, compiled for this machine. @returns runs all inputs and gives microseconds per future, least of five rounds */
export async function nativeTimer(
  oracle: Oracle,
  text: string,
  spec: Spec,
): Promise<((inputs: readonly (readonly number[])[]) => number) | null> {
  const written = await writeC(oracle, text, spec, 'native', driver);
  if (written === null) return null;
  const { folder, program, files } = written;
  execFileSync('gcc', ['-O3', '-march=native', '-flto', ...files]);
  return (inputs) => {
    const data = join(folder, 'inputs.bin');
    writeFileSync(data, Buffer.from(Float64Array.from(inputs.flat()).buffer));
    const said = execFileSync(program, [String(inputs.length), data], { encoding: 'utf8' });
    return Number(said.split(' ')[0]);
  };
}

const wasmDriver = `
#include "sde.h"
#include <stdint.h>
static double *inputs, *outputs;
__attribute__((export_name("room"))) double *room(int count) {
  int points = 1 + (int)round((getFinalTime() - getInitialTime()) / getSaveper());
  outputs = malloc(sizeof(double) * numOutputs * points);
  inputs = malloc(sizeof(double) * count * numInputs);
  return inputs;
}
__attribute__((export_name("runAll"))) double runAll(int count) {
  double sum = 0;
  for (int i = 0; i < count; i++) { runModel(inputs + i * numInputs, outputs); sum += outputs[0]; }
  return sum;
}
`;

/**
 * Its C, compiled to WebAssembly (clang -O3 with wasi-libc, where both are on the machine; null where not).
 * @returns runs all inputs and gives microseconds per future
 */
export async function wasmTimer(
  oracle: Oracle,
  text: string,
  spec: Spec,
): Promise<((inputs: readonly (readonly number[])[]) => number) | null> {
  if (!existsSync('/usr/lib/wasm32-wasi')) return null;
  const written = await writeC(oracle, text, spec, 'model.wasm', wasmDriver);
  if (written === null) return null;
  const { program, files } = written;
  try {
    execFileSync('clang', ['--target=wasm32-wasi', '-mexec-model=reactor', '-O3', ...files]);
  } catch (error) {
    console.log(`  the peer's C cannot be compiled to WebAssembly here: ${String(error).slice(0, 120)}`);
    return null;
  }
  const { WASI } = await import('node:wasi');
  const wasi = new WASI({ version: 'preview1' });
  const { instance } = await WebAssembly.instantiate(readFileSync(program), {
    wasi_snapshot_preview1: wasi.wasiImport,
  });
  wasi.initialize(instance);
  const face = instance.exports as unknown as {
    memory: WebAssembly.Memory;
    room(count: number): number;
    runAll(count: number): number;
  };
  let at: number | undefined;
  return (inputs) => {
    at ??= face.room(inputs.length);
    new Float64Array(face.memory.buffer, at, inputs.length * (inputs[0]?.length ?? 0)).set(inputs.flat());
    const from = performance.now();
    face.runAll(inputs.length);
    return ((performance.now() - from) * 1000) / inputs.length;
  };
}
