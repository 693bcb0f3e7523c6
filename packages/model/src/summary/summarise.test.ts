import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarised } from '../../test/blocks.ts';
import { problemsOf } from '../../test/small-model.ts';
import type { Ask } from './asks.ts';
import { windowOf } from './readings.ts';
import { bytesFor, checkAsks, chunksOf } from './summarise.ts';

const time = Float64Array.of(0, 1, 2);

/** Numbers that look random and follow from their place alone. */
const scattered = (future: number, k: number): number => {
  const x = Math.sin(future * 12.9898 + k * 78.233) * 43758.5453;
  return x - Math.floor(x);
};
const values = (_: number, k: number, future: number): number => 100 * k + 10 * scattered(future, k) - 3;
const column = (k: number, count: number): number[] =>
  Array.from({ length: count }, (_, future) => values(0, k, future));
/** Type 7 by sorting everything. */
const quantileOf = (numbers: readonly number[], p: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low === high ? low : low + (place - Math.floor(place)) * (high - low);
};

const everything = [
  { take: 'quantiles', outcome: 'a', probabilities: [0.1, 0.5, 0.9] },
  { take: 'quantiles', outcome: 'b', probabilities: [0, 0.25, 1], method: 'sketch' },
  { take: 'moments', outcome: 'a' },
  { take: 'extremes', outcome: 'b' },
  { take: 'count', outcome: 'A', line: [2, 102, 202] },
  { take: 'crossing', outcome: 'a', line: 104, direction: 'up', probabilities: [0.5] },
  { take: 'each', outcome: 'b', reading: { of: 'mean', from: 0, to: 2 } },
  { take: 'each', outcome: 'a', reading: { of: 'series' } },
] as const satisfies readonly Ask[];

describe('a summary of many futures', () => {
  it('is the same to the last bit for any number of workers, order of arrival and size of block', () => {
    const expected = summarised(everything, 1001, time, values);
    for (const [workers, lanes, reverse] of [
      [2, 64, true],
      [3, 256, false],
      [5, 7, true],
    ] as const) {
      expect(summarised(everything, 1001, time, values, { workers, lanes, reverse })).toEqual(expected);
    }
    const uneven = { workers: 2, workerOf: (chunk: number) => (chunk === 3 ? 1 : 0) };
    expect(summarised(everything, 1001, time, values, uneven)).toEqual(expected);
  });

  it('gives the quantiles of all values sorted, linear between neighbours', () => {
    const ask = [{ take: 'quantiles', outcome: 'a', probabilities: [0, 0.1, 0.5, 0.9, 0.999, 1] }] as const;
    for (const count of [1, 2, 47, 49, 1000]) {
      const { answers } = summarised(ask, count, time, values);
      time.forEach((_, k) => {
        ask[0].probabilities.forEach((p, i) => {
          expect(answers[0].values[i * time.length + k]).toBe(quantileOf(column(k, count), p));
        });
      });
      expect([...answers[0].error]).toEqual([0, 0, 0]);
    }
  });

  it('gives mean and variance of equally spaced numbers as the formulas do', () => {
    // 0, 1 .. n - 1 beside a million: mean (n - 1) / 2, variance n (n + 1) / 12.
    const n = 1000;
    const [answer] = summarised(
      [{ take: 'moments', outcome: 'a' }],
      n,
      time,
      (_, k, i) => k * 1e6 + i,
    ).answers;
    expect(answer.mean[2]).toBeCloseTo(2e6 + 499.5, 8);
    expect(answer.variance[0]).toBeCloseTo((n * (n + 1)) / 12, 6);
    expect(answer.variance[2]).toBeCloseTo((n * (n + 1)) / 12, 6);
  });

  it('has no variance for one future', () => {
    const [answer] = summarised([{ take: 'moments', outcome: 'a' }], 1, time, () => 7).answers;
    expect([...answer.mean]).toEqual([7, 7, 7]);
    expect([...answer.variance]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('keeps a variance of zero where all futures are alike', () => {
    const [answer] = summarised([{ take: 'moments', outcome: 'a' }], 700, time, () => 0.1).answers;
    expect([...answer.mean]).toEqual([0.1, 0.1, 0.1]);
    expect([...answer.variance]).toEqual([0, 0, 0]);
  });

  it('names the first future with the smallest and the largest value', () => {
    // Future 300 and 900 are lowest, 600 alone is highest.
    const v = (_: number, __: number, i: number): number => (i % 600 === 300 ? -5 : i === 600 ? 5 : 0);
    const [answer] = summarised([{ take: 'extremes', outcome: 'a' }], 1000, time, v, { workers: 3 }).answers;
    expect([answer.min[1], answer.minFuture[1], answer.max[1], answer.maxFuture[1]]).toEqual([
      -5, 300, 5, 600,
    ]);
  });

  it('counts futures above and below a line that moves in time, and not those on it', () => {
    const v = (_: number, k: number, i: number): number => (i % 4) + k;
    const [answer] = summarised([{ take: 'count', outcome: 'a', line: [1, 2, 9] }], 400, time, v).answers;
    expect([...answer.above]).toEqual([200, 200, 0]);
    expect([...answer.below]).toEqual([100, 100, 400]);
  });

  it('counts only every so manyth time where that is asked', () => {
    const v = (_: number, k: number, i: number): number => (i % 4) + k;
    const [answer] = summarised([{ take: 'count', outcome: 'a', line: [1, 99, 3], every: 2 }], 400, time, v, {
      workers: 2,
    }).answers;
    expect([...answer.above]).toEqual([200, 200]);
    expect([...answer.below]).toEqual([100, 100]);
  });

  it('reads a future at a time, over a period, and not where nothing was kept', () => {
    const v = (_: number, k: number, i: number): number => i + k * k;
    const readings = [
      { of: 'at', time: 1.5 },
      { of: 'mean', from: 0, to: 2 },
      { of: 'max', from: 0, to: 1 },
      { of: 'min', from: 1, to: 2 },
      { of: 'at', time: 2.5 },
    ] as const;
    const asks = readings.map((reading) => ({ take: 'each' as const, outcome: 'a', reading }));
    const { answers } = summarised(asks, 200, time, v);
    // At future 150: 150, 151, 154.
    expect(answers.map((answer) => answer.values[150])).toEqual([152.5, 150.5, 151, 151, Number.NaN]);
  });
});

describe('the window of a reading', () => {
  it('lies within its period, and holds the time that is asked', () => {
    const times = Float64Array.from({ length: 49 }, (_, k) => 2020 + k / 4);
    const inTime = fc.double({ min: 2020, max: 2032, noNaN: true });
    fc.assert(
      fc.property(inTime, inTime, fc.constantFrom('mean', 'max', 'min'), (a, b, of) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const window = windowOf({ of, from, to }, times);
        for (let k = window.from; k <= window.to; k++) {
          expect(times[k]).toBeGreaterThanOrEqual(from - 1e-5);
          expect(times[k]).toBeLessThanOrEqual(to + 1e-5);
        }
        const at = windowOf({ of: 'at', time: from }, times);
        expect(times[at.from]).toBeLessThanOrEqual(from + 1e-5);
        expect(times[at.to]).toBeGreaterThanOrEqual(from - 1e-5);
      }),
    );
  });

  it('is empty before the first and after the last time', () => {
    for (const at of [-0.1, 2.1]) expect(windowOf({ of: 'at', time: at }, time)).toEqual({ from: 0, to: -1 });
  });
});

describe('the first crossing of a line', () => {
  // Future i rises by i + 1 per time unit from 0.
  const rising = (_: number, k: number, i: number): number => k * (i + 1);
  const ask = {
    take: 'crossing',
    outcome: 'a',
    line: 3,
    direction: 'up',
    probabilities: [0, 0.5, 1],
  } as const;

  it('falls between two kept times where both go straight', () => {
    // 1, 2, 3 and 4 per unit reach 3 at 3 (never: the run ends at 2), 1.5, 1 and 0.75.
    const [answer] = summarised([ask], 4, time, rising).answers;
    expect([...answer.values]).toEqual([0.75, 1.25, Number.POSITIVE_INFINITY]);
    expect([answer.never, answer.neverShare]).toEqual([1, 0.25]);
  });

  it('is the start for a future that begins there, and can go down', () => {
    const down = { ...ask, line: 0, direction: 'down' as const };
    const [answer] = summarised([down], 3, time, (_, k, i) => 1 - i - k).answers;
    // 1, 0, -1 and the run: future 0 reaches 0 at 1, the others are at or below it from the start.
    expect([...answer.values]).toEqual([0, 0, 1]);
  });

  it('meets a line that itself moves straight between kept times', () => {
    const [answer] = summarised([{ ...ask, line: [1, 0, -1] }], 1, time, (_, k) => k).answers;
    expect(answer.values[0]).toBe(0.5);
  });

  it('is a finite quantile only where that part of all futures has crossed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, p) => {
          const [answer] = summarised([{ ...ask, probabilities: [p] }], count, time, (_, k, i) =>
            i % 3 === 0 ? 0 : rising(0, k, i),
          ).answers;
          const crossed = count - answer.never;
          expect(Number.isFinite(answer.values[0])).toBe(Math.ceil((count - 1) * p) < crossed);
        },
      ),
    );
  });
});

