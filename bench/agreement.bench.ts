/**
 * Whether another program of the field, when one is compared with (see bench/README.md), gives the same numbers on every model
 * that both can run: all variables at all saved times, with the model's own constants and three variations of up to eight
 * of them. Our three back ends are held to one another's bits besides, and fast mode to exact.
 *
 *   npx node bench/agreement.bench.ts --oracle DIR [--all] PATH...
 *
 * PATH: model files (.mdl, .xmile, .stmx), or folders that hold them. The difference is that of two numbers over the largest
 * of their series. `--all` names also the models that only one can run, with the reason.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  compile,
  decodeText,
  type Model,
  ModelError,
  modelFromProgram,
  nameKey,
  variableKey,
} from '@schaalsprong/model';
import { dataFrom } from '@schaalsprong/model/node';
import { type Oracle, wholeRunner } from './oracle.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { oracle: { type: 'string' }, all: { type: 'boolean', default: false } },
});
if (options.oracle === undefined || positionals.length === 0) {
  console.error('npx node bench/agreement.bench.ts --oracle DIR [--all] PATH...');
  process.exit(2);
}
const oracle: Oracle = { folder: options.oracle, sources: null };
const bar = 1e-12;

function modelsIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(mdl|xmile|stmx)$/i.test(name))
    .sort()
    .map((name) => join(path, name));
}

const why = (error: unknown): string =>
  (error instanceof ModelError
    ? `line ${error.problems[0]?.line}: ${error.problems[0]?.message.en}`
    : String(error instanceof Error ? error.message : error)
  )
    .split('\n', 1)
    .join('')
    .slice(0, 160);

/** Files of courses over time beside a model, by the custom of the peer's own models. */
const coursesFor = (file: string): string[] =>
  readdirSync(dirname(file))
    .filter((name) => name === `${basename(file).replace(/\.\w+$/, '')}_data.dat`)
    .map((name) => join(dirname(file), name));

/** Our model by Euler's method, the only one that the peer knows. */
function ours(file: string, courses: readonly string[]): Model {
  const data = dataFrom([dirname(file), ...courses]);
  const { program } = compile(decodeText(readFileSync(file)), { file: basename(file), units: 'off', data });
  return modelFromProgram({ ...program, time: { ...program.time, method: 'euler' } });
}

const settings = new Set(['initial time', 'final time', 'time step', 'saveper']);

/** Constants to vary: free ones of one element, not 0. */
function constantsOf({ program, variables }: Model): { name: string; value: number }[] {
  const fixed = new Set(program.elements.flatMap((e) => (e.fixed === true ? [e.name] : [])));
  return variables.flatMap(({ name, kind, value = 0 }) =>
    kind === 'constant' && value !== 0 && !fixed.has(name) && !settings.has(variableKey(name))
      ? [{ name, value }]
      : [],
  );
}

const key = (name: string): string => nameKey(name).replaceAll('"', '');

/** The largest of the values, by size. */
const sizeOf = (series: ArrayLike<number>): number =>
  Array.from(series).reduce((most, v) => Math.max(most, Math.abs(v)), 0);

interface Found {
  numbers: number;
  worst: number;
  where: string;
  fast: number;
  bits: number;
}

function compare(
  model: Model,
  peer: Awaited<ReturnType<typeof wholeRunner>>,
  constants: readonly { name: string; value: number }[],
): Found {
  const found: Found = { numbers: 0, worst: 0, where: '', fast: 0, bits: 0 };
  const known = new Map(
    model.variables.flatMap((v) => (v.kind === 'lookup' ? [] : v.elements.map((e) => [key(e), e] as const))),
  );
  const pairs = peer.names.flatMap((name, row) => {
    const element = known.get(key(name));
    return element === undefined ? [] : [{ row, element }];
  });
  const outcomes = [...new Set(pairs.map((pair) => pair.element))];
  for (const change of [0, -0.05, 0.03, 0.07]) {
    const values = constants.map(({ value }, i) => value * (1 + (change * (1 + (i % 3))) / 2));
    const levers =
      change === 0 ? {} : Object.fromEntries(constants.map(({ name }, i) => [name, values[i] ?? 0]));
    const ask = (backend: 'wasm' | 'js' | 'plain', mode: 'exact' | 'fast') =>
      model.run({ futures: { count: 1 }, levers, outcomes, backend, mode });
    const [wasm, js, plain, fast] = [
      ask('wasm', 'exact'),
      ask('js', 'exact'),
      ask('plain', 'exact'),
      ask('wasm', 'fast'),
    ];
    const theirs = peer.run(values);
    const at = Array.from(wasm.time, (t) => theirs.times.findIndex((time) => Math.abs(time - t) < 1e-9));
    for (const { row, element } of pairs) {
      const mine = wasm.get(element);
      const size = sizeOf(mine) || 1;
      mine.forEach((value, k) => {
        if (value !== js.get(element)[k] || value !== plain.get(element)[k]) found.bits++;
        found.fast = Math.max(found.fast, Math.abs(value - (fast.get(element)[k] ?? Number.NaN)) / size);
        const other = theirs.rows[row]?.[at[k] ?? -1];
        // Both say that nothing is known; each has a number of its own for that.
        if (other === undefined || (other < -1e32 && value < -1e32)) return;
        found.numbers++;
        const off = Math.abs(value - other) / size;
        if (!(off <= found.worst)) {
          found.worst = off;
          found.where = `${element} at ${wasm.time[k]}: ${value} here, ${other} there`;
        }
      });
    }
  }
  return found;
}

