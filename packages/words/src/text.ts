/** A text in both languages. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** The two languages of every text. */
export type Lang = 'nl' | 'en';

/** Plain order of texts by their code units, the same on every machine and in every language. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a template may be filled with: a text in both languages, or the same in both. */
export type Fill = Text | string | number;

/** Replaces `{name}` in a template; a name without a value stays as it is, so that a slip is seen. */
export const fill = (template: string, values: Readonly<Record<string, Fill>>, lang: Lang): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[lang] : String(value);
  });
