import { type Budget, OfficeFault, unpackText, walkXml, zipEntries } from '@schaalsprong/tables/office';
import { raised } from './layout.ts';
import type { ReadLimits } from './limits.ts';
import { ReadError, readWarning } from './problems.ts';
import { notRead } from './sniff.ts';
import { type Clock, clean, type Draft, joinPages } from './text-of.ts';

/** Archives that are no Word document, by a member that only that format has. */
const others: readonly { readonly holds: RegExp; readonly nl: string; readonly en: string }[] = [
  { holds: /^xl\//, nl: 'een werkmap van Excel', en: 'a workbook of Excel' },
  { holds: /^ppt\//, nl: 'een presentatie van PowerPoint', en: 'a presentation of PowerPoint' },
  { holds: /^META-INF\/container\.xml$/, nl: 'een e-boek', en: 'an e-book' },
  { holds: /^content\.xml$/, nl: 'een document van LibreOffice', en: 'a document of LibreOffice' },
];

const relationType = /\/officeDocument$/;

/**
 * The text of a Word document: headings, paragraphs, lists with their numbers, tables row by row with tabs between the
 * cells, and footnotes at the end of the page that they are on (of the document where pages are not known).
 *
 * @throws ReadError where it is another kind of archive, encrypted, damaged, or unpacks to too much
 */
export function readDocx(bytes: Uint8Array, limits: ReadLimits, clock: Clock): Draft {
  try {
    return draftOf(bytes, limits, clock);
  } catch (error) {
    throw error instanceof OfficeFault ? readError(error) : error;
  }
}

function readError({ kind, format, detail, most }: OfficeFault): ReadError {
  if (kind === 'encrypted') return new ReadError('READ_ENCRYPTED');
  if (kind === 'entities') return new ReadError('READ_ENTITIES');
  if (kind === 'unpacks-too-large') return new ReadError('READ_UNPACKS_TOO_LARGE', { most });
  if (kind === 'time') return new ReadError('READ_TIME', { most });
  return new ReadError('READ_DAMAGED', { format, detail });
}

function draftOf(bytes: Uint8Array, limits: ReadLimits, clock: Clock): Draft {
  const entries = new Map(zipEntries(bytes).map((entry) => [entry.name.replaceAll('\\', '/'), entry]));
  const budget: Budget = { left: limits.unpacked, most: limits.unpacked };
  const check = (): void => clock.check();
  const part = (name: string): string | null => {
    const entry = entries.get(name);
    return entry === undefined ? null : unpackText(bytes, entry, budget, check);
  };
  const main = mainPart(part, check) ?? 'word/document.xml';
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const body = part(main);
  if (body === null || !/^word\/|document\d*\.xml$/.test(main)) {
    const names = [...entries.keys()];
    const other = others.find(({ holds }) => names.some((name) => holds.test(name)));
    if (other !== undefined) {
      throw notRead(other, {
        nl: 'Open het en sla het op als .docx of PDF.',
        en: 'Open it and save it as .docx or PDF.',
      });
    }
    throw notRead(
      { nl: 'een archief', en: 'an archive' },
      {
        nl: 'Pak het uit en noem het document dat erin zit.',
        en: 'Unpack it and name the document that is in it.',
      },
    );
  }
  const numbering = readNumbering(part(`${folder}numbering.xml`), check);
  const styles = readStyles(part(`${folder}styles.xml`), check);
  const notes = {
    footnote: readNotes(part(`${folder}footnotes.xml`), 'w:footnote', limits, check),
    endnote: readNotes(part(`${folder}endnotes.xml`), 'w:endnote', limits, check),
  };
  const walker = new Walker(limits, { numbering, styles });
  walkXml(body, { name: main, format: 'Word' }, walker, check);
  const { pages, changed } = walker.finish(notes);
  const text = pages.map((page) => page.text).join('');
  if (text.trim() === '') throw new ReadError('READ_NO_TEXT');
  return {
    format: 'docx',
    ...joinPages(pages),
    warnings: [
      ...(pages.length > 1 ? [readWarning('READ_PAGES_AS_LAID_OUT')] : []),
      ...(changed ? [readWarning('READ_CHANGES')] : []),
    ],
  };
}

/** An attribute as text; '' where a writer left it out, which names no list, style, note or format. */
const textOf = (attribute: (name: string) => string | undefined, name: string): string =>
  attribute(name) ?? '';

/** Path of the main document part; other programs than Word use another name. */
function mainPart(part: (name: string) => string | null, check: () => void): string | null {
  const relations = part('_rels/.rels');
  if (relations === null) return null;
  let target: string | null = null;
  walkXml(
    relations,
    { name: '_rels/.rels', format: 'Word' },
    {
      open(name, attribute) {
        if (name.endsWith('Relationship') && relationType.test(textOf(attribute, 'Type'))) {
          target ??= textOf(attribute, 'Target').replace(/^\//, '');
        }
      },
      close() {},
      text() {},
    },
    check,
  );
  return target;
}

/** One level of a list: its number format. */
interface ListLevel {
  readonly format: string;
  readonly text: string;
  readonly start: number;
}
type Numbering = ReadonlyMap<
  string,
  { readonly list: string; readonly levels: ReadonlyMap<string, ListLevel> }
>;

function readNumbering(xml: string | null, check: () => void): Numbering {
  const lists = new Map<string, Map<string, ListLevel>>();
  const found = new Map<string, { list: string; levels: ReadonlyMap<string, ListLevel> }>();
  if (xml === null) return found;
  let levels: Map<string, ListLevel> | null = null;
  let level: { id: string; format: string; text: string; start: number } | null = null;
  let num: string | null = null;
  walkXml(
    xml,
    { name: 'numbering.xml', format: 'Word' },
    {
      open(name, attribute) {
        const value = textOf(attribute, 'w:val');
        if (name === 'w:abstractNum') {
          levels = new Map();
          lists.set(textOf(attribute, 'w:abstractNumId'), levels);
        } else if (name === 'w:lvl') {
          level = { id: attribute('w:ilvl') ?? '0', format: 'decimal', text: '', start: 1 };
        } else if (name === 'w:numFmt' && level !== null) level.format = value;
        else if (name === 'w:lvlText' && level !== null) level.text = value;
        else if (name === 'w:start' && level !== null) level.start = Number(value) || 0;
        else if (name === 'w:num') num = textOf(attribute, 'w:numId');
        else if (name === 'w:abstractNumId' && num !== null) {
          found.set(num, { list: value, levels: lists.get(value) ?? new Map() });
        }
      },
      close(name) {
        if (name === 'w:lvl' && level !== null) {
          levels?.set(level.id, level);
          level = null;
        } else if (name === 'w:abstractNum') levels = null;
        else if (name === 'w:num') num = null;
      },
      text() {},
    },
    check,
  );
  return found;
}

interface Style {
  readonly heading: boolean;
  readonly list: { readonly num: string; readonly level: string } | null;
}

function readStyles(xml: string | null, check: () => void): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  if (xml === null) return styles;
  let id: string | null = null;
  let heading = false;
  let num: string | null = null;
  let level = '0';
  walkXml(
    xml,
    { name: 'styles.xml', format: 'Word' },
    {
      open(name, attribute) {
        if (name === 'w:style') {
          id = textOf(attribute, 'w:styleId');
          heading = false;
          num = null;
          level = '0';
        } else if (name === 'w:name') heading ||= /^(heading|title|kop)\b/i.test(textOf(attribute, 'w:val'));
        else if (name === 'w:outlineLvl') heading = true;
        else if (name === 'w:numId') num = attribute('w:val') ?? null;
        else if (name === 'w:ilvl') level = attribute('w:val') ?? '0';
      },
      close(name) {
        if (name !== 'w:style' || id === null) return;
        styles.set(id, { heading, list: num === null ? null : { num, level } });
        id = null;
      },
      text() {},
    },
    check,
  );
  return styles;
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let left = Math.min(value, 3999);
  let text = '';
  for (const [size, letters] of romans) {
    while (left >= size) {
      text += letters;
      left -= size;
    }
  }
  return text;
}

const letter = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(5, Math.ceil(value / 26)));

function written(value: number, format: string): string {
  if (format === 'lowerLetter') return letter(value);
  if (format === 'upperLetter') return letter(value).toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  if (format === 'upperRoman') return roman(value).toUpperCase();
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  return format === 'none' ? '' : String(value);
}

/** Text of each note by the id that the body refers to. */
type Notes = ReadonlyMap<string, string>;

function readNotes(xml: string | null, element: string, limits: ReadLimits, check: () => void): Notes {
  const notes = new Map<string, string>();
  if (xml === null) return notes;
  let walker: Walker | null = null;
  let id = '';
  walkXml(
    xml,
    { name: `${element.slice(2)}s.xml`, format: 'Word' },
    {
      open(name, attribute) {
        if (name === element) {
          id = textOf(attribute, 'w:id');
          walker = new Walker(limits, { numbering: new Map(), styles: new Map() });
        } else walker?.open(name, attribute);
      },
      close(name) {
        if (name !== element) walker?.close(name);
        else if (walker !== null) {
          notes.set(id, walker.plain());
          walker = null;
        }
      },
      text: (text) => walker?.text(text),
    },
    check,
  );
  return notes;
}

/** Elements that are not rendered, or that duplicate a sibling (fallbacks). */
const unseen = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:pict', 'mc:Fallback', 'w:rt']);

interface Block {
  readonly text: string;
  /** a list item or table row: no empty line before it */
  readonly close: boolean;
}

interface Paragraph {
  text: string;
  style: string | null;
  num: string | null;
  level: string | null;
}

/** Builds the text of a document from its elements (streaming). */
class Walker {
  readonly #limits: ReadLimits;
  readonly #numbering: Numbering;
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #pages: {
    blocks: Block[];
    notes: { kind: 'footnote' | 'endnote'; id: string; mark: string }[];
  }[] = [{ blocks: [], notes: [] }];
  readonly #counters = new Map<string, number[]>();
  #noteCount = { footnote: 0, endnote: 0 };
  #hidden = 0;
  #length = 0;
  #changed = false;
  #inText = false;
  #run = { raised: false, vanish: false };
  #paragraphs: Paragraph[] = [];
  #tables: { rows: string[]; cells: string[]; cell: string[] }[] = [];
  /** text boxes: rendered next to the paragraph that anchors them, hence emitted after it */
  #boxes: string[] = [];
  #box = 0;

  constructor(
    limits: ReadLimits,
    parts: { readonly numbering: Numbering; readonly styles: ReadonlyMap<string, Style> },
  ) {
    this.#limits = limits;
    this.#numbering = parts.numbering;
    this.#styles = parts.styles;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (this.#hidden > 0 || unseen.has(name)) {
      this.#hidden++;
      if (name === 'w:del' || name === 'w:moveFrom') this.#changed = true;
      return;
    }
    const value = (): string => textOf(attribute, 'w:val');
    const paragraph = this.#paragraphs.at(-1);
    switch (name) {
      case 'w:txbxContent':
        this.#box++;
        break;
      case 'w:p':
        this.#paragraphs.push({ text: '', style: null, num: null, level: null });
        break;
      case 'w:pStyle':
        if (paragraph !== undefined) paragraph.style = value();
        break;
      case 'w:numId':
        if (paragraph !== undefined) paragraph.num = value();
        break;
      case 'w:ilvl':
        if (paragraph !== undefined) paragraph.level = value();
        break;
      case 'w:r':
        this.#run = { raised: false, vanish: false };
        break;
      case 'w:vertAlign':
        this.#run.raised = value() === 'superscript';
        break;
      case 'w:vanish':
        this.#run.vanish = !/^(0|false|off)$/.test(value());
        break;
      case 'w:t':
        this.#inText = true;
        break;
      case 'w:ins':
      case 'w:moveTo':
        this.#changed = true;
        break;
      case 'w:tab':
        // Within paragraph properties `w:tab` defines a tab stop, it is no tab character.
        if (attribute('w:pos') === undefined) this.#add('\t');
        break;
      case 'w:cr':
        this.#add('\n');
        break;
      case 'w:br':
        if (attribute('w:type') === 'page') this.#newPage();
        else this.#add('\n');
        break;
      case 'w:lastRenderedPageBreak':
        this.#newPage();
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'w:footnoteReference':
        this.#note('footnote', textOf(attribute, 'w:id'));
        break;
      case 'w:endnoteReference':
        this.#note('endnote', textOf(attribute, 'w:id'));
        break;
      case 'w:tbl':
        this.#tables.push({ rows: [], cells: [], cell: [] });
        break;
    }
  }

  close(name: string): void {
    if (this.#hidden > 0) {
      this.#hidden--;
      return;
    }
    const table = this.#tables.at(-1);
    switch (name) {
      case 'w:t':
        this.#inText = false;
        break;
      case 'w:r':
        this.#run = { raised: false, vanish: false };
        break;
      case 'w:txbxContent':
        this.#box--;
        break;
      case 'w:p':
        this.#endParagraph();
        break;
      case 'w:tc':
        if (table !== undefined) {
          table.cells.push(table.cell.join(' '));
          table.cell = [];
        }
        break;
      case 'w:tr':
        if (table !== undefined) {
          table.rows.push(table.cells.join('\t'));
          table.cells = [];
        }
        break;
      case 'w:tbl':
        this.#endTable();
        break;
    }
  }

  text(text: string): void {
    if (this.#hidden === 0 && this.#inText) this.#add(text);
  }

  #add(text: string): void {
    if (this.#run.vanish) return;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    this.#length += text.length;
    if (this.#length > this.#limits.characters) {
      throw new ReadError('READ_TOO_LONG', { most: this.#limits.characters });
    }
    paragraph.text += this.#run.raised && /^[\d,\s]+$/.test(text) ? raised(text) : text;
  }

  #note(kind: 'footnote' | 'endnote', id: string): void {
    this.#noteCount[kind]++;
    const number = this.#noteCount[kind];
    // Word numbers notes at the end of the document i, ii, iii.
    const mark = kind === 'footnote' ? raised(String(number)) : `[${roman(number)}]`;
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += mark;
    this.#pages.at(-1)?.notes.push({ kind, id, mark });
  }

  /** A page break inside a paragraph: its text so far stays on this page. */
  #newPage(): void {
    if (this.#tables.length > 0 || this.#box > 0) return;
    const paragraph = this.#paragraphs.at(-1);
    const page = this.#pages.at(-1);
    if (page === undefined || (page.blocks.length === 0 && !paragraph?.text.trim())) return;
    if (paragraph !== undefined && paragraph.text.trim() !== '') {
      page.blocks.push({ text: this.#numbered(paragraph), close: false });
      paragraph.text = '';
      paragraph.num = null;
      paragraph.style = null;
    }
    this.#pages.push({ blocks: [], notes: [] });
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined) return;
    const text = this.#numbered(paragraph);
    if (this.#box > 0) {
      if (text !== '') this.#boxes.push(text);
      return;
    }
    const table = this.#tables.at(-1);
    if (table !== undefined) {
      if (text !== '') table.cell.push(text.replace(/\s*\n\s*/g, ' '));
      table.cell.push(...this.#boxes.splice(0));
      return;
    }
    if (text !== '') this.#block(text, this.#listOf(paragraph) !== null);
    for (const box of this.#boxes.splice(0)) this.#block(box, false);
  }

  #endTable(): void {
    const table = this.#tables.pop();
    if (table === undefined) return;
    const rows = table.rows.filter((row) => row.trim() !== '');
    const outer = this.#tables.at(-1);
    if (outer !== undefined) outer.cell.push(rows.join(' ').replaceAll('\t', ' '));
    else for (const [i, row] of rows.entries()) this.#block(row, i > 0);
  }

  #block(text: string, close: boolean): void {
    this.#pages.at(-1)?.blocks.push({ text, close });
  }

  #listOf(paragraph: Paragraph): { num: string; level: string } | null {
    const { style } = paragraph;
    const ofStyle = style === null ? undefined : this.#styles.get(style)?.list;
    const num = paragraph.num ?? ofStyle?.num ?? null;
    return num === null || num === '0' ? null : { num, level: paragraph.level ?? ofStyle?.level ?? '0' };
  }

  /** The text of a paragraph, prefixed by its list number or bullet. */
  #numbered(paragraph: Paragraph): string {
    const text = paragraph.text.trim();
    if (text === '') return '';
    const list = this.#listOf(paragraph);
    if (list === null) return text;
    const numbering = this.#numbering.get(list.num);
    const level = numbering?.levels.get(list.level);
    const depth = Math.min(Number(list.level) || 0, 8);
    if (numbering === undefined || level === undefined || level.format === 'bullet') return `• ${text}`;
    const counters = this.#counters.get(numbering.list) ?? [];
    this.#counters.set(numbering.list, counters);
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    counters.length = depth + 1;
    const number = level.text.replace(/%([1-9])/g, (_, which: string) => {
      const other = numbering.levels.get(String(Number(which) - 1));
      return written(counters[Number(which) - 1] ?? other?.start ?? 1, other?.format ?? 'decimal');
    });
    return number === '' ? text : `${number} ${text}`;
  }

  /** All of it as one text, for a note. */
  plain(): string {
    return clean(this.#pages.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join(' ')).trim();
  }

  finish(notes: Readonly<Record<'footnote' | 'endnote', Notes>>): {
    readonly pages: readonly { readonly number: number; readonly text: string }[];
    readonly changed: boolean;
  } {
    const atEnd: string[] = [];
    const pages = this.#pages.map(({ blocks, notes: marks }, i) => {
      const body = blocks
        .map(({ text, close }, k) => `${k === 0 ? '' : close ? '\n' : '\n\n'}${text}`)
        .join('');
      const own: string[] = [];
      for (const { kind, id, mark } of marks) {
        const note = notes[kind].get(id);
        if (note === undefined || note === '') continue;
        (kind === 'footnote' ? own : atEnd).push(`${mark} ${note}`);
      }
      const last = i === this.#pages.length - 1 ? atEnd : [];
      return { number: i + 1, text: clean([body, ...own, ...last].join('\n').trimEnd()) };
    });
    return { pages, changed: this.#changed };
  }
}
