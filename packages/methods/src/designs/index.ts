/** Which futures are run: designs over any inputs, from a method, a size and a seed alone. */
export { cdf, quantile, quantileFunction } from '../distributions/distributions.ts';
export { type Moments, momentsOf } from '../distributions/moments.ts';
export { type Combination, combinations, combine, type Pairing } from './combine.ts';
export { correlate } from './correlate.ts';
export { type Correlations, correlationFaults } from './correlation-matrix.ts';
export { type Design, type DesignMethod, type DesignRequest, designMethods, makeDesign } from './design.ts';
export {
  type CorrelationMethod,
  type CorrelationsOfDesign,
  correlationMethods,
} from './design-correlations.ts';
export { centredDiscrepancy } from './discrepancy.ts';
export { fractionalFactorial, fullFactorial, type Levels, levelsOf, smallestExponent } from './factorial.ts';
export { haltonPoints, mostHaltonDimensions } from './halton.ts';
export { latinColumn } from './latin-hypercube.ts';
export { type MorrisOptions, morrisPoints, morrisStep } from './morris.ts';
export { mostDesignNumbers } from './problems.ts';
export { readCorrelations } from './read-correlations.ts';
export {
  type SaltelliLayout,
  type SaltelliOptions,
  saltelliBlock,
  saltelliLayout,
  saltelliPoints,
} from './saltelli.ts';
export { mostSobolDimensions, type SobolOptions, sobolPoints } from './sobol.ts';
export { mostSpread, trajectoryDistance } from './spread.ts';
export { type DesignInput, designCases, designFutures, designValues } from './values.ts';
export {
  type Comparison,
  comparisons,
  type WeightedCount,
  type WeightRule,
  type Weights,
  weightedCount,
  weightedQuantiles,
  weightsByRules,
  weightsOf,
} from './weights.ts';
