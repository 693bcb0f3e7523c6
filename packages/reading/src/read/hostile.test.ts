import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from './find.ts';
import type { FoundQuantities } from './types.ts';

const read = (text: string, language: 'nl' | 'en' = 'nl'): FoundQuantities =>
  findQuantities({
    name: 't',
    format: 'txt',
    language,
    text,
    pages: [{ number: 1, offset: 0 }],
    warnings: [],
  });

/** Every finding points into the text, in order, with finite numbers. */
function sound(text: string, reading: FoundQuantities): void {
  let last = -1;
  for (const found of reading.claims) {
    expect(found.offset).toBeGreaterThanOrEqual(last);
    expect(found.offset).toBeGreaterThanOrEqual(0);
    expect(found.end).toBeGreaterThan(found.offset);
    expect(found.end).toBeLessThanOrEqual(text.length);
    expect(Number.isFinite(found.value)).toBe(true);
    expect(found.confidence).toBeGreaterThan(0);
    expect(found.confidence).toBeLessThanOrEqual(1);
    expect(found.line).toBe(text.slice(0, found.offset).split('\n').length);
    last = found.offset;
  }
  for (const { whole, parts } of reading.relations) {
    for (const one of [whole, ...parts]) expect(reading.claims[one]).toBeDefined();
  }
  for (const { marks, offset } of reading.footnotes) {
    for (const at of [...marks, ...(offset === null ? [] : [offset])]) expect(at).toBeLessThan(text.length);
  }
}

describe('any text', () => {
  it('empty, blank, digits only or one sign gives an answer', () => {
    for (const text of [
      '',
      ' ',
      '\n\n\n',
      '1234567890',
      '%',
      '€',
      '½',
      '\u00ad',
      '\ud800',
      '¹',
      '•',
      '1.',
      '- ',
    ])
      sound(text, read(text));
  });

  it('of any characters is read without a fault, and every finding points into it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('nl' as const, 'en' as const),
        (text, language) => {
          sound(text, read(text, language));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of pieces that the finder looks for is read without a fault, and every finding points into it', () => {
    const piece = fc.constantFrom(
      '12',
      '62.000',
      '151.80022',
      '2030',
      '9 november 2022',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '-\n',
      '. ',
      ', ',
      '(',
      ')',
      ':',
      '•',
      '1. ',
      '€',
      '%',
      '½',
      '²',
      '¹',
      'tot',
      ' tot en met ',
      ' van ',
      ' naar ',
      'waarvan ',
      'een ',
      'derde',
      ' op de ',
      'twee',
      'vijftien',
      ' mln',
      ' per jaar',
      'artikel ',
      'plek ',
      '#',
      'top ',
      'one',
      ' hundred',
      ' and ',
      ' in ',
      ' between ',
      'http://',
      'a@b.nl',
      'A58',
      'mbo4',
      'landen.25',
      '4 Bron',
      '\f',
      '\t',
      '\u2003',
      '😀',
      'zo’n ',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom('nl' as const, 'en' as const),
        (pieces, language) => {
          const text = pieces.join('');
          sound(text, read(text, language));
        },
      ),
      { numRuns: 400 },
    );
  });

  // Bounds in processor time, not in time on the clock: the machine may be under load.
  const seconds = (text: string, language: 'nl' | 'en' = 'nl'): number => {
    const before = process.cpuUsage();
    read(text, language);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  // One figure in some fifty words, as agendas have them.
  const prose =
    'De partijen werken samen aan een regio waarin iedereen kan meedoen en waar bedrijven ruimte vinden om te groeien,\n' +
    'met aandacht voor groen en bereikbaarheid. Zij leggen hun afspraken vast en bespreken ieder jaar de voortgang.\n';
  const page = `${`${prose}${prose}In 2030 zijn er ten minste 62.000 woningen, waarvan 30% sociaal1.\n`.repeat(6)}\n1 Bron.\n\f`;

  it('of three hundred pages is read in one second', () => {
    const text = page.repeat(300);
    expect(text.length).toBeGreaterThan(900_000);
    expect(seconds(text)).toBeLessThan(slack);
  });

  it.each([
    '1 ',
    '1\n',
    '1.000 ',
    '1,',
    'a',
    'a1 ',
    '1 A\n',
    '. ',
    '-',
    ' ',
    '\u00a0',
    '(',
    '€',
    '2030 ',
    'tot ',
    'lid1',
    'tel 1 ',
    'een op de ',
    '½',
    '¹',
    '5, 6, 7, ',
    'van 10 naar 15 ',
    'A, B en C ',
    'waarvan 5 ',
    '• 5 woningen\n',
    '12 345 ',
    '[1] ',
    'www.a',
    '0 0',
    'zoals a, ',
    '1:1',
    'Kop\n',
  ])('that says %j again and again costs time in proportion to its length', (piece) => {
    const long = (size: number): string => piece.repeat(Math.ceil(size / piece.length));
    const least = (size: number, runs: number): number =>
      Math.min(...Array.from({ length: runs }, () => seconds(long(size))));
    // The first run warms up; below a few milliseconds the clock is too coarse.
    const short = Math.max(0.004, least(6000, 3));
    // Eight times the text: linear is eight times the time, doubled for noise; quadratic would be 64 times.
    const limit = short * 24;
    const taken = seconds(long(48_000));
    expect(taken < limit ? taken : least(48_000, 2)).toBeLessThan(limit);
  });
});

/** Instrumented or slow machines get more. */
const slack = process.env.CI === undefined ? 1 : 2;
