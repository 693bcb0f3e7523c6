import { at } from '@schaalsprong/words';
import { ModelError, type ModelProblem } from '../problems/problems.ts';
import { say, type Text } from '../problems/say.ts';
import type { Block } from '../run/block.ts';
import { type Answer, type Ask, outcomesOf } from './asks.ts';
import { Columns, exactQuantiles, series } from './columns.ts';
import { Moments, moments } from './moments.ts';
import type { Accumulator, Piece } from './piece.ts';
import { crossing, crossingOf, each, PerFuture, readingOf } from './readings.ts';
import { Sketch, sketchedQuantiles } from './sketch.ts';
import { Counts, counts, Extremes, extremes } from './tally.ts';
import { summaryTexts } from './texts.ts';

function accumulatorOf(ask: Ask, time: Float64Array): Accumulator {
  const times = time.length;
  switch (ask.take) {
    case 'quantiles':
      return ask.method === 'sketch' ? new Sketch(times, ask.every) : new Columns(times, ask.every);
    case 'moments':
      return new Moments(times);
    case 'extremes':
      return new Extremes(times);
    case 'count':
      return new Counts(ask.line, times, ask.every);
    case 'crossing':
      return new PerFuture(crossingOf(ask, time), times);
    case 'each':
      return ask.reading.of === 'series'
        ? new Columns(times)
        : new PerFuture(readingOf(ask.reading, time), times);
  }
}

/**
 * The answer to one ask from what was kept of all futures.
 * @param pieces in any order; the answer is the same to the last bit
 */
export function answerOf(ask: Ask, unsorted: readonly Piece[], times: number, count: number): Answer {
  const pieces = unsorted.toSorted((a, b) => a.from - b.from);
  switch (ask.take) {
    case 'quantiles':
      return ask.method === 'sketch'
        ? sketchedQuantiles(ask, pieces, Math.ceil(times / (ask.every ?? 1)), count)
        : exactQuantiles(ask, pieces, Math.ceil(times / (ask.every ?? 1)), count);
    case 'moments':
      return moments(ask, pieces, times, count);
    case 'extremes':
      return extremes(ask, pieces, times);
    case 'count':
      return counts(ask, pieces, Math.ceil(times / (ask.every ?? 1)));
    case 'crossing':
      return crossing(ask, pieces, count);
    case 'each':
      return ask.reading.of === 'series' ? series(ask, pieces, times, count) : each(ask, pieces, count);
  }
}

/** Accumulates what asks need from a stream of blocks. */
export class Summariser {
  /** What to ask the model for. */
  readonly outcomes: readonly string[];
  readonly #asks: readonly Ask[];
  readonly #groups: number;
  readonly #places: readonly number[];
  #accumulators: readonly Accumulator[] | undefined;
  #next: { from: number; count: number } | undefined;

  /**
   * @param groups ask `i` keeps its numbers in the memory of group `i % groups`, one per run of futures: what is handed over
   *   to one worker then goes as one thing, and not as one per ask
   */
  constructor(asks: readonly Ask[], groups = 1) {
    const { outcomes, places } = outcomesOf(asks);
    this.#groups = groups;
    this.outcomes = outcomes;
    this.#asks = asks;
    this.#places = places;
  }

  /**
   * Begins a run of futures; the blocks that follow hold these, in order. The bits of a mean depend on how futures are
   * cut in runs ({@link chunksOf}), and on nothing else.
   */
  open(from: number, count: number): void {
    this.#next = { from, count };
  }

  /** @param from number of the block's first future among all futures that are summarised */
  add(given: Block, from: number): void {
    const block = given.from === from ? given : { ...given, from };
    this.#accumulators ??= this.#asks.map((ask) => accumulatorOf(ask, block.time));
    const opened = this.#next;
    this.#next = undefined;
    if (opened !== undefined) this.#begin(this.#accumulators, opened);
    this.#accumulators.forEach((accumulator, i) => {
      accumulator.add(block, at(this.#places, i));
    });
  }

