import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataFault } from '../read/data-source.ts';
import { compoundStream } from './compound-file.ts';
import { readOldWorkbook, rkNumber } from './old-workbook.ts';

const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
const double = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];
const latin = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const record = (kind: number, ...body: number[]): number[] => [...u16(kind), ...u16(body.length), ...body];

/** A compound file of one stream, in sectors of 512 bytes: header, table of sectors, directory, table of small sectors, stream. */
function compoundFile(name: string, stream: readonly number[]): Uint8Array {
  const mini = stream.length < 4096;
  const bytes = new Uint8Array(512 * (4 + Math.ceil(Math.max(1, stream.length) / 512)));
  const view = new DataView(bytes.buffer);
  const none = 0xffff_ffff;
  const end = 0xffff_fffe;
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, 2, true);
  view.setUint32(68, end, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i === 0 ? 0 : none, true);
  const sectors = Math.ceil(stream.length / 512);
  for (let i = 0; i < 128; i++) {
    const last = i < 3 || i === 2 + sectors;
    view.setUint32(512 + 4 * i, i === 0 ? 0xffff_fffd : last ? end : i < 2 + sectors ? i + 1 : none, true);
    view.setUint32(1536 + 4 * i, 64 * (i + 1) < stream.length ? i + 1 : end, true);
  }
  const entry = (at: number, of: string, first: number, size: number): void => {
    [...`${of}\0`].forEach((letter, i) => {
      view.setUint16(at + 2 * i, letter.charCodeAt(0), true);
    });
    view.setUint16(at + 64, 2 * (of.length + 1), true);
    view.setUint32(at + 116, first, true);
    view.setUint32(at + 120, size, true);
  };
  entry(1024, 'Root Entry', mini ? 3 : end, mini ? stream.length : 0);
  entry(1024 + 128, name, mini ? 0 : 3, stream.length);
  bytes.set(stream, 2048);
  return bytes;
}

/** A reference to a block on the first or second sheet: the token of a formula. */
const block = (reference: number, rows: [number, number], columns: [number, number]): number[] => [
  0x3b,
  ...u16(reference),
  ...rows.flatMap(u16),
  ...columns.flatMap(u16),
];
const name = (text: string, of: number, formula: readonly number[]): number[] =>
  record(
    0x18,
    0,
    0,
    0,
    text.length,
    ...u16(formula.length),
    0,
    0,
    ...u16(of),
    0,
    0,
    0,
    0,
    0,
    ...latin(text),
    ...formula,
  );

/** A minimal workbook of two sheets; `pad` makes it long enough for large sectors. */
function book(pad = 0): number[] {
  const begin = (what: number): number[] =>
    record(0x809, ...u16(0x600), ...u16(what), ...u32(0), ...u32(0), ...u32(0));
  const cell = (row: number, column: number): number[] => [...u16(row), ...u16(column), 0, 0];
  const plans = [
    ...begin(0x10),
    ...record(0xfd, ...cell(0, 0), ...u32(0)),
    ...record(0xfd, ...cell(0, 1), ...u32(1)),
    ...record(0x203, ...cell(1, 0), ...double(2030)),
    ...record(0x27e, ...cell(1, 1), ...u32((150 << 2) | 2)),
    ...record(
      0xbd,
      ...u16(2),
      ...u16(0),
      0,
      0,
      ...u32((-5 << 2) | 2),
      0,
      0,
      ...u32((125 << 2) | 3),
      ...u16(1),
    ),
    ...record(0x06, ...cell(3, 0), ...double(0.1), 0, 0, 0, 0, 0, 0, 0, 0),
    ...record(0x06, ...cell(3, 1), 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0),
    ...record(0x207, ...u16(2), 0, ...latin('ok')),
    ...record(0x06, ...cell(3, 2), 2, 0, 7, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0),
    ...record(0x205, ...cell(3, 3), 1, 0),
    ...record(0x201, ...cell(4, 0)),
    ...record(0x0a),
  ];
  const more = [...begin(0x10), ...record(0x203, ...cell(0, 0), ...double(7)), ...record(0x0a)];
  // The second text breaks off in the middle, and goes on with wide characters.
  const strings = [
    ...record(
      0xfc,
      ...u32(2),
      ...u32(2),
      ...u16(4),
      0,
      ...latin('year'),
      ...u16(5),
      8,
      ...u16(1),
      ...latin('ho'),
    ),
    ...record(0x3c, 1, ...u16(0x6d), ...u16(0x20ac), ...u16(0x73), 0, 0, 0, 0),
  ];
  const head = (first: number, second: number): number[] => [
    ...begin(0x05),
    ...record(0x85, ...u32(first), 0, 0, 5, 0, ...latin('Plans')),
    ...record(0x85, ...u32(second), 0, 0, 4, 0, ...latin('More')),
    ...record(0x1ae, ...u16(2), ...u16(0x0401)),
    ...record(0x17, ...u16(2), ...[0, 0, 0].flatMap(u16), ...[0, 1, 1].flatMap(u16)),
    ...name('homes', 0, block(0, [1, 3], [1, 1])),
    ...name('homes', 2, [0x3a, ...u16(1), ...u16(0), ...u16(0)]),
    ...name('sum', 0, [0x1e, 1, 0]),
    ...strings,
    ...record(0xff, ...new Array<number>(pad).fill(0)),
    ...record(0x0a),
  ];
  const { length } = head(0, 0);
  return [...head(length, length + plans.length), ...plans, ...more];
}

