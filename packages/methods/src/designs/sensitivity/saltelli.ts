import { at, numberAt, Unreachable } from '@schaalsprong/words';
import { designProblems, refuse } from '../problems.ts';
import { sizeProblems } from '../size.ts';
import { mostSobolDimensions, type SobolOptions, sobolPoints } from '../space-filling/sobol.ts';
import { isGrouping } from './groups.ts';

/** What of a Saltelli scheme may be chosen. */
export interface SaltelliOptions extends SobolOptions {
  /** Also the rows BA_i, from which second-order indices follow. */
  readonly secondOrder?: boolean;
  /**
   * Group of each dimension, from 0 upwards without gaps; dimensions of one group are exchanged together and get one
   * index. Each dimension its own group where it is left out.
   */
  readonly groups?: readonly number[];
}

/**
 * Rows of the Saltelli scheme per row of the base sample: A, one AB_i per group, one BA_i per group for second order, B.
 *
 * @param groups number of groups, which is the number of dimensions where nothing is grouped
 */
export const saltelliBlock = (groups: number, secondOrder: boolean): number =>
  secondOrder ? 2 * groups + 2 : groups + 2;

/** Places of the rows of one base row in the scheme. */
export interface SaltelliLayout {
  /** Rows per base row. */
  readonly size: number;
  readonly a: number;
  readonly b: number;
  /** @throws Unreachable where there is no such group */
  ab(group: number): number;
  /** @throws Unreachable where there is no such group, or no second order */
  ba(group: number): number;
}

/**
 * The one place that says in which order the rows of the scheme stand; what writes it and what reads it ask here.
 *
 * @param groups number of groups, which is the number of dimensions where nothing is grouped
 */
export function saltelliLayout(groups: number, secondOrder: boolean): SaltelliLayout {
  const size = saltelliBlock(groups, secondOrder);
  const place = (first: number, group: number, there: boolean): number => {
    if (there && Number.isInteger(group) && group >= 0 && group < groups) return first + group;
    throw new Unreachable(`no row of group ${group} of ${groups} in the scheme`);
  };
  return {
    size,
    a: 0,
    b: size - 1,
    ab: (group) => place(1, group, true),
    ba: (group) => place(1 + groups, group, secondOrder),
  };
}

/**
 * The Saltelli scheme over a Sobol sequence of twice the dimensions: A is its first half, B its second, AB_i is A with
 * column i from B and BA_i is B with column i from A. Rows in the order of SALib: for each base row A, AB_1 ... AB_D,
 * (BA_1 ... BA_D,) B.
 *
 * @param base N, the number of base rows; a power of two, or the sequence loses its balance
 * @param dimensions D, at most half of what the Sobol sequence goes to
 * @returns one column per dimension, each N (D + 2) long, or N (2 D + 2) with second order; values in [0, 1)
 * @throws FuturesError where the size is wrong or a group is missing
 *
 * Source: A. Saltelli, Computer Physics Communications 145 (2002); Saltelli and others, the same 181 (2010).
 *
 * @example
 * ```ts
 * import { saltelliPoints } from '@schaalsprong/methods/designs';
 *
 * // 64 base rows, each followed by a row per input and one more: 64 (3 + 2) runs to make.
 * saltelliPoints(64, 3).map(({ length }) => length); // => [320, 320, 320]
 * ```
 */
export function saltelliPoints(
  base: number,
  dimensions: number,
  { secondOrder = false, groups, ...sequence }: SaltelliOptions = {},
): readonly Float64Array[] {
  const most = Math.floor(mostSobolDimensions / 2);
  if (!Number.isSafeInteger(dimensions) || dimensions < 1 || dimensions > most) {
    refuse([designProblems.dimensions(dimensions, most)]);
  }
  const groupOf = groups ?? Array.from({ length: dimensions }, (_, dimension) => dimension);
  if (!isGrouping(groupOf, dimensions)) refuse([designProblems.groups(groupOf, dimensions)]);
  const groupCount = new Set(groupOf).size;
  const layout = saltelliLayout(groupCount, secondOrder);
  const block = layout.size;
  const last = groupCount - 1;
  const [firstAb, lastAb] = [layout.ab(0), layout.ab(last)];
  const [firstBa, lastBa] = secondOrder ? [layout.ba(0), layout.ba(last)] : [0, -1];
  refuse(sizeProblems(base * block, dimensions));

  const points = sobolPoints(base, 2 * dimensions, sequence);
  return groupOf.map((own, dimension) => {
    const a = at(points, dimension);
    const b = at(points, dimension + dimensions);
    const [ownAb, ownBa] = [layout.ab(own), secondOrder ? layout.ba(own) : null];
    const column = new Float64Array(base * block);
    for (let row = 0; row < base; row++) {
      const fromA = numberAt(a, row);
      const fromB = numberAt(b, row);
      const start = row * block;
      column[start + layout.a] = fromA;
      for (let place = firstAb; place <= lastAb; place++) column[start + place] = fromA;
      for (let place = firstBa; place <= lastBa; place++) column[start + place] = fromB;
      column[start + ownAb] = fromB;
      if (ownBa !== null) column[start + ownBa] = fromA;
      column[start + layout.b] = fromB;
    }
    return column;
  });
}
