import { interpreter } from './interpret.ts';
import { type Kernel, makeKernel } from './kernel.ts';
import { nameKey, nearestNames, splitElementName, variableKey } from './names.ts';
import { ModelError, type ModelProblem } from './problems.ts';
import {
  type DimensionInfo,
  eachReference,
  type Program,
  reachedFrom,
  type TimeSettings,
  type VariableInfo,
} from './program.ts';
import { say, type Text } from './texts.ts';

/** A question to a model. */
export interface RunRequest {
  readonly futures: {
    /** How many futures: 1 or more. */
    readonly count: number;
    /** By constant (`grid delay`, `builders[SGE]`, or `builders` for all its elements): a value per future. */
    readonly values?: Readonly<Record<string, Float64Array>>;
    /** Number of the first future, for messages: a block of a larger ensemble names futures as the whole does. Default 0. */
    readonly first?: number;
  };
  /** By constant: one value for all futures. */
  readonly levers?: Readonly<Record<string, number>>;
  /** Full names of elements: `population[SGE]`. */
  readonly outcomes: readonly string[];
  /** Times to keep, rising, each on a time step. Default: every saved time (SAVEPER). */
  readonly at?: readonly number[];
}

/** The answer: for every outcome the values at every kept time in every future. */
export interface RunResult {
  /** The times that were kept. */
  readonly time: Float64Array;
  readonly count: number;
  /** @returns values of one outcome: `[step * count + future]`. */
  get(outcome: string): Float64Array;
}

/** A model that can be asked what becomes of it in many futures. */
export interface Model {
  readonly time: TimeSettings;
  readonly variables: readonly VariableInfo[];
  readonly dimensions: readonly DimensionInfo[];
  readonly warnings: readonly ModelProblem[];
  /** Plain data from which {@link modelFromProgram} makes the same model, in a worker for instance. */
  readonly program: Program;
  /**
   * Runs the model by Euler's method at t = start + k * step.
   * @throws ModelError MODEL_BAD_INPUT for a wrong question, MODEL_NOT_A_NUMBER when a stock or an outcome is no
   *   finite number in some future.
   */
  run(request: RunRequest): RunResult;
}

const timeSettings = new Set(['initial time', 'final time', 'time step', 'saveper']);
/** Kernels kept per model: leaving out one measure after another asks for the same one each time. */
const kernelsKept = 8;

interface KeptKernel {
  readonly each: ReadonlySet<number>;
  readonly shared: ReadonlySet<number>;
  readonly outcomes: readonly number[];
  readonly kernel: Kernel;
}

/** The inputs of a kernel: those given, and for the rest the value that the model itself has. */
function allInputs(
  program: Program,
  kept: KeptKernel,
  given: ReadonlyMap<number, number | Float64Array>,
  count: number,
): Map<number, number | Float64Array> {
  const inputs = new Map<number, number | Float64Array>();
  const own = (e: number): number => {
    const expr = program.elements[e]?.expr;
    return expr?.k === 'n' ? expr.v : Number.NaN;
  };
  for (const e of kept.shared) inputs.set(e, given.get(e) ?? own(e));
  for (const e of kept.each) {
    const value = given.get(e) ?? own(e);
    inputs.set(e, typeof value === 'number' ? new Float64Array(count).fill(value) : value);
  }
  return inputs;
}

