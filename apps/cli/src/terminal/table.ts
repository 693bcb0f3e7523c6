import { at } from '@schaalsprong/words';
/** A column of a table: its heading, and at which side its cells stand. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Columns that may give way when the table is wider than the screen: their text is broken over lines. */
  readonly gives?: boolean;
}

const gap = '  ';
/** A giving column never gets narrower than this, nor than its longest word as long as that is no longer than the second. */
const narrowest = 14;
const longestWord = 24;

/** No-break spaces count as one place and print as a plain space: terminals differ in what they make of them. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** Breaks a text between words into lines of at most `width` places; a longer word is cut. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of plain(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    while (word.length > width) {
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A cell of a row, which may end early: what it leaves out is empty. */
const cellOf = (row: readonly string[], i: number): string => row[i] ?? '';

/**
 * A table in plain text.
 *
 * @param columns headings from left to right
 * @param groups rows under a heading of their own; an empty heading prints none
 * @param width places on a line that the table should keep to, if the columns that do not give allow it
 * @returns the lines, without spaces at their ends
 */
export function renderTable(
  columns: readonly Column[],
  groups: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[],
  width: number,
): readonly string[] {
  const rows = groups.flatMap((group) => group.rows);
  const widths = columns.map((column, i) =>
    rows.reduce((most, row) => Math.max(most, plain(cellOf(row, i)).length), column.title.length),
  );
  const least = columns.map((column, i) => {
    // A table may have more rows than a call takes arguments.
    const longest = rows.reduce(
      (most, row) =>
        plain(cellOf(row, i))
          .split(' ')
          .reduce((long, word) => Math.max(long, word.length), most),
      0,
    );
    return Math.max(narrowest, column.title.length, Math.min(longestWord, longest));
  });
  const total = (): number => widths.reduce((sum, w) => sum + w, gap.length * (columns.length - 1));
  // Take one place at a time from the widest column that gives.
  while (total() > width) {
    let widest = { column: -1, width: 0 };
    for (const [i, column] of columns.entries()) {
      const mine = at(widths, i);
      if (column.gives && mine > at(least, i) && mine > widest.width) widest = { column: i, width: mine };
    }
    if (widest.column < 0) break;
    widths[widest.column] = widest.width - 1;
  }

  const row = (cells: readonly string[]): readonly string[] => {
    const broken = columns.map((_, i) => wrap(cellOf(cells, i), at(widths, i)));
    const height = Math.max(...broken.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      columns
        .map((column, i) => {
          // Beside a cell of more lines.
          const text = at(broken, i)[line] ?? '';
          const room = at(widths, i);
          return column.align === 'right' ? text.padStart(room) : text.padEnd(room);
        })
        .join(gap)
        .trimEnd(),
    );
  };

  const lines: string[] = [...row(columns.map((column) => column.title))];
  lines.push('-'.repeat(total()));
  groups.forEach((group, i) => {
    if (group.title !== '') {
      if (i > 0) lines.push('');
      lines.push(group.title);
    }
    for (const cells of group.rows) lines.push(...row(cells));
  });
  return lines;
}

/**
 * The same groups and rows for a narrow screen: per row its first cell as a heading, and under it the others, each with
 * the title of its column before it. Cells with nothing in them are left out.
 */
export function renderCards(
  columns: readonly Column[],
  groups: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[],
  width: number,
  nothing: string,
): readonly string[] {
  const room = Math.max(...columns.slice(1).map(({ title }) => title.length));
  const indent = ' '.repeat(2 + room + gap.length);
  return groups.flatMap((group) => [
    ...(group.title === '' ? [] : [group.title, '']),
    ...group.rows.flatMap((cells) => [
      ...wrap(cellOf(cells, 0), width),
      ...columns.slice(1).flatMap(({ title }, i) => {
        const cell = cellOf(cells, i + 1);
        if (cell === '' || cell === nothing) return [];
        return wrap(cell, Math.max(narrowest, width - indent.length)).map((line, n) =>
          n === 0 ? `  ${title.padEnd(room)}${gap}${line}` : indent + line,
        );
      }),
      '',
    ]),
  ]);
}

/** A heading and what is under it; nothing where there is nothing. */
export function section(heading: string, texts: readonly string[], width: number): readonly string[] {
  if (texts.length === 0) return [];
  return ['', heading, ...texts.flatMap((text) => hanging('  - ', text, width))];
}

/** A text behind a mark, its further lines as far in as the first. */
export function hanging(mark: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(mark.length);
  return wrap(text, Math.max(20, width - mark.length)).map((line, i) => (i === 0 ? mark : indent) + line);
}
