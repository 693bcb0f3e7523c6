/**
 * The policy table: what is asked of the futures for a setting, and what they say. In the order of a question: `setting` (levers,
 * assumptions and the rules of the house), `question` (futures drawn, the request for the model), `answer` (bands, counts, limits), and
 * `follow-up` (relief of a limit, why two settings differ).
 */

export { tableAnswer, tableAnswerSteps } from './answer/answer.ts';
export {
  difference,
  type TableDifference,
  type TargetDifference,
  targetDifference,
} from './answer/difference.ts';
export { tableFuturesData } from './answer/futures-table.ts';
export { answerHash } from './answer/hash.ts';
export { type LeverEffect, type TableEffects, tableEffects } from './follow-up/effects.ts';
export { tableCauses, tableChoice } from './follow-up/further.ts';
export type { ReachedIn, TableReach } from './follow-up/reach.ts';
export { relieved, type TableRelief, type TableRun, tableRelief, targetsOf } from './follow-up/relief.ts';
export { limitScale, limitUnitOf, type TablePlayer, type TableWhy, tableWhy } from './follow-up/why.ts';
export { bandProbabilities, leversOf, type TableAsks, tableAsks, tableRequest } from './question/asks.ts';
export { type ColumnCache, holders, tableFutures } from './question/sample.ts';
export { askedOf, ruleBreaks } from './setting/rules.ts';
export {
  checkSetting,
  mostFutures,
  positionsOf,
  sameSetting,
  settingOf,
  settingProblems,
} from './setting/setting.ts';
export type * from './types.ts';
