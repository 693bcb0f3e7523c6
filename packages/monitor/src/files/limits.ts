const mega = 1024 * 1024;

/** How much of a file is held at most; a CSV of any size is read in pieces. */
export interface FileLimits {
  /** size of an Excel file, in bytes */
  readonly excel: number;
  /** what an Excel file may unpack to, in bytes, all parts that are read together */
  readonly unpacked: number;
  /** one row of a CSV, in characters: beyond it a quote was probably not closed */
  readonly row: number;
  /** figures of one file */
  readonly facts: number;
  /** cells that cannot be read before the whole file is refused */
  readonly doubts: number;
}

/** Wide for what offices publish of a region, and far below what an ordinary machine can hold. */
export const fileLimits: FileLimits = {
  excel: 64 * mega,
  unpacked: 256 * mega,
  row: mega,
  facts: 2_000_000,
  doubts: 1_000,
};
