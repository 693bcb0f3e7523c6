import { expect, it } from 'vitest';
import { compares } from './ClaimList.tsx';

it('a word that compares is no number', () => {
  expect(compares({ figure: 'voldoende', value: 1 }, '')).toBe(true);
  expect(compares({ figure: ['verhogen', 'Verhogen'], value: 0 }, '%')).toBe(true);
  expect(compares({ figure: 'gedaald', value: 0 }, 'plaats')).toBe(true);
});

it('a figure, a number in words or a thing that is counted is a number', () => {
  expect(compares({ figure: '1', value: 1 }, '')).toBe(false);
  expect(compares({ figure: 'een kwart', value: 25 }, '%')).toBe(false);
  expect(compares({ figure: 'een', value: 1 }, 'woningen')).toBe(false);
});
