import type { FunctionBuilder } from '../wasm/encoder.ts';
import type { Instruction } from '../wasm/instructions.ts';
import type { In, LaneFunction, Lanes, LaneTable } from './lanes.ts';
import { lnRows, log2Rows, roots, rowCount } from './rows.ts';

export type TableName = LaneTable['name'] | 'roots';

/** What a table is in memory; of roots the bits are such that the exponent may be added with the number of the root below it. */
export function tableNumbers(name: TableName): Float64Array {
  if (name !== 'roots') {
    const { numbers, width } = name === 'lnRows' ? lnRows : log2Rows;
    return numbers.subarray(0, rowCount * width);
  }
  const copy = roots().slice();
  const bits = new BigInt64Array(copy.buffer);
  for (const [i, of] of bits.entries()) if (i % 2 === 0) bits[i] = of - (BigInt(i / 2) << 44n);
  return copy;
}

/** A local of type v128. */
interface Local {
  readonly local: number;
}

/** What the emitted code needs of the module around it. */
export interface VectorSetting {
  readonly f: FunctionBuilder;
  /** Number of the imported function `(f64 x, i32 part) -> f64`, see `reduceAngle`. */
  readonly reduceAngle: number;
  /** Where in memory the numbers of {@link tableNumbers} are. */
  readonly tableAt: (name: TableName) => number;
  /** Adds a function `(v128, v128) -> v128` to the module; without it what is kept apart is in place. */
  readonly addFunction?: (fn: LaneFunction) => number;
  /** Pushes a constant on the stack in both lanes; without it, as an immediate. */
  readonly constant?: (value: number) => void;
  /** Gives a local of type v128 to write in; without it a new one each time. */
  readonly local?: () => number;
}

const view = new DataView(new ArrayBuffer(8));

