import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtsOf } from './doubts.ts';
import { findQuantities } from './find.ts';
import type { FoundQuantity } from './types.ts';

const read = (text: string, language: 'nl' | 'en' = 'nl'): readonly FoundQuantity[] =>
  findQuantities({
    name: 't',
    format: 'txt',
    language,
    text,
    pages: [{ number: 1, offset: 0 }],
    warnings: [],
  }).claims;
const figureOf = (text: string, figure: string, language: 'nl' | 'en' = 'nl'): FoundQuantity => {
  const found = read(text, language).find((one) => one.text.includes(figure));
  if (found === undefined) throw new Error(`${figure} was not found in ${text}`);
  return found;
};

const homes = 'De gemeente bouwt 1.769 woningen in 2030.';

describe('the notation of a document', () => {
  it('is not decided by the numbers of sections, tables and figures', () => {
    const numbered = `1.1 Inleiding\n\nZie Tabel 4.1 en Figuur 2.3, en § 3.2 of versie 2.1.\n\n2.4 Wonen\n\n${homes}\n`;
    expect(figureOf(numbered, '1.769')).toMatchObject({ value: 1769, confidence: 0.95 });
    expect(figureOf(numbered, '1.769').alternative).toBeUndefined();
  });

  it('is that of the figures with a unit, a currency or a per cent', () => {
    const english =
      'Het aandeel is 7.1 %, de groei 3.5 %, de lengte 12.25 km en de prijs € 0.40.\nEr rijden 1,769 treinen.';
    expect(figureOf(english, '1,769')).toMatchObject({ value: 1769, confidence: 0.95 });
    expect(figureOf('The route is 1.769 km long.', '1.769', 'en').value).toBe(1.769);
    expect(figureOf('Het tracé is 1,769 km lang.', '1,769').value).toBe(1.769);
  });

  it.each([
    ['nl', `De groei is 3,5 % en de daling 4.2 %. ${homes}`, 1769, 1.769],
    ['nl', `De daling is 4.2 %. ${homes}`, 1769, 1.769],
    ['en', 'Growth is 3.5 % and the fall 4,2 %. They build 1,769 sheds.', 1769, 1.769],
  ] as const)('is asked where the figures clash (%s: %s)', (language, text, value, alternative) => {
    const found = figureOf(text, language === 'nl' ? '1.769' : '1,769', language);
    expect(found).toMatchObject({ value, alternative, reasons: ['notation-clash'] });
    expect(found.confidence).toBeLessThan(0.5);
    // The confidence of an unambiguous figure is unchanged.
    expect(figureOf(text, language === 'nl' ? '4.2' : '4,2', language)).toMatchObject({
      value: 4.2,
      confidence: 0.95,
    });
    const [doubt] = doubtsOf(found);
    expect(doubt?.nl).toContain('gelezen als 1769, maar het kan ook 1,769 zijn');
    expect(doubt?.en).toContain('read as 1769, but it may be 1.769 too');
  });

  it('is not asked for one slip in a long document', () => {
    const clear = 'Het aandeel is 3,5 %. '.repeat(12);
    expect(figureOf(`${clear}De daling is 4.2 %. ${homes}`, '1.769')).toMatchObject({
      value: 1769,
      confidence: 0.95,
    });
  });

  it('stays the same, and every value with it, whatever section, table and version numbers are put in', () => {
    const body = [
      homes,
      'Het aandeel sociale huur stijgt van 12,5 naar 15,25 procent.',
      'Daarvoor is € 1.250 per woning nodig, samen 3,5 miljoen euro.',
      'De wachtlijst telt 48.300 huishoudens en 1.385 starters.',
    ];
    const number = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }))
      .map((pair) => pair.join('.'));
    const reference = fc
      .tuple(
        fc.constantFrom('§ ', 'Tabel ', 'tabel ', 'Figuur ', 'Hoofdstuk ', 'paragraaf ', 'versie ', ''),
        number,
        fc.constantFrom('', ' Woningen', ' Inleiding', ' Wonen en werken', ' van 9.11.2022'),
      )
      .map((parts) => parts.join(''));
    // Only the paragraphs: that the references are counted as a list changes nothing in them.
    const values = (text: string): readonly string[] => {
      const claims = read(text);
      return body.flatMap((paragraph) => {
        const from = text.indexOf(paragraph);
        return claims
          .filter(({ offset }) => offset >= from && offset < from + paragraph.length)
          .map(({ text, value, unit, confidence }) => `${text} ${value} ${unit} ${confidence}`);
      });
    };
    const plain = values(body.join('\n\n'));
    expect(plain).toHaveLength(7);
    fc.assert(
      fc.property(fc.array(fc.array(reference, { maxLength: 12 }), { maxLength: 5 }), (put) => {
        const text = body
          .flatMap((paragraph, i) => [...(put[i] ?? []), paragraph])
          .concat(put[4] ?? [])
          .join('\n\n');
        expect(values(text)).toEqual(plain);
      }),
      { numRuns: 150 },
    );
  });
});
