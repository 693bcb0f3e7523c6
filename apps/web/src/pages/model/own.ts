import { type SampledUncertainty, sampleFutures } from '@schaalsprong/methods/ensemble';
import { decodeText, type ModelProblem, type Program, type VariableInfo } from '@schaalsprong/model';
import { csvText } from '@schaalsprong/tables/csv';
import { type TextKey, translate } from '../../i18n/i18n.ts';
import { type Draws, ModelSession } from '../../model/model-session.ts';
import { UnreadableModel } from '../../model/reader.ts';

/** Futures of somebody's own model, where they ask for more than one run. */
export const ownFutures = 1000;

/** A number of a model that can be given another value: a constant, or one element of it. */
export interface Constant {
  readonly name: string;
  readonly value: number;
}

const timeSettings = new Set(['initial time', 'final time', 'time step', 'saveper']);

/** Whether a variable only says when a model runs: shown as the time of the model, not as one of its variables. */
export const isTimeSetting = ({ name }: Pick<VariableInfo, 'name'>): boolean =>
  timeSettings.has(name.toLowerCase());

const constantsIn = (variable: VariableInfo): Constant[] =>
  variable.kind !== 'constant' || variable.fixed === true || isTimeSetting(variable)
    ? []
    : variable.elements.flatMap((name, i) => {
        const value = variable.values?.[i] ?? (i === 0 ? variable.value : undefined);
        return value === undefined ? [] : [{ name, value }];
      });

/** Every number of a model that can be given another value; what shaped the program cannot. */
export const constantsOf = (program: Program): Constant[] => program.variables.flatMap(constantsIn);

/** Of those the ones that act on a variable, nearest first. Tables of numbers are left to who looks for them. */
export function nearConstants(program: Program, name: string, most: number): Constant[] {
  const byName = new Map(program.variables.map((v) => [v.name, v]));
  const found: Constant[] = [];
  const seen = new Set([name]);
  for (const next of seen) {
    if (found.length >= most) break;
    const variable = byName.get(next);
    if (variable === undefined) continue;
    const own = constantsIn(variable);
    if (own.length <= 3) found.push(...own);
    for (const cause of variable.uses) seen.add(cause);
  }
  return found.slice(0, most);
}

/** The variable that says most of a model that nobody has chosen from yet: the stock with most links. */
export function mainVariable(variables: readonly VariableInfo[]): VariableInfo | undefined {
  const links = ({ uses, usedBy }: VariableInfo): number => uses.length + usedBy.length;
  const stocks = variables.filter(({ kind }) => kind === 'stock');
  return [...(stocks.length > 0 ? stocks : variables)].sort((a, b) => links(b) - links(a))[0];
}

/** Futures of somebody's own model at most: what the page and a file hold with ease. */
export const mostFutures = 10_000;

/** How far the reader lets numbers of their own model vary: their range, and nobody else's. */
export class OwnRange {
  /** Ranges by number, from a file or typed; empty where all numbers vary by `share`. */
  ranges: readonly SampledUncertainty[] = [];
  count = ownFutures;
  seed = 1;
  /** To either side, as a share of the number; 0 is one run. */
  share = 0;
  constants: readonly Constant[] = [];

  /** Each number that is not 0 varies evenly and on its own, around where the reader put it. */
  readonly draws = (moved: Readonly<Record<string, number>>): Draws => {
    if (this.ranges.length > 0) {
      const { count, values } = sampleFutures(this.ranges, this.count, this.seed);
      return { count, values };
    }
    const around = this.constants
      .map(({ name, value }) => ({ name, middle: moved[name] ?? value }))
      .filter(({ middle }) => middle !== 0);
    if (this.share === 0 || around.length === 0) return { count: 1, values: {} };
    const uncertain = around.map(({ name, middle }) => {
      const reach = Math.abs(middle) * this.share;
      return {
        id: name,
        variable: name,
        distribution: { kind: 'uniform' as const, min: middle - reach, max: middle + reach },
      };
    });
    const { count, values } = sampleFutures(uncertain, ownFutures, 1);
    return { count, values };
  };

  /** Of what range pictures are, in words that need no language. */
  origin(): readonly string[] {
    if (this.ranges.length > 0) return [`${this.ranges.length} × [ ]`, `seed ${this.seed}`];
    return this.share === 0 ? [] : [`± ${this.share * 100} %`];
  }
}

/**
 * A CSV of ranges to begin with: every number of the model that is not 0, a tenth to either side. In the form that `readRanges` and
 * `simulate --uncertain` take.
 */
export function rangesTemplate(constants: readonly Constant[]): string {
  const rows = constants.flatMap(({ name, value }): (readonly (string | number)[])[] => {
    const reach = Math.abs(value) / 10;
    const ends = [value - reach, value + reach].map((end) => Number(end.toPrecision(12)));
    return value === 0 ? [] : [[name, 'uniform', ...ends]];
  });
  return csvText(['variable', 'kind', 'min', 'max'], rows, null);
}

/** Elements that a file of futures may hold: all that the model computes, its stocks first. */
export function outcomesOf(program: Program): {
  readonly stocks: readonly string[];
  readonly all: readonly string[];
} {
  const unknown = new Set((program.lacking ?? []).map(({ element }) => program.elements[element]?.name));
  const of = (kind: VariableInfo['kind']): readonly string[] =>
    program.variables
      .filter((variable) => variable.kind === kind && !isTimeSetting(variable))
      .flatMap(({ elements }) => elements)
      .filter((name) => !unknown.has(name));
  const stocks = of('stock');
  return { stocks, all: [...stocks, ...of('auxiliary')] };
}

/** The times that a model keeps. */
export function keptTimes({ start, stop, saveEvery }: Program['time']): readonly number[] {
  const steps = Math.floor((stop - start) / saveEvery + 1e-6);
  return Array.from({ length: steps + 1 }, (_, i) => Number((start + i * saveEvery).toPrecision(12)));
}

const inBoth = (key: TextKey): ModelProblem['message'] => ({
  nl: translate('nl', key),
  en: translate('en', key),
});

/** The text of a file, or why it cannot be that of a model. */
async function textOf(file: File): Promise<string> {
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  const refuse = (message: TextKey, hint: TextKey): never => {
    throw new UnreadableModel([
      { code: 'MODEL_SYNTAX', message: inBoth(message), file: file.name, line: 0, hint: inBoth(hint) },
    ]);
  };
  if (text.trim() === '') return refuse('own.empty', 'own.empty.hint');
  if (text.slice(0, 10_000).includes('\0')) return refuse('own.binary', 'own.binary.hint');
  return text;
}

/** A model of the reader's own that is open. */
export interface OwnModelOpen {
  readonly name: string;
  readonly file: File;
  readonly lab: ModelSession;
  readonly range: OwnRange;
}

/** Reads a file in this browser; nothing of it leaves the machine. */
export function openOwn(file: File): OwnModelOpen {
  const range = new OwnRange();
  const lab = new ModelSession({
    file: file.name,
    units: 'warn',
    text: () => textOf(file),
    futures: range.draws,
    levers: {},
    origin: () => [file.name, ...range.origin()],
    outcomes: [],
  });
  return { name: file.name, file, lab, range };
}
