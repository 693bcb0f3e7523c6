import type { Model, Pool, SummaryRequest } from '@schaalsprong/model';
import { at } from '@schaalsprong/words';
import { askOf, neededTimes, savedTimes } from '../../ensemble/ensemble.ts';
import { FuturesError } from '../../problems.ts';
import type { Coalition, Game } from '../games/index.ts';
import { problems } from '../problems.ts';
import { type Measured, withAndWithout } from './measured.ts';

/** Constants of the model and what each is given: one number, or one per future. What is not listed is the model's own. */
export type Position = Readonly<Record<string, number | Float64Array>>;

/** Where the model runs: a pool of workers of the browser or of Node, or the thread itself. */
export type ModelRunner = Pick<Pool, 'run'>;

/** A player: the values of its constants without and with it. */
export interface Mover {
  readonly id: string;
  readonly from: Position;
  readonly to: Position;
}

/** Definition of a game on a model. */
export interface ModelGame {
  readonly runner: ModelRunner;
  readonly time: Model['time'];
  /** Futures, from the first on. */
  readonly count: number;
  /** What stays the same whoever takes part: the drawn uncertainties and the levers that nobody moves. */
  readonly common: Position;
  readonly movers: readonly Mover[];
  readonly measured: readonly Measured[];
  readonly signal?: AbortSignal | undefined;
}

/**
 * The game in which movers take part: its value is the measured numbers, each followed by the same without each tenth of
 * the futures. All coalitions run on the same futures, and all asked at once run side by side.
 *
 * @throws FuturesError for a column that is not as long as there are futures, or a value that is no number
 */
export function gameOnModel({
  runner,
  time,
  count,
  common,
  movers,
  measured,
  signal,
}: ModelGame): Game<Promise<readonly number[][]>> {
  const faults = [common, ...movers.flatMap(({ from, to }) => [from, to])].flatMap((setting) =>
    Object.entries(setting).flatMap(([name, value]) => {
      if (typeof value === 'number') return Number.isFinite(value) ? [] : [problems.setting(name, value)];
      return value.length < count ? [problems.length(name, value.length, count)] : [];
    }),
  );
  if (faults.length > 0) throw new FuturesError(faults);
  const asks = measured.map(({ reading }) => askOf(reading));
  const needed = neededTimes(asks, savedTimes(time));
  const size = measured.reduce(
    (sum, { statistic }) => sum + withAndWithout(new Float64Array(count), statistic).length,
    0,
  );
  const one = async (coalition: Coalition): Promise<number[]> => {
    const moved = movers.map(({ from, to }, m) => (coalition[m] === 1 ? to : from));
    // Later settings override earlier ones: movers override what is common.
    const all = Object.fromEntries([common, ...moved].flatMap((setting) => Object.entries(setting)));
    const { answers } = await runner.run({ ...givenAt(all, count), at: needed, asks }, { signal });
    return measured.flatMap(({ scale = 1, statistic }, i) =>
      withAndWithout(
        at(answers, i).values.map((value) => value * scale),
        statistic,
      ),
    );
  };
  return { players: movers.length, size, value: (coalitions) => Promise.all(coalitions.map(one)) };
}

/** A setting as the model takes it: one number for all futures, or a number for each of the first `count`. */
export function givenAt(setting: Position, count: number): Pick<SummaryRequest, 'futures' | 'levers'> {
  const levers: Record<string, number> = {};
  const values: Record<string, Float64Array> = {};
  for (const [name, value] of Object.entries(setting)) {
    if (typeof value === 'number') levers[name] = value;
    else values[name] = value.length === count ? value : value.slice(0, count);
  }
  return { futures: { count, values }, levers };
}
