import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { DataFault, type Sheet } from '../read/data-source.ts';
import { decodeText } from '../read/decode-text.ts';
import { dataFrom } from './files.ts';
import { readWorkbook } from './workbook.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'data-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

const faultOf = (act: () => unknown): DataFault => {
  try {
    act();
  } catch (error) {
    if (error instanceof DataFault) return error;
    throw error;
  }
  throw new Error('no fault');
};

const cells = (sheet: Sheet | undefined): unknown[][] =>
  Array.from({ length: sheet?.rows ?? 0 }, (_, row) =>
    Array.from({ length: sheet?.columns ?? 0 }, (_, column) => sheet?.cell(row, column)),
  );

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A minimal workbook of two sheets. */
const workbookParts = {
  'xl/workbook.xml': `<workbook ${main} ${links}><sheets>
    <sheet name="Plans" sheetId="1" r:id="rId1"/><sheet name="It's more" sheetId="2" r:id="rId7"/></sheets>
    <definedNames><definedName name="homes">Plans!$B$2:$C$3</definedName>
    <definedName name="homes" localSheetId="1">'It''s more'!$A$1</definedName>
    <definedName name="moving">OFFSET(Plans!$A$1,1,1)</definedName></definedNames></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>
    <Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId7" Target="/xl/worksheets/other.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst ${main}><si><t>year</t></si><si><r><t>ho</t></r><r><t>mes</t></r><rPh><t>x</t></rPh></si></sst>`,
  'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
    <row r="2"><c r="A2"><v>2030</v></c><c r="B2"><v>1.5E2</v></c><c r="C2" t="str"><f>B2&amp;"x"</f><v>150x</v></c></row>
    <row r="4"><c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="inlineStr"><is><t>inline</t></is></c><c r="D4" t="b"><v>1</v></c>
      <c r="E4"><f>B2*2</f></c></row></sheetData></worksheet>`,
  'xl/worksheets/other.xml': `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
    <x:row><x:c><x:v>7</x:v></x:c><x:c/><x:c><x:v>-0.25</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
};
const workbook = (parts: Readonly<Record<string, string>> = workbookParts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

describe('text of a file', () => {
  it('is read by its mark, as UTF-8, or as Windows wrote it', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toBe('é');
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xe9, 0))).toBe('é');
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0xe9))).toBe('é');
    expect(decodeText(Uint8Array.of(0xc3, 0xa9))).toBe('é');
    expect(decodeText(Uint8Array.of(0xe9, 0x80))).toBe('é€');
    expect(decodeText(Uint8Array.of())).toBe('');
  });
});

describe('delimited text as a sheet', () => {
  it('keeps empty cells and rows, and takes for a number only what is one', () => {
    const data = dataFrom([folderOf({ 'data.csv': 'a,1,"b, ""c"""\r\n\r\n, -2.5e3 ,1 000,1,5\r\n' })]);
    expect(cells(data.sheet?.('data.csv', ','))).toEqual([
      ['a', 1, 'b, "c"', undefined, undefined],
      [undefined, undefined, undefined, undefined, undefined],
      [undefined, -2500, '1 000', 1, 5],
    ]);
  });

  it('takes the delimiter that the model names, or else the one that the text has', () => {
    const data = dataFrom([folderOf({ 'a.csv': 'x;1,5\n', 'b.tab': 'x\t2\n', 'c.txt': 'x\t3\n' })]);
    expect(data.sheet?.('a.csv', ';')?.cell(0, 1)).toBe('1,5');
    expect(data.sheet?.('a.csv', '')?.cell(0, 1)).toBe('1,5');
    expect(data.sheet?.('a.csv', ',')?.cell(0, 1)).toBe(5);
    for (const tab of ['\t', '\\t', 'tab', '']) expect(data.sheet?.('b.tab', tab)?.cell(0, 1)).toBe(2);
    expect(data.sheet?.('c.txt', '')?.cell(0, 1)).toBe(3);
  });

  it('names the line of a wrong quote', () => {
    const data = dataFrom([folderOf({ 'data.csv': '1\n2\n"3\n4\n' })]);
    expect(faultOf(() => data.sheet?.('data.csv', ',')).text.en).toMatch(
      /^The data file data\.csv .* line \d/,
    );
  });
});

