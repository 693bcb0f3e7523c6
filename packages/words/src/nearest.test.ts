import { expect, it } from 'vitest';
import { distance, nearest } from './nearest.ts';

it('the nearest name is a few edits away or contains what was written', () => {
  expect(distance('homes', 'hmoes')).toBe(1);
  expect(distance('', 'abc')).toBe(3);
  expect(nearest('challenge-13', ['challenge-1', 'challenge-12', 'pillar-living'])).toEqual([
    'challenge-1',
    'challenge-12',
  ]);
  expect(nearest('zzzz', ['challenge-1', 'pillar-living'])).toEqual([]);
});
