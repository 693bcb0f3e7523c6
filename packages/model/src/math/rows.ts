import { at } from '@schaalsprong/words';
import type { LaneTable } from './lanes.ts';
import { Precise } from './precise.ts';
import { points, shortReciprocal } from './reciprocal.ts';

/** Rows that hold something: `split` gives no number beyond their points. */
export const rowCount = points.last - points.first + 1;

/** Lazy initialization, memoized. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Tables are computed in integer arithmetic (milliseconds) instead of shipped (kilobytes). */
const precise = once(() => new Precise(160));

/** ln (i/256) for each i of {@link points}, by i: from one to the next it grows by 2 artanh (1 / (2i + 1)). */
const logarithms = once(() => {
  const { one } = precise();
  const growth = (i: number): bigint => {
    const n = BigInt(2 * i + 1);
    let power = 2n * (one / n);
    let sum = 0n;
    for (let k = 1n; power !== 0n; k += 2n) {
      sum += power / k;
      power /= n * n;
    }
    return sum;
  };
  const ln: bigint[] = [];
  ln[256] = 0n;
  for (let i = 256; i < points.last; i++) ln[i + 1] = at(ln, i) + growth(i);
  for (let i = 256; i > points.first; i--) ln[i - 1] = at(ln, i) - growth(i - 1);
  return ln;
});

/** Rows for the points, filled up to 256 so that any eight bits are a number of a row. */
function rowsOf(width: 2 | 4, row: (i: number) => readonly number[]): Float64Array {
  const numbers = new Float64Array(256 * width);
  for (let i = 0; i < rowCount; i++) numbers.set(row(points.first + i), i * width);
  return numbers;
}

const lnNumbers = once(() => {
  const p = precise();
  return rowsOf(4, (i) => {
    const q = shortReciprocal(i);
    const ln = -at(logarithms(), 256 * q);
    const drop = p.bits - 41n;
    const high = (ln >> drop) << drop;
    return [q, p.toNumber(high), p.toNumber(ln - high)];
  });
});

const log2Numbers = once(() => {
  const p = precise();
  return rowsOf(2, (i) => [
    p.toNumber(p.div((256n * p.one) / BigInt(i), p.ln2())),
    p.toNumber(p.div(at(logarithms(), i), p.ln2())),
  ]);
});

/** q near 1/c, and -ln q as a number of 41 bits after the point and the rest, for the points c. */
export const lnRows: LaneTable = {
  name: 'lnRows',
  get numbers() {
    return lnNumbers();
  },
  width: 4,
  columns: 3,
};

/** 1 / (c ln 2) and log2 c for the points c. */
export const log2Rows: LaneTable = {
  name: 'log2Rows',
  get numbers() {
    return log2Numbers();
  },
  width: 2,
  columns: 2,
};

/** For i from 0 to 255 the double nearest to 2 ** (i/256), and the truth over it, less 1. */
export const roots = once(() => {
  const p = precise();
  const numbers = new Float64Array(512);
  const step = p.exp(p.ln2() / 256n);
  let truth = p.one;
  const drop = p.bits - 52n;
  for (let i = 0; i < 256; i++) {
    const root = (truth + (1n << (drop - 1n))) >> drop;
    const nearest = root << drop;
    numbers.set([Number(root) / 2 ** 52, p.toNumber(p.div(truth - nearest, nearest))], 2 * i);
    truth = p.mul(truth, step);
  }
  return numbers;
});
