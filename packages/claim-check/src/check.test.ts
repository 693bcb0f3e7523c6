import { defaultQualifiers } from '@schaalsprong/reading/quantities';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClaimChecker } from './check.ts';
import { type LedgerClaim, makeLedger } from './ledger.ts';

/** A small agenda of nowhere in particular. */
const unit = (nl: string, en: string) => ({
  title: { nl, en },
  symbol: { nl, en },
  decimals: 0,
  grouping: true,
  scale: 1,
});
const claim = (id: string, nl: string, en: string, own: Partial<LedgerClaim>): LedgerClaim => ({
  id,
  text: { nl, en },
  kind: 'commitment',
  entity: 'HOME',
  value: 0,
  qualifier: 'none',
  unit: 'homes',
  targets: [],
  ...own,
});
const claims = [
  claim(
    'homes',
    'In 2030 staan er 4.000 nieuwe woningen in de polder.',
    'By 2030 there are 4,000 new homes in the polder.',
    {
      value: 4_000,
      horizon: '2030',
    },
  ),
  claim(
    'trees',
    'De gemeenten planten ten minste 7.500 bomen.',
    'The municipalities plant at least 7,500 trees.',
    {
      value: 7_500,
      qualifier: 'ten-minste',
      unit: 'trees',
    },
  ),
  claim('bus', 'De bus kost 3 miljoen euro per jaar.', 'The bus costs 3 million euros a year.', {
    value: 3,
    unit: 'eur-mln',
  }),
];
const checker = new ClaimChecker(
  makeLedger({
    region: {
      title: { nl: 'Duinregio', en: 'Dune region' },
      area: 'HOME',
      document: { published: '2023-01-01' },
      units: {
        homes: unit('woningen', 'homes'),
        trees: unit('bomen', 'trees'),
        eur: { ...unit('euro', 'euros'), above: { value: 1e6, unit: 'eur-mln', divide: 1e6 } },
        'eur-mln': unit('miljoen euro', 'million euros'),
      },
      qualifiers: defaultQualifiers,
    },
    claims,
    targets: [],
    indicators: [{ id: 'homes-built', title: { nl: 'woningen gebouwd', en: 'homes built' } }],
    areas: [
      { code: 'HOME', name: 'Duinregio', kind: 'region' },
      { code: 'T1', name: 'Waterdorp', kind: 'municipality' },
    ],
    audit: { claims: [], relations: [] },
  }),
);
const first = (text: string) => checker.check(text, 'nl').statements[0];

describe('a sentence beside an agenda', () => {
  it('is what the agenda says where number, unit, year and place are the same', () => {
    expect(first('De polder krijgt 4.000 woningen in 2030')).toMatchObject({
      verdict: 'says-so',
      claims: [{ claim: { id: 'homes' } }],
    });
    expect(first('The bus costs 3,000,000 euros a year')).toMatchObject({
      verdict: 'says-so',
      claims: [{ claim: { id: 'bus' } }],
    });
  });

  it('differs in a number, a year, a unit or a place, each said by itself', () => {
    const differing = (text: string) => {
      const { number, year, place } = first(text)?.claims[0] ?? {};
      return [number?.relation, number?.unit, year, place];
    };
    expect(differing('De polder krijgt 6.000 woningen in 2030')).toEqual(['above', 'same', 'same', 'silent']);
    expect(differing('De polder krijgt 4.000 woningen in 2035')).toEqual(['same', 'same', 'later', 'silent']);
    expect(differing('De polder krijgt 4.000 woningen per jaar')).toEqual([
      'apart',
      'rate',
      'silent',
      'silent',
    ]);
    expect(differing('Waterdorp in de polder krijgt 4.000 woningen in 2030')).toEqual([
      'same',
      'same',
      'same',
      'other',
    ]);
    expect(differing('De gemeenten planten 9.000 bomen')).toEqual(['allowed', 'same', 'silent', 'silent']);
    expect(differing('De gemeenten planten hoogstens 7.500 bomen')[0]).toBe('opposite');
  });

  it('about something else is unknown, and its number is found where it stands', () => {
    expect(first('De fanfare telt 4.000 leden')).toMatchObject({
      verdict: 'unknown',
      sameNumber: [{ id: 'homes' }],
    });
    expect(first('Rotterdam krijgt 9.000 woningen in 2030')?.verdict).toBe('unknown');
  });

  it('that names what is measured finds the indicator', () => {
    expect(first('Er zijn 300 woningen gebouwd')?.indicators).toEqual(['homes-built']);
  });

  it('is never called said where a part of it differs, whatever is pasted', () => {
    const word = fc.constantFrom(
      ...'polder woningen bomen bus gemeenten planten kost krijgt 4.000 7.500 3 miljoen euro 2030 2040 in tot hoogstens ten minste per jaar Waterdorp Utrecht niet'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        for (const { verdict, claims: found } of checker.check(words.join(' '), 'nl').statements) {
          if (verdict !== 'says-so') continue;
          const said = found.filter((one) => one.verdict === 'states');
          expect(said).not.toEqual([]);
          for (const { number, year, place } of said) {
            expect(['same', 'rounded', undefined]).toContain(number?.relation);
            expect(['same', 'silent']).toContain(year);
            expect(place).not.toBe('other');
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('may be any text at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom('nl' as const, 'en' as const),
        (text, lang) => {
          const check = checker.check(text, lang);
          expect(check.statements.length).toBeLessThanOrEqual(8);
          expect(text.normalize('NFC')).toContain(check.text);
        },
      ),
      { numRuns: 150 },
    );
  });
});
