import { num, withInstead } from '../functions/scalar.ts';
import { eachReference } from '../ir/references.ts';
import type { LookupMode, Scalar } from '../ir/scalar.ts';
import type { DataMode, Point } from '../syntax/ast.ts';
import type { Arena } from './arena.ts';
import type { Folder } from './fold.ts';

/** What Vensim calls :NA:, "not available": a number so low that nothing else is. */
export const notAvailable = -(2 ** 109);

const modes: Readonly<Record<DataMode, LookupMode>> = {
  interpolate: 'linear',
  'hold backward': 'backward',
  'look forward': 'forward',
  raw: 'backward',
};

/** Expression that reads a time series at the current time; :NA: if it has no points. */
export function readSeries(
  points: readonly Point[],
  mode: DataMode,
  arena: Arena,
): { expr: Scalar; lookup?: number } | { fault: string } {
  if (points.length === 0) return { expr: num(notAvailable) };
  const lookup = arena.lookup(mode === 'raw' ? onlyAtPoints(points) : points);
  if (typeof lookup !== 'number') return lookup;
  const m = modes[mode];
  return { expr: { k: 'l', t: lookup, x: { k: 't' }, ...(m === 'linear' ? {} : { m }) }, lookup };
}

/** A time series that is :NA: between its own times: to be read backward. */
function onlyAtPoints(points: readonly Point[]): Point[] {
  const times = points.map(([t]) => t).sort((a, b) => a - b);
  const gaps = times.slice(1).map((t, i) => t - (times[i] ?? t));
  const near = 1e-6 * Math.min(1, ...gaps.filter((gap) => gap > 0));
  const [first = 0] = times;
  return [
    [first - 1, notAvailable],
    ...points.flatMap(([t, v]): Point[] => [
      [t - near, v],
      [t + near, notAvailable],
    ]),
  ];
}

/**
 * The course of a data equation such as `a := b * c`: it is computed at the times at which all data that it is made of
 * have a value, and between them read as any other data, so that `a := LN(b)` lies on the line between its own points.
 *
 * @param missing the value of what is missing where some of the data have a value: X IF MISSING
 * @returns undefined where it is made of anything but constants and data, or at no time of all its data
 */
export function derivedSeries(
  whole: Scalar,
  arena: Arena,
  folder: Folder,
  missing: number | undefined,
): readonly Point[] | undefined {
  const expr = throughInputs(whole, arena, folder);
  const data = new Map<number, ReadonlyMap<number, number>>();
  eachReference(expr, (element) => {
    const points = arena.series.get(element);
    if (points !== undefined) data.set(element, new Map(points));
  });
  const all = [...data.values()];
  const times = new Set(all.flatMap((own) => [...own.keys()]));
  const points: Point[] = [];
  for (const time of [...times].sort((a, b) => a - b)) {
    if (missing === undefined && all.some((own) => !own.has(time))) continue;
    let there = expr;
    for (const [element, own] of data) {
      there = withInstead(there, element, num(own.get(time) ?? missing ?? Number.NaN));
    }
    const value = folder.number(there);
    if (value === undefined) return undefined;
    points.push([time, value]);
  }
  return data.size > 0 && (points.length > 0 || times.size === 0) ? points : undefined;
}

/** The expression with the inputs of macros, which are names for what was given, written out. */
function throughInputs(s: Scalar, arena: Arena, folder: Folder, depth = 0): Scalar {
  if (depth > 20) return s;
  if (s.k === 'f') return { ...s, a: s.a.map((a) => throughInputs(a, arena, folder, depth)) };
  if (s.k !== 'r' || arena.elements[s.e]?.hidden !== true || arena.series.has(s.e)) return s;
  folder.fill(s.e);
  const element = arena.elements[s.e];
  if (element?.kind !== 'value' || element.init !== undefined || arena.series.has(s.e)) return s;
  return throughInputs(element.expr, arena, folder, depth + 1);
}
