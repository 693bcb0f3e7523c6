import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ReadingText, texts } from './texts.ts';

const keys = Object.keys(texts.nl) as ReadingText[];
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

const code = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');

describe('the texts of the page that reads documents', () => {
  it('are the same in both languages in number, order and blanks, and differ in words', () => {
    expect(Object.keys(texts.en)).toEqual(keys);
    for (const key of keys) {
      expect(blanks(texts.en[key]), key).toEqual(blanks(texts.nl[key]));
      expect(texts.en[key], key).not.toBe(texts.nl[key]);
      for (const words of [texts.nl[key], texts.en[key]]) expect(words, key).toBe(words.trim());
    }
  });

  it('are all shown somewhere', () => {
    const named = [
      ...code.matchAll(/'([a-zA-Z]+(?:\.[A-Za-z0-9.-]+)?)'|`([a-z]+\.[^`\s]*\$\{[^`\s]*)`/g),
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
