/** Distributions, their quantiles and moments. */
export { cdf, quantile, quantileFunction } from './distributions.ts';
export { type Moments, momentsOf } from './moments.ts';
export { medianOf, type Quantiles, quantileOfSorted, quantilesOf } from './quantiles.ts';
