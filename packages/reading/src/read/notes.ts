import { at } from '@schaalsprong/words';
import type { Line } from './flow.ts';
import { rankNouns, temporalBefore } from './lexicon.ts';
import type { Token } from './tokens.ts';
import type { Footnote } from './types.ts';

/**
 * Footnotes: the lists at the foot of pages, and the marks in the text, which many makers of text glue to the word or the
 * number before them. `151.80022` is 151,800 with mark 22, and only the sequence of the notes can tell.
 */

export interface NoteLine {
  readonly mark: string;
  readonly number: number;
  /** length of the mark at the beginning of the line */
  readonly length: number;
  /** offset in the document */
  readonly offset: number;
}

const superDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const plainDigits = (mark: string): string =>
  [...mark].map((char) => (superDigits.includes(char) ? String(superDigits.indexOf(char)) : char)).join('');

const noteStart = /^(\[?)([0-9]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(\]?)(\s{0,6})["'‘“«(]{0,2}(?:\p{Lu}|https?:|www\.)/u;

/** Candidate note marks: digits directly after a lower-case letter or punctuation, superscript, or in brackets. */
function sureMarks(text: string): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const add = (number: number, offset: number): void => {
    const list = found.get(number);
    if (list === undefined) found.set(number, [offset]);
    else if (list.length < 50) list.push(offset);
  };
  const pattern =
    /(?<=[\p{Ll}\]%)"'’”]|\p{L}[.,;:!?])\d{1,3}(?![\d\p{L}]|[.,]\d)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=\p{L}[.,]?)\[\d{1,3}\]/gu;
  for (const match of text.matchAll(pattern)) {
    add(Number(plainDigits(match[0]).replaceAll(/[[\]]/g, '')), match.index);
  }
  return found;
}

/**
 * The lines at which notes begin. A run of them counts when its numbers go up by one and the text before holds a mark
 * for one of them, or when it goes on from the notes before; so a list that happens to be numbered does not.
 */
export function noteLines(text: string, lines: readonly Line[]): ReadonlyMap<number, NoteLine> {
  const candidates: (NoteLine & { line: number })[] = [];
  lines.forEach((line, index) => {
    const head = text.slice(line.start, Math.min(line.end, line.start + 20));
    const found = noteStart.exec(head);
    if (found === null) return;
    const [, open = '', digits = '', close = '', space = ''] = found;
    const raised = superDigits.includes(digits.charAt(0));
    if ((open === '') !== (close === '') || (!raised && open === '' && space === '')) return;
    candidates.push({
      line: index,
      mark: plainDigits(digits),
      number: Number(plainDigits(digits)),
      length: open.length + digits.length + close.length + space.length,
      offset: line.start,
    });
  });
  const accepted = new Map<number, NoteLine>();
  if (candidates.length === 0) return accepted;
  const marks = sureMarks(text);
  const marked = (number: number, before: number): boolean =>
    (marks.get(number) ?? []).some((offset) => offset < before);
  let last = 0;
  for (let i = 0; i < candidates.length; ) {
    const first = candidates[i];
    if (first === undefined) break;
    let end = i + 1;
    for (;;) {
      const before = candidates[end - 1];
      const next = candidates[end];
      if (before === undefined || next === undefined) break;
      if (next.number !== before.number + 1 || next.line - before.line > 5) break;
      end++;
    }
    const run = candidates.slice(i, end);
    const isMarked = run.some((note) => marked(note.number, note.offset));
    const goesOn = first.number > last && first.number <= last + 3;
    // An excerpt may start at any note number.
    const begins = first.number === 1 || (last === 0 && isMarked);
    const good =
      (run.length > 1 && (isMarked || (goesOn && last > 0)) && (begins || goesOn)) ||
      (run.length === 1 && (isMarked || last > 0) && goesOn) ||
      (run.length === 1 && begins && isMarked);
    if (good) {
      for (const { line, ...note } of run) accepted.set(line, note);
      last = run[run.length - 1]?.number ?? last;
    }
    i = end;
  }
  return accepted;
}

/** A candidate mark at a token: how many trailing digits are the mark (all where the token is only the mark). */
export interface Mark {
  readonly note: number;
  readonly digits: number;
}

interface Sure {
  readonly token: number;
  readonly note: number;
  readonly digits: number;
}

/** Longest increasing subsequence of marks, in text order. */
function rising(sure: readonly Sure[]): readonly Sure[] {
  const tails: number[] = [];
  const previous: number[] = [];
  sure.forEach(({ note }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(sure, at(tails, middle)).note < note) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : at(tails, low - 1);
    tails[low] = index;
  });
  const row: Sure[] = [];
  // -1 precedes the first mark of a row, and ends it where there are no marks
  for (let index = tails.at(-1) ?? -1; index >= 0; index = at(previous, index)) row.push(at(sure, index));
  return row.reverse();
}

