import type { DecisionVariable, Solution } from '@schaalsprong/methods/search';
import { at, numberAt } from '@schaalsprong/words';

/** More combinations than this are not all tried. */
const MOST_COMBINATIONS = 500_000;

/**
 * How far two decisions lie apart, from 0 to 1: the root of the mean square over variables of the difference as part of the range;
 * for words 0 where the same, else 1.
 */
export function leverDistance(
  variables: readonly DecisionVariable[],
  a: Float64Array,
  b: Float64Array,
): number {
  const squares = variables.reduce((sum, variable, i) => {
    const [x, y] = [numberAt(a, i), numberAt(b, i)];
    if (variable.kind === 'category') return sum + (x === y ? 0 : 1);
    const range = variable.max - variable.min;
    return sum + (range === 0 ? 0 : ((x - y) / range) ** 2);
  }, 0);
  return Math.sqrt(squares / Math.max(1, variables.length));
}

/**
 * Packages out of a front that differ most in their levers: those of which the two that are most alike are as unlike as can be. All
 * combinations are tried; where there are too many, the farthest two are taken and each time the one farthest from those taken.
 * On a tie those that come first in the front.
 *
 * @param front solutions that break nothing and of which none dominates another
 * @param count how many; all where the front has no more
 */
export function differentPackages(
  variables: readonly DecisionVariable[],
  front: readonly Solution[],
  count = 3,
): readonly Solution[] {
  if (front.length <= count) return front;
  const apart = front.map((a) => front.map((b) => leverDistance(variables, a.decision, b.decision)));
  const between = (i: number, j: number): number => at(at(apart, i), j);
  let combinations = 1;
  for (let i = 0; i < count; i++) combinations = (combinations * (front.length - i)) / (i + 1);
  const chosen =
    combinations <= MOST_COMBINATIONS
      ? best(front.length, count, between)
      : farthestFirst(front.length, count, between);
  return chosen.map((i) => at(front, i));
}

function best(size: number, count: number, between: (i: number, j: number) => number): readonly number[] {
  let most = -1;
  let found: readonly number[] = [];
  const extend = (chosen: readonly number[], least: number): void => {
    if (chosen.length === count) {
      if (least > most) [most, found] = [least, chosen];
      return;
    }
    // the first may be any, each later one comes after the one before
    for (let next = (chosen.at(-1) ?? -1) + 1; next < size; next++) {
      const nearest = chosen.reduce((near, i) => Math.min(near, between(i, next)), least);
      // No addition can make it better than the best there is.
      if (nearest > most) extend([...chosen, next], nearest);
    }
  };
  extend([], Number.POSITIVE_INFINITY);
  return found;
}

function farthestFirst(
  size: number,
  count: number,
  between: (i: number, j: number) => number,
): readonly number[] {
  const all = Array.from({ length: size }, (_, i) => i);
  let chosen: number[] = [0, 0];
  let most = -1;
  for (const i of all) {
    for (let j = i + 1; j < size; j++) if (between(i, j) > most) [chosen, most] = [[i, j], between(i, j)];
  }
  while (chosen.length < count) {
    const nearest = (i: number): number => Math.min(...chosen.map((c) => between(c, i)));
    const next = all.filter((i) => !chosen.includes(i)).reduce((a, b) => (nearest(b) > nearest(a) ? b : a));
    chosen.push(next);
  }
  return chosen.slice(0, count).sort((a, b) => a - b);
}
