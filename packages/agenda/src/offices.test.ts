import { describe, expect, it } from 'vitest';
import { isOffice, publisherOf } from './offices.ts';

const offices = ['CBS', 'cbs.nl'];

describe('a source of figures', () => {
  it.each([
    ['CBS 03759ned, revised 23 June 2026', true],
    ['https://www.cbs.nl/nl-nl/cijfers', true],
    ['https://www.newspaper.example/1 (CBS)', false],
    ['https://notcbs.nl/1', false],
    ['CBSomething', false],
    ['The agenda, line 3', false],
  ])('%s: of an office is %s', (source, of) => {
    expect(isOffice(offices, source)).toBe(of);
  });

  it('is named by its host or its first words', () => {
    expect(publisherOf('https://www.newspaper.example/1 (CBS)')).toBe('newspaper.example');
    expect(publisherOf('The agenda (April 2023), line 3')).toBe('The agenda');
  });
});
