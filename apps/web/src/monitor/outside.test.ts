import { expect, it } from 'vitest';
import { outsideOf } from './outside.ts';

const counts = {
  all: { cases: 138, outside: 112 },
  indicators: { population: { cases: 90, outside: 68 } },
  running: false,
};

it('a fan is told how its own figure did in the past, and how all did where its own was not tested', () => {
  expect(outsideOf(counts, 'population')).toEqual({ found: { cases: 90, outside: 68 }, isOwn: true });
  expect(outsideOf(counts, 'homes')).toEqual({ found: counts.all, isOwn: false });
  expect(outsideOf(counts, null)).toEqual({ found: counts.all, isOwn: false });
  expect(outsideOf(null, 'homes')).toEqual({ found: null, isOwn: false });
});
