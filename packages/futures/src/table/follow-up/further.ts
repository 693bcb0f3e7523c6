import {
  type CausesExplained,
  explainCauses,
  type InformationAsk,
  type ModelRunner,
  type NoAnswer,
} from '@schaalsprong/methods/why';
import { leversOf, modelledOf, type TableAsks, tableRequest } from '../question/asks.ts';
import { tableFutures } from '../question/sample.ts';
import type { TableQuestion, TableSetting } from '../types.ts';
import { type TableRun, targetsOf } from './relief.ts';

/** Futures that are followed along the equations: each is walked step by step, and their mean is soon steady. */
const followed = 50;

/**
 * By what way through the model a target came to stand elsewhere than before: back along the equations, the mean over some
 * futures, in the unit of the target.
 *
 * @param before what it is compared with
 * @returns a reason where the model or the reading allows no such division
 * @throws FuturesError where the model does not speak of the target; ModelError from the model; the signal's reason on abort
 */
export async function tableCauses(
  asks: TableAsks,
  target: string,
  before: TableSetting,
  { setting, futures, seed }: TableQuestion,
  { program, runner, columns, signal }: TableRun,
): Promise<CausesExplained | NoAnswer> {
  const { atHorizon, outcome } = modelledOf(asks, target);
  if (atHorizon.take === 'series') throw new Error('a target is read as one number per future');
  const count = Math.min(followed, futures);
  const side = (one: TableSetting) => ({
    ...tableFutures(asks.region, one, count, seed, columns).values,
    ...leversOf(asks.region, one),
  });
  return explainCauses({
    runner: runner as ModelRunner,
    program,
    count,
    signal,
    from: side(before),
    to: side(setting),
    reading: atHorizon,
    scale: outcome.scale,
  });
}

/**
 * The choice between the levers of before and those of now, as a question which number would turn it round if it were known.
 * Both run under the assumptions and the viewpoint of now: an assumption is no choice.
 *
 * @param before its levers are one of the two policies, `before`; those of the question are the other, `now`
 * @throws FuturesError where the model does not speak of the target; ModelError from the model; the signal's reason on abort
 */
export async function tableChoice(
  asks: TableAsks,
  target: string,
  before: Pick<TableSetting, 'levers'>,
  question: TableQuestion,
  { runner, columns, signal }: TableRun,
): Promise<InformationAsk> {
  const { direction } = modelledOf(asks, target).target;
  const { setting, futures, seed } = question;
  const valuesOf = async (levers: TableSetting['levers']): Promise<Float64Array> => {
    const request = tableRequest(asks, { ...question, setting: { ...setting, levers } }, columns);
    const found = await targetsOf(asks, request, { runner, signal });
    return found.find(({ id }) => id === target)?.values ?? new Float64Array();
  };
  const { byId } = tableFutures(asks.region, setting, futures, seed, columns);
  return {
    policies: [
      { id: 'before', values: await valuesOf(before.levers) },
      { id: 'now', values: await valuesOf(setting.levers) },
    ],
    inputs: Object.entries(byId).map(([id, values]) => ({ id, values })),
    criterion: { of: 'mean', better: direction === 'at-least' ? 'more' : 'less' },
    seed,
  };
}
