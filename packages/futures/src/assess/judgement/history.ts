import type { HistoryCheck, Region } from '@schaalsprong/agenda';
import type { EnsembleReading } from '@schaalsprong/methods/ensemble';
import type { FuturesProblem } from '@schaalsprong/methods/problems';
import type { Model } from '@schaalsprong/model';
import { type Figures, measuredRows } from '@schaalsprong/monitor';
import { numberAt } from '@schaalsprong/words';
import { regionProblems } from '../../region-problems.ts';
import type { HistoryResult } from '../assessment.ts';

/** A comparison with history: what to read of the base run, and what was observed. */
export interface History {
  readonly check: HistoryCheck;
  readonly reading: EnsembleReading;
  readonly points: readonly { readonly time: number; readonly value: number }[];
  readonly fault: FuturesProblem | null;
}

/**
 * The observed points of a check that lie inside the model's time. What is only expected is no history, and of a zero no
 * relative difference can be taken.
 */
export function historyPoints(
  region: Region,
  model: Pick<Model, 'time'>,
  check: HistoryCheck,
  figures: Figures,
): History {
  const { observed } = check;
  const { start, stop } = model.time;
  const all =
    observed === undefined
      ? (check.points ?? [])
      : measuredRows(region, observed.series, observed.area, figures).map(({ start: from, value }) => ({
          time: from + observed.timeOffset,
          value,
        }));
  const points = all
    .filter(({ time, value }) => time >= start && time <= stop && value !== 0)
    .toSorted((a, b) => a.time - b.time);
  return {
    check,
    reading: { take: 'series', variable: check.variable },
    points,
    fault: points.length === 0 ? regionProblems.historyEmpty(check.id, start, stop) : null,
  };
}

/**
 * The base run beside the observed points, and the largest relative difference.
 *
 * @param series one number per saved time
 * @throws Unreachable where it is not
 */
export function historyResult(history: History, time: Float64Array, series: Float64Array): HistoryResult {
  const { check } = history;
  const points = history.points.map((point) => ({
    time: point.time,
    observed: point.value,
    modelled: check.scale * interpolate(time, series, point.time),
  }));
  const worst = points.reduce(
    (most, { observed, modelled }) => Math.max(most, Math.abs(modelled - observed) / Math.abs(observed)),
    0,
  );
  return {
    id: check.id,
    title: check.title,
    tolerance: check.tolerance,
    fitted: check.fitted ?? null,
    worst,
    within: worst <= check.tolerance,
    points,
  };
}

/** Linear between saved times, since a month of observation may fall between two quarters. */
function interpolate(time: Float64Array, series: Float64Array, at: number): number {
  const above = time.findIndex((t) => t >= at - 1e-6);
  const after = numberAt(series, above);
  const tAfter = numberAt(time, above);
  if (above === 0 || Math.abs(tAfter - at) <= 1e-6) return after;
  const before = numberAt(series, above - 1);
  const tBefore = numberAt(time, above - 1);
  return before + ((at - tBefore) / (tAfter - tBefore)) * (after - before);
}
