import { describe, expect, it } from 'vitest';
import { stemDutch, stemEnglish } from './stem.ts';

describe('forms of one Dutch word', () => {
  it.each([
    ['woning', 'woningen'],
    ['huis', 'huizen'],
    ['baan', 'banen'],
    ['school', 'scholen'],
    ['bedrijf', 'bedrijven'],
    ['plan', 'plannen'],
    ['gemeente', 'gemeenten'],
    ['inwoner', 'inwoners'],
    ['economie', 'economieen'],
    ['regionaal', 'regionale'],
    ['groot', 'grote'],
    ['prijs', 'prijzen'],
    ['grens', 'grenzen'],
    ['studie', 'studies'],
    ['weg', 'wegen'],
    ['bouw', 'bouwt', 'bouwen'],
    ['leraar', 'leraren'],
    ['programma', 'programmas'],
    ['mogelijkheid', 'mogelijkheden'],
  ])('%s', (word, ...forms) => {
    for (const form of forms) expect(stemDutch(form), form).toBe(stemDutch(word));
  });

  it('other words stay apart', () => {
    const words = [
      'markt',
      'talent',
      'tale',
      'campus',
      'stikstof',
      'net',
      'wonen',
      'woning',
      'mens',
      'huishouden',
      'huis',
    ];
    expect(new Set(words.map(stemDutch)).size).toBe(words.length);
  });
});

describe('forms of one English word', () => {
  it.each([
    ['home', 'homes'],
    ['house', 'housing', 'houses'],
    ['study', 'studies'],
    ['business', 'businesses'],
    ['plan', 'planned', 'planning', 'plans'],
    ['build', 'building'],
  ])('%s', (word, ...forms) => {
    for (const form of forms) expect(stemEnglish(form), form).toBe(stemEnglish(word));
  });
});
