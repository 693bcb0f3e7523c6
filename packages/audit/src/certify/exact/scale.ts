import type { ExactRow } from '../../system/encode.ts';

/**
 * A power of two per column, about the size that its values have, so that euros, homes and shares can be in one
 * table. Rows with a bound other than zero fix the size, the others pass it on: some rounds of geometric means.
 * @param columns the columns in use, as the rows number them
 */
export function columnScales(columns: readonly number[], rows: readonly ExactRow[]): Map<number, number> {
  const place = new Map(columns.map((column, at) => [column, at]));
  const logs = new Float64Array(columns.length);
  const sums = new Float64Array(columns.length);
  const weights = new Float64Array(columns.length);
  const measured = rows
    .filter(({ form, limit }) => form.length > 1 || (form.length === 1 && limit.n !== 0n))
    .map(({ form, near }) => ({
      bound: near.limit === 0 ? null : Math.log2(Math.abs(near.limit)),
      at: form.map(([column]) => place.get(column) as number),
      logs: near.form.map((times) => Math.log2(Math.abs(times))),
    }));
  for (let round = 0; round < 12; round++) {
    sums.fill(0);
    weights.fill(0);
    for (const row of measured) {
      let mean = 0;
      if (row.bound !== null) mean = row.bound;
      else {
        for (let term = 0; term < row.at.length; term++) {
          mean += ((row.logs[term] as number) + (logs[row.at[term] as number] as number)) / row.at.length;
        }
      }
      // a bound says more of the size than a neighbour does
      const weight = row.bound === null ? 1 : 2;
      for (let term = 0; term < row.at.length; term++) {
        const at = row.at[term] as number;
        sums[at] = (sums[at] as number) + weight * (mean - (row.logs[term] as number));
        weights[at] = (weights[at] as number) + weight;
      }
    }
    for (let at = 0; at < logs.length; at++) {
      if ((weights[at] as number) > 0) logs[at] = (sums[at] as number) / (weights[at] as number);
    }
  }
  return new Map(columns.map((column, at) => [column, 2 ** Math.round(logs[at] as number)]));
}
