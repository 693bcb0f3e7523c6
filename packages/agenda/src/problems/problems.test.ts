import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogueTable } from './catalogue-table.ts';
import { type CatalogueEntry, catalogue, problem } from './problems.ts';

/** The names between braces in a template, sorted. */
const placeholders = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '').sort();

const entries: [string, CatalogueEntry][] = Object.entries(catalogue);

it('every problem says the same in Dutch and in English, with the same things filled in', () => {
  for (const [code, { message, hint, alone }] of entries) {
    for (const text of [message, hint, ...(alone ? [alone] : [])]) {
      expect(text.nl.trim(), code).not.toBe('');
      expect(text.en.trim(), code).not.toBe('');
      expect(text.nl, code).not.toBe(text.en);
      expect(placeholders(text.nl), code).toEqual(placeholders(text.en));
    }
  }
});

it('a hint that offers a near name has words for when nothing comes near', () => {
  for (const [code, { hint, alone }] of entries) {
    expect(hint.nl.includes('{nearest}'), code).toBe(alone !== undefined);
  }
});

it('a problem without a near name does not offer one', () => {
  const place = { file: 'a.yaml', line: 1, column: 1, path: 'x' };
  const values = { expected: 'a', found: 'zzz', kind: { nl: 'partij', en: 'party' } };
  expect(problem('REGION_UNKNOWN_ID', place, { ...values, nearest: '' }).hint.en).toBe(
    'Add zzz first, or mend the name.',
  );
  expect(problem('REGION_UNKNOWN_ID', place, { ...values, nearest: 'zz' }).hint.en).toContain(
    'Do you mean zz?',
  );
});

it('docs/errors.md holds the catalogue as it is', () => {
  const docs = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
  const [, part] = docs.split('<!-- agenda: begin -->\n');
  expect(part?.split('\n<!-- agenda: end -->')[0], 'run `npm run schemas`').toBe(catalogueTable());
});
