/**
 * Random numbers without a hidden state: every number is a pure function of what it is asked for, so that adding an
 * uncertainty or an equation, running on another thread or in another order never changes a number drawn elsewhere.
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
const TWO_32 = 2 ** 32;

/** High 32 bits of the 64-bit product of two unsigned 32-bit words, by halves: no partial sum exceeds 32 bits. */
function multiplyHigh(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const cross = aHigh * bLow + ((aLow * bLow) >>> 16);
  const middle = aLow * bHigh + (cross & 0xffff);
  return (aHigh * bHigh + (cross >>> 16) + (middle >>> 16)) >>> 0;
}

/** The last block made: kept in one place, so that a draw allocates nothing. */
const block = new Uint32Array(4);

/** A word of the last block: by its type one of the four, so that no draw pays for a check. */
const word = (i: 0 | 1 | 2 | 3): number => block[i] ?? 0;

function philoxInto(c0: number, c1: number, c2: number, c3: number, key0: number, key1: number): void {
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = multiplyHigh(MULTIPLIER_0, c0);
    const low0 = Math.imul(MULTIPLIER_0, c0);
    const high1 = multiplyHigh(MULTIPLIER_1, c2);
    const low1 = Math.imul(MULTIPLIER_1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + WEYL_0) | 0;
    k1 = (k1 + WEYL_1) | 0;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}

/**
 * Philox4x32-10: the block of four words that belongs to a counter and a key.
 *
 * @param counter four unsigned 32-bit words
 * @param key two unsigned 32-bit words
 */
export function philox4x32(counter: Words4, key: readonly [number, number]): Words4 {
  philoxInto(...counter, ...key);
  return [word(0), word(1), word(2), word(3)];
}

/** (k + 1/2) / 2^52 with k of 52 bits of two words: exact in a double, and never 0 or 1. */
function openUnit(at: 0 | 2): number {
  return ((word(at) >>> 6) * 2 ** 26 + (word(at === 0 ? 1 : 3) >>> 6) + 0.5) / 2 ** 52;
}

/** Set in the key of draws within a run; a seed of 53 bits leaves it free, so they never meet {@link uniformPair}. */
const DRAWS = 0x80000000;

/**
 * The draw of a stream at one time step of one future: uniform in the open interval (0, 1), with 52 random bits.
 *
 * @param seed whole number from 0 to 2^53 - 1
 * @param future its number in the whole run, from 0 to 2^53 - 1
 * @param stream 32 bits that identify a draw of the model: {@link streamNumber}
 * @param step number of the time step, from 0 to 2^32 - 1
 */
export function uniform(seed: number, future: number, stream: number, step: number): number {
  philoxInto(step, future, stream, Math.floor(future / TWO_32), seed, Math.floor(seed / TWO_32) | DRAWS);
  return openUnit(0);
}

/** A stream of random numbers: the second half of the counter. */
export type Stream = readonly [number, number];

/**
 * The stream of a name, for instance of an uncertainty's id: two FNV-1a hashes of its UTF-16 code units from
 * different offsets, each finished with the mixing step of MurmurHash3. It does not depend on the order in a file.
 */
export function streamOf(name: string): Stream {
  return [hash(name, 0x811c9dc5), hash(name, 0x1b873593)];
}

/** The 32 bits for {@link uniform} of a name. */
export function streamNumber(name: string): number {
  return hash(name, 0x811c9dc5);
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

/** Two independent numbers in the open interval (0, 1), each with 52 random bits. */
export type Pair = readonly [number, number];

/**
 * The two uniform numbers at an index of a stream. Zero and one never occur, so every quantile function is finite.
 *
 * @param seed whole number from 0 to 2^53 - 1
 * @param stream from {@link streamOf}
 * @param index whole number from 0 to 2^53 - 1
 *
 * @example
 * ```ts
 * import { streamOf, uniformPair } from '@schaalsprong/model';
 *
 * // The same seed, stream and index give the same numbers, in whatever order they are asked.
 * const pair = uniformPair(1, streamOf('price'), 17);
 * pair.every((u) => u > 0 && u < 1); // => true
 * uniformPair(1, streamOf('price'), 17); // => pair
 * ```
 */
export function uniformPair(seed: number, stream: Stream, index: number): Pair {
  philoxInto(index, Math.floor(index / TWO_32), stream[0], stream[1], seed, Math.floor(seed / TWO_32));
  return [openUnit(0), openUnit(2)];
}

/** Whether a number may be a seed: whole, from 0 to 2^53 - 1. */
export function isSeed(seed: number): boolean {
  return Number.isSafeInteger(seed) && seed >= 0;
}
