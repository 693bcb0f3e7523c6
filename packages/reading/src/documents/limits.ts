/** Resource limits of reading. A document that exceeds one is rejected with an error that names the limit. */
export interface ReadLimits {
  /** size of the file */
  readonly bytes: number;
  readonly pages: number;
  /** length of its text, in UTF-16 units */
  readonly characters: number;
  /** decompressed size of a .docx, in bytes, all parts that are read together */
  readonly unpacked: number;
  /** deadline in seconds; a worker thread is terminated when it passes */
  readonly seconds: number;
  /** memory, in bytes; enforced only where reading runs in a worker thread */
  readonly memory: number;
}

const mega = 1024 * 1024;

/**
 * Wide for a policy document (a thick one has 300 pages, a million characters and, with photographs, 40 MB), and far
 * below what an ordinary machine can hold.
 */
export const readLimits: ReadLimits = {
  bytes: 64 * mega,
  pages: 600,
  characters: 4_000_000,
  unpacked: 128 * mega,
  seconds: 30,
  memory: 1024 * mega,
};

/** Upper bounds of the limits that a caller may set. */
export const highestLimits: ReadLimits = {
  bytes: 512 * mega,
  pages: 10_000,
  characters: 40_000_000,
  unpacked: 1024 * mega,
  seconds: 600,
  memory: 4096 * mega,
};

/** Pages to read, both included, from 1. */
export interface PageRange {
  readonly from: number;
  readonly to: number;
}
