import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { processorMsAsync } from '../../../../scripts/testing/processor-time.ts';
import { paragraph, wordXml, writeDocx } from '../../test/documents/docx-writer.ts';
import { column, writePdf } from '../../test/documents/pdf-writer.ts';
import { readDocument } from './index.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const codes = (document: { readonly warnings: readonly { readonly code: string }[] }): string[] =>
  document.warnings.map(({ code }) => code);
const prose = (name: string, lines: number): string[] =>
  Array.from({ length: lines }, (_, i) => `${name} regel ${i} met een paar woorden`);

describe('a PDF', () => {
  it('is read line by line, with where each page begins', async () => {
    const file = writePdf([
      { texts: column(['De regio bouwt tot 2030', 'ten minste 12.500 wo-', 'ningen voor starters.']) },
      { texts: column(['Het college kiest voor de fiets.']) },
    ]);
    const { text, pages, format, language, warnings } = await readDocument(file, 'nota.pdf');
    expect(text).toBe(
      'De regio bouwt tot 2030\nten minste 12.500 wo-\nningen voor starters.\nHet college kiest voor de fiets.',
    );
    expect(pages.map(({ number, offset }) => [number, text.slice(offset, offset + 3)])).toEqual([
      [1, 'De '],
      [2, 'Het'],
    ]);
    expect({ format, language, warnings }).toEqual({ format: 'pdf', language: 'nl', warnings: [] });
  });

  it('with two columns under a heading is read down the first column and then down the second', async () => {
    const file = writePdf([
      {
        texts: [
          {
            x: 60,
            y: 50,
            text: 'Een kop over de hele breedte van de bladzijde, boven beide kolommen',
            size: 14,
          },
          ...column(prose('links', 12)),
          // The second column begins lower, and its lines do not stand at the height of those of the first.
          ...column(prose('rechts', 8), { x: 330, y: 140 }),
        ],
      },
    ]);
    const { text } = await readDocument(file, 'kolommen.pdf');
    const lines = text.split('\n').filter((line) => line !== '');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'Een',
      ...Array(12).fill('links'),
      ...Array(8).fill('rechts'),
    ]);
  });

  it('with three columns is read column by column', async () => {
    const file = writePdf([
      {
        texts: ['een', 'twee', 'drie'].flatMap((name, i) =>
          column(prose(name, 8), { x: 30 + i * 185, size: 8 }),
        ),
      },
    ]);
    const { text } = await readDocument(file, 'kolommen.pdf');
    const names = text.split('\n').flatMap((line) => line.split(' ')[0] || []);
    expect(names).toEqual([...Array(8).fill('een'), ...Array(8).fill('twee'), ...Array(8).fill('drie')]);
  });

  it('keeps the cells of a table row on one line, also under columns of prose', async () => {
    const rows = ['Wonen', 'Onderwijs', 'Wegen'].flatMap((name, i) => [
      { x: 60, y: 300 + i * 13, text: name },
      { x: 330, y: 300 + i * 13, text: `${i + 1},5 mln` },
      { x: 450, y: 300 + i * 13, text: `203${i}` },
    ]);
    const file = writePdf([
      { texts: [...column(prose('links', 8)), ...column(prose('rechts', 8), { x: 330 }), ...rows] },
    ]);
    const { text } = await readDocument(file, 'begroting.pdf');
    expect(text.split('\n').slice(-3)).toEqual([
      'Wonen\t1,5 mln\t2030',
      'Onderwijs\t2,5 mln\t2031',
      'Wegen\t3,5 mln\t2032',
    ]);
    expect(text.split('\n')[7]).toContain('links regel 7');
  });

  it('writes a raised note mark with raised digits, and leaves the note at the foot', async () => {
    const file = writePdf([
      {
        texts: [
          { x: 60, y: 80, text: 'Er zijn 151.800' },
          { x: 129, y: 76, text: '22', size: 6 },
          { x: 140, y: 80, text: 'banen' },
          { x: 60, y: 780, text: '22', size: 5 },
          { x: 67, y: 782, text: 'Bron: eigen telling.', size: 8 },
        ],
      },
    ]);
    const { text } = await readDocument(file, 'noot.pdf');
    expect(text).toBe('Er zijn 151.800²² banen\n\n²² Bron: eigen telling.');
  });

  it('on its side is read as it is shown, and a watermark across the page is left out', async () => {
    const content = Buffer.from('BT /F1 10 Tf 0 1 -1 0 100 60 Tm (Op zijn kant gelezen tekst) Tj ET');
    const file = writePdf([{ texts: [], rotate: 90, content }]);
    expect((await readDocument(file, 'kant.pdf')).text).toBe('Op zijn kant gelezen tekst');
    const stamped = Buffer.from(
      'BT /F1 10 Tf 1 0 0 1 60 700 Tm (De tekst zelf staat hier) Tj ET BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (CONCEPT) Tj ET',
    );
    expect((await readDocument(writePdf([{ texts: [], content: stamped }]), 'concept.pdf')).text).toBe(
      'De tekst zelf staat hier',
    );
  });

  it('of which some pages are images says which', async () => {
    const page = { texts: column(['Een bladzijde met genoeg woorden voor de lezer van het stuk.']) };
    const scan = { texts: [], scan: true };
    const document = await readDocument(writePdf([page, scan, page, scan, scan, page]), 'deels.pdf');
    expect(document.warnings).toEqual([
      expect.objectContaining({
        code: 'READ_PAGES_WITHOUT_TEXT',
        page: 2,
        nl: expect.stringContaining('2, 4-5'),
      }),
    ]);
  });

  it('loses what comes back at head and foot of its pages, and nothing else that changes from page to page', async () => {
    const page = (n: number) => ({
      texts: [
        { x: 60, y: 30, text: n % 2 === 0 ? 'Nota Wonen 2024' : 'Gemeente Voorbeeld' },
        { x: 60, y: 60, text: `Doel ${n}: ${n * 100 + (n % 3)} woningen` },
        { x: 60, y: 80, text: `De zin van blad ${'abcdefgh'[n]} gaat verder op het` },
        { x: 300, y: 800, text: `Pagina ${n + 2} van 10` },
      ],
    });
    const pages = [1, 2, 3, 4, 5, 6].map(page);
    const { text, warnings } = await readDocument(writePdf(pages), 'nota.pdf');
    expect(text).not.toMatch(/Nota Wonen|Gemeente Voorbeeld|Pagina/);
    expect(text.match(/Doel \d: \d+ woningen/g)).toHaveLength(6);
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'READ_RUNNING_HEADS',
        en: 'Left out, since it comes back at the head or foot of many pages: Gemeente Voorbeeld / Nota Wonen 2024 / Pagina # van #.',
      }),
    ]);
    const few = await readDocument(writePdf(pages.slice(0, 2)), 'kort.pdf');
    expect(few.text).toContain('Gemeente Voorbeeld');
  });

  it('can be read in part, and its pages keep their numbers', async () => {
    const file = writePdf(
      Array.from({ length: 9 }, (_, i) => ({ texts: column([`Bladzijde ${i + 1} van de nota`]) })),
    );
    const { text, pages } = await readDocument(file, 'nota.pdf', {}, { pages: { from: 3, to: 4 } });
    expect(text).toBe('Bladzijde 3 van de nota\nBladzijde 4 van de nota');
    expect(pages).toEqual([
      { number: 3, offset: 0 },
      { number: 4, offset: 24 },
    ]);
  });
});

