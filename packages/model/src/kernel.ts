import { delaySteps } from './interpret.ts';
import { checkSlot, makePlan, type Plan } from './plan.ts';
import { type Element, eachReference, type Program, type Scalar, startOf } from './program.ts';

/** Futures that are computed together: the size at which bench/model.bench.ts ran fastest. */
export const blockSize = 64;

/** Operations after which a loop over the futures is closed and the next begun. */
const chunkCost = 120;

type Phase = (M: Float64Array, U: Float64Array, H: Float64Array, n: number, t: number, k: number) => void;

interface Phases {
  readonly startShared: readonly Phase[];
  readonly stepShared: readonly Phase[];
  readonly nextShared: readonly Phase[];
  readonly startEach: readonly Phase[];
  readonly stepEach: readonly Phase[];
  readonly nextEach: readonly Phase[];
}

/** A compiled model for one set of inputs and outcomes; the values of the inputs are free. */
export interface Kernel {
  /** @param inputs for each input element one number (shared) or one per future. */
  run(
    inputs: ReadonlyMap<number, number | Float64Array>,
    count: number,
    keep: readonly number[],
  ): { values: Float64Array[]; bad: number | undefined };
}

/**
 * Writes the program as JavaScript over typed arrays. What no future changes is computed once per run or per
 * step; what time does not change, once per future; the rest in loops over a block of futures, each loop a
 * handful of equations with their values in locals. Every number comes of the same operations in the same order
 * however many futures there are, so the results are the same bit for bit.
 */
export function makeKernel(
  program: Program,
  perFuture: ReadonlySet<number>,
  shared: ReadonlySet<number>,
  outcomes: readonly number[],
): Kernel {
  const settings = program.time;
  const steps = Math.round((settings.stop - settings.start) / settings.step);
  const plan = makePlan(program, perFuture, shared, outcomes);
  const phases = writePhases(program, plan, steps);
  const { slotsEach, slotsShared, delays } = plan;
  const M = new Float64Array(Math.max(1, slotsEach * blockSize));
  const startRow = new Float64Array(Math.max(1, slotsShared));
  const rows = Array.from({ length: steps + 1 }, () => new Float64Array(Math.max(1, slotsShared)));
  const H = new Float64Array(Math.max(1, delays * (steps + 1) * blockSize));
  const places = outcomes.map((e) => plan.place(e));

  return {
    run(inputs, count, keep) {
      const values = outcomes.map(() => new Float64Array(keep.length * count));
      startRow.fill(0);
      for (const e of shared) {
        const place = plan.place(e);
        const value = inputs.get(e);
        if (place.in === 'shared' && typeof value === 'number') startRow[place.slot] = value;
      }
      for (const phase of phases.startShared) phase(M, startRow, H, 1, settings.start, 0);
      let row = startRow;
      rows.forEach((next, k) => {
        next.set(row);
        const t = settings.start + k * settings.step;
        if (k > 0) for (const phase of phases.nextShared) phase(M, next, H, 1, t - settings.step, k - 1);
        for (const phase of phases.stepShared) phase(M, next, H, 1, t, k);
        row = next;
      });

      const rowOf = new Map(keep.map((k, i) => [k, i]));
      let bad: number | undefined;
      const note = (at: number): void => {
        if (bad === undefined || at < bad) bad = at;
      };
      for (let from = 0; from < count; from += blockSize) {
        const n = Math.min(blockSize, count - from);
        for (const e of perFuture) {
          const place = plan.place(e);
          const value = inputs.get(e);
          if (place.in === 'each' && typeof value === 'object') {
            M.set(value.subarray(from, from + n), place.slot * blockSize);
          }
        }
        M.fill(0, checkSlot * blockSize, checkSlot * blockSize + blockSize);
        for (const phase of phases.startEach) phase(M, startRow, H, n, settings.start, 0);
        for (let k = 0; k <= steps; k++) {
          const U = rows[k] ?? startRow;
          const t = settings.start + k * settings.step;
          for (const phase of phases.stepEach) phase(M, U, H, n, t, k);
          const kept = rowOf.get(k);
          if (kept !== undefined) {
            places.forEach((place, o) => {
              const into = values[o];
              if (into === undefined) return;
              const at = kept * count + from;
              if (place.in === 'each') {
                into.set(M.subarray(place.slot * blockSize, place.slot * blockSize + n), at);
              } else {
                into.fill(place.in === 'number' ? place.value : (U[place.slot] ?? Number.NaN), at, at + n);
              }
            });
          }
          if (k < steps) for (const phase of phases.nextEach) phase(M, U, H, n, t, k);
        }
        for (let i = 0; i < n; i++) if (M[checkSlot * blockSize + i] !== 0) note(from + i);
      }
      if ((rows[steps]?.[checkSlot] ?? 0) !== 0) note(0);
      values.forEach((into) => {
        for (let at = 0; at < into.length; at++) {
          const value = into[at] ?? Number.NaN;
          if (value - value !== 0) note(at % count);
        }
      });
      return { values, bad };
    },
  };
}

