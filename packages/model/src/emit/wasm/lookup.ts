import { numberAt } from '@schaalsprong/words';
import type { LookupSegments } from '../../evaluate/lookup.ts';
import type { FunctionBuilder, ModuleBuilder } from '../../wasm/encoder.ts';

/** Bytes of a row of a lookup in memory: y, slope, x. */
const rowBytes = 24;
/** Points up to which a lookup with unequal spacing uses linear search. */
const maxLinearSearch = 24;

/** A function `(f64 x, i32 rows, i32 last) -> i32`: binary search for the index of the last point at or before x; 0 for NaN. */
export const addSearch = (module: ModuleBuilder): number =>
  module.function(['f64', 'i32', 'i32'], ['i32'], (f) => {
    const [x, rows, left] = [0, 1, 2];
    const half = f.local('i32');
    const found = f.local('i32');
    f.block().loop();
    f.get(left).op('i32.eqz').brIf(1);
    f.get(left).i32(1).op('i32.add').i32(1).op('i32.shr_u').set(half);
    f.get(x);
    f.get(rows)
      .get(found)
      .get(half)
      .op('i32.add')
      .i32(rowBytes)
      .op('i32.mul', 'i32.add')
      .memory('f64.load', 16);
    f.op('f64.ge').if();
    f.get(found).get(half).op('i32.add').set(found);
    f.get(left).get(half).op('i32.sub').set(left);
    f.op('else');
    f.get(half).i32(1).op('i32.sub').set(left);
    f.op('end').br(0).op('end', 'end');
    f.get(found);
  });

/** What the code of a lookup needs from the enclosing function. */
export interface LookupSetting {
  readonly f: FunctionBuilder;
  /** Pushes a constant. */
  constant(v: number): void;
  local(): number;
  localI32(): number;
  search(): number;
}

/** Emits a lookup at the local `x` and leaves the value on the stack: branch-free, two loads per lane. */
export function emitLookup(
  setting: LookupSetting,
  { rows, last, first, end, scale }: LookupSegments,
  at: number,
  x: number,
  mode: 'linear' | 'extrapolate' | 'forward' | 'backward',
): void {
  const { f, constant } = setting;
  const held = setting.local();
  f.get(x);
  constant(first);
  f.op('f64x2.pmax');
  constant(end);
  f.op('f64x2.pmin').set(held);
  const within = mode === 'extrapolate' ? x : held;
  if (last === 0) {
    // y + 0 * (x - first), so that NaN stays.
    constant(numberAt(rows, 0));
    constant(0);
    f.get(within);
    constant(first);
    f.op('f64x2.sub', 'f64x2.mul', 'f64x2.add');
    return;
  }
  const rowOf = [setting.localI32(), setting.localI32()];
  if (scale > 0) {
    const index = setting.local();
    f.get(held);
    constant(first);
    f.op('f64x2.sub');
    constant(scale);
    f.op('f64x2.mul', 'i32x4.trunc_sat_f64x2_s_zero').set(index);
    rowOf.forEach((row, lane) => {
      f.get(index).lane('i32x4.extract_lane', lane).i32(rowBytes).op('i32.mul').set(row);
    });
  } else if (last <= maxLinearSearch) {
    const index = setting.local();
    for (let i = 1; i <= last; i++) {
      f.get(held);
      constant(numberAt(rows, 3 * i + 2));
      f.op('f64x2.ge');
      if (i > 1) f.op('i64x2.add');
    }
    f.set(index);
    rowOf.forEach((row, lane) => {
      f.get(index)
        .lane('i32x4.extract_lane', 2 * lane)
        .i32(-rowBytes)
        .op('i32.mul')
        .set(row);
    });
  } else {
    const search = setting.search();
    rowOf.forEach((row, lane) => {
      f.get(held).lane('f64x2.extract_lane', lane).i32(at).i32(last).call(search);
      f.i32(rowBytes).op('i32.mul').set(row);
    });
  }
  const [low = 0, high = 0] = rowOf;
  const pairs = [setting.local(), setting.local()] as const;
  f.get(low).memory('v128.load', at).set(pairs[0]);
  f.get(high).memory('v128.load', at).set(pairs[1]);
  const y = (): unknown => f.get(pairs[0]).get(pairs[1]).shuffle64(0, 2);
  const second = (): unknown => f.get(pairs[0]).get(pairs[1]).shuffle64(1, 3);
  const pointX = (): unknown =>
    f
      .get(high)
      .get(low)
      .memory('v128.load64_zero', at + 16)
      .loadHigh(at + 16);
  if (mode === 'forward') {
    const point = setting.local();
    pointX();
    f.set(point);
    second();
    y();
    constant(0);
    f.get(held).get(point).op('f64x2.sub', 'f64x2.mul', 'f64x2.add');
    f.get(held).get(point).op('f64x2.gt', 'v128.bitselect');
    return;
  }
  y();
  second();
  f.get(within);
  pointX();
  f.op('f64x2.sub', 'f64x2.mul', 'f64x2.add');
}
