import { quantileOfSorted } from '@schaalsprong/methods/distributions';
import { exp, normalCdf, normalQuantile } from '@schaalsprong/model';
import type { ForecastScore } from '@schaalsprong/monitor';
import { at as quantileAt } from '@schaalsprong/words';

/** The quantiles that a forecast is told by: the 50 and 80 % bands and the middle. */
export const levels = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** The values at {@link levels}. */
export type Levels = readonly [number, number, number, number, number];

/** What is thought of a value that is not known yet. */
export interface Forecast {
  readonly quantiles: Levels;
  /** continuous ranked probability score against what came, in the unit of the value; lower is better */
  crps(came: number): number;
}

/** The error that a forecast by quantiles makes, mean over {@link levels}: p (y - q) below what came, (1 - p) (q - y) above. */
export function pinball(quantiles: Levels, came: number): number {
  const losses = levels.map((p, i) => {
    const miss = came - quantileAt(quantiles, i);
    return miss >= 0 ? p * miss : (p - 1) * miss;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / levels.length;
}

/**
 * CRPS of an ensemble: mean |x - y| less half the mean |x - x'| over all pairs, with the members sorted first so that the pairs
 * need one pass. T. Gneiting and A. Raftery, 'Strictly proper scoring rules, prediction, and estimation' (2007), (20)-(21).
 *
 * @param sorted ascending, at least one number
 */
export function crpsOfEnsemble(sorted: Float64Array, came: number): number {
  const n = sorted.length;
  let miss = 0;
  let pairs = 0;
  sorted.forEach((x, i) => {
    miss += Math.abs(x - came);
    pairs += x * (2 * i + 1 - n);
  });
  return miss / n - pairs / (n * n);
}

/** CRPS of a normal distribution in closed form (Gneiting and Raftery 2007, 4.2); of one without spread the absolute error. */
export function crpsOfNormal(mean: number, sd: number, came: number): number {
  if (!(sd > 0)) return Math.abs(came - mean);
  const z = (came - mean) / sd;
  const density = exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
}

const at = (f: (p: number) => number): Levels => [f(0.1), f(0.25), f(0.5), f(0.75), f(0.9)];

/** The forecast of an ensemble; the values may be in any order. */
export function ensembleForecast(values: Float64Array): Forecast {
  const sorted = Float64Array.from(values).sort();
  return {
    quantiles: at((p) => quantileOfSorted(sorted, p)),
    crps: (came) => crpsOfEnsemble(sorted, came),
  };
}

const normalForecast = (mean: number, sd: number): Forecast => ({
  quantiles: at((p) => (sd > 0 ? mean + sd * normalQuantile(p) : mean)),
  crps: (came) => crpsOfNormal(mean, sd, came),
});

/** A known value at a time, in decimal years. */
export interface Known {
  readonly time: number;
  readonly value: number;
}

/** How many known points the trend goes through at most. */
const trendPoints = 5;

/**
 * The straight line through the last five known points by least squares, with the spread of a prediction from it. Two points give
 * a line without spread: how far it can be off is not known then.
 *
 * @param known in order of time, at least two
 */
export function trendForecast(known: readonly Known[], time: number): Forecast {
  const last = known.slice(-trendPoints);
  const n = last.length;
  const middle = last.reduce((sum, point) => sum + point.time, 0) / n;
  const level = last.reduce((sum, point) => sum + point.value, 0) / n;
  const width = last.reduce((sum, point) => sum + (point.time - middle) ** 2, 0);
  const slope = last.reduce((sum, point) => sum + (point.time - middle) * (point.value - level), 0) / width;
  const squares = last.reduce(
    (sum, point) => sum + (point.value - level - slope * (point.time - middle)) ** 2,
    0,
  );
  const spread = n > 2 ? Math.sqrt((squares / (n - 2)) * (1 + 1 / n + (time - middle) ** 2 / width)) : 0;
  return normalForecast(level + slope * (time - middle), spread);
}

/**
 * A random walk without drift: the last known value, with a spread that grows with the root of time by the mean square of the
 * known steps.
 *
 * @param known in order of time, at least two
 */
export function walkForecast(known: readonly Known[], time: number): Forecast {
  const last = known.at(-1);
  if (last === undefined) throw new RangeError('a walk from nowhere');
  const squares = known.slice(1).map((point, i) => {
    const before = known[i] ?? point;
    return (point.value - before.value) ** 2 / (point.time - before.time);
  });
  const perYear = squares.reduce((sum, square) => sum + square, 0) / Math.max(1, squares.length);
  return normalForecast(last.value, Math.sqrt(perYear * Math.max(0, time - last.time)));
}

/** Both scores of a forecast. */
export const scoreOf = (forecast: Forecast, came: number): ForecastScore => ({
  crps: forecast.crps(came),
  pinball: pinball(forecast.quantiles, came),
});
