import { numberAt } from '@schaalsprong/words';
import type { Block } from '../run/block.ts';
import type { MomentsAnswer, MomentsAsk } from './asks.ts';
import type { Accumulator, Piece } from './piece.ts';

/**
 * Sums per kept time of each run of futures apart, so that adding up in the order of the futures gives the same bits
 * on any worker: by kept time the first value, the sum of distances to it and the sum of their squares.
 */
export class Moments implements Accumulator {
  readonly #times: number;
  #pieces: Piece[] = [];
  #open: Piece = { from: 0, count: 0, values: new Float64Array() };

  constructor(times: number) {
    this.#times = times;
  }

  open(from: number, count: number): void {
    this.#open = { from, count, values: new Float64Array(3 * this.#times) };
    this.#pieces.push(this.#open);
  }

  add({ from, count, data, lanes }: Block, o: number): void {
    const times = this.#times;
    const { values, from: start } = this.#open;
    for (let k = 0; k < times; k++) {
      const row = (o * times + k) * lanes;
      if (from === start) values[k] = numberAt(data, row);
      const first = numberAt(values, k);
      let sum = numberAt(values, times + k);
      let squares = numberAt(values, 2 * times + k);
      for (let i = row; i < row + count; i++) {
        const d = numberAt(data, i) - first;
        sum += d;
        squares += d * d;
      }
      values[times + k] = sum;
      values[2 * times + k] = squares;
    }
  }

  take(): Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

/**
 * Mean and variance of the whole from those of parts, in the order of the futures. T. Chan, G. Golub, R. LeVeque,
 * 'Updating formulae and a pairwise algorithm for computing sample variances' (1979).
 */
export function moments(
  { outcome }: MomentsAsk,
  pieces: readonly Piece[],
  times: number,
  count: number,
): MomentsAnswer {
  const mean = new Float64Array(times);
  const variance = new Float64Array(times);
  for (let k = 0; k < times; k++) {
    let n = 0;
    let m = 0;
    let squares = 0;
    for (const { count: more, values } of pieces) {
      const sum = numberAt(values, times + k);
      const other = numberAt(values, k) + sum / more;
      const apart = Math.max(0, numberAt(values, 2 * times + k) - (sum * sum) / more);
      const distance = other - m;
      squares += apart + (distance * distance * n * more) / (n + more);
      m = n === 0 ? other : m + (distance * more) / (n + more);
      n += more;
    }
    mean[k] = m;
    variance[k] = squares / (count - 1);
  }
  return { take: 'moments', outcome, mean, variance };
}
