import { at } from '@schaalsprong/words';
import { Growing } from './growing.ts';

/**
 * Running text out of lines: hyphens at line ends joined, blanks squeezed, and cut into blocks (headings, list items,
 * paragraphs, rows of a table, lines that belong to the page and not to the text). Every character keeps its source
 * offset, so that a finding can be mapped back to the document.
 */

export type BlockKind = 'heading' | 'item' | 'paragraph' | 'row' | 'note' | 'furniture' | 'contents';

export interface Block {
  readonly kind: BlockKind;
  /** offsets in `Flow.text`, the end not included */
  readonly start: number;
  readonly end: number;
  /** number of the list item or note, where it has one: `3` for `3.`, `c` for `c)` */
  readonly marker: string | null;
  /** columns before the first character, for lists in lists */
  readonly indent: number;
}

export interface Flow {
  /** blocks apart by `\n`; within a block one space between words; `\u2003` where a row of a table has a gap */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** offset in the document of a character of `text`; its length gives the length of the document */
  at(index: number): number;
}

export interface Line {
  /** offsets in the document of the first and behind the last character that is not blank */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** empty lines before it */
  readonly gap: number;
  /** a page begins with it */
  readonly newPage: boolean;
}

const isBlank = (code: number): boolean =>
  code === 32 ||
  code === 9 ||
  code === 0xa0 ||
  code === 0x202f ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x3000 ||
  code === 0xfeff;
const isLineEnd = (code: number): boolean =>
  code === 10 ||
  code === 13 ||
  code === 12 ||
  code === 11 ||
  code === 0x85 ||
  code === 0x2028 ||
  code === 0x2029;

/** The non-blank lines of a text. A form feed or an offset in `pages` begins a page. */
export function linesOf(text: string, pages: readonly { readonly offset: number }[]): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  let gap = 0;
  let newPage = false;
  let nextPage = 1;
  while (at <= text.length) {
    let end = at;
    while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
    let start = at;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    let stop = end;
    while (stop > start && isBlank(text.charCodeAt(stop - 1))) stop--;
    const page = pages[nextPage];
    if (page !== undefined && start >= page.offset) {
      newPage = true;
      while ((pages[nextPage]?.offset ?? Number.POSITIVE_INFINITY) <= start) nextPage++;
    }
    if (stop > start) {
      lines.push({ start, end: stop, indent: start - at, gap, newPage });
      gap = 0;
      newPage = false;
    } else gap++;
    if (end < text.length && text.charCodeAt(end) === 12) newPage = true;
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return lines;
}

/** Words after which a hyphen at a line end is a suspended hyphen, no hyphenation: `kennis- en innovatie`. */
const afterOpenHyphen = new Set([
  'en',
  'of',
  'tot',
  'als',
  'dan',
  'and',
  'or',
  'to',
  'alsook',
  'alsmede',
  'respectievelijk',
]);

const bullets = new Set([...'•·▪▫■□●○◦‣⁃➢➤►▶✓✔✗*§']);
const isLetter = (char: string): boolean => char.toLowerCase() !== char.toUpperCase();
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (char: string): boolean => isLetter(char) && char === char.toUpperCase();

/**
 * The list marker of a line: a bullet, `3.`, `3)`, `(3)`, `c.`, `iv)`; with the length of it.
 * @returns null for running text
 */
