import type { FuturesTable } from '@schaalsprong/methods/cases-files';
import type { EachAsk } from '@schaalsprong/model';
import { meets } from '@schaalsprong/monitor/figure';
import { at } from '@schaalsprong/words';
import { dependencies } from '../../depends.ts';
import type { TableRun } from '../follow-up/relief.ts';
import { AskLayout, askOf, leversOf, type TableAsks, tableRequest } from '../question/asks.ts';
import type { TableQuestion } from '../types.ts';

/** A column of an outcome at a time, as `readCases` calls it. */
const nameAt = (variable: string, time: number): string => `${variable} @ ${time}`;

/**
 * The futures of a setting as data: what was drawn or fixed, what the levers are at, every outcome of the region at the times asked, and
 * every modelled target. Inputs and outcomes have the names and the values that `simulate` gives them (units of the model); a target has
 * its id, is in its own unit, and `<id> met` says whether it is met.
 *
 * @param times decimal years within the model's time
 * @throws ModelError from the model; the signal's reason on abort
 */
export async function tableFuturesData(
  asks: TableAsks,
  question: TableQuestion,
  times: readonly number[],
  { runner, columns, signal, onProgress }: Omit<TableRun, 'program'>,
): Promise<FuturesTable> {
  const { region, modelled } = asks;
  const { setting, futures: count, seed, year } = question;
  const { futures, levers } = tableRequest(asks, question, columns);
  const outcomes = [...new Map(region.outcomes.map((outcome) => [outcome.variable, outcome])).values()];
  const readings = outcomes.flatMap(({ variable }) =>
    times.map((time): EachAsk => ({ take: 'each', outcome: variable, reading: { of: 'at', time } })),
  );
  const targets = modelled.map(({ atHorizon }) => askOf(atHorizon));
  const wanted = [...readings, ...targets];
  const summary = await runner.run(
    { futures, levers: levers ?? {}, asks: wanted },
    {
      signal,
      onProgress: ({ done, of }) => onProgress?.(done / of),
    },
  );
  const layout = new AskLayout({ asks: wanted }, summary);
  const constant = (value: number): Float64Array => new Float64Array(count).fill(value);
  return {
    count,
    inputs: [
      ...region.uncertainties.map(({ variable }) => ({
        name: variable,
        values: futures.values?.[variable] ?? constant(Number.NaN),
      })),
      ...Object.entries(leversOf(region, setting)).map(([name, value]) => ({
        name,
        values: constant(value),
      })),
    ],
    outcomes: [
      ...outcomes.flatMap(({ variable }, o) =>
        times.map((time, t) => ({
          name: nameAt(variable, time),
          values: layout.answer(at(readings, o * times.length + t)).values,
        })),
      ),
      ...modelled.flatMap(({ target, outcome }, i) => {
        const { id, value: goal, direction } = target;
        const values = layout.answer(at(targets, i)).values.map((value) => value * outcome.scale);
        const met = (value: number): number => (goal !== null && meets(value, goal, direction) ? 1 : 0);
        return [
          { name: id, values },
          ...(goal === null ? [] : [{ name: `${id} met`, values: values.map(met), whole: true }]),
        ];
      }),
    ],
    about: {
      madeBy: 'schaalsprong',
      region: region.id,
      hashes: region.hashes,
      domains: dependencies('table', region.domains),
      seed,
      setting,
      // The period at which targets are read, where that is not the horizon of each.
      ...(year === null || year === undefined ? {} : { year }),
      times,
      units: {
        ...Object.fromEntries(region.uncertainties.map(({ variable, unit }) => [variable, unit])),
        ...Object.fromEntries(region.measures.map(({ lever }) => [lever.variable, lever.unit])),
        ...Object.fromEntries(
          region.measures.flatMap(({ timing }) => (timing === null ? [] : [[timing.variable, timing.unit]])),
        ),
        ...Object.fromEntries(modelled.map(({ target }) => [target.id, target.unit])),
      },
    },
  };
}