const lastIsLower = (token: Token): boolean => {
  const char = token.raw.charAt(token.raw.length - 1);
  return char === char.toLowerCase() && char !== char.toUpperCase();
};

/** Punctuation that a mark may follow directly. */
const carriers = new Set([...'.,;:!?)’”"\'%]»']);

/** Score that the trailing digits of a number are a note mark; 0 where impossible. */
function gluedScore(tokens: readonly Token[], index: number, digits: string): number {
  const token = tokens[index];
  if (token === undefined || !token.raw.endsWith(digits)) return 0;
  const { raw } = token;
  const before = raw.slice(0, -digits.length);
  const previous = tokens[index - 1];
  if (before === '') {
    // The mark is by itself before the sign that ends the sentence: `belang 1.`
    const next = tokens[index + 1];
    const ends =
      next === undefined || next.kind === 'break' || (next.kind === 'sign' && '.,;:)'.includes(next.raw));
    if (previous?.kind !== 'word' || !ends || token.glued) return 0;
    if (rankNouns.has(previous.low) || temporalBefore.has(previous.low) || previous.low === 'top') return 0;
    return previous.low.length > 3 ? 2 : 0;
  }
  if (!/\d$/.test(before) || /[.,]$/.test(before) || /^(19|20)\d\d$/.test(raw)) return 0;
  const overlong = /[.,]\d{3}$/.test(before);
  if (overlong) return 4;
  if (/^(19|20|21)\d\d$/.test(before)) return 3;
  const ranked =
    previous !== undefined && (rankNouns.has(previous.low) || previous.raw === '#' || previous.low === 'top');
  if (ranked && /^\d{1,3}$/.test(before)) return 3;
  return 0;
}

/**
 * Which tokens are note marks or end in one.
 * @param offsetOf offset in the document of a token
 */
export function marksOf(
  tokens: readonly Token[],
  notes: readonly NoteLine[],
  offsetOf: (token: Token) => number,
): ReadonlyMap<number, Mark> {
  const marks = new Map<number, Mark>();
  const sure: Sure[] = [];
  const listed = new Set(notes.map((note) => note.number));
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    if (previous === undefined || !token.glued) return;
    if (token.kind === 'super') {
      const unit = previous.kind === 'word' && /^(m|km|cm|dm|mm|ft|in)$/.test(previous.low);
      if (!unit) sure.push({ token: index, note: Number(token.low), digits: token.low.length });
      return;
    }
    if (token.kind !== 'number' || token.raw.length > 3 || !/^[1-9]\d*$/.test(token.raw)) return;
    const next = tokens[index + 1];
    if (
      next?.glued &&
      (next.kind === 'word' || next.kind === 'number' || next.raw === '%' || next.raw === '-')
    )
      return;
    const carried =
      (previous.kind === 'word' && lastIsLower(previous)) ||
      (previous.kind === 'sign' && carriers.has(previous.raw) && tokens[index - 2]?.kind !== 'number') ||
      (previous.kind === 'sign' && previous.raw === '%');
    if (!carried) return;
    const note = Number(token.raw);
    // A note without text is still bracketed by its neighbours.
    if (listed.size > 0 && !listed.has(note) && !listed.has(note - 1) && !listed.has(note + 1)) return;
    sure.push({ token: index, note, digits: token.raw.length });
  });

  // Numbering may restart on every page: each section gets its own subsequence.
  const stretches: { from: number; until: number; notes: NoteLine[] }[] = [];
  for (const note of notes) {
    const current = stretches[stretches.length - 1];
    const before = current?.notes[current.notes.length - 1];
    if (current === undefined || before === undefined || note.number <= before.number) {
      // the first stretch begins with the text
      stretches.push({ from: before?.offset ?? 0, until: note.offset, notes: [note] });
    } else {
      current.notes.push(note);
      current.until = note.offset;
    }
  }
  if (stretches.length === 0) stretches.push({ from: 0, until: Number.POSITIVE_INFINITY, notes: [] });

  let from = 0;
  for (const stretch of stretches) {
    const here: Sure[] = [];
    while (from < sure.length) {
      const one = sure[from];
      const token = one === undefined ? undefined : tokens[one.token];
      if (one === undefined || token === undefined || offsetOf(token) >= stretch.until) break;
      here.push(one);
      from++;
    }
    const row = rising(here);
    if (stretch.notes.length === 0 && (row.length < 2 || (row[0]?.note ?? 9) > 3)) {
      // Without a list of notes only superscript digits are certain.
      for (const one of here) {
        if (tokens[one.token]?.kind === 'super') marks.set(one.token, { note: one.note, digits: one.digits });
      }
      continue;
    }
    for (const one of row) marks.set(one.token, { note: one.note, digits: one.digits });
    findHidden(tokens, stretch, row, offsetOf, marks);
  }
  return marks;
}

