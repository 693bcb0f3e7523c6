import { writeZip } from '../../reading/test/documents/docx-writer.ts';

/** A cell of a workbook for a test: text, number, a day (by its number), a truth, an error, or a formula that nobody computed. */
export type MadeCell = string | number | null | { day: number } | { error: string } | { formula: string };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const inXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? letters(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** Writes a workbook, sheet by sheet, as office programs do: with shared texts, and cells that are empty left out. */
export function writeXlsx(
  sheets: Readonly<Record<string, readonly (readonly MadeCell[])[]>>,
  { from1904 = false, more = [] }: { from1904?: boolean; more?: Parameters<typeof writeZip>[0] } = {},
): Uint8Array {
  const texts: string[] = [];
  const cell = (value: MadeCell, address: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
    if (typeof value === 'string') return `<c r="${address}" t="s"><v>${texts.push(value) - 1}</v></c>`;
    if ('day' in value) return `<c r="${address}" s="1"><v>${value.day}</v></c>`;
    if ('error' in value) return `<c r="${address}" t="e"><v>${value.error}</v></c>`;
    return `<c r="${address}"><f>${inXml(value.formula)}</f></c>`;
  };
  const pages = Object.values(sheets).map((rows) => {
    const lines = rows.map((row, r) => {
      const cells = row.map((value, c) => cell(value, `${letters(c)}${r + 1}`)).join('');
      return cells === '' ? '' : `<row r="${r + 1}">${cells}</row>`;
    });
    return `${head}<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`;
  });
  const names = Object.keys(sheets);
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return writeZip([
    { name: '[Content_Types].xml', data: `${head}<Types/>` },
    {
      name: 'xl/workbook.xml',
      data: `${head}<workbook ${main} xmlns:r="${relations}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${names
        .map((name, i) => `<sheet name="${inXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${head}<Relationships>${names
        .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `${head}<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    },
    ...pages.map((data, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data })),
    {
      name: 'xl/sharedStrings.xml',
      data: `${head}<sst ${main}>${texts.map((text) => `<si><t>${inXml(text)}</t></si>`).join('')}</sst>`,
    },
    ...more,
  ]);
}
