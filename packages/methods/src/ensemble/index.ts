/** Futures, drawn by a pure function of seed and name, and the model run on all of them. */
export * from './ensemble.ts';
export { type Futures, medianFuture, type SampledUncertainty, sampleFutures } from './sampling.ts';
