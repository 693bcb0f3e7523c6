import type { Block } from '../run/block.ts';
import type { EachAnswer, EachAsk, QuantilesAnswer, QuantilesAsk } from './asks.ts';
import type { Accumulator, Piece } from './piece.ts';
import { placesOf, Selector } from './select.ts';

/** Values of an outcome at every time, or every so manyth: time `k` of future `from + i` at `values[k * count + i]`. */
export class Columns implements Accumulator {
  readonly #kept: number;
  readonly #every: number;
  readonly #times: number;
  #pieces: Piece[] = [];
  #open: Piece = { from: 0, count: 0, values: new Float64Array() };

  constructor(kept: number, every = 1) {
    this.#kept = kept;
    this.#every = every;
    this.#times = Math.ceil(kept / every);
  }

  room(count: number): number {
    return this.#times * count;
  }

  open(from: number, count: number, values: Float64Array): void {
    this.#open = { from, count, values };
    this.#pieces.push(this.#open);
  }

  add({ from, count, data, lanes }: Block, o: number): void {
    const target = this.#open;
    const at = from - target.from;
    for (let k = 0; k < this.#times; k++) {
      const row = (o * this.#kept + k * this.#every) * lanes;
      target.values.set(data.subarray(row, row + count), k * target.count + at);
    }
  }

  take(): Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

/** The exact quantiles of what {@link Columns} kept, a kept time at a time. */
export function exactQuantiles(
  { outcome, probabilities }: QuantilesAsk,
  pieces: readonly Piece[],
  times: number,
  count: number,
): QuantilesAnswer {
  const values = new Float64Array(probabilities.length * times);
  const places = placesOf(probabilities, count);
  const selector = new Selector(count);
  const row = new Float64Array(count);
  const found = new Float64Array(places.ranks.length);
  for (let k = 0; k < times; k++) {
    gatherRow(pieces, k, row);
    selector.at(row, places.ranks, found);
    for (let p = 0; p < probabilities.length; p++) values[p * times + k] = places.quantile(p, found);
  }
  return { take: 'quantiles', outcome, probabilities, values, error: new Float64Array(times) };
}

function gatherRow(pieces: readonly Piece[], k: number, row: Float64Array): void {
  for (const { from, count, values } of pieces) row.set(values.subarray(k * count, (k + 1) * count), from);
}

/** All series of what {@link Columns} kept. */
export function series(
  { outcome }: EachAsk,
  pieces: readonly Piece[],
  times: number,
  count: number,
): EachAnswer {
  const values = new Float64Array(times * count);
  for (let k = 0; k < times; k++) gatherRow(pieces, k, values.subarray(k * count, (k + 1) * count));
  return { take: 'each', outcome, values };
}
