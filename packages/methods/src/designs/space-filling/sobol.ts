import { isSeed } from '@schaalsprong/model';
import { at, uint32At } from '@schaalsprong/words';
import { type FuturesProblem, problems } from '../../problems.ts';
import { designProblems, refuse } from '../problems.ts';
import { sizeProblems } from '../size.ts';
import { scrambleDigits } from './owen.ts';
import { joeKuoDirections } from './sobol-directions.ts';

const BITS = 32;
const lines = joeKuoDirections.split('\n');

/** The most dimensions that the table of direction numbers goes to. */
export const mostSobolDimensions = lines.length + 1;

/** What of a Sobol sequence may be chosen. */
export interface SobolOptions {
  /** Number of the first point, from 0: how many points of the sequence are skipped. */
  readonly first?: number;
  /** Owen scrambling; without it the points are the published ones, and the first is the origin. */
  readonly scramble?: { readonly seed: number };
}

/**
 * Points of the Sobol sequence with the direction numbers of Joe and Kuo, in the order of the Gray code: those of SALib.
 * Of every 2^k points that start at a multiple of 2^k each dimension has exactly one in each of 2^k equal parts; a count
 * that is no power of two loses that balance. A point depends on its number, the dimension and the seed of scrambling
 * alone, so more points or more dimensions leave the others as they are.
 *
 * @param count number of points, at least 1
 * @param dimensions 1 to 1,111
 * @returns one column per dimension, values in [0, 1)
 * @throws FuturesError with every fault of the size
 *
 * Source: I. Sobol, USSR Computational Mathematics 7 (1967); I. Antonov, V. Saleev (1979) for the order; S. Joe, F. Kuo
 * (2008) for the direction numbers.
 *
 * @example
 * ```ts
 * import { sobolPoints } from '@schaalsprong/methods/designs';
 *
 * const [x, y] = sobolPoints(4, 2);
 * x; // => Float64Array.of(0, 0.5, 0.75, 0.25)
 * y; // => Float64Array.of(0, 0.5, 0.25, 0.75)
 * ```
 */
export function sobolPoints(
  count: number,
  dimensions: number,
  { first = 0, scramble }: SobolOptions = {},
): readonly Float64Array[] {
  const found: FuturesProblem[] = [];
  if (!Number.isSafeInteger(dimensions) || dimensions < 1 || dimensions > mostSobolDimensions) {
    found.push(designProblems.dimensions(dimensions, mostSobolDimensions));
  } else found.push(...sizeProblems(count, dimensions));
  const last = 2 ** BITS - (Number.isSafeInteger(count) ? count : 1);
  if (!Number.isSafeInteger(first) || first < 0 || first > last) {
    found.push(designProblems.first(first, Math.max(0, last)));
  }
  if (scramble !== undefined && !isSeed(scramble.seed)) found.push(problems.seed(scramble.seed));
  refuse(found);

  return Array.from({ length: dimensions }, (_, dimension) => {
    const points = sequence(directionsOf(dimension), first, count);
    if (scramble !== undefined) scrambleDigits(points, scramble.seed, dimension);
    return Float64Array.from(points, (point) => point / 2 ** BITS);
  });
}

/** One dimension in 32-bit binary fractions: each point differs from the one before it in one direction number. */
function sequence(directions: Uint32Array, first: number, count: number): Uint32Array {
  const points = new Uint32Array(count);
  let point = 0;
  const gray = (first ^ (first >>> 1)) >>> 0;
  for (let bit = 0; bit < BITS; bit++) {
    if ((gray >>> bit) & 1) point ^= uint32At(directions, bit);
  }
  points[0] = point;
  for (let i = 1; i < count; i++) {
    point ^= uint32At(directions, lowestBit(first + i));
    points[i] = point;
  }
  return points;
}

/** Place of the lowest bit that is set, from 0, of a number from 1 to 2^32 - 1. */
const lowestBit = (n: number): number => 31 - Math.clz32(n & -n);

/** Direction numbers as 32-bit binary fractions, by the recurrence over the primitive polynomial. */
function directionsOf(dimension: number): Uint32Array {
  const directions = new Uint32Array(BITS);
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) directions[bit] = 1 << (BITS - 1 - bit);
    return directions;
  }
  const numbers = at(lines, dimension - 1)
    .split(' ')
    .map(Number);
  const polynomial = at(numbers, 0);
  const starts = numbers.slice(1);
  const degree = starts.length;
  starts.forEach((start, bit) => {
    directions[bit] = start << (BITS - 1 - bit);
  });
  for (let bit = degree; bit < BITS; bit++) {
    const oldest = uint32At(directions, bit - degree);
    let value = oldest ^ (oldest >>> degree);
    for (let back = 1; back < degree; back++) {
      if ((polynomial >>> (degree - 1 - back)) & 1) value ^= uint32At(directions, bit - back);
    }
    directions[bit] = value;
  }
  return directions;
}
