import { expect, it } from 'vitest';
import { noteIn, sourceIn } from './source-words.ts';

it.each([
  ['DERIVED: 2.8 bn / 100,000 homes', 'afgeleid: 2,8 mld / 100.000 woningen'],
  ['Strategische Agenda Brainport (April 2023), lines 410-414 of the agenda text', 'agenda, regel 410-414'],
  ['CBS 03759ned, revised 23 June 2026, CC BY 4.0', 'CBS 03759ned, herzien 23 juni 2026, CC BY 4.0'],
  [
    'https://www.bro.nl/about-homes; range by assumption',
    'https://www.bro.nl/about-homes; bereik is een aanname',
  ],
  ['agenda text, lines 323-325, 353-355 and 759', 'agenda, regel 323-325, 353-355 en 759'],
])('the fixed phrases of a source are put in Dutch: %s', (text, dutch) => {
  expect(sourceIn(text, 'nl')).toEqual({ text: dutch, lang: 'nl' });
});

it('a text that would be half Dutch stays English as a whole, and says so', () => {
  const text = 'general knowledge for the place: the agenda does not say where it stands';
  expect(sourceIn(text, 'nl')).toEqual({ text, lang: 'en' });
});

it('in English a source stays as the content has it', () => {
  expect(sourceIn('DERIVED: 7.1 bn / 6', 'en')).toEqual({ text: 'DERIVED: 7.1 bn / 6', lang: 'en' });
});

it.each([
  ['rounded; 2021 prices', 'afgerond; prijzen van 2021', 'nl'],
  ['rounded; nobody knows why', 'rounded; nobody knows why', 'en'],
  ['sum of SGE, Kempen', 'som van SGE, Kempen', 'nl'],
] as const)('a note %s is in Dutch where every part of it has Dutch', (note, text, lang) => {
  const dutch = { rounded: 'afgerond', '2021 prices': 'prijzen van 2021' };
  expect(noteIn(note, 'nl', dutch)).toEqual({ text, lang });
  expect(noteIn(note, 'en', dutch)).toEqual({ text: note, lang: 'en' });
});
