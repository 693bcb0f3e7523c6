import { readFileSync } from 'node:fs';
import { catalogueTable } from '@schaalsprong/agenda';
import { expect, it } from 'vitest';
import { choiceCatalogue, readCatalogue } from './index.ts';

it('docs/errors.md holds the catalogue of reading as it is', () => {
  const docs = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
  const [, part] = docs.split('<!-- reading: begin -->\n');
  expect(part?.split('\n<!-- reading: end -->')[0], 'run `npm run schemas`').toBe(
    catalogueTable({ ...readCatalogue, ...choiceCatalogue }),
  );
});
