import type { Block } from '../run/block.ts';

/** Partial result over some futures, as plain data that a worker can transfer. */
export interface Piece {
  /** Its first future. */
  readonly from: number;
  readonly count: number;
  readonly values: Float64Array;
  /** Of a sketch: the counts of its bins. */
  readonly bins?: Uint32Array;
}

/** The memory of pieces, each once, to hand over rather than copy. */
export function memoryOf(pieces: readonly Piece[]): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  for (const { values, bins } of pieces) {
    if (values.buffer instanceof ArrayBuffer) found.add(values.buffer);
    if (bins?.buffer instanceof ArrayBuffer) found.add(bins.buffer);
  }
  return [...found];
}

/** Accumulates what one ask needs from a stream of blocks. */
export interface Accumulator {
  /** Numbers that it keeps of a run of so many futures, where that grows with them. */
  room?(count: number): number;
  /**
   * Begins a run of futures; the blocks that follow hold these, in order.
   * @param values as many numbers as it has `room` for
   */
  open(from: number, count: number, values: Float64Array): void;
  /** @param o place of the outcome in the block */
  add(block: Block, o: number): void;
  /** Returns the accumulated state and resets. */
  take(): Piece[];
}

/** A copy of a line with one number per kept time. */
export const lineAt = (line: number | ArrayLike<number>, times: number): Float64Array =>
  typeof line === 'number' ? new Float64Array(times).fill(line) : Float64Array.from(line);