const read = (bytes: Uint8Array): ReturnType<typeof readOldWorkbook> => readOldWorkbook('old.xls', bytes);

describe('a workbook of Excel 97 to 2003', () => {
  it.each([
    ['small', 0],
    ['large', 5000],
  ])('gives numbers, texts and results of formulas, of a %s file', (_, pad) => {
    const workbook = read(compoundFile('Workbook', book(pad)));
    expect(workbook.tabs).toEqual(['Plans', 'More']);
    const sheet = workbook.sheet('plans');
    const row = (at: number): unknown[] => [0, 1, 2, 3].map((column) => sheet?.cell(at, column));
    expect(row(0)).toEqual(['year', 'hom€s', undefined, undefined]);
    expect(row(1)).toEqual([2030, 150, undefined, undefined]);
    expect(row(2)).toEqual([-5, 1.25, undefined, undefined]);
    expect(row(3)).toEqual([0.1, 'ok', '#ERROR', 'TRUE']);
    expect(sheet).toMatchObject({ rows: 4, columns: 4 });
    expect(workbook.sheet('More')?.cell(0, 0)).toBe(7);
    expect(workbook.sheet('Other')).toBeUndefined();
  });

  it('knows names of cells, that of a sheet before that of all', () => {
    const workbook = read(compoundFile('Workbook', book()));
    expect(workbook.named('Homes')).toMatchObject({ row: 1, column: 1, rows: 3, columns: 1 });
    expect(workbook.named('homes', 'More')?.sheet.cell(0, 0)).toBe(7);
    expect(workbook.named('homes', 'Plans')?.sheet.cell(1, 1)).toBe(150);
    expect(workbook.named('none')).toBeUndefined();
    expect(() => workbook.named('sum')).toThrow('no rectangle of cells');
  });

  it('reads numbers in 30 bits as doubles, whole numbers and hundredths', () => {
    expect(rkNumber(0x3ff0_0000)).toBe(1);
    expect(rkNumber(((-7 << 2) | 2) >>> 0)).toBe(-7);
    expect(rkNumber(((12_345 << 2) | 3) >>> 0)).toBe(123.45);
    expect(rkNumber(0xc008_0000)).toBe(-3);
    expect(rkNumber(0x4059_0001)).toBe(1);
  });

  it('is refused with a reason when it is locked, older, or something else', () => {
    const begin = record(0x809, ...u16(0x600), ...u16(5), ...u32(0), ...u32(0), ...u32(0));
    const fault = (bytes: Uint8Array): string => {
      try {
        read(bytes);
      } catch (error) {
        if (error instanceof DataFault) return error.text.en;
      }
      return 'none';
    };
    expect(fault(compoundFile('Workbook', [...begin, ...record(0x2f, 0, 0)]))).toContain('password');
    expect(fault(compoundFile('Workbook', record(0x809, ...u16(0x500), ...u16(5))))).toContain('Excel 97');
    expect(fault(compoundFile('Book', book()))).toContain('Workbook (Excel 97 - 2003)');
    expect(fault(new TextEncoder().encode('<html>a page that calls itself .xls</html>'))).toContain(
      'no compound file',
    );
    expect(fault(new Uint8Array())).not.toBe('none');
  });

  it('never throws anything else, nor hangs, whatever the bytes', () => {
    const whole = compoundFile('Workbook', book());
    const damaged = fc.oneof(
      fc.nat(whole.length).map((length) => whole.slice(0, length)),
      fc
        .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
        .map((changes) => {
          const bytes = whole.slice();
          for (const [at, value] of changes) bytes[at] = value;
          return bytes;
        }),
    );
    fc.assert(
      fc.property(damaged, (bytes) => {
        try {
          const workbook = read(bytes);
          for (const tab of workbook.tabs) workbook.sheet(tab);
          workbook.named('homes');
        } catch (error) {
          expect(error).toBeInstanceOf(DataFault);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes sectors that go round in a circle for broken', () => {
    const bytes = compoundFile('Workbook', book(5000));
    new DataView(bytes.buffer).setUint32(512 + 4 * 4, 3, true);
    expect(() => compoundStream(bytes, ['Workbook'])).toThrow('circle');
  });
});
