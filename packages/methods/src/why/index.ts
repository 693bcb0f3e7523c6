/** Explanations: attribution of a change, drivers of the spread, value of information, and relief of constraints. */
export * from './causes/index.ts';
export { explainIdentity, type Factor, type IdentityChange } from './change/identity.ts';
export * from './change/index.ts';
export type { NamedColumn } from './columns.ts';
export { type Driver, type Drivers, type DriversAsk, driversOf } from './drivers/drivers.ts';
export * from './games/index.ts';
export type { NoAnswer } from './reason.ts';
export { whyReferenceTests } from './reference-tests.ts';
export {
  type Gain,
  type OutcomeRelief,
  type Relief,
  type ReliefAnswer,
  type ReliefAsk,
  type ReliefGain,
  type ReliefPair,
  reliefOf,
} from './relief/relief.ts';
export {
  causeLines,
  changeSentence,
  driversSentence,
  informationSentence,
  limitsSentence,
  reliefSentence,
  type Speech,
} from './sentences/sentences.ts';
export {
  type Criterion,
  type Information,
  type InformationAsk,
  type InputInformation,
  type Stretch,
  valueOfInformation,
} from './value-of-information/value-of-information.ts';
