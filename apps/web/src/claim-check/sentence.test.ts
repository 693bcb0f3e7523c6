import { describe, expect, it } from 'vitest';
import { hashOf, isStatement, sentenceIn } from './sentence.ts';

describe('a sentence in an address', () => {
  it('comes out as it went in, also with the signs of addresses', () => {
    for (const text of ['Bouwt u 62.000 woningen?', '100% #1 & meer = beter', 'a\nb', '🙂']) {
      expect(sentenceIn(hashOf(text))).toBe(text);
    }
    expect(sentenceIn('')).toBeNull();
    expect(sentenceIn('#een-kop')).toBeNull();
  });

  it('is one to check where it has a number and some words', () => {
    expect(isStatement('De regio bouwt 80.000 woningen in 2030')).toBe(true);
    expect(isStatement('62.000 woningen')).toBe(false);
    expect(isStatement('hoeveel woningen komen er')).toBe(false);
  });
});
