/** One definition of a model text, cut out but not yet read. */
export interface Definition {
  /** The part before the first ~, with its comments. */
  readonly text: string;
  /** Where `text` begins in the source. */
  readonly from: number;
  readonly units: string;
  readonly comment: string;
  readonly sector: string;
  /** Number of parts between ~ signs: two to four in a whole definition. */
  readonly parts: number;
  readonly closed: boolean;
  /** Number of the macro in which it stands. */
  readonly macro?: number;
}

/** Where a macro begins: the text between `:MACRO:` and its first definition is its header, `NAME(a, b : c)`. */
export interface MacroStart {
  readonly header: string;
  readonly from: number;
  readonly closed: boolean;
}

/** A row of the settings at the end of the file, `22:Year,Years`: its number and the text after the colon. */
export interface SettingsRow {
  readonly code: number;
  readonly text: string;
  readonly from: number;
}

/** A model text, cut up. */
export interface SplitSource {
  /** The text with line ends of one character, in which every `from` counts. */
  readonly source: string;
  readonly definitions: readonly Definition[];
  readonly macros: readonly MacroStart[];
  readonly settings: readonly SettingsRow[];
  /** Where a `{` begins that nothing closes. */
  readonly openComment?: number;
}

/** A text with its line breaks and runs of blanks made one blank. */
export const oneLine = (text: string): string => (/[\n\t\\]| {2}/.test(text) ? spaced(text) : text).trim();

const spaced = (text: string): string => text.replace(/\\\s*\n/g, ' ').replace(/\s+/g, ' ');

const sketchStart = /^[^\S\n]*\\+---\/\/\//m;
const settingsStart = /^:L\x7f?<%\^E!@/m;
const macroStart = /:MACRO:([^(~|]*\([^)~|]*\)?)/iy;
const macroEnd = /:END OF MACRO:/iy;
const groupStart = /\*{3,}[^\S\n]*\n[^\S\n]*\.?([^\n]*)\n[^\S\n]*\*{3,}/y;
const nextSign = /["'{~|\n]/g;

/**
 * Cuts Vensim text into definitions, `equation ~ units ~ comment |`, and keeps for each the place where it stands. A ~ or |
 * within a quoted name, a string or a `{comment}` is part of the text; quotes and braces in units and comments are not
 * looked at, for there people write as they like.
 */
export function splitSource(written: string): SplitSource {
  const source = written.replace(/^\ufeff/, ' ').replace(/\r\n?/g, '\n');
  const sketch = sketchStart.exec(source)?.index ?? source.length;
  const settingsAt = settingsStart.exec(source)?.index ?? source.length;
  const end = Math.min(sketch, settingsAt);
  const definitions: Definition[] = [];
  const macros: MacroStart[] = [];
  let macro: number | undefined;
  let sector = '';
  let at = 0;
  let openComment: number | undefined;

  const lastEnd = [...source.matchAll(/:END OF MACRO:/gi)].at(-1)?.index ?? -1;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source) ?? undefined;
  };
  /** The end of the comment that begins here. */
  const afterComment = (from: number): number => {
    let open = 0;
    for (let i = from; i < end; i++) {
      const code = source.charCodeAt(i);
      if (code === 123) open++;
      else if (code === 125 && --open === 0) return i + 1;
    }
    openComment = from;
    return end;
  };

  while (at < end) {
    const code = source.charCodeAt(at);
    if (code <= 32 || source.charAt(at).trim() === '') {
      at++;
      continue;
    }
    if (code === 123) {
      at = afterComment(at);
      continue;
    }
    const group = code === 42 ? match(groupStart) : undefined;
    if (code === 58) {
      const start = match(macroStart);
      const stop = match(macroEnd);
      if (start !== undefined) {
        const [all, inside = ''] = start;
        // A header that is not closed ends with its line, so that the first equation is not taken for a part of it.
        const header = inside.endsWith(')') ? inside : (inside.split('\n')[0] ?? '');
        const closed = lastEnd > at;
        const from = at + all.length - inside.length;
        macros.push({ header, from, closed });
        macro = closed ? macros.length - 1 : undefined;
        at = from + header.length;
        continue;
      }
      if (stop !== undefined) {
        macro = undefined;
        at += stop[0].length;
        continue;
      }
    }
    const from = at;
    if (group !== undefined) at += group[0].length;
    const cuts = [from];
    let closed = false;
    let quoted = false;
    while (at < end) {
      nextSign.lastIndex = at;
      const sign = nextSign.exec(source);
      if (sign === null || sign.index >= end) {
        at = end;
        break;
      }
      at = sign.index + 1;
      const [char] = sign;
      const inText = cuts.length === 1;
      if (quoted) {
        const escaped = source.charAt(sign.index - 1) === '\\';
        // A quoted name runs on over a line end only where a backslash says so: a lone quote harms one line.
        if ((char === '"' && !escaped) || (char === '\n' && !brokenBefore(source, sign.index)))
          quoted = false;
      } else if (char === '|') {
        closed = true;
        break;
      } else if (char === '~') {
        cuts.push(at);
      } else if (inText && char === '"') {
        quoted = true;
      } else if (inText && char === '{') {
        at = afterComment(sign.index);
      } else if (
        inText &&
        char === "'" &&
        /[(,]\s*$/.test(source.slice(Math.max(from, sign.index - 20), sign.index))
      ) {
        const close = source.indexOf("'", at);
        const lineEnd = source.indexOf('\n', at);
        if (close >= 0 && close < end && (lineEnd < 0 || close < lineEnd)) at = close + 1;
      }
    }
    const stop = closed ? at - 1 : at;
    const part = (i: number): string => {
      const start = cuts[i];
      return start === undefined
        ? ''
        : source.slice(start, i + 1 < cuts.length ? (cuts[i + 1] ?? 0) - 1 : stop);
    };
    if (group !== undefined || code === 42) {
      sector = (group?.[1] ?? /^[^\S\n]*\.(.+)$/m.exec(part(0))?.[1] ?? '').trim();
      continue;
    }
    if (cuts.length === 1 && part(0) === '') continue;
    const made: Definition = {
      text: part(0).trimEnd(),
      from,
      units: oneLine(part(1)),
      comment: oneLine(part(2)),
      sector,
      parts: cuts.length,
      closed,
    };
    definitions.push(macro === undefined ? made : { ...made, macro });
  }
  const settings = readSettings(source, settingsAt < source.length ? settingsAt : end);
  return { source, definitions, macros, settings, ...(openComment === undefined ? {} : { openComment }) };
}

/** Whether a backslash breaks the line that ends here. */
function brokenBefore(source: string, lineEnd: number): boolean {
  let i = lineEnd - 1;
  while (source.charAt(i) === ' ' || source.charAt(i) === '\t') i--;
  return source.charAt(i) === '\\';
}

function readSettings(source: string, from: number): SettingsRow[] {
  const rows: SettingsRow[] = [];
  const row = /^(\d+):(.*)$/gm;
  row.lastIndex = from;
  for (let found = row.exec(source); found !== null; found = row.exec(source)) {
    rows.push({ code: Number(found[1]), text: found[2] ?? '', from: found.index });
  }
  return rows;
}

/** Tells the line and column, both from 1, of offsets in a text. */
export function placesIn(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
