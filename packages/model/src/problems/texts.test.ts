import { describe, expect, it } from 'vitest';
import { runTexts } from '../run/texts.ts';
import { say, type Text } from './say.ts';

const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

/** Every catalogue of the package, by the name that it is imported by. */
const catalogues = Object.values(
  import.meta.glob<Readonly<Record<string, Readonly<Record<string, Text>>>>>('../**/texts.ts', {
    eager: true,
  }),
).flatMap((module) => Object.entries(module));

const sentences = catalogues.flatMap(([catalogue, texts]) =>
  Object.entries(texts).map(([key, text]) => [`${catalogue}.${key}`, text] as const),
);

describe('the catalogues of messages', () => {
  it('are found, one per phase', () => {
    const names = catalogues.map(([name]) => name);
    expect(names).toContain('commonTexts');
    expect(names).toContain('xmileTexts');
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(sentences)('say %s in Dutch and in English, with the same things filled in', (_, text) => {
    expect(text.nl.trim()).not.toBe('');
    expect(text.en.trim()).not.toBe('');
    expect([...new Set(holes(text.nl))]).toEqual([...new Set(holes(text.en))]);
  });

  it('are filled in, in each language with its own words', () => {
    const filled = say(runTexts.inputNotConstant, { name: 'x', kind: runTexts.kindStock });
    expect(filled.nl).toContain('een voorraad');
    expect(filled.en).toContain('a stock');
  });

  it('hold no unused text', () => {
    const sources = import.meta.glob<string>('../**/*.ts', { query: '?raw', import: 'default', eager: true });
    const code = Object.entries(sources)
      .filter(([file]) => !file.endsWith('.test.ts'))
      .map(([, text]) => text)
      .join('\n');
    const used = new Set(code.match(/\b\w+Texts\.\w+/g));
    expect(sentences.map(([name]) => name).filter((name) => !used.has(name))).toEqual([]);
  });
});
