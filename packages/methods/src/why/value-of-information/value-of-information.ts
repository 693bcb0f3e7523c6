import { isSeed, streamOf, uniformPair } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import { quantileOfSorted } from '../../distributions/quantiles.ts';
import { FuturesError } from '../../problems.ts';
import { orderOf } from '../../statistics/ranks.ts';
import { rowsOf } from '../../statistics/rows.ts';
import { BLOCKS, jackknife, reaches } from '../change/measured.ts';
import { allEqual, checkColumns, type NamedColumn } from '../columns.ts';
import { problems } from '../problems.ts';
import { type NoAnswer, noAnswer } from '../reason.ts';

/** By what the better of two policies is chosen, over futures that all count alike. */
export type Criterion =
  | { readonly of: 'mean'; readonly better: 'more' | 'less' }
  /** In more futures at or beyond the goal. */
  | { readonly of: 'met'; readonly goal: number; readonly direction: 'at-least' | 'at-most' }
  /** `p` from 0 to 1: 0.1 with `more` looks at bad futures. */
  | { readonly of: 'quantile'; readonly p: number; readonly better: 'more' | 'less' };

/** Request for the value of information per uncertainty. */
export interface InformationAsk {
  /** Two or more policies with the outcome of each in every future. */
  readonly policies: readonly NamedColumn[];
  /** The uncertainties, in the same futures. */
  readonly inputs: readonly NamedColumn[];
  readonly criterion: Criterion;
  /** Into how many parts each uncertainty is cut. Default: one per 50 futures, from 2 to 20. */
  readonly bins?: number | undefined;
  /** How often the futures are shuffled to see what chance alone gives. Default 200. */
  readonly shuffles?: number | undefined;
  /** From which the shuffles follow. Default 1. */
  readonly seed?: number | undefined;
}

/** A stretch of an uncertainty in which one policy is best. */
export interface Stretch {
  /** Ends of the stretch; null where it is open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly best: string;
  /** How much better than the policy that is best overall; 0 for that one. In the unit of the outcome, or in futures of 100. */
  readonly ahead: number;
  /** `ahead` is more than twice its standard error. */
  readonly clear: boolean;
  readonly futures: number;
}

/** Value of perfect information about one uncertainty. */
export interface InputInformation {
  readonly id: string;
  /** Gain of choosing per stretch over choosing once, less what chance alone gives; not below 0. */
  readonly value: number;
  /** The same before chance was taken off. */
  readonly uncorrected: number;
  /** Mean gain that chance alone gives. */
  readonly chance: number;
  /** In how many of the shuffles chance alone gave as much for any uncertainty. */
  readonly asMuchByChance: { readonly count: number; readonly of: number };
  /** Chance gave as much in less than 1 of 20 shuffles, and in some stretch another policy is clearly better. */
  readonly settles: boolean;
  readonly stretches: readonly Stretch[];
}

/** Value of information for the choice between policies. */
export interface Information {
  readonly kind: 'information';
  /** The policy that is best over all futures. */
  readonly best: string;
  /** Per policy what the criterion gives: the outcome's unit, or futures of 100 that meet the goal. */
  readonly worth: readonly { readonly id: string; readonly worth: number }[];
  /** How much better than the second, and its standard error. */
  readonly lead: { readonly second: string; readonly by: number; readonly error: number };
  /** Gain of knowing everything: choosing in every future by itself. Null for a quantile, which has none in one future. */
  readonly perfect: number | null;
  /** The most valuable first. */
  readonly inputs: readonly InputInformation[];
  readonly futures: number;
  readonly seed: number;
}

const LEAST_FUTURES = 100;
const PER_BIN = 50;

