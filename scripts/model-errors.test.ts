import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { modelTable } from './model-errors.ts';

it('docs/errors.md holds every code of the model, as npm run schemas writes it', () => {
  const page = readFileSync(new URL('../docs/errors.md', import.meta.url), 'utf8');
  expect(page).toContain(`<!-- model: begin -->\n${modelTable()}\n<!-- model: end -->`);
});
