import type { ExactRow } from '../encode.ts';
import { toNumber } from './rational.ts';

/**
 * A power of two per column, about the size that its values have, so that euros, homes and shares can stand in one
 * table. Rows with a bound other than zero fix the size, the others pass it on: some rounds of geometric means.
 * @param columns the columns in use, as the rows number them
 */
export function columnScales(columns: readonly number[], rows: readonly ExactRow[]): Map<number, number> {
  const logs = new Map<number, number>(columns.map((column) => [column, 0]));
  const measured = rows.map((row) => ({
    bound: row.limit.n === 0n ? null : Math.log2(Math.abs(toNumber(row.limit))),
    terms: row.form.map(([column, times]) => [column, Math.log2(Math.abs(toNumber(times)))] as const),
  }));
  for (let round = 0; round < 12; round++) {
    const sums = new Map<number, [number, number]>();
    for (const { bound, terms } of measured) {
      if (terms.length < 2 && bound === null) continue;
      let total = bound ?? 0;
      for (const [column, log] of terms) total += log + (logs.get(column) ?? 0);
      const mean = bound ?? total / terms.length;
      for (const [column, log] of terms) {
        const sum = sums.get(column) ?? [0, 0];
        // a bound says more of the size than a neighbour does
        const weight = bound === null ? 1 : 2;
        sums.set(column, [sum[0] + weight * (mean - log), sum[1] + weight]);
      }
    }
    for (const [column, [sum, weight]] of sums) logs.set(column, sum / weight);
  }
  return new Map([...logs].map(([column, log]) => [column, 2 ** Math.round(log)]));
}