/** Makes a model of a program that was compiled before (here or in another thread). */
export function modelFromProgram(program: Program): Model {
  const elementOf = new Map<string, number>();
  program.elements.forEach((element, e) => {
    if (element.hidden === true) return;
    elementOf.set(nameKey(element.name), e);
  });
  const variableOf = new Map(program.variables.map((v) => [variableKey(v.name), v]));
  const kernels: KeptKernel[] = [];

  /**
   * A kernel made for more inputs serves a question with fewer: the others keep the value of the model. So leaving
   * a lever out of the question costs no new kernel, and gives the same bits.
   */
  const kernelFor = (
    each: ReadonlySet<number>,
    shared: ReadonlySet<number>,
    outcomes: readonly number[],
  ): KeptKernel => {
    const at = kernels.findIndex(
      (kept) =>
        [...each].every((e) => kept.each.has(e)) &&
        [...shared].every((e) => kept.each.has(e) || kept.shared.has(e)) &&
        outcomes.every((e) => kept.outcomes.includes(e)) &&
        kept.outcomes.length <= 2 * outcomes.length,
    );
    const [found] = at < 0 ? [] : kernels.splice(at, 1);
    const kept = found ?? { each, shared, outcomes, kernel: makeKernel(program, each, shared, outcomes) };
    kernels.push(kept);
    if (kernels.length > kernelsKept) kernels.shift();
    return kept;
  };

  const run = (request: RunRequest): RunResult => {
    const question = new RequestReader(program, elementOf, variableOf).read(request);
    const { inputs, outcomes, keep, count } = question;
    const each = new Set<number>();
    const shared = new Set<number>();
    for (const [e, value] of inputs) (typeof value === 'number' ? shared : each).add(e);
    let kept = kernelFor(each, shared, outcomes);
    const answer = (): { values: Float64Array[]; bad: number | undefined } =>
      kept.kernel.run(allInputs(program, kept, inputs, count), count, keep);
    let { values, bad } = answer();
    if (bad !== undefined && kept.outcomes.length > outcomes.length) {
      // The bad number may stand in something that this question does not ask: only an exact kernel can tell.
      kept = { each, shared, outcomes, kernel: makeKernel(program, each, shared, outcomes) };
      ({ values, bad } = answer());
    }
    if (bad !== undefined)
      throw new ModelError([notANumber(program, inputs, outcomes, bad, request.futures.first ?? 0)]);
    const rows = new Map<string, Float64Array>();
    request.outcomes.forEach((name, o) => {
      const row = values[kept.outcomes.indexOf(question.elementsAsked[o] ?? -1)];
      if (row !== undefined) rows.set(nameKey(name), row);
    });
    return {
      time: Float64Array.from(keep, (k) => program.time.start + k * program.time.step),
      count,
      get(outcome) {
        const row = rows.get(nameKey(outcome));
        if (row === undefined) {
          throw new ModelError([badInput(program, say('notInResult', { name: outcome }), say('askIt'))]);
        }
        return row;
      },
    };
  };

  return {
    time: program.time,
    variables: program.variables,
    dimensions: program.dimensions,
    warnings: program.warnings,
    program,
    run,
  };
}

function badInput(program: Program, message: Text, hint: Text, expected?: Text, line = 0): ModelProblem {
  return {
    code: 'MODEL_BAD_INPUT',
    message,
    file: program.file,
    line,
    ...(expected === undefined ? {} : { expected }),
    hint,
  };
}

interface Question {
  readonly inputs: ReadonlyMap<number, number | Float64Array>;
  /** Elements asked, each once. */
  readonly outcomes: readonly number[];
  /** For each outcome asked, its element. */
  readonly elementsAsked: readonly number[];
  readonly keep: readonly number[];
  readonly count: number;
}

/** Reads a question to a model: names become elements, and every fault is noted before any is told. */
class RequestReader {
  readonly problems: ModelProblem[] = [];
  readonly #program: Program;
  readonly #elementOf: ReadonlyMap<string, number>;
  readonly #variableOf: ReadonlyMap<string, VariableInfo>;

  constructor(
    program: Program,
    elementOf: ReadonlyMap<string, number>,
    variableOf: ReadonlyMap<string, VariableInfo>,
  ) {
    this.#program = program;
    this.#elementOf = elementOf;
    this.#variableOf = variableOf;
  }

