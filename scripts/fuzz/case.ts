import { compile, type DataSource, type Model, ModelError, type RunRequest } from '@schaalsprong/model';
import type { Case } from '../../packages/model/test/random-programs.ts';
import { Dice } from './dice.ts';
import { randomModel } from './models.ts';
import { mutated, mutatedEquations, randomText } from './mutate.ts';
import { programDifference, programOf } from './programs.ts';
import { seeds } from './seeds.ts';

/** What a case feeds to the model. */
export const kinds = ['text', 'vensim', 'xmile', 'model', 'program', 'region'] as const;
export type Kind = (typeof kinds)[number];

/** What came of a case: it ran, it was refused by name, or it did what may never happen. */
export type Verdict = { readonly as: 'ran' | 'refused' } | { readonly as: 'fault'; readonly why: string };

/** How often each kind comes: the slow ones seldom. */
function kindOf(dice: Dice): Kind {
  const at = dice.unit();
  if (at < 0.35) return 'text';
  if (at < 0.67) return 'vensim';
  if (at < 0.96) return 'xmile';
  if (at < 0.98) return 'model';
  return at < 0.9995 ? 'program' : 'region';
}

/** The kind of a case, without its text. */
export const kindOfCase = (seed: number, number: number, only?: Kind): Kind =>
  only ?? kindOf(new Dice(seed, number));

interface Made {
  readonly kind: Kind;
  readonly text: string;
  /** For what is still to be chosen. */
  readonly dice: Dice;
  /** Of the kind that is no text. */
  readonly program?: Case;
}

/** The text of a case, the same for the same seed and number. */
export function textOf(seed: number, number: number, only?: Kind): Made {
  const dice = new Dice(seed, number);
  const drawn = kindOf(dice);
  const kind = only ?? drawn;
  if (kind === 'program') {
    const program = programOf(dice.below(2 ** 31));
    return { kind, text: JSON.stringify(program.program, null, 1), dice, program };
  }
  const text =
    kind === 'text'
      ? (dice.chance(0.2) ? '<xmile>' : '') + randomText(dice, 60)
      : kind === 'model'
        ? randomModel(dice).text
        : kind === 'xmile' && dice.chance(0.5)
          ? mutatedEquations(dice, seeds.xmile)
          : mutated(dice, seeds[kind]);
  return { kind, text, dice };
}

const values = (model: Model, request: RunRequest): Float64Array[] => {
  const result = model.run(request);
  return request.outcomes.map((outcome) => result.get(outcome));
};

/** Values, or the problem that a run gave, with which another back end must agree. */
function answer(model: Model, request: RunRequest): Float64Array[] | string {
  try {
    return values(model, request);
  } catch (error) {
    if (error instanceof ModelError) return error.message;
    throw error;
  }
}

/** The same bits: every NaN is alike, 0 and -0 are not. */
export function difference(a: Float64Array[] | string, b: Float64Array[] | string): string | null {
  if (typeof a === 'string' || typeof b === 'string') {
    return a === b
      ? null
      : `${typeof a === 'string' ? a : 'numbers'} against ${typeof b === 'string' ? b : 'numbers'}`;
  }
  for (let o = 0; o < a.length; o++) {
    const at = a[o]?.findIndex((value, i) => !Object.is(value, b[o]?.[i])) ?? -1;
    if (at >= 0) return `outcome ${o} at ${at}: ${a[o]?.[at]} against ${b[o]?.[at]}`;
  }
  return null;
}

/** A run of more than this would measure patience. */
const mostWork = 200_000;
const futures = 3;

/** Runs a model that compiled in every back end: they must agree to the last bit. */
function runEverywhere(model: Model, dice: Dice): Verdict {
  const { start, stop, step } = model.time;
  const elements = model.program.elements.length;
  if (((stop - start) / step) * elements * futures > mostWork) return { as: 'ran' };
  const series = model.variables.filter(({ kind }) => kind !== 'lookup');
  const outcomes = series.flatMap((variable) => variable.elements);
  if (outcomes.length === 0) return { as: 'ran' };
  const constants = series.filter(({ kind, name }) => kind === 'constant' && !/time|saveper/i.test(name));
  const chosen = constants.filter(() => dice.chance(0.5));
  const drawn = chosen.map(({ name }): [string, Float64Array] => [
    name,
    Float64Array.from({ length: futures }, () => Math.round(dice.unit() * 160 - 80) / 16),
  ]);
  const request: RunRequest = {
    futures: { count: futures, values: Object.fromEntries(drawn) },
    outcomes,
    seed: dice.below(1000),
  };
  const plain = answer(model, { ...request, backend: 'plain' });
  for (const backend of ['js', 'wasm'] as const) {
    const wrong = difference(plain, answer(model, { ...request, backend }));
    if (wrong !== null) return { as: 'fault', why: `plain and ${backend} differ: ${wrong}` };
  }
  const loose = answer(model, { ...request, mode: 'fast', backend: 'wasm' });
  if (typeof loose === 'string' && typeof plain !== 'string') {
    return { as: 'fault', why: `fast mode alone fails: ${loose}` };
  }
  const apart = difference(loose, answer(model, { ...request, mode: 'fast', backend: 'js' }));
  if (apart !== null) return { as: 'fault', why: `wasm and js differ in fast mode: ${apart}` };
  return { as: typeof plain === 'string' ? 'refused' : 'ran' };
}

/** What the models of this script may read: a course over time, and a sheet of numbers. */
const data: DataSource = {
  series: () => [
    [2019, 1],
    [2022, 3],
  ],
  sheet: () => ({ rows: 6, columns: 6, cell: (row, column) => (row === 0 ? column : row * column) }),
};

const thrown = (during: string, error: unknown): Verdict => ({
  as: 'fault',
  why: `${during}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
});

/** Does a case, and says what came of it. */
export function runCase(seed: number, number: number, only?: Kind): Verdict {
  const { kind, text, dice, program } = textOf(seed, number, only);
  let model: Model;
  if (program !== undefined) {
    try {
      const wrong = programDifference(program);
      return wrong === null ? { as: 'ran' } : { as: 'fault', why: wrong };
    } catch (error) {
      return thrown('program', error);
    }
  }
  try {
    model = compile(text, { file: 'case', units: dice.one(['fail', 'warn', 'off', 'off']), data });
  } catch (error) {
    if (error instanceof ModelError) return { as: 'refused' };
    return thrown('compile', error);
  }
  if (kind === 'region' || (kind !== 'model' && !dice.chance(0.2))) return { as: 'ran' };
  try {
    return runEverywhere(model, dice);
  } catch (error) {
    return thrown('run', error);
  }
}
