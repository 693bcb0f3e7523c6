import { numberAt } from '@schaalsprong/words';
import type { TestFunction } from './test-function.ts';

/** Shift and curvature per input of the modified function. */
export interface SobolGShape {
  /** From 0 to 1 each; default 0. */
  readonly delta?: readonly number[];
  /** Above 0 each; default 1. */
  readonly alpha?: readonly number[];
}

/** The coefficients that most publications use. */
export const usualCoefficients: readonly number[] = [0, 1, 4.5, 9, 99, 99, 99, 99];

/** The variances of the main effects, alpha^2 / ((1 + 2 alpha) (1 + a)^2); 1 / (3 (1 + a)^2) without curvature. */
export const sobolGPartialVariances = (
  a: readonly number[],
  alpha: readonly number[] = [],
): readonly number[] =>
  a.map((each, i) => (alpha[i] ?? 1) ** 2 / ((1 + 2 * (alpha[i] ?? 1)) * (1 + each) ** 2));

/**
 * Sobol's G: the product of (|4 x - 2| + a) / (1 + a); an input weighs less with a larger a. With a shape it is the modified
 * function, ((1 + alpha) |2 frac(x + delta) - 1|^alpha + a) / (1 + a).
 *
 * @param a one coefficient per input, 0 or more
 *
 * Source: I. Sobol', Global sensitivity indices for nonlinear mathematical models and their Monte Carlo estimates (2001);
 * A. Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics Communications 181 (2010).
 */
export function sobolG(a: readonly number[] = usualCoefficients, shape: SobolGShape = {}): TestFunction {
  const { delta = [], alpha = [] } = shape;
  const partial = sobolGPartialVariances(a, alpha);
  const product = partial.reduce((all, each) => all * (1 + each), 1);
  const variance = product - 1;
  return {
    id: 'sobol-g',
    title: { nl: 'G-functie van Sobol’', en: 'Sobol’ G function' },
    source:
      'I. Sobol’, Mathematics and Computers in Simulation 55 (2001); A. Saltelli et al., CPC 181 (2010)',
    inputs: a.map((_, i) => ({ name: `x${i + 1}`, distribution: { kind: 'uniform', min: 0, max: 1 } })),
    evaluate: (x) => {
      let value = 1;
      a.forEach((own, i) => {
        // Inputs beyond the shape given are neither shifted nor curved.
        const shifted = numberAt(x, i) + (delta[i] ?? 0);
        const curve = alpha[i] ?? 1;
        const bent = Math.abs(2 * (shifted - Math.floor(shifted)) - 1) ** curve;
        value *= ((1 + curve) * bent + own) / (1 + own);
      });
      return value;
    },
    exact: {
      variance,
      first: partial.map((each) => each / variance),
      total: partial.map((each) => ((each / (1 + each)) * product) / variance),
    },
  };
}
