import { at, numberAt } from '@schaalsprong/words';
import type { Lookup } from '../ir/program.ts';
import type { LookupMode } from '../ir/scalar.ts';
import type { Point } from '../syntax/ast.ts';

/**
 * Makes a lookup of points: sorted by x, with the slope of every segment computed once, so that
 * `y = y[i] + slope[i] * (x - x[i])` is the one formula by which every back end reads it.
 */
export function makeLookup(points: readonly Point[]): { lookup: Lookup } | { fault: string } {
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
  const x0 = at(x, 0);
  const spacing = x.length > 1 ? (at(x, x.length - 1) - x0) / (x.length - 1) : 0;
  const even = x.every((xi, i) => xi === x0 + i * spacing);
  return { lookup: { x, y, slope, spacing: even ? spacing : 0 } };
}

/** A lookup in one mode, as every back end reads it. */
export interface LookupSegments {
  /** One row of three numbers per point: y, slope, x. Of `forward`: the y of this and of the next point, and x. */
  readonly rows: Float64Array;
  readonly last: number;
  readonly first: number;
  readonly end: number;
  /**
   * The number of a point is the whole part of `(x - first) * scale`, if its points are at equal distances; else 0.
   * Below a point, but no more than rounding away, it may be the number of that point already.
   */
  readonly scale: number;
}

const cache = new WeakMap<Lookup, Map<LookupMode, LookupSegments>>();

/** A lookup in one mode, memoized per lookup and mode. */
export function segmentsOf(lookup: Lookup, mode: LookupMode = 'linear'): LookupSegments {
  let byMode = cache.get(lookup);
  if (byMode === undefined) {
    byMode = new Map();
    cache.set(lookup, byMode);
  }
  let segments = byMode.get(mode);
  if (segments === undefined) {
    segments = makeSegments(lookup, mode);
    byMode.set(mode, segments);
  }
  return segments;
}

function makeSegments(lookup: Lookup, mode: LookupMode): LookupSegments {
  const { x, y, slope } = lookup;
  const last = x.length - 1;
  const rows = new Float64Array(3 * x.length);
  for (let i = 0; i <= last; i++) {
    rows[3 * i] = at(y, i);
    // Beyond the end, extrapolation goes on along the last segment.
    const along = mode === 'extrapolate' && i === last && i > 0 ? i - 1 : i;
    rows[3 * i + 1] =
      mode === 'forward' ? at(y, Math.min(i + 1, last)) : mode === 'backward' ? 0 : at(slope, along);
    rows[3 * i + 2] = at(x, i);
  }
  // Where y jumps at a point, its number must be right to the last bit.
  const continuous = mode === 'linear' || mode === 'extrapolate';
  return { rows, last, first: at(x, 0), end: at(x, last), scale: continuous ? scaleOf(x) : 0 };
}

/** The least scale that gives every point its number, if the points are at equal distances but for rounding. */
function scaleOf(x: readonly number[]): number {
  const last = x.length - 1;
  const first = at(x, 0);
  const end = at(x, last);
  const spacing = (end - first) / last;
  const rounding = 4 * Number.EPSILON * Math.max(Math.abs(first), Math.abs(end));
  if (last < 1 || rounding > spacing * 1e-9) return 0;
  if (!x.every((xi, i) => Math.abs(xi - (first + i * spacing)) <= rounding)) return 0;
  for (let ulps = 0; ulps <= 16; ulps++) {
    const scale = (last / (end - first)) * (1 + ulps * Number.EPSILON);
    if (x.every((xi, i) => Math.floor((xi - first) * scale) === i)) return scale;
  }
  return 0;
}

/**
 * Reads a lookup: NaN in, NaN out. Comparisons and not Math.min and Math.max, because one instruction of a vector
 * machine does the same.
 */
export function readLookup(lookup: Lookup, input: number, mode: LookupMode = 'linear'): number {
  if (Number.isNaN(input)) return input;
  const { rows, last, first, end, scale } = segmentsOf(lookup, mode);
  const above = input < first ? first : input;
  const held = end < above ? end : above;
  let i = 0;
  if (scale > 0) i = Math.floor((held - first) * scale);
  else while (i < last && held >= numberAt(rows, 3 * i + 5)) i++;
  const y = numberAt(rows, 3 * i);
  const slope = numberAt(rows, 3 * i + 1);
  const x = numberAt(rows, 3 * i + 2);
  if (mode === 'forward') return held > x ? slope : y + 0 * (held - x);
  return y + slope * ((mode === 'extrapolate' ? input : held) - x);
}