const literal = (v: number): string => {
  const text = Object.is(v, -0) ? '-0' : String(v);
  return text.startsWith('-') ? `(${text})` : text;
};

/** Collects the text of one loop body: loads once, temporaries, stores. */
class Body {
  readonly loads: string[] = [];
  readonly lines: string[] = [];
  /** Texts that are 0, or NaN when a stock went wrong. */
  readonly checked: string[] = [];
  private readonly known = new Map<number, string>();
  private temporaries = 0;
  cost = 0;
  private readonly program: Program;
  private readonly plan: Plan;
  readonly sharedLoads: string[] = [];

  constructor(program: Program, plan: Plan) {
    this.program = program;
    this.plan = plan;
  }

  read(e: number): string {
    const found = this.known.get(e);
    if (found !== undefined) return found;
    const place = this.plan.place(e);
    if (place.in === 'number') return literal(place.value);
    const name = `v${e}`;
    if (place.in === 'shared') this.sharedLoads.push(`const ${name}=U[${place.slot}];`);
    else this.loads.push(`const ${name}=M[${place.slot * blockSize}+i];`);
    this.known.set(e, name);
    return name;
  }

  /** Names a value that this body computed; later readers use the local. */
  define(e: number, text: string): string {
    const name = this.known.has(e) ? `w${e}` : `v${e}`;
    this.lines.push(`const ${name}=${text};`);
    if (!this.known.has(e)) this.known.set(e, name);
    return name;
  }

  address(e: number): string {
    const place = this.plan.place(e);
    if (place.in === 'number') throw new Error('a number has no address');
    return place.in === 'shared' ? `U[${place.slot}]` : `M[${place.slot * blockSize}+i]`;
  }

  temporary(text: string): string {
    const name = `t${this.temporaries++}`;
    this.lines.push(`const ${name}=${text};`);
    return name;
  }

  /** A simple text stands as it is; anything longer becomes a local, to be used twice without computing twice. */
  private atom(text: string): string {
    return /^(?:[a-z]\d*|[\d.]+(?:e[+-]?\d+)?)$/.test(text) ? text : this.temporary(text);
  }

  number(s: Scalar): string {
    switch (s.k) {
      case 'n':
        return literal(s.v);
      case 't':
        return 't';
      case 'r':
        return this.read(s.e);
      case 'l':
        return this.lookup(s.t, this.number(s.x));
      case 'f':
        return this.operation(s);
      case 'd':
      case 'g':
        throw new Error('not in this kernel yet');
    }
  }

  private condition(s: Scalar): string {
    this.cost++;
    if (s.k === 'f') {
      const [a, b] = s.a;
      const n = (x: Scalar | undefined): string => (x === undefined ? '0' : this.number(x));
      const c = (x: Scalar | undefined): string => (x === undefined ? 'false' : this.condition(x));
      switch (s.f) {
        case 'lt':
          return `(${n(a)}<${n(b)})`;
        case 'le':
          return `(${n(a)}<=${n(b)})`;
        case 'gt':
          return `(${n(a)}>${n(b)})`;
        case 'ge':
          return `(${n(a)}>=${n(b)})`;
        case 'eq':
          return `(${n(a)}===${n(b)})`;
        case 'ne':
          return `(${n(a)}!==${n(b)})`;
        case 'and':
          return `(${c(a)}&&${c(b)})`;
        case 'or':
          return `(${c(a)}||${c(b)})`;
        case 'not':
          return `(!${c(a)})`;
        default:
      }
    }
    return `(${this.number(s)}!==0)`;
  }

