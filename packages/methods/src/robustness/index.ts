/** How well a policy holds over many futures: the metrics, their definitions, and when they do not apply. */
export type { MetricUnit, RobustnessMetric, RobustnessSettings } from './metric.ts';
export { robustnessMetrics } from './metrics.ts';
export { type Bound, type BoundsKept, boundsKept, type LargestOver, largestOver } from './objectives.ts';
export { type Direction, type GivenOutcomes, type PolicyOutcomes, policyOutcomes } from './outcomes.ts';
export { satisficingRadius } from './radius.ts';
export { type ReadOutcomes, readOutcomes, readWeights } from './read.ts';
export {
  type MetricResult,
  type PolicyScore,
  type RobustnessAsked,
  robustness,
  usualSettings,
} from './robustness.ts';
export { meanOf } from './summaries.ts';
