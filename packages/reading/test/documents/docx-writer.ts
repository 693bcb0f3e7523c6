import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive. */
export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** sets the encryption flag */
  readonly encrypted?: boolean;
  /** declared uncompressed size */
  readonly claims?: number;
  /** bytes that are already compressed */
  readonly packed?: Uint8Array;
  /** sizes in the extra field of ZIP64 */
  readonly zip64?: boolean;
}

/** Writes an archive for a test. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, encrypted = false, claims, packed, zip64 = false } of parts) {
    const plain = Buffer.from(data);
    const body = packed === undefined ? deflateRawSync(plain) : Buffer.from(packed);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(encrypted ? 1 : 0, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt32LE(body.length, 18);
    head.writeUInt32LE(claims ?? plain.length, 22);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    entry.writeUInt16LE(encrypted ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(plain), 16);
    entry.writeUInt32LE(body.length, 20);
    entry.writeUInt32LE(claims ?? plain.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(at, 42);
    const extra = Buffer.alloc(zip64 ? 20 : 0);
    if (zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(16, 2);
      extra.writeBigUInt64LE(BigInt(plain.length), 4);
      extra.writeBigUInt64LE(BigInt(body.length), 12);
      entry.writeUInt32LE(0xffffffff, 20);
      entry.writeUInt32LE(0xffffffff, 24);
      entry.writeUInt16LE(extra.length, 30);
    }
    local.push(head, Buffer.from(name), body);
    directory.push(entry, Buffer.from(name), extra);
    at += 30 + Buffer.byteLength(name) + body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, list, end]));
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** XML of a part of a Word document around its content. */
export const wordXml = (element: string, content: string): string =>
  `${head}<w:${element} ${space}>${content}</w:${element}>`;

/** A paragraph of Word. */
export const paragraph = (text: string, settings = ''): string =>
  `<w:p>${settings === '' ? '' : `<w:pPr>${settings}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** Writes a Word document for a test; other parts by their name. */
export function writeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return writeZip([
    { name: '[Content_Types].xml', data: `${head}<Types/>` },
    {
      name: '_rels/.rels',
      data: `${head}<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', data: wordXml('document', `<w:body>${body}</w:body>`) },
    ...Object.entries(parts).map(([name, data]) => ({ name, data })),
  ]);
}
