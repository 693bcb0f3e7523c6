/** Scenario discovery: in which futures does it happen? Boxes in the space of inputs, in figures and in sentences. */
export {
  type Box,
  type CategoryLimit,
  initialBox,
  insideOf,
  isRestricted,
  type Limit,
  type NumberLimit,
} from './boxes/box.ts';
export { type Selected, type SelectionRule, selectStep } from './boxes/select.ts';
export type { Bound, Phase, Step } from './boxes/step.ts';
export {
  type BoxStatistics,
  boxStatistics,
  type CartNode,
  type CartResult,
  type CartSettings,
  cart,
  cartDefaults,
  type Leaf,
} from './cart/cart.ts';
export type { CartOutcome } from './cart/cart-outcome.ts';
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
} from './data/data.ts';
export { type GridAxis, OutputSpaceArchive } from './exploration/output-space.ts';
export { type RegionalScore, regionalSensitivity } from './exploration/regional.ts';
export {
  type BinEnds,
  type Binned,
  binInput,
  type Stack,
  type StackCell,
  stack,
  stackRatios,
} from './exploration/stacking.ts';
export {
  type Level,
  type LogisticResult,
  type LogisticSettings,
  type LogisticStep,
  logistic,
  logisticDefaults,
  type Term,
} from './logistic/logistic.ts';
export { type Objective, objectives } from './prim/objective.ts';
export { peelQuantile } from './prim/peel-quantile.ts';
export {
  dropRestriction,
  findBox,
  measureBox,
  type PrimBox,
  type PrimResult,
  type PrimSettings,
  prim,
  primDefaults,
} from './prim/prim.ts';
export { type Resampling, resample } from './prim/resample.ts';
export { discoveryProblems } from './problems.ts';
export { discoveryReferenceTests } from './reference-tests/index.ts';
export { type BoxSentences, type BoxWords, sayBox, weakQuasiP } from './sentences/say-box.ts';
export type { InputWords } from './sentences/say-limit.ts';
