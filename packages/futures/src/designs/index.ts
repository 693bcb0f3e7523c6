/** Which futures are run: designs over any inputs, from a method, a size and a seed alone. */
export { type SaltelliOptions, saltelliBlock, saltelliPoints } from './saltelli.ts';
export { mostSobolDimensions, type SobolOptions, sobolPoints } from './sobol.ts';
