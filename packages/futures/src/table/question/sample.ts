import type { Uncertainty } from '@schaalsprong/agenda';
import { latinColumn } from '@schaalsprong/methods/designs';
import { type Futures, sampleFutures } from '@schaalsprong/methods/ensemble';
import { at, type Distribution, numberAt, Unreachable } from '@schaalsprong/words';
import type { TableRegion, TableSetting } from '../types.ts';

/** Cache of columns of draws, so that a move only redraws what it changes. */
export type ColumnCache = Map<string, Float64Array>;

/** Cache size: some hundreds of uncertainties for two numbers of futures. */
const columnsKept = 1000;

/** Our ranges, as a holder beside the viewpoints of the region. */
const ours = null;

/** The range of an uncertainty as somebody holds it; ours where they say nothing of it. */
function rangeOf(
  { distribution, views }: Pick<Uncertainty, 'distribution' | 'views'>,
  viewpoint: string | null,
): Distribution {
  return views.find(({ by }) => by === viewpoint)?.distribution ?? distribution;
}

/**
 * Whose ranges each future draws from where all are mixed: one holder for all uncertainties of a future, so that a future is
 * one that somebody believes in, not half of each. Every holder has as many futures as another, give or take one, so that
 * none weighs more by chance; which they are follows from the seed and the number of futures.
 *
 * @param viewpoints how many there are beside our own ranges
 * @returns per future a place among the holders: 0 for ours, then the viewpoints in the order of the region
 */
export function holders(count: number, seed: number, viewpoints: number): Uint8Array {
  const column = latinColumn('viewpoints of the policy table', count, seed);
  return Uint8Array.from(column, (place) => Math.min(viewpoints, Math.floor(place * (viewpoints + 1))));
}

/**
 * The futures of a setting: those of {@link sampleFutures}, drawn from the ranges of its viewpoint, with fixed assumptions
 * in place of draws. The number of a future in the hypercube depends on no range, lever or assumption, so that settings
 * are compared on common random numbers.
 *
 * @param cache filled with the columns that were made, where the caller means to ask again
 * @throws FuturesError on a bad count, seed or range
 */
export function tableFutures(
  region: Pick<TableRegion, 'uncertainties' | 'table'>,
  { viewpoint, assumptions }: Pick<TableSetting, 'viewpoint' | 'assumptions'>,
  count: number,
  seed: number,
  cache: ColumnCache = new Map(),
): Futures {
  const values: Record<string, Float64Array> = {};
  const byId: Record<string, Float64Array> = {};
  const parties = region.table.viewpoints.map(({ id }) => id);
  const holderOf = viewpoint === 'together' ? holders(count, seed, parties.length) : null;
  for (const uncertainty of region.uncertainties) {
    const { id, variable, views } = uncertainty;
    const fixed = Object.hasOwn(assumptions, id) ? assumptions[id] : undefined;
    const drawn = (by: string | null): Float64Array =>
      kept(cache, uncertainty, rangeOf(uncertainty, by), count, seed);
    let column: Float64Array;
    if (fixed !== undefined) column = new Float64Array(count).fill(fixed);
    else if (holderOf === null || views.length === 0) column = drawn(holderOf === null ? viewpoint : ours);
    else {
      const each = [ours, ...parties].map(drawn);
      column = Float64Array.from(holderOf, (holder, future) => numberAt(at(each, holder), future));
    }
    values[variable] = column;
    byId[id] = column;
  }
  return { count, seed, values, byId };
}

function kept(
  cache: ColumnCache,
  { id, variable }: Pick<Uncertainty, 'id' | 'variable'>,
  distribution: Distribution,
  count: number,
  seed: number,
): Float64Array {
  const key = `${id} ${count} ${seed} ${JSON.stringify(distribution)}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = sampleFutures([{ id, variable, distribution }], count, seed).byId[id];
  if (made === undefined) throw new Unreachable(`no draws of ${id}`);
  if (cache.size >= columnsKept) cache.clear();
  cache.set(key, made);
  return made;
}
