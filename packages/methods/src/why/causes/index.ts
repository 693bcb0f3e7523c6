/** Why an outcome differs, along the causes of the model. */
export { type Cause, type CausesAsk, type CausesExplained, explainCauses } from './explain-causes.ts';
export { type LimitChange, type LimitsAsk, limitChanges } from './limits.ts';
