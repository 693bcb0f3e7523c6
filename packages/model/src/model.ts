import { interpreter } from './interpret.ts';
import { type Kernel, makeKernel } from './kernel.ts';
import { canonical, elementKey, nearestNames, splitElementName } from './names.ts';
import { ModelError, type ModelProblem } from './problems.ts';
import {
  type DimensionInfo,
  eachReference,
  type Program,
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
    const { base, subs } = splitElementName(element.name);
    elementOf.set(elementKey(base, subs), e);
  });
  const variableOf = new Map(program.variables.map((v) => [canonical(v.name), v]));
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
    const question = readRequest(program, elementOf, variableOf, request);
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
      if (row !== undefined) rows.set(keyOf(name), row);
    });
    return {
      time: Float64Array.from(keep, (k) => program.time.start + k * program.time.step),
      count,
      get(outcome) {
        const row = rows.get(keyOf(outcome));
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

function keyOf(name: string): string {
  const { base, subs } = splitElementName(name);
  return elementKey(base, subs);
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
  readonly inputs: Map<number, number | Float64Array>;
  readonly outcomes: number[];
  /** For each outcome asked, its element. */
  readonly elementsAsked: number[];
  readonly keep: number[];
  readonly count: number;
}

function readRequest(
  program: Program,
  elementOf: ReadonlyMap<string, number>,
  variableOf: ReadonlyMap<string, VariableInfo>,
  request: RunRequest,
): Question {
  const problems: ModelProblem[] = [];
  const { count } = request.futures;
  if (!Number.isInteger(count) || count < 1) {
    problems.push(
      badInput(program, say('inputCount', { count }), say('inputLengthHint'), say('inputCountExpected')),
    );
  }
  const near = (name: string): Text => {
    const names = nearestNames(
      splitElementName(name).base,
      program.variables.map((v) => v.name),
    );
    return names.length === 0 ? say('noNearest') : say('nearest', { names: names.join(', ') });
  };

  /** The constants meant by a name: one element, or all of a variable. */
  const constants = (name: string): number[] => {
    const { base, subs } = splitElementName(name);
    const variable = variableOf.get(canonical(base));
    if (variable === undefined) {
      problems.push(badInput(program, say('inputUnknown', { name }), near(name)));
      return [];
    }
    if (timeSettings.has(canonical(base))) {
      problems.push(
        badInput(program, say('inputTime', { name }), say('inputNotConstantHint'), undefined, variable.line),
      );
      return [];
    }
    const wanted =
      subs.length === 0
        ? variable.elements.map((n) => elementOf.get(keyOf(n)))
        : [elementOf.get(keyOf(name))];
    const found = wanted.filter((e) => e !== undefined);
    if (variable.kind !== 'lookup' && found.length !== wanted.length) {
      problems.push(
        badInput(
          program,
          say('inputUnknown', { name }),
          say('nearest', { names: variable.elements.slice(0, 8).join(' ; ') }),
          undefined,
          variable.line,
        ),
      );
      return [];
    }
    const fixed = variable.kind === 'lookup' || found.some((e) => program.elements[e]?.constant !== true);
    if (fixed) {
      const kind =
        variable.kind === 'lookup' ? 'kindLookup' : variable.kind === 'stock' ? 'kindStock' : 'kindAuxiliary';
      problems.push(
        badInput(
          program,
          say('inputNotConstant', { name, kind: say(kind) }),
          say('inputNotConstantHint'),
          undefined,
          variable.line,
        ),
      );
      return [];
    }
    return found;
  };

  const inputs = new Map<number, number | Float64Array>();
  /** A named element goes before the bare name of its variable; the same name twice is a fault. */
  const put = (name: string, value: number | Float64Array, whole: ReadonlySet<number>): void => {
    const bare = splitElementName(name).subs.length === 0;
    for (const e of constants(name)) {
      const taken = inputs.has(e);
      if (taken && (!whole.has(e) || bare)) {
        problems.push(
          badInput(
            program,
            say('inputTwice', { name: program.elements[e]?.name ?? name }),
            say('inputTwiceHint'),
            undefined,
            program.elements[e]?.line ?? 0,
          ),
        );
        return;
      }
      inputs.set(e, value);
    }
  };
  const given: [string, number | Float64Array][] = [
    ...Object.entries(request.levers ?? {}),
    ...Object.entries(request.futures.values ?? {}),
  ];
  for (const [name, value] of given) {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) {
        problems.push(
          badInput(
            program,
            say('inputValue', { name, value }),
            say('inputLengthHint'),
            say('notANumberExpected'),
          ),
        );
      }
    } else if (value.length !== count) {
      problems.push(
        badInput(
          program,
          say('inputLength', { name, got: value.length }),
          say('inputLengthHint'),
          say('inputLengthExpected', { wanted: count }),
        ),
      );
    } else {
      const wrong = value.findIndex((v) => !Number.isFinite(v));
      if (wrong >= 0) {
        problems.push(
          badInput(
            program,
            say('inputValue', { name, value: `${value[wrong]} (${wrong})` }),
            say('inputLengthHint'),
            say('notANumberExpected'),
          ),
        );
      }
    }
  }
  const bare = given.filter(([name]) => splitElementName(name).subs.length === 0);
  const single = given.filter(([name]) => splitElementName(name).subs.length > 0);
  for (const [name, value] of bare) put(name, value, new Set());
  const whole = new Set(inputs.keys());
  for (const [name, value] of single) {
    put(name, value, whole);
    for (const e of constantsQuiet(elementOf, name)) whole.delete(e);
  }

  const outcomes: number[] = [];
  const elementsAsked: number[] = [];
  for (const name of request.outcomes) {
    const e = elementOf.get(keyOf(name));
    if (e === undefined) {
      const variable = variableOf.get(canonical(splitElementName(name).base));
      const message =
        variable === undefined
          ? say('inputUnknown', { name })
          : variable.kind === 'lookup'
            ? say('outcomeLookup', { name })
            : say('outcomeElement', { name, known: variable.elements.slice(0, 8).join(' ; ') });
      problems.push(
        badInput(
          program,
          message,
          variable === undefined ? near(name) : say('chooseElement'),
          undefined,
          variable?.line ?? 0,
        ),
      );
      continue;
    }
    if (!outcomes.includes(e)) outcomes.push(e);
    elementsAsked.push(e);
  }

  const keep = keptSteps(program, request.at, problems);
  if (problems.length > 0) throw new ModelError(problems);
  return { inputs, outcomes, elementsAsked, keep, count };
}

function constantsQuiet(elementOf: ReadonlyMap<string, number>, name: string): number[] {
  const e = elementOf.get(keyOf(name));
  return e === undefined ? [] : [e];
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
  const serves = reachedFrom(program, outcomes);
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

function reachedFrom(program: Program, outcomes: readonly number[]): Set<number> {
  const reached = new Set<number>();
  const todo = [...outcomes];
  for (let e = todo.pop(); e !== undefined; e = todo.pop()) {
    if (reached.has(e)) continue;
    reached.add(e);
    const element = program.elements[e];
    for (const s of [element?.expr, element?.init, element?.delay]) {
      if (s !== undefined)
        eachReference(s, (other) => {
          todo.push(other);
        });
    }
  }
  return reached;
}
