import { normalQuantile, streamOf, uniformPair } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';

/** The lake and what flows into it. */
export interface Lake {
  /** Part of the phosphorus that leaves each year. */
  readonly b: number;
  /** Steepness of the recycling from the bottom. */
  readonly q: number;
  /** Inflow each year, one row of 99 or more per sample: {@link steadyInflow} or {@link lognormalInflow}. */
  readonly inflow: readonly Float64Array[];
  /** Benefit per unit of release. */
  readonly alpha?: number;
  /** Discount factor per year. */
  readonly delta?: number;
}

/** Outcomes of a policy for the lake. */
export interface LakeOutcomes {
  /** Largest over the years of the mean phosphorus over the samples. */
  readonly maxP: number;
  readonly utility: number;
  /** Part of the years in which the release falls by no more than 0.02. */
  readonly inertia: number;
  /** Part of years and samples in which the phosphorus is below the tipping point. */
  readonly reliability: number;
}

/** Years of the problem. */
export const lakeYears = 100;

/** The same inflow every year. */
export const steadyInflow = (inflow: number): readonly Float64Array[] => [
  new Float64Array(lakeYears).fill(inflow),
];

/**
 * Inflows drawn from a lognormal distribution with this mean and standard deviation (of the inflow itself, not of its
 * logarithm); years are independent.
 */
export function lognormalInflow(
  mean: number,
  sd: number,
  samples: number,
  seed: number,
): readonly Float64Array[] {
  const spread = Math.sqrt(Math.log(1 + (sd / mean) ** 2));
  const middle = Math.log(mean) - spread ** 2 / 2;
  return Array.from({ length: samples }, (_, sample) => {
    const stream = streamOf(`lake inflow ${sample}`);
    return Float64Array.from({ length: lakeYears }, (__, year) =>
      Math.exp(middle + spread * normalQuantile(uniformPair(seed, stream, year)[0])),
    );
  });
}

const recycled = (x: number, q: number): number => x ** q / (1 + x ** q);

/** The phosphorus beyond which the lake tips: where recycling equals outflow, on 0.01 to 1.5, by bisection. */
export function criticalPhosphorus(b: number, q: number): number {
  const surplus = (x: number): number => recycled(x, q) - b * x;
  let [low, high] = [0.01, 1.5];
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (surplus(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The lake problem: a town releases phosphorus into a lake that can tip. The stock starts at 0 and next year is
 * (1 - b) x + x^q / (1 + x^q) + release + inflow.
 *
 * @param release per year, {@link lakeYears} of them; one number for all years
 *
 * Source: S. Carpenter, D. Ludwig, W. Brock, Ecological Applications 9 (1999); J. Quinn, P. Reed, K. Keller, Environmental
 * Modelling & Software 92 (2017); objectives as in Rhodium's example.
 */
export function lakeProblem(
  release: number | ArrayLike<number>,
  { b, q, inflow, alpha = 0.4, delta = 0.98 }: Lake,
): LakeOutcomes {
  const releaseOf = (year: number): number => (typeof release === 'number' ? release : at(release, year));
  const critical = criticalPhosphorus(b, q);
  const totals = new Float64Array(lakeYears);
  let reliable = 0;
  for (const flows of inflow) {
    let x = 0;
    for (let year = 0; year < lakeYears; year++) {
      if (year > 0) x = (1 - b) * x + recycled(x, q) + releaseOf(year - 1) + numberAt(flows, year - 1);
      totals[year] = numberAt(totals, year) + x;
      if (x < critical) reliable++;
    }
  }
  let utility = 0;
  let inert = 0;
  for (let year = 0; year < lakeYears; year++) {
    utility += alpha * releaseOf(year) * delta ** year;
    if (year > 0 && releaseOf(year) - releaseOf(year - 1) > -0.02) inert++;
  }
  return {
    maxP: Math.max(...totals) / inflow.length,
    utility,
    inertia: inert / (lakeYears - 1),
    reliability: reliable / (inflow.length * lakeYears),
  };
}