it('a PDF that only forbids printing is read', async () => {
  const file = writePdf([{ texts: column(['De tekst van de nota']) }], { locked: true, compress: true });
  expect(Buffer.from(file).toString('latin1')).toContain('/Encrypt');
  expect((await readDocument(file, 'nota.pdf')).text).toBe('De tekst van de nota');
});

describe('a Word document', () => {
  const list = (text: string, level = 0) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
  const numbering = wordXml(
    'numbering',
    `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
     <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
     <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  );

  it('gives paragraphs, lists with their numbers, and tables row by row', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const file = writeDocx(
      [
        paragraph('Wonen &amp; werken', '<w:pStyle w:val="Heading1"/>'),
        list('Het eerste punt'),
        list('met een deel', 1),
        list('en nog een', 1),
        list('Het tweede punt'),
        `<w:tbl><w:tr>${cell('Jaar')}${cell('Woningen')}</w:tr><w:tr>${cell('2030')}${cell('12.500')}</w:tr></w:tbl>`,
        paragraph('Dat is het einde van de nota.'),
      ].join(''),
      { 'word/numbering.xml': numbering },
    );
    const { text, pages } = await readDocument(file, 'nota.docx');
    expect(text).toBe(
      'Wonen & werken\n1. Het eerste punt\n1.a met een deel\n1.b en nog een\n2. Het tweede punt\n\nJaar\tWoningen\n2030\t12.500\n\nDat is het einde van de nota.',
    );
    expect(pages).toEqual([{ number: 1, offset: 0 }]);
  });

  it('writes marks of footnotes raised, and the notes at the end of their page', async () => {
    const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const file = writeDocx(
      `<w:p><w:r><w:t>Er zijn 151.800</w:t></w:r>${note(7)}<w:r><w:t xml:space="preserve"> banen.</w:t></w:r></w:p>
       <w:p><w:r><w:lastRenderedPageBreak/><w:t>Het tweede blad</w:t></w:r>${note(3)}</w:p>`,
      {
        'word/footnotes.xml': wordXml(
          'footnotes',
          `<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
           <w:footnote w:id="3">${paragraph('Over het blad.')}</w:footnote>
           <w:footnote w:id="7">${paragraph('Eigen telling, 2021.')}</w:footnote>`,
        ),
      },
    );
    const document = await readDocument(file, 'nota.docx');
    expect(document.text).toBe(
      'Er zijn 151.800¹ banen.\n¹ Eigen telling, 2021.\nHet tweede blad²\n² Over het blad.',
    );
    expect(document.pages).toEqual([
      { number: 1, offset: 0 },
      { number: 2, offset: document.text.indexOf('Het tweede') },
    ]);
    expect(codes(document)).toContain('READ_PAGES_AS_LAID_OUT');
  });

  it('is read as if its tracked changes were accepted, without hidden text, and with its text boxes once', async () => {
    const file = writeDocx(
      `<w:p><w:r><w:t xml:space="preserve">Wij bouwen </w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins><w:r><w:t>120</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r><w:r><w:t xml:space="preserve"> woningen</w:t></w:r>
       <w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('In het kader')}</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('In het kader')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    const document = await readDocument(file, 'nota.docx');
    expect(document.text).toBe('Wij bouwen 120 woningen\n\nIn het kader');
    expect(codes(document)).toContain('READ_CHANGES');
  });
});

