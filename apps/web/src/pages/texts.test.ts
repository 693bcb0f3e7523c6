import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Words that Dutch and English share. */
const sameWords = new Set(['agenda', 'model', 'later ›']);

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

interface Texts {
  readonly nl: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

/** Folders that bring their own texts, so that no other page carries them. */
const pages = await Promise.all(
  globSync('*/texts.ts', { cwd: import.meta.dirname })
    .sort()
    .map(async (file) => {
      const { texts }: { readonly texts: Texts } = await import(join(import.meta.dirname, file));
      return [dirname(file), texts] as const;
    }),
);

it('there are folders with texts', () => expect(pages.length).toBeGreaterThan(5));

describe.each(pages)('the texts of the folder %s', (folder, texts) => {
  const { nl, en } = texts;
  const keys = Object.keys(nl);
  const said = (lang: 'nl' | 'en', key: string): string => texts[lang][key] ?? '';
  const code = readdirSync(join(import.meta.dirname, folder), { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('texts'))
    .map((name) => readFileSync(join(import.meta.dirname, folder, name), 'utf8'))
    .join('\n');

  it('are the same in both languages in number, order and blanks, and differ in words', () => {
    expect(Object.keys(en)).toEqual(keys);
    for (const key of keys) {
      expect(blanks(said('en', key)), key).toEqual(blanks(said('nl', key)));
      if (!sameWords.has(said('nl', key))) expect(said('en', key), key).not.toBe(said('nl', key));
      for (const words of [said('nl', key), said('en', key)]) expect(words, key).toBe(words.trim());
    }
  });

  it('are all shown somewhere', () => {
    const named = [
      ...code.matchAll(/['"]([a-zA-Z]+(?:\.[A-Za-z0-9.-]+)?)['"]|`([a-z]+\.[^`\s]*\$\{[^`\s]*)`/g),
    ].map(
      ([, plain, template]) =>
        plain ??
        new RegExp(
          `^${(template ?? '')
            .replaceAll(/\$\{[^}]*\}/g, '*')
            .replaceAll('.', '\\.')
            .replaceAll('*', '[^.]+')}$`,
        ),
    );
    const unused = keys.filter(
      (key) => !named.some((name) => (typeof name === 'string' ? name === key : name.test(key))),
    );
    expect(unused).toEqual([]);
  });
});
