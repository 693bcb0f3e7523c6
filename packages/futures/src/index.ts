export type * from './assessment.ts';
export { quantile } from './distributions.ts';
export { FuturesError, type FuturesProblem } from './problems.ts';
export { medianOf, quantileOfSorted, quantilesOf } from './quantiles.ts';
export { isSeed } from './random.ts';
export { type Futures, medianFuture, type SampledUncertainty, sampleFutures } from './sampling.ts';
