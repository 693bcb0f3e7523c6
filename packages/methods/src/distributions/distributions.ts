import { exp, incompleteBeta, ln, normalCdf, normalQuantile, pow } from '@schaalsprong/model';
import type { Distribution } from '@schaalsprong/words';
import { betaQuantile } from './beta-quantile.ts';
import { expm1, ln1p } from './near-zero.ts';

/**
 * The quantile function of a distribution: the value below which a part `p` of it lies, in the unit of the
 * uncertainty. Truncation cuts the probabilities, never draws again, so that one number in gives one number out and
 * a Latin hypercube keeps its strata.
 *
 * - uniform: min + p (max - min)
 * - loguniform: uniform on the logarithm
 * - integer: every whole number from min to max has the same part
 * - triangular: the two square-root branches around the mode
 * - normal: m + s Phi^-1(Phi(a) + p (Phi(b) - Phi(a))), a and b the ends in standard deviations
 * - lognormal: the same on the logarithm; `median` and `sigma` are those before truncation
 * - beta: the inverse of the regularised incomplete beta function, stretched over min to max
 * - pert: the beta with alpha = 1 + 4 (mode - min) / (max - min) and beta = 1 + 4 (max - mode) / (max - min)
 * - weibull: scale (-ln(1 - p))^(1 / shape), cut at min and max
 * - discrete: values in the order given, each with its part of the total weight
 *
 * @param p between 0 and 1, ends included (they give the ends of the distribution)
 * @returns a finite number inside the distribution's range
 *
 * @example
 * ```ts
 * import { quantile } from '@schaalsprong/methods/distributions';
 *
 * quantile({ kind: 'uniform', min: 10, max: 20 }, 0.25); // => 12.5
 * ```
 */
export function quantile(distribution: Distribution, p: number): number {
  return quantileFunction(distribution)(p);
}

/** Memoizes derived constants per distribution object; distributions are immutable. */
const known = new WeakMap<Distribution, (p: number) => number>();

/** The same as a function of p, for who asks a distribution often. */
export function quantileFunction(distribution: Distribution): (p: number) => number {
  const before = known.get(distribution);
  if (before !== undefined) return before;
  const made = madeQuantile(distribution);
  known.set(distribution, made);
  return made;
}

function madeQuantile(distribution: Distribution): (p: number) => number {
  switch (distribution.kind) {
    case 'uniform': {
      const { min, max } = distribution;
      return (p) => within(min + p * (max - min), distribution);
    }
    case 'loguniform': {
      const logarithm = logRatio(distribution);
      return (p) => within(distribution.min * exp(p * logarithm), distribution);
    }
    case 'integer': {
      const { min, max } = distribution;
      return (p) => Math.min(max, min + Math.floor(p * (max - min + 1)));
    }
    case 'triangular': {
      const { min, mode, max } = distribution;
      const width = max - min;
      if (width === 0) return () => min;
      const left = (mode - min) / width;
      return (p) => {
        const value =
          p < left
            ? min + Math.sqrt(p * width * (mode - min))
            : max - Math.sqrt((1 - p) * width * (max - mode));
        return within(value, distribution);
      };
    }
    case 'normal': {
      const { mean, sd, min, max } = distribution;
      const cut = truncatedNormal((min - mean) / sd, (max - mean) / sd);
      return (p) => within(mean + sd * cut(p), distribution);
    }
    case 'lognormal': {
      const { median, sigma } = distribution;
      const cut = truncatedNormal(...logEnds(distribution));
      return (p) => within(median * exp(sigma * cut(p)), distribution);
    }
    case 'beta': {
      const { min, max } = distribution;
      const part = betaQuantile(distribution.alpha, distribution.beta);
      return (p) => within(min + (max - min) * part(p), distribution);
    }
    case 'pert':
      return madeQuantile(asBeta(distribution));
    case 'weibull': {
      const { shape, scale, min, max } = distribution;
      const low = pow(min / scale, shape);
      // The part of the tail beyond `low` is exponential in (x / scale)^shape, so the tail keeps its digits.
      const reach = expm1(low - pow(max / scale, shape));
      return (p) => within(scale * exp(ln(low - ln1p(p * reach)) / shape), distribution);
    }
    case 'discrete': {
      const { values } = distribution;
      let total = 0;
      for (const { weight } of values) total += weight;
      return (p) => {
        let sum = 0;
        let last = Number.NaN;
        for (const { value, weight } of values) {
          sum += weight;
          last = value;
          if (p * total < sum) return value;
        }
        return last;
      };
    }
  }
}

