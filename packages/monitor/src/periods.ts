import { parsePeriod } from '@schaalsprong/agenda/periods';
import type { Certainty } from './facts.ts';

const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maart', 'march', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augustus', 'august', 'aug'],
  ['september', 'sep'],
  ['oktober', 'october', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const two = (n: number | string): string => String(n).padStart(2, '0');

/** Ways in which offices write a period, each with how agenda writes it; null where the code stands for what is no period of ours. */
const forms: readonly (readonly [RegExp, (...parts: string[]) => string | null])[] = [
  // Statistics Netherlands: 2024JJ00, 2024KW01, 2024HJ01, 2024MM03, 2022SJ00 (school year); a week and a part of a year are none.
  [/^(\d{4})JJ00$/, (year) => year],
  [/^(\d{4})KW0([1-4])$/, (year, nth) => `${year}-Q${nth}`],
  [/^(\d{4})HJ0([12])$/, (year, nth) => `${year}-H${nth}`],
  [/^(\d{4})MM(\d{2})$/, (year, month) => `${year}-${month}`],
  [/^(\d{4})SJ00$/, (year) => `${year}/${Number(year) + 1}`],
  // SDMX: 2024-A1, 2024-S1, 2024-M03, 2024-Q1.
  [/^(\d{4})-A1$/, (year) => year],
  [/^(\d{4})-S([12])$/, (year, nth) => `${year}-H${nth}`],
  [/^(\d{4})-?M(\d{1,2})$/, (year, month) => `${year}-${two(month)}`],
  [/^(\d{4})[ -]?[QK]([1-4])$/i, (year, nth) => `${year}-Q${nth}`],
  // A day: 20240131, 31-1-2024 (day first, as it is written here), and a moment of a day.
  [/^(\d{4})(\d{2})(\d{2})$/, (year, month, day) => `${year}-${month}-${day}`],
  [/^(\d{1,2})-(\d{1,2})-(\d{4})$/, (day, month, year) => `${year}-${two(month)}-${two(day)}`],
  [/^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?$/, (day) => day],
  // Words: 2024 1e kwartaal, 2024 maart, maart 2024.
  [/^(\d{4}) ([1-4])(?:e|ste|de)? kwartaal$/i, (year, nth) => `${year}-Q${nth}`],
  [/^(\d{4}) ([12])(?:e|ste|de)? halfjaar$/i, (year, nth) => `${year}-H${nth}`],
  [/^(\d{4}) ([a-z]+)$/i, (year, name) => inMonth(year, name)],
  [/^([a-z]+) (\d{4})$/i, (name, year) => inMonth(year, name)],
];

function inMonth(year: string, name: string): string | null {
  const at = months.findIndex((names) => names.some((known) => known === name.toLowerCase()));
  return at < 0 ? null : `${year}-${two(at + 1)}`;
}

/** How an office marks a figure that may still change, behind its period: `2024*`, `2024**`. */
const mark = /\s*(\*{1,2})$/;

/**
 * A period as a source writes it, as agenda writes it: codes of Statistics Netherlands (`2024KW01`), SDMX (`2024-S1`), ISO 8601,
 * Dutch dates and words. Marks of doubt or of a provisional figure are left out.
 *
 * @returns null where it is none, does not exist (`2024MM13`), or is a kind that agenda does not know (a week, a part of a year)
 */
export function readPeriod(text: string): string | null {
  let period = known.get(text);
  if (period === undefined) {
    if (known.size >= mostKnown) known.clear();
    period = read(text);
    known.set(text, period);
  }
  return period;
}

/** Memoized: a table repeats the same few periods in every row. */
const known = new Map<string, string | null>();
const mostKnown = 10_000;

function read(text: string): string | null {
  const bare = text.trim().replace(mark, '');
  const plain = parsePeriod(bare);
  if (plain !== null) return plain.text;
  for (const [form, write] of forms) {
    const found = form.exec(bare);
    if (found === null) continue;
    const written = write(...found.slice(1));
    return written === null || parsePeriod(written) === null ? null : written;
  }
  return null;
}

/** What the mark behind a period says of its figures; null where it has none. */
export function markedCertainty(text: string): Certainty | null {
  const found = mark.exec(text.trim())?.[1];
  if (found === undefined) return null;
  return found === '*' ? 'provisional' : 'revised';
}

/**
 * The day of a period to which its value belongs: `2024` at its first day is `2024-01-01`. A day stays as it is.
 *
 * @param period as `readPeriod` gives it
 * @param at as sources.yaml says
 */
export function dayOf(period: string, at: 'whole' | 'first-day' | 'last-day'): string {
  if (at === 'whole' || /^\d{4}-\d{2}-\d{2}$/.test(period)) return period;
  const [first = period, second = first] = period.split('/');
  return at === 'first-day' ? dayIn(first, 'first-day') : dayIn(second, 'last-day');
}

function dayIn(part: string, at: 'first-day' | 'last-day'): string {
  const year = Number(part.slice(0, 4));
  const piece = /^([HQ])(\d)$/.exec(part.slice(5));
  const length = piece === null ? (part.length === 4 ? 12 : 1) : piece[1] === 'H' ? 6 : 3;
  const first =
    piece === null ? (part.length === 4 ? 1 : Number(part.slice(5, 7))) : (Number(piece[2]) - 1) * length + 1;
  if (at === 'first-day') return `${part.slice(0, 4)}-${two(first)}-01`;
  const month = first + length - 1;
  return `${part.slice(0, 4)}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}
