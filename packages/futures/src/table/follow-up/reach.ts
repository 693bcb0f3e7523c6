import { medianOf } from '@schaalsprong/methods/distributions';
import { FuturesError } from '@schaalsprong/methods/problems';
import { isSeed } from '@schaalsprong/model';
import { meets } from '@schaalsprong/monitor/figure';
import { must } from '@schaalsprong/words';
import type { Binding, Met } from '../../assess/assessment.ts';
import { gapOf } from '../../assess/judgement/standing.ts';
import { bindingOf, project } from '../../assess/projection/modelled.ts';
import { type FreeLever, freeLevers } from '../../experiments/levers/free-levers.ts';
import { leverRules } from '../../experiments/levers/house-rules.ts';
import { tableProblems } from '../problems.ts';
import { AskLayout, askOf, leversOf, modelledOf, type TableAsks } from '../question/asks.ts';
import { tableFutures } from '../question/sample.ts';
import type { TableQuestion, TableSetting } from '../types.ts';
import type { TableRun } from './relief.ts';

/** What the futures say of a target with the levers in one place. */
export interface ReachedIn {
  readonly met: Met;
  readonly median: number;
  /** Median minus target, turned so that negative is short. */
  readonly gap: number;
}

/** With which levers a target is met in at least half of the futures, or how near they come. */
export interface TableReach {
  readonly target: string;
  /** Whether it is met in at least half of the fresh futures. */
  readonly reached: boolean;
  /** Levers that stand elsewhere than before, the farthest moved first. */
  readonly moves: readonly { readonly measure: string; readonly from: number; readonly to: number }[];
  /** With the moves, and before them, in futures that the search did not see. */
  readonly fresh: ReachedIn & { readonly seed: number };
  readonly before: ReachedIn;
  /** With the moves, in the futures that the search used. */
  readonly tuned: ReachedIn & { readonly seed: number };
  /** What still holds it back with the moves, the most first. */
  readonly binding: readonly Binding[];
  /** Places of the levers that were tried. */
  readonly evaluations: number;
}

/** What the agenda asks of a measure is cut in so many parts, so that an answer can be said and done. */
const parts = 10;
/** A gain below this part of the target is none. */
const SMALLEST_GAIN = 0.001;
/** Rounds in which a lever is added, at most. */
const mostRounds = 12;
/** Evaluations after which a search is as good as done, for its progress. */
const usualEvaluations = 400;
/** How often a set that fresh futures refuse is sought again with a margin. */
const mostTries = 3;

/** Places of the levers that were moved, by measure, as steps. */
type Moved = ReadonlyMap<string, number>;

/**
 * Searches the smallest set of moves from where the levers of the question stand with which a target is met in at least half of the
 * futures: the one that gains most is added until the median meets the target, what turns out not to be needed is taken back, and each
 * move is made as small as it can be. At first no measure may do less than it does; only where that does not reach it, any may. The rules and the shared budgets of the region are kept. A greedy search: that no smaller set exists
 * is not proven. What it found is counted over fresh futures, of the next seed; where those refuse it, it is sought again with a margin.
 *
 * @param question where levers, assumptions and viewpoint stand; the futures and seed that the search uses; the year that is read
 * @param fresh futures over which the result is counted
 * @throws FuturesError where the model does not speak of the target, or it has no number; ModelError from the model; the signal's reason on
 *   abort
 */
export async function tableReach(
  asks: TableAsks,
  id: string,
  question: TableQuestion,
  fresh: number,
  run: TableRun,
): Promise<TableReach> {
  const search = new ReachSearch(asks, id, question, run);
  let need = search.goal;
  for (let tries = 1; ; tries += 1) {
    const moved = await search.find(need);
    const found = await search.count(moved, fresh);
    const isRefused = search.isMet(found.tuned.median, search.goal) && !found.reached;
    if (!isRefused || tries === mostTries) return found;
    // Half as much again as what was short.
    need += (search.isUpward ? 1.5 : -1.5) * Math.abs(search.goal - found.fresh.median);
  }
}

class ReachSearch {
  readonly goal: number;
  readonly isUpward: boolean;
  readonly #asks: TableAsks;
  readonly #id: string;
  readonly #question: TableQuestion;
  readonly #run: TableRun;
  readonly #levers: ReadonlyMap<string, FreeLever>;
  readonly #known = new Map<string, number>();
  /** Whether measures may only go farther than they stand, none less. */
  #isOnlyMore = true;
  readonly #breaks: (levers: TableSetting['levers']) => number;

  constructor(asks: TableAsks, id: string, question: TableQuestion, run: TableRun) {
    const { region } = asks;
    const { target } = modelledOf(asks, id);
    if (target.value === null) throw new FuturesError([tableProblems.noNumber(id)]);
    this.goal = target.value;
    this.isUpward = target.direction === 'at-least';
    this.#asks = asks;
    this.#id = id;
    this.#question = question;
    this.#run = run;
    const levers = freeLevers({ measures: region.measures, units: region.units ?? {} }, null, parts);
    this.#levers = new Map(levers.map((lever) => [lever.measure.id, lever]));
    const rules = leverRules(region);
    this.#breaks = (positions) => rules.reduce((sum, rule) => sum + rule.violation(positions), 0);
  }