describe('an HTML page', () => {
  const page = (body: string) =>
    bytes(`<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>${body}</body></html>`);

  it('gives headings, paragraphs, lists and tables, and no script, menu or hidden part', async () => {
    const { text, format } = await readDocument(
      page(
        `<nav><a>Menu 1</a></nav><script>var a = "<p>9.999</p>";</script><h1>Wonen</h1><p>De regio bouwt
         <b>62.000</b> woningen<sup><a href="#n22">22</a></sup> en dat is veel.<br>Ook CO<sub>2</sub> daalt.</p>
         <ol start=3><li>een<li>twee</ol><ul><li>los</li></ul><div hidden>weg</div><div style="display:none">ook weg</div>
         <table><tr><th>Jaar<th>Mln<tr><td>2030<td><p>1,5</p></table><p>&euro;&nbsp;9,9&nbsp;mld &amp; meer`,
      ),
      'pagina.html',
    );
    expect(format).toBe('html');
    expect(text).toBe(
      'Wonen\n\nDe regio bouwt 62.000 woningen²² en dat is veel.\nOok CO2 daalt.\n\n3. een\n4. twee\n\n• los\n\nJaar\tMln\n2030\t1,5\n\n€\u00a09,9\u00a0mld & meer',
    );
  });
});

describe('plain text', () => {
  it('keeps its lines and its form feeds begin pages', async () => {
    const { text, pages } = await readDocument(bytes('een\r\ntwee\r\n\fdrie van de vier\r\n\f'), 'nota.txt');
    expect(text).toBe('een\ntwee\n drie van de vier\n ');
    expect(pages).toEqual([
      { number: 1, offset: 0 },
      { number: 2, offset: 10 },
    ]);
  });

  it('in UTF-16 or windows-1252 is read, and the second is told', async () => {
    const words = 'De gemeente heeft een café voor het college';
    for (const file of [
      bytes(`\uFEFF${words}`, 'utf16le'),
      bytes(words, 'utf16le'),
      bytes(`\uFEFF${words}`),
    ]) {
      const document = await readDocument(file, 'nota.txt');
      expect(document.text).toBe(words);
      expect(codes(document)).toEqual([]);
    }
    const old = await readDocument(bytes(words, 'latin1'), 'nota.txt');
    expect(old.text).toBe(words);
    expect(codes(old)).toEqual(['READ_ENCODING']);
  });

  it('is told apart by language', async () => {
    const language = async (text: string) => (await readDocument(bytes(text), 'a.txt')).language;
    expect(await language('The region will build more homes for the people that work there.')).toBe('en');
    expect(await language('De regio bouwt meer woningen voor de mensen die er werken.')).toBe('nl');
    expect(codes(await readDocument(bytes('12 34'), 'a.txt'))).toEqual(['READ_LANGUAGE']);
  });
});

