import { at, numberAt } from '@schaalsprong/words';
import type { Block } from '../run/block.ts';
import type { QuantilesAnswer, QuantilesAsk } from './asks.ts';
import type { Accumulator, Piece } from './piece.ts';
import { placesOf } from './select.ts';

/** Bins per kept time. */
const BINS = 1024;
/** Below this power of two a double has no full precision left; no bin is narrower. */
const NARROWEST = -1000;

/**
 * A histogram per kept time that fits itself to what it is fed. Bin `j` holds v with floor(v / w) = base + j, where the
 * width w is the smallest power of two with which the values up to now fit in the bins. When values come that do not
 * fit, w doubles and neighbours join, which loses nothing: floor(floor(v / w) / 2) = floor(v / 2w). So width and counts
 * follow from the values alone, whatever their order, and histograms of parts add up to that of the whole.
 *
 * A piece holds per kept time its base, the power of two, the smallest and the largest value, in `values`, and the
 * counts in `bins`.
 */
class Histograms {
  readonly base: Float64Array;
  readonly power: Int32Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly bins: Uint32Array;
  readonly #times: number;

  constructor(times: number) {
    this.#times = times;
    this.base = new Float64Array(times);
    this.power = new Int32Array(times).fill(NARROWEST);
    this.min = new Float64Array(times).fill(Number.POSITIVE_INFINITY);
    this.max = new Float64Array(times).fill(Number.NEGATIVE_INFINITY);
    this.bins = new Uint32Array(times * BINS);
  }

  /** Makes room at a kept time for values from `low` to `high`; false where one of all values is not finite, which has no bin. */
  fit(k: number, low: number, high: number): boolean {
    const [lowest, highest] = [numberAt(this.min, k), numberAt(this.max, k)];
    const min = Math.min(low, lowest);
    const max = Math.max(high, highest);
    const empty = lowest > highest;
    this.min[k] = min + 0;
    this.max[k] = max + 0;
    if (!Number.isFinite(max - min)) return false;
    const before = at(this.power, k);
    const power = Math.max(before, smallestPower(min, max));
    const shift = power - before;
    const width = 2 ** power;
    const first = Math.floor(min / width);
    const last = Math.floor(max / width);
    const old = numberAt(this.base, k);
    if (empty || shift > 0 || first < old || last >= old + BINS) {
      // Values in the middle, so that there is room on both sides.
      const base = first - ((BINS - 1 - (last - first)) >> 1);
      if (!empty) this.#move(k, old, base, 2 ** shift);
      this.base[k] = base;
      this.power[k] = power;
    }
    return true;
  }

  #move(k: number, old: number, base: number, by: number): void {
    const bins = this.bins.subarray(k * BINS, (k + 1) * BINS);
    const before = bins.slice();
    bins.fill(0);
    for (const [j, count] of before.entries()) {
      if (count === 0) continue;
      const to = Math.floor((old + j) / by) - base;
      bins[to] = at(bins, to) + count;
    }
  }

  /** Adds the counts of a piece. */
  add({ values, bins }: Piece): void {
    const times = this.#times;
    if (bins === undefined) throw new Error('a piece of a sketch without bins');
    for (let k = 0; k < times; k++) {
      const [low, high] = [numberAt(values, 2 * times + k), numberAt(values, 3 * times + k)];
      if (low > high || !this.fit(k, low, high)) continue;
      const by = 2 ** (at(this.power, k) - numberAt(values, times + k));
      const from = numberAt(values, k);
      const base = numberAt(this.base, k);
      for (const [j, count] of bins.subarray(k * BINS, (k + 1) * BINS).entries()) {
        if (count === 0) continue;
        const to = k * BINS + Math.floor((from + j) / by) - base;
        this.bins[to] = at(this.bins, to) + count;
      }
    }
  }

  piece(from: number, count: number): Piece {
    const times = this.#times;
    const values = new Float64Array(4 * times);
    values.set(this.base);
    values.set(this.power, times);
    values.set(this.min, 2 * times);
    values.set(this.max, 3 * times);
    return { from, count, values, bins: this.bins };
  }
}

