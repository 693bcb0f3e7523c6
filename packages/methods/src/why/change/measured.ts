import { numberAt } from '@schaalsprong/words';
import { quantileOfSorted } from '../../distributions/quantiles.ts';
import type { EnsembleReading } from '../../ensemble/ensemble.ts';
import { orderOf } from '../../statistics/ranks.ts';

/** Statistic over the futures. */
export type Statistic =
  | { readonly of: 'mean' | 'median' }
  /** `p` from 0 to 1. */
  | { readonly of: 'quantile'; readonly p: number }
  /** How many futures reach the goal, in the unit of the measured number. */
  | { readonly of: 'met'; readonly goal: number; readonly direction: 'at-least' | 'at-most' };

/** A number whose change is explained: a reading per future and a statistic over the futures. */
export interface Measured {
  readonly id: string;
  readonly reading: Exclude<EnsembleReading, { readonly take: 'series' }>;
  /** What is read is multiplied by this: from the model's unit to the outcome's. Default 1. */
  readonly scale?: number | undefined;
  readonly statistic: Statistic;
}

/** Less than this part of the goal is rounding, as where targets are judged. */
const SLACK = 1e-9;

/** Whether a value reaches a goal. */
export function reaches(value: number, goal: number, direction: 'at-least' | 'at-most'): boolean {
  const slack = SLACK * Math.abs(goal);
  return direction === 'at-least' ? value >= goal - slack : value <= goal + slack;
}

/** The statistic of some numbers, in any order. NaN of none. */
export function statisticOf(values: Float64Array, statistic: Statistic): number {
  switch (statistic.of) {
    case 'mean':
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    case 'median':
      return quantileOfSorted(Float64Array.from(values).sort(), 0.5);
    case 'quantile':
      return quantileOfSorted(Float64Array.from(values).sort(), statistic.p);
    case 'met': {
      const { goal, direction } = statistic;
      return values.reduce((met, value) => met + (reaches(value, goal, direction) ? 1 : 0), 0);
    }
  }
}

/** Groups of the jackknife over futures. */
export const BLOCKS = 10;
/** With fewer futures there is no jackknife error. */
export const LEAST_FUTURES = 40;

/**
 * A statistic of all futures, then the same without each tenth of them (future i belongs to tenth i mod 10): counts are
 * scaled up to all futures. With too few futures the first alone.
 */
export function withAndWithout(values: Float64Array, statistic: Statistic): number[] {
  const whole = statisticOf(values, statistic);
  if (values.length < LEAST_FUTURES) return [whole];
  return [
    whole,
    ...(statistic.of === 'mean' || statistic.of === 'met' ? sumsWithout : quantilesWithout)(
      values,
      statistic,
    ),
  ];
}

const countIn = (block: number, count: number): number => Math.ceil((count - block) / BLOCKS);

/** Means and counts are sums of what each tenth holds. */
function sumsWithout(values: Float64Array, statistic: Statistic): number[] {
  const sums = new Float64Array(BLOCKS);
  values.forEach((value, future) => {
    const block = future % BLOCKS;
    const counted =
      statistic.of === 'met' ? (reaches(value, statistic.goal, statistic.direction) ? 1 : 0) : value;
    sums[block] = numberAt(sums, block) + counted;
  });
  return Array.from(sums, (_, block) => {
    const sum = sums.reduce((total, each, other) => (other === block ? total : total + each), 0);
    const mean = sum / (values.length - countIn(block, values.length));
    return statistic.of === 'met' ? mean * values.length : mean;
  });
}

/** Sorts once, then skips each tenth in turn. */
function quantilesWithout(values: Float64Array, statistic: Statistic): number[] {
  const p = statistic.of === 'quantile' ? statistic.p : 0.5;
  const order = orderOf(values);
  return Array.from({ length: BLOCKS }, (_, block) => {
    const place = (values.length - countIn(block, values.length) - 1) * p;
    const below = Math.floor(place);
    let at = -1;
    let low = Number.NaN;
    for (const future of order) {
      if (future % BLOCKS === block) continue;
      const value = numberAt(values, future);
      at++;
      if (at === below) low = value;
      if (at === below && place === below) return low;
      if (at > below) return low === value ? low : low + (place - below) * (value - low);
    }
    return low;
  });
}

/**
 * The standard error of a number from its values without each tenth of the futures: the delete-a-group jackknife. Futures
 * of a Latin hypercube vary less, so it is rather too large than too small.
 *
 * @param without two values or more
 * Source: P. Kott, 'The delete-a-group jackknife', Journal of Official Statistics 17 (2001).
 */
export function jackknife(without: readonly number[]): number {
  const groups = without.length;
  const mean = without.reduce((sum, value) => sum + value, 0) / groups;
  const squares = without.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(((groups - 1) / groups) * squares);
}

/** The same, and null where there were too few futures to leave out any: see {@link withAndWithout}. */
export const jackknifeError = (without: readonly number[]): number | null =>
  without.length < 2 ? null : jackknife(without);
