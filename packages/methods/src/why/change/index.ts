/** Why a number differs between two settings of the model: what every lever and assumption brings. */
export {
  type ChangeAsk,
  type ChangeExplained,
  type ChangeMover,
  type Contribution,
  explainChange,
  type GroupContribution,
  type MeasuredChange,
  type MoverContribution,
} from './explain.ts';
export type { Measured, Statistic } from './measured.ts';
export type { ModelRunner, Position } from './model-game.ts';
