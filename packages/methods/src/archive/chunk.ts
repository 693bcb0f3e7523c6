/**
 * A chunk of kept futures: 64 bytes of head, then column after column of doubles (all futures of the first input, of the next,
 * ...; of every outcome all futures at its first time, at the next, ...), then the SHA-256 of all before. Little-endian.
 *
 * | byte | what |
 * | --- | --- |
 * | 0 | `SSFUTURE` |
 * | 8 | SHA-256 of the question that it answers |
 * | 40 | which chunk, uint32 |
 * | 44 | futures in it, uint32 |
 * | 48 | columns, uint32 |
 * | 52 | zeros |
 */
export interface ChunkHead {
  /** Hash of the question, 64 hexadecimal characters. */
  readonly question: string;
  readonly index: number;
  readonly count: number;
  readonly columns: number;
}

export const headBytes = 64;
export const checksumBytes = 32;
const magic = 'SSFUTURE';

/** Bytes of a whole chunk. */
export const chunkBytes = ({ count, columns }: Pick<ChunkHead, 'count' | 'columns'>): number =>
  headBytes + 8 * count * columns + checksumBytes;

/** The head of a chunk as bytes. */
export function encodeHead({ question, index, count, columns }: ChunkHead): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headBytes);
  bytes.set(new TextEncoder().encode(magic));
  bytes.set(
    Uint8Array.from(question.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
    8,
  );
  const view = new DataView(bytes.buffer);
  [index, count, columns].forEach((number, i) => {
    view.setUint32(40 + 4 * i, number, true);
  });
  return bytes;
}

/** Whether these bytes begin with the head of that chunk. */
export function hasHead(bytes: Uint8Array, head: ChunkHead): boolean {
  const wanted = encodeHead(head);
  return bytes.length >= headBytes && wanted.every((byte, i) => bytes[i] === byte);
}
