import { at, numberAt } from '@schaalsprong/words';
import { rowsOf } from '../../statistics/rows.ts';

/** Up to this many sets are all tried; above it, exchanges lead to one that no single exchange makes better. */
const mostTried = 100_000;

/**
 * The trajectories that lie farthest from each other: of all sets of a size the one with the largest sum of squared
 * distances, the distance of two trajectories being the sum of the Euclidean distances of all their pairs of points.
 * Among equals the first in order of numbers.
 *
 * All sets are tried where there are at most 100,000. Above that the set grows from the pair that is farthest apart, and
 * members are exchanged as long as that makes it better, so it may fall short of the best.
 *
 * @param columns one per dimension, trajectories one after another
 * @param rows points of one trajectory
 * @param size how many to keep, from 1 to as many as there are
 * @returns their numbers, rising
 *
 * Source: F. Campolongo, J. Cariboni, A. Saltelli, Environmental Modelling and Software 22 (2007), section 3.
 */
export function mostSpread(columns: readonly Float64Array[], rows: number, size: number): readonly number[] {
  const count = rowsOf(columns) / rows;
  const squares = squaredDistances(columns, rows, count);
  const between = (i: number, j: number): number => numberAt(squares, i * count + j);
  if (size >= count) return Array.from({ length: count }, (_, i) => i);
  return setsOf(count, size) <= mostTried ? bestOfAll(count, size, between) : exchanged(count, size, between);
}

/** Distances of trajectories two by two, before they are squared; for the tests against published values too. */
export function trajectoryDistance(
  columns: readonly Float64Array[],
  rows: number,
  one: number,
  other: number,
): number {
  let sum = 0;
  let equal = true;
  for (let i = one * rows; i < (one + 1) * rows; i++) {
    for (let j = other * rows; j < (other + 1) * rows; j++) {
      let square = 0;
      for (const column of columns) square += (numberAt(column, i) - numberAt(column, j)) ** 2;
      sum += Math.sqrt(square);
      if (i - one * rows === j - other * rows && square > 0) equal = false;
    }
  }
  // Two equal trajectories add nothing to each other, though their points lie apart.
  return equal ? 0 : sum;
}

type Between = (i: number, j: number) => number;

function squaredDistances(columns: readonly Float64Array[], rows: number, count: number): Float64Array {
  const squares = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const square = trajectoryDistance(columns, rows, i, j) ** 2;
      squares[i * count + j] = square;
      squares[j * count + i] = square;
    }
  }
  return squares;
}

/** Number of sets of a size; stops counting once it is too large to try. */
function setsOf(count: number, size: number): number {
  let sets = 1;
  for (let i = 0; i < Math.min(size, count - size); i++) {
    sets = (sets * (count - i)) / (i + 1);
    if (sets > mostTried) return Number.POSITIVE_INFINITY;
  }
  return sets;
}

function bestOfAll(count: number, size: number, between: Between): readonly number[] {
  let best: readonly number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  const chosen: number[] = [];
  const grow = (from: number, sum: number): void => {
    if (chosen.length === size) {
      if (sum > most) {
        most = sum;
        best = [...chosen];
      }
      return;
    }
    for (let next = from; next <= count - (size - chosen.length); next++) {
      const gain = gainOf(chosen, next, between);
      chosen.push(next);
      grow(next + 1, sum + gain);
      chosen.pop();
    }
  };
  grow(0, 0);
  return best;
}

function exchanged(count: number, size: number, between: Between): readonly number[] {
  const chosen: number[] = size === 1 ? [0] : [...farthestPair(count, between)];
  while (chosen.length < size) chosen.push(bestAddition(count, chosen, between).member);
  for (let better = true; better; ) {
    better = false;
    for (let place = 0; place < size; place++) {
      const others = chosen.filter((_, i) => i !== place);
      const now = gainOf(others, at(chosen, place), between);
      const { member, gain } = bestAddition(count, others, between);
      // Rounding must not send it round in circles.
      if (gain > now * (1 + 1e-12)) {
        chosen[place] = member;
        better = true;
      }
    }
  }
  return chosen.sort((a, b) => a - b);
}

function gainOf(members: readonly number[], next: number, between: Between): number {
  let gain = 0;
  for (const member of members) gain += between(member, next);
  return gain;
}

function farthestPair(count: number, between: Between): readonly [number, number] {
  let pair: readonly [number, number] = [0, 1];
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) if (between(i, j) > between(...pair)) pair = [i, j];
  }
  return pair;
}

function bestAddition(
  count: number,
  members: readonly number[],
  between: Between,
): { readonly member: number; readonly gain: number } {
  const held = new Set(members);
  let best = { member: -1, gain: Number.NEGATIVE_INFINITY };
  for (let candidate = 0; candidate < count; candidate++) {
    if (held.has(candidate)) continue;
    const gain = gainOf(members, candidate, between);
    if (gain > best.gain) best = { member: candidate, gain };
  }
  return best;
}
