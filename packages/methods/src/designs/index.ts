/** Which futures are run: designs over any inputs, from a method, a size and a seed alone. */
export { cdf, quantile, quantileFunction } from '../distributions/distributions.ts';
export { type Moments, momentsOf } from '../distributions/moments.ts';
export { correlate } from './correlations/correlate.ts';
export { type Correlations, correlationFaults } from './correlations/correlation-matrix.ts';
export {
  type CorrelationMethod,
  type CorrelationsOfDesign,
  correlationMethods,
} from './correlations/design-correlations.ts';
export { readCorrelations } from './correlations/read-correlations.ts';
export { type Design, type DesignMethod, type DesignRequest, designMethods, makeDesign } from './design.ts';
export { type Combination, combinations, combine, type Pairing } from './factorial/combine.ts';
export {
  fractionalFactorial,
  fullFactorial,
  type Levels,
  levelsOf,
  smallestExponent,
} from './factorial/factorial.ts';
export { mostDesignNumbers } from './problems.ts';
export { type MorrisOptions, morrisPoints, morrisStep } from './sensitivity/morris.ts';
export {
  type SaltelliLayout,
  type SaltelliOptions,
  saltelliBlock,
  saltelliLayout,
  saltelliPoints,
} from './sensitivity/saltelli.ts';
export { mostSpread, trajectoryDistance } from './sensitivity/spread.ts';
export { centredDiscrepancy } from './space-filling/discrepancy.ts';
export { haltonPoints, mostHaltonDimensions } from './space-filling/halton.ts';
export { latinColumn } from './space-filling/latin-hypercube.ts';
export { mostSobolDimensions, type SobolOptions, sobolPoints } from './space-filling/sobol.ts';
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
} from './weights/weights.ts';
