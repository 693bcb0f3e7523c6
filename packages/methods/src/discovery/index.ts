/** Scenario discovery: in which futures does it happen? Boxes in the space of inputs, in figures and in sentences. */
export {
  type Box,
  type CategoryLimit,
  initialBox,
  insideOf,
  isRestricted,
  type Limit,
  type NumberLimit,
} from './box.ts';
export {
  type BoxStatistics,
  boxStatistics,
  type CartNode,
  type CartResult,
  type CartSettings,
  cart,
  cartDefaults,
  type Leaf,
} from './cart.ts';
export type { CartOutcome } from './cart-outcome.ts';
export { discoveryChecks } from './checks.ts';
export {
  type CategoryInput,
  categoryInput,
  chosenInputs,
  type DiscoveryData,
  type DiscoveryQuestion,
  dataOf,
  discoveryData,
  type Input,
  inputOf,
  type LeftOut,
  type NumberInput,
  numberInput,
} from './data.ts';
export {
  type Level,
  type LogisticResult,
  type LogisticSettings,
  type LogisticStep,
  logistic,
  logisticDefaults,
  type Term,
} from './logistic.ts';
export { type Objective, objectives } from './objective.ts';
export { type GridAxis, OutputSpaceArchive } from './output-space.ts';
export { peelQuantile } from './peel-quantile.ts';
export {
  dropRestriction,
  findBox,
  measureBox,
  type PrimBox,
  type PrimResult,
  type PrimSettings,
  prim,
  primDefaults,
} from './prim.ts';
export { discoveryProblems } from './problems.ts';
export { type RegionalScore, regionalSensitivity } from './regional.ts';
export { type Resampling, resample } from './resample.ts';
export { type BoxSentences, type BoxWords, sayBox, weakQuasiP } from './say-box.ts';
export type { InputWords } from './say-limit.ts';
export { type Selected, type SelectionRule, selectStep } from './select.ts';
export {
  type BinEnds,
  type Binned,
  binInput,
  type Stack,
  type StackCell,
  stack,
  stackRatios,
} from './stacking.ts';
export type { Bound, Phase, Step } from './step.ts';
