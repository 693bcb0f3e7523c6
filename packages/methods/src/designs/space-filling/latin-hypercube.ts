import { streamOf, uniformPair } from '@schaalsprong/model';
import { numberAt, uint32At } from '@schaalsprong/words';

/**
 * One column of a Latin hypercube: each of `count` strata of equal probability holds exactly one point.
 *
 * Point i has two uniform numbers, from the seed, the stream of the name and i alone. The rank of the first among all
 * points is the stratum, the second is the place inside it: `(rank + second) / count`.
 *
 * @param name of the dimension, which names the stream: other dimensions play no part
 * @param count whole number, at least 1
 * @param seed whole number from 0 to 2^53 - 1
 * @returns numbers in (0, 1)
 *
 * Source: M. McKay, R. Beckman, W. Conover, Technometrics 21 (1979).
 */
export function latinColumn(name: string, count: number, seed: number): Float64Array {
  const stream = streamOf(name);
  const first = new Float64Array(count);
  const second = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [a, b] = uniformPair(seed, stream, i);
    first[i] = a;
    second[i] = b;
  }
  const column = new Float64Array(count);
  orderOfUniforms(first).forEach((i, rank) => {
    column[i] = (rank + numberAt(second, i)) / count;
  });
  return column;
}

/** A column of independent uniform numbers: the first numbers of the same streams, without strata. */
export function monteCarloColumn(name: string, count: number, seed: number): Float64Array {
  const stream = streamOf(name);
  return Float64Array.from({ length: count }, (_, i) => uniformPair(seed, stream, i)[0]);
}

/**
 * Places of numbers from 0 to 1 in rising order; equal ones by place. In linear time on average, because numbers that
 * are uniform fall evenly into as many bins as there are numbers.
 */
function orderOfUniforms(values: Float64Array): Uint32Array {
  const count = values.length;
  const binOf = (i: number): number => Math.min(count - 1, Math.floor(numberAt(values, i) * count));
  const starts = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const next = binOf(i) + 1;
    starts[next] = uint32At(starts, next) + 1;
  }
  for (let bin = 1; bin <= count; bin++) {
    starts[bin] = uint32At(starts, bin) + uint32At(starts, bin - 1);
  }
  const ends = starts.slice();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const bin = binOf(i);
    const value = numberAt(values, i);
    let place = uint32At(ends, bin);
    ends[bin] = place + 1;
    // Insert among the few of the same bin; those before have a lower place, so equal ones stay in order.
    for (; place > uint32At(starts, bin); place--) {
      const before = uint32At(order, place - 1);
      if (numberAt(values, before) <= value) break;
      order[place] = before;
    }
    order[place] = i;
  }
  return order;
}