  /** @throws ModelError with every fault of the question */
  read(request: RunRequest): Question {
    const { count } = request.futures;
    if (!Number.isInteger(count) || count < 1) {
      this.#fault(say('inputCount', { count }), say('inputLengthHint'), say('inputCountExpected'));
    }
    const given: [string, number | Float64Array][] = [
      ...Object.entries(request.levers ?? {}),
      ...Object.entries(request.futures.values ?? {}),
    ];
    for (const [name, value] of given) this.#checkValue(name, value, count);
    const isBare = ([name]: (typeof given)[number]): boolean => splitElementName(name).subs.length === 0;
    // A named element goes before the bare name of its variable.
    const inputs = new Map([
      ...this.#inputs(given.filter(isBare)),
      ...this.#inputs(given.filter((one) => !isBare(one))),
    ]);
    const { outcomes, elementsAsked } = this.#outcomes(request.outcomes);
    const keep = keptSteps(this.#program, request.at, this.problems);
    if (this.problems.length > 0) throw new ModelError(this.problems);
    return { inputs, outcomes, elementsAsked, keep, count };
  }

  #fault(message: Text, hint: Text, expected?: Text, line?: number): void {
    this.problems.push(badInput(this.#program, message, hint, expected, line));
  }

  #nearest(name: string): Text {
    const names = nearestNames(
      splitElementName(name).base,
      this.#program.variables.map((v) => v.name),
    );
    return names.length === 0 ? say('noNearest') : say('nearest', { names: names.join(', ') });
  }

  #checkValue(name: string, value: number | Float64Array, count: number): void {
    if (typeof value !== 'number' && value.length !== count) {
      this.#fault(
        say('inputLength', { name, got: value.length }),
        say('inputLengthHint'),
        say('inputLengthExpected', { wanted: count }),
      );
      return;
    }
    const values = typeof value === 'number' ? [value] : value;
    const wrong = values.findIndex((v) => !Number.isFinite(v));
    if (wrong < 0) return;
    const shown = typeof value === 'number' ? value : `${value[wrong]} (${wrong})`;
    this.#fault(say('inputValue', { name, value: shown }), say('inputLengthHint'), say('notANumberExpected'));
  }

  /** Values by element; the same element twice is a fault. */
  #inputs(given: readonly [string, number | Float64Array][]): Map<number, number | Float64Array> {
    const inputs = new Map<number, number | Float64Array>();
    for (const [name, value] of given) {
      for (const e of this.#constants(name)) {
        if (inputs.has(e)) {
          const element = this.#program.elements[e];
          this.#fault(
            say('inputTwice', { name: element?.name ?? name }),
            say('inputTwiceHint'),
            undefined,
            element?.line,
          );
          break;
        }
        inputs.set(e, value);
      }
    }
    return inputs;
  }

  /** The constants meant by a name: one element, or all of a variable. */
  #constants(name: string): number[] {
    const key = variableKey(name);
    const variable = this.#variableOf.get(key);
    if (variable === undefined) {
      this.#fault(say('inputUnknown', { name }), this.#nearest(name));
      return [];
    }
    const { kind, elements, line } = variable;
    if (timeSettings.has(key)) {
      this.#fault(say('inputTime', { name }), say('inputNotConstantHint'), undefined, line);
      return [];
    }
    const names = splitElementName(name).subs.length === 0 ? elements : [name];
    const found = names.flatMap((n) => this.#elementOf.get(nameKey(n)) ?? []);
    if (kind !== 'lookup' && found.length !== names.length) {
      const known = elements.slice(0, 8).join(' ; ');
      this.#fault(say('inputUnknown', { name }), say('nearest', { names: known }), undefined, line);
      return [];
    }
    if (kind === 'lookup' || found.some((e) => this.#program.elements[e]?.constant !== true)) {
      const is = kind === 'lookup' ? 'kindLookup' : kind === 'stock' ? 'kindStock' : 'kindAuxiliary';
      this.#fault(
        say('inputNotConstant', { name, kind: say(is) }),
        say('inputNotConstantHint'),
        undefined,
        line,
      );
      return [];
    }
    return found;
  }

  #outcomes(names: readonly string[]): Pick<Question, 'outcomes' | 'elementsAsked'> {
    const elementsAsked: number[] = [];
    for (const name of names) {
      const e = this.#elementOf.get(nameKey(name));
      if (e === undefined) this.#noOutcome(name);
      else elementsAsked.push(e);
    }
    return { outcomes: [...new Set(elementsAsked)], elementsAsked };
  }

  #noOutcome(name: string): void {
    const variable = this.#variableOf.get(variableKey(name));
    if (variable === undefined) {
      this.#fault(say('inputUnknown', { name }), this.#nearest(name));
      return;
    }
    const { kind, elements, line } = variable;
    const known = elements.slice(0, 8).join(' ; ');
    const message =
      kind === 'lookup' ? say('outcomeLookup', { name }) : say('outcomeElement', { name, known });
    this.#fault(message, say('chooseElement'), undefined, line);
  }
}

