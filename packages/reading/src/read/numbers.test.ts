import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutchNumber, englishNumber, printedNumber } from './numbers.ts';

const value = (raw: string, notation: 'comma' | 'point' = 'comma') =>
  printedNumber(raw, notation)?.value ?? null;

describe('a printed number', () => {
  it('is read in Dutch and in English notation', () => {
    expect(['62.000', '7,1', '1.234.567,89', '43.485'].map((raw) => value(raw))).toEqual([
      62_000, 7.1, 1_234_567.89, 43_485,
    ]);
    expect(['62,000', '3.5', '1,234,567.89'].map((raw) => value(raw, 'point'))).toEqual([
      62_000, 3.5, 1_234_567.89,
    ]);
  });

  it('with three noughts behind one sign has thousands in either notation', () => {
    expect([value('62,000', 'comma'), value('62.000', 'point')]).toEqual([62_000, 62_000]);
  });

  it('may have its thousands apart by narrow spaces, spaces or apostrophes', () => {
    expect([value('1\u202f500'), value('90 000'), value('12\u00a0345,5'), value("1'000'000")]).toEqual([
      1500, 90_000, 12_345.5, 1_000_000,
    ]);
  });

  it('gives back the digits that are left over behind the thousands', () => {
    expect(printedNumber('151.80022', 'comma')).toMatchObject({ value: 151_800, rest: '22' });
    expect(printedNumber('1,234,56712', 'point')).toMatchObject({ value: 1_234_567, rest: '12' });
  });

  it('is none where it is a date, a section or a code', () => {
    expect(
      ['9.11.2022', '3.2.1', '007', '1.23.456', '12345678901234567890'].map((raw) => value(raw)),
    ).toEqual([null, null, null, null, null]);
  });

  it('comes back from its own print in both notations, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 1, max: 99 }),
        (whole, part) => {
          for (const [language, notation] of [
            ['nl-NL', 'comma'],
            ['en-GB', 'point'],
          ] as const) {
            const number = Number(`${whole}.${String(part).padStart(2, '0')}`);
            const print = number.toLocaleString(language, { minimumFractionDigits: 2 });
            expect(value(print, notation)).toBe(number);
          }
        },
      ),
    );
  });
});

describe('a number in words', () => {
  it('is read in Dutch', () => {
    expect(
      ['twee', 'vijftien', 'honderdtwintig', 'vijfentwintig', 'drieëneenhalf', 'negentienhonderd'].map(
        dutchNumber,
      ),
    ).toEqual([2, 15, 120, 25, 3.5, 1900]);
    expect(['drieënveertigduizend', 'tweehonderdduizendvijftig', 'duizend'].map(dutchNumber)).toEqual([
      43_000, 200_050, 1000,
    ]);
    expect(['tweede', 'aantal', 'vier­de', 'zeventig­er', 'honderden', 'en', ''].map(dutchNumber)).toEqual(
      Array(7).fill(null),
    );
  });

  it('is read in English, as far as it goes', () => {
    const read = (text: string) => englishNumber(text.split(' '));
    expect(read('twenty - five sites')).toEqual({ value: 25, taken: 3 });
    expect(read('one hundred and twenty of them')).toEqual({ value: 120, taken: 4 });
    expect(read('two hundred thousand and five')).toEqual({ value: 200_005, taken: 5 });
    expect(read('two and three')).toEqual({ value: 2, taken: 1 });
    expect(read('many')).toBeNull();
  });
});
