import type { Element, Program } from '../../ir/program.ts';
import { type Stage, stagesOf, stepsOf } from '../../kernel/method.ts';
import type { Plan, Precision } from '../../plan/plan.ts';
import { Body, Fetched } from './body.ts';
import { type GroupCall, ModuleContext, vectorBytes } from './context.ts';
import { type Item, Items, parameter, parameterTypes } from './items.ts';
import { Slots, type Space } from './slots.ts';

/** Pairs of futures whose code is interleaved. */
const pairsAtOnce = 2;

/** Futures computed at once: a smaller run is padded. */
export const lanesAtOnce = 2 * pairsAtOnce;

/** Futures of one block. */
export const lanes = 64;

/** A module and the memory layout that its host needs. */
export interface Emitted {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of static memory, from address 0. */
  readonly fixedBytes: number;
  /** Bytes of the record of two futures, and of the shared record. */
  readonly recordBytes: number;
  readonly sharedBytes: number;
  /** Address of an i32 per step: where its row begins within a column, or -1 if it is not kept. */
  readonly keptAt: number;
  /** Address of an i32 per outcome: where its column begins. */
  readonly columnAt: number;
  /** Address of seed and first future, for random draws. */
  readonly drawKeyAt: number;
  readonly groupCalls: readonly GroupCall[];
  /** Slot of each input, or undefined where nothing reads it. */
  inputSlot(e: number): number | undefined;
  /** Slot that is 0, or NaN once a stock or a kept value is not finite. */
  readonly checkSlot: number;
}

interface Sequence {
  readonly space: Space;
  readonly items: readonly Item[];
}

/**
 * Operations per function, at most. Within a function values stay in locals, between functions they go through memory; a very large
 * function is slow to compile and spills registers.
 */
const defaultPieceCost = 1500;

/** Operations of a step above which pieces are not interleaved, to limit code size. */
const largeCost = 20_000;

/**
 * Code generation of a plan to WebAssembly: one exported function `run` computes a block of futures, two at a time with SIMD. The values of
 * two futures share a record; shared values have a record of their own, each value in both lanes.
 */
export function emitModule(
  program: Program,
  plan: Plan,
  precision: Precision,
  pieceCost = defaultPieceCost,
): Emitted {
  return new Emitter(program, plan, precision, pieceCost).emit();
}

class Emitter {
  readonly #context: ModuleContext;
  readonly #program: Program;
  readonly #plan: Plan;
  readonly #stages: readonly Stage[];
  readonly #steps: number;
  readonly #slots: Slots;
  readonly #items: Items;
  readonly #pieceCost: number;
  #pairs = pairsAtOnce;
  readonly #keptAt: number;
  readonly #columnAt: number;

  constructor(program: Program, plan: Plan, precision: Precision, pieceCost: number) {
    this.#pieceCost = pieceCost;
    this.#program = program;
    this.#plan = plan;
    this.#context = new ModuleContext(program, plan, precision);
    this.#stages = stagesOf(program.time.method);
    this.#steps = stepsOf(program.time);
    this.#keptAt = this.#context.reserve(4 * (this.#steps + 1));
    this.#columnAt = this.#context.reserve(4 * plan.outcomes.length);
    this.#slots = new Slots(plan);
    this.#items = new Items(this.#context, this.#slots, this.#columnAt);
  }

  emit(): Emitted {
    const checkSlot = this.#slots.check;
    for (const e of this.#plan.inputs) if (this.#plan.place(e).in !== 'number') this.#slots.element(e);
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
      recordBytes: this.#slots.size('each') * vectorBytes,
      sharedBytes: this.#slots.size('shared') * vectorBytes,
      keptAt: this.#keptAt,
      columnAt: this.#columnAt,
      drawKeyAt: this.#context.drawKeyAt,
      groupCalls: this.#context.groupCalls,
      inputSlot: (e) => this.#slots.known(e),
      checkSlot,
    };
  }