function keptSteps(program: Program, at: readonly number[] | undefined, problems: ModelProblem[]): number[] {
  const { start, stop, step, saveEvery } = program.time;
  const steps = Math.round((stop - start) / step);
  if (at === undefined) {
    const each = Math.round(saveEvery / step);
    return Array.from({ length: Math.floor(steps / each) + 1 }, (_, i) => i * each);
  }
  const keep: number[] = [];
  for (const t of at) {
    const k = Math.round((t - start) / step);
    const onStep = Math.abs((t - start) / step - k) < 1e-6 && k >= 0 && k <= steps;
    if (!onStep || k <= (keep.at(-1) ?? -1)) {
      problems.push(
        badInput(
          program,
          say('inputTimeOff', { time: t }),
          say('timeGridHint'),
          say('inputTimeOffExpected', { start, stop, step }),
        ),
      );
      return [];
    }
    keep.push(k);
  }
  return keep;
}

/** Runs the failing future again, slowly, and tells which number went wrong first. */
function notANumber(
  program: Program,
  inputs: ReadonlyMap<number, number | Float64Array>,
  outcomes: readonly number[],
  bad: number,
  first: number,
): ModelProblem {
  const overrides = new Map<number, number>();
  for (const [e, value] of inputs)
    overrides.set(e, typeof value === 'number' ? value : (value[bad] ?? Number.NaN));
  const serves = reachedFrom(program.elements, outcomes);
  const last = new Map<number, number>();
  let found: { e: number; value: number; step: number; inputs: [string, number][] } | undefined;
  interpreter(program)(overrides, outcomes, (e, value, step) => {
    if (found === undefined && !Number.isFinite(value) && serves.has(e)) {
      const element = program.elements[e];
      const read: [string, number][] = [];
      for (const s of [element?.expr, element?.init]) {
        if (s === undefined) continue;
        eachReference(s, (other) => {
          const name = program.elements[other]?.name ?? '?';
          if (!read.some(([known]) => known === name)) read.push([name, last.get(other) ?? Number.NaN]);
        });
      }
      found = { e, value, step, inputs: read };
    }
    last.set(e, value);
  });
  const element = program.elements[found?.e ?? outcomes[0] ?? 0];
  const list = (found?.inputs ?? []).slice(0, 8).map(([name, value]) => `${name} = ${value}`);
  return {
    code: 'MODEL_NOT_A_NUMBER',
    message: say('notANumber', {
      element: element?.name ?? '?',
      value: found?.value ?? Number.NaN,
      time: program.time.start + (found?.step ?? 0) * program.time.step,
      future: first + bad,
      inputs: list.length === 0 ? '' : ` (${list.join('; ')})`,
    }),
    file: program.file,
    line: element?.line ?? 0,
    expected: say('notANumberExpected'),
    hint: say('notANumberHint'),
  };
}
