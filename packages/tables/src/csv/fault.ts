/** What is wrong with a quote: it never closes, something follows its closing, or it opens inside a cell. */
export type CsvFaultKind = 'not-closed' | 'after-quote' | 'inside-cell';

const texts: Readonly<Record<CsvFaultKind, { readonly nl: string; readonly en: string }>> = {
  'not-closed': {
    nl: 'het aanhalingsteken dat hier opent, sluit nergens',
    en: 'the quote that opens here closes nowhere',
  },
  'after-quote': {
    nl: 'na een sluitend aanhalingsteken hoort een scheidingsteken of een nieuwe regel',
    en: 'a closing quote must be followed by a delimiter or a new line',
  },
  'inside-cell': {
    nl: 'een aanhalingsteken mag alleen aan het begin van een cel openen, en staat binnen een cel dubbel',
    en: 'a quote may only open at the beginning of a cell, and stands double inside one',
  },
};

/** Text that is no CSV. Callers turn it into their own problem, with the name of the file. */
export class CsvFault extends Error {
  override readonly name = 'CsvFault';
  readonly kind: CsvFaultKind;
  /** from 1; of a quote that never closes the line where it opens */
  readonly line: number;
  readonly text: { readonly nl: string; readonly en: string };

  constructor(kind: CsvFaultKind, line: number) {
    super(`line ${line}: ${texts[kind].en}`);
    this.kind = kind;
    this.line = line;
    this.text = texts[kind];
  }
}
