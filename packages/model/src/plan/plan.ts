import { evaluate, operate } from '../evaluate/interpret.ts';
import type { Element, Program } from '../ir/program.ts';
import {
  eachReference,
  expressionsOf,
  needsAtStart,
  needsEachStep,
  order,
  reachedFrom,
} from '../ir/references.ts';
import type { Operation, Scalar } from '../ir/scalar.ts';
import { constantPower } from '../math/index.ts';
import { plainPower } from '../math/plain-powers.ts';

/** Storage of a value: shared by all futures, one per future, or a compile-time constant. */
export type Place =
  | { readonly in: 'number'; readonly value: number }
  | { readonly in: 'shared'; readonly slot: number }
  | { readonly in: 'each'; readonly slot: number };

/** The optimized program: what is computed, in topological order, and where each value is stored. */
export interface Plan {
  /** The elements of the program after simplification, followed by the hoisted and shared subexpressions. */
  readonly elements: readonly Element[];
  place(e: number): Place;
  readonly startOrder: readonly number[];
  readonly stepOrder: readonly number[];
  readonly states: readonly number[];
  readonly outcomes: readonly number[];
  /** Elements that are inputs of the run. */
  readonly inputs: ReadonlySet<number>;
  readonly slotsEach: number;
  readonly slotsShared: number;
}

/**
 * How exact. `exact`: the operations of the model, in their order. `fast`: besides, a division by what does not change
 * within a run is a multiplication by its reciprocal, and a power of a known small exponent is made of products and
 * roots; each may round once or twice more. Other powers x ** y lose up to 3 (1 + abs(y ln x)) units in the last place.
 */
export type Precision = 'exact' | 'fast';

/** Dependence of an element, as bits. */
const lever = 1;
const future = 2;
const time = 4;

/**
 * Optimizes the computation of some outcomes: constant folding, loop-invariant code motion (out of time and out of futures), common
 * subexpression elimination, dead code elimination, and topological sort.
 *
 * @param perFuture input elements with a value per future
 * @param shared input elements with one value for all
 * @param outcomes elements that are asked
 */
export function makePlan(
  program: Program,
  perFuture: ReadonlySet<number>,
  shared: ReadonlySet<number>,
  outcomes: readonly number[],
  precision: Precision = 'exact',
): Plan {
  return new Planner(program, perFuture, shared, outcomes, precision).plan();
}

class Planner {
  readonly #program: Program;
  readonly #perFuture: ReadonlySet<number>;
  readonly #inputs: ReadonlySet<number>;
  readonly #outcomes: readonly number[];
  readonly #precision: Precision;
  readonly #elements: Element[];
  /** Elements reachable from the outcomes in the current expressions (live code). */
  #reached: ReadonlySet<number> = new Set();
  /** What an element depends on; an element that is not in it depends on nothing. */
  #bits = new Map<number, number>();
  /** Elements that no input changes, constant-folded. */
  readonly #numbers = new Map<number, number>();
  readonly #uses = new Map<Scalar, number>();
  readonly #ownerOf = new Map<Scalar, number>();
  /** Operands of discontinuous operations (rounding, comparison): a change of their last bit can change the outcome by a whole step. */
  readonly #discontinuous = new Set<Scalar>();
  readonly #hoisted = new Map<Scalar, Scalar>();
  /** Memoized, so that outputs of one group call keep sharing one list of inputs after hoisting. */
  readonly #hoistedLists = new Map<readonly Scalar[], readonly Scalar[]>();
  readonly #simplifiedLists = new Map<readonly Scalar[], readonly Scalar[]>();
  readonly #intern = hashConsing();

  constructor(
    program: Program,
    perFuture: ReadonlySet<number>,
    shared: ReadonlySet<number>,
    outcomes: readonly number[],
    precision: Precision,
  ) {
    this.#program = program;
    this.#precision = precision;
    this.#perFuture = perFuture;
    this.#inputs = new Set([...perFuture, ...shared]);
    this.#outcomes = outcomes;
    this.#elements = [...program.elements];
  }

  plan(): Plan {
    this.#analyseDependence();
    this.#foldConstants();
    this.#analyseDependence();
    this.#hoistAndShare();
    this.#analyseDependence();
    return { ...this.#orders(), ...this.#places(), inputs: this.#inputs };
  }

  #at(e: number): Element {
    const element = this.#elements[e];
    if (element === undefined) throw new Error(`no element ${e}`);
    return element;
  }

