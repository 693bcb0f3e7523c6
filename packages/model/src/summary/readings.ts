import { numberAt, Unreachable } from '@schaalsprong/words';
import type { Block } from '../run/block.ts';
import type { CrossingAnswer, CrossingAsk, EachAnswer, EachAsk, Reading } from './asks.ts';
import { type Accumulator, lineAt, type Piece } from './piece.ts';
import { placesOf, Selector } from './select.ts';

/**
 * Reads one future of a block from `row` on: its value at kept time `k` is `data[row + k * lanes]`. The caller has checked that all its
 * kept times lie within the data, so that a reading of one or two values costs no check for each.
 */
type ReadOne = (data: Float64Array, row: number, lanes: number) => number;

/** One number per future. */
export class PerFuture implements Accumulator {
  readonly #read: ReadOne;
  readonly #times: number;
  #pieces: Piece[] = [];
  #open: Piece = { from: 0, count: 0, values: new Float64Array() };

  constructor(read: ReadOne, times: number) {
    this.#read = read;
    this.#times = times;
  }

  room(count: number): number {
    return count;
  }

  open(from: number, count: number, values: Float64Array): void {
    this.#open = { from, count, values };
    this.#pieces.push(this.#open);
  }

  add({ from, count, data, lanes }: Block, o: number): void {
    const { values, from: start } = this.#open;
    const row = o * this.#times * lanes;
    if (count > lanes || row + this.#times * lanes > data.length)
      throw new Unreachable(`outcome ${o} of a block of ${data.length}`);
    for (let i = 0; i < count; i++) values[from - start + i] = this.#read(data, row + i, lanes);
  }

  take(): Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

/** The numbers of {@link PerFuture} in the order of the futures. */
export function perFuture(pieces: readonly Piece[], count: number): Float64Array {
  const values = new Float64Array(count);
  for (const piece of pieces) values.set(piece.values, piece.from);
  return values;
}

export const each = ({ outcome }: EachAsk, pieces: readonly Piece[], count: number): EachAnswer => ({
  take: 'each',
  outcome,
  values: perFuture(pieces, count),
});

/** Times nearer than this are the same. */
const SAME_TIME = 1e-6;

/** Which of some times a reading needs, as indexes from..to (inclusive). Empty where to < from. */
export function windowOf(
  reading: Reading | { readonly of: 'series' },
  times: Float64Array,
): { readonly from: number; readonly to: number } {
  const last = times.length - 1;
  const atOrAfter = (time: number): number => {
    let index = 0;
    while (index <= last && numberAt(times, index) < time - SAME_TIME) index++;
    return index;
  };
  const isAt = (index: number, time: number): boolean =>
    index <= last && Math.abs(numberAt(times, index) - time) <= SAME_TIME;
  switch (reading.of) {
    case 'series':
      return { from: 0, to: last };
    case 'at': {
      const above = atOrAfter(reading.time);
      // Before the first and after the last kept time there is nothing to draw a line between.
      if (above > last || (above === 0 && !isAt(0, reading.time))) return { from: 0, to: -1 };
      return { from: isAt(above, reading.time) ? above : above - 1, to: above };
    }
    case 'mean':
      return { from: atOrAfter(reading.from), to: atOrAfter(reading.to) - 1 };
    case 'max':
    case 'min': {
      const above = atOrAfter(reading.to);
      return { from: atOrAfter(reading.from), to: isAt(above, reading.to) ? above : above - 1 };
    }
  }
}

/** How to take a reading. */
export function readingOf(reading: Reading, times: Float64Array): ReadOne {
  const { from, to } = windowOf(reading, times);
  if (to < from) return () => Number.NaN;
  switch (reading.of) {
    case 'at': {
      const before = numberAt(times, from);
      const part = from === to ? 0 : (reading.time - before) / (numberAt(times, to) - before);
      return (data, row, lanes) => {
        const low = data[row + from * lanes] ?? Number.NaN;
        return from === to ? low : low + part * ((data[row + to * lanes] ?? Number.NaN) - low);
      };
    }
    case 'mean':
      return (data, row, lanes) => {
        let sum = data[row + from * lanes] ?? Number.NaN;
        for (let k = from + 1; k <= to; k++) sum += data[row + k * lanes] ?? Number.NaN;
        return sum / (to - from + 1);
      };
    // Written twice, since a function that is chosen is called for every value, and one that is named is an instruction.
    case 'max':
      return (data, row, lanes) => {
        let value = data[row + from * lanes] ?? Number.NaN;
        for (let k = from + 1; k <= to; k++) value = Math.max(value, data[row + k * lanes] ?? Number.NaN);
        return value;
      };
    case 'min':
      return (data, row, lanes) => {
        let value = data[row + from * lanes] ?? Number.NaN;
        for (let k = from + 1; k <= to; k++) value = Math.min(value, data[row + k * lanes] ?? Number.NaN);
        return value;
      };
  }
}

/** When a future first reaches the line; Infinity where it never does. */
export function crossingOf({ line, direction }: CrossingAsk, times: Float64Array): ReadOne {
  const at = lineAt(line, times.length);
  const sign = direction === 'up' ? 1 : -1;
  return (data, row, lanes) => {
    let before = Number.NaN;
    for (let k = 0; k < times.length; k++) {
      const distance = sign * (numberAt(data, row + k * lanes) - numberAt(at, k));
      if (distance >= 0) {
        const time = numberAt(times, k);
        if (k === 0 || distance === 0) return time;
        const earlier = numberAt(times, k - 1);
        return earlier + ((time - earlier) * before) / (before - distance);
      }
      before = distance;
    }
    return Number.POSITIVE_INFINITY;
  };
}

export function crossing(
  { outcome, probabilities }: CrossingAsk,
  pieces: readonly Piece[],
  count: number,
): CrossingAnswer {
  const { ranks, quantile } = placesOf(probabilities, count);
  const found = new Float64Array(ranks.length);
  const moments = perFuture(pieces, count);
  new Selector(count).at(moments, ranks, found);
  const never = moments.reduce((total, time) => total + (time === Number.POSITIVE_INFINITY ? 1 : 0), 0);
  return {
    take: 'crossing',
    outcome,
    probabilities,
    values: Float64Array.from(probabilities, (_, p) => quantile(p, found)),
    never,
    neverShare: never / count,
  };
}
