import { nameKey } from '../syntax/names.ts';

/** A line to compare with: one number, or one per kept time. */
export type Line = number | readonly number[] | Float64Array;

/**
 * Quantiles over futures at every kept time, type 7 of R (see {@link QuantilesAnswer}).
 * - `exact` (default) holds every value of the outcome until the end: 8 bytes times futures times kept times.
 * - `sketch` holds a histogram of 1,024 bins per kept time, whatever the number of futures.
 */
export interface QuantilesAsk {
  readonly take: 'quantiles';
  readonly outcome: string;
  /** Each from 0 to 1. */
  readonly probabilities: readonly number[];
  readonly method?: 'exact' | 'sketch';
  /** Only every so manyth kept time, from the first on: for a small chart. Default 1. */
  readonly every?: number;
}

/** Mean and variance over futures at every kept time. */
export interface MomentsAsk {
  readonly take: 'moments';
  readonly outcome: string;
}

/** Smallest and largest value at every kept time, and in which future. */
export interface ExtremesAsk {
  readonly take: 'extremes';
  readonly outcome: string;
}

/** In how many futures the outcome lies above and below a line, at every kept time. */
export interface CountAsk {
  readonly take: 'count';
  readonly outcome: string;
  readonly line: Line;
  /** Only every so manyth kept time, from the first on. Default 1. */
  readonly every?: number;
}

/**
 * When the outcome first reaches a line: `up` at or above it, `down` at or below it. Between two kept times outcome
 * and line go straight.
 */
export interface CrossingAsk {
  readonly take: 'crossing';
  readonly outcome: string;
  readonly line: Line;
  readonly direction: 'up' | 'down';
  /** Parts of all futures, each from 0 to 1, of which the time is asked. */
  readonly probabilities: readonly number[];
}

/**
 * One number per future.
 * - `at`: the value at a time, linear between kept times where it falls between two
 * - `mean`: the mean over kept times t with from <= t < to: under Euler the value at t holds from t to the next step,
 *   so this is the mean of a flow over the period
 * - `max`, `min`: over kept times with from <= t <= to
 *
 * NaN where no kept time falls in the window.
 */
export type Reading =
  | { readonly of: 'at'; readonly time: number }
  | { readonly of: 'mean' | 'max' | 'min'; readonly from: number; readonly to: number };

/** A reading of every future, or with `series` every kept time of every future. */
export interface EachAsk {
  readonly take: 'each';
  readonly outcome: string;
  readonly reading: Reading | { readonly of: 'series' };
}

/** What to keep of the futures of a run. */
export type Ask = QuantilesAsk | MomentsAsk | ExtremesAsk | CountAsk | CrossingAsk | EachAsk;

/**
 * With the values sorted and counted from zero, the quantile at p is at place (n - 1) p, linear between neighbours:
 * type 7 of R. Hyndman and Y. Fan, 'Sample quantiles in statistical packages' (1996).
 */
export interface QuantilesAnswer {
  readonly take: 'quantiles';
  readonly outcome: string;
  readonly probabilities: readonly number[];
  /** Quantile `p` at the `k`th of `n` times, the kept ones or every so manyth of them: `values[p * n + k]`. */
  readonly values: Float64Array;
  /**
   * By time: no quantile is further than this from the exact one. Zero for `exact`; for `sketch` the width of a
   * bin, less than 2 (max - min) / 1023.
   */
  readonly error: Float64Array;
}

/** By kept time. */
export interface MomentsAnswer {
  readonly take: 'moments';
  readonly outcome: string;
  readonly mean: Float64Array;
  /** With n - 1 below the line; NaN for one future. */
  readonly variance: Float64Array;
}

/** By kept time; of equal values the future with the lowest number. */
export interface ExtremesAnswer {
  readonly take: 'extremes';
  readonly outcome: string;
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** Number of the future that has the smallest value. */
  readonly minFuture: Float64Array;
  /** Number of the future that has the largest value. */
  readonly maxFuture: Float64Array;
}

/** By kept time, or every so manyth; the futures left over lie on the line. */
export interface CountAnswer {
  readonly take: 'count';
  readonly outcome: string;
  /** How many futures lie above the line. */
  readonly above: Float64Array;
  /** How many futures lie below the line. */
  readonly below: Float64Array;
}

/** When futures first reach a line. */
export interface CrossingAnswer {
  readonly take: 'crossing';
  readonly outcome: string;
  readonly probabilities: readonly number[];
  /**
   * Per probability the time by which that part of all futures has crossed. A future that never crosses counts as later
   * than any time, so a quantile that falls among those, or between one and the next, is Infinity.
   */
  readonly values: Float64Array;
  /** Futures that never cross. */
  readonly never: number;
  /** `never` as a part of all futures. */
  readonly neverShare: number;
}

/** What was read of every future. */
export interface EachAnswer {
  readonly take: 'each';
  readonly outcome: string;
  /** Per future; a series holds kept time `k` of future `i` at `[k * count + i]`. */
  readonly values: Float64Array;
}

/** The answer to each kind of ask. */
export interface AnswerTo {
  readonly quantiles: QuantilesAnswer;
  readonly moments: MomentsAnswer;
  readonly extremes: ExtremesAnswer;
  readonly count: CountAnswer;
  readonly crossing: CrossingAnswer;
  readonly each: EachAnswer;
}

/** The answer to any ask. */
export type Answer = AnswerTo[Ask['take']];

/** The answers to asks, in their order and each of the kind of its ask. */
export type Answers<A extends readonly Ask[]> = { readonly [I in keyof A]: AnswerTo[A[I]['take']] };

/** What is known of many futures. Plain data: it crosses to another thread as it is. */
export interface Summary<A extends readonly Ask[] = readonly Ask[]> {
  /** The kept times, in the unit of time of the model. */
  readonly time: Float64Array;
  /** Futures that it counts, from the first on. */
  readonly count: number;
  readonly answers: Answers<A>;
}

/** The outcomes that asks speak of, each once, and for every ask its place among them. */
export function outcomesOf(asks: readonly Ask[]): { readonly outcomes: string[]; readonly places: number[] } {
  const outcomes: string[] = [];
  const known = new Map<string, number>();
  const places = asks.map(({ outcome }) => {
    const key = nameKey(outcome);
    const place = known.get(key) ?? outcomes.push(outcome) - 1;
    known.set(key, place);
    return place;
  });
  return { outcomes, places };
}
