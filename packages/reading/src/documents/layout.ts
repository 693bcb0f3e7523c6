import { at } from '@schaalsprong/words';
/** A positioned text run; x and y in points from the top left, y of the baseline. */
export interface Fragment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** A fragment with its number of words of at least two letters. */
interface Part extends Fragment {
  readonly words: number;
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly parts: Part[];
}

/** Superscript digits, so that a note mark never becomes part of the number before it. */
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Converts digits to superscript; other characters stay. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => raisedDigits[+digit] ?? digit);

/** A superscript or subscript is smaller than this fraction of the adjacent font size. */
const smaller = 0.82;
/** Maximum distance from the baseline, as a fraction of the font size. */
const reach = 0.62;
/** Minimum gap between words, and between cells or columns, as a fraction of the font size. */
const wordGap = 0.16;
const cellGap = 1.6;
/** Minimum width of a gutter between columns, as a fraction of the font size. */
const gutter = 0.9;
/** Above this number of lines column detection is skipped: such a page is no prose. */
const mostLines = 500;

/** Groups fragments into lines by baseline. Superscripts and subscripts join the line that they belong to. */
function gather(fragments: readonly Part[]): Line[] {
  const lines: Line[] = [];
  const step = 4;
  const shelves = new Map<number, Line[]>();
  const near = (y: number, far: number): Line[] => {
    const found: Line[] = [];
    for (let shelf = Math.floor((y - far) / step); shelf <= Math.floor((y + far) / step); shelf++) {
      found.push(...(shelves.get(shelf) ?? []));
    }
    return found;
  };
  const open = (part: Part): void => {
    const line: Line = { y: part.y, size: part.size, parts: [part] };
    lines.push(line);
    const shelf = Math.floor(part.y / step);
    const there = shelves.get(shelf);
    if (there === undefined) shelves.set(shelf, [line]);
    else there.push(line);
  };
  // Largest font first: a superscript then finds the line that it belongs to.
  for (const part of fragments.toSorted((a, b) => b.size - a.size || a.y - b.y || a.x0 - b.x0)) {
    const far = Math.min(60, part.size / smaller);
    let best: Line | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const line of near(part.y, far)) {
      const off = Math.abs(line.y - part.y);
      const level = off <= 0.25 * part.size;
      const beside =
        part.size <= smaller * line.size &&
        off <= reach * line.size &&
        line.parts.some(
          (other) => part.x0 <= other.x1 + 0.5 * line.size && part.x1 >= other.x0 - 0.5 * line.size,
        );
      if ((level || beside) && off < least) {
        best = line;
        least = off;
      }
    }
    if (best === null) open(part);
    else best.parts.push(part);
  }
  for (const line of lines) line.parts.sort((a, b) => a.x0 - b.x0);
  return lines.sort((a, b) => a.y - b.y || at(a.parts, 0).x0 - at(b.parts, 0).x0);
}

