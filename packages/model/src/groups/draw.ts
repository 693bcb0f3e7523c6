import {
  betaDraw,
  binomialDraw,
  densityDraw,
  exponentialDraw,
  gammaDraw,
  negativeBinomialDraw,
  normalDraw,
  poissonDraw,
  triangularDraw,
  weibullDraw,
} from '../statistics/draws.ts';

const { NaN: nan } = Number;

/** Makes a group function of a draw: inputs are u, low, high and the parameters of the distribution. */
const draw =
  (of: (u: number, low: number, high: number, a: number, b: number, c: number) => number) =>
  (inputs: Float64Array, outputs: Float64Array): void => {
    const [u = nan, low = nan, high = nan, a = nan, b = nan, c = nan] = inputs;
    outputs[0] = of(u, low, high, a, b, c);
  };

/**
 * Random draws before stretching and shifting, cut to `low .. high`: one output each. See `statistics/draws.ts`.
 */
export const draws = {
  /** Inputs u, low, high. */
  normalDraw: draw(normalDraw),
  /** Inputs u, low, high. */
  exponentialDraw: draw(exponentialDraw),
  /** Inputs u, low, high, shape. */
  weibullDraw: draw(weibullDraw),
  /** Inputs u, low, high, start, peak, stop. */
  triangularDraw: draw(triangularDraw),
  /** Inputs u, low, high, shape. */
  gammaDraw: draw(gammaDraw),
  /** Inputs u, low, high, alpha, beta. */
  betaDraw: draw(betaDraw),
  /** Inputs u, low, high, mean. */
  poissonDraw: draw(poissonDraw),
  /** Inputs u, low, high, probability, trials. */
  binomialDraw: draw(binomialDraw),
  /** Inputs u, low, high, probability, successes. */
  negativeBinomialDraw: draw(negativeBinomialDraw),
  /** Inputs u, low, high; settings are the points of the density, x and y by turns. */
  densityDraw(inputs: Float64Array, outputs: Float64Array, settings: readonly number[]): void {
    const [u = nan, low = nan, high = nan] = inputs;
    outputs[0] = densityDraw(u, low, high, settings);
  },
};
