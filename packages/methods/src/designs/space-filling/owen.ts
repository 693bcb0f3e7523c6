import { streamOf, uniformPair } from '@schaalsprong/model';
import { uint32At } from '@schaalsprong/words';

/** Bits of a point that are scrambled: all that a Sobol point has. */
const LEVELS = 32;

/**
 * Nested uniform scrambling of the digits in base 2: the digit at each level is flipped or not by a random bit that
 * belongs to the digits before it. The points keep their balance (every elementary interval holds as many as before),
 * and each point alone becomes uniform. The bits come from a hash of dimension, level and digits, not from a stored
 * tree, so a point's scrambled place depends on seed, dimension and the point alone.
 *
 * Source: A. Owen, Randomly permuted (t,m,s)-nets and (t,s)-sequences, MCQMC 1995; the hash is the finishing step of
 * MurmurHash3 over a line with a random slope and start, both drawn with Philox per level.
 *
 * @param points 32-bit binary fractions of one dimension; overwritten
 */
export function scrambleDigits(points: Uint32Array, seed: number, dimension: number): void {
  const stream = streamOf(`owen ${dimension}`);
  const slopes = new Uint32Array(LEVELS);
  const starts = new Uint32Array(LEVELS);
  for (let level = 0; level < LEVELS; level++) {
    const [slope, start] = uniformPair(seed, stream, level);
    slopes[level] = Math.floor(slope * 2 ** 32) | 1;
    starts[level] = Math.floor(start * 2 ** 32);
  }
  // Level 0 has no digits before it: one bit for all points.
  const first = (hash(uint32At(starts, 0)) & 1) << 31;
  for (let i = 0; i < points.length; i++) {
    const point = uint32At(points, i);
    let flips = first;
    for (let level = 1; level < LEVELS; level++) {
      const before = point >>> (LEVELS - level);
      const bit = hash(Math.imul(before, uint32At(slopes, level)) + uint32At(starts, level)) & 1;
      flips |= bit << (LEVELS - 1 - level);
    }
    points[i] = point ^ flips;
  }
}

function hash(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
