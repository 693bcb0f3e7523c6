import { numberAt } from '@schaalsprong/words';
import { delaySteps } from '../../evaluate/interpret.ts';
import type { Element, Program } from '../../ir/program.ts';
import { eachReference, startOf } from '../../ir/references.ts';
import { checkBlock, fillInputs } from '../../kernel/block.ts';
import type { Kernel, KernelShape, Question } from '../../kernel/kernel.ts';
import { type Stage, stagesOf, stageTime, stepsOf } from '../../kernel/method.ts';
import { makePlan, type Plan, type Precision } from '../../plan/plan.ts';
import { Body, blockSize, Library, literal, slotText } from './text.ts';

/** Operations per loop over the futures: larger phases are split into several loops. */
const chunkCost = 120;

interface Draws {
  seed: number;
  /** Number of the first future of the block. */
  first: number;
}

type Phase = (
  M: Float64Array,
  U: Float64Array,
  H: Float64Array,
  n: number,
  t: number,
  k: number,
  c: Draws,
) => void;

interface Phases {
  readonly start: readonly Phase[];
  readonly values: readonly Phase[];
  /** By stage of the method of integration. */
  readonly advance: readonly (readonly Phase[])[];
  readonly commit: readonly Phase[];
}

type Space = 'shared' | 'each';
const spaces = ['shared', 'each'] as const;

/**
 * Code generation to JavaScript over typed arrays. Values shared by all futures are computed once per block, time-invariant values once per
 * future (loop-invariant code motion), the rest in loops over a block of futures, each a handful of equations with their values in local
 * variables. The operations and their order do not depend on the number of futures, so results are bit-identical.
 */
export function javascriptKernel(program: Program, shape: KernelShape, precision: Precision): Kernel {
  const { time } = program;
  const steps = stepsOf(time);
  const plan = makePlan(program, shape.perFuture, shape.shared, shape.outcomes, precision);
  const writer = new Writer(program, plan, precision);
  const phases = writer.phases();
  const stages = stagesOf(time.method);
  const { slotsEach, slotsShared, history } = writer;
  const stocks = plan.states.filter((e) => plan.elements[e]?.kind === 'stock');
  let memory: { M: Float64Array; U: Float64Array; H: Float64Array } | undefined;

  /** Lazy allocation: a kernel that is compiled but never run takes no memory. */
  const allocate = (): NonNullable<typeof memory> => {
    memory ??= {
      M: new Float64Array(slotsEach * blockSize),
      U: new Float64Array(slotsShared),
      H: new Float64Array(history),
    };
    return memory;
  };

  function* blocks(question: Question, begin = 0): Generator<ReturnType<typeof checkBlock>> {
    const { M, U, H } = allocate();
    const start = new Float64Array(slotsShared);
    const { inputs, count, keep, columns, seed } = question;
    const lanes = Math.min(blockSize, count);
    const data = new Float64Array(keep.length * columns.length * lanes);
    const rowOf = new Map(keep.map((k, i) => [k, i]));
    const places = columns.map((e) => plan.place(e));
    const draws: Draws = { seed, first: question.first };
    for (const e of shape.shared) {
      const place = plan.place(e);
      const value = inputs.get(e);
      if (place.in === 'shared' && typeof value === 'number') start[place.slot] = value;
    }
    for (const phase of phases.shared.start) phase(M, start, H, 1, time.start, 0, draws);
    for (let from = begin; from < count; from += blockSize) {
      const n = Math.min(blockSize, count - from);
      draws.first = question.first + from;
      fillInputs(shape.perFuture, plan, inputs, from, n, (slot) => slot * blockSize, M);
      U.set(start);
      for (const phase of phases.each.start) phase(M, U, H, n, time.start, 0, draws);
      for (let k = 0; k <= steps; k++) {
        const t = stageTime(time, k, 0);
        for (const phase of phases.shared.values) phase(M, U, H, 1, t, k, draws);
        for (const phase of phases.each.values) phase(M, U, H, n, t, k, draws);
        const row = rowOf.get(k);
        if (row !== undefined) {
          places.forEach((place, c) => {
            const at = (c * keep.length + row) * lanes;
            if (place.in === 'each') {
              data.set(M.subarray(place.slot * blockSize, place.slot * blockSize + n), at);
            } else {
              data.fill(place.in === 'number' ? place.value : numberAt(U, place.slot), at, at + n);
            }
          });
        }
        if (k === steps) break;
        stages.forEach((stage, s) => {
          const ts = stageTime(time, k, stage.at);
          if (s > 0) {
            for (const phase of phases.shared.values) phase(M, U, H, 1, ts, k, draws);
            for (const phase of phases.each.values) phase(M, U, H, n, ts, k, draws);
          }
          for (const phase of phases.each.advance[s] ?? []) phase(M, U, H, n, ts, k, draws);
          for (const phase of phases.shared.advance[s] ?? []) phase(M, U, H, 1, ts, k, draws);
        });
        for (const phase of phases.each.commit) phase(M, U, H, n, t, k, draws);
        for (const phase of phases.shared.commit) phase(M, U, H, 1, t, k, draws);
      }
      let bad: number | undefined;
      const note = (i: number): void => {
        if (bad === undefined || i < bad) bad = i;
      };
      for (const e of stocks) {
        const place = plan.place(e);
        if (place.in === 'shared' && !Number.isFinite(U[place.slot])) note(0);
        if (place.in === 'each') {
          for (let i = 0; i < n; i++) if (!Number.isFinite(M[place.slot * blockSize + i])) note(i);
        }
      }
      yield checkBlock({
        from,
        count: n,
        data,
        columns: columns.length,
        keep: keep.length,
        lanes,
        bad,
      });
    }
  }

  return {
    lanes: blockSize,
    bytes: (kept, columns, futures) =>
      8 * (slotsEach * blockSize + 2 * slotsShared + history + kept * columns * Math.min(blockSize, futures)),
    blocks,
  };
}

