/**
 * A small linear programme in doubles: minimise `cost` x z with rows a z <= b and z >= 0. A row that z = 0 does not keep
 * may be broken at a price, so that there always is an answer; whoever asks looks at what was broken.
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
    for (let j = 0; j < n; j++) line[j] = sign * (a[j] ?? 0);
    line[n + i] = sign;
    line[last] = sign * b;
    if (b < 0) {
      line[next] = 1;
      basis.push(next);
      // Its price is taken out of the objective, as the basis asks.
      for (let j = 0; j < width; j++) objective[j] = (objective[j] ?? 0) - penalty * (line[j] ?? 0);
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
  for (const [i, column] of basis.entries()) {
    if (column < n) z[column] = Math.max(0, table[i]?.[last] ?? 0);
  }
  return z;
}

/** The column that lowers the cost most, or, when the table seems to turn in circles, the first that does (Bland). */
function entering(objective: Float64Array, last: number, first: boolean): number {
  let found = -1;
  let best = -tiny;
  for (let j = 0; j < last; j++) {
    const c = objective[j] ?? 0;
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
    const entry = line[column] ?? 0;
    if (entry <= 1e-10) continue;
    const ratio = (line[last] ?? 0) / entry;
    if (ratio < best || (ratio === best && (basis[i] ?? 0) < (basis[found] ?? 0))) {
      best = ratio;
      found = i;
    }
  }
  return found;
}

function pivot(table: readonly Float64Array[], objective: Float64Array, row: number, column: number): void {
  const line = table[row];
  if (!line) return;
  const by = line[column] ?? 1;
  for (let j = 0; j < line.length; j++) line[j] = (line[j] ?? 0) / by;
  const clear = (other: Float64Array): void => {
    const factor = other[column] ?? 0;
    if (factor === 0) return;
    for (let j = 0; j < other.length; j++) other[j] = (other[j] ?? 0) - factor * (line[j] ?? 0);
    other[column] = 0;
  };
  for (const other of table) if (other !== line) clear(other);
  clear(objective);
}
