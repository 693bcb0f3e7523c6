/** A text in both languages of the product. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/**
 * Fills a sentence of a catalogue (`texts.ts` of each phase) in, in both languages: `{name}` becomes the `name` of `fill`,
 * a text its own language. What `fill` lacks stays as written.
 */
export function say(text: Text, fill: Readonly<Record<string, string | number | Text>> = {}): Text {
  const put = (language: 'nl' | 'en'): string =>
    text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = fill[name];
      if (value === undefined) return whole;
      return typeof value === 'object' ? value[language] : String(value);
    });
  return { nl: put('nl'), en: put('en') };
}
