import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOf, testRegion } from '../../test/region.ts';
import { type MadeCell, writeXlsx } from '../../test/xlsx-writer.ts';
import { MonitorError } from '../problems.ts';
import { decodeText } from './decode.ts';
import { fileLimits, readSourceFile } from './index.ts';
import { readNumber } from './numbers.ts';

const region = await testRegion();

async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const series = {
  series: 'house_price',
  measure: 'prijs',
  area: { dimension: 'gebied' },
  period: { dimension: 'jaar' },
  unit: 'eur',
  sourceUnit: 'euro',
};
const csv = (own: object = {}, of: object = {}) =>
  sourceOf({ kind: 'csv', ...own, series: [{ ...series, ...of }] });

const about = {
  name: 'prijzen.csv',
  published: '2026-02-17',
  retrieved: '2026-03-01T09:00:00Z',
  address: '',
};

const read = (source: ReturnType<typeof csv>, content: string | Uint8Array, limits = fileLimits) =>
  readSourceFile(
    source,
    region,
    inPieces(typeof content === 'string' ? bytesOf(content) : content, 1000),
    about,
    limits,
  );
const figures = async (...given: Parameters<typeof read>) => {
  const { batches } = await read(...given);
  return batches.flatMap(({ facts }) =>
    facts.map(({ area, period, value, state }) => [area, period, value ?? state]),
  );
};
const refused = async (...given: Parameters<typeof read>) => {
  const error = await read(...given).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof MonitorError)) throw error ?? new Error('it was taken');
  return error.problems.map(({ code, path, message, hint }) => `${path} ${code} ${message.nl} ${hint.nl}`);
};

