import type { EachAsk, Pool } from '@schaalsprong/model';
import { at } from '@schaalsprong/words';
import { type SampledUncertainty, sampleFutures } from '../ensemble/sampling.ts';
import type { FuturesColumn, FuturesTable } from './futures-table.ts';

/** What is asked of a model that belongs to nobody's region. */
export interface ModelFutures {
  readonly uncertainties: readonly SampledUncertainty[];
  readonly count: number;
  readonly seed: number;
  /** Constants that are the same in all futures. */
  readonly levers: Readonly<Record<string, number>>;
  /** Full names of elements. */
  readonly outcomes: readonly string[];
  /** Times at which outcomes are read. */
  readonly times: readonly number[];
  /** What else the file is to say of itself. */
  readonly about: Readonly<Record<string, unknown>>;
}

/**
 * Futures of a model as data, the same as `simulate` gives for the same ranges and seed: what was drawn and set, then every outcome at
 * every time asked, as `name @ time` (as `name` where one time is asked).
 *
 * @throws FuturesError for wrong ranges, count or seed; ModelError from the model; the signal's reason on abort
 */
export async function modelFutures(
  { uncertainties, count, seed, levers, outcomes, times, about }: ModelFutures,
  runner: Pick<Pool, 'run'>,
  {
    signal,
    onProgress,
  }: { readonly signal?: AbortSignal; readonly onProgress?: (part: number) => void } = {},
): Promise<FuturesTable> {
  const { values } = sampleFutures(uncertainties, count, seed);
  const asks = outcomes.flatMap((outcome) =>
    times.map((time): EachAsk => ({ take: 'each', outcome, reading: { of: 'at', time } })),
  );
  const summary = await runner.run(
    { futures: { count, values }, levers, asks },
    { signal, onProgress: ({ done, of }) => onProgress?.(done / of) },
  );
  const drawn = uncertainties.map(
    ({ variable }): FuturesColumn => ({
      name: variable,
      values: values[variable] ?? new Float64Array(count),
    }),
  );
  const set = Object.entries(levers)
    .filter(([name]) => !Object.hasOwn(values, name))
    .map(([name, value]): FuturesColumn => ({ name, values: new Float64Array(count).fill(value) }));
  return {
    count,
    inputs: [...drawn, ...set],
    outcomes: asks.map(({ outcome, reading }, i): FuturesColumn => {
      const time = times.length > 1 && reading.of === 'at' ? ` @ ${reading.time}` : '';
      return { name: `${outcome}${time}`, values: at(summary.answers, i).values };
    }),
    about: { madeBy: 'schaalsprong', ...about, seed, ranges: uncertainties, set: levers, times },
  };
}
