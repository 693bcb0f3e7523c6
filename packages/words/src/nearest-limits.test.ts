import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('the words that somebody most likely meant', () => {
  it('are few edits away, or contain the word', () => {
    expect(nearest('mor-builders', ['more-builders', 'more-grid', 'idle'])).toEqual(['more-builders']);
    expect(nearest('grid', ['more-builders', 'more-grid'])).toEqual(['more-grid']);
    expect(nearest('zzzzzz', ['more-builders', 'more-grid'])).toEqual([]);
  });

  it('are none for a word of more than 64 characters, however near one is', () => {
    const name = 'a'.repeat(64);
    expect(nearest(name, [`${name}b`])).toEqual([`${name}b`]);
    expect(nearest(`${name}c`, [`${name}b`])).toEqual([]);
  });
});