describe('figures from a CSV', () => {
  it('are taken by the mapping of sources.yaml, with what other rows say left out and counted', async () => {
    const { batches, doubts, warnings } = await read(
      csv(),
      'gebied;jaar;prijs\nGM0772;2024;450380\nGM0772;2025;469870\nGM0363;2024;500000\nNL01;2024;450985\n',
    );
    expect(batches).toHaveLength(1);
    expect(batches[0]?.facts.map(({ area, period, value }) => [area, period, value])).toEqual([
      ['GM0772', '2024', 450380],
      ['GM0772', '2025', 469870],
      ['NL01', '2024', 450985],
    ]);
    expect(batches[0]?.vintage).toMatchObject({
      source: 'proef',
      published: '2026-02-17',
      licence: 'CC BY 4.0',
    });
    expect(doubts).toEqual([]);
    expect(warnings.map(({ nl }) => nl)).toEqual([
      'Van 4 rijen horen er 1 bij een ander gebied, soort of jaar; die tellen niet mee.',
      'house_price: geen rij van GM0743.',
    ]);
  });

  it('are the same in UTF-8, UTF-16 and windows-1252, with a mark and without, in pieces of any size', async () => {
    const text = 'naam;prijs\nSön en Bré — „x”;1\n';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    const big = new Uint8Array([
      0xfe,
      0xff,
      ...[...text].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255]),
    ]);
    const old = new Uint8Array(
      [...text].map((c) => ({ '—': 0x97, '„': 0x84, '”': 0x94 })[c] ?? c.charCodeAt(0)),
    );
    const forms = [bytesOf(text), bytesOf(`\ufeff${text}`), utf16, utf16.subarray(2), big, old];
    for (const bytes of forms) {
      // The first piece is what the encoding is seen by: in use it is large.
      for (const size of [16, 17, 1000]) {
        let read = '';
        for await (const piece of decodeText(inPieces(bytes, size), 't')) read += piece;
        expect(read).toBe(text);
      }
    }
  });

  it('that change from UTF-8 to another encoding are refused, with the line', async () => {
    const mixed = new Uint8Array([...bytesOf('gebied;jaar;prijs\nGM0772;2024;1\nBré;2024;1\n'), 0xe9, 0x0a]);
    expect(await refused(csv(), mixed)).toEqual([
      expect.stringMatching(/^prijzen.csv:4 MONITOR_FILE_ENCODING /),
    ]);
  });

  it('keep nothing, zero, secret and missing apart', async () => {
    const source = csv({ secret: ['x'], delimiter: ';' });
    expect(
      await figures(source, 'gebied;jaar;prijs\nGM0772;2020;0\nGM0772;2021;\nGM0772;2022;x\nGM0772;2023;.\n'),
    ).toEqual([
      ['GM0772', '2020', 0],
      ['GM0772', '2021', 'missing'],
      ['GM0772', '2022', 'secret'],
      ['GM0772', '2023', 'missing'],
    ]);
  });

  it('take a decimal comma, thousands and a factor as they are said, and guess nothing', async () => {
    const source = csv({ decimal: ',' }, { times: 1000 });
    expect(await figures(source, 'gebied;jaar;prijs\nGM0772;2023;"1.234,5"\nNL01;2023;4,35\n')).toEqual([
      ['GM0772', '2023', 1_234_500],
      ['NL01', '2023', 4350],
    ]);
    expect(readNumber('1.234', '.')?.value).toBe(1.234);
    expect(readNumber('1.234', ',')?.value).toBe(1234);
    for (const no of ['12.34', '1.23.4', '1 23', '', '-', '1e999', '0x10', 'Infinity', '1,2,3', '--1']) {
      expect(readNumber(no, ',')).toBeNull();
    }
  });

  it('that are text, or of a period that does not exist, become a question with their line', async () => {
    const { batches, doubts } = await read(
      csv(),
      'gebied;jaar;prijs\nGM0772;2024;n.n.b.\nGM0772;2024MM13;5\nGM0772;2023;7\n',
    );
    expect(batches[0]?.facts).toHaveLength(1);
    expect(doubts.map(({ code, area, period, found, fact }) => [code, area, period, found, fact])).toEqual([
      ['MONITOR_CELL_TEXT', 'GM0772', '2024', 'n.n.b.', null],
      ['MONITOR_PERIOD_UNKNOWN', 'GM0772', '2024MM13', '2024MM13', null],
    ]);
    expect(doubts[0]?.text.nl).toMatch(
      /^prijzen.csv:2: Bij house_price in GM0772, 2024 staat n.n.b. in plaats/,
    );
  });

  it('of an area that nobody knows become one question, with what comes near', async () => {
    const { doubts } = await read(csv(), 'gebied;jaar;prijs\nGM772;2024;1\nGM772;2025;1\nGM0772;2024;2\n');
    expect(doubts.map(({ code, found, text }) => [code, found, text.en])).toEqual([
      ['MONITOR_AREA_UNKNOWN', 'GM772', expect.stringContaining('Do you mean GM0772')],
    ]);
  });

  it('twice with another value become a question, twice with the same count once', async () => {
    const { batches, doubts } = await read(
      csv(),
      'gebied;jaar;prijs\nGM0772;2024;1\nGM0772;2024;2\nNL01;2024;3\nNL01;2024;3.0\n',
    );
    expect(batches[0]?.facts.map(({ area, value }) => [area, value])).toEqual([['NL01', 3]]);
    expect(doubts.map(({ code, found }) => [code, found])).toEqual([['MONITOR_VALUE_TWICE', '1, 2']]);
  });

  it('are added up where the source says so, and are secret where a part is', async () => {
    const source = csv({ kind: 'duo-csv' }, { add: true });
    const text = 'gebied,jaar,prijs\n772,2023,10\n0772,2023,5\n743,2023,7\n743,2023,<5\n743,2023,4\n';
    expect(await figures(source, text)).toEqual([
      ['GM0743', '2023', 'secret'],
      ['GM0772', '2023', 15],
    ]);
    // A part that cannot be read leaves no sum.
    expect(await figures(source, `${text}772,2023,n.n.b.\n`)).toEqual([['GM0743', '2023', 'secret']]);
  });

  it('in a column per year are read by the name of the column, and codes under `where` are added up', async () => {
    const source = csv({}, { measure: '{period} VROUW', where: { ho: ['hbo', 'wo'] } });
    const text =
      'gebied;ho;2023 MAN;2023 VROUW;2024 VROUW\nGM0772;hbo;1;2;3\nGM0772;mbo;7;8;9\nGM0772;wo;1;20;30\n';
    expect(await figures(source, text)).toEqual([
      ['GM0772', '2023', 22],
      ['GM0772', '2024', 33],
    ]);
  });

  it('of another unit make the whole series a question', async () => {
    const { batches, doubts } = await read(csv(), 'gebied;jaar;prijs;eenheid\nGM0772;2024;450;1 000 euro\n');
    expect(doubts.map(({ code, area, found }) => [code, area, found])).toEqual([
      ['MONITOR_UNIT_CHANGED', '', '1 000 euro'],
    ]);
    expect(batches[0]?.facts).toHaveLength(1);
  });

  it('that an office writes lines under are read without those', async () => {
    expect(await figures(csv(), 'gebied;jaar;prijs\nGM0772;2024;1\n\nBron: CBS\n')).toEqual([
      ['GM0772', '2024', 1],
    ]);
  });

  it.each([
    ['', /MONITOR_FILE_EMPTY/],
    ['gebied;jaar;prijs\n', /MONITOR_FILE_EMPTY/],
    ['gebied;jaar;prijs\nBron: CBS\n', /MONITOR_FILE_EMPTY/],
    [
      'gebied;jaar;prijz\nGM0772;2024;1\n',
      /MONITOR_COLUMN_UNKNOWN house_price: er is geen kolom prijs\. Bedoelt u prijz\?/,
    ],
    ['gebied;jaar;prijs;prijs\nGM0772;2024;1;2\n', /MONITOR_COLUMN_TWICE/],
    [
      'gebied;jaar;prijs\nGM0772;2024\n',
      /prijzen.csv:2 MONITOR_FILE_CELLS Deze rij heeft 2 cellen; de kopregel heeft er 3/,
    ],
    ['gebied;jaar;prijs\nGM0772\nGM0772;2024;1\n', /prijzen.csv:2 MONITOR_FILE_CELLS/],
    ['gebied;jaar;prijs\n"GM0772;2024;1\n', /prijzen.csv:2 MONITOR_FILE_QUOTES/],
    [
      'gebied;jaar;prijs\nGM0363;2024;1\n',
      /MONITOR_FILE_NOTHING Van de 1 rijen hoort er geen bij house_price\..* gebied = GM0363/,
    ],
    [
      '<!doctype html><html><body>Even geduld</body></html>',
      /MONITOR_FILE_KIND Dit is een webpagina, geen een CSV-bestand/,
    ],
    ['{"value": []}', /MONITOR_FILE_KIND Dit is JSON/],
    ['%PDF-1.7 enzovoort', /MONITOR_FILE_KIND Dit is een PDF/],
  ])('are refused whole: %j', async (content, told) => {
    expect((await refused(csv(), content)).join('\n')).toMatch(told);
  });

  it('of which a thousand cells cannot be read are refused as a wrong column', async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => `GM0772;${1000 + i};ja`);
    expect((await refused(csv(), `gebied;jaar;prijs\n${rows.join('\n')}\n`))[0]).toMatch(
      /MONITOR_FILE_DOUBTS/,
    );
  });

  it('of a source without series tell the columns', async () => {
    const source = sourceOf({ kind: 'csv', series: [] });
    const told = await read(source, 'gebied;jaar;prijs\n1;2;3\n').catch((error: unknown) => error);
    expect(told).toMatchObject({
      problems: [{ expected: { nl: expect.stringContaining('gebied, jaar, prijs') } }],
    });
  });

  it('of any size take the memory of a piece', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const used = (): number => {
      collect();
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      return arrayBuffers + heapUsed;
    };
    const block = bytesOf(`${'GM0363;2024;1;'.padEnd(200, 'x')}\n`.repeat(500));
    const held: number[] = [];
    async function* large(): AsyncGenerator<Uint8Array> {
      yield bytesOf('gebied;jaar;prijs;rest\nGM0772;2024;5;x\n');
      for (let i = 0; i < 300; i++) {
        if (i % 100 === 50) held.push(used());
        yield block;
      }
    }
    const { batches } = await readSourceFile(csv(), region, large(), about);
    expect(batches[0]?.facts).toHaveLength(1);
    // 20 MB go through between each of these; files share the process, whose own heap moves by a few.
    expect(Math.max(...held) - Math.min(...held)).toBeLessThan(10_000_000);
  });
});

