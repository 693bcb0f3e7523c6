import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A piece of text on a page: from the left and from the top, in points. */
export interface PdfText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}
export interface PdfPage {
  readonly texts: readonly PdfText[];
  /** a grey picture over the whole page, as a scan has */
  readonly scan?: boolean;
  readonly rotate?: 0 | 90;
  /** instead of what the texts make */
  readonly content?: Uint8Array;
}
export interface PdfOptions {
  /** entries of the trailer, such as an Encrypt dictionary */
  readonly trailer?: string;
  readonly compress?: boolean;
  /** encrypted with an empty user password, like documents that only restrict printing */
  readonly locked?: boolean;
}

const md5 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('md5').update(Buffer.concat(parts)).digest();

/** RC4, the cipher of PDF 1.3; insecure, only to read old documents. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] ?? 0)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0);
    }),
  );
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const documentId = Buffer.alloc(16, 1);
/** What a PDF with an empty user password says of itself, and its key. */
function emptyLock(): { readonly trailer: string; readonly key: Buffer } {
  const owner = rc4(md5(padding).subarray(0, 5), padding);
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(padding, owner, rights, documentId).subarray(0, 5);
  const user = rc4(key, padding);
  const hex = (bytes: Buffer): string => `<${bytes.toString('hex')}>`;
  return {
    key,
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${hex(owner)} /U ${hex(user)} >> /ID [${hex(documentId)} ${hex(documentId)}]`,
  };
}

const latin = (text: string): Buffer =>
  Buffer.from(text.replaceAll('€', '\x80').replaceAll('•', '\x95'), 'latin1');
const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');
const height = 842;

/**
 * Writes a small PDF for a test: pages of A4 with text in Helvetica. Nothing more than a reader needs.
 */
export function writePdf(pages: readonly PdfPage[], options: PdfOptions = {}): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(typeof body === 'string' ? latin(body) : body);
  const lock = options.locked === true ? emptyLock() : null;
  const stream = (data: Buffer, more = ''): Buffer => {
    const plain = options.compress === true ? deflateSync(data) : data;
    // Each object has a key of its own, by its number.
    const number = objects.length + 1;
    const packed =
      lock === null
        ? plain
        : rc4(md5(lock.key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), plain);
    const filter = options.compress === true ? '/Filter /FlateDecode ' : '';
    return Buffer.concat([
      latin(`<< ${filter}${more}/Length ${packed.length} >>\nstream\n`),
      packed,
      latin('\nendstream'),
    ]);
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map(({ texts, scan = false, rotate = 0, content }) => {
    const drawn = texts.map(
      ({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf ${x} ${height - y} Td (${escaped(text)}) Tj ET`,
    );
    let picture = '';
    if (scan) {
      const image = add(
        stream(
          Buffer.alloc(64, 128),
          '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 ',
        ),
      );
      picture = `/XObject << /Im1 ${image} 0 R >> `;
      drawn.unshift('q 595 0 0 842 0 0 cm /Im1 Do Q');
    }
    const body = add(stream(content === undefined ? latin(drawn.join('\n')) : Buffer.from(content)));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> ${picture}>> /Contents ${body} 0 R >>`,
    );
  });
  objects[1] = latin(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  );
  const parts: Buffer[] = [latin('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')];
  let at = parts[0]?.length ?? 0;
  const offsets = objects.map((object, i) => {
    const whole = Buffer.concat([latin(`${i + 1} 0 obj\n`), object, latin('\nendobj\n')]);
    const offset = at;
    parts.push(whole);
    at += whole.length;
    return offset;
  });
  parts.push(
    latin(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${lock?.trailer ?? ''} ${options.trailer ?? ''} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** Lines under each other in one column. */
export const column = (
  lines: readonly string[],
  {
    x = 60,
    y = 80,
    size = 10,
    leading = 13,
  }: { x?: number; y?: number; size?: number; leading?: number } = {},
): PdfText[] => lines.map((text, i) => ({ x, y: y + i * leading, text, size }));
