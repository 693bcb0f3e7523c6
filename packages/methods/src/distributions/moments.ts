import { at, type Distribution } from '@schaalsprong/words';
import { asBeta, logRatio, quantile } from './distributions.ts';

/** Mean and variance of a distribution, in the unit of the uncertainty and its square. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Mean and variance of a distribution as it is drawn, so after truncation. In closed form for uniform, loguniform,
 * integer, triangular, beta, pert and discrete. For normal, lognormal and weibull, which are cut, by integrating the
 * quantile function: their closed forms are differences of nearly equal numbers as soon as the cut is narrow or far
 * out, and lose all digits there.
 */
export function momentsOf(distribution: Distribution): Moments {
  switch (distribution.kind) {
    case 'uniform':
      return {
        mean: distribution.min + (distribution.max - distribution.min) / 2,
        variance: (distribution.max - distribution.min) ** 2 / 12,
      };
    case 'loguniform': {
      const { min, max } = distribution;
      const logarithm = logRatio(distribution);
      // Below this the closed form of the variance loses its digits too.
      if (logarithm < 0.1) return integrated(distribution);
      const mean = (max - min) / logarithm;
      return { mean, variance: mean * ((min + max) / 2 - mean) };
    }
    case 'integer': {
      const { min, max } = distribution;
      return { mean: min + (max - min) / 2, variance: ((max - min + 1) ** 2 - 1) / 12 };
    }
    case 'triangular': {
      const { min, mode, max } = distribution;
      const left = mode - min;
      const width = max - min;
      return { mean: min + (left + width) / 3, variance: (left ** 2 + width ** 2 - left * width) / 18 };
    }
    case 'beta': {
      const { alpha, beta, min, max } = distribution;
      const sum = alpha + beta;
      return {
        mean: min + (max - min) * (alpha / sum),
        variance: ((max - min) ** 2 * (alpha / sum) * (beta / sum)) / (sum + 1),
      };
    }
    case 'pert':
      return momentsOf(asBeta(distribution));
    case 'discrete': {
      const { values } = distribution;
      let total = 0;
      for (const { weight } of values) total += weight;
      const first = at(values, 0).value;
      let shift = 0;
      for (const { value, weight } of values) shift += (weight / total) * (value - first);
      const mean = first + shift;
      let variance = 0;
      for (const { value, weight } of values) variance += (weight / total) * (value - mean) ** 2;
      return { mean, variance };
    }
    case 'normal':
    case 'lognormal':
    case 'weibull':
      return integrated(distribution);
  }
}

/** Places and weights of Gauss and Legendre's rule with eight points on -1 to 1; symmetric. Abramowitz and Stegun 25.4.30. */
const GAUSS: readonly (readonly [number, number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
];

/** Halvings towards each end, after which nothing is left that a double can tell from 0 or 1. */
const PANELS = 53;

/**
 * Both moments as integrals of the quantile function over p. The panels halve towards 0 and 1, where that function is
 * steep; the tails beyond the last panel are part of it.
 */
function integrated(distribution: Distribution): Moments {
  const integral = (f: (value: number) => number): number => {
    let sum = 0;
    for (let panel = PANELS; panel >= 1; panel--) {
      const high = 2 ** -panel;
      const low = panel === PANELS ? 0 : high / 2;
      const half = (high - low) / 2;
      for (const [place, weight] of GAUSS) {
        for (const p of [low + half * (1 - place), low + half * (1 + place)]) {
          // Nearer to 1 than this would round to 1 itself, the end of the range.
          const upper = quantile(distribution, 1 - Math.max(p, 2 ** -52));
          sum += weight * half * (f(quantile(distribution, p)) + f(upper));
        }
      }
    }
    return sum;
  };
  const middle = quantile(distribution, 0.5);
  const mean = middle + integral((value) => value - middle);
  return { mean, variance: integral((value) => (value - mean) ** 2) };
}
