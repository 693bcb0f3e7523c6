import type { EnsembleReading } from '@schaalsprong/methods/ensemble';
import { FuturesError } from '@schaalsprong/methods/problems';
import type {
  AnswerTo,
  Ask,
  CountAsk,
  EachAsk,
  Program,
  QuantilesAsk,
  Summary,
  SummaryRequest,
} from '@schaalsprong/model';
import { at, Unreachable } from '@schaalsprong/words';
import { limitUnitFaults, type Modelled, modelledTarget } from '../../assess/projection/modelled.ts';
import { timingVariables } from '../../scenario/scenario.ts';
import { tableProblems } from '../problems.ts';
import type { TableQuestion, TableRegion, TableSetting } from '../types.ts';
import { type ColumnCache, tableFutures } from './sample.ts';

/** Quantiles of a band: outer, inner, middle. */
export const bandProbabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** Points of a small chart and of a large one, at least. */
const fewPoints = 20;
const manyPoints = 40;

/** What is held back counts above this part of what a target asks: below it stands only the rounding of differences. */
const ROUNDING = 1e-9;

/** What the table asks of the futures for any setting, and where in the answers each thing stands. */
export interface TableAsks {
  readonly region: TableRegion;
  readonly modelled: readonly Modelled[];
  /** Each once. */
  readonly asks: readonly Ask[];
  /** By outcome and by theme of the balance: the band over time. `every` is in saved steps. */
  readonly bands: readonly {
    readonly kind: 'outcome' | 'theme';
    readonly id: string;
    readonly scale: number;
    readonly every: number;
    readonly ask: QuantilesAsk;
  }[];
  /** By modelled target, in their order: what `assess` asks of every future but the series, which the table does not need. */
  readonly readings: readonly { readonly atHorizon: EachAsk; readonly limits: readonly EachAsk[] }[];
  /** By limit of an outcome: in how many futures it holds something back, at the times that all bands have. */
  readonly limits: readonly {
    readonly constraint: string;
    readonly outcome: string;
    readonly variable: string;
    readonly ask: CountAsk;
  }[];
  /** Saved steps from point to point of a band that is drawn small: the longest that keeps twenty points and both ends. */
  readonly every: number;
}

/**
 * How many steps from point to point of a chart of so many points at least: the most that divides `whole`, so that charts begin and end
 * alike.
 */
function strideOf(whole: number, steps: number, points: number): number {
  let stride = 1;
  for (let d = 2; d <= steps / points; d++) if (whole % d === 0) stride = d;
  return stride;
}

/** Asks in the order in which they were first wanted, each once. */
class AskList {
  readonly #asks = new Map<string, Ask>();

  get asks(): readonly Ask[] {
    return [...this.#asks.values()];
  }

  /** Adds an ask, and gives it back as it is in the list: the same object for the same ask. */
  add<A extends Ask>(ask: A): A {
    const key = JSON.stringify(ask);
    const known = this.#asks.get(key);
    // The same text is the same ask, with the same `take`.
    if (known !== undefined) return known as A;
    this.#asks.set(key, ask);
    return ask;
  }
}

/**
 * The answers to the asks of a table, each found by its ask, as the object that was asked: nobody counts places, so that a summary that
 * does not fit is an error and never the numbers of something else.
 */
export class AskLayout {
  readonly #places: ReadonlyMap<Ask, number>;
  readonly #answers: Summary['answers'];

  /** @throws Unreachable where there are not as many answers as asks */
  constructor({ asks }: Pick<TableAsks, 'asks'>, { answers }: Pick<Summary, 'answers'>) {
    if (answers.length !== asks.length) {
      throw new Unreachable(`${answers.length} answers to ${asks.length} asks`);
    }
    this.#places = new Map(asks.map((ask, place) => [ask, place]));
    this.#answers = answers;
  }

