import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraph, wordXml, writeDocx } from '../../test/documents/docx-writer.ts';
import { column, writePdf } from '../../test/documents/pdf-writer.ts';
import { ReadError, readDocument } from './index.ts';
import { type Fragment, pageText } from './layout.ts';

const lines = ['De regio bouwt tot 2030', 'ten minste 12.500 woningen', 'voor starters en ouderen.'];
const seeds: readonly (readonly [string, Uint8Array])[] = [
  ['nota.pdf', writePdf([{ texts: column(lines) }, { texts: column(lines) }], { compress: true })],
  [
    'nota.docx',
    writeDocx(lines.map((line) => paragraph(line)).join(''), {
      'word/footnotes.xml': wordXml('footnotes', `<w:footnote w:id="1">${paragraph('noot')}</w:footnote>`),
    }),
  ],
  [
    'nota.html',
    new Uint8Array(
      Buffer.from(
        `<!doctype html><h1>Kop</h1><ol><li>${lines.join('<li>')}</ol><table><tr><td>1<td>2</table>`,
      ),
    ),
  ],
  ['nota.txt', new Uint8Array(Buffer.from(lines.join('\n')))],
];

/** Mutations: bytes changed, removed or duplicated at random places. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    how: fc.constantFrom('set', 'cut', 'double'),
    byte: fc.nat(255),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('a damaged document', () => {
  for (const [name, whole] of seeds) {
    it(`of the kind ${name.split('.')[1]} is read or refused in words, whatever is broken in it`, async () => {
      await fc.assert(
        fc.asyncProperty(damage, async (steps) => {
          let bytes = Buffer.from(whole);
          for (const { at, how, byte, length } of steps) {
            const from = Math.floor(at * bytes.length);
            if (how === 'set') bytes[from] = byte;
            else if (how === 'cut')
              bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
            else bytes = Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
          }
          try {
            const { text, pages } = await readDocument(new Uint8Array(bytes), name, { seconds: 5 });
            expect(text.trim()).not.toBe('');
            expect(pages.every(({ offset }) => offset >= 0 && offset <= text.length)).toBe(true);
          } catch (error) {
            if (!(error instanceof ReadError)) throw error;
            expect(`${error.text.nl}${error.text.en}${error.hint.nl}${error.hint.en}`).not.toMatch(/[{}]/);
          }
        }),
        { numRuns: 60, seed: 4 },
      );
    });
  }

  it('keeps every letter that stands on a page, whatever the layout makes of it', () => {
    const fragment = fc
      .record({
        x: fc.nat(500),
        y: fc.nat(800),
        size: fc.integer({ min: 4, max: 30 }),
        word: fc.stringMatching(/^[a-z]{1,12}$/),
      })
      .map(
        ({ x, y, size, word }): Fragment => ({
          text: word,
          x0: x,
          x1: x + word.length * size * 0.5,
          y,
          size,
        }),
      );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), (fragments) => {
        const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('');
        expect(letters(pageText(fragments))).toBe(letters(fragments.map(({ text }) => text).join('')));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
