import type { Block } from '../src/run/block.ts';
import type { Answers, Ask, Summary } from '../src/summary/asks.ts';
import type { Piece } from '../src/summary/piece.ts';
import { answerOf, chunksOf, Summariser } from '../src/summary/summarise.ts';

/** For tests: blocks with the values that `value` gives, of outcomes `a`, `b` and so on. */
export function* madeBlocks(
  { from, count }: { from: number; count: number },
  time: Float64Array,
  outcomes: readonly string[],
  lanes: number,
  value: (o: number, k: number, future: number) => number,
): Iterable<Block> {
  const data = new Float64Array(outcomes.length * time.length * lanes);
  for (let at = from; at < from + count; at += lanes) {
    const filled = Math.min(lanes, from + count - at);
    // What is left over of the block before must not count.
    data.fill(1e99);
    outcomes.forEach((_, o) => {
      time.forEach((_, k) => {
        for (let i = 0; i < filled; i++) data[(o * time.length + k) * lanes + i] = value(o, k, at + i);
      });
    });
    yield { from: at, count: filled, time, outcomes, data, lanes };
  }
}

/** For tests: a summary made by some workers, each given the chunks that `workerOf` says, heard in the order given. */
export function summarised<const A extends readonly Ask[]>(
  asks: A,
  count: number,
  time: Float64Array,
  value: (o: number, k: number, future: number) => number,
  { workers = 1, lanes = 64, workerOf = (chunk: number) => chunk % workers, reverse = false } = {},
): Summary<A> {
  const summarisers = Array.from({ length: workers }, () => new Summariser(asks));
  const chunks = [...chunksOf(count).entries()];
  if (reverse) chunks.reverse();
  for (const [c, chunk] of chunks) {
    const summariser = summarisers[workerOf(c)];
    if (summariser === undefined) throw new Error('no such worker');
    summariser.open(chunk.from, chunk.count);
    for (const block of madeBlocks(chunk, time, summariser.outcomes, lanes, value)) {
      summariser.add(block, block.from);
    }
  }
  const pieces: Piece[][] = asks.map(() => []);
  for (const summariser of reverse ? summarisers.toReversed() : summarisers) {
    for (const [i, some] of summariser.take().entries()) pieces[i]?.push(...some);
  }
  const answers = asks.map((ask, i) => answerOf(ask, pieces[i] ?? [], time.length, count));
  // The answers are in the order of the asks, each of its kind.
  return { time, count, answers: answers as unknown as Answers<A> };
}
