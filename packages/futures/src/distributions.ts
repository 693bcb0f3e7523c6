import type { Distribution } from '@schaalsprong/agenda';
import { normalCdf, normalQuantile } from '@schaalsprong/model';

/**
 * The quantile function of a distribution: the value below which a part `p` of it lies, in the unit of the
 * uncertainty. Truncation cuts the probabilities, never draws again, so that one number in gives one number out and
 * a Latin hypercube keeps its strata.
 *
 * - uniform: min + p (max - min)
 * - triangular: the two square-root branches around the mode
 * - normal: m + s Phi^-1(Phi(a) + p (Phi(b) - Phi(a))), a and b the ends in standard deviations
 * - lognormal: the same on the logarithm; `median` and `sigma` are those before truncation
 * - discrete: values in the order given, each with its part of the total weight
 *
 * @param p between 0 and 1, ends included (they give the ends of the distribution)
 * @returns a finite number inside the distribution's range
 */
export function quantile(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return within(distribution.min + p * (distribution.max - distribution.min), distribution);
    case 'triangular': {
      const { min, mode, max } = distribution;
      const width = max - min;
      if (width === 0) return min;
      const left = (mode - min) / width;
      const value =
        p < left
          ? min + Math.sqrt(p * width * (mode - min))
          : max - Math.sqrt((1 - p) * width * (max - mode));
      return within(value, distribution);
    }
    case 'normal': {
      const { mean, sd, min, max } = distribution;
      return within(mean + sd * truncatedNormal((min - mean) / sd, (max - mean) / sd, p), distribution);
    }
    case 'lognormal': {
      const { median, sigma, min, max } = distribution;
      const low = Math.log(min / median) / sigma;
      const high = Math.log(max / median) / sigma;
      return within(median * Math.exp(sigma * truncatedNormal(low, high, p)), distribution);
    }
    case 'discrete': {
      const { values } = distribution;
      let total = 0;
      for (const { weight } of values) total += weight;
      let sum = 0;
      let last = Number.NaN;
      for (const { value, weight } of values) {
        sum += weight;
        last = value;
        if (p * total < sum) return value;
      }
      return last;
    }
  }
}

/** A standard normal cut at `low` and `high`; in the upper half by symmetry, because Phi loses its digits near 1. */
function truncatedNormal(low: number, high: number, p: number): number {
  if (low > 0) return -truncatedNormal(-high, -low, 1 - p);
  const from = normalCdf(low);
  const to = normalCdf(high);
  return Math.min(high, Math.max(low, normalQuantile(from + p * (to - from))));
}

function within(value: number, range: { readonly min: number; readonly max: number }): number {
  return Math.min(range.max, Math.max(range.min, value));
}
