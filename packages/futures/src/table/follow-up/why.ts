import type { Outcome } from '@schaalsprong/agenda';
import { type ChangeMover, explainChange, type ModelRunner, type Position } from '@schaalsprong/methods/why';
import { at } from '@schaalsprong/words';
import { AskLayout, askOf, leversOf, modelledOf, type TableAsks } from '../question/asks.ts';
import { tableFutures } from '../question/sample.ts';
import type { TableQuestion, TableSetting } from '../types.ts';
import type { TableRun } from './relief.ts';

/** One thing that differs between two settings. */
export interface TablePlayer {
  readonly kind: 'lever' | 'timing' | 'assumption' | 'viewpoint';
  /** Id of the measure, the uncertainty or the viewpoint that is taken now. */
  readonly id: string;
  /** What it brings to the change, in the unit of the target. */
  readonly value: number;
  /** Standard error of drawing orders; 0 where all combinations were run. */
  readonly error: number;
}

/** Why a target changed between two settings. */
export interface TableWhy {
  readonly target: string;
  /** Median now less median before, in the unit of the target, over the same futures. */
  readonly total: number;
  /** The most first; they add up to the total. */
  readonly players: readonly TablePlayer[];
  /** Whether all combinations were run. */
  readonly exact: boolean;
  /** Runs of the model. */
  readonly runs: number;
  /** Unit of the amounts of `limits`, which need not be that of the target. */
  readonly limitUnit: string;
  /** What each limit of the target held back, mean over futures. */
  readonly limits: readonly {
    readonly constraint: string;
    readonly before: number;
    readonly after: number;
  }[];
}

/** Up to so many combinations of what differs all are run: those of six things. */
const exactUpTo = 64;
/** Orders are drawn until the error is within this part of the change, or this many were drawn. */
const tolerance = 0.05;
const mostOrders = 24;

/**
 * Why a target stands elsewhere than before: what each lever, assumption and viewpoint that differs brings to its median,
 * by Shapley's rule on the same futures, and what each limit holds back before and after.
 *
 * @param before what it is compared with
 * @returns null where nothing differs
 * @throws FuturesError where the model does not speak of the target; ModelError from the model; the signal's reason on abort
 */
export async function tableWhy(
  asks: TableAsks,
  target: string,
  before: TableSetting,
  { setting, futures, seed }: TableQuestion,
  { program, runner, columns, signal, onProgress }: TableRun,
): Promise<TableWhy | null> {
  const { atHorizon, outcome, limits } = modelledOf(asks, target);
  const { region } = asks;
  const given = (one: TableSetting): Position => ({
    ...tableFutures(region, one, futures, seed, columns).values,
    ...leversOf(region, one),
  });
  const [from, to] = [given(before), given(setting)];
  if (atHorizon.take === 'series') throw new Error('a target is read as one number per future');
  const movers = moversOf(asks, before, setting);
  const explained = await explainChange({
    runner: runner as ModelRunner,
    time: program.time,
    count: futures,
    from,
    to,
    movers: movers.map(({ mover }) => mover),
    measured: [{ id: target, reading: atHorizon, scale: outcome.scale, statistic: { of: 'median' } }],
    exactUpTo,
    tolerance,
    maxOrders: mostOrders,
    seed,
    signal,
    first: [],
    onProgress: ({ runs, atMost }) => onProgress?.(atMost === 0 ? 0 : Math.min(1, runs / atMost)),
  });
  if (explained.kind === 'none') return null;
  const [change] = explained.measured;
  if (change === undefined) return null;
  const kinds = new Map(movers.map(({ mover, kind, id }) => [mover.id, { kind, id }]));
  const players = change.movers
    .map(({ id, value, orderError }): TablePlayer => {
      const known = kinds.get(id) ?? { kind: 'assumption' as const, id };
      return { ...known, value, error: orderError };
    })
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const held = async (one: Position): Promise<readonly number[]> => {
    if (limits.length === 0) return [];
    const levers: Record<string, number> = {};
    const values: Record<string, Float64Array> = {};
    for (const [name, value] of Object.entries(one)) {
      if (typeof value === 'number') levers[name] = value;
      else values[name] = value;
    }
    const asked = limits.map(({ reading }) => askOf(reading));
    const summary = await runner.run(
      { futures: { count: futures, values }, levers, asks: asked },
      { signal },
    );
    const layout = new AskLayout({ asks: asked }, summary);
    return asked.map(
      (ask) =>
        (layout.answer(ask).values.reduce((sum, value) => sum + Math.max(0, value), 0) / futures) *
        limitScale(outcome),
    );
  };
  const [then, now] = [await held(from), await held(to)];
  return {
    target,
    total: change.change,
    players,
    exact: explained.exact,
    runs: explained.runs,
    limitUnit: limitUnitOf(outcome),
    limits: limits
      .map(({ constraint }, i) => ({ constraint, before: at(then, i), after: at(now, i) }))
      .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)),
  };
}

type Limited = Pick<Outcome, 'unit' | 'scale' | 'limitUnit'>;

/** The unit in which the limits of an outcome are shown: their own, where the content says that it is another than that of the outcome. */
export const limitUnitOf = ({ unit, limitUnit }: Pick<Limited, 'unit' | 'limitUnit'>): string =>
  limitUnit ?? unit;

/** What the variables of the limits are multiplied by to be in that unit. */
export const limitScale = ({ scale, limitUnit }: Pick<Limited, 'scale' | 'limitUnit'>): number =>
  limitUnit === null ? scale : 1;

/** Who may have moved: levers, assumptions that were fixed or freed, and the ranges of another viewpoint as one. */
function moversOf(
  { region }: TableAsks,
  before: TableSetting,
  after: TableSetting,
): readonly { readonly mover: ChangeMover; readonly kind: TablePlayer['kind']; readonly id: string }[] {
  const levers = region.measures.map(({ id, lever }) => ({
    mover: { id: `lever ${id}`, variables: [lever.variable] },
    kind: 'lever' as const,
    id,
  }));
  const timings = region.measures.flatMap(({ id, timing }) =>
    timing === null || before.timings[id] === after.timings[id]
      ? []
      : [{ mover: { id: `timing ${id}`, variables: [timing.variable] }, kind: 'timing' as const, id }],
  );
  const isFixed = (id: string): boolean =>
    Object.hasOwn(before.assumptions, id) || Object.hasOwn(after.assumptions, id);
  const assumptions = region.uncertainties
    .filter(({ id }) => isFixed(id))
    .map(({ id, variable }) => ({
      mover: { id: `assumption ${id}`, variables: [variable] },
      kind: 'assumption' as const,
      id,
    }));
  const disputed = region.uncertainties.filter(({ id, views }) => views.length > 0 && !isFixed(id));
  // '' is our own ranges
  const viewpoint = after.viewpoint ?? before.viewpoint ?? '';
  return [
    ...levers,
    ...timings,
    ...assumptions,
    ...(disputed.length === 0
      ? []
      : [
          {
            mover: { id: 'viewpoint', variables: disputed.map(({ variable }) => variable) },
            kind: 'viewpoint' as const,
            id: viewpoint,
          },
        ]),
  ];
}
