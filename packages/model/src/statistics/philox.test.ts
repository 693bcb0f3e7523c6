import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSeed, philox4x32, streamNumber, streamOf, uniform, uniformPair, type Words4 } from './philox.ts';

const hex = (words: Words4) => words.map((w) => w.toString(16).padStart(8, '0')).join(' ');

describe('Philox4x32-10', () => {
  it('gives the known answers of the paper for the counter and key of zeros', () => {
    expect(hex(philox4x32([0, 0, 0, 0], [0, 0]))).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
  });

  it('gives the known answers of the paper for the counter and key of ones', () => {
    const all = 0xffffffff;
    expect(hex(philox4x32([all, all, all, all], [all, all]))).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
  });

  it('gives the known answers of the paper for the digits of pi', () => {
    expect(hex(philox4x32([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0]))).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });

  it('agrees with the same rounds in whole numbers of any size', () => {
    const word = fc.nat(0xffffffff);
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
        expect(philox4x32(counter, key)).toEqual(philoxInBigInts(counter, key));
      }),
    );
  });
});

describe('uniform numbers', () => {
  it('are the same for the same seed, stream and index, in whatever order they are asked', () => {
    const stream = streamOf('grid-delay');
    const forward = [0, 1, 2, 3].map((i) => uniformPair(7, stream, i));
    const backward = [3, 2, 1, 0].map((i) => uniformPair(7, stream, i)).reverse();
    expect(forward).toEqual(backward);
  });

  it('lie strictly between zero and one for every seed and index', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), fc.string(), (seed, index, name) => {
        for (const u of uniformPair(seed, streamOf(name), index)) {
          expect(u).toBeGreaterThan(0);
          expect(u).toBeLessThan(1);
        }
      }),
    );
  });

  it('have the mean, variance and lack of correlation of a uniform distribution', () => {
    const n = 20_000;
    const stream = streamOf('synthetic');
    let sum = 0;
    let squares = 0;
    let cross = 0;
    for (let i = 0; i < n; i++) {
      const [u, v] = uniformPair(20230425, stream, i);
      sum += u;
      squares += (u - 0.5) ** 2;
      cross += (u - 0.5) * (v - 0.5);
    }
    // Three standard errors of each estimate.
    expect(Math.abs(sum / n - 0.5)).toBeLessThan((3 * Math.sqrt(1 / 12)) / Math.sqrt(n));
    expect(Math.abs(squares / n - 1 / 12)).toBeLessThan((3 * Math.sqrt(1 / 180)) / Math.sqrt(n));
    expect(Math.abs(cross / n)).toBeLessThan(3 / 12 / Math.sqrt(n));
  });

  it('use all of a large seed and of a large index', () => {
    const stream = streamOf('a');
    expect(uniformPair(2 ** 40, stream, 0)).not.toEqual(uniformPair(0, stream, 0));
    expect(uniformPair(0, stream, 2 ** 40)).not.toEqual(uniformPair(0, stream, 0));
  });

  it('come from another stream for another name, also for names that share letters', () => {
    const names = ['grid-delay', 'grid-delays', 'delay-grid', 'a', 'b', 'ab', 'ba', '', 'é', 'è'];
    const streams = new Set(names.map((name) => streamOf(name).join()));
    expect(streams.size).toBe(names.length);
  });
});

describe('draws', () => {
  it('are the first two words of the block of (step, future, stream) under the seed', () => {
    const [a, b] = philox4x32([3, 5, 7, 0], [11, 0x80000000]);
    expect(uniform(11, 5, 7, 3)).toBe(((a >>> 6) * 2 ** 26 + (b >>> 6) + 0.5) / 2 ** 52);
  });

  it('lie strictly between zero and one, and use the whole of seed and future', () => {
    const word = fc.nat(0xffffffff);
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), word, word, (seed, future, stream, step) => {
        const u = uniform(seed, future, stream, step);
        expect(u).toBeGreaterThan(0);
        expect(u).toBeLessThan(1);
      }),
    );
    const all = [
      uniform(0, 0, 0, 0),
      uniform(2 ** 40, 0, 0, 0),
      uniform(0, 2 ** 40, 0, 0),
      uniform(2 ** 32, 0, 0, 0),
    ];
    expect(new Set(all).size).toBe(4);
  });

  it('never meet the numbers of an uncertainty', () => {
    expect(uniform(1, 0, 9, 0)).not.toBe(uniformPair(1, [9, 0], 0)[0]);
  });

  it.each([
    ['steps', (i: number) => uniform(1, 0, 5, i)],
    ['futures', (i: number) => uniform(1, i, 5, 0)],
    ['streams', (i: number) => uniform(1, 0, i, 0)],
    ['seeds', (i: number) => uniform(i, 0, 5, 0)],
  ])('are even over a hundred cells and not correlated with the next along %s', (_, draw) => {
    const n = 20_000;
    const cells = new Float64Array(100);
    let cross = 0;
    for (let i = 0; i < n; i++) {
      const u = draw(i);
      const cell = Math.floor(u * 100);
      cells[cell] = (cells[cell] ?? 0) + 1;
      cross += (u - 0.5) * (draw(i + 1) - 0.5);
    }
    // 99 degrees of freedom: 99 +- 3.5 standard deviations of sqrt(198).
    const square = cells.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0);
    expect(Math.abs(square - 99)).toBeLessThan(3.5 * Math.sqrt(198));
    expect(Math.abs(cross / n)).toBeLessThan(3.5 / 12 / Math.sqrt(n));
  });

  it('take a stream from a name', () => {
    expect(streamNumber('noise (draw 1)')).toBe(streamOf('noise (draw 1)')[0]);
  });
});

describe('a seed', () => {
  it('is a whole number that a double holds exactly', () => {
    expect([0, 1, 2 ** 53 - 1].every(isSeed)).toBe(true);
    expect([-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY].some(isSeed)).toBe(false);
  });
});

function philoxInBigInts(counter: Words4, key: readonly [number, number]): Words4 {
  const mask = 0xffffffffn;
  let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round++) {
    const p0 = 0xd2511f53n * c0;
    const p1 = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [(p1 >> 32n) ^ c1 ^ k0, p1 & mask, (p0 >> 32n) ^ c3 ^ k1, p0 & mask];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [Number(c0), Number(c1), Number(c2), Number(c3)];
}
