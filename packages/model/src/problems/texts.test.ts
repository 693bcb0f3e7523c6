import { describe, expect, it } from 'vitest';
import { say, texts } from './texts.ts';

const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the catalogue of messages', () => {
  it.each(Object.entries(texts))(
    'says %s in Dutch and in English, with the same things filled in',
    (_, text) => {
      expect(text.nl.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect([...new Set(holes(text.nl))]).toEqual([...new Set(holes(text.en))]);
    },
  );

  it('fills in each language with its own words', () => {
    const filled = say('inputNotConstant', { name: 'x', kind: say('kindStock') });
    expect(filled.nl).toContain('een voorraad');
    expect(filled.en).toContain('a stock');
  });

  it('holds no text that nobody says', () => {
    const sources = import.meta.glob<string>('../**/*.ts', { query: '?raw', import: 'default', eager: true });
    const code = Object.entries(sources)
      .filter(
        ([file]) => !file.endsWith('.test.ts') && file !== './texts.ts' && file !== '../problems/texts.ts',
      )
      .map(([, text]) => text)
      .join('\n');
    expect(Object.keys(texts).filter((key) => !code.includes(`'${key}'`))).toEqual([]);
  });
});
