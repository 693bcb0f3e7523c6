import { expect, test } from 'vitest';
import { sourceIn } from './source-words.ts';

test('fixed phrases of a source are put in Dutch', () => {
  expect(sourceIn('DERIVED: 2.8 bn / 100,000 homes', 'nl')).toBe('afgeleid: 2.8 mld / 100.000 woningen');
  expect(sourceIn('Strategische Agenda Brainport (April 2023), lines 410-414 of the agenda text', 'nl')).toBe(
    'agenda, regel 410-414',
  );
  expect(sourceIn('CBS 03759ned, revised 23 June 2026, CC BY 4.0', 'nl')).toBe(
    'CBS 03759ned, herzien 23 juni 2026, CC BY 4.0',
  );
  expect(sourceIn('https://www.bro.nl/about-homes; range by assumption', 'nl')).toBe(
    'https://www.bro.nl/about-homes; bereik is een aanname',
  );
});

test('in English a source stays as the content has it', () => {
  expect(sourceIn('DERIVED: 7.1 bn / 6', 'en')).toBe('DERIVED: 7.1 bn / 6');
});
