import { delaySteps, evaluate, operate } from './interpret.ts';
import {
  type Element,
  eachReference,
  needsAtStart,
  needsEachStep,
  order,
  type Program,
  type Scalar,
} from './program.ts';

/** Futures that are computed together; a multiple of nothing in particular, measured (bench/model.bench.ts). */
export const blockSize = 64;

/** Operations after which a loop over the futures is closed and the next begun. */
const chunkCost = 120;

/** On what the value of an element depends. */
const lever = 1;
const future = 2;
const time = 4;

type Phase = (M: Float64Array, U: Float64Array, H: Float64Array, n: number, t: number, k: number) => void;

interface Phases {
  readonly startShared: readonly Phase[];
  readonly stepShared: readonly Phase[];
  readonly nextShared: readonly Phase[];
  readonly startEach: readonly Phase[];
  readonly stepEach: readonly Phase[];
  readonly nextEach: readonly Phase[];
}

/** Where a value stands: shared by all futures, one per future, or a number known beforehand. */
type Place =
  | { readonly in: 'number'; readonly value: number }
  | { readonly in: 'shared'; readonly slot: number }
  | { readonly in: 'each'; readonly slot: number };

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
        M.fill(0, plan.checkSlot * blockSize, plan.checkSlot * blockSize + blockSize);
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
        for (let i = 0; i < n; i++) if (M[plan.checkSlot * blockSize + i] !== 0) note(from + i);
      }
      if ((rows[steps]?.[plan.checkShared] ?? 0) !== 0) note(0);
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

interface Plan {
  readonly elements: readonly Element[];
  place(e: number): Place;
  bits(e: number): number;
  readonly startOrder: readonly number[];
  readonly stepOrder: readonly number[];
  readonly states: readonly number[];
  readonly inputs: ReadonlySet<number>;
  readonly outcomes: ReadonlySet<number>;
  readonly slotsEach: number;
  readonly slotsShared: number;
  readonly checkSlot: number;
  readonly checkShared: number;
  readonly delays: number;
  delayNumber(e: number): number;
}