describe('figures from an Excel file', () => {
  const excel = (own: object = {}, of: object = {}) => csv({ kind: 'excel', ...own }, of);
  const sheet = [
    ['Prijzen van woningen', null],
    [null, null],
    ['gebied', 'jaar', 'prijs'],
    ['GM0772', 2024, 450380],
    ['NL01', 2024, 450985.5],
    [null, null, null],
    ['Bron: CBS', null, null],
  ];

  it('are read from the sheet that is named, below the header, without the lines under the table', async () => {
    const bytes = writeXlsx({ Uitleg: [['niets']], Cijfers: sheet });
    expect(await figures(excel({ sheet: 'cijfers', skipRows: 2 }), bytes)).toEqual([
      ['GM0772', '2024', 450380],
      ['NL01', '2024', 450985.5],
    ]);
  });

  it('have days as days, of both countings, and errors and formulas as a question', async () => {
    const rows = [
      ['gebied', 'jaar', 'prijs'],
      ['GM0772', { day: 45292 }, 1],
      ['GM0743', { day: 45293 }, { error: '#N/A' }],
      ['NL01', { day: 45292 }, { formula: 'A1+1' }],
    ];
    const { batches, doubts } = await read(excel(), writeXlsx({ A: rows }));
    expect(batches[0]?.facts.map(({ period }) => period)).toEqual(['2024-01-01']);
    expect(doubts.map(({ found }) => found)).toEqual(['#N/A', '=A1+1']);
    const days = await figures(excel(), writeXlsx({ A: rows.slice(0, 2) }, { from1904: true }));
    expect(days).toEqual([['GM0772', '2028-01-02', 1]]);
  });

  it('of a sheet that is not there, are refused with the names that there are', async () => {
    expect((await refused(excel({ sheet: 'Cijfer' }), writeXlsx({ Cijfers: sheet })))[0]).toMatch(
      /MONITOR_SHEET_UNKNOWN Er is geen blad Cijfer\. Bedoelt u Cijfers/,
    );
  });

  it('above a limit, packed or unpacked, are refused with what to do', async () => {
    const bytes = writeXlsx({ A: sheet }, { more: [{ name: 'xl/media.bin', data: 'x'.repeat(5000) }] });
    expect((await refused(excel(), bytes, { ...fileLimits, excel: 1000 }))[0]).toMatch(
      /MONITOR_FILE_TOO_LARGE.* CSV/,
    );
    expect((await refused(excel(), bytes, { ...fileLimits, unpacked: 500 }))[0]).toMatch(
      /MONITOR_FILE_TOO_LARGE/,
    );
  });

  it('with a stray cell in the last column of a workbook cost no more than others', async () => {
    const far = (row: readonly MadeCell[]): MadeCell[] => [
      ...row,
      ...Array(16_384 - row.length - 1).fill(null),
      'x',
    ];
    const farAt = (line: number): Uint8Array =>
      writeXlsx({ A: sheet.map((row, i) => (i === line ? far(row) : row)) });
    // In the header it is no column; in a row it is a cell too many, and the row is not filled up to it.
    expect(await figures(excel({ skipRows: 2 }), farAt(2))).toEqual(
      await figures(excel({ skipRows: 2 }), writeXlsx({ A: sheet })),
    );
    const [told = ''] = await refused(excel({ skipRows: 2 }), farAt(3));
    const cells = Number(/MONITOR_FILE_CELLS Deze rij heeft (\d+) cellen/.exec(told)?.[1]);
    expect(cells).toBeGreaterThan(3);
    expect(cells).toBeLessThan(1_000);
  });

  it('that are no Excel file, or cut off, or a CSV, are refused by their content', async () => {
    const bytes = writeXlsx({ A: sheet });
    const [cut = ''] = await refused(excel(), bytes.subarray(0, bytes.length - 40));
    expect(cut).toMatch(/MONITOR_FILE_DAMAGED/);
    expect(cut).not.toMatch(/Word|\.\./);
    expect((await refused(excel(), 'gebied;jaar;prijs\nGM0772;2024;1\n'))[0]).toMatch(
      /MONITOR_FILE_KIND Dit is een CSV-bestand, geen een Excel-bestand/,
    );
    expect((await refused(csv(), bytes))[0]).toMatch(/MONITOR_FILE_KIND Dit is een Excel-bestand/);
    expect((await refused(excel(), new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4])))[0]).toMatch(
      /een oud Excel-bestand/,
    );
  });
});

