import { at } from '@schaalsprong/words';
import type { Program, VariableInfo } from '../ir/program.ts';
import { lackingWithout } from '../ir/references.ts';
import type { Precision } from '../plan/plan.ts';
import { ModelError, type ModelProblem } from '../problems/problems.ts';
import { say, type Text } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import { isSeed } from '../statistics/philox.ts';
import { canonical, nameKey, nearestNames, splitElementName, variableKey } from '../syntax/names.ts';
import { runTexts } from './texts.ts';

/** A request to run a model. */
export interface RunRequest {
  readonly futures: {
    /** How many futures: 1 or more. */
    readonly count: number;
    /** By constant (`grid delay`, `builders[SGE]`, or `builders` for all its elements): a value per future. */
    readonly values?: Readonly<Record<string, Float64Array>>;
    /**
     * Number of the first future, for messages and random draws: a block of a larger ensemble names and draws futures
     * as the whole does. Default 0.
     */
    readonly first?: number;
  };
  /** By constant: one value for all futures. */
  readonly levers?: Readonly<Record<string, number>>;
  /** Full names of elements: `population[SGE]`. */
  readonly outcomes: readonly string[];
  /** Times to keep, rising, each on a time step. Default: every saved time (SAVEPER). */
  readonly at?: readonly number[];
  /**
   * `exact` (default): the operations of the model in their order. `fast`: divisions by what does not change within a
   * run become multiplications, and powers are taken by plain logarithms: within 1e-12 of the largest value of a series
   * on the models of the benchmark. A number that is rounded or compared, and is on the edge itself, may fall on the
   * other side.
   */
  readonly mode?: Precision;
  /**
   * What computes: `auto` (default) takes WebAssembly with vectors, else JavaScript, else a plain walk over the
   * equations. In exact mode all give the same bits.
   */
  readonly backend?: Backend;
  /** From which random draws follow, together with the number of the future; whole, from 0. Default 0. */
  readonly seed?: number;
  /** The run is refused if it would take more bytes. Default 2 GiB. */
  readonly maxBytes?: number;
}

/** What computes a model: see {@link RunRequest.backend}. */
export type Backend = 'auto' | 'wasm' | 'js' | 'plain';

const timeSettings = new Set(['initial time', 'final time', 'time step', 'saveper']);

/** A problem of a request. */
export function badInput(
  program: Program,
  message: Text,
  hint: Text,
  expected?: Text,
  line = 0,
): ModelProblem {
  return {
    code: 'MODEL_BAD_INPUT',
    message,
    file: program.file,
    line,
    ...(expected === undefined ? {} : { expected }),
    hint,
  };
}

/** A validated request, with names resolved to element indices. */
export interface ResolvedRequest {
  readonly inputs: ReadonlyMap<number, number | Float64Array>;
  /** Elements asked, each once. */
  readonly outcomes: readonly number[];
  /** For each outcome asked, its element. */
  readonly elementsAsked: readonly number[];
  readonly keep: readonly number[];
  readonly count: number;
  readonly first: number;
  readonly seed: number;
}

/** What the names of a model's requests mean: a pool asks the same in pieces of a hundred futures. Only names that are right are kept. */
export class KnownNames {
  readonly inputs = new Map<string, { readonly isBare: boolean; readonly elements: readonly number[] }>();
  readonly outcomes = new Map<string, number>();
}

/** Validates a request: resolves names to elements and collects all problems before it throws. */
export class RequestReader {
  readonly problems: ModelProblem[] = [];
  readonly #program: Program;
  readonly #elementOf: ReadonlyMap<string, number>;
  readonly #variableOf: ReadonlyMap<string, VariableInfo>;
  readonly #known: KnownNames;

  constructor(
    program: Program,
    elementOf: ReadonlyMap<string, number>,
    variableOf: ReadonlyMap<string, VariableInfo>,
    known: KnownNames = new KnownNames(),
  ) {
    this.#program = program;
    this.#elementOf = elementOf;
    this.#variableOf = variableOf;
    this.#known = known;
  }

