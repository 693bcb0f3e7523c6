import { describe, expect, it } from 'vitest';
import { findQuantities } from './find.ts';
import type { FoundQuantities, FoundQuantity, ReadDocument } from './types.ts';

const read = (text: string, language: 'nl' | 'en' = 'nl', pages?: ReadDocument['pages']): FoundQuantities =>
  findQuantities({
    name: 'test',
    format: 'txt',
    language,
    text,
    pages: pages ?? [{ number: 1, offset: 0 }],
    warnings: [],
  });
const figures = (text: string, language: 'nl' | 'en' = 'nl'): [string, number, string][] =>
  read(text, language)
    .claims.filter((found) => !found.reasons.includes('counted-here'))
    .map(({ text, value, unit }) => [text, value, unit]);
const only = (text: string, language: 'nl' | 'en' = 'nl'): FoundQuantity => {
  const [found, ...more] = read(text, language).claims;
  if (found === undefined || more.length > 0) throw new Error(`${more.length + 1} quantities in ${text}`);
  return found;
};

describe('money, shares and sizes', () => {
  it('money keeps the scale that is printed, in any order of its parts', () => {
    expect(figures('Dat kost € 48 mln, EUR 9,9 mld., 10 k€ of 67.000 euro.')).toEqual([
      ['€ 48 mln', 48, 'eur-mln'],
      ['EUR 9,9 mld.', 9.9, 'eur-bn'],
      ['10 k€', 10_000, 'eur'],
      ['67.000 euro', 67_000, 'eur'],
    ]);
    expect(figures('It costs EUR 1.2bn, £340m or $5.', 'en')).toEqual([
      ['EUR 1.2bn', 1.2, 'eur-bn'],
      ['£340m', 340, 'gbp-mln'],
      ['$5', 5, 'usd'],
    ]);
  });

  it('per cent and percentage points differ', () => {
    expect(only('Het aandeel steeg met 2,3 procentpunt.').unit).toBe('percent-point');
    expect(only('Het aandeel steeg met 2,3%.').unit).toBe('percent');
  });

  it('a fraction in words is a share', () => {
    expect(only('Een derde van de bedrijven doet mee.')).toMatchObject({ form: 'fraction', unit: 'percent' });
    expect(only('Twee op de vijf bedrijven doen mee.').value).toBe(40);
    expect(only('Driekwart van de bedrijven doet mee.').value).toBe(75);
    expect(only('One in five firms takes part.', 'en').value).toBe(20);
  });

  it('an ordinal is no fraction and no count, but a place in a ranking', () => {
    expect(figures('Een derde school opent de deuren.')).toEqual([]);
    expect(figures('In de 21e eeuw is dat anders.')).toEqual([]);
    expect(only('Nederland staat op de tiende plaats.')).toMatchObject({ form: 'rank', value: 10 });
    expect(only('De regio hoort bij de top 5 van Europa.')).toMatchObject({
      qualifier: 'top-n',
      interval: { min: 1, max: 5 },
    });
  });

  it('a range has both ends, and a rise from one figure to another is two figures', () => {
    expect(only('Er komen 10 tot 15 woningen bij.')).toMatchObject({
      form: 'range',
      interval: { min: 10, max: 15 },
    });
    expect(only('Tussen de 9 en 12 miljoen euro is nodig.').interval).toMatchObject({ min: 9, max: 12 });
    expect(figures('De prijs stijgt van 10 naar 15 procent.')).toEqual([
      ['10', 10, 'percent'],
      ['15 procent', 15, 'percent'],
    ]);
  });

  it('what is counted comes with it, per what too', () => {
    expect(only('Zij leveren 1.200 extra technici per jaar.')).toMatchObject({
      unit: 'people-per-year',
      counted: 'extra technici',
    });
  });
});