describe('figures from SDMX-CSV', () => {
  const sdmx = (of: object = {}) =>
    sourceOf({
      kind: 'sdmx-csv',
      series: [
        {
          series: 'gdp',
          where: { NA_ITEM: 'B1GQ' },
          area: { dimension: 'GEO', codes: { NL01: 'NL' } },
          period: { dimension: 'TIME_PERIOD' },
          unit: 'eur',
          sourceUnit: 'EUR',
          ...of,
        },
      ],
    });

  it('take the power of ten, the flags and the labels as the standard means them', async () => {
    const text = [
      'DATAFLOW,NA_ITEM: Item,GEO: Place,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MEASURE,UNIT_MULT',
      'X:Y(1.0),B1GQ: Product,NL: Netherlands,2022,958.5,p,F,EUR: Euro,9',
      'X:Y(1.0),B1GQ: Product,NL: Netherlands,2023-Q1,,M,F,EUR: Euro,9',
      'X:Y(1.0),B1GQ: Product,NL: Netherlands,2023-S2,,,C,EUR: Euro,9',
      'X:Y(1.0),P1: Output,NL: Netherlands,2022,1,,,EUR: Euro,9',
    ].join('\n');
    const { batches, doubts } = await read(sdmx(), text);
    expect(doubts).toEqual([]);
    expect(
      batches[0]?.facts.map(({ period, value, state, standing }) => [period, value, state, standing]),
    ).toEqual([
      ['2022', 958_500_000_000, 'value', 'provisional'],
      ['2023-H2', null, 'secret', 'observed'],
      ['2023-Q1', null, 'missing', 'observed'],
    ]);
  });

  it('are doubted where the unit is another', async () => {
    const text = 'NA_ITEM,GEO,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE\nB1GQ,NL,2022,1,USD\n';
    expect((await read(sdmx(), text)).doubts.map(({ code, found }) => [code, found])).toEqual([
      ['MONITOR_UNIT_CHANGED', 'USD'],
    ]);
  });
});