  #at(e: number): Element {
    const element = this.#plan.elements[e];
    if (element === undefined) throw new Error(`no element ${e}`);
    return element;
  }

  #sequences(): {
    shared: Record<'start' | 'values' | 'advance' | 'commit', Sequence[]>;
    each: Record<'start' | 'values' | 'advance' | 'commit' | 'finish', Sequence[]>;
  } {
    const of = (space: Space, list: readonly number[]): number[] =>
      list.filter((e) => this.#slots.spaceOf(e) === space);
    const parts = (space: Space) => {
      const states = of(space, this.#plan.states);
      return {
        start: of(space, this.#plan.startOrder).map((e) => this.#items.startItem(e)),
        values: of(space, this.#plan.stepOrder).map((e) => this.#items.valueItem(e)),
        advance: this.#stages.map((stage, s) => states.flatMap((e) => this.#items.advanceItems(e, stage, s))),
        commit: states.flatMap((e) => this.#items.commitItems(e)),
        stocks: states.filter((e) => this.#at(e).kind === 'stock'),
      };
    };
    const shared = parts('shared');
    const each = parts('each');
    const keep = this.#items.keepItems();
    const sequence = (space: Space, items: readonly Item[]): Sequence => ({ space, items });
    // A single-stage method has one sequence per step, so that values stay in locals until the stocks are updated.
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
        start: [sequence('each', [this.#items.clearItem(), ...each.start])],
        values: atOnce ? [sequence('each', first)] : [sequence('each', first), sequence('each', keep)],
        advance: atOnce ? [] : each.advance.map((items) => sequence('each', items)),
        commit: atOnce ? [] : [sequence('each', each.commit)],
        finish: [sequence('each', this.#items.checkItems([...each.stocks, ...shared.stocks]))],
      },
    };
  }

  /**
   * Splits all sequences into pieces and does the liveness analysis: values live across pieces go through memory. @returns the emitter of a
   * sequence
   */
  #writer(sequences: readonly Sequence[]): (sequence: Sequence) => number[] {
    const pieces = new Map<Sequence, Item[][]>();
    const stored = new Set<number>();
    for (const sequence of sequences) pieces.set(sequence, piecesOf(sequence.items, this.#pieceCost));
    const cost = sequences.reduce(
      (sum, { items }) => sum + items.reduce((all, item) => all + item.cost, 0),
      0,
    );
    if (cost > largeCost) this.#pairs = 1;
    for (const piece of [...pieces.values()].flat()) {
      const own = new Set(piece.map((item) => item.defines));
      for (const item of piece) {
        for (const e of item.reads) if (!own.has(e)) stored.add(e);
        for (const e of item.stores ?? []) stored.add(e);
      }
    }
    // States and time-invariant values are read in later steps than the one that computes them.
    for (const e of this.#plan.states) stored.add(e);
    return (sequence) =>
      (pieces.get(sequence) ?? []).map((piece) => this.#function(sequence.space, piece, stored));
  }

  /**
   * One function: its items in a loop over futures. Each item is emitted for two pairs in turn (interleaving), which hides instruction
   * latency.
   */
  #function(space: Space, piece: readonly Item[], stored: ReadonlySet<number>): number {
    return this.#context.module.function(parameterTypes, [], (f) => {
      const each = space === 'each';
      const fetched = new Fetched(f);
      const bodies = Array.from({ length: each ? this.#pairs : 1 }, (_, pair) => {
        const lane = each ? f.local('i32') : undefined;
        const base = pair === 0 ? parameter.base : f.local('i32');
        if (lane !== undefined) f.i32(2 * pair).set(lane);
        return new Body(this.#context, fetched, {
          base,
          shared: parameter.shared,
          time: parameter.time,
          step: parameter.step,
          ...(lane === undefined ? {} : { lane }),
          slot: (e) => this.#slots.element(e),
          isShared: (e) => this.#slots.spaceOf(e) === 'shared',
        });
      });
      if (each) f.loop();
      bodies.slice(1).forEach(({ base }, i) => {
        f.get(bodies[i]?.base ?? base)
          .get(parameter.stride)
          .op('i32.add')
          .set(base);
      });
      const emit = (items: readonly Item[]): void => {
        for (const item of items) {
          const keep = item.defines !== undefined && stored.has(item.defines);
          for (const body of bodies) item.emit(body, keep);
        }
        for (const body of bodies) body.noteChecks(this.#slots.check);
      };
      for (const run of runsOf(piece)) {
        const when = run[0]?.when;
        if (when === undefined) {
          emit(run);
          continue;
        }
        if (when === 'kept') f.get(parameter.row).i32(0).op('i32.ge_s').if();
        else f.get(parameter.step).i32(this.#steps).op('i32.lt_s').if();
        for (const body of bodies) body.enter();
        emit(run);
        for (const body of bodies) body.leave();
        f.op('end');
      }
      if (!each) return;
      for (const { lane = 0 } of bodies)
        f.get(lane)
          .i32(2 * this.#pairs)
          .op('i32.add')
          .set(lane);
      f.get(bodies.at(-1)?.base ?? parameter.base)
        .get(parameter.stride)
        .op('i32.add')
        .tee(parameter.base);
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

/** Splits a sequence where a piece would become too large. */
function piecesOf(items: readonly Item[], most: number): Item[][] {
  const pieces: Item[][] = [];
  let cost = Number.POSITIVE_INFINITY;
  for (const item of items) {
    if (cost > most) {
      pieces.push([]);
      cost = 0;
    }
    pieces.at(-1)?.push(item);
    cost += item.cost;
  }
  return pieces;
}

/** Groups consecutive items with the same condition. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last !== undefined && last[0]?.when === item.when) last.push(item);
    else runs.push([item]);
  }
  return runs;
}
