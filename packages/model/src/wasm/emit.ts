import { delaySteps } from '../interpret.ts';
import { type Stage, stagesOf, stepsOf } from '../kernel/method.ts';
import type { Plan, Precision } from '../plan.ts';
import { type Element, eachReference, type Program, startOf } from '../program.ts';
import { Body } from './body.ts';
import { type GroupCall, ModuleContext, vectorBytes } from './context.ts';
import { costOf } from './cost.ts';

/** Futures of one block. */
export const lanes = 64;

/** A module, and what its host must know of it. */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of memory with a fixed address, from 0. */
  readonly fixedBytes: number;
  /** Bytes of the record of two futures, and of that of what all share. */
  readonly recordBytes: number;
  readonly sharedBytes: number;
  /** Address of an i32 per step: where its row begins within a column, or -1 if it is not kept. */
  readonly keptAt: number;
  /** Address of an i32 per outcome: where its column begins. */
  readonly columnAt: number;
  readonly groupCalls: readonly GroupCall[];
  /** Slot of each input, or undefined where nothing reads it. */
  inputSlot(e: number): number | undefined;
  /** Slot that is 0, or NaN once a stock or a kept number is not finite. */
  readonly checkSlot: number;
}

type Space = 'shared' | 'each';

/** One piece of code of a sequence. */
interface Item {
  /** The element that it computes. */
  readonly defines?: number;
  readonly reads: readonly number[];
  readonly cost: number;
  emit(body: Body, stored: boolean): void;
  /** Done only where a step is kept, or only if another step follows. */
  readonly when?: 'kept' | 'goingOn';
}

interface Sequence {
  readonly space: Space;
  readonly items: readonly Item[];
}

/**
 * Operations of one function, at most. Within a function values stay in locals; between functions they go through memory,
 * and a very large function makes the engine slow.
 */
const chunkCost = 3000;

/** Parameters of every function of a sequence, in order. */
const parameter = { base: 0, end: 1, stride: 2, shared: 3, step: 4, time: 5, row: 6 } as const;
const parameterTypes = ['i32', 'i32', 'i32', 'i32', 'i32', 'f64', 'i32'] as const;

/**
 * Writes a plan as a module: one exported function `run` that computes a whole block of futures, two at a time. The
 * numbers of two futures stand together in a record; what all futures share has a record of its own, every number
 * twice.
 */
export function emitModule(program: Program, plan: Plan, precision: Precision): Emitted {
  return new Emitter(program, plan, precision).emit();
}

class Emitter {
  readonly #context: ModuleContext;
  readonly #program: Program;
  readonly #plan: Plan;
  readonly #stages: readonly Stage[];
  readonly #steps: number;
  readonly #slots: Readonly<Record<Space, Map<string, number>>> = { shared: new Map(), each: new Map() };
  readonly #size: Record<Space, number> = { shared: 0, each: 0 };
  readonly #rings = new Map<number, { slot: number; length: number }>();
  readonly #keptAt: number;
  readonly #columnAt: number;

  constructor(program: Program, plan: Plan, precision: Precision) {
    this.#program = program;
    this.#plan = plan;
    this.#context = new ModuleContext(program, plan, precision);
    this.#stages = stagesOf(program.time.method);
    this.#steps = stepsOf(program.time);
    this.#keptAt = this.#context.reserve(4 * (this.#steps + 1));
    this.#columnAt = this.#context.reserve(4 * plan.outcomes.length);
  }