export function listMarker(line: string): { readonly marker: string; readonly length: number } | null {
  const first = line.charAt(0);
  if (bullets.has(first)) return { marker: '•', length: 1 };
  if ((first === '-' || first === '–' || first === '—' || first === 'o') && line[1] === ' ') {
    return first === 'o' && !isUpper(line.slice(2).trimStart().charAt(0)) ? null : { marker: '•', length: 1 };
  }
  const numbered = /^(\(?)(\d{1,2}|[a-z]|[ivx]{1,4})([.)])(?=\s|[A-Z•(])/.exec(line.slice(0, 12));
  if (numbered === null) return null;
  const [whole, open = '', marker = '', close] = numbered;
  if (open !== '' && close !== ')') return null;
  return { marker, length: whole.length };
}

const sentenceEnd = (line: string): boolean => /[.!?:;…]["'’”)\]]*\d{0,3}$/.test(line.slice(-6));

/** Entry of a table of contents: leader dots, or a gap and a page number after a title. */
const isContents = (line: string): boolean =>
  /(\.\s?){4,}\s*\d{1,4}$/.test(line.slice(-60)) || /_{4,}\s*\d{1,4}$/.test(line.slice(-60));

/** A table row: cells separated by wide gaps, with digits in at least two of them. */
function isRow(line: string): boolean {
  const cells = line
    .slice(0, 1000)
    .split(/\t+| {3,}|\|/, 40)
    .filter((cell) => cell.trim() !== '');
  return cells.length >= 3 && cells.filter((cell) => /\d/.test(cell)).length >= 2;
}

/** Running heads and feet: lines that repeat with a changing number, bare page numbers, and `page 3 of 12`. */
function furniture(lines: readonly Line[], text: string): ReadonlySet<number> {
  const found = new Set<number>();
  const shapes = new Map<string, { index: number; number: number }[]>();
  lines.forEach((line, index) => {
    if (line.end - line.start > 90) return;
    const words = text.slice(line.start, line.end);
    if (/^[-–—|\s]*\d{1,4}[-–—|\s]*$/.test(words)) {
      const next = lines[index + 1];
      const alone = line.newPage || next === undefined || next.newPage || (line.gap > 0 && next.gap > 0);
      if (alone) found.add(index);
      return;
    }
    if (/^(pagina|page|blad|blz\.?|p\.)\s*\d{1,4}(\s*(van|of|\/)\s*\d{1,4})?$/i.test(words)) {
      found.add(index);
      return;
    }
    if (/\s[|I•·–—-]\s\d{1,4}$/.test(words) || /^\d{1,4}\s[|I•·–—-]\s/.test(words)) {
      const atEdge = lines[index + 1]?.newPage !== false || line.newPage || (lines[index + 1]?.gap ?? 9) > 1;
      if (atEdge || /\s[|I•·]\s\d{1,4}$/.test(words)) found.add(index);
      return;
    }
    const number = /^(\d{1,3})\s+(?=\D)|(?<=\D)\s+(\d{1,3})$/.exec(words);
    if (number === null || sentenceEnd(words)) return;
    const shape = words.replace(number[0], number[1] === undefined ? ' #' : '# ');
    const seen = shapes.get(shape) ?? [];
    seen.push({ index, number: Number(number[1] ?? number[2]) });
    shapes.set(shape, seen);
  });
  for (const seen of shapes.values()) {
    const later = seen.slice(1);
    const rising = later.every((one, i) => one.number > at(seen, i).number);
    const far = later.every((one, i) => one.index - at(seen, i).index > 5);
    if (seen.length >= 2 && rising && far) for (const one of seen) found.add(one.index);
  }
  return found;
}

/** Appends a chunk of text with its source map: the offset in the document and the step per character. */
type Put = (piece: string, from: number, step: number) => void;

/**
 * Appends part of a line, white space collapsed, soft hyphens and zero-width characters removed.
 * @param gaps whether wide gaps are kept as such, as between the cells of a row
 */
function putSqueezed(text: string, from: number, end: number, gaps: boolean, put: Put): void {
  let begin = from;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xad || code === 0x200b || code === 0xfeff) {
      if (i > begin) put(text.slice(begin, i), begin, 1);
      begin = i + 1;
    } else if (code === 9 || code === 32) {
      let stop = i + 1;
      while (stop < end && (text.charCodeAt(stop) === 32 || text.charCodeAt(stop) === 9)) stop++;
      if (stop === i + 1 && code === 32) continue;
      if (i > begin) put(text.slice(begin, i), begin, 1);
      put(gaps && (stop - i >= 3 || code === 9) ? '\u2003' : ' ', i, 0);
      begin = stop;
      i = stop - 1;
    }
  }
  if (end > begin) put(text.slice(begin, end), begin, 1);
}

/** A line with the features that classify its block. */
interface LineContext {
  readonly line: Line;
  readonly words: string;
  readonly isNote: boolean;
  readonly marker: ReturnType<typeof listMarker>;
  readonly next: Line | undefined;
  /** beginning of the next line */
  readonly nextWords: string;
  /** the line before, and what it was */
  readonly last: string;
  readonly lastKind: BlockKind | null;
  /** enough empty lines before it to end a paragraph */
  readonly gap: boolean;
  /** its first word would have fitted on the line before */
  readonly newLine: boolean;
  readonly layout: Layout;
}

/** Classifies the block that a line starts or continues, where it is no running head or foot. */
function kindOfLine(context: LineContext): Exclude<BlockKind, 'furniture'> {
  const { line, words, isNote, marker, next, nextWords, last, lastKind, gap, newLine } = context;
  const { width, paragraphGap } = context.layout;
  const short = words.length < width * 0.85 || words.length < 45;
  if (isContents(words)) return 'contents';
  if (isNote) return 'note';
  if (marker !== null) {
    // `2. What we want` above running text is a heading; above `3. ...` it is an item.
    const above =
      /^(\d|[ivx])/.test(marker.marker) &&
      words.length < width * 0.7 &&
      words.length <= 80 &&
      !/[.,;:!?-]$/.test(words) &&
      isUpper(nextWords.charAt(0)) &&
      listMarker(nextWords) === null;
    return above ? 'heading' : 'item';
  }
  if (isRow(words)) return 'row';
  const ended =
    lastKind === null || lastKind !== 'paragraph' || gap || line.newPage || newLine || sentenceEnd(last);
  const startsLike = isUpper(words.charAt(0)) || isDigit(words.charCodeAt(0));
  const nextStarts =
    next === undefined ||
    next.gap >= paragraphGap ||
    isUpper(nextWords.charAt(0)) ||
    isDigit(nextWords.charCodeAt(0)) ||
    listMarker(nextWords) !== null;
  const endsLike = !/[.,;:!?-]$/.test(words);
  const few = words.length <= 100 && words.split(' ', 15).length <= 14;
  return short && few && ended && startsLike && nextStarts && endsLike ? 'heading' : 'paragraph';
}