  /** @throws ModelError with every fault of the question */
  read(request: RunRequest): ResolvedRequest {
    const { count } = request.futures;
    if (!Number.isInteger(count) || count < 1) {
      this.#fault(
        say(runTexts.inputCount, { count }),
        say(runTexts.inputLengthHint),
        say(runTexts.inputCountExpected),
      );
    }
    const { seed = 0 } = request;
    if (!isSeed(seed))
      this.#fault(
        say(runTexts.inputSeed, { seed }),
        say(runTexts.inputSeedHint),
        say(runTexts.inputSeedExpected),
      );
    const given: [string, number | Float64Array][] = [
      ...Object.entries(request.levers ?? {}),
      ...Object.entries(request.futures.values ?? {}),
    ];
    for (const [name, value] of given) this.#checkValue(name, value, count);
    const isBare = ([name]: (typeof given)[number]): boolean =>
      this.#known.inputs.get(name)?.isBare ?? isBareName(name);
    // A named element goes before the bare name of its variable.
    const inputs = new Map([
      ...this.#inputs(given.filter(isBare)),
      ...this.#inputs(given.filter((one) => !isBare(one))),
    ]);
    const { outcomes, elementsAsked } = this.#outcomes(request.outcomes);
    this.#demandData(outcomes, inputs);
    const keep = keptSteps(this.#program, request.at, this.problems);
    if (this.problems.length > 0) throw new ModelError(this.problems);
    return { inputs, outcomes, elementsAsked, keep, count, first: request.futures.first ?? 0, seed };
  }

  /** Refuses outcomes that are computed with data that is not there, once for each variable that lacks it. */
  #demandData(outcomes: readonly number[], inputs: ReadonlyMap<number, unknown>): void {
    const { elements, file } = this.#program;
    const causes = lackingWithout(this.#program, inputs);
    const reported = new Set<string>();
    for (const outcome of outcomes) {
      const cause = causes.get(outcome);
      if (cause === undefined || reported.has(cause.name)) continue;
      const { name, line, file: missing = '' } = cause;
      const { name: asked } = at(elements, outcome);
      const isItself = variableKey(asked) === canonical(name);
      const [message, hint] =
        missing === ''
          ? [isItself ? runTexts.dataAbsent : runTexts.dataLacking, runTexts.dataLackingHint]
          : [runTexts.fileLacking, runTexts.fileLackingHint];
      reported.add(name);
      this.problems.push({
        code: 'MODEL_DATA',
        message: say(message, { name, outcome: asked, file: missing }),
        file,
        line,
        expected: say(commonTexts.expectedData),
        hint: say(hint, { name }),
      });
    }
  }

  #fault(message: Text, hint: Text, expected?: Text, line?: number): void {
    this.problems.push(badInput(this.#program, message, hint, expected, line));
  }

  #nearest(name: string): Text {
    const names = nearestNames(
      splitElementName(name).base,
      this.#program.variables.map((v) => v.name),
    );
    return names.length === 0
      ? say(commonTexts.noNearest)
      : say(commonTexts.nearest, { names: names.join(', ') });
  }

  #checkValue(name: string, value: number | Float64Array, count: number): void {
    if (typeof value !== 'number' && value.length !== count) {
      this.#fault(
        say(runTexts.inputLength, { name, got: value.length }),
        say(runTexts.inputLengthHint),
        say(runTexts.inputLengthExpected, { wanted: count }),
      );
      return;
    }
    const wrong = typeof value === 'number' ? (Number.isFinite(value) ? -1 : 0) : notFiniteIn(value);
    if (wrong < 0) return;
    const shown = typeof value === 'number' ? value : `${value[wrong]} (${wrong})`;
    this.#fault(
      say(runTexts.inputValue, { name, value: shown }),
      say(runTexts.inputLengthHint),
      say(commonTexts.notANumberExpected),
    );
  }

  /** Values by element; the same element twice is a fault. */
  #inputs(given: readonly [string, number | Float64Array][]): Map<number, number | Float64Array> {
    const inputs = new Map<number, number | Float64Array>();
    for (const [name, value] of given) {
      for (const e of this.#constants(name)) {
        if (inputs.has(e)) {
          const element = this.#program.elements[e];
          this.#fault(
            say(runTexts.inputTwice, { name: element?.name ?? name }),
            say(runTexts.inputTwiceHint),
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
  #constants(name: string): readonly number[] {
    const known = this.#known.inputs.get(name);
    if (known !== undefined) return known.elements;
    const elements = this.#findConstants(name);
    if (elements.length > 0) this.#known.inputs.set(name, { isBare: isBareName(name), elements });
    return elements;
  }

  #findConstants(name: string): number[] {
    const key = variableKey(name);
    const variable = this.#variableOf.get(key);
    if (variable === undefined) {
      this.#fault(say(runTexts.inputUnknown, { name }), this.#nearest(name), say(runTexts.expectedConstant));
      return [];
    }
    const { kind, elements, line } = variable;
    if (timeSettings.has(key)) {
      this.#fault(
        say(runTexts.inputTime, { name }),
        say(runTexts.inputNotConstantHint),
        say(runTexts.expectedConstant),
        line,
      );
      return [];
    }
    const names = isBareName(name) ? elements : [name];
    const found = names.flatMap((n) => this.#elementOf.get(nameKey(n)) ?? []);
    if (kind !== 'lookup' && found.length !== names.length) {
      const known = elements.slice(0, 8).join(' ; ');
      this.#fault(
        say(runTexts.inputUnknown, { name }),
        say(commonTexts.nearest, { names: known }),
        say(runTexts.expectedConstant),
        line,
      );
      return [];
    }
    const fixed = found.some((e) => this.#program.elements[e]?.fixed === true);
    if (fixed && kind !== 'lookup') {
      this.#fault(
        say(runTexts.inputFixed, { name }),
        say(runTexts.inputFixedHint),
        say(runTexts.expectedConstant),
        line,
      );
      return [];
    }
    if (kind === 'lookup' || found.some((e) => this.#program.elements[e]?.constant !== true)) {
      const is =
        kind === 'lookup'
          ? runTexts.kindLookup
          : kind === 'stock'
            ? runTexts.kindStock
            : runTexts.kindAuxiliary;
      this.#fault(
        say(runTexts.inputNotConstant, { name, kind: say(is) }),
        say(runTexts.inputNotConstantHint),
        say(runTexts.expectedConstant),
        line,
      );
      return [];
    }
    return found;
  }

  #outcomes(names: readonly string[]): Pick<ResolvedRequest, 'outcomes' | 'elementsAsked'> {
    const elementsAsked: number[] = [];
    for (const name of names) {
      const e = this.#known.outcomes.get(name) ?? this.#elementOf.get(nameKey(name));
      if (e === undefined) {
        this.#noOutcome(name);
        continue;
      }
      this.#known.outcomes.set(name, e);
      elementsAsked.push(e);
    }
    return { outcomes: [...new Set(elementsAsked)], elementsAsked };
  }

  #noOutcome(name: string): void {
    const variable = this.#variableOf.get(variableKey(name));
    if (variable === undefined) {
      this.#fault(say(runTexts.inputUnknown, { name }), this.#nearest(name), say(runTexts.expectedOutcome));
      return;
    }
    const { kind, elements, line } = variable;
    const known = elements.slice(0, 8).join(' ; ');
    const message =
      kind === 'lookup'
        ? say(runTexts.outcomeLookup, { name })
        : say(runTexts.outcomeElement, { name, known });
    this.#fault(message, say(runTexts.chooseElement), say(runTexts.expectedOutcome), line);
  }
}

const isBareName = (name: string): boolean => splitElementName(name).subs.length === 0;

/** Place of the first number that is not finite; -1 where all are. A loop, since every value of every future passes here. */
function notFiniteIn(values: Float64Array): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
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
          say(runTexts.inputTimeOff, { time: t }),
          say(commonTexts.timeGridHint),
          say(runTexts.inputTimeOffExpected, { start, stop, step }),
        ),
      );
      return [];
    }
    keep.push(k);
  }
  return keep;
}
