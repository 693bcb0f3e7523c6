import { expect, it } from 'vitest';
import { fact } from '../../../../monitor/test/facts.ts';
import { copyLines, numberOf } from './names.ts';

it('a name without a number is an error, never a key that is 0', () => {
  const known = new Map([['people', 3]]);
  expect(numberOf(known, 'people')).toBe(3);
  expect(() => numberOf(known, 'homes')).toThrow(/no number for the name "homes"/);
  const none = { series: known, areas: known, periods: known, words: known };
  expect(() => [...copyLines([fact('2020', 1)], none)]).toThrow(RangeError);
});