describe('figures entered by hand', () => {
  const hand = (own: object = {}) =>
    sourceOf({ kind: 'by-hand', ...own, series: [{ ...series, unit: 'people', area: {} }] });
  const header = 'indicator,area,period,value,unit,status,source,note,published\n';

  it('have a source each, and are a version per day of publication', async () => {
    const { batches } = await read(
      hand(),
      `${header}house_price,NL01,2023,1200,people,observed,"Monitor 2024, p. 12",,2024-06-01\nhouse_price,NL01,2024,,people,expected,"Monitor 2025, p. 9",nog niet bekend,2025-06-01\n`,
    );
    expect(
      batches.map(({ vintage, facts }) => [
        vintage.published,
        facts.map(({ value, source }) => [value, source]),
      ]),
    ).toEqual([
      ['2024-06-01', [[1200, 'Monitor 2024, p. 12']]],
      ['2025-06-01', [[null, 'Monitor 2025, p. 9']]],
    ]);
  });

  it('are refused with every cell that is wrong, and what comes near', async () => {
    const told = await refused(hand(), `${header}house_prise,GM9999,2023-13,1.2.3,peoples,seen,,,gisteren\n`);
    expect(told.map((text) => /kolom (\w+)/.exec(text)?.[1])).toEqual([
      'indicator',
      'area',
      'status',
      'unit',
      'period',
      'source',
      'published',
      'value',
    ]);
    expect(told[0]).toContain('Bedoelt u house_price?');
    expect(told[0]).toMatch(/^prijzen.csv:2 MONITOR_HAND_CELL/);
  });
});

it('an Excel file of which one byte fell over is never read as another figure', async () => {
  const rows = [
    ['gebied', 'jaar', 'prijs'],
    ...Array.from({ length: 30 }, (_, i) => ['GM0772', 1990 + i, 1000 + 37 * i]),
  ];
  const sound = writeXlsx({ A: rows });
  const source = csv({ kind: 'excel' });
  const right = await figures(source, sound);
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = sound.slice();
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const found = await figures(source, bytes).catch((error: unknown) => error);
      if (!(found instanceof MonitorError)) expect(found).toEqual(right);
    }),
    { numRuns: 300 },
  );
});

describe('any bytes at all', () => {
  const sound = writeXlsx({
    A: [
      ['gebied', 'jaar', 'prijs'],
      ['GM0772', 2024, 1],
    ],
  });
  const broken = fc
    .array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    })
    .map((changes) => {
      const bytes = sound.slice();
      for (const [at, byte] of changes) bytes[at] = byte;
      return bytes;
    });
  const wild = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .string({
        unit: fc.constantFrom(
          'gebied',
          'jaar',
          'prijs',
          ';',
          '"',
          '\n',
          '\r',
          'GM0772',
          '2024',
          '1',
          '\0',
          'é',
        ),
      })
      .map(bytesOf),
    broken,
    broken.map((bytes) => bytes.subarray(0, bytes.length - 30)),
  );

  it('give figures or one fault in words, never an error of the program', async () => {
    await fc.assert(
      fc.asyncProperty(
        wild,
        fc.constantFrom('csv', 'excel', 'sdmx-csv', 'by-hand', 'duo-csv'),
        async (bytes, kind) => {
          try {
            const { batches } = await read(csv({ kind }), bytes);
            for (const { facts } of batches) {
              for (const { value, state } of facts)
                expect(value !== null && Number.isFinite(value)).toBe(state === 'value');
            }
          } catch (error) {
            if (!(error instanceof MonitorError)) throw error;
            expect(error.problems.length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
