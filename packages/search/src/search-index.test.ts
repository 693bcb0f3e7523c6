import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCompound } from './compounds.ts';
import { type SearchDocument, SearchIndex } from './search-index.ts';
import { termsOf } from './terms.ts';

const document = (
  kind: string,
  id: string,
  title: string,
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  kind,
  id,
  path: `/${kind}/${id}`,
  title,
  note: '',
  also: '',
  text: '',
  ...more,
});

const documents = [
  document('target', 'homes', 'Ten minste 62.000 woningen klaar', { note: '2030' }),
  document('claim', 'homes', 'In 2030 moeten er 62.000 woningen zijn', { also: '62.000' }),
  document('measure', 'build', 'Meer woningbouw'),
  document('constraint', 'grid', 'Ruimte op het stroomnet', { text: 'Het net is vol.' }),
  document('municipality', 'GM1', 'Reusel-De Mierden'),
  document('party', 'reusel', 'Gemeente Reusel-De Mierden'),
  document('party', 'bouw', 'De bouw'),
  document('programme', 'cafe', 'Café zonder drempel'),
];
const index = SearchIndex.from(
  JSON.parse(JSON.stringify(SearchIndex.of(documents, 'nl').serialized())),
  'nl',
);
const first = (question: string): string | undefined => {
  const [hit] = index.search(question).hits;
  return hit === undefined ? undefined : `${hit.kind} ${hit.id}`;
};

describe('terms', () => {
  it('of a number are the same in each notation', () => {
    for (const text of ['62.000', '62,000', '62000', '62 000'])
      expect(termsOf(text, 'nl')).toEqual(['62000']);
    expect(termsOf('9,9 en 9.9', 'nl')).toEqual(['9.9', 'en', '9.9']);
    expect(termsOf('2.0', 'nl')).toEqual(['2']);
  });

  it('are stable: what a text was made to stays the same number of words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        for (const lang of ['nl', 'en'] as const) {
          for (const term of termsOf(text, lang)) expect(term).toMatch(/^[\p{L}\p{N}.]+$/u);
        }
      }),
    );
  });
});

describe('a compound', () => {
  it('is two words that stand elsewhere by themselves', () => {
    const known = new Set(['woning', 'bouw', 'stroom', 'net', 'arbeid', 'plaat']);
    const has = (word: string) => known.has(word);
    expect(splitCompound('woningbouw', has)).toEqual(['woning', 'bouw']);
    expect(splitCompound('stroomnet', has)).toEqual(['stroom', 'net']);
    expect(splitCompound('arbeidsplaat', has)).toEqual(['arbeid', 'plaat']);
    expect(splitCompound('woningzaak', has)).toBeNull();
  });
});

describe('a search', () => {
  it('finds forms, typing errors, accents, compounds, numbers and words of one meaning', () => {
    expect(first('woning')).toBe('target homes');
    expect(first('wonigen')).toBe('target homes');
    expect(first('huizen')).toBe('target homes');
    expect(first('62,000')).toBe('target homes');
    expect(first('cafe')).toBe('programme cafe');
    expect(first('reusel')).toBe('municipality GM1');
    expect(first('netcongestie')).toBe('constraint grid');
    expect(index.search('bouw').hits.map(({ id }) => id)).toEqual(expect.arrayContaining(['bouw', 'build']));
  });

  it('counts per kind and filters by it', () => {
    const all = index.search('reusel');
    expect(all.kinds).toEqual([
      { kind: 'municipality', count: 1 },
      { kind: 'party', count: 1 },
    ]);
    expect(index.search('reusel', { kind: 'party' })).toMatchObject({ total: 1, hits: [{ id: 'reusel' }] });
    expect(index.search('reusel', { most: 1 }).hits).toHaveLength(1);
  });

  it('gives some of the words where no thing has all of them', () => {
    expect(first('brainport bouwt 62.000 woningen')).toBe('target homes');
  });

  it('finds nothing for nothing, and survives whatever is typed', () => {
    for (const nothing of ['', '   ', '?!', '‘']) expect(index.search(nothing).total).toBe(0);
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => void index.search(text)),
      { numRuns: 60 },
    );
  });

  it('refuses an index of another form', () => {
    expect(() => SearchIndex.from({ serializationVersion: 99 }, 'nl')).toThrow();
  });
});