describe('how sure the words are', () => {
  const qualifier = (text: string, language: 'nl' | 'en' = 'nl') => only(text, language).qualifier;
  it('qualifiers are named as in the table of regions, in both languages', () => {
    expect(qualifier('Er werken ruim 22.600 mensen.')).toBe('ruim');
    expect(qualifier('Er werken ten minste 22.600 mensen.')).toBe('ten-minste');
    expect(qualifier('Er werken niet meer dan 22.600 mensen.')).toBe('maximaal');
    expect(qualifier('Nearly 22,600 people work here.', 'en')).toBe('bijna');
    expect(qualifier('No more than 22,600 people work here.', 'en')).toBe('maximaal');
    expect(qualifier('The area has >73% participation.', 'en')).toBe('meer-dan');
  });

  it('a bound in `niet meer dan` is no negation, and `geen` is', () => {
    expect(only('Er komen niet meer dan 300 woningen.').negated).toBe(false);
    expect(only('Er komen geen 10.000 woningen.').negated).toBe(true);
  });

  it('the level that something rises to is no upper end', () => {
    expect(qualifier('De uitgaven groeien tot 3% van het inkomen.')).toBe('none');
    expect(qualifier('Een subsidie tot 500 euro is mogelijk.')).toBe('tot');
  });
});

describe('when', () => {
  it('a year belongs to the figure beside it and is then no quantity of its own', () => {
    const found = read(
      'In 2019 waren er 300 woningen en uiterlijk in 2032 zijn er 500 woningen. Dat besluit viel op 9 november 2022.',
    );
    expect(found.claims.map(({ value, horizon, period }) => [value, horizon, period])).toEqual([
      [300, null, '2019'],
      [500, '2032', null],
      [2022, null, '2022-11-09'],
    ]);
  });

  it('the year of a list stands for its items', () => {
    const { claims } = read(
      'In 2030 is dit af. Dit omhelst:\n\n• 62.000 woningen;\n• 10.000 studenteneenheden.',
    );
    expect(
      claims.filter((found) => found.unit !== 'count').map(({ value, horizon }) => [value, horizon]),
    ).toEqual([
      [2030, '2030'],
      [62_000, '2030'],
      [10_000, '2030'],
    ]);
  });

  it('a round number before what it counts is no year', () => {
    expect(only('Wij bouwen 2000 woningen.')).toMatchObject({ value: 2000, unit: 'homes' });
    expect(only('Wij bouwen vanaf 2030 sneller.')).toMatchObject({ value: 2030, unit: 'year' });
  });
});

