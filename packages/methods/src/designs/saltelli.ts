import { isGrouping } from './groups.ts';
import { designProblems, refuse } from './problems.ts';
import { sizeProblems } from './size.ts';
import { mostSobolDimensions, type SobolOptions, sobolPoints } from './sobol.ts';

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
  const block = saltelliBlock(groupCount, secondOrder);
  refuse(sizeProblems(base * block, dimensions));

  const points = sobolPoints(base, 2 * dimensions, sequence);
  return groupOf.map((own, dimension) => {
    const a = points[dimension] ?? new Float64Array();
    const b = points[dimension + dimensions] ?? new Float64Array();
    const column = new Float64Array(base * block);
    for (let row = 0; row < base; row++) {
      const fromA = a[row] ?? 0;
      const fromB = b[row] ?? 0;
      let at = row * block;
      column[at++] = fromA;
      for (let group = 0; group < groupCount; group++) column[at++] = group === own ? fromB : fromA;
      if (secondOrder) {
        for (let group = 0; group < groupCount; group++) column[at++] = group === own ? fromA : fromB;
      }
      column[at] = fromB;
    }
    return column;
  });
}
