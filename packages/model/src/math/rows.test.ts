import { describe, expect, it } from 'vitest';
import { Precise } from './precise.ts';
import { points, shortReciprocal } from './reciprocal.ts';
import { lnRows, log2Rows, roots } from './rows.ts';

const p = new Precise(200);
const all = Array.from({ length: points.last - points.first + 1 }, (_, i) => points.first + i);
const row = ({ numbers, width }: { numbers: Float64Array; width: number }, i: number): number[] => [
  ...numbers.subarray((i - points.first) * width, (i - points.first + 1) * width),
];
const off = (got: bigint, truth: bigint): number => Math.abs(p.toNumber(got - truth));

describe('the tables of the mathematics', () => {
  it('have a reciprocal so short that what is left of a number near its point is exact', () => {
    for (const i of all) {
      const q = shortReciprocal(i);
      expect((q * 256) % 1, `${i}`).toBe(0);
      for (const m of [(i - 0.5) / 256, (i - 0.5) / 256 + 2 ** -53, (i + 0.5) / 256 - 2 ** -53]) {
        const left = p.mul(p.of(m), p.of(q)) - p.one;
        expect(p.of(p.toNumber(left)), `${m}`).toBe(left);
        expect(off(left, 0n), `${m}`).toBeLessThanOrEqual(1.5 / 256);
      }
    }
  });

  it('have the logarithm of that reciprocal to 2 ** -93, of which the first part is a multiple of 2 ** -41', () => {
    for (const i of all) {
      const [q = 0, high = 0, low = 0] = row(lnRows, i);
      expect((high * 2 ** 41) % 1 === 0, `${i}`).toBe(true);
      expect(off(p.of(high) + p.of(low), -p.ln(q)), `${i}`).toBeLessThan(2 ** -93);
    }
  });

  it('have the nearest double to the logarithm of a point to base two', () => {
    for (const i of all) {
      const [over = 0, log = 0] = row(log2Rows, i);
      expect(p.ulps(log, p.div(p.ln(i / 256), p.ln2())), `${i}`).toBeLessThanOrEqual(0.5);
      expect(over * (i / 256) * Math.LN2, `${i}`).toBeCloseTo(1, 14);
    }
  });

  it('have every root of two to 2 ** -105', () => {
    for (let i = 0; i < 256; i++) {
      const [root = 0, rest = 0] = roots().subarray(2 * i, 2 * i + 2);
      const truth = p.exp((p.ln2() * BigInt(i)) / 256n);
      expect(off(p.of(root) + p.mul(p.of(root), p.of(rest)), truth), `${i}`).toBeLessThan(2 ** -105);
    }
  });
});
