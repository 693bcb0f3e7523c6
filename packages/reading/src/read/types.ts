import type { Interval } from '@schaalsprong/words';

/** A document as text, with what was taken apart. Offsets count UTF-16 units of `text`. */
export interface ReadDocument {
  readonly name: string;
  readonly format: 'pdf' | 'txt' | 'html' | 'docx';
  readonly language: 'nl' | 'en';
  /**
   * running text in reading order, line ends kept, footnotes left in their place; superscript note marks
   * have superscript digits (`151.800²²`), where the format marks them
   */
  readonly text: string;
  /** where each page begins; one page where the format has none */
  readonly pages: readonly { readonly number: number; readonly offset: number }[];
  readonly warnings: readonly ReadWarning[];
}

/** A warning about a document that was read. */
export interface ReadWarning {
  readonly code: string;
  readonly page: number | null;
  readonly nl: string;
  readonly en: string;
}

/** How a quantity is written. */
export type QuantityForm =
  | 'number'
  | 'percent'
  | 'money'
  | 'year'
  | 'rank'
  | 'range'
  | 'fraction'
  | 'count'
  | 'duration'
  | 'date';

/** A note mark or note text, separated from the number that it follows directly. */
export interface Footnote {
  readonly mark: string;
  /** offsets of the mark in the running text, and of the note itself; empty or null where there is none */
  readonly marks: readonly number[];
  readonly text: string | null;
  readonly offset: number | null;
}

/** One quantity found in a text. */
export interface FoundQuantity {
  readonly offset: number;
  readonly end: number;
  /** as printed, hyphens at line ends and note marks left out */
  readonly text: string;
  readonly line: number;
  readonly page: number;
  readonly form: QuantityForm;
  readonly value: number;
  readonly interval: Interval;
  /** value in the other notation, where the figures of the document contradict each other on the decimal separator */
  readonly alternative?: number;
  /** an id as in regions (`percent`, `eur-mln`, `homes`, `people`, `year`, `rank`), else the noun itself in kebab-case */
  readonly unit: string;
  /** key of the qualifier table: `none`, `ruim`, `bijna`, `circa`, `ten-minste`, `meer-dan` ... */
  readonly qualifier: string;
  /** target time; time of the observation */
  readonly horizon: string | null;
  readonly period: string | null;
  /** what is counted, as in the text; and a kebab-case name for it */
  readonly counted: string;
  readonly quantity: string;
  readonly negated: boolean;
  /** footnote mark glued to it */
  readonly footnote: string | null;
  /** 0 to 1, and why it is not 1 */
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly kind: 'target' | 'baseline' | 'forecast' | 'fact' | 'commitment' | 'definition';
}

/** Candidate sums and shares; indexes into `claims`. */
export interface FoundRelation {
  readonly kind: 'sum' | 'share' | 'growth';
  readonly whole: number;
  readonly parts: readonly number[];
  readonly fits: boolean;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Output of `schaalsprong read`. */
export interface FoundQuantities {
  readonly document: Pick<ReadDocument, 'name' | 'format' | 'language' | 'pages' | 'warnings'> & {
    readonly characters: number;
  };
  readonly claims: readonly FoundQuantity[];
  readonly relations: readonly FoundRelation[];
  readonly footnotes: readonly Footnote[];
}
