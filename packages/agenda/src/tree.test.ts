import { describe, expect, test } from 'vitest';
import { syntheticWith } from '../test/synthetic.ts';
import { ancestors, descendants, loadRegion, pageOf, targetsOf } from './index.ts';

const region = await loadRegion(syntheticWith());
const ids = (things: readonly { id: string }[]) => things.map((t) => t.id);

describe('the results tree', () => {
  test('gives everything under and above a node, nearest first and once', () => {
    expect(ids(descendants(region, 'goal-grow'))).toEqual([
      'ambition-space',
      'ambition-work',
      'pillar-living',
      'challenge-1',
    ]);
    expect(ids(ancestors(region, 'challenge-1'))).toEqual([
      'pillar-living',
      'ambition-space',
      'ambition-work',
      'goal-grow',
    ]);
    expect(descendants(region, 'nothing')).toEqual([]);
  });

  test('gives an ambition the targets that name it, not all that hang under its pillars', () => {
    expect(ids(targetsOf(region, 'ambition-space'))).toEqual(['homes-2030']);
    expect(ids(targetsOf(region, 'ambition-work'))).toEqual(['rank-2030']);
  });

  test('gives the goal every target, and an unknown node none', () => {
    expect(ids(targetsOf(region, 'goal-grow'))).toEqual(['homes-2030', 'rank-2030']);
    expect(ids(targetsOf(region, 'challenge-1'))).toEqual(['homes-2030', 'rank-2030']);
    expect(targetsOf(region, 'nothing')).toEqual([]);
  });
});

test('a line stands on the page of the last block that begins at or before it', () => {
  const { pages } = region.document;
  expect(pageOf(pages, 1)).toEqual({ number: 1, certain: false });
  expect(pageOf(pages, 40)).toEqual({ number: 1, certain: false });
  expect(pageOf(pages, 41)).toEqual({ number: 2, certain: true });
});
