/** What a kernel is asked: values of its inputs, and which numbers to keep. */
export interface Question {
  /** For each input element one number (shared) or one per future. */
  readonly inputs: ReadonlyMap<number, number | Float64Array>;
  readonly count: number;
  /** Steps to keep, rising. */
  readonly keep: readonly number[];
  /** Elements to keep, in the order of the columns of a block; each is an outcome of the kernel. */
  readonly columns: readonly number[];
  /** Number of the first future, from which random draws count. */
  readonly first: number;
  readonly seed: number;
}

/** Some futures of a run; `data` is the kernel's own memory, overwritten by the next block. */
export interface KernelBlock {
  readonly from: number;
  readonly count: number;
  /** Column `c` at kept step `k` in future `from + i`: `data[(c * keep.length + k) * lanes + i]`. */
  readonly data: Float64Array;
  /** Futures for which there is room in `data`. */
  readonly lanes: number;
  /** The first future, counted within the run, in which a stock or a kept number is not finite. */
  readonly bad: number | undefined;
}

/** A compiled model for one set of inputs and outcomes; the values of the inputs are free. */
export interface Kernel {
  /** Futures of one block; a run of fewer makes room for those alone. */
  readonly lanes: number;
  /** Bytes that a run of so many futures takes that keeps so many steps of so many columns. */
  bytes(steps: number, columns: number, futures: number): number;
  /** More than this cannot be had, whatever is allowed. */
  readonly mostBytes?: number;
  /** Computes block after block, from future `from` on, which is a multiple of the lanes. */
  blocks(question: Question, from?: number): Iterable<KernelBlock>;
}

/** What two programs of one model must agree on to give the same numbers. */
export interface KernelShape {
  readonly perFuture: ReadonlySet<number>;
  readonly shared: ReadonlySet<number>;
  readonly outcomes: readonly number[];
}
