/** Request to a kernel: values of its inputs, and which values to keep. */
export interface Question {
  /** For each input element one number (shared) or one per future. */
  readonly inputs: ReadonlyMap<number, number | Float64Array>;
  readonly count: number;
  /** Steps to keep, ascending. */
  readonly keep: readonly number[];
  /** Elements to keep, in the order of the columns of a block; each is an outcome of the kernel. */
  readonly columns: readonly number[];
  /** Index of the first future, part of the key of random draws. */
  readonly first: number;
  readonly seed: number;
}

/** A block of futures; `data` is a view of kernel memory that the next block overwrites. */
export interface KernelBlock {
  readonly from: number;
  readonly count: number;
  /** Column `c` at kept step `k` in future `from + i`: `data[(c * keep.length + k) * lanes + i]`. */
  readonly data: Float64Array;
  /** Capacity of `data` in futures. */
  readonly lanes: number;
  /** The first future, counted within the run, in which a stock or a kept number is not finite. */
  readonly bad: number | undefined;
}

/** A model compiled for one set of inputs and outcomes, reusable for any values of the inputs. */
export interface Kernel {
  /** Futures per block; a smaller run allocates only what it needs. */
  readonly lanes: number;
  /** Memory of a run in bytes, from its kept steps, columns and futures. */
  bytes(steps: number, columns: number, futures: number): number;
  /** Hard limit of the engine on memory, whatever the request allows. */
  readonly maxBytes?: number;
  /** Computes block after block, from future `from` on, which is a multiple of the lanes. */
  blocks(question: Question, from?: number): Iterable<KernelBlock>;
}

/** The cache key of a kernel: inputs per future, shared inputs, outcomes. */
export interface KernelShape {
  readonly perFuture: ReadonlySet<number>;
  readonly shared: ReadonlySet<number>;
  readonly outcomes: readonly number[];
}
