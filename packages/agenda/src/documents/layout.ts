/** A run of characters as a page shows it; x and y in points from the top left, y of the foot of the letters. */
export interface Fragment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
}

interface Line {
  readonly y: number;
  readonly size: number;
  readonly parts: Fragment[];
}

/** Digits as they stand above the line, so that a note mark never becomes part of the number before it. */
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

/** Gathers fragments into lines by the height that they stand on. Raised and lowered runs join the line they belong to. */
function gather(fragments: readonly Fragment[]): Line[] {
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
  const open = (part: Fragment): void => {
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
  let text = '';
  let end = Number.NaN;
  for (const part of parts) {
    const isRaised = part.size <= smaller * size && y - part.y > 0.12 * size;
    const own = isRaised && /^[\s\d,*]+$/.test(part.text) ? raised(part.text.trim()) : part.text;
    const gap = part.x0 - end;
    if (!Number.isNaN(gap) && !/\s$/.test(text) && !/^\s/.test(own)) {
      if (gap > cellGap * size) text += '\t';
      else if (gap > wordGap * size && !isRaised) text += ' ';
    } else if (gap > cellGap * size) {
      text = `${text.trimEnd()}\t`;
    }
    text += own;
    end = Math.max(part.x1, Number.isNaN(end) ? part.x1 : end);
  }
  return text.replace(/ *\t */g, '\t').trim();
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

/**
 * Whether lines side by side are columns of prose and not cells of a table: on each side at least three lines that
 * hold several words and mostly fill the column. A table's rows are kept as rows.
 */
function isProse(side: readonly Line[], from: number, to: number): boolean {
  if (side.length < 3) return false;
  const wide = to - from;
  const full = side.filter(({ parts }) => {
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) return false;
    const words =
      parts
        .map(({ text }) => text)
        .join(' ')
        .match(/\p{L}{2,}/gu)?.length ?? 0;
    return words >= 3 && last.x1 - first.x0 >= 0.6 * wide;
  });
  return full.length >= 3 && full.length >= 0.5 * side.length;
}

/** Divides lines at an x: each line gives what stands left and what stands right of it. */
function divide(lines: readonly Line[], at: number): { left: Line[]; right: Line[] } {
  const part = (keep: (fragment: Fragment) => boolean): Line[] => {
    const kept = lines.flatMap(({ parts }) => parts.filter(keep));
    return gather(kept);
  };
  return { left: part((f) => f.x0 < at), right: part((f) => f.x0 >= at) };
}

/** The longest run of lines from `first` on that stand in two columns of prose, and where the gutter is. */
function columnsFrom(lines: readonly Line[], first: number): { to: number; at: number } | null {
  const spans: [number, number][] = [];
  let merged: [number, number][] = [];
  let best: { to: number; at: number } | null = null;
  const runs: { to: number; gaps: { at: number; wide: number }[] }[] = [];
  for (let i = first; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    for (const { x0, x1 } of line.parts) spans.push([x0, x1]);
    merged = merge([...merged, ...spans.splice(0)]);
    const gaps = merged.slice(1).flatMap(([from], k) => {
      const before = merged[k]?.[1] ?? from;
      return from - before >= gutter * line.size ? [{ at: (from + before) / 2, wide: from - before }] : [];
    });
    runs.push({ to: i, gaps });
    // A line across the whole width: no gap comes back after it.
    if (merged.length === 1 && i - first >= 2 && (runs.at(-3)?.gaps.length ?? 0) === 0) break;
  }
  for (let k = runs.length - 1; k >= 2 && best === null; k--) {
    const run = runs[k];
    if (run === undefined) continue;
    for (const { at } of run.gaps.toSorted((a, b) => b.wide - a.wide)) {
      const { left, right } = divide(lines.slice(first, run.to + 1), at);
      const edges = (side: readonly Line[]): [number, number] => [
        Math.min(...side.map(({ parts }) => parts[0]?.x0 ?? 0)),
        Math.max(...side.map(({ parts }) => Math.max(...parts.map((p) => p.x1)))),
      ];
      if (isProse(left, ...edges(left)) && isProse(right, ...edges(right))) {
        best = { to: run.to, at };
        break;
      }
    }
    // Shorter runs are only tried where the longest that has a gap at all was no prose because of what follows it.
    if (runs.length - k > 60) break;
  }
  return best === null ? null : withoutTables(lines, first, best);
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
    const across = group.filter(
      ({ parts }) => parts.some(({ x0 }) => x0 < at) && parts.some(({ x0 }) => x0 >= at),
    );
    const words = (parts: readonly Fragment[]): number =>
      parts.flatMap(({ text }) => text.match(/\p{L}{2,}/gu) ?? []).length;
    const short = across.filter(
      ({ parts }) =>
        words(parts.filter(({ x0 }) => x0 < at)) < 3 || words(parts.filter(({ x0 }) => x0 >= at)) < 3,
    );
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
  const lines = inOrder(gather(fragments), 0);
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