  /** @throws Unreachable where the ask is none of these, or its answer is of another kind or outcome */
  answer<A extends Ask>(ask: A): AnswerTo[A['take']] {
    const place = this.#places.get(ask);
    if (place === undefined) throw new Unreachable(`${ask.take} of ${ask.outcome} was not asked`);
    const answer = at(this.#answers, place);
    if (answer.take !== ask.take || answer.outcome !== ask.outcome) {
      throw new Unreachable(
        `${answer.take} of ${answer.outcome} for the answer to ${ask.take} of ${ask.outcome}`,
      );
    }
    return answer as AnswerTo[A['take']];
  }
}

/**
 * What is asked of one target.
 *
 * @throws FuturesError where the model does not speak of it, with the agenda's own reason where that gives one
 */
export function modelledOf({ modelled, region }: TableAsks, id: string): Modelled {
  const found = modelled.find(({ target }) => target.id === id);
  if (found !== undefined) return found;
  const known = region.targets.find((target) => target.id === id);
  throw new FuturesError([tableProblems.target(id, known?.notModelled ?? null)]);
}

/** A reading of `assess` as a question to the futures. */
export const askOf = ({ take, variable, ...rest }: EnsembleReading): EachAsk =>
  ({ take: 'each', outcome: variable, reading: { of: take, ...rest } }) as EachAsk;

/**
 * What the table asks of the futures of a region, whatever the setting: every outcome and theme over time, every modelled
 * target per future as `assess` reads it, and what each limit held back.
 *
 * @param program the compiled model of the region
 * @param large outcomes that are drawn large, at some forty times; by default those that the table begins with. All
 *   others come at some twenty times: quantiles are most of the work
 * @param year the period at which every target is read; null for its own horizon
 * @throws FuturesError where the limits of an outcome are in different units
 */
export function tableAsks(
  region: TableRegion,
  program: Pick<Program, 'time' | 'variables'>,
  large: readonly string[] = region.table.outcomes,
  year: TableQuestion['year'] = null,
): TableAsks {
  const { start, stop, saveEvery } = program.time;
  const steps = Math.floor((stop - start) / saveEvery + 1e-6);
  const every = strideOf(steps, steps, fewPoints);
  // A large chart has every point of a small one, so that the hash of an answer does not depend on which are drawn large.
  const everyLarge = strideOf(every, steps, manyPoints);
  const list = new AskList();
  const band = (variable: string, step: number): QuantilesAsk =>
    list.add({ take: 'quantiles', outcome: variable, probabilities: [...bandProbabilities], every: step });
  const bands = [
    ...region.outcomes.map(({ id, variable, scale }) => {
      const step = large.includes(id) ? everyLarge : every;
      return { kind: 'outcome' as const, id, scale, every: step, ask: band(variable, step) };
    }),
    ...region.table.balance.map(({ id, variable, scale }) => ({
      kind: 'theme' as const,
      id,
      scale,
      every,
      ask: band(variable, every),
    })),
  ];
  const modelled = region.targets.flatMap(
    (target) => modelledTarget(region, program, target, year ?? target.horizon) ?? [],
  );
  const faults = limitUnitFaults(modelled, program);
  if (faults.length > 0) throw new FuturesError(faults);
  // All horizons before all limits, in the order of `assess`.
  const atHorizons = modelled.map(({ atHorizon }) => list.add(askOf(atHorizon)));
  const readings = modelled.map(({ limits }, i) => ({
    atHorizon: at(atHorizons, i),
    limits: limits.map(({ reading }) => list.add(askOf(reading))),
  }));
  const spoken = new Map(modelled.map(({ outcome }) => [outcome.id, outcome]));
  const lines = new Map<string, number>();
  for (const { target, outcome } of modelled) {
    // Without a number that is asked there is no measure of what is small.
    const line = ROUNDING * (target.value === null ? 1 : Math.abs(target.value / outcome.scale) || 1);
    for (const { variable } of outcome.limits) {
      lines.set(variable, Math.min(line, lines.get(variable) ?? line));
    }
  }
  const limits = [...spoken.values()].flatMap(({ id: outcome, limits: own }) =>
    own.map(({ constraint, variable }) => ({
      constraint,
      outcome,
      variable,
      ask: list.add({ take: 'count', outcome: variable, line: lines.get(variable) ?? ROUNDING, every }),
    })),
  );
  return { region, modelled, asks: list.asks, bands, readings, limits, every };
}

/** The levers and timings of a setting by the variable of the model that each sets. */
export const leversOf = (
  region: Pick<TableRegion, 'measures'>,
  { levers, timings }: Pick<TableSetting, 'levers' | 'timings'>,
): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(
    region.measures.flatMap(({ id, lever }): [string, number][] => {
      const value = levers[id];
      return value === undefined ? [] : [[lever.variable, value]];
    }),
  ),
  ...timingVariables(region, timings),
});

/**
 * The question to the futures for a setting. Check the setting first: this takes it as it is.
 *
 * @param cache columns of draws from questions before
 */
export function tableRequest(
  asks: TableAsks,
  { setting, futures, seed }: TableQuestion,
  cache?: ColumnCache,
): SummaryRequest {
  const { count, values } = tableFutures(asks.region, setting, futures, seed, cache);
  return { futures: { count, values }, levers: leversOf(asks.region, setting), asks: asks.asks };
}
