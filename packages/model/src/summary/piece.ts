import type { Block } from '../blocks.ts';

/** What was kept of some futures, as plain data that a worker can hand over. */
export interface Piece {
  /** Its first future. */
  readonly from: number;
  readonly count: number;
  readonly values: Float64Array;
  /** Of a sketch: the counts of its bins. */
  readonly bins?: Uint32Array;
}

/** The memory of pieces, to hand over rather than copy. */
export const memoryOf = (pieces: readonly Piece[]): ArrayBuffer[] =>
  pieces.flatMap(({ values, bins }) =>
    [values.buffer, ...(bins === undefined ? [] : [bins.buffer])].filter((b) => b instanceof ArrayBuffer),
  );

/** Keeps what one ask needs of the blocks that it is fed. */
export interface Accumulator {
  /** Begins a run of futures; the blocks that follow hold these, in order. */
  open(from: number, count: number): void;
  /** @param o place of the outcome in the block */
  add(block: Block, o: number): void;
  /** Hands over what it holds, and begins anew. */
  take(): Piece[];
}

/** A copy of a line with one number per kept time. */
export const lineAt = (line: number | ArrayLike<number>, times: number): Float64Array =>
  typeof line === 'number' ? new Float64Array(times).fill(line) : Float64Array.from(line);