/** Layout statistics of the lines of a document. */
interface Layout {
  /** length of a full line */
  readonly width: number;
  /** so many empty lines end a paragraph */
  readonly paragraphGap: number;
}

function layoutOf(lines: readonly Line[]): Layout {
  const widths = lines
    .slice(0, 4000)
    .map((line) => line.end - line.start)
    .sort((a, b) => a - b);
  // 0: a text without lines
  const width = widths[Math.floor(widths.length * 0.8)] ?? 0;
  const spaced = lines.filter((line) => line.gap === 1).length > lines.length * 0.5;
  const tight = lines.filter((line) => line.gap === 0).length < lines.length * 0.35;
  // Some producers double-space every line; then one empty line is no paragraph break.
  const paragraphGap = spaced && tight ? 2 : 1;
  return { width, paragraphGap };
}

/**
 * Blocks of a document.
 * @param notes by index of a line, the number of the note that begins there
 */
export function flowOf(
  text: string,
  lines: readonly Line[],
  notes: ReadonlyMap<number, { readonly mark: string; readonly length: number }>,
): Flow {
  const out: string[] = [];
  const offsets = new Growing(text.length + 1);
  const blocks: Block[] = [];
  const page = furniture(lines, text);

  const layout = layoutOf(lines);
  const { width, paragraphGap } = layout;

  let length = 0;
  const put = (piece: string, from: number, step: number): void => {
    out.push(piece);
    for (let i = 0; i < piece.length; i++) offsets.push(from + i * step);
    length += piece.length;
  };

  let open: { kind: BlockKind; start: number; marker: string | null; indent: number } | null = null;
  const close = (offset: number): void => {
    if (open === null) return;
    blocks.push({ ...open, end: length });
    put('\n', offset, 0);
    open = null;
  };

  let last = '';
  let lastKind: BlockKind | null = null;
  lines.forEach((line, index) => {
    const words = text.slice(line.start, line.end);
    const note = notes.get(index);
    const next = lines[index + 1];
    const nextWords = next === undefined ? '' : text.slice(next.start, Math.min(next.end, next.start + 40));
    const marker = note === undefined ? listMarker(words) : null;
    const gap = line.gap >= paragraphGap;

    // Unwrapping: the first word would have fitted on the line before, so that line ended on purpose.
    const room = width * 0.85 - last.length - 1;
    const firstWord = room > 0 ? words.slice(0, Math.ceil(room) + 1).search(/\s|$/) : 0;
    const newLine = isUpper(words.charAt(0)) && room > 0 && firstWord < room && !/[,-]$/.test(last);

    const kind = page.has(index)
      ? 'furniture'
      : kindOfLine({
          line,
          words,
          isNote: note !== undefined,
          marker,
          next,
          nextWords,
          last,
          lastKind,
          gap,
          newLine,
          layout,
        });
    const goesOn =
      open !== null &&
      !gap &&
      !newLine &&
      (!line.newPage || (!isUpper(words.charAt(0)) && !sentenceEnd(last))) &&
      kind === 'paragraph' &&
      lastKind !== 'heading' &&
      lastKind !== 'row' &&
      lastKind !== 'furniture' &&
      lastKind !== 'contents';
    if (!goesOn) close(line.start);
    else if (open !== null) {
      // Dehyphenation: join at a hyphen, unless it is a suspended hyphen or belongs to the word.
      const tail = out.at(-1) ?? '';
      const first = words.charAt(0);
      if (/[\p{L}\d]-$/u.test(tail.slice(-2))) {
        const word = /^[\p{L}]+/u.exec(words.slice(0, 20))?.[0] ?? '';
        if (afterOpenHyphen.has(word)) put(' ', line.start, 0);
        else if (isLetter(first) && !isUpper(first) && !isDigit(tail.charCodeAt(tail.length - 2))) {
          out[out.length - 1] = tail.slice(0, -1);
          offsets.drop(1);
          length -= 1;
        }
      } else put(' ', line.start, 0);
    }
    if (open === null) {
      open = { kind, start: length, marker: note?.mark ?? marker?.marker ?? null, indent: line.indent };
    }

    const skip = note?.length ?? marker?.length ?? 0;
    let from = line.start + skip;
    while (from < line.end && isBlank(text.charCodeAt(from))) from++;
    putSqueezed(text, from, line.end, kind === 'row', put);
    last = words;
    lastKind = kind === 'item' || kind === 'note' ? 'paragraph' : kind;
    if (kind === 'heading' || kind === 'row' || kind === 'furniture' || kind === 'contents') close(line.end);
  });
  close(text.length);
  offsets.push(text.length);
  const whole = out.join('');
  return { text: whole, blocks, at: (index) => offsets.get(Math.min(index, whole.length)) };
}
