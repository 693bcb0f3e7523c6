/**
 * Random numbers without a hidden state: every number is a pure function of (seed, stream, index), so that
 * adding an uncertainty or running on another thread never changes a number drawn elsewhere.
 *
 * Source: J. Salmon, M. Moraes, R. Dror, D. Shaw, 'Parallel random numbers: as easy as 1, 2, 3', SC11 (2011),
 * Philox4x32 with ten rounds; the constants and the known answers of the tests are those of the paper's code.
 */

/** Four unsigned words of 32 bits. */
export type Words4 = readonly [number, number, number, number];

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
const WEYL_0 = 0x9e3779b9;
const WEYL_1 = 0xbb67ae85;
const ROUNDS = 10;

/** High 32 bits of the 64-bit product of two unsigned 32-bit words; a double holds 53 bits, so by halves. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const cross = aHigh * bLow + ((aLow * bLow) >>> 16);
  const middle = aLow * bHigh + (cross & 0xffff);
  return (aHigh * bHigh + Math.floor(cross / 0x10000) + Math.floor(middle / 0x10000)) >>> 0;
}

/**
 * Philox4x32-10: the block of four words that belongs to a counter and a key.
 *
 * @param counter four unsigned 32-bit words
 * @param key two unsigned 32-bit words
 */
export function philox4x32(counter: Words4, key: readonly [number, number]): Words4 {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0) >>> 0;
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2) >>> 0;
    c0 = (high1 ^ c1 ^ k0) >>> 0;
    c1 = low1;
    c2 = (high0 ^ c3 ^ k1) >>> 0;
    c3 = low0;
    k0 = (k0 + WEYL_0) >>> 0;
    k1 = (k1 + WEYL_1) >>> 0;
  }
  return [c0, c1, c2, c3];
}

/** A stream of random numbers: the second half of the counter. */
export type Stream = readonly [number, number];

/**
 * The stream of a name, for instance of an uncertainty's id: two FNV-1a hashes of its UTF-16 code units from
 * different offsets, each finished with the mixing step of MurmurHash3. The order in a file plays no part.
 */
export function streamOf(name: string): Stream {
  return [hash(name, 0x811c9dc5), hash(name, 0x1b873593)];
}

function hash(name: string, offset: number): number {
  let h = offset >>> 0;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    h = Math.imul(h ^ (unit & 0xff), 0x01000193);
    h = Math.imul(h ^ (unit >>> 8), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const TWO_32 = 2 ** 32;

/** Two independent numbers in the open interval (0, 1), each with 52 random bits. */
export type Pair = readonly [number, number];

/**
 * The two uniform numbers at an index of a stream. Zero and one never occur, so every quantile function is finite.
 *
 * @param seed whole number from 0 to 2^53 - 1
 * @param stream from {@link streamOf}
 * @param index whole number from 0 to 2^53 - 1
 */
export function uniformPair(seed: number, stream: Stream, index: number): Pair {
  const [a, b, c, d] = philox4x32(
    [index >>> 0, Math.floor(index / TWO_32) >>> 0, stream[0], stream[1]],
    [seed >>> 0, Math.floor(seed / TWO_32) >>> 0],
  );
  return [openUnit(a, b), openUnit(c, d)];
}

/** (k + 1/2) / 2^52 with k of 52 bits: exact in a double, and never 0 or 1. */
function openUnit(a: number, b: number): number {
  return ((a >>> 6) * 2 ** 26 + (b >>> 6) + 0.5) / 2 ** 52;
}

/** Whether a number may be a seed: whole, from 0 to 2^53 - 1. */
export function isSeed(seed: number): boolean {
  return Number.isSafeInteger(seed) && seed >= 0;
}