describe('what is no quantity', () => {
  it.each([
    'Zie artikel 3, 4 en 5 en figuur 8.',
    'Tabel 24.1 woningen naar type',
    'Figuur 31 banen in de regio',
    'Table 24.1 homes by type',
    'De A58, HOV 4, mbo4, CO2 en 4TU.',
    'Bel 040 238 00 00 of kijk op https://voorbeeld.example/2022/11/14/stuk-12.',
    'Stadhuisplein 1, 5611 EM Eindhoven.',
    'De vergadering begint om 19.30 uur in zaal 2.',
    '3.2 Woningbouw\n\nInleiding .......... 12\n\nPagina 3 van 12',
    'De 65-plussers en de 3D-printers zijn één van de redenen.',
    'De begroting (bedragen x € 1.000) volgt.',
  ])('%s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe('notes', () => {
  const text = [
    'Het bedrag groeit naar €151.8003, en in 20172 was dat minder1.',
    'Nederland staat op plek 104.',
    '',
    '1 Bron: CBS.',
    '2 Zie de monitor.',
    '3 Eigen opgave.',
    '4 Ministerie.',
  ].join('\n');

  it('a mark glued to a number is taken off by the sequence of the notes', () => {
    expect(read(text).claims.map(({ text, value, footnote }) => [text, value, footnote])).toContainEqual([
      'plek 10',
      10,
      '4',
    ]);
  });

  it('a number with thousands loses the digits that are too many', () => {
    expect(figures('Het gaat om 62.00012 woningen.')).toEqual([['62.000', 62_000, 'homes']]);
  });

  it('each note has its text and where its mark stands', () => {
    const { footnotes } = read(text);
    expect(footnotes.map(({ mark, text }) => [mark, text])).toEqual([
      ['1', 'Bron: CBS.'],
      ['2', 'Zie de monitor.'],
      ['3', 'Eigen opgave.'],
      ['4', 'Ministerie.'],
    ]);
  });

  it('a numbered list is no list of notes', () => {
    const { footnotes } = read('Wij doen dit:\n1 Bouwen\n2 Leren\n3 Werken\nEn 12 dingen meer.');
    expect(footnotes).toEqual([]);
  });
});

describe('offsets', () => {
  it('point at the figure in the document, across a hyphen at a line end and a page', () => {
    const text = 'De regio bouwt vijf-\ntien scholen\nen ruim 12.500 wo-\nningen.\n';
    const { claims } = read(text, 'nl', [
      { number: 3, offset: 0 },
      { number: 4, offset: 34 },
    ]);
    expect(
      claims.map(({ text: printed, offset, end, line, page }) => [
        printed,
        text.slice(offset, end),
        line,
        page,
      ]),
    ).toEqual([
      ['vijftien', 'vijf-\ntien', 1, 3],
      ['ruim 12.500', 'ruim 12.500', 3, 4],
    ]);
  });
});

describe('relations', () => {
  const related = (text: string) => {
    const { claims, relations } = read(text);
    return relations.map(({ kind, whole, parts, fits }) => [
      kind,
      claims[whole]?.value,
      parts.map((part) => claims[part]?.value),
      fits,
    ]);
  };

  it('`waarvan` and brackets give sums, and say whether they fit', () => {
    expect(related('Er komen 11.400 woningen, waarvan 6.500 woningen nu en 4.900 woningen later.')).toEqual([
      ['sum', 11_400, [6500, 4900], true],
    ]);
    expect(related('Er zijn 900 banen, waarvan 1.200 banen in de zorg.')).toEqual([
      ['sum', 900, [1200], false],
    ]);
    expect(related('Er komen 71.200 banen bij (43.485 op mbo en 27.715 op hbo).')).toEqual([
      ['sum', 71_200, [43_485, 27_715], true],
    ]);
  });

  it('`opgebouwd uit` in the next sentence goes back to what it adds up to', () => {
    expect(
      related(
        'Er komen 71.200 banen bij (43.485 op mbo en 27.715 op hbo). Dit is opgebouwd uit 18.500 door pensioen en 52.700 door groei.',
      ),
    ).toContainEqual(['sum', 71_200, [18_500, 52_700], true]);
  });

  it('a list under a total is a sum', () => {
    expect(related('Er komen 300 woningen:\n• 100 woningen in Noord;\n• 250 woningen in Zuid.')).toEqual([
      ['sum', 300, [100, 250], false],
    ]);
  });

  it('from one figure to another by a percentage is growth', () => {
    expect(related('Een stijging van 10% (van € 138.000 naar € 151.800).')).toEqual([
      ['growth', 151_800, [138_000, 10], true],
    ]);
    expect(related('Een stijging van 30% (van € 138.000 naar € 151.800).')).toEqual([
      ['growth', 151_800, [138_000, 30], false],
    ]);
  });

  it('a percentage in brackets behind an amount is a share', () => {
    expect(related('Van de 12.000 woningen zijn er 3.600 woningen (30%) betaalbaar.')).toEqual([
      ['share', 12_000, [30, 3600], true],
    ]);
  });
});

describe('lists that the text does not count', () => {
  const counted = (text: string) =>
    read(text)
      .claims.filter((found) => found.reasons.includes('counted-here'))
      .map(({ value, reasons }) => [value, reasons.at(-1)]);

  it('a list is counted and held against what its introduction promises', () => {
    expect(counted('Wij doen drie dingen:\n• bouwen;\n• leren;\n• werken.')).toEqual([[3, 'as-promised']]);
    expect(counted('Wij doen vier dingen:\n• bouwen;\n• leren;\n• werken.')).toEqual([
      [3, 'not-as-promised'],
    ]);
  });

  it('an enumeration of names is counted', () => {
    expect(counted('De wereldspelers Alfa, Beta, Gamma Delta en Epsilon werken samen.')).toEqual([
      [4, 'enumeration'],
    ]);
  });

  it('lists can be left out', () => {
    const text = 'De wereldspelers Alfa, Beta en Gamma werken samen.';
    const document: ReadDocument = {
      name: 't',
      format: 'txt',
      language: 'nl',
      text,
      pages: [{ number: 1, offset: 0 }],
      warnings: [],
    };
    expect(findQuantities(document, { lists: false }).claims).toEqual([]);
  });
});
