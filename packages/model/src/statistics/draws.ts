import { at } from '@schaalsprong/words';
import { exp, ln, pow } from './elementary.ts';
import { incompleteBeta, incompleteGamma, lnGamma } from './gamma.ts';
import { normalCdf, normalQuantile } from './normal.ts';

/**
 * Draws by inversion: each maps one uniform number `u` in (0, 1) to a value of a distribution truncated to
 * `low .. high`, increasing in `u`. Truncation rescales the probabilities instead of rejecting draws, so a draw is
 * reproducible for any bounds. NaN where nothing of the distribution lies between the bounds.
 */

const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** Linear interpolation from `from` to `to` by `u`; NaN where the interval is empty. */
const between = (from: number, to: number, u: number): number =>
  to > from ? from + u * (to - from) : Number.NaN;

/** Standard normal. In the upper half by symmetry, because the distribution function loses precision near 1. */
export function normalDraw(u: number, low: number, high: number): number {
  if (low > 0) return -normalDraw(1 - u, -high, -low);
  const p = between(normalCdf(low), normalCdf(high), u);
  return clamp(normalQuantile(p), low, high);
}

/** Exponential with mean 1; by the survival function, which keeps precision in the tail. */
export function exponentialDraw(u: number, low: number, high: number): number {
  if (!(high >= 0)) return Number.NaN;
  const from = Math.max(0, low);
  // ln of the survival relative to that of the lower bound.
  const part = between(0, 1 - exp(from - high), u);
  return clamp(from - ln(1 - part), from, high);
}

/** Weibull of shape k with mean 1: (E / Gamma(1 + 1/k))-scaled k-th root of an exponential draw. */
export function weibullDraw(u: number, low: number, high: number, shape: number): number {
  if (!(shape > 0 && high >= 0)) return Number.NaN;
  const scale = exp(-lnGamma(1 + 1 / shape));
  const raise = (x: number): number => (x <= 0 ? 0 : pow(x / scale, shape));
  const draw = scale * pow(exponentialDraw(u, raise(low), raise(high)), 1 / shape);
  return clamp(draw, Math.max(0, low), high);
}

/** Triangular from `start` to `stop` with its top at `peak`. */
export function triangularDraw(
  u: number,
  low: number,
  high: number,
  start: number,
  peak: number,
  stop: number,
): number {
  if (!(start <= peak && peak <= stop)) return Number.NaN;
  if (start === stop) return low <= start && start <= high ? start : Number.NaN;
  const width = stop - start;
  const cdf = (x: number): number => {
    if (x <= start) return 0;
    if (x >= stop) return 1;
    if (x < peak) return (x - start) ** 2 / (width * (peak - start));
    return 1 - (stop - x) ** 2 / (width * (stop - peak));
  };
  const p = between(cdf(low), cdf(high), u);
  const x =
    p * width < peak - start
      ? start + Math.sqrt(p * width * (peak - start))
      : stop - Math.sqrt((1 - p) * width * (stop - peak));
  return clamp(x, low, high);
}

/** Gamma of a shape ('order') with scale 1, so with the mean of its shape. */
export function gammaDraw(u: number, low: number, high: number, shape: number): number {
  if (!(shape > 0 && high >= 0)) return Number.NaN;
  const from = Math.max(0, low);
  const scale = lnGamma(shape);
  const cdf = (x: number): number => incompleteGamma(shape, x, scale).lower;
  const density = (x: number): number => exp((shape - 1) * ln(x) - x - scale);
  const p = between(cdf(from), cdf(high), u);
  if (Number.isNaN(p)) return p;
  // Wilson and Hilferty: the cube root of a gamma number is nearly normal; near zero by the first term of the series.
  const root = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  const start = root > 0.1 ? shape * root * root * root : exp((ln(p) + scale + ln(shape)) / shape);
  return clamp(inverse(cdf, density, p, from, high, start), from, high);
}

/** Beta with the given alpha and beta, between 0 and 1. */
export function betaDraw(u: number, low: number, high: number, alpha: number, beta: number): number {
  if (!(alpha > 0 && beta > 0 && high >= 0 && low <= 1)) return Number.NaN;
  const from = Math.max(0, low);
  const to = Math.min(1, high);
  const scale = lnGamma(alpha + beta) - lnGamma(alpha) - lnGamma(beta);
  const cdf = (x: number): number => incompleteBeta(alpha, beta, x, scale);
  const density = (x: number): number => exp(scale + (alpha - 1) * ln(x) + (beta - 1) * ln(1 - x));
  const p = between(cdf(from), cdf(to), u);
  if (Number.isNaN(p)) return p;
  return clamp(inverse(cdf, density, p, from, to, alpha / (alpha + beta)), from, to);
}