/** The smallest power of two of a width with which both numbers fall in the bins, and their bins are whole numbers. */
function smallestPower(min: number, max: number): number {
  const largest = Math.max(Math.abs(min), Math.abs(max));
  const whole = largest === 0 ? NARROWEST : Math.floor(Math.log2(largest)) - 51;
  const spread = max - min;
  const near = spread === 0 ? NARROWEST : Math.floor(Math.log2(spread / BINS)) - 1;
  let power = Math.max(NARROWEST, whole, near);
  while (Math.floor(max / 2 ** power) - Math.floor(min / 2 ** power) >= BINS) power++;
  return power;
}

/** Feeds {@link Histograms}. */
export class Sketch implements Accumulator {
  readonly #kept: number;
  readonly #every: number;
  readonly #times: number;
  #held: Histograms;
  #from = Number.POSITIVE_INFINITY;
  #count = 0;

  constructor(kept: number, every = 1) {
    this.#kept = kept;
    this.#every = every;
    this.#times = Math.ceil(kept / every);
    this.#held = new Histograms(this.#times);
  }

  open(from: number, count: number): void {
    this.#from = Math.min(this.#from, from);
    this.#count += count;
  }

  add({ count, data, lanes }: Block, o: number): void {
    const held = this.#held;
    for (let k = 0; k < this.#times; k++) {
      const row = (o * this.#kept + k * this.#every) * lanes;
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      for (let i = row; i < row + count; i++) {
        const v = numberAt(data, i);
        if (v < low) low = v;
        if (v > high) high = v;
      }
      if (low < numberAt(held.min, k) || high > numberAt(held.max, k)) held.fit(k, low, high);
      const perWidth = 2 ** -at(held.power, k);
      const base = numberAt(held.base, k);
      const bins = held.bins;
      const first = k * BINS;
      for (let i = row; i < row + count; i++) {
        const j = first + Math.floor(numberAt(data, i) * perWidth) - base;
        // A counter per bin. Where a value is not finite there may be no bin for it: the quantiles are then NaN.
        bins[j] = (bins[j] ?? 0) + 1;
      }
    }
  }

  take(): Piece[] {
    if (this.#count === 0) return [];
    const piece = this.#held.piece(this.#from, this.#count);
    this.#held = new Histograms(this.#times);
    this.#from = Number.POSITIVE_INFINITY;
    this.#count = 0;
    return [piece];
  }
}

/**
 * Quantiles from histograms: the values of a bin are taken as spread evenly over it. NaN where not all values were finite.
 */
export function sketchedQuantiles(
  { outcome, probabilities }: QuantilesAsk,
  pieces: readonly Piece[],
  times: number,
  count: number,
): QuantilesAnswer {
  const whole = new Histograms(times);
  for (const piece of pieces) whole.add(piece);
  const { ranks, quantile } = placesOf(probabilities, count);
  const values = new Float64Array(probabilities.length * times);
  const error = new Float64Array(times);
  const found = new Float64Array(ranks.length);
  for (let k = 0; k < times; k++) {
    const width = 2 ** at(whole.power, k);
    const [min, max, base] = [numberAt(whole.min, k), numberAt(whole.max, k), numberAt(whole.base, k)];
    error[k] = min === max ? 0 : width;
    let before = 0;
    let r = 0;
    for (const [j, inBin] of whole.bins.subarray(k * BINS, (k + 1) * BINS).entries()) {
      for (; r < ranks.length; r++) {
        const rank = at(ranks, r);
        if (rank >= before + inBin) break;
        const v = (base + j + (rank - before + 0.5) / inBin) * width;
        found[r] = rank === 0 ? min : rank === count - 1 ? max : Math.min(max, Math.max(min, v));
      }
      before += inBin;
    }
    const complete = before === count && Number.isFinite(max - min);
    for (let p = 0; p < probabilities.length; p++) {
      values[p * times + k] = complete ? quantile(p, found) : Number.NaN;
    }
    if (!complete) error[k] = Number.NaN;
  }
  return { take: 'quantiles', outcome, probabilities, values, error };
}
