import type { Distribution } from '@schaalsprong/agenda';
import { quantile } from '../distributions.ts';
import { type Futures, type SampledUncertainty, sampleFutures } from '../sampling.ts';
import { latinColumn } from './latin-hypercube.ts';

/** An uncertainty of which others hold other ranges than we do. */
export interface DisputedUncertainty extends SampledUncertainty {
  readonly views: readonly { readonly by: string; readonly distribution: Distribution }[];
}

/** The futures as one holder sees them: its ranges where it has some, ours elsewhere. */
export interface FuturesOfHolder {
  /** Who holds them; null for our own ranges. */
  readonly by: string | null;
  readonly futures: Futures;
}

/** Futures each of which is drawn from the ranges of one holder, and which. */
export interface FuturesTogether {
  readonly futures: Futures;
  /** Our own ranges first (null), then the others in order of appearance. */
  readonly holders: readonly (string | null)[];
  /** Per future the place of its holder in `holders`. */
  readonly holder: Uint32Array;
}

/** Who holds ranges of any of the uncertainties: we first, then the others in order of appearance. */
export function holdersOf(uncertainties: readonly DisputedUncertainty[]): readonly (string | null)[] {
  return [null, ...new Set(uncertainties.flatMap(({ views }) => views.map(({ by }) => by)))];
}

/** The range that a holder gives an uncertainty; ours where it has none. */
function held({ distribution, views }: DisputedUncertainty, by: string | null): Distribution {
  return views.find((view) => view.by === by)?.distribution ?? distribution;
}

const asHeld = (uncertainties: readonly DisputedUncertainty[], by: string | null): SampledUncertainty[] =>
  uncertainties.map((one) => ({ id: one.id, variable: one.variable, distribution: held(one, by) }));

/**
 * Disputed assumptions run apart: one set of futures per holder, on common random numbers, so that future 17 of one holder
 * is future 17 of another seen with other ranges, and a difference is the dispute and not the draw.
 *
 * @param count futures per holder, at least 1
 * @returns our own first
 * @throws FuturesError as {@link sampleFutures}, for the ranges of every holder
 */
export function futuresApart(
  uncertainties: readonly DisputedUncertainty[],
  count: number,
  seed: number,
): readonly FuturesOfHolder[] {
  return holdersOf(uncertainties).map((by) => ({
    by,
    futures: sampleFutures(asHeld(uncertainties, by), count, seed),
  }));
}

/**
 * Disputed assumptions run together: every future is drawn from the ranges of one holder, for all its uncertainties, so
 * that it is a future that somebody believes in. Each holder has as many futures as another, give or take one; which
 * futures they are follows from the seed alone. The uniform numbers are those of {@link futuresApart}.
 *
 * @param count futures of all holders together, at least 1
 * @throws FuturesError as {@link sampleFutures}, for the ranges of every holder
 */
export function futuresTogether(
  uncertainties: readonly DisputedUncertainty[],
  count: number,
  seed: number,
): FuturesTogether {
  const holders = holdersOf(uncertainties);
  const apart = holders.map((by) => {
    // Checks count, seed and every range, on one future's worth of memory.
    sampleFutures(asHeld(uncertainties, by), 1, seed);
    return asHeld(uncertainties, by);
  });
  const own = sampleFutures(asHeld(uncertainties, null), count, seed);
  const holder = Uint32Array.from(latinColumn('holder of the ranges', count, seed), (place) =>
    Math.min(holders.length - 1, Math.floor(place * holders.length)),
  );
  const values = { ...own.values };
  const byId = { ...own.byId };
  uncertainties.forEach(({ id, variable, views }, i) => {
    if (views.length === 0) return;
    const units = latinColumn(id, count, seed);
    const column = units.map((p, future) => {
      const distribution = apart[holder[future] ?? 0]?.[i]?.distribution;
      return distribution === undefined ? Number.NaN : quantile(distribution, p);
    });
    values[variable] = column;
    byId[id] = column;
  });
  return { futures: { count, seed, values, byId }, holders, holder };
}
