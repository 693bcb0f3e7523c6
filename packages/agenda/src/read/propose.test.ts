import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClaimsFile } from '../schema.ts';
import { findQuantities } from './find.ts';
import { proposeClaims } from './propose.ts';

const propose = (text: string, region?: Parameters<typeof proposeClaims>[1]) =>
  proposeClaims(
    findQuantities({
      name: 't',
      format: 'txt',
      language: 'nl',
      text,
      pages: [{ number: 1, offset: 0 }],
      warnings: [],
    }),
    region,
  );

describe('proposed claims', () => {
  test('pass the schema of claims, with a place, a figure and what is not sure', () => {
    const claims = propose(
      'In 2030 zijn er ten minste 62.000 woningen.\nDaarvan is 30% sociaal, zo’n 600 per jaar.',
    );
    const read = ClaimsFile.parse({ claims });
    expect(read.claims[0]).toMatchObject({
      figure: 'ten minste 62.000',
      places: [{ from: 1, to: 1 }],
      value: 62_000,
      qualifier: 'ten-minste',
      unit: 'homes',
      horizon: '2030',
    });
    expect(read.claims.at(-1)?.note?.en).toContain('counts what the figure before it counts');
  });

  test('name the area of the region, and say which unit it does not know', () => {
    const region = { area: 'GM0772', units: { homes: {} }, qualifiers: {} } as unknown as NonNullable<
      Parameters<typeof proposeClaims>[1]
    >;
    const [homes, trees] = propose('Er zijn 300 woningen en 500 bomen.', region);
    expect(homes).toMatchObject({ entity: 'GM0772', qualifier: 'none', interval: { min: 292.5 } });
    expect(trees?.note?.nl).toContain('trees');
  });

  test('have ids of their own and pass the schema, whatever the text', () => {
    const piece = fc.constantFrom(
      '62.000',
      ' woningen',
      ' €',
      ' 5%',
      ' in 2030',
      '\n',
      ' twee',
      '. ',
      ' van 3 naar 4 mln',
      ' Ünï',
      '½',
      ' een derde van ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const claims = propose(pieces.join(''));
        expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
        if (claims.length > 0) expect(ClaimsFile.safeParse({ claims }).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