  emit(): Emitted {
    const checkSlot = this.#slotOf('each', 'check');
    for (const e of this.#plan.inputs) if (this.#plan.place(e).in !== 'number') this.#slot(e);
    const { shared, each } = this.#sequences();
    const write = this.#writer([...Object.values(shared).flat(), ...Object.values(each).flat()]);
    const functions = (sequences: Sequence[]): number[][] => sequences.map(write);
    const parts = {
      shared: {
        start: functions(shared.start),
        values: functions(shared.values),
        advance: functions(shared.advance),
        commit: functions(shared.commit),
      },
      each: {
        start: functions(each.start),
        values: functions(each.values),
        advance: functions(each.advance),
        commit: functions(each.commit),
        finish: functions(each.finish),
      },
    };
    this.#context.module.export('run', this.#run(parts));
    this.#context.module.importMemory('env', 'memory', 1);
    return {
      bytes: this.#context.module.finish(),
      fixedBytes: this.#context.top,
      recordBytes: this.#size.each * vectorBytes,
      sharedBytes: this.#size.shared * vectorBytes,
      keptAt: this.#keptAt,
      columnAt: this.#columnAt,
      groupCalls: this.#context.groupCalls,
      inputSlot: (e) => this.#slots[this.#spaceOf(e)].get(`v${e}`),
      checkSlot,
    };
  }

  #at(e: number): Element {
    const element = this.#plan.elements[e];
    if (element === undefined) throw new Error(`no element ${e}`);
    return element;
  }

