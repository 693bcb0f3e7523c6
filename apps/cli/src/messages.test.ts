import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { codeOf, faults, messages } from './messages.ts';

const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

describe('the texts of the command line', () => {
  test.each(Object.entries(messages))('%s says the same in both languages', (_, { nl, en }) => {
    expect(nl.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(blanks(en)).toEqual(blanks(nl));
  });

  test('the help names the same options in both languages', () => {
    const options = (text: string): readonly string[] =>
      [...text.matchAll(/--\w+/g)].map(([option]) => option);
    expect(options(messages.help.en)).toEqual(options(messages.help.nl));
  });
});

test('docs/errors.md holds every fault of the command line as it is said', () => {
  const docs = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  const table = [
    '| code | Nederlands | English |',
    '| --- | --- | --- |',
    ...faults.map((fault) => `| \`${codeOf(fault)}\` | ${messages[fault].nl} | ${messages[fault].en} |`),
  ].join('\n');
  expect(docs).toContain(`<!-- cli: begin -->\n${table}\n<!-- cli: end -->`);
});
