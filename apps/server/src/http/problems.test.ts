import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problem, problemTable, problemTexts } from './problems.ts';

const blanks = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

describe('the problems of the API', () => {
  it.each(Object.entries(problemTexts))('%s is told in both languages alike', (_, { nl, en }) => {
    for (const part of ['title', 'detail'] as const) {
      expect(nl[part].trim()).not.toBe('');
      expect(en[part].trim()).not.toBe('');
      expect(blanks(en[part])).toEqual(blanks(nl[part]));
    }
  });

  it('a problem carries its words filled in, each language its own', () => {
    const body = problem('berekening-mislukt', '/v1/stand', { what: { nl: 'kapot.', en: 'broken.' } });
    expect(body.detail).toContain('kapot.');
    expect(body.en.detail).toContain('broken.');
    expect(body).toMatchObject({ status: 500, type: '/fouten/berekening-mislukt', instance: '/v1/stand' });
  });
});

it('docs/errors.md holds every problem of the API as it is said', () => {
  const docs = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
  expect(docs, 'run `npm run schemas`').toContain(
    `<!-- api: begin -->\n${problemTable()}\n<!-- api: end -->`,
  );
});