  private operation(s: Scalar & { k: 'f' }): string {
    this.cost++;
    const [a, b, c] = s.a;
    const n = (x: Scalar | undefined): string => (x === undefined ? '0' : this.number(x));
    switch (s.f) {
      case 'add':
        return `(${n(a)}+${n(b)})`;
      case 'sub':
        return `(${n(a)}-${n(b)})`;
      case 'mul':
        return `(${n(a)}*${n(b)})`;
      case 'div':
        this.cost += 3;
        return `(${n(a)}/${n(b)})`;
      case 'mod':
        this.cost += 8;
        return `(${n(a)}%${n(b)})`;
      case 'pow':
        this.cost += 10;
        return `Math.pow(${n(a)},${n(b)})`;
      case 'square': {
        const x = this.atom(n(a));
        return `(${x}*${x})`;
      }
      case 'neg':
        return `(-${n(a)})`;
      case 'if':
        return `(${a === undefined ? 'false' : this.condition(a)}?${n(b)}:${n(c)})`;
      case 'min':
        return `Math.min(${n(a)},${n(b)})`;
      case 'max':
        return `Math.max(${n(a)},${n(b)})`;
      case 'xidz': {
        this.cost += 4;
        const below = this.atom(n(b));
        return `(Math.abs(${below})<1e-6?${n(c)}:${n(a)}/${below})`;
      }
      case 'ln':
        this.cost += 8;
        return `Math.log(${n(a)})`;
      case 'abs':
      case 'sqrt':
      case 'trunc':
      case 'floor':
      case 'ceil':
      case 'sign':
        return `Math.${s.f}(${n(a)})`;
      case 'exp':
      case 'sin':
      case 'cos':
      case 'tan':
      case 'asin':
      case 'acos':
      case 'atan':
      case 'sinh':
      case 'cosh':
      case 'tanh':
        this.cost += 8;
        return `Math.${s.f}(${n(a)})`;
      default:
        return `(${this.condition(s)}?1:0)`;
    }
  }

  private lookup(number: number, at: string): string {
    const table = this.program.tables[number];
    if (table === undefined) throw new Error(`no table ${number}`);
    const last = table.x.length - 1;
    const x0 = table.x[0] ?? 0;
    const end = table.x[last] ?? 0;
    this.cost += 6;
    const x = this.temporary(`Math.min(Math.max(${at},${literal(x0)}),${literal(end)})`);
    const segment = (i: number): string => {
      const xi = literal(table.x[i] ?? 0);
      return `${literal(table.y[i] ?? 0)}+${literal(table.slope[i] ?? 0)}*(${x}-${xi})`;
    };
    // The segments as a tree of comparisons: numbers in the code instead of loads, log2(n) branches.
    const tree = (from: number, to: number): string => {
      if (from === to) return segment(from);
      const middle = (from + to + 1) >> 1;
      return `(${x}<${literal(table.x[middle] ?? 0)}?${tree(from, middle - 1)}:${tree(middle, to)})`;
    };
    // NaN fails every comparison and ends in the last segment, where it stays NaN: slope 0 times NaN is NaN.
    return `(${tree(0, last)})`;
  }
}

/** Cuts a list in pieces that each cost little more than {@link chunkCost}. */
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

