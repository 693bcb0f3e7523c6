import { periodEnd } from '@schaalsprong/agenda/periods';
import { numberAt } from '@schaalsprong/words';
import type { ExampleFutures } from '../assessment.ts';
import { type Projected, sum } from './modelled.ts';

/** Futures that are shown each on its own: enough for a fan, few enough to tell apart. */
const MOST = 20;

/**
 * Some futures of the target that divides them most evenly over met and missed: there a reader sees what a future is.
 * They are the first of the ensemble, whose order is random, so nobody chose them.
 *
 * @param time saved times of the model, decimal years
 * @param overTime the outcome at every saved time, all futures of a time together, in the unit of the model
 * @param ensemble today as a decimal year, and how many futures there are
 * @returns null where no target with a number lies ahead that is read at its horizon
 */
export function exampleFutures(
  projections: readonly Projected[],
  time: Float64Array,
  overTime: (projection: Projected) => Float64Array,
  { today, count }: { readonly today: number; readonly count: number },
): ExampleFutures | null {
  const ahead = projections.flatMap((projection) => {
    const { metIn, target, outcome } = projection;
    // Where a mean or a maximum counts, the end of a line does not show whether the target is met.
    return metIn === null || outcome.read !== 'at-horizon' || periodEnd(target.horizon) <= today
      ? []
      : [{ projection, metIn, uneven: Math.abs(sum(metIn) / count - 0.5) }];
  });
  const [first, ...others] = ahead;
  if (first === undefined) return null;
  const { projection, metIn } = others.reduce(
    (best, each) => (each.uneven < best.uneven ? each : best),
    first,
  );
  const { target, outcome } = projection;
  const from = Math.floor(today) - 1;
  const horizon = periodEnd(target.horizon);
  const steps = [...time.keys()].filter((step) => {
    const moment = numberAt(time, step);
    return Number.isInteger(moment) && moment >= from && moment <= horizon;
  });
  const numbers = overTime(projection);
  return {
    target: target.id,
    time: steps.map((step) => numberAt(time, step)),
    futures: Array.from({ length: Math.min(MOST, count) }, (_, future) => ({
      values: steps.map((step) => numberAt(numbers, step * count + future) * outcome.scale),
      met: metIn[future] === 1,
    })),
  };
}
