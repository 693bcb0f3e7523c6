import { at, Unreachable } from '@schaalsprong/words';
import type { Operation, Scalar } from '../../ir/scalar.ts';
import type { MathName } from '../../math/index.ts';
import type { FunctionBuilder } from '../../wasm/encoder.ts';
import type { Instruction } from '../../wasm/instructions.ts';
import { type ModuleContext, vectorBytes } from './context.ts';
import { emitLookup } from './lookup.ts';

/** Locals of the values that the code of a body reads. */
export interface BodySetting {
  /** Base address of the record of these two futures, or of the shared record. */
  readonly base: number;
  /** Base address of the record shared by all futures. */
  readonly shared: number;
  /** The time, a double. */
  readonly time: number;
  /** The number of the step. */
  readonly step: number;
  /** Index of the first of the two futures within the block; absent in shared code. */
  readonly lane?: number;
  /** Slot of an element in the record of its space. */
  slot(e: number): number;
  isShared(e: number): boolean;
}

const comparisons: Partial<Record<Operation, Instruction>> = {
  lt: 'f64x2.lt',
  le: 'f64x2.le',
  gt: 'f64x2.gt',
  ge: 'f64x2.ge',
  eq: 'f64x2.eq',
  ne: 'f64x2.ne',
};

const direct: Partial<Record<Operation, Instruction>> = {
  add: 'f64x2.add',
  sub: 'f64x2.sub',
  mul: 'f64x2.mul',
  div: 'f64x2.div',
  neg: 'f64x2.neg',
  abs: 'f64x2.abs',
  sqrt: 'f64x2.sqrt',
  trunc: 'f64x2.trunc',
  floor: 'f64x2.floor',
  ceil: 'f64x2.ceil',
};

const zero: Scalar = { k: 'n', v: 0 };

/** Number of locals above which loads and constants are no longer cached: engines allow 50,000 per function. */
const maxCached = 20_000;

/** Values hoisted to the start of a function and kept in locals: constants and shared values. */
export class Fetched {
  readonly f: FunctionBuilder;
  readonly #constants = new Map<string, number>();
  readonly #shared = new Map<number, number>();
  #time: number | undefined;

  constructor(f: FunctionBuilder) {
    this.f = f;
  }

  /** Pushes a number in both lanes. */
  constant(v: number): void {
    const key = Object.is(v, -0) ? '-0' : String(v);
    let local = this.#constants.get(key);
    if (local === undefined && this.f.localCount > maxCached) {
      this.f.f64x2(v);
      return;
    }
    if (local === undefined) {
      const made = this.f.local('v128');
      this.f.atBegin((f) => f.f64x2(v).set(made));
      this.#constants.set(key, made);
      local = made;
    }
    this.f.get(local);
  }

  /** Pushes the vector at an offset from the address in the local `base`. */
  shared(base: number, offset: number): void {
    let local = this.#shared.get(offset);
    if (local === undefined) {
      const made = this.f.local('v128');
      this.f.atBegin((f) => f.get(base).memory('v128.load', offset).set(made));
      this.#shared.set(offset, made);
      local = made;
    }
    this.f.get(local);
  }

  /** Pushes the double of a local in both lanes. */
  time(double: number): void {
    if (this.#time === undefined) {
      const made = this.f.local('v128');
      this.f.atBegin((f) => f.get(double).op('f64x2.splat').set(made));
      this.#time = made;
    }
    this.f.get(this.#time);
  }
}

/** Emits the expressions of two futures at once into a function. Loads and results are cached in locals. */
export class Body {
  readonly f: FunctionBuilder;
  readonly #context: ModuleContext;
  readonly #setting: BodySetting;
  readonly #fetched: Fetched;
  readonly #temporaries: Readonly<Record<'v128' | 'i32', number[]>> = { v128: [], i32: [] };
  readonly #outside: { values: Map<number, number>; calls: Map<readonly Scalar[], Map<string, number>> }[] =
    [];
  #values = new Map<number, number>();
  /** Local that accumulates the checks for finite values. */
  #bad: number | undefined;
  #calls = new Map<readonly Scalar[], Map<string, number>>();

  constructor(context: ModuleContext, fetched: Fetched, setting: BodySetting) {
    this.#context = context;
    this.#fetched = fetched;
    this.f = fetched.f;
    this.#setting = setting;
  }

  /** Local of the record's address. */
  get base(): number {
    return this.#setting.base;
  }

