import { isSeed, streamOf, uniformPair } from '@schaalsprong/model';
import { uint32At } from '@schaalsprong/words';
import { type FuturesProblem, problems } from '../../problems.ts';
import { shuffle } from '../../statistics/shuffle.ts';
import { designProblems, refuse } from '../problems.ts';
import { sizeProblems } from '../size.ts';
import type { SobolOptions } from './sobol.ts';

/** The most dimensions: the 1,000th prime is 7,919, and a base much larger than the count fills its dimension badly. */
export const mostHaltonDimensions = 1000;

/**
 * Points of the Halton sequence: dimension j is the digits of the point's number in the j-th prime base, mirrored behind
 * the point. Any count is balanced about as well as any other. In more than about ten dimensions the plain sequence has
 * stripes; scrambling permutes the digits at random, per base and per place, and takes them away.
 *
 * @param count number of points, at least 1
 * @param dimensions 1 to 1,000
 * @param options the number of the first point, and the seed of scrambling
 * @returns one column per dimension, values in [0, 1)
 * @throws FuturesError with every fault of the size
 *
 * Source: J. Halton, Numerische Mathematik 2 (1960); A. Owen, A randomized Halton algorithm in R (2017).
 */
export function haltonPoints(
  count: number,
  dimensions: number,
  { first = 0, scramble }: SobolOptions = {},
): readonly Float64Array[] {
  const found: FuturesProblem[] = [];
  if (!Number.isSafeInteger(dimensions) || dimensions < 1 || dimensions > mostHaltonDimensions) {
    found.push(designProblems.dimensions(dimensions, mostHaltonDimensions));
  } else found.push(...sizeProblems(count, dimensions));
  const last = 2 ** 32 - (Number.isSafeInteger(count) ? count : 1);
  if (!Number.isSafeInteger(first) || first < 0 || first > last) {
    found.push(designProblems.first(first, Math.max(0, last)));
  }
  if (scramble !== undefined && !isSeed(scramble.seed)) found.push(problems.seed(scramble.seed));
  refuse(found);

  return firstPrimes(dimensions).map((base) => {
    const digits = exactDigits(base);
    const permutations =
      scramble === undefined
        ? null
        : Array.from({ length: digits }, (_, place) => permutation(base, place, scramble.seed));
    return Float64Array.from({ length: count }, (_, i) =>
      permutations === null ? mirrored(first + i, base) : scrambled(first + i, base, permutations),
    );
  });
}

/** Exact until the one division: the mirrored digits stay below 2^53. */
function mirrored(number: number, base: number): number {
  let digits = 0;
  let scale = 1;
  for (let rest = number; rest > 0; rest = Math.floor(rest / base)) {
    digits = digits * base + (rest % base);
    scale *= base;
  }
  return digits / scale;
}

/** All places count, for a permutation may turn a leading 0 into another digit. */
function scrambled(number: number, base: number, permutations: readonly Uint32Array[]): number {
  let digits = 0;
  let rest = number;
  for (const permuted of permutations) {
    // `| 0` keeps the index an integer for the engine: a tenth of the time.
    digits = digits * base + uint32At(permuted, (rest % base) | 0);
    rest = Math.floor(rest / base);
  }
  return digits / base ** permutations.length;
}

/** How many digits of a base a double holds exactly. */
function exactDigits(base: number): number {
  let digits = 0;
  for (let scale = base; scale <= 2 ** 53; scale *= base) digits++;
  return digits;
}

/** The digits of a base in random order. */
function permutation(base: number, place: number, seed: number): Uint32Array {
  const stream = streamOf(`halton ${base}`);
  const digits = Uint32Array.from({ length: base }, (_, digit) => digit);
  shuffle(digits, (digit) => uniformPair(seed, stream, place * base + digit)[0]);
  return digits;
}

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate++) {
    if (!primes.some((prime) => candidate % prime === 0)) primes.push(candidate);
  }
  return primes;
}