/** Splits a list into chunks of about {@link chunkCost} operations each. */
function chunksOf(list: readonly number[], costOf: (e: number) => number): number[][] {
  const chunks: number[][] = [];
  let cost = Number.POSITIVE_INFINITY;
  for (const e of list) {
    if (cost > chunkCost) {
      chunks.push([]);
      cost = 0;
    }
    chunks.at(-1)?.push(e);
    cost += costOf(e);
  }
  return chunks;
}

/** Code generator: emits the source of a plan and compiles it to functions. */
class Writer {
  slotsEach: number;
  slotsShared: number;
  /** Size of the ring buffers of DELAY FIXED. */
  history = 0;
  readonly #program: Program;
  readonly #precision: Precision;
  readonly #plan: Plan;
  readonly #stages: readonly Stage[];
  readonly #library = new Library();
  readonly #parts: string[] = [];
  readonly #extras = new Map<string, string>();
  readonly #rings = new Map<number, { at: number; length: number }>();
  /** Elements live after their loop: they must be stored in memory. */
  readonly #readLater: Set<number>;

  constructor(program: Program, plan: Plan, precision: Precision) {
    this.#precision = precision;
    this.#program = program;
    this.#plan = plan;
    this.#stages = stagesOf(program.time.method);
    this.slotsEach = plan.slotsEach;
    this.slotsShared = plan.slotsShared;
    this.#readLater = new Set(plan.outcomes);
    for (const e of plan.states) {
      eachReference(this.#at(e).expr, (other) => {
        this.#readLater.add(other);
      });
    }
  }

  phases(): Record<Space, Phases> {
    const text = spaces.map((space) => {
      const start = this.#write(space, this.#plan.startOrder, (e, body) => this.#start(e, body), true);
      const values = this.#write(space, this.#plan.stepOrder, (e, body, stored) => {
        const value = body.define(e, body.number(this.#at(e).expr));
        if (stored) body.lines.push(`${body.address(e)}=${value};`);
      });
      const advance = this.#stages.map((stage, s) =>
        this.#write(space, this.#plan.states, (e, body) => this.#advance(e, body, stage, s), true),
      );
      const commit = this.#write(space, this.#plan.states, (e, body) => this.#commit(e, body), true);
      return `${space}:{start:[${start}],values:[${values}],advance:[${advance.map((p) => `[${p}]`)}],commit:[${commit}]}`;
    });
    const source = `'use strict';\n${this.#parts.join('\n')}\nreturn {${text.join(',')}};`;
    // The only place where text is evaluated as code. Names and comments of the model never enter it, so a model cannot inject code.
    const make: unknown = new Function('steps', ...this.#library.names, source)(
      delaySteps,
      ...this.#library.values,
    );
    return make as Record<Space, Phases>;
  }

  #at(e: number): Element {
    const element = this.#plan.elements[e];
    if (element === undefined) throw new Error(`no element ${e}`);
    return element;
  }

  #spaceOf(e: number): Space {
    return this.#plan.place(e).in === 'each' ? 'each' : 'shared';
  }

  /** @returns the names of the functions written, in order */
  #write(
    space: Space,
    list: readonly number[],
    emit: (e: number, body: Body, stored: boolean) => void,
    storeAll = false,
  ): string[] {
    const wanted = list.filter((e) => this.#spaceOf(e) === space);
    const chunks = chunksOf(wanted, (e) => {
      const probe = new Body(this.#program, this.#plan, new Library(), this.#precision);
      emit(e, probe, false);
      return probe.cost + 2;
    });
    const stored = new Set<number>(this.#readLater);
    if (!storeAll) {
      const chunkOf = new Map<number, number>();
      chunks.forEach((chunk, c) => {
        for (const e of chunk) chunkOf.set(e, c);
      });
      for (const e of wanted) {
        eachReference(this.#at(e).expr, (other) => {
          if (chunkOf.get(other) !== chunkOf.get(e)) stored.add(other);
        });
      }
    }
    return chunks.flatMap((chunk) => {
      const body = new Body(this.#program, this.#plan, this.#library, this.#precision);
      for (const e of chunk) emit(e, body, storeAll || space === 'shared' || stored.has(e));
      if (body.lines.length === 0) return [];
      const name = `p${this.#parts.length}`;
      const inner = [...body.loads, ...body.lines].join('\n');
      const loop = space === 'each' ? `for(let i=0;i<n;i++){\n${inner}\n}` : inner;
      this.#parts.push(`function ${name}(M,U,H,n,t,k,c){\n${body.sharedLoads.join('\n')}\n${loop}\n}`);
      return [name];
    });
  }

  /** An auxiliary slot of a state, beside its value. */
  #extra(e: number, what: 'base' | 'sum' | 'next' | 'held' | 'wait'): string {
    const key = `${what}${e}`;
    const space = this.#spaceOf(e);
    const text =
      this.#extras.get(key) ??
      (space === 'each' ? slotText(space, this.slotsEach++) : slotText(space, this.slotsShared++));
    this.#extras.set(key, text);
    return text;
  }

  /** The history of a delay is a ring buffer. */
  #past(e: number, k: string): string {
    const { delay } = this.#at(e);
    const { step } = this.#program.time;
    const lanes = this.#spaceOf(e) === 'each' ? blockSize : 1;
    let ring = this.#rings.get(e);
    if (ring === undefined) {
      const all = stepsOf(this.#program.time) + 1;
      const length = delay?.k === 'n' ? Math.min(all, delaySteps(delay.v, step)) : all;
      ring = { at: this.history, length };
      this.#rings.set(e, ring);
      this.history += length * lanes;
    }
    return `H[${ring.at}+(${k})%${ring.length}*${lanes}${lanes === 1 ? '' : '+i'}]`;
  }

  #start(e: number, body: Body): void {
    const element = this.#at(e);
    const value = body.define(e, body.number(startOf(element)));
    body.lines.push(`${body.address(e)}=${value};`);
    if (element.kind === 'delay' && element.delay !== undefined) {
      const wait = body.number(element.delay);
      body.lines.push(`${this.#extra(e, 'held')}=${value};`);
      body.lines.push(`${this.#extra(e, 'wait')}=steps(${wait},${literal(this.#program.time.step)});`);
    }
  }

  #advance(e: number, body: Body, stage: Stage, number: number): void {
    const element = this.#at(e);
    const once = this.#stages.length === 1;
    if (element.kind === 'stock') {
      const { step } = this.#program.time;
      const rate = body.number(element.expr);
      if (once) {
        body.lines.push(`${body.address(e)}=${body.read(e)}+${literal(step)}*${rate};`);
        return;
      }
      const base = this.#extra(e, 'base');
      const sum = this.#extra(e, 'sum');
      const r = body.temporary(rate);
      if (number === 0) body.lines.push(`${base}=${body.read(e)};`);
      const weighed = stage.weight === 1 ? r : `2*${r}`;
      const total = number === 0 ? weighed : `${sum}+${weighed}`;
      if (stage.share === undefined) body.lines.push(`${sum}=${total};`);
      const ahead =
        stage.share === undefined
          ? `${literal(step * stage.ahead)}*${r}`
          : `${literal(step / stage.share)}*(${total})`;
      body.lines.push(`${body.address(e)}=${base}+${ahead};`);
      return;
    }
    if (number > 0) return;
    const into =
      element.kind === 'delay' ? this.#past(e, 'k') : once ? body.address(e) : this.#extra(e, 'next');
    body.lines.push(`${into}=${body.number(element.expr)};`);
  }

  #commit(e: number, body: Body): void {
    const { kind } = this.#at(e);
    if (kind === 'memory' && this.#stages.length > 1) {
      body.lines.push(`${body.address(e)}=${this.#extra(e, 'next')};`);
    }
    if (kind === 'delay') {
      const wait = body.temporary(this.#extra(e, 'wait'));
      const then = this.#past(e, `k+1-${wait}`);
      body.lines.push(`${body.address(e)}=k+1>=${wait}?${then}:${this.#extra(e, 'held')};`);
    }
  }
}
