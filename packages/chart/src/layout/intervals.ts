/** An interval of real numbers; null where it is unbounded on that side. */
export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
  /** true where the bound itself is excluded */
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** The numbers of one row of the chart. */
export interface Span {
  readonly interval: Interval;
  readonly value: number | null;
  /** In a sum: coefficient of the row in the total, -1 where it is subtracted. */
  readonly part?: number | undefined;
}

/** Gap between intervals, from the lowest upper bound to the highest lower bound; null where they intersect. */
export function gapOf(intervals: readonly Interval[]): { readonly from: number; readonly to: number } | null {
  const lows = intervals.flatMap(({ min }) => (min === null ? [] : [min]));
  const highs = intervals.flatMap(({ max }) => (max === null ? [] : [max]));
  const [from, to] = [Math.min(...highs), Math.max(...lows)];
  if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
  return to > from ? { from, to } : null;
}

/** Rows whose intervals must intersect: all of them on a number line; in a sum the computed total and the stated total. */
export const toMeet = <R extends Span>(rows: readonly R[]): readonly R[] =>
  rows.some(({ part }) => part !== undefined) ? rows.filter(({ part }) => part === undefined) : rows;

const ends = ({ min, max }: Interval): readonly number[] => [min, max].filter((end) => end !== null);

/** The value of a row, else the midpoint of its bounds. */
function figure({ value, interval }: Span): number {
  if (value !== null) return value;
  const at = ends(interval);
  return at.reduce((sum, end) => sum + end, 0) / Math.max(1, at.length);
}

/** Start and end of each term of a sum, stacked end to end from zero; null for other rows. */
export function endToEnd(
  rows: readonly Span[],
): readonly ({ readonly from: number; readonly to: number } | null)[] {
  let at = 0;
  return rows.map((row) => {
    if (row.part === undefined) return null;
    const from = at;
    at += row.part * figure(row);
    return { from, to: at };
  });
}

/** Domain of the value axis with padding. A sum starts at zero; other rows need not. */
export function intervalDomain(rows: readonly Span[]): readonly [number, number] {
  const laid = endToEnd(rows).flatMap((bar) => (bar === null ? [] : [bar.from, bar.to]));
  const all = [
    ...laid,
    ...toMeet(rows).flatMap(({ interval, value }) => [...ends(interval), ...(value === null ? [] : [value])]),
  ];
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (low === high) {
    const half = low === 0 ? 1 : Math.abs(low) * 0.1;
    return [low - half, high + half];
  }
  const room = (high - low) * (laid.length > 0 ? 0.06 : 0.12);
  return [laid.length > 0 && low >= 0 ? low : low - room, high + room];
}
