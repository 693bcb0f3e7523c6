import type { Text } from '@schaalsprong/wire';
import { tableTexts } from './problems.ts';

/** The most futures that the table runs: those that are asked by the address, once the hand rests. */
export const allFutures = 10_000;
/** Fewer say too little of a band from the 10th to the 90th percentile. */
export const fewestFutures = 100;
/** The first answer comes from at most this part of all futures: a hand that moves waits for it. */
const firstPart = 1 / 5;

/** How many futures a table runs. */
export interface FutureCounts {
  /** Those of the first answer, while the hand moves. */
  readonly first: number;
  /** Those of the answer once the hand rests. */
  readonly all: number;
  /** Why the address was not followed; null where it was, or where it asks nothing. */
  readonly problem: Text | null;
}

/**
 * Reads `?futures=` of the table page. Where nothing is asked the table counts over the futures of the standing, to the bit the same, so
 * that it says the same as every other page; up to {@link allFutures} show a move more smoothly, and a test asks for fewer.
 *
 * @param asked what the address says; null for nothing
 * @param standing futures of the region's own standing
 */
export function futureCounts(asked: string | null, standing: number): FutureCounts {
  const usual = { first: standing, all: standing, problem: null };
  if (asked === null) return usual;
  const all = /^\d{1,6}$/.test(asked) ? Number(asked) : Number.NaN;
  if (!(all >= fewestFutures && all <= allFutures)) {
    return { ...usual, problem: tableTexts.futuresAsked(fewestFutures, allFutures) };
  }
  return { first: Math.min(standing, Math.ceil(all * firstPart)), all, problem: null };
}