function writePhases(program: Program, plan: Plan, steps: number): Phases {
  const step = literal(program.time.step);
  const at = (e: number): Element => {
    const element = plan.elements[e];
    if (element === undefined) throw new Error(`no element ${e}`);
    return element;
  };
  const isEach = (e: number): boolean => plan.place(e).in === 'each';
  const parts: string[] = [];
  const names: Record<keyof Phases, number[]> = {
    startShared: [],
    stepShared: [],
    nextShared: [],
    startEach: [],
    stepEach: [],
    nextEach: [],
  };

  /** Who reads an element outside the loop that computes it: then it must be stored. */
  const readLater = new Set<number>(plan.outcomes);
  for (const e of plan.states) {
    eachReference(at(e).expr, (other) => {
      readLater.add(other);
    });
  }
  const write = (
    phase: keyof Phases,
    list: readonly number[],
    space: 'shared' | 'each',
    emit: (e: number, body: Body, stored: boolean) => void,
    storeAll: boolean,
  ): void => {
    const wanted = list.filter((e) => isEach(e) === (space === 'each'));
    const chunks = chunksOf(wanted, (e) => {
      const probe = new Body(program, plan);
      emit(e, probe, false);
      return probe.cost + 2;
    });
    const chunkOf = new Map<number, number>();
    chunks.forEach((chunk, c) => {
      for (const e of chunk) chunkOf.set(e, c);
    });
    const stored = new Set<number>(readLater);
    if (!storeAll) {
      for (const e of wanted) {
        eachReference(at(e).expr, (other) => {
          if (chunkOf.get(other) !== chunkOf.get(e)) stored.add(other);
        });
      }
    }
    const check = space === 'each' ? `M[${checkSlot * blockSize}+i]` : `U[${checkSlot}]`;
    for (const chunk of chunks) {
      const body = new Body(program, plan);
      for (const e of chunk) emit(e, body, storeAll || space === 'shared' || stored.has(e));
      if (body.checked.length > 0) body.lines.push(`${check}+=${body.checked.join('+')};`);
      const number = parts.length;
      names[phase].push(number);
      const inner = [...body.loads, ...body.lines].join('\n');
      const loop = space === 'each' ? `for(let i=0;i<n;i++){\n${inner}\n}` : inner;
      parts.push(`function p${number}(M,U,H,n,t,k){\n${body.sharedLoads.join('\n')}\n${loop}\n}`);
    }
  };

  const delaySlot = (e: number, which: 0 | 1): string => {
    const d = plan.delayNumber(e);
    const slot = (isEach(e) ? plan.slotsEach : plan.slotsShared) - 2 * (plan.delays - d) + which;
    return isEach(e) ? `M[${slot * blockSize}+i]` : `U[${slot}]`;
  };
  const history = (e: number, k: string): string =>
    `H[(${plan.delayNumber(e) * (steps + 1)}+${k})*${blockSize}${isEach(e) ? '+i' : ''}]`;

  for (const space of ['shared', 'each'] as const) {
    const start = space === 'each' ? 'startEach' : 'startShared';
    const each = space === 'each' ? 'stepEach' : 'stepShared';
    const next = space === 'each' ? 'nextEach' : 'nextShared';
    write(
      start,
      plan.startOrder,
      space,
      (e, body) => {
        const element = at(e);
        const value = body.define(e, body.number(startOf(element)));
        body.lines.push(`${body.address(e)}=${value};`);
        if (element.kind === 'delay' && element.delay !== undefined) {
          const wait = body.number(element.delay);
          body.lines.push(`${delaySlot(e, 0)}=${value};`);
          body.lines.push(`${delaySlot(e, 1)}=steps(${wait},${step});`);
        }
      },
      true,
    );
    write(
      each,
      plan.stepOrder,
      space,
      (e, body, stored) => {
        const value = body.define(e, body.number(at(e).expr));
        if (stored) body.lines.push(`${body.address(e)}=${value};`);
      },
      false,
    );
    write(
      next,
      plan.states,
      space,
      (e, body) => {
        const element = at(e);
        if (element.kind === 'delay') {
          const input = body.number(element.expr);
          body.lines.push(`${history(e, 'k')}=${input};`);
          const wait = body.temporary(delaySlot(e, 1));
          body.lines.push(`${body.address(e)}=k+1>=${wait}?${history(e, `k+1-${wait}`)}:${delaySlot(e, 0)};`);
          return;
        }
        if (element.kind === 'memory') {
          body.lines.push(`${body.address(e)}=${body.number(element.expr)};`);
          return;
        }
        const before = body.read(e);
        const after = body.temporary(`${before}+${step}*${body.number(element.expr)}`);
        // Not a number and infinity times 0 are NaN, and NaN stays: one look at the end of the run suffices.
        body.lines.push(`${body.address(e)}=${after};`);
        body.checked.push(`${after}*0`);
      },
      true,
    );
  }
  const table = Object.entries(names)
    .map(([phase, numbers]) => `${phase}:[${numbers.map((p) => `p${p}`).join(',')}]`)
    .join(',');
  const source = `'use strict';\n${parts.join('\n')}\nreturn {${table}};`;
  // The one place where text becomes code. Its words are ours: names and comments of the model never enter it.
  const make: unknown = new Function('steps', source)(delaySteps);
  return make as Phases;
}
