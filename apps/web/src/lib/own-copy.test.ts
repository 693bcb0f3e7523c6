import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresByPlace, markFigures, readOwnCopy, standsInCopy } from './own-copy.ts';

describe('a reader’s own copy', () => {
  it('is told apart from another edition by its fingerprint', async () => {
    const file = new File(['een\ntwee'], 'tekst.txt');
    const sha256 = '4bba5ccc12b38f4e9d57a5ff1b2a9d5d5bd5cf4e4c2c3e0f9a3b8a5e8e6f1a11';
    const read = await readOwnCopy(file, sha256);
    expect(read.lines).toEqual(['een', 'twee']);
    expect(read.same).toBe(false);
  });
  it('refuses what is no text', async () => {
    await expect(readOwnCopy(new File([new Uint8Array([0xff, 0xfe, 0x80])], 'x.txt'), '')).rejects.toThrow(
      TypeError,
    );
  });
});

describe('the figures in a line', () => {
  it('are cut out where they stand', () => {
    expect(markFigures('van 4.000 naar 8.000', ['8.000'])).toEqual([
      { from: 0, text: 'van 4.000 naar ', marked: false },
      { from: 15, text: '8.000', marked: true },
    ]);
  });
  it('never change the line', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 4 })), (line, figures) => {
        expect(
          markFigures(line, figures)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(line);
      }),
    );
  });
});

describe('a claim in a copy', () => {
  const lines = ['Er komen ten min-', '', 'ste 62.000 woningen', 'in 2030.'];
  it('stands there when its figure stands at every place, also across a line end', () => {
    expect(standsInCopy({ lines }, { figure: 'ten minste 62.000', places: [{ from: 1, to: 3 }] })).toBe(true);
    expect(standsInCopy({ lines }, { figure: '62.000', places: [{ from: 4, to: 4 }] })).toBe(false);
  });
  it('has one figure for all its places, or one for each', () => {
    const places = [
      { from: 3, to: 3 },
      { from: 4, to: 4 },
    ];
    expect(figuresByPlace({ figure: '62.000', places })).toEqual(['62.000', '62.000']);
    expect(standsInCopy({ lines }, { figure: ['62.000', '2030'], places })).toBe(true);
    expect(standsInCopy({ lines }, { figure: ['2030', '62.000'], places })).toBe(false);
  });
});
