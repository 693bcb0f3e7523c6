import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sobolPoints } from './sobol.ts';
import { joeKuoDirections } from './sobol-directions.ts';

describe('the Sobol sequence', () => {
  it('starts with the published points', () => {
    const [x = [], y = [], z = []] = sobolPoints(10, 3);
    expect(Array.from(x, (value, i) => [value, y[i], z[i]])).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]);
  });

  it('is bit for bit that of SciPy 1.17 in all 1,111 dimensions', () => {
    // sha256 over the columns, as doubles, of scipy.stats.qmc.Sobol(1111, scramble=False, bits=32), points 5 to 4,100.
    const hash = createHash('sha256');
    for (const column of sobolPoints(4096, 1111, { first: 5 })) hash.update(new Uint8Array(column.buffer));
    expect(hash.digest('hex')).toBe('4db6c3d1f5eb2fd81976e94457fd5ccaa012097e6e30073c41ed1ef92d64c5f0');
  });

  it('has odd direction numbers, each below its power of two', () => {
    for (const line of joeKuoDirections.split('\n')) {
      const [, ...starts] = line.split(' ').map(Number);
      starts.forEach((m, place) => {
        expect(m % 2).toBe(1);
        expect(m).toBeLessThan(2 ** (place + 1));
      });
    }
  });

  it('goes on where a shorter run stopped, scrambled or not', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 32 - 200 }),
        fc.nat({ max: 90 }),
        fc.boolean(),
        (first, skipped, owen) => {
          const scramble = owen ? { scramble: { seed: 7 } } : {};
          const whole = sobolPoints(100, 3, { first, ...scramble });
          const rest = sobolPoints(100 - skipped, 3, { first: first + skipped, ...scramble });
          expect(rest).toEqual(whole.map((column) => column.slice(skipped)));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('reaches its last point, and refuses one more', () => {
    const [column] = sobolPoints(2, 1, { first: 2 ** 32 - 2 });
    expect(column).toHaveLength(2);
    expect(() => sobolPoints(2, 1, { first: 2 ** 32 - 1 })).toThrow('FUTURES_DESIGN_FIRST');
  });

  it('keeps one point in each of 2^k equal parts after scrambling, and in each box of a pair', () => {
    for (const seed of [0, 1, 2 ** 53 - 1]) {
      const columns = sobolPoints(256, 40, { scramble: { seed } });
      for (const column of columns) {
        expect(new Set(column.map((value) => Math.floor(value * 256))).size).toBe(256);
      }
      // The first two dimensions are a (0, 2)-sequence: one point in every box of 2^-a by 2^-(8-a).
      const [x = [], y = []] = columns;
      for (let split = 0; split <= 8; split++) {
        const boxes = Array.from(
          x,
          (value, i) => Math.floor(value * 2 ** split) * 512 + Math.floor((y[i] ?? 0) * 2 ** (8 - split)),
        );
        expect(new Set(boxes).size).toBe(256);
      }
    }
  });

  it('is scrambled anew by another seed and leaves no point at the origin', () => {
    const one = sobolPoints(64, 2, { scramble: { seed: 1 } });
    expect(sobolPoints(64, 2, { scramble: { seed: 1 } })).toEqual(one);
    expect(sobolPoints(64, 2, { scramble: { seed: 2 } })).not.toEqual(one);
    expect(one[0]?.[0]).not.toBe(0);
  });

  it('spreads a scrambled point evenly over seeds', () => {
    const places = Array.from(
      { length: 4000 },
      (_, seed) => sobolPoints(1, 1, { scramble: { seed } })[0]?.[0] ?? 0,
    );
    const tenths = new Array<number>(10).fill(0);
    for (const place of places) tenths[Math.floor(place * 10)] = (tenths[Math.floor(place * 10)] ?? 0) + 1;
    // Each expects 400 with a standard deviation of 19; the seeds are fixed, so this cannot flake.
    for (const tenth of tenths) expect(Math.abs(tenth - 400)).toBeLessThan(80);
  });

  it('refuses a size that is none, and a billion points, before it makes room', () => {
    expect(() => sobolPoints(0, 2)).toThrow('FUTURES_DESIGN_COUNT');
    expect(() => sobolPoints(1.5, 2)).toThrow('FUTURES_DESIGN_COUNT');
    expect(() => sobolPoints(Number.NaN, 2)).toThrow('FUTURES_DESIGN_COUNT');
    expect(() => sobolPoints(4, 1112)).toThrow('FUTURES_DESIGN_DIMENSIONS');
    expect(() => sobolPoints(1e9, 1)).toThrow('FUTURES_DESIGN_SIZE');
    expect(() => sobolPoints(4, 1, { scramble: { seed: -1 } })).toThrow('FUTURES_SEED');
  });
});