/** A line as text: gaps become spaces or, between cells, tabs; superscripts keep their form. */
function lineText({ parts, size, y }: Line): string {
  // Collect chunks: inspecting the end of a growing string would be quadratic.
  const pieces: string[] = [];
  let end = Number.NaN;
  for (const part of parts) {
    const isRaised = part.size <= smaller * size && y - part.y > 0.12 * size;
    const own = isRaised && /^[\s\d,*]+$/.test(part.text) ? raised(part.text.trim()) : part.text;
    const gap = part.x0 - end;
    if (gap > cellGap * size) pieces.push('\t');
    else if (
      gap > wordGap * size &&
      !isRaised &&
      !/^\s/.test(own) &&
      !/\s$/.test(at(pieces, pieces.length - 1))
    ) {
      pieces.push(' ');
    }
    pieces.push(own);
    end = Number.isNaN(end) ? part.x1 : Math.max(part.x1, end);
  }
  return pieces
    .join('')
    .replace(/ +/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .trim();
}

const merge = (spans: readonly (readonly [number, number])[]): [number, number][] => {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
};

/** The part of a line on one side of a gutter. */
interface Stretch {
  readonly x0: number;
  readonly x1: number;
  readonly words: number;
}

function stretchOf(parts: readonly Part[], keep: (part: Part) => boolean): Stretch | null {
  let x0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let words = 0;
  for (const part of parts) {
    if (!keep(part)) continue;
    x0 = Math.min(x0, part.x0);
    x1 = Math.max(x1, part.x1);
    words += part.words;
  }
  return x1 < x0 ? null : { x0, x1, words };
}

/** Minimum number of words of a line of prose in a column. */
const proseWords = 3;

/**
 * Column detection: whether adjacent lines are columns of prose and not cells of a table: on each side at least three lines that
 * hold several words and mostly fill the column. A table's rows are kept as rows.
 */
function isProse(lines: readonly Line[], keep: (part: Part) => boolean): boolean {
  const side = lines.flatMap(({ parts }) => stretchOf(parts, keep) ?? []);
  const wide =
    side.reduce((most, { x1 }) => Math.max(most, x1), 0) -
    side.reduce((least, { x0 }) => Math.min(least, x0), 1e9);
  const full = side.filter(({ x0, x1, words }) => words >= proseWords && x1 - x0 >= 0.6 * wide);
  return full.length >= 3 && full.length >= 0.5 * side.length;
}

/** Splits lines at an x into a left and a right part each. */
function divide(lines: readonly Line[], at: number): { left: Line[]; right: Line[] } {
  const part = (keep: (one: Part) => boolean): Line[] => {
    const kept = lines.flatMap(({ parts }) => parts.filter(keep));
    return gather(kept);
  };
  return { left: part((f) => f.x0 < at), right: part((f) => f.x0 >= at) };
}

/** How many gutters are tried, the widest first, and how many ends of a run: a page may be a table of a thousand cells. */
const mostGutters = 3;
const mostEnds = 6;

/** The longest run of lines from `first` on in two columns of prose, and the x of the gutter. */
function columnsFrom(lines: readonly Line[], first: number): { to: number; at: number } | null {
  let merged: [number, number][] = [];
  const ends: { to: number; gaps: { at: number; wide: number }[] }[] = [];
  let before: Line | undefined;
  for (let i = first; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    merged = merge([...merged, ...line.parts.map(({ x0, x1 }): [number, number] => [x0, x1])]);
    const gaps = merged.slice(1).flatMap(([from], k) => {
      const left = merged[k]?.[1] ?? from;
      return from - left >= gutter * line.size ? [{ at: (from + left) / 2, wide: from - left }] : [];
    });
    // A gap that is closed does not come back; where there was none yet, the right column may begin lower.
    if (gaps.length === 0 && ends.at(-1)?.gaps.length) break;
    // The run may end at any line; where space parts two lines is where it is tried besides the last.
    const parted = before !== undefined && line.y - before.y > 1.75 * Math.max(line.size, before.size);
    if (parted || ends.length === 0) ends.push({ to: i, gaps });
    else ends[ends.length - 1] = { to: i, gaps };
    before = line;
  }
  for (const { to, gaps } of ends.toReversed().slice(0, mostEnds)) {
    const run = lines.slice(first, to + 1);
    for (const { at } of gaps.toSorted((a, b) => b.wide - a.wide).slice(0, mostGutters)) {
      if (isProse(run, ({ x0 }) => x0 < at) && isProse(run, ({ x0 }) => x0 >= at)) {
        return withoutTables(lines, first, { to, at });
      }
    }
  }
  return null;
}

/**
 * A run of columns without the table rows above or below it: those are read across. Null where it begins with them, so
 * that the search goes on below.
 */
function withoutTables(
  lines: readonly Line[],
  first: number,
  { to, at }: { to: number; at: number },
): { to: number; at: number } | null {
  const groups: Line[][] = [];
  let before: Line | undefined;
  for (const line of lines.slice(first, to + 1)) {
    if (before === undefined || line.y - before.y > 2.2 * Math.max(line.size, before.size))
      groups.push([line]);
    else groups.at(-1)?.push(line);
    before = line;
  }
  const isTable = (group: readonly Line[]): boolean => {
    const short = group.filter(({ parts }) => {
      const left = stretchOf(parts, ({ x0 }) => x0 < at);
      const right = stretchOf(parts, ({ x0 }) => x0 >= at);
      return left !== null && right !== null && Math.min(left.words, right.words) < proseWords;
    });
    return short.length > group.length / 2;
  };
  if (groups[0] !== undefined && isTable(groups[0])) return null;
  let last = to;
  for (const group of groups.toReversed()) {
    if (!isTable(group)) break;
    last -= group.length;
  }
  return { to: last, at };
}

function inOrder(lines: readonly Line[], depth: number): Line[] {
  if (depth > 4 || lines.length < 6 || lines.length > mostLines) return [...lines];
  const out: Line[] = [];
  let i = 0;
  while (i < lines.length) {
    const columns = columnsFrom(lines, i);
    if (columns === null) {
      const line = lines[i];
      if (line !== undefined) out.push(line);
      i++;
      continue;
    }
    const { left, right } = divide(lines.slice(i, columns.to + 1), columns.at);
    out.push(...inOrder(left, depth + 1), ...inOrder(right, depth + 1));
    i = columns.to + 1;
  }
  return out;
}

/**
 * The text of a page from the positions of its runs: line by line, columns of prose one after another, the cells of a table
 * row on one line with tabs between them, an empty line where more space than usual parts two lines.
 *
 * @param fragments runs of characters, in any order
 * @returns lines with a line feed between them; empty where the page has no text
 */
export function pageText(fragments: readonly Fragment[]): string {
  const parts = fragments.map(
    (fragment): Part => ({
      ...fragment,
      words: fragment.text.match(/\p{L}{2,}/gu)?.length ?? 0,
    }),
  );
  const lines = inOrder(gather(parts), 0);
  const out: string[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const text = lineText(line);
    if (text === '') continue;
    if (before !== null) {
      const down = line.y - before.y;
      const big = Math.max(line.size, before.size);
      if (down > 1.75 * big || down < -big) out.push('');
    }
    out.push(text);
    before = line;
  }
  return out.join('\n');
}