describe('a workbook', () => {
  it('gives numbers, texts and nothing, and of a formula its stored value', () => {
    const data = dataFrom([folderOf({ 'plans.xlsx': workbook() })]);
    expect(cells(data.sheet?.('plans.xlsx', 'plans'))).toEqual([
      ['year', 'homes', undefined, undefined, undefined],
      [2030, 150, '150x', undefined, undefined],
      [undefined, undefined, undefined, undefined, undefined],
      [undefined, '#N/A', 'inline', 'TRUE', '=B2*2'],
    ]);
    expect(cells(data.sheet?.('plans.xlsx', "It's more"))).toEqual([[7, undefined, -0.25]]);
  });

  it('knows names of cells, that of a sheet before that of all', () => {
    const data = dataFrom([folderOf({ 'plans.xlsx': workbook() })]);
    expect(data.named?.('plans.xlsx', 'HOMES')).toMatchObject({ row: 1, column: 1, rows: 2, columns: 2 });
    expect(data.named?.('plans.xlsx', 'homes', 'Plans')?.sheet.cell(1, 1)).toBe(150);
    expect(data.named?.('plans.xlsx', 'homes', "It's more")?.sheet.cell(0, 0)).toBe(7);
    expect(data.named?.('plans.xlsx', 'nothing')).toBeUndefined();
    expect(faultOf(() => data.named?.('plans.xlsx', 'moving')).text.nl).toContain('OFFSET(Plans!$A$1,1,1)');
  });

  it('says which sheets there are when it lacks the one that is asked', () => {
    const data = dataFrom([folderOf({ 'plans.xlsx': workbook() })]);
    expect(faultOf(() => data.sheet?.('plans.xlsx', 'Sheet1')).hint.en).toBe(
      "Its sheets are: Plans, It's more",
    );
  });

  it('is refused with a reason when it is none, whatever the bytes', () => {
    const whole = workbook();
    const damaged = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(whole.length).map((length) => whole.slice(0, length)),
      fc
        .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
        .map((changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          return bytes;
        }),
    );
    fc.assert(
      fc.property(damaged, (bytes) => {
        try {
          const book = readWorkbook('x.xlsx', bytes);
          for (const tab of book.tabs) book.sheet(tab);
          book.named('homes');
        } catch (error) {
          expect(error).toBeInstanceOf(DataFault);
        }
      }),
      { numRuns: 500 },
    );
    const broken = workbook({ ...workbookParts, 'xl/workbook.xml': '<workbook>' });
    expect(faultOf(() => readWorkbook('x.xlsx', broken)).text.en).toContain('xl/workbook.xml');
  });

  it('of a kind that is not read is refused by name, with what to do', () => {
    const data = dataFrom([folderOf({ 'old.xlsb': Uint8Array.of(0xd0, 0xcf), 'broken.xls': 'text' })]);
    const fault = faultOf(() => data.sheet?.('old.xlsb', 'Sheet1'));
    expect(fault.text.en).toContain('old.xlsb');
    expect(fault.hint.nl).toContain('.xlsx');
    expect(faultOf(() => data.sheet?.('run.vdf', '')).hint.en).toContain('export it from Vensim');
    expect(faultOf(() => data.sheet?.('broken.xls', 'Sheet1')).text.en).toContain('broken.xls');
  });
});

