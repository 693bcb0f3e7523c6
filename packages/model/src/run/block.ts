/** A block of computed futures: a view of kernel memory. Read or copy it before asking for the next block or running the model again. */
export interface Block {
  /** Number of its first future within the run. */
  readonly from: number;
  readonly count: number;
  /** The times that were kept, the same in every block. */
  readonly time: Float64Array;
  /** Outcomes, in the order asked. */
  readonly outcomes: readonly string[];
  /** Value of outcome `o` at kept time `k` in future `from + i`: `data[(o * time.length + k) * lanes + i]`. */
  readonly data: Float64Array;
  /** Futures for which there is room in `data`; `count` of them are filled. */
  readonly lanes: number;
}