  #spaceOf(e: number): Space {
    return this.#plan.place(e).in === 'each' ? 'each' : 'shared';
  }

  #slotOf(space: Space, key: string, length = 1): number {
    const known = this.#slots[space].get(key);
    if (known !== undefined) return known;
    const slot = this.#size[space];
    this.#slots[space].set(key, slot);
    this.#size[space] += length;
    return slot;
  }

  #slot(e: number): number {
    return this.#slotOf(this.#spaceOf(e), `v${e}`);
  }

  /** A slot of the kernel's own beside the value of a state. */
  #extra(e: number, what: 'base' | 'sum' | 'next' | 'held' | 'wait'): number {
    return this.#slotOf(this.#spaceOf(e), `${what}${e}`);
  }

  #sequences(): {
    shared: Record<'start' | 'values' | 'advance' | 'commit', Sequence[]>;
    each: Record<'start' | 'values' | 'advance' | 'commit' | 'finish', Sequence[]>;
  } {
    const of = (space: Space, list: readonly number[]): number[] =>
      list.filter((e) => this.#spaceOf(e) === space);
    const parts = (space: Space) => {
      const states = of(space, this.#plan.states);
      return {
        start: of(space, this.#plan.startOrder).map((e) => this.#startItem(e)),
        values: of(space, this.#plan.stepOrder).map((e) => this.#valueItem(e)),
        advance: this.#stages.map((stage, s) => states.flatMap((e) => this.#advanceItems(e, stage, s))),
        commit: states.flatMap((e) => this.#commitItems(e)),
        stocks: states.filter((e) => this.#at(e).kind === 'stock'),
      };
    };
    const shared = parts('shared');
    const each = parts('each');
    const keep = this.#keepItems();
    const sequence = (space: Space, items: readonly Item[]): Sequence => ({ space, items });
    // With one stage a step is one sequence, so that what is computed stays in locals until the stocks have moved.
    const atOnce = this.#stages.length === 1;
    const goingOn = (items: readonly Item[]): Item[] => items.map((item) => ({ ...item, when: 'goingOn' }));
    const first = atOnce
      ? [...each.values, ...keep, ...goingOn(each.advance[0] ?? []), ...goingOn(each.commit)]
      : each.values;
    return {
      shared: {
        start: [sequence('shared', shared.start)],
        values: [sequence('shared', shared.values)],
        advance: shared.advance.map((items) => sequence('shared', items)),
        commit: [sequence('shared', shared.commit)],
      },
      each: {
        start: [sequence('each', [this.#clearItem(), ...each.start])],
        values: atOnce ? [sequence('each', first)] : [sequence('each', first), sequence('each', keep)],
        advance: atOnce ? [] : each.advance.map((items) => sequence('each', items)),
        commit: atOnce ? [] : [sequence('each', each.commit)],
        finish: [sequence('each', this.#checkItems([...each.stocks, ...shared.stocks]))],
      },
    };
  }

  #clearItem(): Item {
    return {
      reads: [],
      cost: 1,
      emit: (body) => {
        body.storeAt(this.#slotOf('each', 'check'), () => body.constant(0));
      },
    };
  }

  #startItem(e: number): Item {
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
        body.storeAt(this.#extra(e, 'held'), () => body.read(e));
        body.storeAt(this.#extra(e, 'wait'), () => {
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

  #valueItem(e: number): Item {
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

  /** Writes the kept numbers of a step, and notes those that are not finite. */
  #keepItems(): Item[] {
    return this.#plan.outcomes.map((e, o) => ({
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
        f.get(body.lane ?? 0)
          .i32(3)
          .op('i32.shl', 'i32.add')
          .get(value)
          .memory('v128.store');
        this.#check(body, value);
      },
    }));
  }

  /** Infinite or no number at all, times 0, is no number; and that stays in a sum. */
  #check(body: Body, value: number): void {
    const slot = this.#slotOf('each', 'check');
    body.storeAt(slot, () => {
      body.loadAt(slot);
      body.f.get(value);
      body.constant(0);
      body.f.op('f64x2.mul', 'f64x2.add');
    });
  }

  /** A stock that is not finite stays so, whatever is added: one look at the end is enough. */
  #checkItems(stocks: readonly number[]): Item[] {
    return stocks.map((e) => ({
      reads: [e],
      cost: 4,
      emit: (body) => {
        const value = body.f.local('v128');
        body.read(e);
        body.f.set(value);
        this.#check(body, value);
      },
    }));
  }

  #advanceItems(e: number, stage: Stage, number: number): Item[] {
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
          else body.storeAt(this.#extra(e, 'next'), () => body.number(expr));
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
    const base = this.#extra(e, 'base');
    const sum = this.#extra(e, 'sum');
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

  /** The past of a delay stands in a ring: a step and the one a whole ring later share a place. */
  #ring(e: number): { slot: number; length: number } {
    let ring = this.#rings.get(e);
    if (ring === undefined) {
      const { delay } = this.#at(e);
      const all = this.#steps + 1;
      const length = delay?.k === 'n' ? Math.min(all, delaySteps(delay.v, this.#program.time.step)) : all;
      ring = { slot: this.#slotOf(this.#spaceOf(e), `ring${e}`, length), length };
      this.#rings.set(e, ring);
    }
    return ring;
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

  #commitItems(e: number): Item[] {
    const { kind } = this.#at(e);
    if (kind === 'memory' && this.#stages.length > 1) {
      return [
        {
          reads: [],
          cost: 2,
          emit: (body) => {
            body.store(e, () => body.loadAt(this.#extra(e, 'next')));
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

  /** What was remembered so long ago, or the start value as long as that is not there; for each future apart. */
  #recall(e: number, body: Body): void {
    const { slot, length } = this.#ring(e);
    const { f } = body;
    const wait = this.#extra(e, 'wait') * vectorBytes;
    const held = this.#extra(e, 'held') * vectorBytes;
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

  /** Cuts all sequences in pieces, sees what must pass between them through memory, and gives the one that writes. */
  #writer(sequences: readonly Sequence[]): (sequence: Sequence) => number[] {
    const pieces = new Map<Sequence, Item[][]>();
    const stored = new Set<number>();
    for (const sequence of sequences) pieces.set(sequence, piecesOf(sequence.items));
    for (const piece of [...pieces.values()].flat()) {
      const own = new Set(piece.map((item) => item.defines));
      for (const item of piece) for (const e of item.reads) if (!own.has(e)) stored.add(e);
    }
    // States and what a run keeps steady are read in other steps than that which makes them.
    for (const e of this.#plan.states) stored.add(e);
    return (sequence) =>
      (pieces.get(sequence) ?? []).map((piece) => this.#function(sequence.space, piece, stored));
  }

  /** One function: its items for two futures after two others. */
  #function(space: Space, piece: readonly Item[], stored: ReadonlySet<number>): number {
    return this.#context.module.function(parameterTypes, [], (f) => {
      const lane = space === 'each' ? f.local('i32') : undefined;
      const body = new Body(this.#context, f, {
        base: parameter.base,
        shared: parameter.shared,
        time: parameter.time,
        step: parameter.step,
        ...(lane === undefined ? {} : { lane }),
        slot: (e) => this.#slot(e),
        isShared: (e) => this.#spaceOf(e) === 'shared',
      });
      if (lane !== undefined) f.loop();
      let open: Item['when'];
      const emit = (items: readonly Item[]): void => {
        for (const item of items) item.emit(body, item.defines !== undefined && stored.has(item.defines));
      };
      for (const run of runsOf(piece)) {
        open = run[0]?.when;
        if (open === undefined) {
          emit(run);
          continue;
        }
        if (open === 'kept') f.get(parameter.row).i32(0).op('i32.ge_s').if();
        else f.get(parameter.step).i32(this.#steps).op('i32.lt_s').if();
        body.apart(() => {
          emit(run);
        });
        f.op('end');
      }
      if (lane === undefined) return;
      f.get(lane).i32(2).op('i32.add').set(lane);
      f.get(parameter.base).get(parameter.stride).op('i32.add').tee(parameter.base);
      f.get(parameter.end).op('i32.lt_u').brIf(0).op('end');
    });
  }

  /** `run(base, end, stride, shared)`: a whole block from its inputs to its last step. */
  #run(parts: {
    shared: Record<'start' | 'values' | 'advance' | 'commit', number[][]>;
    each: Record<'start' | 'values' | 'advance' | 'commit' | 'finish', number[][]>;
  }): number {
    const { start, step } = this.#program.time;
    return this.#context.module.function(['i32', 'i32', 'i32', 'i32'], [], (f) => {
      const k = f.local('i32');
      const row = f.local('i32');
      const t = f.local('f64');
      const ts = f.local('f64');
      const call = (space: Space, functions: readonly (readonly number[])[], time = t): void => {
        for (const fn of functions.flat()) {
          if (space === 'each') f.get(0).get(1).get(2).get(3);
          else f.get(3).get(3).get(2).get(3);
          f.get(k).get(time).get(row).call(fn);
        }
      };
      const timeOf = (at: Stage['at']): void => {
        f.f64(start).get(k);
        if (at === 1) f.i32(1).op('i32.add');
        f.op('f64.convert_i32_s').f64(step).op('f64.mul', 'f64.add');
        if (at === 0.5) f.f64(step / 2).op('f64.add');
      };
      f.f64(start).set(t).i32(-1).set(row);
      call('shared', parts.shared.start);
      call('each', parts.each.start);
      f.block().loop();
      timeOf(0);
      f.set(t).get(k).i32(2).op('i32.shl').memory('i32.load', this.#keptAt).set(row);
      call('shared', parts.shared.values);
      call('each', parts.each.values);
      f.get(k).i32(this.#steps).op('i32.ge_s').brIf(1);
      this.#stages.forEach((stage, s) => {
        timeOf(stage.at);
        f.set(ts);
        if (s > 0) {
          call('shared', parts.shared.values, ts);
          call('each', parts.each.values.slice(0, 1), ts);
        }
        call('each', parts.each.advance.slice(s, s + 1), ts);
        call('shared', parts.shared.advance.slice(s, s + 1), ts);
      });
      call('each', parts.each.commit);
      call('shared', parts.shared.commit);
      f.get(k).i32(1).op('i32.add').set(k).br(0).op('end', 'end');
      call('each', parts.each.finish);
    });
  }
}

/** Cuts a sequence where a piece would become too large. */
function piecesOf(items: readonly Item[]): Item[][] {
  const pieces: Item[][] = [];
  let cost = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (cost > chunkCost) {
      pieces.push([]);
      cost = 0;
    }
    pieces.at(-1)?.push(item);
    cost += item.cost;
  }
  return pieces;
}

/** Neighbours that stand under the same condition. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.when === item.when) last.push(item);
    else runs.push([item]);
  }
  return runs;
}