/** The double with these bits, so that masks are constants like any other. */
function doubleOf(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

const fractionBits = doubleOf((1n << 52n) - 1n);
/** Keeps the exponents of `split` positive, so that a shift without sign will do. */
const lift = 1024n << 52n;

/**
 * Emits f64x2 instructions, one local per operation: the engine makes registers of them. The values that go in and
 * come out are locals of type v128.
 */
export class Vectors implements Lanes<Local, Local> {
  readonly #f: FunctionBuilder;
  readonly #setting: VectorSetting;

  constructor(setting: VectorSetting) {
    this.#f = setting.f;
    this.#setting = setting;
  }

  #push(v: In<Local>): void {
    if (typeof v !== 'number') this.#f.get(v.local);
    else if (this.#setting.constant !== undefined) this.#setting.constant(v);
    else this.#f.f64x2(v);
  }

  #keep(): Local {
    const local = this.#setting.local?.() ?? this.#f.local('v128');
    this.#f.set(local);
    return { local };
  }

  #op(name: Instruction, ...operands: readonly In<Local>[]): Local {
    for (const v of operands) this.#push(v);
    this.#f.op(name);
    return this.#keep();
  }

  add = (a: In<Local>, b: In<Local>): Local => this.#op('f64x2.add', a, b);
  sub = (a: In<Local>, b: In<Local>): Local => this.#op('f64x2.sub', a, b);
  mul = (a: In<Local>, b: In<Local>): Local => this.#op('f64x2.mul', a, b);
  div = (a: In<Local>, b: In<Local>): Local => this.#op('f64x2.div', a, b);
  sqrt = (a: Local): Local => this.#op('f64x2.sqrt', a);
  abs = (a: Local): Local => this.#op('f64x2.abs', a);
  neg = (a: Local): Local => this.#op('f64x2.neg', a);
  floor = (a: Local): Local => this.#op('f64x2.floor', a);
  atMost = (a: Local, b: In<Local>): Local => this.#op('f64x2.pmin', a, b);
  atLeast = (a: Local, b: In<Local>): Local => this.#op('f64x2.pmax', a, b);
  lt = (a: In<Local>, b: In<Local>): Local => this.#op('f64x2.lt', a, b);
  le = (a: In<Local>, b: In<Local>): Local => this.#op('f64x2.le', a, b);
  eq = (a: In<Local>, b: In<Local>): Local => this.#op('f64x2.eq', a, b);
  and = (a: Local, b: Local): Local => this.#op('v128.and', a, b);
  or = (a: Local, b: Local): Local => this.#op('v128.or', a, b);
  not = (a: Local): Local => this.#op('v128.not', a);
  select = (m: Local, a: In<Local>, b: In<Local>): Local => this.#op('v128.bitselect', a, b, m);

  #signOf(s: Local): void {
    this.#f.get(s.local);
    this.#push(-0);
    this.#f.op('v128.and');
  }

  negateWhere(m: Local, v: Local): Local {
    this.#signOf(m);
    this.#f.get(v.local).op('v128.xor');
    return this.#keep();
  }

  signed(v: Local, s: Local): Local {
    return this.negateWhere(s, v);
  }

  powerOfTwo(z: Local): Local {
    this.#f.get(z.local).i32(52).op('i64x2.shl');
    return this.#keep();
  }

  bit(z: Local, bit: 0 | 1): Local {
    const mask = doubleOf(1n << BigInt(bit));
    const only = this.#op('v128.and', z, mask);
    return this.#op('i64x2.eq', only, mask);
  }

  split(x: Local, high: number): [k: Local, m: Local] {
    const from = BigInt(high) << 32n;
    const moved = this.#op('i64x2.add', x, doubleOf(lift - from));
    this.#f.get(moved.local).i32(52).op('i64x2.shr_u');
    // A whole number below 2 ** 52, or-ed into the bits of 2 ** 52, is the sum of the two.
    const whole = this.#op('v128.or', this.#keep(), 2 ** 52);
    const fraction = this.#op('v128.and', moved, fractionBits);
    return [this.sub(whole, 2 ** 52 + 1024), this.#op('i64x2.add', fraction, doubleOf(from))];
  }

  /** Local numbers of the addresses of two rows, whose numbers are in the low bits. */
  #addresses(z: Local, bytes: number, mask?: number): [number, number] {
    const f = this.#f;
    const address = (lane: 0 | 2): number => {
      const local = f.local('i32');
      f.get(z.local).lane('i32x4.extract_lane', lane);
      if (mask !== undefined) f.i32(mask).op('i32.and');
      f.i32(Math.log2(bytes)).op('i32.shl').set(local);
      return local;
    };
    return [address(0), address(2)];
  }

  /** Two doubles of each of two rows, turned round to two vectors. */
  #pair([first, second]: readonly [number, number], at: number): [Local, Local] {
    const f = this.#f;
    f.get(first).memory('v128.load', at);
    const a = this.#keep();
    f.get(second).memory('v128.load', at);
    const b = this.#keep();
    f.get(a.local).get(b.local).shuffle64(0, 2);
    const low = this.#keep();
    f.get(a.local).get(b.local).shuffle64(1, 3);
    return [low, this.#keep()];
  }

  row({ name, width, columns }: LaneTable, z: Local): Local[] {
    const at = this.#setting.tableAt(name);
    const addresses = this.#addresses(z, 8 * width);
    const found: Local[] = this.#pair(addresses, at);
    if (columns === 3) {
      const [first, second] = addresses;
      this.#f
        .get(second)
        .get(first)
        .memory('v128.load64_zero', at + 16)
        .loadHigh(at + 16);
      found.push(this.#keep());
    }
    return found;
  }

  root(z: Local, _magic: number): [root: Local, rest: Local] {
    const [root, rest] = this.#pair(this.#addresses(z, 16, 255), this.#setting.tableAt('roots'));
    this.#f.get(z.local).i32(44).op('i64x2.shl').get(root.local).op('i64x2.add');
    return [this.#keep(), rest];
  }

  apart(m: Local, value: Local, fn: LaneFunction, x: Local, y: Local): Local {
    const made = this.#setting.addFunction?.(fn);
    const other = (): Local => {
      if (made === undefined) return fn(this, x, y);
      this.#f.get(x.local).get(y.local).call(made);
      return this.#keep();
    };
    const [result] = this.rare(m, [value], () => [other()]);
    return result ?? value;
  }

  rare(m: Local, values: readonly In<Local>[], instead: () => readonly In<Local>[]): Local[] {
    const f = this.#f;
    const results = values.map((v) => {
      this.#push(v);
      return this.#keep();
    });
    f.get(m.local).op('v128.any_true').if();
    const others = instead();
    results.forEach((result, i) => {
      const other = others[i];
      if (other === undefined) return;
      this.#push(other);
      f.get(result.local).get(m.local).op('v128.bitselect').set(result.local);
    });
    f.op('end');
    return results;
  }

  reduceAngle(x: Local, part: 0 | 1 | 2): Local {
    const f = this.#f;
    for (const lane of [0, 1] as const) {
      f.get(x.local).lane('f64x2.extract_lane', lane).i32(part).call(this.#setting.reduceAngle);
      if (lane === 0) f.op('f64x2.splat');
      else f.lane('f64x2.replace_lane', 1);
    }
    return this.#keep();
  }
}