/**
 * What it would be worth to know an uncertainty before choosing between policies: the expected value of partial perfect
 * information, by binning the futures on that uncertainty and choosing per bin. Such a gain is never below
 * zero, so that noise has a positive value too: a permutation test estimates the bias, which is subtracted, and an uncertainty is
 * significant only where the maximum over all uncertainties in a permutation is rarely as large.
 *
 * Sources: J. Felli, G. Hazen, 'Sensitivity analysis and the expected value of perfect information', Medical Decision Making 18 (1998); given
 * data: M. Strong, J. Oakley, 'An efficient method for computing single-parameter partial expected value of perfect information', Medical
 * Decision Making 33 (2013); the largest of all under shuffling: P. Westfall, S. Young, 'Resampling-based multiple testing' (1993).
 *
 * @returns a reason for one policy, too few futures, policies that do the same everywhere, or no uncertainty that varies
 * @throws FuturesError for a wrong setting, columns of another length or with cells that are no number
 *
 * @example
 * ```ts
 * import { sampleFutures } from '@schaalsprong/methods/ensemble';
 * import { valueOfInformation } from '@schaalsprong/methods/why';
 *
 * const uniform = { kind: 'uniform', min: 0, max: 1 } as const;
 * const { byId } = sampleFutures(
 *   ['demand', 'weather'].map((id) => ({ id, variable: id, distribution: uniform })),
 *   400,
 *   1,
 * );
 * const answer = valueOfInformation({
 *   policies: [
 *     { id: 'wait', values: byId.demand.map(() => 0) },
 *     { id: 'build', values: byId.demand.map((demand) => demand - 0.4) },
 *   ],
 *   inputs: Object.entries(byId).map(([id, values]) => ({ id, values })),
 *   criterion: { of: 'mean', better: 'more' },
 *   shuffles: 20,
 * });
 * if (answer.kind === 'none') throw new Error(answer.reason.en);
 * answer.best; // => 'build'
 * answer.inputs.filter(({ settles }) => settles).map(({ id }) => id); // => ['demand']
 * ```
 */
export function valueOfInformation(ask: InformationAsk): Information | NoAnswer {
  const { policies, criterion, shuffles = 200, seed = 1 } = ask;
  const count = rowsOf(policies.map(({ values }) => values));
  const { bins = Math.min(20, Math.max(2, Math.floor(count / PER_BIN))) } = ask;
  const wrong = [
    ...(isSeed(seed) ? [] : [problems.setting('seed', seed)]),
    ...(Number.isInteger(shuffles) && shuffles >= 20 ? [] : [problems.setting('shuffles', shuffles)]),
    ...(Number.isInteger(bins) && bins >= 2 ? [] : [problems.setting('bins', bins)]),
  ];
  if (wrong.length > 0) throw new FuturesError(wrong);
  checkColumns([...policies, ...ask.inputs], count);
  const inputs = ask.inputs.filter(({ values }) => !allEqual(values));
  const refused = refusal(policies, inputs, count);
  if (refused !== null) return refused;

  const judge = new Judge(policies, criterion);
  const everything = Array.from({ length: count }, (_, row) => row);
  const worth = judge.worths(everything);
  const best = largest(worth);
  const second = largest(worth.map((each, d) => (d === best ? Number.NEGATIVE_INFINITY : each)));
  const cut = inputs.map(({ values }) => binsOf(values, bins));
  const gains = (arranged: readonly Float64Array[]): number[] =>
    cut.map((some) => judge.gain(some, best, arranged));
  const found = gains(judge.arranged(everything));
  const sums = inputs.map(() => 0);
  const reached = inputs.map(() => 0);
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    const byChance = gains(judge.arranged(shuffled(count, seed, shuffle)));
    const most = Math.max(...byChance);
    byChance.forEach((gain, i) => {
      sums[i] = at(sums, i) + gain;
      // Tolerance: sums in another order differ in their last digits.
      if (most >= at(found, i) * (1 - 1e-12)) reached[i] = at(reached, i) + 1;
    });
  }
  const information = inputs.map(({ id, values }, i): InputInformation => {
    const stretches = judge.stretches(at(cut, i), best, values);
    const chance = at(sums, i) / shuffles;
    const uncorrected = at(found, i);
    const asMuch = at(reached, i);
    return {
      id,
      value: Math.max(0, uncorrected - chance),
      uncorrected,
      chance,
      asMuchByChance: { count: asMuch, of: shuffles },
      settles:
        asMuch < shuffles / 20 &&
        stretches.some((stretch) => stretch.clear && stretch.best !== at(policies, best).id),
      stretches,
    };
  });
  return {
    kind: 'information',
    best: at(policies, best).id,
    worth: policies.map(({ id }, d) => ({ id, worth: judge.shown(at(worth, d)) })),
    lead: {
      second: at(policies, second).id,
      by: at(worth, best) - at(worth, second),
      error: judge.error(best, second, everything),
    },
    perfect: judge.perfect(best),
    inputs: information.sort((a, b) => b.value - a.value),
    futures: count,
    seed,
  };
}