  isMet(median: number, need: number): boolean {
    return this.isUpward ? median >= need : median <= need;
  }

  /** A set of moves with which the median meets what is needed, or the one that comes nearest. */
  async find(need: number): Promise<Moved> {
    this.#isOnlyMore = true;
    const more = await this.#found(need);
    if (this.isMet(await this.#median(more), need)) return more;
    this.#isOnlyMore = false;
    const any = await this.#found(need);
    const gain = this.#gain(await this.#median(more), await this.#median(any));
    return gain > this.#smallest || this.isMet(await this.#median(any), need) ? any : more;
  }

  async #found(need: number): Promise<Moved> {
    let moved = await this.#added(new Map(), need);
    if (!this.isMet(await this.#median(moved), need)) moved = await this.#together(moved, need);
    moved = await this.#without(moved, need);
    return this.isMet(await this.#median(moved), need) ? this.#smaller(moved, need) : moved;
  }

  /** The result over the futures of the search and over fresh ones. */
  async count(moved: Moved, futures: number): Promise<TableReach> {
    const { seed } = this.#question;
    const other = isSeed(seed + 1) ? seed + 1 : 0;
    const freshly = { ...this.#question, futures, seed: other };
    const { reached: tuned } = await this.#read(moved, this.#question);
    const { reached: before } = await this.#read(new Map(), freshly);
    const { reached: fresh, binding } = await this.#read(moved, freshly);
    const { levers } = this.#question.setting;
    const after = this.#leversWith(moved);
    const way = ({ measure, to, from }: TableReach['moves'][number]): number => {
      const { min, max } = must(this.#levers, measure).measure.lever;
      return Math.abs(to - from) / (max - min);
    };
    return {
      target: this.#id,
      reached: 2 * fresh.met.count >= fresh.met.of,
      moves: [...moved.keys()]
        .map((measure) => ({ measure, from: levers[measure] ?? 0, to: after[measure] ?? 0 }))
        .sort((a, b) => way(b) - way(a)),
      fresh: { ...fresh, seed: other },
      before,
      tuned: { ...tuned, seed },
      binding,
      evaluations: this.#known.size,
    };
  }

  #leversWith(moved: Moved): TableSetting['levers'] {
    const values = [...moved].map(([id, step]) => [id, must(this.#levers, id).valueAt(step)] as const);
    return { ...this.#question.setting.levers, ...Object.fromEntries(values) };
  }

  /** The step nearest to where a lever stands before anything is moved. */
  #home({ measure, stepAt }: FreeLever): number {
    return stepAt(this.#question.setting.levers[measure.id] ?? measure.lever.positions.agenda);
  }

  /** Steps at the ends of a lever that are elsewhere than where it stands. */
  #ends(lever: FreeLever): readonly number[] {
    const { variable } = lever;
    const [low, high] = variable.kind === 'category' ? [0, 1] : [variable.min, variable.max];
    const home = this.#home(lever);
    const { none } = lever.measure.lever.positions;
    const far = (step: number): number => Math.abs(lever.valueAt(step) - none);
    return [low, high].filter((step) => step !== home && (!this.#isOnlyMore || far(step) > far(home)));
  }

  /** Whether a set breaks more of the rules than was broken before. */
  #isAllowed(moved: Moved): boolean {
    const { levers } = this.#question.setting;
    return this.#breaks(this.#leversWith(moved)) <= this.#breaks(levers) + 1e-9;
  }

  /** Median of the target over the futures of the search; memoized. */
  async #median(moved: Moved): Promise<number> {
    const key = JSON.stringify([...moved].sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { atHorizon, outcome } = modelledOf(this.#asks, this.#id);
    const ask = askOf(atHorizon);
    const layout = await this.#answers(moved, this.#question, [ask]);
    const median = medianOf(layout.answer(ask).values.map((value) => value * outcome.scale));
    this.#known.set(key, median);
    this.#run.onProgress?.(Math.min(0.95, this.#known.size / usualEvaluations));
    return median;
  }

  async #answers(
    moved: Moved,
    { setting, futures, seed }: TableQuestion,
    wanted: readonly ReturnType<typeof askOf>[],
  ): Promise<AskLayout> {
    const { region } = this.#asks;
    const { runner, columns, signal } = this.#run;
    const { count, values } = tableFutures(region, setting, futures, seed, columns);
    const levers = leversOf(region, { ...setting, levers: this.#leversWith(moved) });
    const summary = await runner.run({ futures: { count, values }, levers, asks: wanted }, { signal });
    return new AskLayout({ asks: wanted }, summary);
  }

  /** What a set gives over some futures, and what still holds the target back. */
  async #read(
    moved: Moved,
    question: TableQuestion,
  ): Promise<{ readonly reached: ReachedIn; readonly binding: readonly Binding[] }> {
    const modelled = modelledOf(this.#asks, this.#id);
    const { target, atHorizon, limits } = modelled;
    const horizon = askOf(atHorizon);
    const held = limits.map(({ reading }) => askOf(reading));
    const layout = await this.#answers(moved, question, [horizon, ...held]);
    const numbers = {
      atHorizon: layout.answer(horizon).values,
      limits: held.map((ask) => layout.answer(ask).values),
    };
    const projection = project(modelled, numbers, question.futures);
    const { values, projected } = projection;
    const count = values.reduce((n, value) => n + (meets(value, this.goal, target.direction) ? 1 : 0), 0);
    return {
      reached: {
        met: { count, of: question.futures },
        median: projected.p50,
        gap: gapOf(target, projected.p50) ?? 0,
      },
      binding: bindingOf(projection),
    };
  }

  #gain(from: number, to: number): number {
    return this.isUpward ? to - from : from - to;
  }

  get #smallest(): number {
    return SMALLEST_GAIN * Math.abs(this.goal);
  }

  /** Adds the move that gains most, until what is needed is met or nothing gains any more. */
  async #added(begin: Moved, need: number): Promise<Moved> {
    let moved = begin;
    for (let round = 0; round < mostRounds; round += 1) {
      const now = await this.#median(moved);
      if (this.isMet(now, need)) return moved;
      let best: { readonly moved: Moved; readonly gain: number } | null = null;
      for (const [id, lever] of this.#levers) {
        if (moved.has(id)) continue;
        for (const step of this.#ends(lever)) {
          const tried = new Map([...moved, [id, step]]);
          if (!this.#isAllowed(tried)) continue;
          const gain = this.#gain(now, await this.#median(tried));
          if (gain > (best?.gain ?? this.#smallest)) best = { moved: tried, gain };
        }
      }
      if (best === null) return moved;
      moved = best.moved;
    }
    return moved;
  }

  /**
   * Where adding one by one does not get there: every other lever at the better of its ends as well, since two that do nothing alone may do
   * something together.
   */
  async #together(begin: Moved, need: number): Promise<Moved> {
    const alone = await this.#median(new Map());
    let all = begin;
    for (const [id, lever] of this.#levers) {
      if (all.has(id)) continue;
      let best: { readonly step: number; readonly gain: number } | null = null;
      for (const step of this.#ends(lever)) {
        const gain = this.#gain(alone, await this.#median(new Map([[id, step]])));
        if (gain >= 0 && (best === null || gain > best.gain)) best = { step, gain };
      }
      if (best === null) continue;
      const tried = new Map([...all, [id, best.step]]);
      if (this.#isAllowed(tried)) all = tried;
    }
    const [few, many] = [await this.#median(begin), await this.#median(all)];
    if (this.isMet(many, need)) return all;
    return this.#gain(few, many) > this.#smallest ? all : begin;
  }

  /** Takes back what is not needed, or what gains nothing where the target is out of reach: the move that matters least first. */
  async #without(begin: Moved, need: number): Promise<Moved> {
    let moved = begin;
    const isReached = this.isMet(await this.#median(moved), need);
    for (;;) {
      const now = await this.#median(moved);
      let least: { readonly moved: Moved; readonly loss: number } | null = null;
      for (const id of moved.keys()) {
        const tried = new Map([...moved].filter(([other]) => other !== id));
        if (!this.#isAllowed(tried)) continue;
        const median = await this.#median(tried);
        const loss = this.#gain(median, now);
        const isSpare = isReached ? this.isMet(median, need) : loss < this.#smallest;
        if (isSpare && (least === null || loss < least.loss)) least = { moved: tried, loss };
      }
      if (least === null) return moved;
      moved = least.moved;
    }
  }

  /** Makes each move as small as the need allows, the farthest first. */
  async #smaller(begin: Moved, need: number): Promise<Moved> {
    const moved = new Map(begin);
    const far = (id: string): number => {
      const lever = must(this.#levers, id);
      return Math.abs(must(moved, id) - this.#home(lever));
    };
    for (const id of [...moved.keys()].sort((a, b) => far(b) - far(a))) {
      const home = this.#home(must(this.#levers, id));
      // Steps between where it stood, which does not do, and where it stands, which does.
      let [short, enough] = [home, must(moved, id)];
      while (Math.abs(enough - short) > 1) {
        const middle = Math.round((short + enough) / 2);
        const tried = new Map([...moved, [id, middle]]);
        const isEnough = this.#isAllowed(tried) && this.isMet(await this.#median(tried), need);
        if (isEnough) enough = middle;
        else short = middle;
      }
      moved.set(id, enough);
    }
    return moved;
  }
}
