import { at, numberAt } from '@schaalsprong/words';

/**
 * A small linear programme in doubles: minimise `cost` x z with rows a z <= b and z >= 0. A row that z = 0 does not keep
 * may be violated at a price, so that there always is an answer; callers check what was violated.
 */
export interface Programme {
  readonly cost: readonly number[];
  readonly rows: readonly { readonly a: readonly number[]; readonly b: number }[];
  /** price of breaking a row by one */
  readonly penalty: number;
}

const tiny = 1e-11;

/**
 * The best z by the simplex method on a dense table; made for some twenty quantities and a hundred rows.
 * @returns null where the cost falls without end, or the table turned over and over without an answer
 */
export function minimise({ cost, rows, penalty }: Programme): Float64Array | null {
  const n = cost.length;
  const broken = rows.filter((row) => row.b < 0).length;
  // Columns: z, one slack per row, one measure of breaking per row that needs it, and the right side.
  const width = n + rows.length + broken + 1;
  const last = width - 1;
  const table: Float64Array[] = [];
  const basis: number[] = [];
  const objective = new Float64Array(width);
  for (const [j, c] of cost.entries()) objective[j] = c;
  let next = n + rows.length;
  for (const [i, { a, b }] of rows.entries()) {
    const line = new Float64Array(width);
    const sign = b < 0 ? -1 : 1;
    for (const [j, x] of a.entries()) line[j] = sign * x;
    line[n + i] = sign;
    line[last] = sign * b;
    if (b < 0) {
      line[next] = 1;
      basis.push(next);
      // Eliminate its cost from the objective (reduced costs of the basis).
      for (let j = 0; j < width; j++) {
        objective[j] = numberAt(objective, j) - penalty * numberAt(line, j);
      }
      objective[next] = 0;
      next += 1;
    } else basis.push(n + i);
    table.push(line);
  }
  const patience = 20 * (rows.length + n) + 100;
  for (let turn = 0; ; turn++) {
    if (turn > patience) return null;
    const enter = entering(objective, last, turn > patience / 2);
    if (enter === -1) break;
    const leave = leaving(table, basis, enter, last);
    if (leave === -1) return null;
    pivot(table, objective, leave, enter);
    basis[leave] = enter;
  }
  const z = new Float64Array(n);
  for (const [i, line] of table.entries()) {
    const column = at(basis, i);
    if (column < n) z[column] = Math.max(0, numberAt(line, last));
  }
  return z;
}

/** The column that lowers the cost most, or, when the table seems to turn in circles, the first that does (Bland). */
function entering(objective: Float64Array, last: number, first: boolean): number {
  let found = -1;
  let best = -tiny;
  for (let j = 0; j < last; j++) {
    const c = numberAt(objective, j);
    if (c >= best) continue;
    found = j;
    if (first) return found;
    best = c;
  }
  return found;
}

function leaving(
  table: readonly Float64Array[],
  basis: readonly number[],
  column: number,
  last: number,
): number {
  let found = -1;
  let best = Number.POSITIVE_INFINITY;
  for (const [i, line] of table.entries()) {
    const entry = numberAt(line, column);
    if (entry <= 1e-10) continue;
    const ratio = numberAt(line, last) / entry;
    if (ratio < best || (ratio === best && at(basis, i) < at(basis, found))) {
      best = ratio;
      found = i;
    }
  }
  return found;
}

function pivot(table: readonly Float64Array[], objective: Float64Array, row: number, column: number): void {
  const line = at(table, row);
  const by = numberAt(line, column);
  for (let j = 0; j < line.length; j++) line[j] = numberAt(line, j) / by;
  const clear = (other: Float64Array): void => {
    const factor = numberAt(other, column);
    if (factor === 0) return;
    for (let j = 0; j < other.length; j++) other[j] = numberAt(other, j) - factor * numberAt(line, j);
    other[column] = 0;
  };
  for (const other of table) if (other !== line) clear(other);
  clear(objective);
}
