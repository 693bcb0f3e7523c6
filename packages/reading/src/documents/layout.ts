/** A run of characters as a page shows it; x and y in points from the top left, y of the foot of the letters. */
export interface Fragment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

/** A fragment with the number of its words of two letters and more. */
interface Part extends Fragment {
  readonly words: number;
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly parts: Part[];
}

/** Digits as they are above the line, so that a note mark never becomes part of the number before it. */
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The digits of a text written as raised ones; what has no raised form stays as it is. */
export const raised = (text: string): string => text.replace(/\d/g, (digit) => raisedDigits[+digit] ?? digit);

/** A raised or lowered run is smaller than this part of the letters beside it. */
const smaller = 0.82;
/** How far from the foot of the letters it may stand, in parts of their size. */
const reach = 0.62;
/** Space between words and between cells or columns, in parts of the size of the letters. */
const wordGap = 0.16;
const cellGap = 1.6;
/** A gutter between columns is at least this wide, in parts of the size of the letters. */
const gutter = 0.9;
/** More lines than this on one page are no columns of prose, and are not searched for them. */
const mostLines = 500;

/** Gathers fragments into lines by the height that they are on. Raised and lowered runs join the line they belong to. */
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
  // The largest letters first: a small run is then beside the letters that it belongs to.
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
  return lines.sort((a, b) => a.y - b.y || (a.parts[0]?.x0 ?? 0) - (b.parts[0]?.x0 ?? 0));
}

/** A line as text: words apart by their distance, cells by a tab, raised digits as such. */
function lineText({ parts, size, y }: Line): string {
  // In pieces: looking at the end of a text that grows would cost its length each time.
  const pieces: string[] = [];
  let end = Number.NaN;
  for (const part of parts) {
    const isRaised = part.size <= smaller * size && y - part.y > 0.12 * size;
    const own = isRaised && /^[\s\d,*]+$/.test(part.text) ? raised(part.text.trim()) : part.text;
    const gap = part.x0 - end;
    if (gap > cellGap * size) pieces.push('\t');
    else if (gap > wordGap * size && !isRaised && !/^\s/.test(own) && !/\s$/.test(pieces.at(-1) ?? '')) {
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

/** What of a line is on one side of a gutter. */
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

/** Words that a line of prose in a column has at least. */
const proseWords = 3;

/**
 * Whether lines side by side are columns of prose and not cells of a table: on each side at least three lines that
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

/** Divides lines at an x: each line gives what stands left and what stands right of it. */
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

/** The longest run of lines from `first` on that are in two columns of prose, and where the gutter is. */
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
    if (gaps.length === 0 && (ends.at(-1)?.gaps.length ?? 0) > 0) break;
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
 * The text of a page from where its runs stand: line by line, columns of prose one after another, the cells of a table
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
