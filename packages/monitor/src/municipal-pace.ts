/** Homes finished in a whole year. */
export interface YearOfHomes {
  readonly year: number;
  readonly homes: number;
}

/** Homes finished over years that follow each other. */
export interface HomesPace {
  readonly from: number;
  readonly to: number;
  readonly homes: number;
  readonly perYear: number;
}

/** A part of what was agreed, over the whole period of the agreement. */
export interface HomesShare {
  readonly homes: number;
  readonly perYear: number;
}

/** Whole years of an agreement, both included. */
export interface AgreedYears {
  readonly from: number;
  readonly to: number;
}

const yearsIn = ({ from, to }: AgreedYears): number => to - from + 1;

/** The pace over the years from one on, as far as they follow each other without a gap; null without its first. */
export function paceFrom(years: readonly YearOfHomes[], { from, to }: AgreedYears): HomesPace | null {
  const byYear = new Map(years.map(({ year, homes }) => [year, homes]));
  let total = 0;
  let year = from;
  for (; year <= to; year++) {
    const homes = byYear.get(year);
    if (homes === undefined) break;
    total += homes;
  }
  return year === from ? null : { from, to: year - 1, homes: total, perYear: total / (year - from) };
}

/** The pace over at most so many years before a year, without a gap; null where the year before it is not known. */
export function paceBefore(years: readonly YearOfHomes[], before: number, most: number): HomesPace | null {
  const known = new Set(years.map(({ year }) => year));
  let from = before;
  while (before - from < most && known.has(from - 1)) from--;
  return from === before ? null : paceFrom(years, { from, to: before - 1 });
}

/**
 * The part of a municipality for which no source gives one, by arithmetic in two ways: its part of everything, and its part of what
 * is left when the tasks that are known are subtracted, among the municipalities without one. Over all municipalities the second adds
 * up to what was agreed, together with those tasks.
 *
 * @param total homes agreed for all
 * @param tasks homes agreed with each municipality that has a task
 * @param sizes by which is divided, per municipality; all of them
 * @returns null where a size is missing, or nothing is left to divide
 */
export function sharesByRule(
  code: string,
  total: number,
  tasks: ReadonlyMap<string, number>,
  sizes: ReadonlyMap<string, number>,
  years: AgreedYears,
): {
  readonly ofAll: HomesShare;
  readonly ofRest: HomesShare;
  readonly own: number;
  readonly all: number;
  readonly rest: number;
} | null {
  const own = sizes.get(code);
  const sum = (of: Iterable<number>) => [...of].reduce((all, one) => all + one, 0);
  const all = sum(sizes.values());
  const rest = sum([...sizes].flatMap(([of, size]) => (tasks.has(of) ? [] : [size])));
  const left = total - sum(tasks.values());
  if (own === undefined || !(rest > 0) || left < 0) return null;
  const share = (homes: number): HomesShare => ({ homes, perYear: homes / yearsIn(years) });
  return { ofAll: share((total * own) / all), ofRest: share((left * own) / rest), own, all, rest };
}

/**
 * How a pace does against the least and the most of a part: `on` where it is as much as the most even if every figure was rounded up,
 * `behind` where it is below the least even if every figure was rounded down, `close` in between.
 *
 * @param margin by how many homes a figure of a year may be off
 */
export function courseOf(
  pace: HomesPace | null,
  share: { readonly low: number; readonly high: number } | null,
  margin: number,
): 'on' | 'close' | 'behind' | 'unknown' {
  if (pace === null || share === null) return 'unknown';
  if (pace.perYear - margin >= share.high) return 'on';
  return pace.perYear + margin < share.low ? 'behind' : 'close';
}

/** Homes a year that are left to reach a part by the end of its years; 0 where it is reached, null where no year is left. */
export function neededPerYear(share: number, pace: HomesPace, { to }: AgreedYears): number | null {
  const left = to - pace.to;
  return left <= 0 ? null : Math.max(0, share - pace.homes) / left;
}
