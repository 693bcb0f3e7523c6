import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nl } from './nl.ts';

const src = join(import.meta.dirname, '..');
const code = readdirSync(src, { recursive: true })
  .map(String)
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n') && !name.includes('.test.'))
  .map((name) => readFileSync(join(src, name), 'utf8'))
  .join('\n');

/** Every text key that code names: as a plain string, or as a template whose blanks are one step of a key. */
const named = [...code.matchAll(/'([a-z]+\.[A-Za-z0-9.-]+)'|`([a-z]+\.[^`\s]*\$\{[^`\s]*)`/g)].map(
  ([, plain, template]) =>
    plain === undefined
      ? new RegExp(
          `^${(template ?? '')
            .replaceAll(/\$\{[^}]*\}/g, '*')
            .replaceAll('.', '\\.')
            .replaceAll('*', '[^.]+')}$`,
        )
      : plain,
);

describe('the dictionary', () => {
  it('holds no text that no page shows', () => {
    const unused = Object.keys(nl).filter(
      (key) => !named.some((name) => (typeof name === 'string' ? name === key : name.test(key))),
    );
    expect(unused).toEqual([]);
  });
});