const farthest = 20_000;

/** Searches each note without a mark among the numbers between the marks of its neighbours. */
function findHidden(
  tokens: readonly Token[],
  stretch: { readonly from: number; readonly notes: readonly NoteLine[] },
  row: readonly Sure[],
  offsetOf: (token: Token) => number,
  marks: Map<number, Mark>,
): void {
  const placed = new Map(row.map((one) => [one.note, one.token]));
  let after = firstAt(tokens, stretch.from, offsetOf);
  stretch.notes.forEach((note) => {
    const own = placed.get(note.number);
    if (own !== undefined) {
      after = own;
      return;
    }
    let until = firstAt(tokens, note.offset, offsetOf);
    for (const later of row) {
      if (later.note > note.number && later.token > after) {
        until = Math.min(until, later.token);
        break;
      }
    }
    let best = -1;
    let score = 0;
    // Bound the search: far from its neighbours a mark cannot be guessed, and time must stay linear.
    for (let i = after + 1; i < Math.min(until, after + farthest); i++) {
      if (tokens[i]?.kind !== 'number' || marks.has(i)) continue;
      const one = gluedScore(tokens, i, note.mark);
      if (one > score) {
        best = i;
        score = one;
      }
    }
    if (best >= 0) {
      marks.set(best, { note: note.number, digits: note.mark.length });
      after = best;
    }
  });
}

/** Index of the first token at or behind an offset of the document. */
function firstAt(tokens: readonly Token[], offset: number, offsetOf: (token: Token) => number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const token = tokens[middle];
    if (token !== undefined && offsetOf(token) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Footnotes with the places of their marks and their text. */
export function footnotesOf(
  tokens: readonly Token[],
  marks: ReadonlyMap<number, Mark>,
  notes: readonly (NoteLine & { readonly text: string })[],
  endOf: (token: Token) => number,
): readonly Footnote[] {
  type Open = { mark: string; marks: number[]; text: string | null; offset: number | null };
  const found: Open[] = notes.map(({ mark, text, offset }) => ({ mark, marks: [], text, offset }));
  const byMark = new Map<string, Open[]>();
  for (const note of found) byMark.set(note.mark, [...(byMark.get(note.mark) ?? []).slice(-200), note]);
  for (const [index, mark] of [...marks].sort((a, b) => a[0] - b[0])) {
    const token = tokens[index];
    if (token === undefined) continue;
    const markStart = endOf(token) - mark.digits;
    const name = String(mark.note);
    const queue = byMark.get(name) ?? [];
    // The foot of a page may come before the last mark on it, so the last note of a number stays.
    while (queue.length > 1 && (queue[0]?.offset ?? Number.POSITIVE_INFINITY) <= markStart) queue.shift();
    let [note] = queue;
    if (note === undefined) {
      note = { mark: name, marks: [], text: null, offset: null };
      found.push(note);
      queue.push(note);
      byMark.set(name, queue);
    }
    note.marks.push(markStart);
  }
  return found;
}
