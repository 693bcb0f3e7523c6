import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultTable, messages, sayFault } from './messages.ts';

const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

describe('the texts of the command line', () => {
  it.each(Object.entries(messages))('%s says the same in both languages', (_, { nl, en }) => {
    expect(nl.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(blanks(en)).toEqual(blanks(nl));
  });
});

it('what the file system says is told in words, with its code for who searches for it', () => {
  const say = (lang: 'nl' | 'en', reason: string): string =>
    sayFault(lang, 'cannot-read', { what: 'a.csv', reason });
  expect(say('en', 'ENOENT')).toBe(
    'CLI_CANNOT_READ  a.csv cannot be read: it does not exist, or its folder does not (ENOENT).',
  );
  expect(say('nl', 'EACCES')).toBe('CLI_CANNOT_READ  a.csv is niet te lezen: u mag dat niet (EACCES).');
  expect(say('en', 'EBUSY')).toBe('CLI_CANNOT_READ  a.csv cannot be read: EBUSY.');
});

it('docs/errors.md holds every fault of the command line as it is said, as npm run schemas writes it', () => {
  const docs = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
  expect(docs).toContain(`<!-- cli: begin -->\n${faultTable()}\n<!-- cli: end -->`);
});
