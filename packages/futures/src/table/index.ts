/** The policy table: what is asked of the futures for a setting, and what they say. */

export { tableAnswer, tableAnswerSteps } from './answer.ts';
export { bandProbabilities, leversOf, type TableAsks, tableAsks, tableRequest } from './asks.ts';
export { difference, type TableDifference, type TargetDifference, targetDifference } from './difference.ts';
export { tableCauses, tableChoice } from './further.ts';
export { answerHash } from './hash.ts';
export { relieved, type TableRelief, type TableRun, tableRelief, targetsOf } from './relief.ts';
export { askedOf, ruleBreaks } from './rules.ts';
export { type ColumnCache, holders, tableFutures } from './sample.ts';
export {
  checkSetting,
  mostFutures,
  positionsOf,
  sameSetting,
  settingOf,
  settingProblems,
} from './setting.ts';
export type * from './types.ts';
export { type TablePlayer, type TableWhy, tableWhy } from './why.ts';