  get lane(): number {
    if (this.#setting.lane === undefined) throw new Unreachable('what all futures share has no lane');
    return this.#setting.lane;
  }

  /** Pushes a number in both lanes. */
  readonly constant = (v: number): void => {
    this.#fetched.constant(v);
  };

  /** Pushes the value of an element. */
  read(e: number): void {
    const place = this.#context.plan.place(e);
    if (place.in === 'number') {
      this.constant(place.value);
      return;
    }
    const known = this.#values.get(e);
    if (known !== undefined) {
      this.f.get(known);
      return;
    }
    const { base, shared, lane, slot, isShared } = this.#setting;
    const offset = slot(e) * vectorBytes;
    if (this.f.localCount > maxCached) {
      this.f.get(isShared(e) ? shared : base).memory('v128.load', offset);
      return;
    }
    if (isShared(e) && lane !== undefined) {
      this.#fetched.shared(shared, offset);
      return;
    }
    const local = this.f.local('v128');
    this.#values.set(e, local);
    this.f.get(base).memory('v128.load', offset).tee(local);
  }

  /** Computes an element into a local, and also stores it in its slot if it is live outside this body. */
  define(e: number, s: Scalar, stored: boolean): void {
    const local = this.f.local('v128');
    this.number(s);
    this.f.set(local);
    this.#values.set(e, local);
    if (stored) this.store(e, () => this.f.get(local));
  }

  /** Stores what `push` leaves on the stack in the slot of an element. Earlier reads keep the old value. */
  store(e: number, push: () => unknown): void {
    this.storeAt(this.#setting.slot(e), push);
  }

  storeAt(slot: number, push: () => unknown): void {
    this.f.get(this.#setting.base);
    push();
    this.f.memory('v128.store', slot * vectorBytes);
  }

  loadAt(slot: number): void {
    this.f.get(this.#setting.base).memory('v128.load', slot * vectorBytes);
  }

  /**
   * Records whether a value is not finite: infinity or NaN times 0 is NaN, and NaN survives every addition. The sum is kept in a
   * local until {@link noteChecks}: in memory each value would wait for the store before it.
   */
  check(value: number): void {
    const { f } = this;
    const first = this.#bad === undefined;
    this.#bad ??= f.local('v128');
    if (!first) f.get(this.#bad);
    f.get(value);
    this.constant(0);
    f.op('f64x2.mul');
    if (!first) f.op('f64x2.add');
    f.set(this.#bad);
  }

  /** Flushes the accumulated checks to the slot that is inspected after the run. */
  noteChecks(slot: number): void {
    const bad = this.#bad;
    if (bad === undefined) return;
    this.#bad = undefined;
    this.storeAt(slot, () => {
      this.loadAt(slot);
      this.f.get(bad).op('f64x2.add');
    });
  }

  /** Enters a conditional branch: {@link leave} discards what is cached from here on. */
  enter(): void {
    this.#outside.push({ values: this.#values, calls: this.#calls });
    this.#values = new Map(this.#values);
    this.#calls = new Map(this.#calls);
  }

  leave(): void {
    const outside = this.#outside.pop();
    if (outside === undefined) return;
    this.#values = outside.values;
    this.#calls = outside.calls;
  }

  /** Pushes the value of an expression. */
  number(s: Scalar): void {
    switch (s.k) {
      case 'n':
        this.constant(s.v);
        return;
      case 't':
        this.#fetched.time(this.#setting.time);
        return;
      case 'r':
        this.read(s.e);
        return;
      case 'l':
        this.#lookup(s);
        return;
      case 'f':
        this.#operation(s);
        return;
      case 'd':
        this.#draw(s.stream);
        return;
      case 'g':
        this.#group(s);
    }
  }

  /** Pushes all ones in the lanes where a condition holds. */
  #condition(s: Scalar): void {
    if (s.k === 'f') {
      const [a = zero, b = zero] = s.a;
      const compare = comparisons[s.f];
      if (compare !== undefined) {
        this.number(a);
        this.number(b);
        this.f.op(compare);
        return;
      }
      if (s.f === 'and' || s.f === 'or') {
        this.#condition(a);
        this.#condition(b);
        this.f.op(s.f === 'and' ? 'v128.and' : 'v128.or');
        return;
      }
      if (s.f === 'not') {
        this.#condition(a);
        this.f.op('v128.not');
        return;
      }
    }
    this.number(s);
    this.constant(0);
    this.f.op('f64x2.ne');
  }

  #operation(s: Scalar & { k: 'f' }): void {
    const { f } = this;
    const [a = zero, b = zero, c = zero] = s.a;
    const instruction = direct[s.f];
    if (instruction !== undefined) {
      for (const part of s.a) this.number(part);
      f.op(instruction);
      return;
    }
    switch (s.f) {
      case 'square': {
        const x = this.#atom(a);
        f.get(x).get(x).op('f64x2.mul');
        return;
      }
      case 'if':
        this.number(b);
        this.number(c);
        this.#condition(a);
        f.op('v128.bitselect');
        return;
      case 'min':
      case 'max':
        this.#least(s.f, a, b);
        return;
      case 'xidz': {
        const below = this.#atom(b);
        this.number(c);
        this.number(a);
        f.get(below).op('f64x2.div').get(below).op('f64x2.abs');
        this.constant(1e-6);
        f.op('f64x2.lt', 'v128.bitselect');
        return;
      }
      case 'sign': {
        // One with the sign of x where x is not 0; else x itself, which may be -0 or NaN.
        const x = this.#atom(a);
        f.get(x);
        this.constant(-0);
        f.op('v128.and');
        this.constant(1);
        f.op('v128.or').get(x).get(x).op('f64x2.abs');
        this.constant(0);
        f.op('f64x2.gt', 'v128.bitselect');
        return;
      }
      case 'mod': {
        const x = this.#atom(a);
        const y = this.#atom(b);
        for (const lane of [0, 1]) {
          f.get(x).lane('f64x2.extract_lane', lane).get(y).lane('f64x2.extract_lane', lane);
          f.call(this.#context.remainder);
          if (lane === 0) f.op('f64x2.splat');
          else f.lane('f64x2.replace_lane', 1);
        }
        return;
      }
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge':
      case 'eq':
      case 'ne':
      case 'and':
      case 'or':
      case 'not':
        this.#condition(s);
        this.constant(1);
        f.op('v128.and');
        return;
      case 'pow':
        this.number(a);
        this.number(b);
        f.call(this.#context.power(this.#numberOf(b)));
        return;
      default:
        this.number(a);
        f.call(this.#context.math(s.f as MathName));
    }
  }

  /** Math.min and Math.max. If one operand is a constant other than NaN a single instruction suffices. */
  #least(name: 'min' | 'max', a: Scalar, b: Scalar): void {
    const { f } = this;
    const [fixed, other] = this.#isNumber(a) ? [a, b] : [b, a];
    const v = this.#numberOf(fixed);
    if (v === undefined || Number.isNaN(v)) {
      this.number(a);
      this.number(b);
      f.op(name === 'min' ? 'f64x2.min' : 'f64x2.max');
      return;
    }
    this.number(other);
    this.constant(v);
    f.op(name === 'min' ? 'f64x2.pmin' : 'f64x2.pmax');
    // Of two zeros the largest is +0, the least -0.
    if (v === 0 && name === 'max' && !Object.is(v, -0)) {
      this.constant(0);
      f.op('f64x2.add');
    } else if (v === 0 && name === 'min' && Object.is(v, -0)) {
      // The least of +0 and -0 is -0: or-ing the sign in where the result is a zero.
      const least = f.local('v128');
      f.set(least).get(least);
      this.constant(-0);
      f.get(least);
      this.constant(0);
      f.op('f64x2.eq', 'v128.and', 'v128.or');
    }
  }

  #numberOf(s: Scalar): number | undefined {
    if (s.k === 'n') return s.v;
    if (s.k !== 'r') return undefined;
    const place = this.#context.plan.place(s.e);
    return place.in === 'number' ? place.value : undefined;
  }

  #isNumber(s: Scalar): boolean {
    return this.#numberOf(s) !== undefined;
  }

  /** The value of an expression in a local. */
  #atom(s: Scalar): number {
    if (s.k === 'r') {
      const known = this.#values.get(s.e);
      if (known !== undefined) return known;
    }
    const local = this.f.local('v128');
    this.number(s);
    this.f.set(local);
    return local;
  }

  #lookup(s: Scalar & { k: 'l' }): void {
    const { segments, at } = this.#context.lookup(s.t, s.m);
    const x = this.#atom(s.x);
    // Temporaries of a lookup are released after it.
    let vectors = 0;
    let words = 0;
    const setting = {
      f: this.f,
      constant: this.constant,
      local: () => this.#temporary('v128', vectors++),
      localI32: () => this.#temporary('i32', words++),
      search: () => this.#context.search(),
    };
    emitLookup(setting, segments, at, x, s.m ?? 'linear');
  }

  #temporary(type: 'v128' | 'i32', number: number): number {
    const locals = this.#temporaries[type];
    const local = locals[number] ?? this.f.local(type);
    locals[number] = local;
    return local;
  }

  #draw(stream: number): void {
    const { f } = this;
    const { lane, step } = this.#setting;
    if (lane === undefined) throw new Error('a draw is never shared');
    for (const half of [0, 1]) {
      f.i32(stream).get(step).get(lane);
      if (half === 1) f.i32(1).op('i32.add');
      f.call(this.#context.draw());
      if (half === 0) f.op('f64x2.splat');
      else f.lane('f64x2.replace_lane', 1);
    }
  }

  /** One call for all outputs of a group that this body uses. */
  #group(s: Scalar & { k: 'g' }): void {
    const calls = this.#calls.get(s.a) ?? new Map<string, number>();
    this.#calls.set(s.a, calls);
    const key = `${s.fn}[${s.p ?? ''}]`;
    let number = calls.get(key);
    if (number === undefined) {
      number = this.#context.addGroup(s);
      calls.set(key, number);
      const { at: address } = at(this.#context.groupCalls, number);
      s.a.forEach((input, i) => {
        this.f.i32(0);
        this.number(input);
        this.f.memory('v128.store', address + i * vectorBytes);
      });
      this.f.i32(number).call(this.#context.group);
    }
    const { at: address, inputs } = at(this.#context.groupCalls, number);
    this.f.i32(0).memory('v128.load', address + (inputs + s.i) * vectorBytes);
  }
}
