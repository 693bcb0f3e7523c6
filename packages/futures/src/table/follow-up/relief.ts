import type { Relief } from '@schaalsprong/agenda';
import { nameKey, type Pool, type Program, type SummaryRequest, variableKey } from '@schaalsprong/model';
import { at } from '@schaalsprong/words';
import { project } from '../../assess/projection/modelled.ts';
import { targetOf } from '../answer/answer.ts';
import { targetDifference } from '../answer/difference.ts';
import { AskLayout, askOf, type TableAsks, tableRequest } from '../question/asks.ts';
import type { ColumnCache } from '../question/sample.ts';
import type { TableQuestion, TableTarget } from '../types.ts';

/** What a little more of something scarce buys, in the same futures. */
export interface TableRelief {
  readonly constraint: string;
  /** Place of the relief in table.yaml. */
  readonly relief: number;
  /** Per target of which either changes: median of the change in the unit of the target, and futures more that meet it. */
  readonly gains: readonly { readonly target: string; readonly median: number; readonly met: number }[];
}

/** Where long questions run, and how they are followed. */
export interface TableRun {
  readonly program: Program;
  readonly runner: Pick<Pool, 'run'>;
  readonly columns?: ColumnCache | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((part: number) => void) | undefined;
}

type Given = Pick<SummaryRequest, 'futures' | 'levers'>;

/**
 * Runs every relief of the region beside the setting as it is, on the same futures. A relief shifts a constant of the model from
 * the value that it has: that of its lever, its draw in each future, or its own.
 *
 * @returns one answer per relief, in the order of table.yaml
 * @throws ModelError from the model; the signal's reason on abort
 */
export async function tableRelief(
  asks: TableAsks,
  question: TableQuestion,
  run: TableRun,
): Promise<readonly TableRelief[]> {
  const { table } = asks.region;
  const given: Given = tableRequest(asks, question, run.columns);
  const before = await targetsOf(asks, given, run);
  const found: TableRelief[] = [];
  for (const [relief, each] of table.relief.entries()) {
    run.onProgress?.((relief + 1) / (table.relief.length + 1));
    const after = await targetsOf(asks, relieved(given, each, run.program), run);
    const gains = after.flatMap((target, i) => {
      const old = at(before, i);
      const { median, met } = targetDifference(target, old);
      // a target without a value is met in no future, before and after
      const more = met ?? 0;
      return median === 0 && more === 0 ? [] : [{ target: target.id, median, met: more }];
    });
    found.push({ constraint: each.constraint, relief, gains });
  }
  run.onProgress?.(1);
  return found;
}

/** The modelled targets per future, without what holds them back: all that a long question needs. */
export async function targetsOf(
  { modelled }: TableAsks,
  given: Given,
  { runner, signal }: Pick<TableRun, 'runner' | 'signal'>,
): Promise<readonly TableTarget[]> {
  const asks = modelled.map(({ atHorizon }) => askOf(atHorizon));
  const summary = await runner.run({ futures: given.futures, levers: given.levers ?? {}, asks }, { signal });
  const layout = new AskLayout({ asks }, summary);
  const { count } = given.futures;
  return modelled.map((each, i) => {
    const atHorizon = layout.answer(at(asks, i)).values;
    return targetOf(project({ ...each, limits: [] }, { atHorizon, limits: [] }, count), count);
  });
}

/** What is given to the model with one constant shifted. */
export function relieved(given: Given, { variable, add, times }: Relief, program: Program): Given {
  const shift = (value: number): number => value * (times ?? 1) + (add ?? 0);
  const { futures, levers = {} } = given;
  const names = Object.keys(futures.values ?? {});
  const drawn = names.filter((name) => isPartOf(name, variable));
  if (drawn.length > 0) {
    const values = Object.fromEntries(
      Object.entries(futures.values ?? {}).map(([name, column]) => [
        name,
        drawn.includes(name) ? column.map(shift) : column,
      ]),
    );
    return { futures: { ...futures, values }, levers };
  }
  const moved = Object.entries(levers).filter(([name]) => isPartOf(name, variable));
  if (moved.length > 0) {
    return {
      futures,
      levers: { ...levers, ...Object.fromEntries(moved.map(([name, value]) => [name, shift(value)])) },
    };
  }
  const own = program.elements.flatMap(({ name, constant, expr }): [string, number][] =>
    constant === true && expr.k === 'n' && isPartOf(name, variable) ? [[name, shift(expr.v)]] : [],
  );
  return { futures, levers: { ...levers, ...Object.fromEntries(own) } };
}

/** Whether a name is the variable, or an element of it. */
const isPartOf = (name: string, variable: string): boolean =>
  nameKey(name) === nameKey(variable) ||
  (!variable.includes('[') && variableKey(name) === variableKey(variable));
