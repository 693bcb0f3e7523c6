import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slug, slugs } from './slug.ts';

describe('ids made from texts', () => {
  it('a short name reads as itself', () => {
    expect(slug('Grid delay')).toBe('grid-delay');
    expect(slug('CBS 03759ned, gemeenten (één)')).toBe('cbs-03759ned-gemeenten-een');
  });

  it('whatever the texts, their ids are kebab-case, not too long, and no two the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 90 })), (texts) => {
        const ids = [...slugs(texts).values()];
        expect(new Set(ids).size).toBe(texts.length);
        for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        for (const id of ids) expect(id.length).toBeLessThanOrEqual(69);
      }),
    );
  });
});