function makePlan(
  program: Program,
  perFuture: ReadonlySet<number>,
  shared: ReadonlySet<number>,
  outcomes: readonly number[],
): Plan {
  const elements: Element[] = [...program.elements];
  const inputs = new Set<number>([...perFuture, ...shared]);
  const at = (e: number): Element => {
    const element = elements[e];
    if (element === undefined) throw new Error(`no element ${e}`);
    return element;
  };
  const isState = (e: number): boolean => {
    const { kind } = at(e);
    return kind === 'stock' || kind === 'memory' || kind === 'delay';
  };

  const reach = (): Set<number> => {
    const reached = new Set<number>();
    const todo = [...outcomes];
    for (let e = todo.pop(); e !== undefined; e = todo.pop()) {
      if (reached.has(e)) continue;
      reached.add(e);
      if (inputs.has(e)) continue;
      const element = at(e);
      for (const s of [element.expr, element.init, element.delay]) {
        if (s !== undefined)
          eachReference(s, (other) => {
            todo.push(other);
          });
      }
    }
    return reached;
  };

  // Dependence spreads through stocks too, so it is repeated until nothing changes.
  let bits = new Map<number, number>();
  const bitsOf = (s: Scalar): number => {
    if (s.k === 'n') return 0;
    if (s.k === 't') return time;
    if (s.k === 'r') return bits.get(s.e) ?? 0;
    if (s.k === 'l') return bitsOf(s.x);
    return s.a.reduce((sum, a) => sum | bitsOf(a), 0);
  };
  const spread = (reached: ReadonlySet<number>): void => {
    bits = new Map();
    const readersOf = new Map<number, number[]>();
    const todo: [element: number, add: number][] = [];
    const hasTime = (s: Scalar): boolean =>
      s.k === 't' || (s.k === 'l' ? hasTime(s.x) : s.k === 'f' && s.a.some(hasTime));
    for (const e of reached) {
      if (inputs.has(e)) {
        todo.push([e, perFuture.has(e) ? future : lever]);
        continue;
      }
      const element = at(e);
      if (isState(e) || (element.kind === 'value' && element.init !== undefined)) todo.push([e, time]);
      for (const s of [element.expr, element.init, element.delay]) {
        if (s === undefined) continue;
        if (hasTime(s)) todo.push([e, time]);
        eachReference(s, (other) => {
          const readers = readersOf.get(other);
          if (readers === undefined) readersOf.set(other, [e]);
          else readers.push(e);
        });
      }
    }
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [e, add] = next;
      const before = bits.get(e) ?? 0;
      // What INITIAL keeps does not change over time, but is known only after the start: no number beforehand.
      const kept = at(e).kind === 'initial' && (add & time) !== 0;
      const after = before | (kept ? (add & ~time) | lever : add);
      if (after === before) continue;
      bits.set(e, after);
      for (const reader of readersOf.get(e) ?? []) todo.push([reader, after]);
    }
  };

  // 1. Numbers that no input changes are worked out now, and expressions made smaller by them.
  const numbers = new Map<number, number>();
  let reached = reach();
  spread(reached);
  const simplify = (s: Scalar): Scalar => {
    if (s.k === 'r') {
      const value = numbers.get(s.e);
      return value === undefined ? s : { k: 'n', v: value };
    }
    if (s.k === 'l') {
      const x = simplify(s.x);
      const made: Scalar = { ...s, x };
      return x.k === 'n' ? { k: 'n', v: evaluate(made, program, () => Number.NaN, 0) } : made;
    }
    if (s.k !== 'f') return s;
    const a = s.a.map(simplify);
    if (s.f === 'if') {
      const [condition, then, otherwise] = a;
      if (condition?.k === 'n' && then !== undefined && otherwise !== undefined) {
        return condition.v !== 0 ? then : otherwise;
      }
    }
    const known = a.map((x) => (x.k === 'n' ? x.v : undefined));
    if (known.every((v) => v !== undefined)) {
      const [x = 0, y = 0, z = 0] = known;
      return { k: 'n', v: operate(s.f, x, y, z) };
    }
    return { ...s, a };
  };
  const foldable = [...reached].filter((e) => bits.get(e) === undefined && !inputs.has(e));
  const foldOrder = order(foldable, (e) => {
    const needs: number[] = [];
    eachReference(at(e).expr, (other) => {
      needs.push(other);
    });
    return needs;
  });
  for (const e of 'order' in foldOrder ? foldOrder.order : []) {
    const value = simplify(at(e).expr);
    if (value.k === 'n') numbers.set(e, value.v);
  }
  const rewrite = (change: (s: Scalar, e: number) => Scalar): void => {
    for (const e of reached) {
      if (inputs.has(e) || numbers.has(e)) continue;
      const element = at(e);
      elements[e] = {
        ...element,
        expr: change(element.expr, e),
        ...(element.init === undefined ? {} : { init: change(element.init, e) }),
        ...(element.delay === undefined ? {} : { delay: change(element.delay, e) }),
      };
    }
  };
  rewrite(simplify);
  reached = reach();
  spread(reached);

  // 2. Parts that time or futures do not change, and parts that stand in more than one place, become elements of
  // their own: they are then computed once. Equal expressions are made one object first.
  const interned = new Map<string, Scalar>();
  const numberOf = new Map<Scalar, number>();
  const intern = (s: Scalar): Scalar => {
    let made = s;
    let key: string;
    if (s.k === 'n') key = `n${Object.is(s.v, -0) ? '-0' : s.v}`;
    else if (s.k === 't') key = 't';
    else if (s.k === 'r') key = `r${s.e}`;
    else if (s.k === 'l') {
      const x = intern(s.x);
      made = { ...s, x };
      key = `l${s.t}(${numberOf.get(x)})`;
    } else {
      const a = s.a.map(intern);
      made = { ...s, a };
      key = `${s.f}(${a.map((x) => numberOf.get(x)).join(',')})`;
    }
    const known = interned.get(key);
    if (known !== undefined) return known;
    interned.set(key, made);
    numberOf.set(made, interned.size);
    return made;
  };
  const partsOf = (s: Scalar): readonly Scalar[] => (s.k === 'l' ? [s.x] : s.k === 'f' ? s.a : []);
  const shareable = [...reached].filter((e) => {
    if (inputs.has(e) || numbers.has(e)) return false;
    return isState(e) || (at(e).kind === 'value' && at(e).init === undefined);
  });
  const uses = new Map<Scalar, number>();
  const ownerOf = new Map<Scalar, number>();
  const count = (s: Scalar): void => {
    const before = uses.get(s) ?? 0;
    uses.set(s, before + 1);
    if (before === 0) for (const part of partsOf(s)) count(part);
  };
  for (const e of shareable) {
    const expr = intern(at(e).expr);
    elements[e] = { ...at(e), expr };
    if (at(e).kind === 'value' && !ownerOf.has(expr)) ownerOf.set(expr, e);
    count(expr);
  }
  const worth = (s: Scalar): boolean => s.k === 'l' || (s.k === 'f' && s.f !== 'neg');
  const done = new Map<Scalar, Scalar>();
  const lift = (s: Scalar, owner: Element): Scalar => {
    let e = ownerOf.get(s);
    if (e === undefined) {
      const expr = hoist(s, owner);
      e = elements.length;
      const { variable, line } = owner;
      elements.push({ name: `${owner.name} (part)`, kind: 'value', variable, line, hidden: true, expr });
      bits.set(e, bitsOf(s));
      ownerOf.set(s, e);
    }
    return { k: 'r', e };
  };
  const hoist = (s: Scalar, owner: Element): Scalar => {
    const found = done.get(s);
    if (found !== undefined) return found;
    const own = bitsOf(s);
    const part = (x: Scalar): Scalar => {
      if (!worth(x)) return hoist(x, owner);
      const bitsOfPart = bitsOf(x);
      const steadier = (own & time) !== 0 && (bitsOfPart & time) === 0;
      const commoner = (own & future) !== 0 && (bitsOfPart & future) === 0;
      const repeated = (uses.get(x) ?? 0) > 1;
      return steadier || commoner || repeated ? lift(x, owner) : hoist(x, owner);
    };
    const made: Scalar = s.k === 'l' ? { ...s, x: part(s.x) } : s.k === 'f' ? { ...s, a: s.a.map(part) } : s;
    done.set(s, made);
    return made;
  };
  for (const e of shareable) {
    const element = at(e);
    const { expr } = element;
    const owner = ownerOf.get(expr);
    if (!isState(e)) {
      const other = owner !== undefined && owner !== e && worth(expr);
      elements[e] = { ...element, expr: other ? { k: 'r', e: owner } : hoist(expr, element) };
      continue;
    }
    // A rate that reads other states is taken before any state moves on.
    let readsOther = false;
    const seen = (s: Scalar): void =>
      eachReference(s, (o) => {
        if (o !== e && isState(o)) readsOther = true;
      });
    seen(expr);
    const apart = readsOther || (owner !== undefined && worth(expr)) || element.kind === 'delay';
    elements[e] = { ...element, expr: apart ? lift(expr, element) : hoist(expr, element) };
  }
  reached = reach();
  spread(reached);

  const live = [...reached].filter((e) => !numbers.has(e));
  const known = (needs: readonly number[]): number[] =>
    needs.filter((e) => !numbers.has(e) && !inputs.has(e));
  const mustOrder = (roots: readonly number[], needs: (e: number) => number[]): number[] => {
    const found = order(roots, needs);
    if ('loop' in found) throw new Error(`loop of ${found.loop.map((e) => at(e).name).join(', ')}`);
    return found.order;
  };
  const steady = (e: number): boolean => ((bits.get(e) ?? 0) & time) === 0;
  const startRoots = live.filter((e) => !inputs.has(e) && (steady(e) || isState(e)));
  const startOrder = mustOrder(startRoots, (e) => known(needsAtStart(at(e))));
  const states = live.filter((e) => isState(e));
  const stepRoots: number[] = [];
  for (const e of outcomes) if (!numbers.has(e) && !inputs.has(e)) stepRoots.push(e);
  for (const e of states) {
    eachReference(at(e).expr, (other) => {
      stepRoots.push(other);
    });
  }
  const stepOrder = mustOrder(known(stepRoots), (e) => known(needsEachStep(at(e)))).filter(
    (e) => at(e).kind === 'value' && !steady(e),
  );

  let slotsEach = 1;
  let slotsShared = 1;
  const places = new Map<number, Place>();
  for (const e of new Set([...inputs, ...live])) {
    if (numbers.has(e)) continue;
    const each = inputs.has(e) ? perFuture.has(e) : ((bits.get(e) ?? 0) & future) !== 0;
    places.set(e, each ? { in: 'each', slot: slotsEach++ } : { in: 'shared', slot: slotsShared++ });
  }
  const delayNumbers = new Map<number, number>();
  for (const e of states) if (at(e).kind === 'delay') delayNumbers.set(e, delayNumbers.size);
  // A delay keeps its number of steps and its start value in slots of its own.
  slotsEach += 2 * delayNumbers.size;
  slotsShared += 2 * delayNumbers.size;
  return {
    elements,
    place: (e) => {
      const value = numbers.get(e);
      if (value !== undefined) return { in: 'number', value };
      const place = places.get(e);
      if (place === undefined) throw new Error(`no place for ${at(e).name}`);
      return place;
    },
    bits: (e) => bits.get(e) ?? 0,
    startOrder,
    stepOrder,
    states,
    inputs,
    outcomes: new Set(outcomes),
    slotsEach,
    slotsShared,
    checkSlot: 0,
    checkShared: 0,
    delays: delayNumbers.size,
    delayNumber: (e) => delayNumbers.get(e) ?? 0,
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
    const chunks: number[][] = [];
    let current: number[] = [];
    let cost = 0;
    for (const e of wanted) {
      const probe = new Body(program, plan);
      emit(e, probe, false);
      cost += probe.cost + 2;
      current.push(e);
      if (cost > chunkCost) {
        chunks.push(current);
        current = [];
        cost = 0;
      }
    }
    if (current.length > 0) chunks.push(current);
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
    const check = space === 'each' ? `M[${plan.checkSlot * blockSize}+i]` : `U[${plan.checkShared}]`;
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
        const source = element.kind === 'initial' ? element.expr : (element.init ?? element.expr);
        const value = body.define(e, body.number(source));
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
