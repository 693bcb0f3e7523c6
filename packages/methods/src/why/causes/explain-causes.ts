import { type Program, type VariableKind, variableKey, windowOf } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import type { EnsembleReading } from '../../ensemble/ensemble.ts';
import { FuturesError } from '../../problems.ts';
import { meanOf } from '../../statistics/moments.ts';
import type { ModelRunner, Position } from '../change/model-game.ts';
import { problems } from '../problems.ts';
import { type NoAnswer, noAnswer } from '../reason.ts';
import { localLoop } from './fold.ts';
import { Courses } from './series.ts';
import { sweep } from './sweep.ts';

/** Request to trace a difference between two settings along the equations of the model. */
export interface CausesAsk {
  readonly runner: ModelRunner;
  readonly program: Program;
  /** Futures that are looked at, the first ones. At most those that the settings have. */
  readonly count: number;
  /** All that is given to the model on either side: one number, or one per future. */
  readonly from: Position;
  readonly to: Position;
  /** What is read of the outcome: at a time, or the mean over a period. */
  readonly reading: Exclude<EnsembleReading, { readonly take: 'series' }>;
  /** From the model's unit to the outcome's. Default 1. */
  readonly scale?: number | undefined;
  /** How far down to go. Default 8. */
  readonly depth?: number | undefined;
  /** Causes below this fraction of the whole change are aggregated. Default 0.05. */
  readonly least?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A variable of the model and the contribution of its difference to the outcome. */
export interface Cause {
  readonly variable: string;
  readonly kind: VariableKind;
  readonly units: string;
  /** Mean over futures, in the outcome's unit: what the difference of this variable brings. */
  readonly contribution: number;
  /** Standard error of that mean over the futures. */
  readonly error: number;
  /** Elements that differ, by their full names. */
  readonly elements: readonly string[];
  /**
   * Mean of the variable itself on either side, from when it first differs to the end: the sum of the elements that differ, or their
   * mean where it is a ratio or a duration.
   */
  readonly own: { readonly from: number; readonly to: number };
  /** Variables that were folded in: a stock and its own outflows. */
  readonly through: readonly string[];
  /** Why nothing is below: it is given from outside, it is a cause that is above already, or it is too small or deep. */
  readonly end: 'given' | 'comes-back' | 'small' | null;
  /** What brings this contribution, the largest first. With `others` and `remainder` they add up to it. */
  readonly causes: readonly Cause[];
  /** Causes too small to be listed. */
  readonly others: { readonly count: number; readonly contribution: number };
  /** Of the contribution, what its own causes bring only together; it has been divided evenly over them. */
  readonly together: number;
  /** Residual that cannot be attributed: random draws, delays whose length differs. Otherwise 0 up to rounding. */
  readonly remainder: number;
}

/** Why an outcome differs, along the causes of the model. */
export interface CausesExplained {
  readonly kind: 'causes';
  /** Mean over futures of the outcome, in its unit. */
  readonly from: number;
  readonly to: number;
  readonly futures: number;
  readonly tree: Cause;
}

/** A node of the tree that is still to be expanded. */
interface Open {
  readonly variable: number;
  readonly worths: ReadonlyMap<number, Float64Array>;
  /** Variables above it, folded ones included. */
  readonly above: ReadonlySet<number>;
  readonly depth: number;
  readonly cause: Mutable;
}

type Mutable = { -readonly [K in keyof Cause]: K extends 'causes' ? Mutable[] : Cause[K] };

/** Budget: most nodes that are expanded. */
const MOST_OPENED = 60;

/**
 * Traces an outcome back along the equations of the model: which flow made the difference, and what made that flow
 * differ, down to the levers. Every level adds up to the one above: a stock's difference is the integral of those of its
 * flows (exactly, under Euler); within one equation the difference is divided by the Shapley value of its inputs, at every step
 * and in every future. A short feedback loop of a stock and its own outflows is folded into one node. Numbers are means over futures.
 *
 * @returns a reason where the model is not run with Euler, or the reading is a largest or smallest value
 * @throws FuturesError where the model has no such variable; ModelError where a setting is wrong; the signal's reason on abort
 */
export async function explainCauses(ask: CausesAsk): Promise<CausesExplained | NoAnswer> {
  const { program, count, reading, scale = 1, depth = 8, least = 0.05, signal } = ask;
  if (program.time.method !== 'euler') {
    return noAnswer(
      'not-euler',
      'Deze ontleding klopt alleen voor een model dat met Euler rekent, en dit model rekent met Runge-Kutta.',
      'This decomposition holds only for a model that is run with Euler, and this one is run with Runge-Kutta.',
    );
  }
  if (reading.take === 'max' || reading.take === 'min') {
    return noAnswer(
      'not-linear',
      'Van een hoogste of laagste waarde is niet te zeggen welk deel elke oorzaak heeft; vraag een waarde op een tijdstip of een gemiddelde.',
      'Of a largest or smallest value no parts can be told; ask for a value at a time or a mean.',
    );
  }
  const root = program.elements.findIndex(
    ({ name, hidden }) =>
      hidden !== true &&
      variableKey(name) === variableKey(reading.variable) &&
      sameName(name, reading.variable),
  );
  // -1 where no element has that name.
  const element = program.elements[root];
  if (element === undefined) throw new FuturesError([problems.unknownVariable(reading.variable)]);
  const weights = weightsOf(reading, program);
  const lastStep = weights.findLastIndex((weight) => weight !== 0);
  if (lastStep < 0) {
    return noAnswer(
      'outside-time',
      'Het gevraagde tijdstip ligt buiten de looptijd van het model.',
      'The time that is asked lies outside the time of the model.',
    );
  }
  const courses = new Courses({ ...ask, lastStep });
  const worth = new Float64Array((lastStep + 1) * count);
  for (let k = 0; k <= lastStep; k++) worth.fill(at(weights, k) * scale, k * count, (k + 1) * count);
  await courses.fetch([root]);
  const walk = new Walk(program, courses, count, lastStep);
  const top = walk.open(element.variable, new Map([[root, worth]]), new Set(), 0);
  const total = top.cause.contribution;
  let todo: Open[] = [top];
  let opened = 0;
  while (todo.length > 0) {
    signal?.throwIfAborted();
    const next = todo.slice(0, MOST_OPENED - opened);
    for (const skipped of todo.slice(next.length)) skipped.cause.end = 'small';
    opened += next.length;
    await courses.fetch(next.flatMap((open) => walk.inside(open)));
    const below: Open[] = [];
    for (const open of next) {
      signal?.throwIfAborted();
      const found = await walk.causesOf(open);
      const listed = found.filter(({ cause }) => Math.abs(cause.contribution) >= least * Math.abs(total));
      listed.sort((a, b) => Math.abs(b.cause.contribution) - Math.abs(a.cause.contribution));
      open.cause.causes = listed.map(({ cause }) => cause);
      const rest = found.filter((each) => !listed.includes(each));
      open.cause.others = {
        count: rest.length,
        contribution: rest.reduce((sum, { cause }) => sum + cause.contribution, 0),
      };
      open.cause.remainder =
        open.cause.contribution - found.reduce((sum, { cause }) => sum + cause.contribution, 0);
      for (const each of listed) {
        if (each.cause.end !== null) continue;
        if (each.depth >= depth) each.cause.end = 'small';
        else below.push(each);
      }
    }
    todo = below;
  }
  const mean = (side: 'from' | 'to'): number => {
    const course = courses.get(side, root);
    let sum = 0;
    for (let i = 0; i < worth.length; i++) sum += numberAt(worth, i) * numberAt(course, i);
    return sum / count;
  };
  return { kind: 'causes', from: mean('from'), to: mean('to'), futures: count, tree: top.cause };
}

/** Names of elements are compared without what variables have in common. */
const sameName = (a: string, b: string): boolean => subscriptsOf(a) === subscriptsOf(b);
/** The subscripts of an element's name; none for a scalar. */
const subscriptsOf = (name: string): string =>
  /\[(.*)\]/.exec(name)?.[1]?.toLowerCase().replace(/\s+/g, '') ?? '';

/** The weight of each step in a reading. */
function weightsOf(reading: CausesAsk['reading'], program: Program): number[] {
  const { start, stop, step } = program.time;
  const times = Float64Array.from(
    { length: Math.round((stop - start) / step) + 1 },
    (_, k) => start + k * step,
  );
  const weights: number[] = Array.from(times, () => 0);
  if (reading.take === 'at') {
    const { from, to } = windowOf({ of: 'at', time: reading.time }, times);
    if (to < from) return weights;
    const part = from === to ? 1 : (reading.time - numberAt(times, from)) / step;
    weights[from] = 1 - part;
    weights[to] = part;
  } else {
    const { from, to } = windowOf({ of: 'mean', from: reading.from, to: reading.to }, times);
    for (let k = from; k <= to; k++) weights[k] = 1 / (to - from + 1);
  }
  return weights;
}

/** Ratios and durations do not add up over areas. */
function isIntensive(units: string, { variables }: Program): boolean {
  const time = variables.find(({ name }) => variableKey(name) === 'time step')?.units;
  return units === '' || /^dmnl$/i.test(units) || units === time;
}

/** Expands a variable into its causes. */
class Walk {
  readonly #program: Program;
  readonly #courses: Courses;
  readonly #count: number;
  readonly #lastStep: number;