  #begin(accumulators: readonly Accumulator[], { from, count }: { from: number; count: number }): void {
    // Most accumulators keep nothing that grows with the futures.
    const rooms = accumulators.map((accumulator) => accumulator.room?.(count) ?? 0);
    const sizes = new Array<number>(this.#groups).fill(0);
    for (const [i, room] of rooms.entries()) sizes[i % this.#groups] = at(sizes, i % this.#groups) + room;
    const memory = sizes.map((size) => ({ values: new Float64Array(size), used: 0 }));
    for (const [i, accumulator] of accumulators.entries()) {
      const group = at(memory, i % this.#groups);
      const end = group.used + at(rooms, i);
      accumulator.open(from, count, group.values.subarray(group.used, end));
      group.used = end;
    }
  }

  /** Returns the accumulated state per ask and resets. */
  take(): Piece[][] {
    return this.#asks.map((_, i) => this.#accumulators?.[i]?.take() ?? []);
  }
}

/** Futures from `from` on, `count` of them. */
export interface Chunk {
  readonly from: number;
  readonly count: number;
}

/**
 * How futures are cut in runs: by their number alone, so that sums are the same on any number of workers. Runs are
 * a whole number of blocks of 64, at least two, and never more than about a thousand.
 */
export function chunksOf(count: number): Chunk[] {
  const size = Math.max(128, Math.ceil(count / 1024 / 64) * 64);
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({
    from: i * size,
    count: Math.min(size, count - i * size),
  }));
}

/** Bytes held for a request until it is answered, in all workers together. */
export function bytesFor(asks: readonly Ask[], times: number, count: number): number {
  return asks.reduce((bytes, ask) => {
    const columns =
      (ask.take === 'quantiles' && ask.method !== 'sketch') ||
      (ask.take === 'each' && ask.reading.of === 'series');
    const kept = ask.take === 'quantiles' ? Math.ceil(times / Math.max(1, ask.every ?? 1)) : times;
    return bytes + 8 * (columns ? count * kept : ask.take === 'crossing' || ask.take === 'each' ? count : 0);
  }, 0);
}

/** The most that is held for one question: 2 GiB. */
const MAX_BYTES = 2 ** 31;

/**
 * Refuses asks that mean nothing or would hold too much, before anything runs.
 * @throws ModelError with every fault
 */
export function checkAsks(
  asks: readonly Ask[],
  times: number,
  count: number,
  file: string,
  most = MAX_BYTES,
): void {
  const problems: ModelProblem[] = [];
  const fault = (
    message: Text,
    expected: Text,
    hint: Text,
    code: ModelProblem['code'] = 'MODEL_BAD_INPUT',
  ): void => {
    problems.push({ code, message, file, line: 0, expected, hint });
  };
  for (const ask of asks) {
    const name = ask.outcome;
    if ('probabilities' in ask && ask.probabilities.some((p) => !(p >= 0 && p <= 1))) {
      fault(
        say(summaryTexts.askProbability, { name, got: ask.probabilities.join(', ') }),
        say(summaryTexts.askProbabilityExpected),
        say(summaryTexts.askProbabilityHint),
      );
    }
    if ('every' in ask && ask.every !== undefined && !(Number.isInteger(ask.every) && ask.every >= 1)) {
      fault(
        say(summaryTexts.askEvery, { name, got: ask.every }),
        say(summaryTexts.askEveryExpected),
        say(summaryTexts.askEveryHint),
      );
    }
    if ('line' in ask) {
      const line = typeof ask.line === 'number' ? [ask.line] : Array.from(ask.line);
      if (!line.every(Number.isFinite) || (typeof ask.line !== 'number' && line.length !== times)) {
        fault(
          say(summaryTexts.askLine, { name, got: line.length }),
          say(summaryTexts.askLineExpected, { wanted: times }),
          say(summaryTexts.askLineHint),
        );
      }
    }
  }
  const bytes = bytesFor(asks, times, count);
  if (bytes > most) {
    fault(
      say(summaryTexts.askMemory, { got: Math.ceil(bytes / 2 ** 20), count }),
      say(summaryTexts.askMemoryExpected, { wanted: Math.floor(most / 2 ** 20) }),
      say(summaryTexts.askMemoryHint),
      'MODEL_MEMORY',
    );
  }
  if (problems.length > 0) throw new ModelError(problems);
}