describe('chunks of futures', () => {
  it('hold every future once, in order, a whole number of blocks of 64 each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), (count) => {
        const chunks = chunksOf(count);
        let next = 0;
        for (const { from, count: size } of chunks) {
          expect(from).toBe(next);
          next += size;
          if (next < count) expect(size % 64).toBe(0);
        }
        expect(next).toBe(count);
        expect(chunks.length).toBeLessThanOrEqual(1025);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a question that cannot be answered', () => {
  it('is refused with every fault before anything runs', () => {
    const asks: Ask[] = [
      { take: 'quantiles', outcome: 'a', probabilities: [10, 50] },
      { take: 'quantiles', outcome: 'a', probabilities: [0.5], every: 0 },
      { take: 'count', outcome: 'b', line: [1, 2] },
      { take: 'count', outcome: 'b', line: Number.NaN },
    ];
    const found = problemsOf(() => checkAsks(asks, 3, 10, 'x.mdl'));
    expect(found.map(({ code, expected }) => [code, expected?.en])).toEqual([
      ['MODEL_BAD_INPUT', 'probabilities from 0 to 1'],
      ['MODEL_BAD_INPUT', 'a whole number of 1 or more'],
      ['MODEL_BAD_INPUT', 'a finite number, or 3 finite numbers: one per kept time'],
      ['MODEL_BAD_INPUT', 'a finite number, or 3 finite numbers: one per kept time'],
    ]);
  });

  it('is refused where exact quantiles would hold more than 2 GiB, and not as a sketch', () => {
    const ask = { take: 'quantiles', outcome: 'a', probabilities: [0.5] } as const;
    expect(bytesFor([ask, ask], 81, 10_000)).toBe(2 * 81 * 10_000 * 8);
    const [problem] = problemsOf(() => checkAsks([ask], 400, 1_000_000, 'x.mdl'));
    expect([problem?.code, problem?.message.en]).toEqual([
      'MODEL_MEMORY',
      'This question on 1000000 futures would hold 3052 MB',
    ]);
    expect(() => checkAsks([{ ...ask, method: 'sketch' }], 400, 1_000_000, 'x.mdl')).not.toThrow();
  });
});
