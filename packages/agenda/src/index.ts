export { addressIn } from './address.ts';
export { catalogueTable } from './catalogue-table.ts';
export { distributionFault } from './distribution.ts';
export { filesInMemory, type RegionFiles } from './files.ts';
export * from './format.ts';
export { canonical, sha256 } from './hash.ts';
export { jsonSchemas } from './json-schema.ts';
export { loadRegion } from './load.ts';
export { nearest } from './nearest.ts';
export { comparePeriods, type PeriodSpan, parsePeriod, periodEnd, periodStart } from './period.ts';
export {
  formatProblem,
  type Place,
  type Problem,
  problem,
  RegionError,
} from './problems.ts';
export type { DeepReadonly } from './readonly.ts';
export * from './region.ts';
export { type PlacedResult, readResults } from './results.ts';
export { runningTotals } from './running-total.ts';
export * from './schema.ts';
export { type Summing, withSums } from './sum-parts.ts';
export { compareTexts, type Fill, fill, type Lang } from './text.ts';
export { type PlacedUncertainty, readUncertainties } from './uncertainties.ts';
export { placeOf, type VariableReference, variableReferences } from './variables.ts';