/**
 * The cumulative distribution function: the part of a distribution at or below a value, from 0 to 1. The inverse of
 * {@link quantile}, but for steps of whole and discrete values.
 *
 * @param x in the unit of the uncertainty; any number
 */
export function cdf(distribution: Distribution, x: number): number {
  if (distribution.kind === 'discrete') {
    let below = 0;
    let total = 0;
    for (const { value, weight } of distribution.values) {
      total += weight;
      if (value <= x) below += weight;
    }
    return below / total;
  }
  const { min, max } = distribution;
  if (x >= max) return 1;
  if (!(x >= min)) return Number.isNaN(x) ? Number.NaN : 0;
  switch (distribution.kind) {
    case 'uniform':
      return (x - min) / (max - min);
    case 'loguniform':
      return ln1p((x - min) / min) / logRatio(distribution);
    case 'integer':
      return (Math.floor(x) - min + 1) / (max - min + 1);
    case 'triangular': {
      const { mode } = distribution;
      const width = max - min;
      return x < mode ? (x - min) ** 2 / (width * (mode - min)) : 1 - (max - x) ** 2 / (width * (max - mode));
    }
    case 'normal': {
      const { mean, sd } = distribution;
      return truncatedNormalCdf((min - mean) / sd, (max - mean) / sd, (x - mean) / sd);
    }
    case 'lognormal': {
      const { median, sigma } = distribution;
      return truncatedNormalCdf(...logEnds(distribution), ln(x / median) / sigma);
    }
    case 'beta':
      return incompleteBeta(distribution.alpha, distribution.beta, (x - min) / (max - min));
    case 'pert':
      return cdf(asBeta(distribution), x);
    case 'weibull': {
      const { shape, scale } = distribution;
      const low = pow(min / scale, shape);
      return expm1(low - pow(x / scale, shape)) / expm1(low - pow(max / scale, shape));
    }
  }
}

type Of<K extends Distribution['kind']> = Extract<Distribution, { readonly kind: K }>;

/**
 * The PERT distribution as the beta that it is, with the usual weight of four for the mode.
 *
 * Source: D. Malcolm and others, Operations Research 7 (1959).
 */
export function asBeta({ min, mode, max }: Of<'pert'>): Of<'beta'> {
  const left = (mode - min) / (max - min);
  return { kind: 'beta', alpha: 1 + 4 * left, beta: 1 + 4 * (1 - left), min, max };
}

/** ln(max / min), with its digits where the two are close. */
export const logRatio = ({ min, max }: Of<'loguniform'>): number => ln1p((max - min) / min);

/** The ends in standard deviations of the logarithm. */
function logEnds({ median, sigma, min, max }: Of<'lognormal'>): readonly [number, number] {
  return [ln(min / median) / sigma, ln(max / median) / sigma];
}

/** A standard normal cut at `low` and `high`; in the upper half by symmetry, because Phi loses its digits near 1. */
function truncatedNormal(low: number, high: number): (p: number) => number {
  if (low > 0) {
    const mirrored = truncatedNormal(-high, -low);
    return (p) => -mirrored(1 - p);
  }
  const from = normalCdf(low);
  const to = normalCdf(high);
  return (p) => Math.min(high, Math.max(low, normalQuantile(from + p * (to - from))));
}

/** Part of that below `z`. */
function truncatedNormalCdf(low: number, high: number, z: number): number {
  if (low > 0) return 1 - truncatedNormalCdf(-high, -low, -z);
  const from = normalCdf(low);
  return Math.min(1, Math.max(0, (normalCdf(z) - from) / (normalCdf(high) - from)));
}

function within(value: number, range: { readonly min: number; readonly max: number }): number {
  return Math.min(range.max, Math.max(range.min, value));
}
