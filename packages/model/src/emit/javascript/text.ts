import { numberAt } from '@schaalsprong/words';
import { segmentsOf } from '../../evaluate/lookup.ts';
import { groupFunction } from '../../groups/group-functions.ts';
import type { Program } from '../../ir/program.ts';
import type { Scalar } from '../../ir/scalar.ts';
import { type MathName, mathJs } from '../../math/index.ts';
import { exactPower } from '../../math/plain-powers.ts';
import type { Plan, Precision } from '../../plan/plan.ts';
import { uniform } from '../../statistics/philox.ts';

/** Futures per block: the size at which bench/model.bench.ts ran fastest. */
export const blockSize = 64;

const none: readonly number[] = [];

const powerOf = (x: number, y: number): number => exactPower(x, y, mathJs('exact').pow);

/** JavaScript text of a slot: `U` holds values shared by all futures, `M` those of a block of futures. */
export const slotText = (space: 'shared' | 'each', slot: number): string =>
  space === 'shared' ? `U[${slot}]` : `M[${slot * blockSize}+i]`;

/** A number as JavaScript writes it, in parentheses where it begins with a sign. */
export const literal = (v: number): string => {
  const text = Object.is(v, -0) ? '-0' : String(v);
  return text.startsWith('-') ? `(${text})` : text;
};

/** Group functions and lookups referenced by the generated source, by their names in it. */
export class Library {
  readonly #nameOf = new Map<unknown, string>();

  get names(): readonly string[] {
    return [...this.#nameOf.values()];
  }

  get values(): readonly unknown[] {
    return [...this.#nameOf.keys()];
  }

  /** @returns the name of a value in the generated source */
  add(prefix: string, value: unknown): string {
    const name = this.#nameOf.get(value) ?? `${prefix}${this.#nameOf.size}_`;
    this.#nameOf.set(value, name);
    return name;
  }
}

/** Generates one loop body: cached loads, temporaries, stores. */
export class Body {
  readonly loads: string[] = [];
  readonly lines: string[] = [];
  readonly sharedLoads: string[] = [];
  cost = 0;
  readonly #known = new Map<number, string>();
  /** Common subexpressions of group calls: names of their outputs, by inputs and then by function and settings. */
  readonly #calls = new Map<readonly Scalar[], Map<string, string>>();
  readonly #program: Program;
  readonly #plan: Plan;
  readonly #library: Library;
  readonly #precision: Precision;
  #temporaries = 0;

  constructor(program: Program, plan: Plan, library: Library, precision: Precision) {
    this.#precision = precision;
    this.#program = program;
    this.#plan = plan;
    this.#library = library;
  }

  read(e: number): string {
    const found = this.#known.get(e);
    if (found !== undefined) return found;
    const place = this.#plan.place(e);
    if (place.in === 'number') return literal(place.value);
    const name = `v${e}`;
    if (place.in === 'shared') this.sharedLoads.push(`const ${name}=U[${place.slot}];`);
    else this.loads.push(`const ${name}=M[${place.slot * blockSize}+i];`);
    this.#known.set(e, name);
    return name;
  }

  /** Names a value that this body computed, so that later reads use the local variable. */
  define(e: number, text: string): string {
    const name = this.#known.has(e) ? `w${e}` : `v${e}`;
    this.lines.push(`const ${name}=${text};`);
    if (!this.#known.has(e)) this.#known.set(e, name);
    return name;
  }

  address(e: number): string {
    const place = this.#plan.place(e);
    if (place.in === 'number') throw new Error('a number has no address');
    return slotText(place.in, place.slot);
  }

  temporary(text: string): string {
    const name = `t${this.#temporaries++}`;
    this.lines.push(`const ${name}=${text};`);
    return name;
  }

  /** A simple operand is used directly; any other becomes a local variable, so that using it twice does not compute it twice. */
  #atom(text: string): string {
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
        return this.#lookup(s);
      case 'f':
        return this.#operation(s);
      case 'd':
        this.cost += 60;
        return this.temporary(`${this.#library.add('u', uniform)}(c.seed,c.first+i,${s.stream},k)`);
      case 'g':
        return this.#group(s);
    }
  }

  #condition(s: Scalar): string {
    this.cost++;
    if (s.k === 'f') {
      const [a, b] = s.a;
      const n = (x: Scalar | undefined): string => (x === undefined ? '0' : this.number(x));
      const c = (x: Scalar | undefined): string => (x === undefined ? 'false' : this.#condition(x));
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

  #operation(s: Scalar & { k: 'f' }): string {
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
        if (this.#precision === 'fast') return this.#elementary(s.f, n(a), n(b));
        this.cost += 10;
        return `${this.#library.add('power', powerOf)}(${n(a)},${n(b)})`;
      case 'square': {
        const x = this.#atom(n(a));
        return `(${x}*${x})`;
      }
      case 'neg':
        return `(-${n(a)})`;
      case 'if':
        return `(${a === undefined ? 'false' : this.#condition(a)}?${n(b)}:${n(c)})`;
      case 'min':
        return `Math.min(${n(a)},${n(b)})`;
      case 'max':
        return `Math.max(${n(a)},${n(b)})`;
      case 'xidz': {
        this.cost += 4;
        const below = this.#atom(n(b));
        return `(Math.abs(${below})<1e-6?${n(c)}:${n(a)}/${below})`;
      }
      case 'abs':
      case 'sqrt':
      case 'trunc':
      case 'floor':
      case 'ceil':
      case 'sign':
        return `Math.${s.f}(${n(a)})`;
      case 'exp':
      case 'ln':
      case 'sin':
      case 'cos':
      case 'tan':
      case 'asin':
      case 'acos':
      case 'atan':
      case 'sinh':
      case 'cosh':
      case 'tanh':
        return this.#elementary(s.f, n(a));
      default:
        return `(${this.#condition(s)}?1:0)`;
    }
  }

  #elementary(name: MathName, ...args: string[]): string {
    this.cost += 10;
    return `${this.#library.add(name, mathJs(this.#precision)[name])}(${args.join()})`;
  }

  /** One call for all outputs of a group that this body uses. */
  #group(s: Scalar & { k: 'g' }): string {
    const calls = this.#calls.get(s.a) ?? new Map<string, string>();
    this.#calls.set(s.a, calls);
    const key = `${s.fn}[${s.p ?? ''}]`;
    let out = calls.get(key);
    if (out === undefined) {
      this.cost += 40 + s.a.length;
      const inputs = this.#library.add('a', new Float64Array(s.a.length));
      out = this.#library.add('b', new Float64Array(s.n));
      const settings = this.#library.add('p', s.p ?? none);
      const fn = this.#library.add('g', groupFunction(s.fn));
      const values = s.a.map((x) => this.number(x));
      values.forEach((value, i) => {
        this.lines.push(`${inputs}[${i}]=${value};`);
      });
      this.lines.push(`${fn}(${inputs},${out},${settings});`);
      calls.set(key, out);
    }
    return this.temporary(`${out}[${s.i}]`);
  }

