import type { Point } from './ast.ts';
import type { Table } from './program.ts';

/**
 * Makes a lookup of points: sorted by x, with the slope of every segment worked out once, so that
 * `y = y[i] + slope[i] * (x - x[i])` is the one formula by which every back end reads it.
 */
export function makeTable(points: readonly Point[]): { table: Table } | { fault: string } {
  if (points.length === 0) return { fault: '()' };
  const bad = points.find(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y));
  if (bad !== undefined) return { fault: `(${bad[0]},${bad[1]})` };
  const sorted = [...points].sort((a, b) => a[0] - b[0]);
  const x: number[] = [];
  const y: number[] = [];
  for (const [px, py] of sorted) {
    if (x.length > 0 && px === x.at(-1)) {
      if (py === y.at(-1)) continue;
      return { fault: `x = ${px}: y = ${y.at(-1)}, ${py}` };
    }
    x.push(px);
    y.push(py);
  }
  const slope = x.map((x0, i) => {
    const x1 = x[i + 1];
    const y1 = y[i + 1];
    const y0 = y[i];
    return x1 === undefined || y1 === undefined || y0 === undefined ? 0 : (y1 - y0) / (x1 - x0);
  });
  const x0 = x[0] ?? 0;
  const spacing = x.length > 1 ? ((x.at(-1) ?? 0) - x0) / (x.length - 1) : 0;
  const even = x.every((xi, i) => xi === x0 + i * spacing);
  return { table: { x, y, slope, spacing: even ? spacing : 0 } };
}

/** Reads a lookup: linear between points, held at both ends; NaN in, NaN out. */
export function readTable(table: Table, at: number): number {
  const last = table.x.length - 1;
  const first = table.x[0] ?? 0;
  const end = table.x[last] ?? 0;
  const x = Math.min(Math.max(at, first), end);
  let i = 0;
  while (i < last && x >= (table.x[i + 1] ?? 0)) i++;
  return (table.y[i] ?? 0) + (table.slope[i] ?? 0) * (x - (table.x[i] ?? 0));
}
