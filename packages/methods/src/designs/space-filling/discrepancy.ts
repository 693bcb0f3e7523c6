import { sameLength } from '../../linear/dot.ts';
import { rowsOf } from '../../statistics/rows.ts';

/**
 * How unevenly points fill the unit cube: the centred L2 discrepancy, squared. 0 would be perfectly even.
 *
 * @param columns one per dimension, all equally long, values from 0 to 1
 * @returns the square of the discrepancy; time grows with the square of the number of points
 *
 * Source: F. Hickernell, Mathematics of Computation 67 (1998), formula 5.3; the same number as
 * `scipy.stats.qmc.discrepancy(x, method='CD')`.
 */
export function centredDiscrepancy(columns: readonly Float64Array[]): number {
  const count = rowsOf(columns);
  const centred = columns.map((column) => column.map((value) => value - 0.5));
  const distances = centred.map((column) => column.map(Math.abs));
  for (const column of columns) sameLength(column, { length: count });
  // Plain reads below: `NaN` is for the compiler only, every place is within the length just checked.
  let single = 0;
  let pairs = 0;
  for (let i = 0; i < count; i++) {
    let product = 1;
    for (const column of distances) {
      const distance = column[i] ?? Number.NaN;
      product *= 1 + distance / 2 - distance ** 2 / 2;
    }
    single += product;
    for (let j = i; j < count; j++) {
      let both = 1;
      for (const column of centred) {
        const one = column[i] ?? Number.NaN;
        const other = column[j] ?? Number.NaN;
        both *= 1 + Math.abs(one) / 2 + Math.abs(other) / 2 - Math.abs(one - other) / 2;
      }
      // Each pair counts twice, a point with itself once.
      pairs += j === i ? both : 2 * both;
    }
  }
  return (13 / 12) ** columns.length - (2 / count) * single + pairs / count ** 2;
}