  constructor(program: Program, courses: Courses, count: number, lastStep: number) {
    this.#program = program;
    this.#courses = courses;
    this.#count = count;
    this.#lastStep = lastStep;
  }

  open(
    variable: number,
    worths: ReadonlyMap<number, Float64Array>,
    above: ReadonlySet<number>,
    depth: number,
  ): Open {
    const { name, kind, units } = at(this.#program.variables, variable);
    const perFuture = new Float64Array(this.#count);
    for (const [e, worth] of worths) {
      const [from, to] = [this.#courses.get('from', e), this.#courses.get('to', e)];
      for (let place = 0; place < worth.length; place++) {
        const i = place % this.#count;
        const w = numberAt(worth, place);
        if (w !== 0)
          perFuture[i] = numberAt(perFuture, i) + w * (numberAt(to, place) - numberAt(from, place));
      }
    }
    const contribution = meanOf(perFuture);
    const variance =
      perFuture.reduce((sum, value) => sum + (value - contribution) ** 2, 0) / (this.#count - 1);
    return {
      variable,
      worths,
      above,
      depth,
      cause: {
        variable: name,
        kind,
        units,
        contribution,
        error: Math.sqrt(variance / this.#count),
        elements: [...worths.keys()].map((e) => at(this.#program.elements, e).name),
        own: this.#own([...worths.keys()], units),
        through: [],
        end: kind === 'constant' ? 'given' : above.has(variable) ? 'comes-back' : null,
        causes: [],
        others: { count: 0, contribution: 0 },
        together: 0,
        remainder: 0,
      },
    };
  }

  /** Loops are folded, except at the outcome itself, whose flows are all listed. */
  #folded({ variable, depth }: Open): number[] {
    return depth === 0 && at(this.#program.variables, variable).kind === 'stock'
      ? []
      : localLoop(this.#program, variable);
  }

  /** Elements whose equations are traversed for a variable: its own, those of its folded loop, and helpers. */
  inside(open: Open): number[] {
    const folded = new Set(this.#folded(open));
    const own = [...open.worths.keys()];
    const loop = this.#program.elements.flatMap(({ variable, hidden }, e) =>
      hidden !== true && (folded.has(variable) || (folded.size > 0 && variable === open.variable)) ? [e] : [],
    );
    const elements = [...new Set([...own, ...loop])];
    return [...elements, ...this.#courses.helpersOf(elements)];
  }

  async causesOf(open: Open): Promise<Open[]> {
    const inside = this.inside(open);
    const { worths, together } = await inPauses(
      sweep(this.#program, this.#courses, inside, open.worths, this.#count, this.#lastStep),
    );
    const folded = this.#folded(open);
    open.cause.through = folded.map((v) => at(this.#program.variables, v).name);
    open.cause.together = meanOf(together);
    const byVariable = new Map<number, Map<number, Float64Array>>();
    for (const [e, worth] of worths) {
      const { variable } = at(this.#program.elements, e);
      const known = byVariable.get(variable);
      if (known === undefined) byVariable.set(variable, new Map([[e, worth]]));
      else known.set(e, worth);
    }
    const above = new Set([...open.above, open.variable, ...folded]);
    return [...byVariable].map(([variable, own]) => this.open(variable, own, above, open.depth + 1));
  }

  /** Mean over futures and steps, from when some elements first differ. */
  #own(elements: readonly number[], units: string): Cause['own'] {
    const parts = isIntensive(units, this.#program) ? elements.length : 1;
    const size = (this.#lastStep + 1) * this.#count;
    const [from, to] = [new Float64Array(size), new Float64Array(size)];
    for (const e of elements) {
      const [a, b] = [this.#courses.get('from', e), this.#courses.get('to', e)];
      for (let place = 0; place < size; place++) {
        from[place] = numberAt(from, place) + numberAt(a, place) / parts;
        to[place] = numberAt(to, place) + numberAt(b, place) / parts;
      }
    }
    const first = Math.min(...elements.map((e) => this.#courses.firstDifference(e)));
    const begin = Number.isFinite(first) ? first * this.#count : 0;
    return { from: meanOf(from.subarray(begin)), to: meanOf(to.subarray(begin)) };
  }
}

/** Time slice in milliseconds: well below a frame at 60 per second. */
const WORK = 6;

/** Runs a generator in time slices, yielding to the event loop in between. */
async function inPauses<Result>(work: Generator<undefined, Result, undefined>): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    if (performance.now() - began < WORK) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = performance.now();
  }
}
