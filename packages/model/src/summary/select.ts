import { at, numberAt, Unreachable } from '@schaalsprong/words';

/** Below this many values sorting is cheaper than counting. */
const FEW = 48;
const MAX_BINS = 2048;

/**
 * Finds order statistics: the values that would be at some places if all were sorted. Values are counted into bins of
 * equal width; only the bins in which a place falls are looked at further. Zero has no sign.
 *
 * Loops over all values read them plainly, since they end at their length: a check per value took 3 to 8 % more.
 */
export class Selector {
  readonly #binOf: Uint16Array;
  readonly #counts = new Int32Array(MAX_BINS + 1);
  /** Where the values of a bin that matters go in `near`; -1 for the others. */
  readonly #start = new Int32Array(MAX_BINS + 1);
  readonly #near: Float64Array;

  /** @param most the largest number of values */
  constructor(most: number) {
    this.#binOf = new Uint16Array(most);
    this.#near = new Float64Array(most);
  }

  /**
   * @param values in any order; not changed. With a NaN among them every place is NaN.
   * @param ranks places from 0, rising
   * @param out the value at each place
   */
  at(values: Float64Array, ranks: readonly number[], out: Float64Array): void {
    const n = values.length;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      const v = values[i] ?? Number.NaN;
      if (v < low) low = v;
      if (v > high) high = v;
      if (Number.isNaN(v)) return void out.fill(Number.NaN, 0, ranks.length);
    }
    const bins = Math.min(MAX_BINS, 2 ** Math.ceil(Math.log2(Math.max(2, n / 2))));
    const scale = (bins - 1) / (high - low);
    if (n <= FEW || !Number.isFinite(scale) || scale === 0) {
      if (low === high) out.fill(low + 0, 0, ranks.length);
      else fromSorted(Float64Array.from(values).sort(), ranks, 0, out);
      return;
    }
    this.#count(values, low, scale, bins);
    this.#gather(values, bins, ranks, out);
  }

  #count(values: Float64Array, low: number, scale: number, bins: number): void {
    const counts = this.#counts.fill(0, 0, bins);
    const binOf = this.#binOf;
    for (let i = 0; i < values.length; i++) {
      // Rounding never turns the order round, so bins hold values in order too.
      const bin = (((values[i] ?? Number.NaN) - low) * scale) | 0;
      binOf[i] = bin;
      // A counter per bin; `low` and `scale` keep every value within the bins.
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
  }

  #gather(values: Float64Array, bins: number, ranks: readonly number[], out: Float64Array): void {
    const counts = this.#counts;
    const start = this.#start.fill(-1, 0, bins);
    const found: { count: number; before: number; first: number; last: number }[] = [];
    let before = 0;
    let room = 0;
    let r = 0;
    for (let bin = 0; bin < bins && r < ranks.length; bin++) {
      const count = at(counts, bin);
      const first = r;
      while (r < ranks.length && at(ranks, r) < before + count) r++;
      if (r > first) {
        found.push({ count, before, first, last: r });
        start[bin] = room;
        room += count;
      }
      before += count;
    }
    if (r < ranks.length)
      throw new Unreachable(`place ${ranks[r]} of ${values.length} values, ${before} counted`);
    const near = this.#near;
    const binOf = this.#binOf;
    for (let i = 0; i < values.length; i++) {
      // Each bin of a value was counted above.
      const bin = binOf[i] ?? 0;
      const place = start[bin] ?? -1;
      if (place < 0) continue;
      near[place] = values[i] ?? Number.NaN;
      start[bin] = place + 1;
    }
    let from = 0;
    for (const { count, before: skipped, first, last } of found) {
      const inBin = near.subarray(from, from + count);
      from += count;
      // A bin with nearly everything in it holds a lump beside an outlier: count again inside the lump.
      if (count > FEW && count < values.length) {
        const inner = new Selector(count);
        const inside = ranks.slice(first, last).map((rank) => rank - skipped);
        inner.at(inBin, inside, out.subarray(first, last));
      } else {
        fromSorted(sortFew(inBin), ranks.slice(first, last), skipped, out.subarray(first, last));
      }
    }
  }
}

function fromSorted(
  sorted: Float64Array,
  ranks: readonly number[],
  skipped: number,
  out: Float64Array,
): void {
  ranks.forEach((rank, r) => {
    out[r] = numberAt(sorted, rank - skipped) + 0;
  });
}

function sortFew(values: Float64Array): Float64Array {
  if (values.length > FEW) return values.sort();
  for (let i = 1; i < values.length; i++) {
    const v = numberAt(values, i);
    let j = i - 1;
    for (; j >= 0; j--) {
      const other = numberAt(values, j);
      if (!(other > v)) break;
      values[j + 1] = other;
    }
    values[j + 1] = v;
  }
  return values;
}

/** How quantiles at some probabilities come from order statistics. */
export interface Places {
  /** The places needed, rising, each once. */
  readonly ranks: readonly number[];
  /** @returns quantile `p` from the values at `ranks` */
  quantile(p: number, values: ArrayLike<number>): number;
}

/** Type 7: place (n - 1) p, linear between neighbours; between a number and Infinity lies Infinity. */
export function placesOf(probabilities: readonly number[], n: number): Places {
  const around = probabilities.map((p) => {
    const place = (n - 1) * p;
    const below = Math.floor(place);
    return { below, above: Math.min(below + 1, n - 1), part: place - below };
  });
  const ranks = [...new Set(around.flatMap(({ below, above }) => [below, above]))].sort((a, b) => a - b);
  const index = around.map(({ below, above, part }) => ({
    below: ranks.indexOf(below),
    above: ranks.indexOf(above),
    part,
  }));
  return {
    ranks,
    quantile(p, values) {
      const { below, above, part } = at(index, p);
      const low = at(values, below);
      const high = at(values, above);
      // Equal neighbours stay exact.
      return low === high || part === 0 ? low : low + part * (high - low);
    },
  };
}

/**
 * Order statistics: the values that would be at some places if all were sorted, in a pass or two instead of a sort.
 *
 * @param values in any order; not changed. With a NaN among them every place is NaN; zero has no sign.
 * @param ranks places from 0, rising, each below the number of values
 * @returns the value at each place
 */
export function orderStatistics(values: Float64Array, ranks: readonly number[]): Float64Array {
  const found = new Float64Array(ranks.length);
  new Selector(values.length).at(values, ranks, found);
  return found;
}
