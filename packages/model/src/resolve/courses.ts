import type { DataMode, Point } from '../ast.ts';
import { num, withInstead } from '../builders/scalar.ts';
import { eachReference, type LookupMode, type Scalar } from '../program.ts';
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

/** Reads a course at the time of the run. Without points it is not available. */
export function readCourse(
  points: readonly Point[],
  mode: DataMode,
  arena: Arena,
): { expr: Scalar; table?: number } | { fault: string } {
  if (points.length === 0) return { expr: num(notAvailable) };
  const table = arena.table(mode === 'raw' ? onlyAtPoints(points) : points);
  if (typeof table !== 'number') return table;
  const m = modes[mode];
  return { expr: { k: 'l', t: table, x: { k: 't' }, ...(m === 'linear' ? {} : { m }) }, table };
}

/** A course that holds at its own times and is not available between them: to be read backward. */
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
 * The course of a data equation such as `a := b * 2`: it is worked out at the times of the data it is made of, and
 * between them read as any other data, so that `a := LN(b)` lies on the line between its own points.
 *
 * @returns undefined where it is made of anything but constants and data with the same times
 */
export function derivedCourse(whole: Scalar, arena: Arena, folder: Folder): readonly Point[] | undefined {
  const expr = throughInputs(whole, arena, folder);
  const data = new Map<number, ReadonlyMap<number, number>>();
  let others = false;
  eachReference(expr, (element) => {
    const points = arena.courses.get(element);
    if (points !== undefined) data.set(element, new Map(points));
    else if (arena.elements[element]?.kind !== 'value') others = true;
  });
  const [first] = data.values();
  if (first === undefined || others) return undefined;
  const times = [...first.keys()];
  if ([...data.values()].some((own) => own.size !== times.length || times.some((t) => !own.has(t))))
    return undefined;
  const points: Point[] = [];
  for (const time of times) {
    let there = expr;
    for (const [element, own] of data) there = withInstead(there, element, num(own.get(time) ?? Number.NaN));
    const value = folder.number(there);
    if (value === undefined) return undefined;
    points.push([time, value]);
  }
  return points;
}

/** The expression with the inputs of macros, which are names for what was given, written out. */
function throughInputs(s: Scalar, arena: Arena, folder: Folder, depth = 0): Scalar {
  if (depth > 20) return s;
  if (s.k === 'f') return { ...s, a: s.a.map((a) => throughInputs(a, arena, folder, depth)) };
  if (s.k !== 'r' || arena.elements[s.e]?.hidden !== true || arena.courses.has(s.e)) return s;
  folder.fill(s.e);
  const element = arena.elements[s.e];
  if (element?.kind !== 'value' || element.init !== undefined || arena.courses.has(s.e)) return s;
  return throughInputs(element.expr, arena, folder, depth + 1);
}
