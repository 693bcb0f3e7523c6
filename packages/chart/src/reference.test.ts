import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictures } from '../test/reference.ts';

const folder = join(import.meta.dirname, '../test/reference');

describe('the reference pictures', () => {
  it('are all there, and no others', () => {
    expect(readdirSync(folder).sort()).toEqual([...pictures.keys()].sort());
  });

  it.each([...pictures])('draw %s as it was last looked at (npm run pictures renews)', (name, text) => {
    expect(text).toBe(readFileSync(join(folder, name), 'utf8'));
  });
});
