import { parsePeriod, periodStart } from '../periods/period.ts';

const sameTime = 1e-6;

/** The end of a period, formatted as the second half of a range: `2023`, `2025-03` for the first quarter, the day of a day. */
function untilOf(period: string): string {
  const text = parsePeriod(period)?.text ?? period;
  const last = text.split('/').at(-1) ?? text;
  const piece = /^(\d{4})-([HQ])(\d)$/.exec(last);
  if (piece === null) return last;
  const month = Number(piece[3]) * (piece[2] === 'H' ? 6 : 3);
  return `${piece[1]}-${String(month).padStart(2, '0')}`;
}

/**
 * Running totals of a flow from a period on, for as far as figures follow each other without a gap: `2022`, `2022/2023`,
 * `2022/2025-03`. Where a year and its months are both there the year is taken.
 *
 * @param points one of each period, in any order
 * @param from first period that counts
 * @param total aggregates points of consecutive periods
 */
export function runningTotals<P extends { readonly period: string }>(
  points: readonly P[],
  from: string,
  total: (period: string, parts: readonly P[]) => P,
): P[] {
  const spans = points.flatMap((point) => {
    const span = parsePeriod(point.period);
    return span === null ? [] : [{ point, start: span.start, end: span.end }];
  });
  const longestAt = (time: number) =>
    spans
      .filter(({ start, end }) => Math.abs(start - time) < sameTime && end > time + sameTime)
      .reduce<(typeof spans)[number] | null>(
        (best, span) => (best && best.end >= span.end ? best : span),
        null,
      );
  const totals: P[] = [];
  const parts: P[] = [];
  let next = longestAt(periodStart(from));
  const first = parsePeriod(next?.point.period ?? from)?.text.split('/')[0] ?? from;
  while (next !== null) {
    parts.push(next.point);
    const { period } = next.point;
    totals.push(total(parts.length === 1 ? period : `${first}/${untilOf(period)}`, [...parts]));
    next = longestAt(next.end);
  }
  return totals;
}
