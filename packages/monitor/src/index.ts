export type * from './back-test-types.ts';
export { type BatchOrigin, batchOf, hashFacts } from './batch.ts';
export type * from './facts.ts';
export { certaintyRank, isMeasured, lastPublished, type Measured, meets, timeOf } from './figure.ts';
export {
  type Figures,
  type FiguresRegion,
  figuresOf,
  folderFigures,
  latestObserved,
  measuredRows,
  measuredSeries,
  type ObservedPoint,
  observedLine,
  publicFacts,
  usedSeries,
} from './figures.ts';
export { calendarDay, knownBy, type LagOf } from './known.ts';
export { type MapFigure, type MapFigures, mapFigures, peopleByYear, peopleIndicator } from './map-figures.ts';
export { afterCheck, memoryStore } from './memory-store.ts';
export {
  type AgreedYears,
  courseOf,
  type HomesPace,
  type HomesShare,
  neededPerYear,
  paceBefore,
  paceFrom,
  sharesByRule,
  type YearOfHomes,
} from './municipal-pace.ts';
export { nowcastOf } from './nowcast.ts';
export {
  type MonitorCatalogue,
  type MonitorEntry,
  MonitorError,
  type MonitorProblem,
  monitorProblem,
} from './problems.ts';
export { type ObservedRegion, regionBatches } from './region-batches.ts';
export { revisionOf, sameFact } from './revise.ts';
export { afterRevisions, type RevisedVersion, revisedVersions } from './revised-versions.ts';
export {
  type AreaLevel,
  chainOf,
  diffFacts,
  factsOf,
  factsOfAreas,
  geographySwitch,
  lagIn,
  levelOf,
  type Overlap,
  pointOf,
  type SeriesBreak,
  type SeriesRegion,
  type SeriesView,
  seriesOf,
} from './series.ts';
export {
  degreeOfChange,
  measuredStandings,
  movedTargets,
  nextDue,
  type Progress,
  pastRevisions,
  progressStatus,
  type StandingOptions,
  type StandingRegion,
  standingOf,
  thresholds,
  trendOf,
} from './status.ts';
export type * from './status-types.ts';
export type * from './store.ts';
export { decideProblem, storeCatalogue } from './store-problems.ts';
export { checkFacts, checkFigures, decidedVintage, momentOf, twiceFault } from './versions.ts';
