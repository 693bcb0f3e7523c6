import { describe, expect, it } from 'vitest';
import { dictionaries, pathIn, splitPath, translate } from './i18n.ts';
import { nl, type TextKey } from './nl.ts';

const keys = Object.keys(nl) as TextKey[];
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

/** Words and marks that are the same in Dutch and English. */
const sameInBoth = [
  'app.name',
  'app.menu',
  'target.indicator',
  'place.document',
  'shape.discrete.value',
  'model.subscripts',
  'chart.csv',
  'chart.png',
  'chart.svg',
];

describe('the two dictionaries', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(dictionaries.en)).toEqual(keys);
  });
  it('leave no text empty and no space hanging', () => {
    for (const dictionary of Object.values(dictionaries)) {
      for (const key of keys) {
        expect(dictionary[key], key).not.toBe('');
        expect(dictionary[key], key).toBe(dictionary[key].trim());
      }
    }
  });
  it('have the same blanks to fill', () => {
    for (const key of keys) expect(blanks(dictionaries.en[key]), key).toEqual(blanks(dictionaries.nl[key]));
  });
  it('differ wherever the words are not the same in both languages', () => {
    const alike = keys.filter((key) => dictionaries.nl[key] === dictionaries.en[key]);
    expect(alike).toEqual(sameInBoth);
  });
});

describe('translate', () => {
  it('fills the blanks', () => {
    expect(translate('nl', 'state.running', { done: 312, of: '1.000' })).toBe(
      '312 van 1.000 toekomsten gerekend',
    );
  });
  it('refuses to show a blank', () => {
    expect(() => translate('en', 'state.running', { done: 312 })).toThrow(/wants \{of\}/);
  });
});

describe('addresses', () => {
  it('carry the language in front, Dutch without', () => {
    expect(splitPath('/en/doelen/homes-2030')).toEqual({ lang: 'en', path: '/doelen/homes-2030' });
    expect(splitPath('/doelen/homes-2030')).toEqual({ lang: 'nl', path: '/doelen/homes-2030' });
    expect(splitPath('/en')).toEqual({ lang: 'en', path: '/' });
    expect(splitPath('/energie')).toEqual({ lang: 'nl', path: '/energie' });
  });
  it('go to the other language and back', () => {
    for (const path of ['/', '/bronnen', '/doelen/homes-2030']) {
      expect(splitPath(pathIn('en', path))).toEqual({ lang: 'en', path });
      expect(splitPath(pathIn('nl', path))).toEqual({ lang: 'nl', path });
    }
  });
});
