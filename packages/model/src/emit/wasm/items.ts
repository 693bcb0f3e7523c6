import { delaySteps } from '../../evaluate/interpret.ts';
import type { Element, Program } from '../../ir/program.ts';
import { eachReference, startOf } from '../../ir/references.ts';
import { type Stage, stagesOf, stepsOf } from '../../kernel/method.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Body } from './body.ts';
import { type ModuleContext, vectorBytes } from './context.ts';
import { costOf } from './cost.ts';
import type { Slots } from './slots.ts';

/** A code fragment of a sequence. */
export interface Item {
  /** The element that it computes. */
  readonly defines?: number;
  readonly reads: readonly number[];
  /** Elements that it reads from memory: they must be stored even if this piece computes them. */
  readonly stores?: readonly number[];
  readonly cost: number;
  emit(body: Body, stored: boolean): void;
  /** Executed only at kept steps, or only if another step follows. */
  readonly when?: 'kept' | 'goingOn';
}

/** Outcomes that are stored by unrolled code, at most. */
const maxUnrolled = 256;

/** Parameters of every function that holds items, in order. */
export const parameter = { base: 0, end: 1, stride: 2, shared: 3, step: 4, time: 5, row: 6 } as const;
export const parameterTypes = ['i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'i32'] as const;

/** Code fragments of every element of a plan, for each phase of a run. */
export class Items {
  readonly #program: Program;
  readonly #plan: Plan;
  readonly #slots: Slots;
  readonly #stages: readonly Stage[];
  readonly #columnAt: number;
  readonly #context: ModuleContext;

  /** @param columnAt address of an i32 per outcome: where its column begins */
  constructor(context: ModuleContext, slots: Slots, columnAt: number) {
    const { program, plan } = context;
    this.#context = context;
    this.#program = program;
    this.#plan = plan;
    this.#slots = slots;
    this.#stages = stagesOf(program.time.method);
    this.#columnAt = columnAt;
  }

  #at(e: number): Element {
    const element = this.#plan.elements[e];
    if (element === undefined) throw new Error(`no element ${e}`);
    return element;
  }

  /** Resets the check for finite values. */
  clearItem(): Item {
    return {
      reads: [],
      cost: 1,
      emit: (body) => {
        body.storeAt(this.#slots.check, () => body.constant(0));
      },
    };
  }

  /** Initial value of an element. */
  startItem(e: number): Item {
    const element = this.#at(e);
    const start = startOf(element);
    const reads: number[] = [];
    for (const s of [start, element.delay])
      if (s !== undefined) eachReference(s, (other) => reads.push(other));
    return {
      defines: e,
      reads,
      cost: costOf(start) + 1,
      emit: (body, stored) => {
        body.define(e, start, stored);
        const { delay } = element;
        if (delay === undefined) return;
        body.storeAt(this.#slots.extra(e, 'held'), () => body.read(e));
        body.storeAt(this.#slots.extra(e, 'wait'), () => {
          // As delaySteps does, for two futures.
          const { f } = body;
          body.number(delay);
          body.constant(this.#program.time.step);
          f.op('f64x2.div');
          body.constant(0.5);
          f.op('f64x2.add');
          body.constant(1e-6);
          f.op('f64x2.add', 'f64x2.floor');
          body.constant(1);
          f.op('f64x2.max');
        });
      },
    };
  }

  /** Value of an element at a step. */
  valueItem(e: number): Item {
    const { expr } = this.#at(e);
    const reads: number[] = [];
    eachReference(expr, (other) => reads.push(other));
    return {
      defines: e,
      reads,
      cost: costOf(expr) + 1,
      emit: (body, stored) => {
        body.define(e, expr, stored);
      },
    };
  }

  /** Stores the outcomes of a kept step and records values that are not finite. */
  keepItems(): Item[] {
    const outcomes = this.#plan.outcomes.map((e, o) => [e, o] as const);
    const each = outcomes.filter(([e]) => this.#plan.place(e).in === 'each');
    if (each.length <= maxUnrolled) return outcomes.map(([e, o]) => this.#keepItem(e, o));
    const others = outcomes.filter(([e]) => this.#plan.place(e).in !== 'each');
    return [this.#keepAllItem(each), ...others.map(([e, o]) => this.#keepItem(e, o))];
  }

  /** Many outcomes are stored by a loop over a table of offsets: unrolled code would make the module large. */
  #keepAllItem(outcomes: readonly (readonly [e: number, o: number])[]): Item {
    let at: number | undefined;
    const table = (): number => {
      if (at !== undefined) return at;
      const rows = outcomes.flatMap(([e, o]) => [
        this.#slots.element(e) * vectorBytes,
        this.#columnAt + 4 * o,
      ]);
      at = this.#context.reserve(4 * rows.length);
      const bytes = new DataView(new ArrayBuffer(4 * rows.length));
      rows.forEach((word, i) => {
        bytes.setInt32(4 * i, word, true);
      });
      this.#context.module.data(at, new Uint8Array(bytes.buffer));
      return at;
    };
    return {
      reads: [],
      stores: outcomes.map(([e]) => e),
      cost: 60,
      when: 'kept',
      emit: (body) => {
        const { f } = body;
        const rows = table();
        const row = f.local('i32');
        const value = f.local('v128');
        const sum = f.local('v128');
        const place = f.local('i32');
        body.constant(0);
        f.set(sum);
        f.get(body.lane).i32(3).op('i32.shl').get(parameter.row).op('i32.add').set(place);
        f.i32(0).set(row).loop();
        f.get(row).memory('i32.load', rows).get(body.base).op('i32.add').memory('v128.load').set(value);
        f.get(row)
          .memory('i32.load', rows + 4)
          .memory('i32.load')
          .get(place)
          .op('i32.add');
        f.get(value).memory('v128.store');
        f.get(sum).get(value);
        body.constant(0);
        f.op('f64x2.mul', 'f64x2.add').set(sum);
        f.get(row).i32(8).op('i32.add').tee(row);
        f.i32(8 * outcomes.length)
          .op('i32.lt_u')
          .brIf(0)
          .op('end');
        body.check(sum);
      },
    };
  }

  #keepItem(e: number, o: number): Item {
    return {
      reads: [e],
      cost: 6,
      when: 'kept',
      emit: (body) => {
        const { f } = body;
        const value = f.local('v128');
        body.read(e);
        f.set(value);
        f.i32(0)
          .memory('i32.load', this.#columnAt + 4 * o)
          .get(parameter.row)
          .op('i32.add');
        f.get(body.lane).i32(3).op('i32.shl', 'i32.add').get(value).memory('v128.store');
        body.check(value);
      },
    };
  }

  /** A stock that is not finite stays so, whatever is added, so it is checked once, at the end. */
  checkItems(stocks: readonly number[]): Item[] {
    return stocks.map((e) => ({
      reads: [e],
      cost: 4,
      emit: (body) => {
        const value = body.f.local('v128');
        body.read(e);
        body.f.set(value);
        body.check(value);
      },
    }));
  }

  /** Updates a state at one stage of the integration method. */
  advanceItems(e: number, stage: Stage, number: number): Item[] {
    const element = this.#at(e);
    const { expr, kind } = element;
    const atOnce = this.#stages.length === 1;
    if (kind !== 'stock' && number > 0) return [];
    const reads: number[] = [e];
    eachReference(expr, (other) => reads.push(other));
    return [
      {
        reads,
        cost: costOf(expr) + 3,
        emit: (body) => {
          if (kind === 'stock') this.#advanceStock(e, body, stage, number);
          else if (kind === 'delay') this.#remember(e, body);
          else if (atOnce) body.store(e, () => body.number(expr));
          else body.storeAt(this.#slots.extra(e, 'next'), () => body.number(expr));
        },
      },
    ];
  }

  #advanceStock(e: number, body: Body, stage: Stage, number: number): void {
    const { expr } = this.#at(e);
    const { step } = this.#program.time;
    const { f } = body;
    const grown = (by: number, rate: () => unknown): void => {
      body.constant(by);
      rate();
      f.op('f64x2.mul', 'f64x2.add');
    };
    if (this.#stages.length === 1) {
      body.store(e, () => {
        body.read(e);
        grown(step, () => body.number(expr));
      });
      return;
    }
    const rate = f.local('v128');
    const total = f.local('v128');
    const base = this.#slots.extra(e, 'base');
    const sum = this.#slots.extra(e, 'sum');
    body.number(expr);
    f.set(rate);
    if (number === 0) body.storeAt(base, () => body.read(e));
    else body.loadAt(sum);
    if (stage.weight === 2) body.constant(2);
    f.get(rate);
    if (stage.weight === 2) f.op('f64x2.mul');
    if (number > 0) f.op('f64x2.add');
    f.set(total);
    if (stage.share === undefined) body.storeAt(sum, () => f.get(total));
    const { share, ahead } = stage;
    body.store(e, () => {
      body.loadAt(base);
      if (share === undefined) grown(step * ahead, () => f.get(rate));
      else grown(step / share, () => f.get(total));
    });
  }

  /** The history of a delay is a ring buffer. */
  #ring(e: number): { slot: number; length: number } {
    const { delay } = this.#at(e);
    const { time } = this.#program;
    const all = stepsOf(time) + 1;
    const length = delay?.k === 'n' ? Math.min(all, delaySteps(delay.v, time.step)) : all;
    return { slot: this.#slots.ring(e, length), length };
  }

  #remember(e: number, body: Body): void {
    const { slot, length } = this.#ring(e);
    const { f } = body;
    f.get(body.base)
      .get(parameter.step)
      .i32(length)
      .op('i32.rem_s')
      .i32(vectorBytes)
      .op('i32.mul', 'i32.add');
    body.number(this.#at(e).expr);
    f.memory('v128.store', slot * vectorBytes);
  }

  /** Updates that are committed at the end of the step. */
  commitItems(e: number): Item[] {
    const { kind } = this.#at(e);
    if (kind === 'memory' && this.#stages.length > 1) {
      return [
        {
          reads: [],
          cost: 2,
          emit: (body) => {
            body.store(e, () => body.loadAt(this.#slots.extra(e, 'next')));
          },
        },
      ];
    }
    if (kind !== 'delay') return [];
    return [
      {
        reads: [],
        cost: 20,
        emit: (body) => {
          this.#recall(e, body);
        },
      },
    ];
  }

  /** Reads the ring buffer of a delay: the value of so long ago, or the start value before that; per future. */
  #recall(e: number, body: Body): void {
    const { slot, length } = this.#ring(e);
    const { f } = body;
    const wait = this.#slots.extra(e, 'wait') * vectorBytes;
    const held = this.#slots.extra(e, 'held') * vectorBytes;
    const next = f.local('i32');
    const steps = f.local('f64');
    body.store(e, () => {
      for (const lane of [0, 1]) {
        f.get(parameter.step).i32(1).op('i32.add').tee(next).op('f64.convert_i32_s');
        f.get(body.base)
          .memory('f64.load', wait + 8 * lane)
          .tee(steps)
          .op('f64.ge')
          .if('f64');
        f.get(body.base).get(next).get(steps).op('i32.trunc_sat_f64_s', 'i32.sub');
        f.i32(length).op('i32.rem_s').i32(vectorBytes).op('i32.mul', 'i32.add');
        f.memory('f64.load', slot * vectorBytes + 8 * lane);
        f.op('else')
          .get(body.base)
          .memory('f64.load', held + 8 * lane)
          .op('end');
        if (lane === 0) f.op('f64x2.splat');
        else f.lane('f64x2.replace_lane', 1);
      }
    });
  }
}
