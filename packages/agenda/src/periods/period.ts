import { compareTexts } from '@schaalsprong/words';

/** The form of a period, without a mark of doubt. */
export const periodPattern =
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-H[12]|-Q[1-4])?(\/\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?)?$/;

/** A period as decimal years: from `start` up to, not including, `end`. */
export interface PeriodSpan {
  /** the text without the mark of doubt */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** true where the source marks the period with ` (?)` */
  readonly uncertain: boolean;
}

const doubt = / ?\(\?\)$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** One side of a period; a day is a part of its month and a month a twelfth of a year, so that parts lie inside their whole. */
function part(text: string): { start: number; end: number } | null {
  const year = Number(text.slice(0, 4));
  const rest = text.slice(5);
  if (rest === '') return { start: year, end: year + 1 };
  const piece = /^([HQ])(\d)$/.exec(rest);
  if (piece) {
    const of = piece[1] === 'H' ? 2 : 4;
    const nth = Number(piece[2]);
    return { start: year + (nth - 1) / of, end: year + nth / of };
  }
  const [month = 1, day] = rest.split('-').map(Number);
  const at = (months: number) => year + months / 12;
  if (day === undefined) return { start: at(month - 1), end: at(month) };
  const days = daysIn(year, month);
  if (day > days) return null;
  return { start: at(month - 1 + (day - 1) / days), end: at(month - 1 + day / days) };
}

// Cache: a million figures have some hundreds of distinct periods, and each answer sorts by period. Bounded, since input is untrusted.
const parsed = new Map<string, PeriodSpan | null>();
const mostParsed = 10_000;

/**
 * Reads a period: `2023`, `2023-04`, `2023-04-01`, `2023-H1`, `2023-Q1`, `2021/2022`, each also with ` (?)` behind it.
 * @returns null where the text is no period, where a day does not exist, or where the second half lies before the first.
 *
 * @example
 * ```ts
 * import { parsePeriod } from '@schaalsprong/agenda/periods';
 *
 * parsePeriod('2023-Q1 (?)'); // => { text: '2023-Q1', start: 2023, end: 2023.25, uncertain: true }
 * parsePeriod('next year'); // => null
 * ```
 */
export function parsePeriod(text: string): PeriodSpan | null {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const found = read(text);
  if (parsed.size < mostParsed) parsed.set(text, found);
  return found;
}

function read(text: string): PeriodSpan | null {
  const uncertain = doubt.test(text);
  const bare = text.replace(doubt, '');
  if (!periodPattern.test(bare)) return null;
  const [first = '', second] = bare.split('/');
  const from = part(first);
  const to = second === undefined ? from : part(second);
  if (from === null || to === null || to.end < from.end) return null;
  return { text: bare, start: from.start, end: to.end, uncertain };
}

const span = (text: string): PeriodSpan => {
  const found = parsePeriod(text);
  if (found === null) throw new RangeError(`not a period: ${text}`);
  return found;
};

/** Decimal year at the start of a period: `2030` gives 2030. Throws a RangeError on what is no period. */
export const periodStart = (text: string): number => span(text).start;

/**
 * Decimal year at the end of a period: `2030` gives 2031, the time of a stock or total at the end of 2030.
 *
 * @example
 * ```ts
 * import { periodEnd } from '@schaalsprong/agenda/periods';
 *
 * periodEnd('2030'); // => 2031
 * ```
 */
export const periodEnd = (text: string): number => span(text).end;

/** Orders periods by their end, then their beginning, then their text: a total order, later is greater. */
export function comparePeriods(a: string, b: string): number {
  const x = span(a);
  const y = span(b);
  return x.end - y.end || x.start - y.start || compareTexts(a, b);
}