describe('a wrong name', () => {
  it('is told, and the content decides', async () => {
    const pdf = writePdf([{ texts: column(['De tekst van de nota staat in het midden.']) }]);
    const document = await readDocument(pdf, 'nota.docx');
    expect(document.format).toBe('pdf');
    expect(document.warnings).toEqual([
      {
        code: 'READ_EXTENSION',
        page: null,
        nl: 'De naam eindigt op .docx, maar de inhoud is PDF; zo is het gelezen.',
        en: 'The name ends in .docx, but the content is PDF; it was read as that.',
      },
    ]);
    const html = await readDocument(
      bytes('<html><body><p>De tekst van het college voor de regio</p>'),
      'nota.pdf',
    );
    expect([html.format, ...codes(html)]).toEqual(['html', 'READ_EXTENSION']);
  });
});

describe('what cannot be read', () => {
  const fault = async (file: Uint8Array, name: string, limits = {}): Promise<string> => {
    try {
      const { text } = await readDocument(file, name, limits);
      return `read: ${text.slice(0, 40)}`;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : String(error);
    }
  };
  const page = { texts: column(['De tekst van de nota.']) };

  it('is a scan, an encrypted file, a torn file: each has its own answer', async () => {
    expect(await fault(writePdf(Array(5).fill({ texts: [], scan: true })), 'scan.pdf')).toBe('READ_NO_TEXT');
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`;
    expect(await fault(writePdf([page], { trailer: lock }), 'slot.pdf')).toBe('READ_ENCRYPTED');
    expect(await fault(bytes('%PDF-1.7\nthis is no more than a first line'), 'half.pdf')).toBe(
      'READ_DAMAGED',
    );
    expect(await fault(new Uint8Array(), 'leeg.pdf')).toBe('READ_EMPTY');
    expect(await fault(bytes(' \n\n '), 'leeg.txt')).toBe('READ_EMPTY');
  });

  it('is too many pages, too long, too large: each says the limit', async () => {
    expect(await fault(writePdf(Array(12).fill(page)), 'dik.pdf', { pages: 10 })).toBe('READ_TOO_MANY_PAGES');
    expect(await fault(writePdf(Array(12).fill(page)), 'dik.pdf', { characters: 50 })).toBe('READ_TOO_LONG');
    expect(await fault(bytes('x'.repeat(1000)), 'lang.txt', { characters: 50 })).toBe('READ_TOO_LONG');
    expect(await fault(bytes('x'.repeat(1000)), 'groot.txt', { bytes: 50 })).toBe('READ_TOO_LARGE');
  });

  it('is another kind of file, which is named', async () => {
    const other = async (file: Uint8Array, name: string): Promise<string> => {
      try {
        await readDocument(file, name);
        return 'read';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    };
    const { writeZip } = await import('../../test/documents/docx-writer.ts');
    expect(await other(writeZip([{ name: 'xl/workbook.xml', data: '<a/>' }]), 'a.docx')).toContain('Excel');
    expect(
      await other(writeZip([{ name: 'nota.docx', data: writeDocx(paragraph('x')) }]), 'a.zip'),
    ).toContain('an archive');
    expect(await other(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a.pdf')).toContain(
      'an image',
    );
    expect(
      await other(
        new Uint8Array(5000).map((_, i) => (i * 89) % 256),
        'a.txt',
      ),
    ).toContain('something else than text');
    expect(await other(bytes('{\\rtf1 hello}'), 'a.doc')).toContain('RTF');
    expect(await other(bytes('<?xml version="1.0"?><a>1</a>'), 'a.html')).toContain('XML');
    const ole = (text: string) =>
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(text, 'utf16le')]);
    expect(await fault(new Uint8Array(ole('WordDocument')), 'a.doc')).toBe('READ_OLD_WORD');
    expect(await fault(new Uint8Array(ole('EncryptedPackage')), 'a.docx')).toBe('READ_ENCRYPTED');
  });

  it('is a Word document that is torn, locked, a bomb, or defines characters of its own', async () => {
    const good = writeDocx(paragraph('De tekst van de nota.'));
    expect(await fault(good, 'goed.docx')).toBe('read: De tekst van de nota.');
    expect(await fault(good.slice(0, good.length - 40), 'half.docx')).toBe('READ_DAMAGED');
    expect(await fault(writeDocx('<w:p><w:r><w:t>half'), 'half.docx')).toBe('READ_DAMAGED');
    expect(await fault(writeDocx(''), 'leeg.docx')).toBe('READ_NO_TEXT');
    const { writeZip } = await import('../../test/documents/docx-writer.ts');
    expect(
      await fault(writeZip([{ name: 'word/document.xml', data: 'x', encrypted: true }]), 'slot.docx'),
    ).toBe('READ_ENCRYPTED');
    // ZIP64: sizes of 64 bits in the extra field, as writers do for what is over 4 GB; the archive is whole.
    const body = wordXml('document', `<w:body>${paragraph('Groot.')}</w:body>`);
    const large = writeZip([{ name: 'word/document.xml', data: body, zip64: true }]);
    expect(await fault(large, 'groot.docx')).toBe('read: Groot.');
    // Says that it unpacks to a hundred bytes.
    const bomb = writeZip([{ name: 'word/document.xml', data: Buffer.alloc(200_000_000, 32), claims: 100 }]);
    expect(bomb.length).toBeLessThan(300_000);
    expect(await fault(bomb, 'bom.docx')).toBe('READ_UNPACKS_TOO_LARGE');
    const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${wordXml('document', '&b;')}`;
    expect(await fault(writeZip([{ name: 'word/document.xml', data: laughs }]), 'lach.docx')).toBe(
      'READ_ENTITIES',
    );
    const deep = writeDocx(`${'<w:sdt>'.repeat(100_000)}${paragraph('diep')}${'</w:sdt>'.repeat(100_000)}`);
    expect(await fault(deep, 'diep.docx')).toBe('read: diep');
  });

  it('is no page nested a hundred thousand deep: that is read, in a time that grows with its length alone', async () => {
    const nested = (depth: number) => bytes(`<html><body>${'<div>'.repeat(depth)}<p>De bodem van het dal`);
    const spent = await processorMsAsync(async () => {
      expect(await fault(nested(100_000), 'diep.html')).toBe('read: De bodem van het dal');
      expect(await fault(bytes(`<html>${'<b><p><table><tr><td>'.repeat(30_000)}bodem`), 'diep.html')).toBe(
        'read: bodem',
      );
      expect(await fault(bytes(`<html><p>begin${'</i></b>'.repeat(100_000)}`), 'los.html')).toBe(
        'read: begin',
      );
    });
    // quadratic time would take minutes
    expect(spent).toBeLessThan(10_000);
  });

  it('is a PDF that unpacks without end: the number of characters ends it', async () => {
    const line = 'BT /F1 10 Tf 10 10 Td (De tekst van de nota) Tj ET\n';
    const content = Buffer.from(line.repeat(20_000));
    expect(deflateSync(content).length).toBeLessThan(20_000);
    const file = writePdf([{ texts: [], content }], { compress: true });
    expect(await fault(file, 'bom.pdf', { characters: 1000 })).toBe('READ_TOO_LONG');
  });
});
