import { windowOf } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import { askOf, neededTimes, savedTimes } from '../../ensemble/ensemble.ts';
import { givenAt, type ModelGame, type Position } from '../change/model-game.ts';

/** What one constraint holds back of an outcome on either side, mean over futures, in the unit of the model's variable. */
export interface LimitChange {
  readonly constraint: string;
  readonly from: number;
  readonly to: number;
  readonly change: number;
  /** Standard error of the change over the futures; NaN for one future. */
  readonly error: number;
}

/** Request to compare constraints between two settings. */
export interface LimitsAsk extends Pick<ModelGame, 'runner' | 'time' | 'count' | 'signal'> {
  readonly from: Position;
  readonly to: Position;
  /** As the outcomes of a region name them; of one constraint the variables are added. */
  readonly limits: readonly { readonly constraint: string; readonly variable: string }[];
  /** Years over which the mean is taken. */
  readonly period: { readonly from: number; readonly to: number };
}

/**
 * How much more or less each constraint holds back in one setting than in the other, on the same futures; largest change first. A
 * constraint that holds back more after a measure offsets part of its gain.
 */
export async function limitChanges({
  runner,
  time,
  count,
  signal,
  from,
  to,
  limits,
  period,
}: LimitsAsk): Promise<readonly LimitChange[]> {
  const asks = limits.map(({ variable }) => askOf({ take: 'mean', variable, ...period }));
  const times = savedTimes(time);
  if (asks.some(({ reading }) => windowOf(reading, times).to < windowOf(reading, times).from)) return [];
  const needed = neededTimes(asks, times);
  const run = (setting: Position) =>
    runner.run({ ...givenAt(setting, count), at: needed, asks }, { signal }).then(({ answers }) => answers);
  const [before, after] = await Promise.all([run(from), run(to)]);
  const sums = new Map<string, { from: Float64Array; to: Float64Array }>();
  limits.forEach(({ constraint }, l) => {
    const sum = sums.get(constraint) ?? { from: new Float64Array(count), to: new Float64Array(count) };
    for (let i = 0; i < count; i++) {
      sum.from[i] = numberAt(sum.from, i) + numberAt(at(before, l).values, i);
      sum.to[i] = numberAt(sum.to, i) + numberAt(at(after, l).values, i);
    }
    sums.set(constraint, sum);
  });
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / count;
  return [...sums]
    .map(([constraint, sum]): LimitChange => {
      const difference = sum.to.map((value, i) => value - numberAt(sum.from, i));
      const change = mean(difference);
      const variance = difference.reduce((total, value) => total + (value - change) ** 2, 0) / (count - 1);
      return {
        constraint,
        from: mean(sum.from),
        to: mean(sum.to),
        change,
        error: Math.sqrt(variance / count),
      };
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
}