/** The inverse of a distribution function at p: Newton's method, and bisection where a step would leave the bracket. */
function inverse(
  cdf: (x: number) => number,
  density: (x: number) => number,
  p: number,
  low: number,
  high: number,
  start: number,
): number {
  let x = start > low && start < high ? start : low + Math.min(1, (high - low) / 2);
  for (let step = 0; step < 200; step++) {
    const over = cdf(x) - p;
    if (over === 0) return x;
    if (over > 0) high = x;
    else low = x;
    const newton = x - over / density(x);
    const inside = newton > low && newton < high;
    const next = inside ? newton : high === Number.POSITIVE_INFINITY ? 2 * x + 1 : low + (high - low) / 2;
    if (Math.abs(next - x) <= 2 ** -52 * x) return next;
    x = next;
  }
  return x;
}

/** Poisson with the given mean. */
export function poissonDraw(u: number, low: number, high: number, mean: number): number {
  if (!(mean >= 0)) return Number.NaN;
  const cdf = (k: number): number => (mean === 0 ? 1 : incompleteGamma(k + 1, mean).upper);
  return discreteDraw(cdf, u, low, high, 0, Number.POSITIVE_INFINITY, mean);
}

/** Number of successes in `trials` (rounded down) that each succeed with the given probability. */
export function binomialDraw(
  u: number,
  low: number,
  high: number,
  probability: number,
  trials: number,
): number {
  const n = Math.floor(trials);
  if (!(probability >= 0 && probability <= 1 && n >= 0)) return Number.NaN;
  const cdf = (k: number): number => (k >= n ? 1 : incompleteBeta(n - k, k + 1, 1 - probability));
  return discreteDraw(cdf, u, low, high, 0, n, n * probability);
}

/** Number of trials until there are `successes` (rounded down), each trial succeeding with the given probability. */
export function negativeBinomialDraw(
  u: number,
  low: number,
  high: number,
  probability: number,
  successes: number,
): number {
  const n = Math.floor(successes);
  if (!(probability > 0 && probability <= 1 && n >= 1)) return Number.NaN;
  const cdf = (k: number): number => (probability === 1 ? 1 : incompleteBeta(n, k - n + 1, probability));
  return discreteDraw(cdf, u, low, high, n, Number.POSITIVE_INFINITY, n / probability);
}

/** The smallest whole number whose distribution function reaches the probability of `u`. */
function discreteDraw(
  cdf: (k: number) => number,
  u: number,
  low: number,
  high: number,
  least: number,
  most: number,
  near: number,
): number {
  let from = Math.max(least, Math.ceil(low));
  const to = Math.min(most, Math.floor(high));
  if (!(from <= to)) return Number.NaN;
  const p = between(from > least ? cdf(from - 1) : 0, to === Number.POSITIVE_INFINITY ? 1 : cdf(to), u);
  if (Number.isNaN(p)) return p;
  let until = clamp(Math.ceil(near), from, to);
  for (let leap = 1; until < to && cdf(until) < p; leap *= 2) {
    from = until + 1;
    until = Math.min(to, until + leap);
  }
  while (from < until) {
    const middle = Math.floor((from + until) / 2);
    if (cdf(middle) < p) from = middle + 1;
    else until = middle;
  }
  return from;
}

/**
 * A draw from a density that is linear between points (x rising, y at least 0) and zero outside them.
 *
 * @param points x and y by turns
 */
export function densityDraw(u: number, low: number, high: number, points: readonly number[]): number {
  const last = points.length / 2 - 1;
  const x = (i: number): number => at(points, 2 * i);
  const y = (i: number): number => at(points, 2 * i + 1);
  /** Area from the first point to `end`, not divided by the whole. */
  const area = (end: number): number => {
    let sum = 0;
    for (let i = 0; i < last && end > x(i); i++) {
      const to = Math.min(end, x(i + 1));
      const height = y(i) + ((y(i + 1) - y(i)) * (to - x(i))) / (x(i + 1) - x(i));
      sum += ((y(i) + height) / 2) * (to - x(i));
    }
    return sum;
  };
  for (let i = 0; i <= last; i++) if (!(y(i) >= 0)) return Number.NaN;
  const wanted = between(area(low), area(high), u);
  if (Number.isNaN(wanted)) return wanted;
  let sum = 0;
  for (let i = 0; i < last; i++) {
    const width = x(i + 1) - x(i);
    const piece = ((y(i) + y(i + 1)) / 2) * width;
    if (wanted > sum + piece && i < last - 1) {
      sum += piece;
      continue;
    }
    // y d + slope d^2 / 2 = rest, in the form that does not cancel.
    const slope = (y(i + 1) - y(i)) / width;
    const rest = Math.min(piece, Math.max(0, wanted - sum));
    const root = y(i) + Math.sqrt(Math.max(0, y(i) * y(i) + 2 * slope * rest));
    const distance = root > 0 ? (2 * rest) / root : 0;
    return clamp(x(i) + Math.min(width, distance), low, high);
  }
  return Number.NaN;
}