  #isState(e: number): boolean {
    const { kind } = this.#at(e);
    return kind === 'stock' || kind === 'memory' || kind === 'delay';
  }

  /** True if the element is neither an input nor folded to a constant. */
  #isUncomputed(e: number): boolean {
    return !this.#inputs.has(e) && !this.#numbers.has(e);
  }

  #isSteady(e: number): boolean {
    return ((this.#bits.get(e) ?? 0) & time) === 0;
  }

  #isEach(e: number): boolean {
    if (this.#inputs.has(e)) return this.#perFuture.has(e);
    return ((this.#bits.get(e) ?? 0) & future) !== 0;
  }

  /** Dead code elimination and dependence analysis. */
  #analyseDependence(): void {
    this.#reached = reachedFrom(this.#elements, this.#outcomes, this.#inputs);
    this.#bits = new Map();
    const readersOf = new Map<number, number[]>();
    const todo: [element: number, add: number][] = [];
    for (const e of this.#reached) {
      if (this.#inputs.has(e)) {
        todo.push([e, this.#perFuture.has(e) ? future : lever]);
        continue;
      }
      const element = this.#at(e);
      if (this.#isState(e) || (element.kind === 'value' && element.init !== undefined)) todo.push([e, time]);
      for (const s of expressionsOf(element)) {
        const own = ownBits(s);
        if (own !== 0) todo.push([e, own]);
        eachReference(s, (other) => {
          const readers = readersOf.get(other);
          if (readers === undefined) readersOf.set(other, [e]);
          else readers.push(e);
        });
      }
    }
    // Dependence propagates through stocks too: iterate to a fixed point.
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const [e, add] = next;
      const before = this.#bits.get(e) ?? 0;
      // INITIAL is time-invariant but known only after the start of the run, so it is not folded.
      const kept = this.#at(e).kind === 'initial' && (add & time) !== 0;
      const after = before | (kept ? (add & ~time) | lever : add);
      if (after === before) continue;
      this.#bits.set(e, after);
      for (const reader of readersOf.get(e) ?? []) todo.push([reader, after]);
    }
  }

  #bitsOf(s: Scalar): number {
    switch (s.k) {
      case 'n':
        return 0;
      case 't':
        return time;
      case 'r':
        return this.#bits.get(s.e) ?? 0;
      case 'l':
        return this.#bitsOf(s.x);
      case 'd':
        return time | future;
      case 'f':
      case 'g':
        return s.a.reduce((sum, a) => sum | this.#bitsOf(a), 0);
    }
  }

  /** Constant folding and simplification. */
  #foldConstants(): void {
    const fixed = [...this.#reached].filter((e) => !this.#bits.has(e) && !this.#inputs.has(e));
    const found = order(fixed, (e) => {
      const needs: number[] = [];
      eachReference(this.#at(e).expr, (other) => {
        needs.push(other);
      });
      return needs;
    });
    for (const e of 'order' in found ? found.order : []) {
      const value = this.#simplify(this.#at(e).expr);
      if (value.k === 'n') this.#numbers.set(e, value.v);
    }
    for (const e of this.#reached) {
      if (!this.#isUncomputed(e)) continue;
      const { expr, init, delay, ...rest } = this.#at(e);
      this.#elements[e] = {
        ...rest,
        expr: this.#simplify(expr),
        ...(init === undefined ? {} : { init: this.#simplify(init) }),
        ...(delay === undefined ? {} : { delay: this.#simplify(delay) }),
      };
    }
  }

  #simplify(s: Scalar): Scalar {
    if (s.k === 'r') {
      const value = this.#numbers.get(s.e);
      return value === undefined ? s : { k: 'n', v: value };
    }
    if (s.k === 'l') {
      const x = this.#simplify(s.x);
      const made: Scalar = { ...s, x };
      return x.k === 'n' ? { k: 'n', v: evaluate(made, this.#program, () => Number.NaN, 0) } : made;
    }
    if (s.k === 'g') {
      const a = mapOnce(this.#simplifiedLists, s.a, (x) => this.#simplify(x));
      const made: Scalar = { ...s, a };
      const known = a.every((x) => x.k === 'n');
      return known ? { k: 'n', v: evaluate(made, this.#program, () => Number.NaN, 0) } : made;
    }
    if (s.k !== 'f') return s;
    const a = s.a.map((x) => this.#simplify(x));
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
    const [top, below] = a;
    if (s.f === 'pow' && top !== undefined && below?.k === 'n') {
      const fast = this.#precision === 'fast';
      const quick = fast ? constantPower(top, below.v, 'fast') : plainPower(top, below.v);
      if (quick !== undefined) return quick;
    }
    if (s.f === 'div' && top !== undefined && below?.k === 'n' && hasExactReciprocal(below.v)) {
      return { k: 'f', f: 'mul', a: [top, { k: 'n', v: 1 / below.v }] };
    }
    return { ...s, a };
  }

  /**
   * Loop-invariant code motion and common subexpression elimination: invariant and repeated subexpressions become elements of their own,
   * computed once.
   */
  #hoistAndShare(): void {
    const intern = this.#intern;
    const shareable = [...this.#reached].filter((e) => {
      if (!this.#isUncomputed(e)) return false;
      return this.#isState(e) || (this.#at(e).kind === 'value' && this.#at(e).init === undefined);
    });
    for (const e of shareable) {
      const expr = intern(this.#at(e).expr);
      this.#elements[e] = { ...this.#at(e), expr };
      if (this.#at(e).kind === 'value' && !this.#ownerOf.has(expr)) this.#ownerOf.set(expr, e);
      this.#count(expr);
    }
    for (const s of [...this.#discontinuous]) if (s.k === 'r') this.#discontinuous.add(this.#at(s.e).expr);
    for (const e of shareable) {
      const element = this.#at(e);
      const { expr } = element;
      const owner = this.#ownerOf.get(expr);
      if (!this.#isState(e)) {
        const other = owner !== undefined && owner !== e && isWorthSharing(expr);
        this.#elements[e] = { ...element, expr: other ? { k: 'r', e: owner } : this.#hoist(expr, element) };
        continue;
      }
      // A rate that reads other states is evaluated before any state is updated.
      let readsOther = false;
      eachReference(expr, (o) => {
        if (o !== e && this.#isState(o)) readsOther = true;
      });
      const apart = readsOther || (owner !== undefined && isWorthSharing(expr)) || element.kind === 'delay';
      this.#elements[e] = {
        ...element,
        expr: apart ? this.#lift(expr, element) : this.#hoist(expr, element),
      };
    }
  }

  #count(s: Scalar): void {
    const before = this.#uses.get(s) ?? 0;
    this.#uses.set(s, before + 1);
    if (s.k === 'f' && discontinuousOperations.has(s.f))
      for (const part of s.a) this.#discontinuous.add(part);
    if (before === 0) for (const part of partsOf(s)) this.#count(part);
  }

  #lift(s: Scalar, owner: Element): Scalar {
    let e = this.#ownerOf.get(s);
    if (e === undefined) {
      const expr = this.#hoist(s, owner);
      e = this.#elements.length;
      const { variable, line } = owner;
      this.#elements.push({
        name: `${owner.name} (part)`,
        kind: 'value',
        variable,
        line,
        hidden: true,
        expr,
      });
      this.#bits.set(e, this.#bitsOf(s));
      this.#ownerOf.set(s, e);
    }
    return { k: 'r', e };
  }

  #hoist(s: Scalar, owner: Element): Scalar {
    const found = this.#hoisted.get(s);
    if (found !== undefined) return found;
    const own = this.#bitsOf(s);
    const part = (x: Scalar): Scalar => {
      if (!isWorthSharing(x)) return this.#hoist(x, owner);
      const bits = this.#bitsOf(x);
      const steadier = (own & time) !== 0 && (bits & time) === 0;
      const commoner = (own & future) !== 0 && (bits & future) === 0;
      const repeated = (this.#uses.get(x) ?? 0) > 1;
      return steadier || commoner || repeated ? this.#lift(x, owner) : this.#hoist(x, owner);
    };
    const made: Scalar =
      s.k === 'l'
        ? { ...s, x: part(s.x) }
        : s.k === 'f'
          ? this.#reciprocal(s, own, part)
          : s.k === 'g'
            ? { ...s, a: mapOnce(this.#hoistedLists, s.a, part) }
            : s;
    this.#hoisted.set(s, made);
    return made;
  }

  /**
   * Strength reduction in fast mode: division by a loop invariant becomes multiplication by its reciprocal, unless a discontinuous
   * operation uses the result.
   */
  #reciprocal(s: Scalar & { k: 'f' }, own: number, part: (x: Scalar) => Scalar): Scalar {
    const [top, below] = s.a;
    if (
      this.#precision === 'exact' ||
      s.f !== 'div' ||
      this.#discontinuous.has(s) ||
      top === undefined ||
      below === undefined ||
      (own & time) === 0 ||
      (this.#bitsOf(below) & time) !== 0
    ) {
      return { ...s, a: s.a.map(part) };
    }
    const over =
      below.k === 'n'
        ? { k: 'n' as const, v: 1 / below.v }
        : part(this.#intern({ k: 'f', f: 'div', a: [{ k: 'n', v: 1 }, below] }));
    return { k: 'f', f: 'mul', a: [part(top), over] };
  }

  #orders(): Pick<Plan, 'elements' | 'startOrder' | 'stepOrder' | 'states' | 'outcomes'> {
    const open = [...this.#reached].filter((e) => this.#isUncomputed(e));
    const inOrder = (roots: readonly number[], needs: (element: Element) => number[]): number[] => {
      const found = order(roots, (e) => needs(this.#at(e)).filter((other) => this.#isUncomputed(other)));
      if ('loop' in found) throw new Error(`loop of ${found.loop.map((e) => this.#at(e).name).join(', ')}`);
      return found.order;
    };
    const states = [...this.#reached].filter((e) => !this.#numbers.has(e) && this.#isState(e));
    const stepRoots = [...this.#outcomes];
    for (const e of states) {
      eachReference(this.#at(e).expr, (other) => {
        stepRoots.push(other);
      });
    }
    return {
      elements: this.#elements,
      startOrder: inOrder(
        open.filter((e) => this.#isSteady(e) || this.#isState(e)),
        needsAtStart,
      ),
      stepOrder: inOrder(
        stepRoots.filter((e) => this.#isUncomputed(e)),
        needsEachStep,
      ).filter((e) => this.#at(e).kind === 'value' && !this.#isSteady(e)),
      states,
      outcomes: this.#outcomes,
    };
  }

  #places(): Pick<Plan, 'place' | 'slotsEach' | 'slotsShared'> {
    let slotsEach = 0;
    let slotsShared = 0;
    const places = new Map<number, Place>();
    for (const e of new Set([...this.#inputs, ...this.#reached])) {
      if (this.#numbers.has(e)) continue;
      places.set(
        e,
        this.#isEach(e) ? { in: 'each', slot: slotsEach++ } : { in: 'shared', slot: slotsShared++ },
      );
    }
    return {
      place: (e) => {
        const value = this.#numbers.get(e);
        if (value !== undefined) return { in: 'number', value };
        const place = places.get(e);
        if (place === undefined) throw new Error(`no place for ${this.#at(e).name}`);
        return place;
      },
      slotsEach,
      slotsShared,
    };
  }
}

/** Operations with a discontinuity. */
const discontinuousOperations: ReadonlySet<Operation> = new Set<Operation>([
  'trunc',
  'floor',
  'ceil',
  'sign',
  'mod',
  'lt',
  'le',
  'gt',
  'ge',
  'eq',
  'ne',
]);

/** Dependence of an expression apart from the elements that it reads. */
const ownBits = (s: Scalar): number =>
  s.k === 't' ? time : s.k === 'd' ? time | future : partsOf(s).reduce((sum, part) => sum | ownBits(part), 0);

/** True for powers of two whose reciprocal is one too: multiplying by it gives the same bits as dividing. */
function hasExactReciprocal(v: number): boolean {
  const size = Math.abs(v);
  return (
    size >= 2 ** -1000 &&
    size <= 2 ** 1000 &&
    Number.isInteger(Math.log2(size)) &&
    2 ** Math.log2(size) === size
  );
}

function mapOnce(
  done: Map<readonly Scalar[], readonly Scalar[]>,
  list: readonly Scalar[],
  map: (s: Scalar) => Scalar,
): readonly Scalar[] {
  let made = done.get(list);
  if (made === undefined) {
    made = list.map(map);
    done.set(list, made);
  }
  return made;
}

const partsOf = (s: Scalar): readonly Scalar[] =>
  s.k === 'l' ? [s.x] : s.k === 'f' || s.k === 'g' ? s.a : [];

const isWorthSharing = (s: Scalar): boolean =>
  s.k === 'l' || s.k === 'g' || s.k === 'd' || (s.k === 'f' && s.f !== 'neg');

/** Hash-consing: interns structurally equal expressions, so that equality is identity. */
function hashConsing(): (s: Scalar) => Scalar {
  const interned = new Map<string, Scalar>();
  const numberOf = new Map<Scalar, number>();
  const lists = new Map<string, readonly Scalar[]>();
  const listOf = new Map<readonly Scalar[], { key: string; list: readonly Scalar[] }>();
  const internList = (a: readonly Scalar[]): { key: string; list: readonly Scalar[] } => {
    const done = listOf.get(a);
    if (done !== undefined) return done;
    const made = a.map(intern);
    const key = made.map((x) => numberOf.get(x)).join(',');
    const list = lists.get(key) ?? made;
    lists.set(key, list);
    listOf.set(a, { key, list });
    return { key, list };
  };
  const intern = (s: Scalar): Scalar => {
    let made = s;
    let key: string;
    if (s.k === 'n') key = `n${Object.is(s.v, -0) ? '-0' : s.v}`;
    else if (s.k === 't') key = 't';
    else if (s.k === 'r') key = `r${s.e}`;
    else if (s.k === 'l') {
      const x = intern(s.x);
      made = { ...s, x };
      key = `l${s.t}${s.m ?? ''}(${numberOf.get(x)})`;
    } else if (s.k === 'd') key = `d${s.stream}`;
    else if (s.k === 'g') {
      const inputs = internList(s.a);
      made = { ...s, a: inputs.list };
      key = `${s.fn}.${s.i}/${s.n}[${s.p ?? ''}](${inputs.key})`;
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
  return intern;
}
