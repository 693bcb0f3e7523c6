import { numberAt } from '@schaalsprong/words';
import type { Block } from '../run/block.ts';
import type { CountAnswer, CountAsk, ExtremesAnswer, ExtremesAsk } from './asks.ts';
import { type Accumulator, lineAt, type Piece } from './piece.ts';

/** Commutative aggregates: one piece, however many chunks of futures were added. */
abstract class Tally implements Accumulator {
  protected values: Float64Array;
  readonly #fresh: () => Float64Array;
  #from = Number.POSITIVE_INFINITY;
  #count = 0;

  constructor(fresh: () => Float64Array) {
    this.#fresh = fresh;
    this.values = fresh();
  }

  open(from: number, count: number): void {
    this.#from = Math.min(this.#from, from);
    this.#count += count;
  }

  abstract add(block: Block, o: number): void;

  take(): Piece[] {
    if (this.#count === 0) return [];
    const piece = { from: this.#from, count: this.#count, values: this.values };
    this.values = this.#fresh();
    this.#from = Number.POSITIVE_INFINITY;
    this.#count = 0;
    return [piece];
  }
}

/** By kept time: smallest, largest, future of each. */
export class Extremes extends Tally {
  readonly #times: number;

  constructor(times: number) {
    super(() => noExtremes(times));
    this.#times = times;
  }

  override add({ from, count, data, lanes }: Block, o: number): void {
    const times = this.#times;
    for (let k = 0; k < times; k++) {
      const row = (o * times + k) * lanes;
      let [low, high, lowAt, highAt] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
      for (let i = 0; i < count; i++) {
        const v = numberAt(data, row + i);
        if (v < low) {
          low = v;
          lowAt = i;
        }
        if (v > high) {
          high = v;
          highAt = i;
        }
      }
      note(this.values, times, k, low + 0, high + 0, from + lowAt, from + highAt);
    }
  }
}

const noExtremes = (times: number): Float64Array =>
  new Float64Array(4 * times).fill(Number.POSITIVE_INFINITY).fill(Number.NEGATIVE_INFINITY, times, 2 * times);

function note(
  values: Float64Array,
  times: number,
  k: number,
  low: number,
  high: number,
  lowIn: number,
  highIn: number,
): void {
  const min = numberAt(values, k);
  const max = numberAt(values, times + k);
  const minIn = numberAt(values, 2 * times + k);
  const maxIn = numberAt(values, 3 * times + k);
  if (low < min || (low === min && lowIn < minIn)) {
    values[k] = low;
    values[2 * times + k] = lowIn;
  }
  if (high > max || (high === max && highIn < maxIn)) {
    values[times + k] = high;
    values[3 * times + k] = highIn;
  }
}

export function extremes({ outcome }: ExtremesAsk, pieces: readonly Piece[], times: number): ExtremesAnswer {
  const whole = noExtremes(times);
  for (const { values: v } of pieces) {
    for (let k = 0; k < times; k++) {
      const at = (part: number): number => numberAt(v, part * times + k);
      note(whole, times, k, at(0), at(1), at(2), at(3));
    }
  }
  const part = (i: number): Float64Array => whole.slice(i * times, (i + 1) * times);
  return { take: 'extremes', outcome, min: part(0), max: part(1), minFuture: part(2), maxFuture: part(3) };
}

/** By kept time, or every so manyth: futures above the line, futures below it. */
export class Counts extends Tally {
  readonly #kept: number;
  readonly #every: number;
  readonly #times: number;
  readonly #line: Float64Array;

  constructor(line: CountAsk['line'], kept: number, every = 1) {
    const times = Math.ceil(kept / every);
    super(() => new Float64Array(2 * times));
    this.#kept = kept;
    this.#every = every;
    this.#times = times;
    this.#line = lineAt(line, kept);
  }

  override add({ count, data, lanes }: Block, o: number): void {
    const times = this.#times;
    for (let k = 0; k < times; k++) {
      const line = numberAt(this.#line, k * this.#every);
      const row = (o * this.#kept + k * this.#every) * lanes;
      let above = 0;
      let below = 0;
      for (let i = row; i < row + count; i++) {
        const v = numberAt(data, i);
        if (v > line) above++;
        else if (v < line) below++;
      }
      this.values[k] = numberAt(this.values, k) + above;
      this.values[times + k] = numberAt(this.values, times + k) + below;
    }
  }
}

export function counts({ outcome }: CountAsk, pieces: readonly Piece[], times: number): CountAnswer {
  const whole = new Float64Array(2 * times);
  for (const { values } of pieces)
    for (const [i, sum] of whole.entries()) whole[i] = sum + numberAt(values, i);
  return { take: 'count', outcome, above: whole.slice(0, times), below: whole.slice(times) };
}
