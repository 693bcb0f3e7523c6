import { byteAt } from '@schaalsprong/words';

/**
 * Tape archives (POSIX.1-1988 `ustar`, long names as POSIX.1-2001 `pax`), read and written as a stream. Source: IEEE Std
 * 1003.1, 'pax'. Reads the long names of GNU tar too, because Python writes those.
 */
const blockBytes = 512;
const nameBytes = 100;

/** A file in an archive. Its content must be read before the next file is asked, or is passed over. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  content(): AsyncGenerator<Uint8Array>;
}

/** An archive that is truncated, or no archive. */
export class TarFault extends Error {
  override readonly name = 'TarFault';
}

/** What is before a file: its name and size. Dates, owners and rights say nothing here and are the same for all. */
export function tarHeader(name: string, size: number): Uint8Array {
  const bytes = new TextEncoder().encode(name);
  if (bytes.length <= nameBytes) return header(bytes, size, '0');
  // A name that does not fit goes before it, in a file of its own: `LENGTH path=NAME`, length and line end counted.
  const bare = bytes.length + ' path=\n'.length;
  const length = bare + String(bare + String(bare).length).length;
  const record = new TextEncoder().encode(`${length} path=${name}\n`);
  const extended = header(new TextEncoder().encode('pax'), record.length, 'x');
  const parts = [
    extended,
    record,
    tarPadding(record.length),
    header(bytes.subarray(0, nameBytes), size, '0'),
  ];
  return joined(parts);
}

/** What is behind a file of that size, so that the next one begins at a whole block. */
export const tarPadding = (size: number): Uint8Array =>
  new Uint8Array((blockBytes - (size % blockBytes)) % blockBytes);

/** What is behind the last file. */
export const tarEnd = (): Uint8Array => new Uint8Array(2 * blockBytes);

function header(name: Uint8Array, size: number, type: string): Uint8Array {
  const bytes = new Uint8Array(blockBytes);
  const put = (text: string, at: number): void => bytes.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');
  if (size >= 8 ** 11) throw new RangeError(`a file of ${size} bytes does not fit in a tape archive`);
  bytes.set(name);
  put(octal(0o644, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(size, 11), 124);
  put(octal(0, 11), 136);
  put('        ', 148);
  put(type, 156);
  put('ustar', 257);
  put('00', 263);
  put(`${octal(checksum(bytes), 6)}\0 `, 148);
  return bytes;
}

const checksum = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum + byte, 0);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The files of an archive, one after the other.
 *
 * @throws TarFault where the bytes are no archive or end too soon
 */
export async function* tarEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const input = new ByteInput(source);
  let longName: string | null = null;
  for (;;) {
    const block = await input.exactly(blockBytes);
    if (block.every((byte) => byte === 0)) return;
    const { name, size, type } = readHeader(block);
    const padding = (blockBytes - (size % blockBytes)) % blockBytes;
    if (type === 'x' || type === 'L') {
      const text = new TextDecoder().decode(await input.exactly(size)).replace(/\0+$/, '');
      longName = type === 'L' ? text : (/(?:^|\n)\d+ path=([^\n]*)\n/.exec(text)?.[1] ?? longName);
      await input.exactly(padding);
      continue;
    }
    let left = size;
    async function* content(): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const piece = await input.some(left);
        left -= piece.length;
        yield piece;
      }
    }
    if (type === '0' || type === '\0' || type === '7') yield { name: longName ?? name, size, content };
    for await (const piece of content()) void piece;
    await input.exactly(padding);
    longName = null;
  }
}

function readHeader(block: Uint8Array): {
  readonly name: string;
  readonly size: number;
  readonly type: string;
} {
  const text = (from: number, length: number): string =>
    new TextDecoder().decode(block.subarray(from, from + length)).replace(/\0.*$/s, '');
  const written = Number.parseInt(text(148, 8), 8);
  const sum = checksum(block) - checksum(block.subarray(148, 156)) + 8 * 32;
  if (written !== sum) throw new TarFault('checksum');
  const first = byteAt(block, 124);
  // Beyond eight gigabytes GNU tar writes the size in bytes instead of digits.
  const size =
    first >= 0x80
      ? block.subarray(125, 136).reduce((value, byte) => value * 256 + byte, first & 0x7f)
      : Number.parseInt(text(124, 12).trim() || '0', 8);
  if (!Number.isSafeInteger(size)) throw new TarFault('size');
  const prefix = text(257, 5) === 'ustar' && text(345, 155) !== '' ? `${text(345, 155)}/` : '';
  return { name: prefix + text(0, nameBytes), size, type: String.fromCharCode(byteAt(block, 156)) };
}

/** Bytes that come in pieces of any size, taken in pieces of a wanted size. */
class ByteInput {
  readonly #source: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** A non-empty part of the buffer, at most this long. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#piece.length === 0) {
      const next = await this.#source.next();
      if (next.done === true) throw new TarFault('end');
      this.#piece = next.value;
    }
    const taken = this.#piece.subarray(0, most);
    this.#piece = this.#piece.subarray(taken.length);
    return taken;
  }

  async exactly(length: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (let left = length; left > 0; ) {
      const part = await this.some(left);
      parts.push(part);
      left -= part.length;
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : joined(parts);
  }
}
