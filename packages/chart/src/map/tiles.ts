import { at } from '../layout/at.ts';
import { boxOf, type Place } from './places.ts';

/** A place as a cell of a grid. */
export interface Tile {
  readonly key: string;
  readonly column: number;
  readonly row: number;
}

/** Grid cells per place: some stay empty, so that the outline of the region remains visible. */
const cellsPerPlace = 1.3;

/**
 * Minimum-cost assignment of rows to distinct columns (the Hungarian method in the form of shortest
 * augmenting paths: Jonker and Volgenant 1987, doi:10.1007/BF02278710).
 *
 * @param costs as many rows as there are, each with at least that many columns
 * @returns the column of each row
 */
export function assign(costs: readonly (readonly number[])[]): readonly number[] {
  const [first] = costs;
  if (first === undefined) return [];
  const [rows, columns] = [costs.length, first.length];
  const [ofRow, ofColumn] = [new Float64Array(rows + 1), new Float64Array(columns + 1)];
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(columns + 1);
    const done = new Uint8Array(columns + 1);
    let column = 0;
    do {
      done[column] = 1;
      const here = at(rowOf, column);
      const costsHere = at(costs, here - 1);
      let [step, next] = [Number.POSITIVE_INFINITY, 0];
      for (let j = 1; j <= columns; j += 1) {
        if (done[j] === 1) continue;
        const cost = at(costsHere, j - 1) - at(ofRow, here) - at(ofColumn, j);
        if (cost < at(least, j)) {
          least[j] = cost;
          before[j] = column;
        }
        if (at(least, j) < step) [step, next] = [at(least, j), j];
      }
      for (let j = 0; j <= columns; j += 1) {
        if (done[j] === 1) {
          const taken = at(rowOf, j);
          ofRow[taken] = at(ofRow, taken) + step;
          ofColumn[j] = at(ofColumn, j) - step;
        } else least[j] = at(least, j) - step;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const from = at(before, column);
      rowOf[column] = at(rowOf, from);
      column = from;
    }
  }
  const found = new Array<number>(rows).fill(0);
  for (const [j, row] of rowOf.entries()) if (j > 0 && row > 0) found[row - 1] = j - 1;
  return found;
}

/**
 * A tile grid map: each place is one equal square of a grid, assigned so that the sum of squared distances to the original places is
 * minimal. Deterministic: the order of the input has no influence.
 */
export function tiles(places: readonly Place[]): {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
} {
  const sorted = [...places].sort((a, b) => (a.key < b.key ? -1 : 1));
  if (sorted.length === 0) return { columns: 0, rows: 0, tiles: [] };
  const box = boxOf(sorted);
  const shape = Math.min(4, Math.max(0.25, (box.width || 1) / (box.height || 1)));
  const cells = sorted.length * cellsPerPlace;
  const columns = Math.max(1, Math.round(Math.sqrt(cells * shape)));
  const rows = Math.max(Math.ceil(sorted.length / columns), Math.round(cells / columns));
  const along = (value: number, from: number, size: number, last: number): number =>
    size === 0 ? last / 2 : ((value - from) / size) * last;
  const costs = sorted.map((place) => {
    const x = along(place.x, box.left, box.width, columns - 1);
    const y = along(place.y, box.top, box.height, rows - 1);
    return Array.from({ length: columns * rows }, (_, cell) => {
      const [column, row] = [cell % columns, Math.floor(cell / columns)];
      return (column - x) ** 2 + (row - y) ** 2;
    });
  });
  const found = assign(costs);
  return {
    columns,
    rows,
    tiles: sorted.map(({ key }, i) => {
      const cell = at(found, i);
      return { key, column: cell % columns, row: Math.floor(cell / columns) };
    }),
  };
}
