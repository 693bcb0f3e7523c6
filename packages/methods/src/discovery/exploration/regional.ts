import { int32At, numberAt } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import type { DiscoveryData, Input } from '../data/data.ts';
import { outcomeFaults } from '../data/outcome-faults.ts';
import { sortedRows } from '../data/sorted-rows.ts';

/** How differently an input is spread over futures of interest and the others. */
export interface RegionalScore {
  readonly input: string;
  /**
   * The largest difference of the two cumulative distributions (Kolmogorov and Smirnov); of categories half the sum of the
   * differences of their shares. From 0, alike, to 1, apart.
   */
  readonly distance: number;
  /** The value at which the difference is largest; null for categories. */
  readonly at: number | null;
  /** Whether futures of interest lie above rather than below that value; null for categories. */
  readonly above: boolean | null;
}

/**
 * Regional sensitivity analysis: per input, whether futures of interest have other values of it than the rest. The largest
 * first; equal ones in the order of the inputs. It sees inputs one by one: one that matters only together with another may
 * score low.
 *
 * @throws FuturesError where all futures are of one kind
 *
 * Source: G. Hornberger and R. Spear, J. Environmental Management 12 (1981).
 */
export function regionalSensitivity(data: DiscoveryData): readonly RegionalScore[] {
  const faults = outcomeFaults(data);
  if (faults.length > 0) throw new FuturesError(faults);
  const rows = Int32Array.from({ length: data.count }, (_, row) => row);
  return data.inputs
    .map((input, place) => ({ place, score: scoreOf(input, data, rows) }))
    .sort((a, b) => b.score.distance - a.score.distance || a.place - b.place)
    .map(({ score }) => score);
}

function scoreOf(input: Input, data: DiscoveryData, rows: Int32Array): RegionalScore {
  const { interest, ofInterest, count } = data;
  const others = count - ofInterest;
  if (input.kind === 'category') {
    const difference = new Float64Array(input.categories.length);
    input.values.forEach((category, row) => {
      difference[category] = numberAt(difference, category) + (interest[row] ? 1 / ofInterest : -1 / others);
    });
    const distance = difference.reduce((sum, each) => sum + Math.abs(each), 0) / 2;
    return { input: input.name, distance, at: null, above: null };
  }
  const order = sortedRows(input.values, rows);
  let inside = 0;
  let outside = 0;
  let distance = 0;
  let at = input.min;
  let above = false;
  for (let i = 0; i < count; i++) {
    const row = int32At(order, i);
    if (interest[row]) inside++;
    else outside++;
    const value = numberAt(input.values, row);
    if (i + 1 < count && numberAt(input.values, int32At(order, i + 1)) === value) continue;
    const difference = inside / ofInterest - outside / others;
    if (Math.abs(difference) > distance) {
      distance = Math.abs(difference);
      at = value;
      above = difference < 0;
    }
  }
  return { input: input.name, distance, at, above };
}
