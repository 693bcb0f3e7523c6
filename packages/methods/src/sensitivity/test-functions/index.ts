import { ishigami } from './ishigami.ts';
import { constant, linearSum } from './linear.ts';
import { oakleyOHagan } from './oakley-ohagan.ts';
import { sobolG } from './sobol-g.ts';
import type { TestFunction } from './test-function.ts';

/** The functions by their id; the G function with its usual coefficients. */
export const testFunctions: readonly TestFunction[] = [ishigami, sobolG(), linearSum, constant, oakleyOHagan];

export { ishigami } from './ishigami.ts';
export { constant, linearSum } from './linear.ts';
export { oakleyOHagan } from './oakley-ohagan.ts';
export { type SobolGShape, sobolG, sobolGPartialVariances, usualCoefficients } from './sobol-g.ts';
export { type ExactIndices, evaluateAll, scaleToInputs, type TestFunction } from './test-function.ts';