  #lookup(s: Scalar & { k: 'l' }): string {
    const lookup = this.#program.lookups[s.t];
    if (lookup === undefined) throw new Error(`no lookup ${s.t}`);
    const { rows, last, first, end, scale } = segmentsOf(lookup, s.m);
    this.cost += 6;
    const at = this.#atom(this.number(s.x));
    const above = this.temporary(`${at}<${literal(first)}?${literal(first)}:${at}`);
    const x = this.temporary(`${literal(end)}<${above}?${literal(end)}:${above}`);
    const d = (xi: string): string => `(${s.m === 'extrapolate' ? at : x}-${xi})`;
    if (scale > 0) {
      const row = this.#library.add('r', rows);
      const i = this.temporary(`(((${x}-${literal(first)})*${literal(scale)})|0)*3`);
      return `(${row}[${i}]+${row}[${i}+1]*${d(`${row}[${i}+2]`)})`;
    }
    const segment = (i: number): string => {
      const [y, slope, xi] = [...rows.subarray(3 * i, 3 * i + 3)].map(literal);
      if (s.m === 'forward') return `(${x}>${xi}?${slope}:${y}+0*(${x}-${xi}))`;
      return `${y}+${slope}*${d(xi ?? '0')}`;
    };
    // Binary search unrolled to a tree of comparisons: immediates instead of loads, log2(n) branches.
    const tree = (from: number, to: number): string => {
      if (from === to) return segment(from);
      const middle = (from + to + 1) >> 1;
      return `(${x}<${literal(numberAt(rows, 3 * middle + 2))}?${tree(from, middle - 1)}:${tree(middle, to)})`;
    };
    // NaN fails every comparison and ends in the last segment, where it stays NaN: slope 0 times NaN is NaN.
    return `(${tree(0, last)})`;
  }
}
