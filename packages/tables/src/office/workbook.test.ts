import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addressOf, OfficeFault, openWorkbook, type SheetCell } from './index.ts';

const limits = { unpacked: 1024 * 1024, seconds: 60 };
const parts = {
  'xl/workbook.xml':
    '<workbook><workbookPr date1904="1"/><sheets><sheet name="a" d3p1:id="r1"/><sheet name="b" r:id="r2"/></sheets>' +
    '<definedNames><definedName name="n" localSheetId="1">b!$A$1</definedName><definedName name="m">a!$A$1:$B$2</definedName></definedNames></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="r1" Target="/xl/worksheets/one.xml"/><Relationship Id="r2" Target="./worksheets/two.xml"/></Relationships>',
  'xl/styles.xml':
    '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="&quot;day&quot; 0.0"/><numFmt numFmtId="201" formatCode="dd-mm"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml':
    '<sst><si><t>one</t></si><si><r><t>tw</t></r><r><t>o</t></r><rPh><t>x</t></rPh></si></sst>',
  'xl/worksheets/one.xml':
    '<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>1</v></c><c><v>1.5E2</v></c><c r="E2" s="3"><v>3</v></c></row>' +
    '<row r="1"><c t="b"><v>1</v></c><c t="inlineStr"><is><t>in</t><rPh><t>x</t></rPh></is></c><c s="2"><v>4</v></c><c><f>A1&amp;B1</f></c><c/></row></sheetData></worksheet>',
  'xl/worksheets/two.xml':
    '<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
};
const zipped = (of: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(of).map(([name, text]) => [name, strToU8(text)])));
const cellsOf = (bytes: Uint8Array, sheet: number): SheetCell[] => {
  const found: SheetCell[] = [];
  openWorkbook(bytes, limits).forEachCell(sheet, (cell) => found.push(cell));
  return found;
};
const faultOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof OfficeFault) return error.kind;
    throw error;
  }
  return 'read';
};

describe('a workbook', () => {
  const bytes = zipped(parts);

  it('says which sheets and names it has', () => {
    const book = openWorkbook(bytes, limits);
    expect(book.sheets).toEqual(['a', 'b']);
    expect(book.from1904).toBe(true);
    expect(book.names).toEqual([
      { name: 'n', sheet: 'b', formula: 'b!$A$1' },
      { name: 'm', sheet: undefined, formula: 'a!$A$1:$B$2' },
    ]);
  });

  it('gives cells that are not empty, with their place, value and whether they are a date', () => {
    expect(cellsOf(bytes, 0).map(({ row, column, value, isDate }) => [row, column, value, isDate])).toEqual([
      [1, 1, 'two', false],
      [1, 2, 150, false],
      [1, 4, 3, true],
      [2, 0, 'TRUE', false],
      [2, 1, 'in', false],
      [2, 2, 4, false],
      [2, 3, '=A1&B1', false],
    ]);
    expect(cellsOf(bytes, 1)).toMatchObject([{ row: 0, column: 0, value: 7 }]);
  });

  it('that unpacks beyond the limit is aborted there, whatever size it claims', () => {
    const bomb = zipped({
      ...parts,
      'xl/workbook.xml': `<workbook>${' '.repeat(8 * 1024 * 1024)}</workbook>`,
    });
    expect(bomb.length).toBeLessThan(20_000);
    // The claimed size is a lie in the bomb that matters: overwrite it in the central directory.
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at + 46 < bomb.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    expect(faultOf(() => openWorkbook(bomb, limits))).toBe('unpacks-too-large');
  });

  it('of which a cell names a shared text that is not there is damaged, and that cell is not empty', () => {
    const withCell = (cell: string): Uint8Array =>
      zipped({
        ...parts,
        'xl/worksheets/one.xml': `<worksheet><sheetData><row>${cell}</row></sheetData></worksheet>`,
      });
    for (const index of ['2', '-1', '1.5', 'one'])
      expect(
        faultOf(() => cellsOf(withCell(`<c t="s"><v>${index}</v></c>`), 0)),
        index,
      ).toBe('damaged');
    expect(cellsOf(withCell('<c t="s"/><c t="s"><v></v></c>'), 0)).toEqual([]);
  });

  it('that defines entities, or is none, is refused', () => {
    expect(
      faultOf(() => openWorkbook(zipped({ ...parts, 'xl/workbook.xml': '<!DOCTYPE x><workbook/>' }), limits)),
    ).toBe('entities');
    expect(faultOf(() => openWorkbook(zipped({ other: '' }), limits))).toBe('damaged');
    expect(faultOf(() => openWorkbook(bytes, { ...limits, seconds: -1 }))).toBe('time');
  });

  it('of which one byte flipped is never read as another figure', () => {
    const plain = cellsOf(bytes, 0);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ flip;
        let found: SheetCell[] = [];
        // A flip in a name hides a part: dates are then missing, and no cell is another number.
        if (faultOf(() => (found = cellsOf(damaged, 0))) !== 'read') return;
        const numbers = (cells: readonly SheetCell[]): unknown[] =>
          cells
            .filter(({ value }) => typeof value === 'number')
            .map(({ row, column, value }) => [row, column, value]);
        expect(numbers(found)).toEqual(numbers(plain));
      }),
      { numRuns: 500 },
    );
  });

  it('reads addresses of cells', () => {
    expect(addressOf('$B$12')).toEqual({ row: 11, column: 1 });
    expect(addressOf('AA1')).toEqual({ row: 0, column: 26 });
    expect(addressOf('xfd1048576')).toEqual({ row: 1_048_575, column: 16_383 });
    for (const none of ['XFE1', 'A1048577', 'A0', '1', 'A', 'A1:B2', ''])
      expect(addressOf(none)).toBeUndefined();
  });
});
