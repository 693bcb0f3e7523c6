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

/**
 * Makes a group function of a draw. Inputs are u, the least and the greatest result, the shift, the stretch, and the
 * parameters of the distribution: a draw is stretched, then shifted, and what lies beyond the bounds is cut off.
 */
const draw =
  (of: (u: number, low: number, high: number, a: number, b: number, settings: readonly number[]) => number) =>
  (inputs: Float64Array, outputs: Float64Array, settings: readonly number[]): void => {
    const [u = nan, least = nan, most = nan, shift = nan, stretch = nan, a = nan, b = nan] = inputs;
    if (stretch === 0) {
      outputs[0] = least <= shift && shift <= most ? shift : nan;
      return;
    }
    const [from, to] = [(least - shift) / stretch, (most - shift) / stretch];
    const value = shift + stretch * of(u, Math.min(from, to), Math.max(from, to), a, b, settings);
    // Rounding may carry a draw at a bound just beyond it.
    outputs[0] = Math.min(most, Math.max(least, value));
  };

/** Random draws, one output each: see {@link draw} and `statistics/draws.ts`. */
export const draws = {
  normalDraw: draw(normalDraw),
  exponentialDraw: draw(exponentialDraw),
  /** Parameter: shape. */
  weibullDraw: draw(weibullDraw),
  /** Inputs u, least, greatest, start, peak, stop: neither stretched nor shifted. */
  triangularDraw(inputs: Float64Array, outputs: Float64Array): void {
    const [u = nan, low = nan, high = nan, start = nan, peak = nan, stop = nan] = inputs;
    outputs[0] = triangularDraw(u, low, high, start, peak, stop);
  },
  /** Parameter: shape. */
  gammaDraw: draw(gammaDraw),
  /** Parameters: alpha, beta. */
  betaDraw: draw(betaDraw),
  /** Parameter: mean. */
  poissonDraw: draw(poissonDraw),
  /** Parameters: probability, trials. */
  binomialDraw: draw(binomialDraw),
  /** Parameters: probability, successes. */
  negativeBinomialDraw: draw(negativeBinomialDraw),
  /** Settings are the points of the density, x and y by turns. */
  densityDraw: draw((u, low, high, _a, _b, settings) => densityDraw(u, low, high, settings)),
};
