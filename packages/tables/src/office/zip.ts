import { Inflate } from 'fflate';
import { OfficeFault } from './fault.ts';

/** One file of an archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  /** CRC-32 of what it unpacks to */
  readonly checksum: number;
  readonly offset: number;
}

const damaged = (nl: string, en: string): OfficeFault => new OfficeFault('damaged', { detail: { nl, en } });

/**
 * Entries of an archive, from its central directory; nothing is inflated.
 *
 * @throws OfficeFault where the directory is not there
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cut = () =>
    damaged('de inhoudsopgave van het archief ontbreekt', 'the directory of the archive is missing');
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) throw cut();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  const names = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw cut();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const large = largeSizes(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: names.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: large.packed,
      checksum: view.getUint32(at + 16, true),
      offset: large.offset,
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Packed size and offset of an entry. Where one of the sizes is over 4 GB, or the writer did not know it beforehand, the
 * fields of 32 bits are all ones and the extra field of ZIP64 holds the sizes (APPNOTE.TXT 4.5.3). An archive that
 * claims to unpack to gigabytes is then refused for that, and not as damaged.
 */
function largeSizes(
  view: DataView,
  at: number,
  extra: number,
  length: number,
): Pick<ZipEntry, 'packed' | 'offset'> {
  const sizes = [at + 24, at + 20, at + 42].map((field) => view.getUint32(field, true));
  const elsewhere = 0xffffffff;
  const end = Math.min(extra + length, view.byteLength);
  if (sizes.includes(elsewhere)) {
    for (let field = extra; field + 4 <= end; ) {
      const size = view.getUint16(field + 2, true);
      if (view.getUint16(field, true) === 1) {
        let value = field + 4;
        sizes.forEach((given, i) => {
          if (given !== elsewhere || value + 8 > Math.min(field + 4 + size, end)) return;
          sizes[i] = Number(view.getBigUint64(value, true));
          value += 8;
        });
        break;
      }
      field += 4 + size;
    }
  }
  const [, packed = 0, offset = 0] = sizes;
  return { packed, offset };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 (ISO 3309) of bytes that go on where others ended; begins and ends inverted. */
function crcOn(crc: number, bytes: Uint8Array): number {
  let on = crc;
  // Never outside the table: the index has 8 bits. A check per byte would cost time.
  for (const byte of bytes) on = (on >>> 8) ^ (crcTable[(on ^ byte) & 255] ?? 0);
  return on;
}

/** How much may still be unpacked, of all parts together. */
export interface Budget {
  left: number;
  readonly most: number;
}

/** Deflate expands at most 1032 times: a piece of this many bytes grows to 16 MB before the budget is held against it. */
const pieceBytes = 16 * 1024;

/**
 * The text of one file of an archive. It is inflated piece by piece and aborted at the limit, whatever size the archive
 * declares. The checksum is verified, which fflate does not do: a flipped bit can leave a stream that still inflates, to
 * another figure.
 *
 * @param budget what is unpacked is taken from it
 * @param check called between pieces; throws where the time is over
 * @throws OfficeFault where it is damaged, encrypted, or unpacks to more than the budget
 */
export function unpackText(bytes: Uint8Array, entry: ZipEntry, budget: Budget, check: () => void): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wrong = () => damaged(`${entry.name} is niet uit te pakken`, `${entry.name} cannot be unpacked`);
  if (entry.encrypted) throw new OfficeFault('encrypted');
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw wrong();
  const from =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.length) throw wrong();
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw wrong();
  const decoder = new TextDecoder();
  const out: string[] = [];
  let crc = -1;
  const take = (piece: Uint8Array): void => {
    crc = crcOn(crc, piece);
    budget.left -= piece.length;
    if (budget.left < 0)
      throw new OfficeFault('unpacks-too-large', { most: Math.round(budget.most / (1024 * 1024)) });
    out.push(decoder.decode(piece, { stream: true }));
  };
  const inflate = new Inflate(take);
  const next = (piece: Uint8Array, isLast: boolean): void => {
    if (entry.method === 0) {
      take(piece);
      return;
    }
    try {
      inflate.push(piece, isLast);
    } catch (error) {
      throw error instanceof OfficeFault ? error : wrong();
    }
  };
  let at = 0;
  do {
    check();
    next(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    at += pieceBytes;
  } while (at < packed.length);
  if (~crc >>> 0 !== entry.checksum) throw wrong();
  return out.join('') + decoder.decode();
}