describe('files of a folder', () => {
  it('are found by their path from it, also as Windows writes it', () => {
    const data = dataFrom([folderOf({ 'in/Data.csv': '5' })]);
    for (const name of ['in/Data.csv', 'in\\Data.csv', 'in/data.CSV']) {
      expect(data.sheet?.(name, ',')?.cell(0, 0)).toBe(5);
    }
  });

  it('are looked for in each place, what is named first before the rest', () => {
    const [a, b] = [folderOf({ 'x.csv': '1' }), folderOf({ 'x.csv': '2', 'y.csv': '3' })];
    const data = dataFrom([a, b]);
    expect(data.sheet?.('x.csv', ',')?.cell(0, 0)).toBe(1);
    expect(data.sheet?.('y.csv', ',')?.cell(0, 0)).toBe(3);
    expect(
      dataFrom([join(b, 'x.csv')])
        .sheet?.('X.csv', ',')
        ?.cell(0, 0),
    ).toBe(2);
  });

  it('outside it are not read, by way of a path or of a link', () => {
    const outside = folderOf({ 'secret.csv': '1' });
    const inside = folderOf({ 'data.csv': '2' });
    symlinkSync(join(outside, 'secret.csv'), join(inside, 'link.csv'));
    symlinkSync(outside, join(inside, 'door'));
    const data = dataFrom([inside]);
    for (const name of [
      join(outside, 'secret.csv'),
      `../${outside.split('/').at(-1)}/secret.csv`,
      'link.csv',
      'door/secret.csv',
    ]) {
      expect(faultOf(() => data.sheet?.(name, ',')).text.en).toMatch(/lies outside the folder/);
    }
  });

  it('that are not there are named, with where was looked and what is alike', () => {
    const folder = folderOf({ 'demand.csv': '1' });
    const fault = faultOf(() => dataFrom([folder]).sheet?.('demnad.csv', ','));
    expect(fault.text.en).toBe(`The data file demnad.csv is not there; looked in: ${folder}`);
    expect(fault.hint.en).toContain('demand.csv');
    expect(faultOf(() => dataFrom(['/nowhere/at/all'])).text.nl).toContain('/nowhere/at/all');
    expect(faultOf(() => dataFrom([]).sheet?.('x.csv', ',')).text.en).toContain('looked in: -');
  });
});

describe('courses over time', () => {
  it('come from a table with Time in its first cell, down or across, in order of time', () => {
    const folder = folderOf({
      'down.csv': 'Time,homes[North],"""new homes"""\n2020,2,\n2019,1,5\n',
      'across.tab': 'time\t2019\t2020\ncars\t7\t\n',
      'other.csv': 'year,boats\n2019,1\n',
    });
    const data = dataFrom(['down.csv', 'across.tab', 'other.csv'].map((file) => join(folder, file)));
    expect(data.series?.('Homes[north]')).toEqual([
      [2019, 1],
      [2020, 2],
    ]);
    expect(data.series?.('new_homes')).toEqual([[2019, 5]]);
    expect(data.series?.('cars')).toEqual([[2019, 7]]);
    expect(data.series?.('boats')).toBeUndefined();
  });

  it('come from a .dat of Vensim', () => {
    const folder = folderOf({ 'run.dat': 'homes[North]\n0\t1\n0.5\t1.5\ncars\n0\t-3e2\n' });
    const data = dataFrom([join(folder, 'run.dat')]);
    expect(data.series?.('homes[north]')).toEqual([
      [0, 1],
      [0.5, 1.5],
    ]);
    expect(data.series?.('cars')).toEqual([[0, -300]]);
  });

  it('that are empty are refused, whatever their name', () => {
    const root = folderOf({ 'a.csv': '', 'b.dat': '\n\n', 'c.csv': ' , ,\n' });
    for (const file of ['a.csv', 'b.dat', 'c.csv'])
      expect(faultOf(() => dataFrom([join(root, file)])).text.en).toBe(`The data file ${file} is empty`);
  });

  it('with a word for a number, or with something twice, are refused by line', () => {
    const fault = (text: string, file = 'data.csv'): string =>
      faultOf(() => dataFrom([join(folderOf({ [file]: text }), file)])).text.en;
    expect(fault('Time,a\n0,1\n1,none\n')).toBe('a has no number in data.csv at line 3: none');
    expect(fault('Time,a\nnone,1\n')).toBe('Time has no number in data.csv at line 2: none');
    expect(fault('Time,a,A\n0,1,2\n')).toBe('A stands twice in data.csv (line 1)');
    expect(fault('Time,a\n0,1\n0,1\n')).toBe('a has two values at time 0 in data.csv');
    expect(fault('0\t1\n', 'run.dat')).toBe('Time has no number in run.dat at line 1: 0');
  });
});
