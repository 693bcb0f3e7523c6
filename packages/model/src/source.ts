/** One definition of a model text, cut out but not yet read. */
export interface Definition {
  /** The part before the first ~, with inline comments blanked; line breaks are kept. */
  readonly text: string;
  readonly units: string;
  readonly comment: string;
  readonly sector: string;
  /** Line (from 1) on which the definition begins. */
  readonly line: number;
  /** Number of ~ found: two or more in a whole definition. */
  readonly parts: number;
  readonly closed: boolean;
}

/** A model text, cut into definitions. */
export interface SplitSource {
  readonly definitions: readonly Definition[];
  readonly macros: readonly { readonly name: string; readonly line: number }[];
  /** Unit synonyms of the settings section (`22:Year,Years`). */
  readonly unitSynonyms: readonly (readonly string[])[];
}

/** A text with its line breaks and runs of blanks made one blank. */
export const oneLine = (text: string): string =>
  text
    .replace(/\\\s*\n/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/**
 * Cuts Vensim text into definitions. Done here and not by the parser, because it must keep the line of every
 * definition, must not stumble over a quote in a comment, and must report macros instead of dropping them.
 */
export function splitSource(source: string): SplitSource {
  const unix = source.replace(/\r\n?/g, '\n');
  const sketch = unix.indexOf('\\\\\\---///');
  const settings = sketch < 0 ? '' : unix.slice(sketch);
  let model = sketch < 0 ? unix : unix.slice(0, sketch);

  const macros: { name: string; line: number }[] = [];
  model = model.replace(
    /:MACRO:\s*([^(\n]*)[\s\S]*?:END OF MACRO:/gi,
    (whole, name: string, offset: number) => {
      macros.push({ name: name.trim(), line: lineAt(model, offset) });
      return blank(whole);
    },
  );

  const definitions: Definition[] = [];
  let sector = '';
  let parts: string[] = [''];
  let quoted = false;
  let brace = 0;
  let startLine = 1;
  let line = 1;
  let started = false;

  const finish = (closed: boolean): void => {
    const [text = '', units = '', comment = ''] = parts;
    if (text.trim() !== '' || parts.length > 1) {
      if (/^\s*\*{4,}/.test(text)) {
        sector = /^\s*\.(.+)$/m.exec(text)?.[1]?.trim() ?? '';
      } else {
        definitions.push({
          text: text.slice(text.length - text.trimStart().length).trimEnd(),
          units: oneLine(units),
          comment: oneLine(comment),
          sector,
          line: startLine,
          parts: parts.length,
          closed,
        });
      }
    }
    parts = [''];
    quoted = false;
    started = false;
  };

  for (const char of model) {
    const inText = parts.length === 1;
    let put = char;
    if (inText && brace > 0) {
      if (char === '{') brace++;
      if (char === '}') brace--;
      put = char === '\n' ? char : ' ';
    } else if (inText && !quoted && char === '{') {
      brace = 1;
      put = ' ';
    } else if (inText && char === '"') {
      quoted = !quoted;
    } else if (char === '|' && !quoted) {
      finish(true);
      put = '';
    } else if (char === '~' && !quoted) {
      parts.push('');
      put = '';
    }
    if (put !== '') {
      if (!started && put.trim() !== '') {
        started = true;
        startLine = line;
      }
      parts[parts.length - 1] += put;
    }
    if (char === '\n') {
      line++;
      // A quoted name never runs over a line end: an unbalanced quote harms one line, not the whole model.
      quoted = false;
    }
  }
  finish(false);

  const unitSynonyms = settings
    .split('\n')
    .filter((row) => row.startsWith('22:'))
    .map((row) =>
      row
        .slice(3)
        .split(',')
        .map((name) => name.trim()),
    );
  return { definitions, macros, unitSynonyms };
}

/** The line (from 1) of an offset in a text. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset && i < text.length; i++) if (text[i] === '\n') line++;
  return line;
}
