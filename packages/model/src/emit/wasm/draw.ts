import type { ModuleBuilder } from '../../wasm/encoder.ts';

/** Bytes of memory for the key of the random draws: see {@link writeDrawKey}. */
export const drawKeyBytes = 16;

/** Bit that is set in the Philox key of draws within a run, as in statistics/philox.ts. */
const drawsKey = 0x80000000;

/** Writes seed and first future of a block to where {@link addDraw} reads them. */
export function writeDrawKey(buffer: ArrayBufferLike, at: number, seed: number, first: number): void {
  const view = new DataView(buffer, at, drawKeyBytes);
  view.setUint32(0, seed % 2 ** 32, true);
  view.setUint32(4, (Math.floor(seed / 2 ** 32) | drawsKey) >>> 0, true);
  view.setFloat64(8, first, true);
}

/**
 * Adds `(i32 stream, i32 step, i32 lane) -> f64`: the random draw of a future, bit-identical to `uniform` of statistics/philox.ts:
 * Philox4x32-10, and the upper 26 bits of two of its words.
 */
export const addDraw = (module: ModuleBuilder, drawKeyAt: number): number =>
  module.function(['i32', 'i32', 'i32'], ['f64'], (f) => {
    const [stream, step, lane] = [0, 1, 2];
    const [future, first, second] = [f.local('i64'), f.local('i64'), f.local('i64')];
    const [c0, c1, c2, c3] = [f.local('i32'), f.local('i32'), f.local('i32'), f.local('i32')];
    const [k0, k1] = [f.local('i32'), f.local('i32')];
    const product = (word: number, by: bigint): unknown =>
      f.get(word).op('i64.extend_i32_u').i64(by).op('i64.mul');
    const high = (of: number): unknown => f.get(of).i64(32n).op('i64.shr_u', 'i32.wrap_i64');
    f.i32(0)
      .memory('f64.load', drawKeyAt + 8)
      .get(lane)
      .op('f64.convert_i32_s', 'f64.add');
    f.op('i64.trunc_sat_f64_s').set(future);
    f.get(step).set(c0).get(future).op('i32.wrap_i64').set(c1).get(stream).set(c2);
    high(future);
    f.set(c3);
    f.i32(0)
      .memory('i32.load', drawKeyAt)
      .set(k0)
      .i32(0)
      .memory('i32.load', drawKeyAt + 4)
      .set(k1);
    for (let round = 0; round < 10; round++) {
      product(c0, 0xd2511f53n);
      f.set(first);
      product(c2, 0xcd9e8d57n);
      f.set(second);
      high(second);
      f.get(c1).op('i32.xor').get(k0).op('i32.xor').set(c0);
      f.get(second).op('i32.wrap_i64').set(c1);
      high(first);
      f.get(c3).op('i32.xor').get(k1).op('i32.xor').set(c2);
      f.get(first).op('i32.wrap_i64').set(c3);
      f.get(k0).i32(0x9e3779b9).op('i32.add').set(k0).get(k1).i32(0xbb67ae85).op('i32.add').set(k1);
    }
    const upper = (word: number): unknown => f.get(word).i32(6).op('i32.shr_u', 'i64.extend_i32_u');
    upper(c0);
    f.i64(26n).op('i64.shl');
    upper(c1);
    f.op('i64.or', 'f64.convert_i64_s')
      .f64(0.5)
      .op('f64.add')
      .f64(2 ** -52)
      .op('f64.mul');
  });