function refusal(
  policies: readonly NamedColumn[],
  inputs: readonly NamedColumn[],
  count: number,
): NoAnswer | null {
  const [first] = policies;
  if (first === undefined || policies.length < 2) {
    return noAnswer(
      'one-policy',
      'Er valt niets te kiezen: geef ten minste twee pakketten.',
      'There is nothing to choose: give at least two packages.',
    );
  }
  if (count < LEAST_FUTURES) {
    return noAnswer(
      'not-enough-runs',
      `Niet genoeg toekomsten: er zijn er ten minste ${LEAST_FUTURES} nodig, en het zijn er ${count}.`,
      `Not enough futures: at least ${LEAST_FUTURES} are needed, and there are ${count}.`,
    );
  }
  const same = ({ values }: NamedColumn): boolean => values.every((value, i) => value === first.values[i]);
  if (policies.every(same)) {
    return noAnswer(
      'same-policies',
      'De pakketten doen in elke toekomst hetzelfde: geen getal kan de keuze veranderen.',
      'The packages do the same in every future: no number can change the choice.',
    );
  }
  if (inputs.length === 0) {
    return noAnswer(
      'constant-inputs',
      'Alle onzekerheden zijn in alle toekomsten gelijk.',
      'All uncertainties are the same in every future.',
    );
  }
  return null;
}

const largest = (values: readonly number[]): number =>
  values.reduce((best, value, i) => (value > at(values, best) ? i : best), 0);

/** A uniform random permutation of 0 to count - 1. */
function shuffled(count: number, seed: number, shuffle: number): number[] {
  const stream = streamOf('shuffled futures');
  const rows = Array.from({ length: count }, (_, row) => row);
  for (let i = count - 1; i > 0; i--) {
    const [u] = uniformPair(seed, stream, shuffle * count + i);
    const j = Math.min(i, Math.floor(u * (i + 1)));
    const [a, b] = [at(rows, i), at(rows, j)];
    rows[i] = b;
    rows[j] = a;
  }
  return rows;
}

/** Rows by quantile bins of an input; ties are never split. */
function binsOf(values: Float64Array, bins: number): number[][] {
  const order = Array.from(orderOf(values));
  const found: number[][] = [];
  let from = 0;
  for (let bin = 1; bin <= bins && from < order.length; bin++) {
    let to = Math.max(from + 1, Math.round((bin * order.length) / bins));
    while (to < order.length && values[at(order, to)] === values[at(order, to - 1)]) to++;
    found.push(order.slice(from, to));
    from = to;
  }
  return found;
}

/** Evaluates policies over subsets of futures; values are flipped so that more is better. */
class Judge {
  readonly #policies: readonly NamedColumn[];
  readonly #criterion: Criterion;
  /** Sign flipped so that more is better; 100 or 0 for a goal. */
  readonly #values: readonly Float64Array[];

  constructor(policies: readonly NamedColumn[], criterion: Criterion) {
    this.#policies = policies;
    this.#criterion = criterion;
    const turned = (value: number): number => {
      if (criterion.of === 'met') return reaches(value, criterion.goal, criterion.direction) ? 100 : 0;
      return criterion.better === 'more' ? value : -value;
    };
    this.#values = policies.map(({ values }) => values.map(turned));
  }

  /** In the original sign. */
  shown(worth: number): number {
    return this.#criterion.of !== 'met' && this.#criterion.better === 'less' ? -worth : worth;
  }

