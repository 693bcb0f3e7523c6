import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import { contextOf, factOf, talent, valueAdded } from './explain-fixture.ts';

/** Numbers are kept together by spaces that do not break; to read a test that does not matter. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the arithmetic of a conflict', () => {
  it('divides by the share, takes the region off and asks what fifteen per cent of it needs', () => {
    const input = valueAdded();
    const { arithmetic } = explain(factOf(input), contextOf(input));
    expect(plain(arithmetic.nl)).toBe(
      'EUR 9,9 mld / 11,3% = EUR 87,6 mld; min EUR 9,9 mld = EUR 77,7 mld; ' +
        '15% vraagt dan ten minste EUR 13,71 mld (+38,5%), de tekst zegt EUR 11,88 mld (+20%)',
    );
    expect(plain(arithmetic.en)).toBe(
      'EUR 9.9 bn / 11.3% = EUR 87.6 bn; less EUR 9.9 bn = EUR 77.7 bn; ' +
        '15% then needs at least EUR 13.71 bn (+38.5%), the text says EUR 11.88 bn (+20%)',
    );
  });

  it('writes sums of sums as one sum', () => {
    const input = talent();
    const { arithmetic } = explain(factOf(input), contextOf(input));
    expect(arithmetic.nl).toBe('43.485 + 27.715 - 17.500 = 53.700 > 50.000');
    expect(arithmetic.en).toBe('43,485 + 27,715 - 17,500 = 53,700 > 50,000');
  });
});