const sums = {
  both: 0,
  varied: 0,
  within: 0,
  numbers: 0,
  worst: 0,
  fast: 0,
  bits: 0,
  we: 0,
  they: 0,
  neither: 0,
};
const { warn, error } = console;
for (const file of positionals.flatMap(modelsIn)) {
  // The peer tells of each fault on the way.
  console.warn = () => undefined;
  console.error = () => undefined;
  const courses = coursesFor(file);
  const mine = await Promise.resolve()
    .then(() => ours(file, courses))
    .catch(why);
  const constants = typeof mine === 'string' ? [] : constantsOf(mine).slice(0, 8);
  const open = async (
    inputs: typeof constants,
  ): Promise<{ runner: Awaited<ReturnType<typeof wholeRunner>>; inputs: typeof constants }> => {
    const runner = await wholeRunner(
      oracle,
      file,
      inputs.map(({ name }) => name),
      courses,
    );
    const changed = runner.run(inputs.map(({ value }) => value * 1.5));
    // The size of a dimension is a constant to us and a function to the peer, which then does not take it as input.
    const taken = inputs.filter(({ name, value }) => {
      const row = runner.names.findIndex((other) => key(other) === key(name));
      return row < 0 || changed.rows[row]?.[0] === value * 1.5;
    });
    return taken.length < inputs.length ? open(taken) : { runner, inputs };
  };
  const theirs = await open(constants)
    .catch(() => open([]))
    .catch(why);
  console.warn = warn;
  console.error = error;
  if (typeof mine === 'string' || typeof theirs === 'string') {
    if (typeof mine !== 'string') sums.we++;
    else if (typeof theirs !== 'string') sums.they++;
    else sums.neither++;
    if (options.all)
      console.log(
        `${file}: ${typeof mine === 'string' ? `we: ${mine}` : ''} ${typeof theirs === 'string' ? `peer: ${theirs}` : ''}`,
      );
    continue;
  }
  try {
    const found = compare(mine, theirs.runner, theirs.inputs);
    sums.both++;
    if (theirs.inputs.length > 0) sums.varied++;
    sums.numbers += found.numbers;
    sums.fast = Math.max(sums.fast, found.fast);
    sums.bits += found.bits;
    if (found.worst <= bar) {
      sums.within++;
      sums.worst = Math.max(sums.worst, found.worst);
    } else {
      const steps = theirs.runner.step === mine.time.step ? '' : ` (its step: ${theirs.runner.step})`;
      console.log(`${file}: ${found.worst.toExponential(1)} ${found.where}${steps}`);
    }
    if (found.fast > bar) console.log(`${file}: fast mode is off by ${found.fast.toExponential(1)}`);
  } catch (error) {
    console.log(`${file}: not compared: ${why(error)}`);
  }
}
console.log(`command: npx node bench/agreement.bench.ts ${process.argv.slice(2).join(' ')}`);
console.log(
  `${sums.both} models that both run (${sums.varied} with constants varied), ${sums.numbers} numbers; ${sums.within} within ${bar} of the largest of each series (the largest of those ${sums.worst.toExponential(1)}); fast mode within ${sums.fast.toExponential(1)} of exact; ${sums.bits} numbers on which our back ends differ; only we run ${sums.we}, only the peer ${sums.they}, neither ${sums.neither}`,
);
process.exit(0);