  #worth(policy: number, rows: readonly number[]): number {
    return this.#worthOf(at(this.#values, policy), rows);
  }

  /** The criterion over some elements of a policy's values; the hot loop of the shuffles. */
  #worthOf(values: Float64Array, rows: readonly number[]): number {
    if (this.#criterion.of === 'quantile') {
      // A flipped sign mirrors the quantile.
      const p = this.#criterion.better === 'more' ? this.#criterion.p : 1 - this.#criterion.p;
      return quantileOfSorted(Float64Array.from(rows, (row) => numberAt(values, row)).sort(), p);
    }
    let sum = 0;
    for (const row of rows) sum += values[row] ?? Number.NaN;
    // One check per sum, not per element (a quarter of the time): the re-read throws on the row that is missing.
    if (Number.isNaN(sum)) for (const row of rows) numberAt(values, row);
    return sum / rows.length;
  }

  worths(rows: readonly number[]): number[] {
    return this.#policies.map((_, policy) => this.#worth(policy, rows));
  }

  /** Per policy its values in the order of `rows`: gathered once per shuffle, not once per uncertainty. */
  arranged(rows: readonly number[]): Float64Array[] {
    return this.#values.map((values) => {
      const gathered = new Float64Array(rows.length);
      // Indexed loop: `Float64Array.from` goes through an iterator, half the time with few uncertainties.
      for (let i = 0; i < rows.length; i++) gathered[i] = numberAt(values, at(rows, i));
      return gathered;
    });
  }

  /**
   * Gain of choosing per bin over taking `best` everywhere, mean over futures.
   * @param arranged per policy its values, so that the elements of a bin are the futures that fell into it
   */
  gain(bins: readonly (readonly number[])[], best: number, arranged: readonly Float64Array[]): number {
    const worths = new Float64Array(arranged.length);
    let gain = 0;
    for (const bin of bins) {
      arranged.forEach((values, policy) => {
        worths[policy] = this.#worthOf(values, bin);
      });
      gain += bin.length * (Math.max(...worths) - numberAt(worths, best));
    }
    return gain / at(arranged, best).length;
  }

  perfect(best: number): number | null {
    if (this.#criterion.of === 'quantile') return null;
    const own = at(this.#values, best);
    let gain = 0;
    for (let i = 0; i < own.length; i++) {
      gain += Math.max(...this.#values.map((values) => numberAt(values, i))) - numberAt(own, i);
    }
    return gain / own.length;
  }

  /** Standard error of the difference of two policies, by leaving out each tenth of the futures. */
  error(a: number, b: number, rows: readonly number[]): number {
    const without = Array.from({ length: BLOCKS }, (_, block) => {
      const rest = rows.filter((_row, place) => place % BLOCKS !== block);
      return this.#worth(a, rest) - this.#worth(b, rest);
    });
    return jackknife(without);
  }

  /** Neighbouring bins with one best policy, joined. A lead that may be chance is left to the policy that is best overall. */
  stretches(bins: readonly (readonly number[])[], best: number, input: Float64Array): Stretch[] {
    const winners = bins.map((bin) => {
      const winner = largest(this.worths(bin));
      const ahead = this.#worth(winner, bin) - this.#worth(best, bin);
      return ahead > this.error(winner, best, bin) ? winner : best;
    });
    const joined: { winner: number; rows: number[] }[] = [];
    bins.forEach((bin, b) => {
      const winner = at(winners, b);
      const last = joined.at(-1);
      if (last?.winner === winner) last.rows.push(...bin);
      else joined.push({ winner, rows: [...bin] });
    });
    const edge = (before: readonly number[] | undefined, after: readonly number[] | undefined) => {
      const [low, high] = [before?.at(-1), after?.[0]];
      return low === undefined || high === undefined
        ? null
        : (numberAt(input, low) + numberAt(input, high)) / 2;
    };
    return joined.map(({ winner, rows }, s): Stretch => {
      const ahead = this.#worth(winner, rows) - this.#worth(best, rows);
      return {
        from: edge(joined[s - 1]?.rows, rows),
        to: edge(rows, joined[s + 1]?.rows),
        best: at(this.#policies, winner).id,
        ahead,
        clear: winner !== best && ahead > 2 * this.error(winner, best, rows),
        futures: rows.length,
      };
    });
  }
}
