import { medianOf, quantilesOf } from '@schaalsprong/methods/distributions';
import type { EachAsk } from '@schaalsprong/model';
import { meets } from '@schaalsprong/monitor/figure';
import { numberAt } from '@schaalsprong/words';
import { modelledTarget } from '../../assess/projection/modelled.ts';
import { AskLayout, askOf, leversOf, type TableAsks } from '../question/asks.ts';
import { tableFutures } from '../question/sample.ts';
import type { TableQuestion } from '../types.ts';
import type { TableRun } from './relief.ts';

/** What a lever does to one target from the lower end of its range to the upper, in the same futures. */
export interface LeverEffect {
  readonly measure: string;
  readonly target: string;
  /** The period at which the target is read; null for its own horizon. */
  readonly year: string | null;
  /** Median over futures of upper end less lower end, in the unit of the target. */
  readonly shift: number;
  /** Futures that meet the target with the lever at its lower and at its upper end; null where the agenda gives no number. */
  readonly met: { readonly lower: number; readonly upper: number } | null;
  /** Where the outcome lies with the lever at its upper end: 10th and 90th percentile. */
  readonly p10: number;
  readonly p90: number;
}

/** The effects of every lever on every target, and what they were computed on. */
export interface TableEffects {
  readonly futures: number;
  readonly seed: number;
  /** Only those that change some future. */
  readonly effects: readonly LeverEffect[];
}

/**
 * What every lever does alone to every modelled target, at the target's own horizon and at every year of the region: from the lower end of
 * its range to the upper, all other levers where the setting has them.
 *
 * @throws ModelError from the model; the signal's reason on abort
 */
export async function tableEffects(
  { region }: Pick<TableAsks, 'region'>,
  question: TableQuestion,
  { program, runner, columns, signal, onProgress }: TableRun,
): Promise<TableEffects> {
  const { setting, futures, seed } = question;
  const { count, values: drawn } = tableFutures(region, setting, futures, seed, columns);
  // A year that is the horizon of a target asks the same.
  const once = new Map<string, EachAsk>();
  const read = [null, ...region.table.years].flatMap((year) =>
    region.targets.flatMap((target) => {
      const modelled = modelledTarget(region, program, target, year ?? target.horizon);
      if (modelled === null) return [];
      const ask = askOf(modelled.atHorizon);
      const known = once.get(JSON.stringify(ask)) ?? ask;
      once.set(JSON.stringify(ask), known);
      return [{ year, modelled, ask: known }];
    }),
  );
  const wanted = [...once.values()];
  const valuesAt = async (measure: string, value: number): Promise<AskLayout> => {
    const levers = leversOf(region, { ...setting, levers: { ...setting.levers, [measure]: value } });
    const request = { futures: { count, values: drawn }, levers, asks: wanted };
    return new AskLayout({ asks: wanted }, await runner.run(request, { signal }));
  };
  const effects: LeverEffect[] = [];
  for (const [m, { id, lever }] of region.measures.entries()) {
    const lower = await valuesAt(id, lever.min);
    const upper = await valuesAt(id, lever.max);
    for (const { year, modelled, ask } of read) {
      const { target, outcome } = modelled;
      const [low, high] = [lower.answer(ask).values, upper.answer(ask).values];
      const changes = high.map((value, future) => (value - numberAt(low, future)) * outcome.scale);
      if (changes.every((change) => change === 0)) continue;
      const { value: goal, direction } = target;
      const counted = (values: Float64Array): number =>
        goal === null
          ? 0
          : values.reduce((n, value) => n + (meets(value * outcome.scale, goal, direction) ? 1 : 0), 0);
      const { p10, p90 } = quantilesOf(high.map((value) => value * outcome.scale));
      effects.push({
        measure: id,
        target: target.id,
        year,
        shift: medianOf(changes),
        met: goal === null ? null : { lower: counted(low), upper: counted(high) },
        p10,
        p90,
      });
    }
    onProgress?.((m + 1) / region.measures.length);
  }
  return { futures, seed, effects };
}
