import { CsvFault } from './fault.ts';
import { type CsvForm, type CsvRow, countLines, rowsFrom } from './read.ts';
import { separatorIn } from './separator.ts';

/** How a stream of text is laid out. */
export interface BatchForm extends Omit<CsvForm, 'separator'> {
  /** by default the one that its first row has most */
  readonly separator?: string | undefined;
  /** lines to skip at the beginning of the file */
  readonly skipRows: number;
  /** length of a row in characters beyond which a quote was probably not closed */
  readonly longestRow: number;
}

const separators = [';', '\t', ',', '|'];

/** Where the last complete record ends: behind the last line end outside quotes; 0 where there is none. */
function lastEnd(text: string): number {
  let last = 0;
  let outside = true;
  for (let from = 0; ; ) {
    const quote = text.indexOf('"', from);
    const to = quote < 0 ? text.length : quote;
    if (outside && to > from) {
      // Search this stretch only: backwards through the whole text would be quadratic in the number of quotes. A return at
      // the very end may be the first half of `\r\n`.
      const stretch = text.slice(from, to);
      const complete = to < text.length ? stretch : text.slice(from, to - 1);
      const end = Math.max(stretch.lastIndexOf('\n'), complete.lastIndexOf('\r'));
      if (end >= 0) last = from + end + 1;
    }
    if (quote < 0) return last;
    outside = !outside;
    from = quote + 1;
  }
}

function withoutFirstLine(text: string): string {
  const end = /\r\n|\n|\r/.exec(text);
  return end === null ? '' : text.slice(end.index + end[0].length);
}

/**
 * Reads CSV of any size in batches of some thousand rows, in the order of the file; empty lines are left out. It holds no more
 * than a piece and a row at a time.
 *
 * @param pieces decoded text, cut anywhere, without a byte order mark
 * @throws CsvFault where a quote is wrong, or a row is longer than `longestRow`
 */
export async function* csvBatches(
  pieces: AsyncIterable<string>,
  form: BatchForm,
): AsyncGenerator<readonly CsvRow[], void, undefined> {
  let { separator } = form;
  let rest = '';
  let line = 1;
  const rowsOf = (text: string): readonly CsvRow[] => {
    let body = text;
    for (; line <= form.skipRows && body !== ''; line++) body = withoutFirstLine(body);
    const first = line;
    line += countLines(body);
    if (body === '') return [];
    separator ??= separatorIn(body, separators);
    return [...rowsFrom(body, { ...form, separator }, first)];
  };
  for await (const piece of pieces) {
    const text = rest + piece;
    const end = lastEnd(text);
    if (end > 0) yield rowsOf(text.slice(0, end));
    rest = text.slice(end);
    if (rest.length > form.longestRow) throw new CsvFault('not-closed', line);
  }
  if (rest !== '') yield rowsOf(rest);
}
