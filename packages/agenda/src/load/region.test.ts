import { expect, it } from 'vitest';
import { syntheticWith } from '../../test/synthetic.ts';
import { loadRegion, pageOf } from '../index.ts';

const region = await loadRegion(syntheticWith());

it('a line stands on the page of the last block that begins at or before it', () => {
  const { pages } = region.document;
  expect(pageOf(pages, 1)).toEqual({ number: 1, certain: false });
  expect(pageOf(pages, 40)).toEqual({ number: 1, certain: false });
  expect(pageOf(pages, 41)).toEqual({ number: 2, certain: true });
});
