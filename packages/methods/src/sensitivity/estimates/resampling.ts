import { isSeed, normalQuantile, streamOf, uniformPair } from '@schaalsprong/model';
import { numberAt } from '@schaalsprong/words';
import { type FuturesProblem, problems } from '../../problems.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** How confidence intervals are made. */
export interface Resampling {
  /** Number of times that the runs are drawn again, with replacement. */
  readonly resamples: number;
  /** Part of the resamples that an interval should hold, between 0 and 1. */
  readonly confidence: number;
  readonly seed: number;
}

/** The defaults of SALib. */
export const usualResampling: Resampling = { resamples: 100, confidence: 0.95, seed: 0 };

/** @throws FuturesError with every setting that is out of range */
export function resamplingOf(given: Partial<Resampling> = {}): Resampling {
  const { resamples, confidence, seed } = { ...usualResampling, ...given };
  const found: FuturesProblem[] = [];
  if (!Number.isSafeInteger(resamples) || resamples < 10 || resamples > 10_000) {
    found.push(sensitivityProblems.resamples(resamples));
  }
  if (!(confidence > 0 && confidence < 1)) found.push(sensitivityProblems.confidence(confidence));
  if (!isSeed(seed)) found.push(problems.seed(seed));
  refuse(found);
  return { resamples, confidence, seed };
}

/** Bootstrap mean and interval of each statistic. */
export interface Resampled {
  /** Mean over the resamples. */
  readonly means: Float64Array;
  /** Half the width of the confidence interval: standard deviation over the resamples times the normal quantile. */
  readonly halfWidths: Float64Array;
}

/**
 * The bootstrap: resamples the units with replacement and recomputes the statistics, many times. Units are what is independent in
 * a design: a row of the base sample, a trajectory, a run.
 *
 * @param units how many there are
 * @param statistics how many numbers `compute` writes
 * @param compute writes the statistics of one resample into its second argument; its first holds how often each unit was drawn
 * Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap (1993); the normal interval as in SALib.
 */
export function resample(
  units: number,
  statistics: number,
  { resamples, confidence, seed }: Resampling,
  compute: (drawn: Float64Array, into: Float64Array) => void,
): Resampled {
  const stream = streamOf('bootstrap');
  const drawn = new Float64Array(units);
  const into = new Float64Array(statistics);
  const means = new Float64Array(statistics);
  const squares = new Float64Array(statistics);
  for (let turn = 0; turn < resamples; turn++) {
    drawn.fill(0);
    for (let i = 0; i < units; i += 2) {
      const [one, other] = uniformPair(seed, stream, turn * units + i);
      const first = Math.floor(one * units);
      drawn[first] = numberAt(drawn, first) + 1;
      if (i + 1 === units) break;
      const second = Math.floor(other * units);
      drawn[second] = numberAt(drawn, second) + 1;
    }
    compute(drawn, into);
    // Welford's update: avoids cancellation in large sums.
    for (let k = 0; k < statistics; k++) {
      const value = numberAt(into, k);
      const before = value - numberAt(means, k);
      means[k] = numberAt(means, k) + before / (turn + 1);
      squares[k] = numberAt(squares, k) + before * (value - numberAt(means, k));
    }
  }
  const z = normalQuantile(0.5 + confidence / 2);
  return { means, halfWidths: squares.map((sum) => z * Math.sqrt(sum / (resamples - 1))) };
}

/** The resampling among the settings of a result. */
export const resamplingSettings = ({ resamples, confidence, seed }: Resampling): Record<string, number> => ({
  resamples,
  confidence,
  seed,
});
