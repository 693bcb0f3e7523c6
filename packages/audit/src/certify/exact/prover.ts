import { at, must } from '@schaalsprong/words';
import type { ExactRow } from '../../system/encode.ts';
import { type Dependency, type Limit, type Optimum, type Side, Simplex } from '../simplex.ts';
import { doubles, fractions } from './field.ts';
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  negate,
  one,
  type Rational,
  sign,
  subtract,
  toNumber,
  zero,
} from './rational.ts';

/** `re + de x e`, with e above zero and smaller than any number: where strict bounds are touched. */
export interface Pair {
  readonly re: Rational;
  readonly de: Rational;
}

const comparePairs = (a: Pair, b: Pair): number => compare(a.re, b.re) || compare(a.de, b.de);
const minus = negate(one);
const whole = (n: -1 | 0 | 1): Rational => (n === 0 ? zero : n === 1 ? one : minus);
const pairOf = (limit: Limit<unknown>): Pair => ({ re: limit.exact, de: whole(limit.delta) });

/** Rows times their multipliers, all above zero, add up to 0 <= something below zero (or 0 < 0). */
export type Farkas = readonly { readonly row: number; readonly multiplier: Rational }[];

export type Proof = { readonly ok: true } | { readonly ok: false; readonly farkas: Farkas };

/** A variable's coefficient in exact numbers, or null where doubles had the wrong variables. */
type ExactTerms = readonly { readonly of: number; readonly times: Rational; readonly at: Limit<unknown> }[];

interface Form {
  readonly terms: readonly (readonly [number, Rational])[];
  /** positions of its rows, tightest first */
  readonly lower: number[];
  readonly upper: number[];
}

/**
 * Memoizes how one linear form combines from others, for all provers of the same columns: a search makes thousands of
 * provers that differ in a few rows, and the same bases come back in them.
 */
export class Combinations {
  readonly #ids = new Map<string, number>();
  readonly #known = new Map<string, readonly Rational[] | null>();

  /** A number for a form, by its text. */
  idOf(form: string): number {
    const known = this.#ids.get(form) ?? this.#ids.size;
    this.#ids.set(form, known);
    return known;
  }

  of(key: string, make: () => readonly Rational[] | null): readonly Rational[] | null {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make();
    // Bounds the memory of a long search; the ids stay, so that what is made later is found again.
    if (this.#known.size >= mostCombinations) this.#known.clear();
    this.#known.set(key, made);
    return made;
  }
}

const mostCombinations = 20_000;

/** What all provers of the same columns share. */
export interface Frame {
  /** per column about the size of its values */
  readonly scales: ReadonlyMap<number, number>;
  readonly combinations: Combinations;
}

/**
 * Decides whether inequalities can all hold, and proves it. Doubles walk the simplex; every answer is checked in
 * fractions: a 'no' by the multipliers of its rows, recomputed from the exact rows, and wherever doubles come so close
 * to a limit that rounding could decide, the exact values decide. What cannot be settled that way is walked again in
 * fractions alone, so that no answer rests on a tolerance.
 */
export class Prover {
  readonly rows: readonly ExactRow[];
  readonly #columns: readonly number[];
  readonly #forms: Form[] = [];
  /** in scaled doubles, one per row */
  readonly #limits: Limit<number>[];
  readonly #constant: number[] = [];
  readonly #scaled: readonly (readonly number[])[];
  #walk: Simplex<number>;
  #exactWalk: Simplex<Rational> | null = null;
  readonly #scales: readonly number[];
  readonly #combinations: Combinations;
  /** per form its id in the cache of combinations */
  readonly #ids: number[] = [];
  #lower: (Limit<number> | null)[] = [];
  #upper: (Limit<number> | null)[] = [];
  #inFractions = false;
  solves = 0;

  /** @param frame what all provers of the same columns share */
  constructor(columns: readonly number[], rows: readonly ExactRow[], frame: Frame) {
    this.rows = rows;
    this.#columns = columns;
    this.#combinations = frame.combinations;
    this.#scales = columns.map((column) => frame.scales.get(column) ?? 1);
    const local = new Map(columns.map((column, at) => [column, at]));
    for (const [at, column] of columns.entries()) {
      this.#forms.push({ terms: [[at, one]], lower: [], upper: [] });
      this.#ids.push(this.#combinations.idOf(`${column}`));
    }
    const byKey = new Map<string, number>();
    const scaled: number[][] = [];
    const sizes: number[] = [...this.#scales];
    this.#limits = rows.map((row, at) => {
      if (row.form.length === 0) {
        this.#constant.push(at);
        return { value: 0, delta: 0, exact: zero, row: at };
      }
      let form =
        row.form.length === 1
          ? must(local, (row.form[0] as readonly [number, Rational])[0])
          : byKey.get(row.key);
      if (form === undefined) {
        form = this.#forms.length;
        byKey.set(row.key, form);
        const terms = row.form.map(([column, times]) => [must(local, column), times] as const);
        const dense = new Array<number>(columns.length).fill(0);
        let logs = 0;
        for (const [term, [column]] of terms.entries()) {
          const entry = (row.near.form[term] as number) * (this.#scales[column] as number);
          dense[column] = entry;
          logs += Math.log2(Math.abs(entry));
        }
        const size = 2 ** Math.round(logs / terms.length);
        scaled.push(dense.map((entry) => entry / size));
        sizes.push(size);
        this.#forms.push({ terms, lower: [], upper: [] });
        this.#ids.push(this.#combinations.idOf(row.key));
      }
      this.#forms[form]?.[row.side].push(at);
      return {
        value: row.near.limit / (sizes[form] as number),
        delta: row.strict ? (row.side === 'upper' ? -1 : 1) : 0,
        exact: row.limit,
        row: at,
      };
    });
    this.#scaled = scaled;
    const limits = this.#limits as Limit<unknown>[];
    for (const form of this.#forms) {
      for (const side of ['lower', 'upper'] as const) {
        const turn = side === 'upper' ? 1 : -1;
        if (form[side].length < 2) continue;
        form[side].sort((a, b) => {
          const [first, second] = [at(rows, a), at(rows, b)];
          const apart = first.near.limit - second.near.limit;
          if (Math.abs(apart) > 1e-9 * Math.abs(first.near.limit)) return apart * turn;
          const order = comparePairs(
            pairOf(limits[a] as Limit<unknown>),
            pairOf(limits[b] as Limit<unknown>),
          );
          // break ties by the fewest groups: a smaller certificate
          return order * turn || first.groups.length - second.groups.length || a - b;
        });
      }
    }
    this.#walk = new Simplex(doubles, columns.length, scaled);
  }

  /**
   * Whether the rows that are taken can all hold.
   * @param taken 1 per row that is
   */
  solve(taken: Uint8Array): Proof {
    this.solves++;
    this.#inFractions = false;
    for (const at of this.#constant) {
      const { limit, side, strict } = this.rows[at] as ExactRow;
      const s = side === 'upper' ? sign(limit) : -sign(limit);
      if (taken[at] === 1 && (s < 0 || (s === 0 && strict))) {
        return { ok: false, farkas: [{ row: at, multiplier: one }] };
      }
    }
    const lowers = new Array<Limit<number> | null>(this.#forms.length).fill(null);
    const uppers = new Array<Limit<number> | null>(this.#forms.length).fill(null);
    for (const [variable, form] of this.#forms.entries()) {
      const lower = form.lower.find((row) => taken[row] === 1);
      const upper = form.upper.find((row) => taken[row] === 1);
      if (lower !== undefined) lowers[variable] = this.#limits[lower] as Limit<number>;
      if (upper !== undefined) uppers[variable] = this.#limits[upper] as Limit<number>;
      if (lower !== undefined && upper !== undefined) {
        const a = this.#limits[lower] as Limit<number>;
        const b = this.#limits[upper] as Limit<number>;
        if (comparePairs(pairOf(a), pairOf(b)) > 0) {
          return { ok: false, farkas: [this.#step(lower, one), this.#step(upper, one)] };
        }
      }
    }
    this.#lower = lowers;
    this.#upper = uppers;
    // After many pivots rounding adds up; a fresh table costs less than a wrong turn.
    if (this.#walk.pivots > 2_000) this.#walk = new Simplex(doubles, this.#columns.length, this.#scaled);
    for (let variable = 0; variable < this.#forms.length; variable++) {
      this.#walk.setLimits(variable, lowers[variable] ?? null, uppers[variable] ?? null);
    }
    const verdict = this.#walk.solve((dependency, limit, side) => {
      const terms = this.#exactly(dependency);
      if (terms === null) return null;
      const order = comparePairs(sum(terms.map(({ times, at }) => [times, pairOf(at)])), pairOf(limit));
      return side === 'lower' ? order >= 0 : order <= 0;
    });
    if (verdict.kind === 'feasible') return { ok: true };
    if (verdict.kind === 'infeasible') {
      const terms = this.#exactly(verdict.dependency);
      const farkas = terms && this.#refute(verdict.dependency.variable, verdict.side, terms);
      if (farkas !== null) return { ok: false, farkas };
    }
    return this.#solveInFractions();
  }

  /** The values of the columns in doubles, after a `solve` that found a way. */
  point(): Map<number, number> {
    const values = this.#inFractions
      ? (this.#exactWalk as Simplex<Rational>).point().map(toNumber)
      : this.#walk.point().map((value, at) => value * (this.#scales[at] as number));
    return new Map(this.#columns.map((column, at) => [column, values[at] as number]));
  }

  /**
   * The same point in exact numbers, after a `solve` that found a way; null where doubles went astray. Whoever reports
   * it looks first whether it keeps to every row (`plainPoint`).
   */
  exactPoint(): Map<number, Pair> | null {
    if (!this.#inFractions) {
      const found = this.#readPoint(this.#walk.basis());
      if (found !== null) return this.#named(found);
      if (!this.#solveInFractions().ok) return null;
    }
    const found = this.#readPoint((this.#exactWalk as Simplex<Rational>).basis());
    return found && this.#named(found);
  }

  /**
   * The bound on a column that follows from the rows that are taken, after a `solve` that found a way; null where there
   * is none. It surely holds, and but for rounding it is reached.
   */
  bound(column: number, side: Side): Pair | null {
    const variable = this.#columns.indexOf(column);
    if (!this.#inFractions) {
      const optimum = this.#walk.optimum(variable, side);
      if (optimum.kind === 'optimal') {
        const terms = this.#exactly(optimum.dependency);
        const found = terms && this.#implied(side, terms);
        if (found !== null) return found.value;
      }
      this.#solveInFractions();
    }
    const optimum: Optimum<Rational> = (this.#exactWalk as Simplex<Rational>).optimum(variable, side);
    if (optimum.kind !== 'optimal') return null;
    return this.#implied(side, optimum.dependency.terms)?.value ?? null;
  }

  #named(pairs: readonly Pair[]): Map<number, Pair> {
    return new Map(this.#columns.map((column, at) => [column, pairs[at] as Pair]));
  }

  #solveInFractions(): Proof {
    const size = this.#columns.length;
    if (this.#exactWalk === null) {
      const forms = this.#forms.slice(size).map(({ terms }) => {
        const dense = new Array<Rational>(size).fill(zero);
        for (const [column, times] of terms) dense[column] = times;
        return dense;
      });
      this.#exactWalk = new Simplex(fractions, size, forms);
    }
    const exactly = (limit: Limit<number> | null | undefined): Limit<Rational> | null =>
      limit ? { ...limit, value: limit.exact } : null;
    for (let variable = 0; variable < this.#forms.length; variable++) {
      this.#exactWalk.setLimits(variable, exactly(this.#lower[variable]), exactly(this.#upper[variable]));
    }
    this.#inFractions = true;
    const verdict = this.#exactWalk.solve();
    if (verdict.kind !== 'infeasible') return { ok: true };
    const farkas = this.#refute(verdict.dependency.variable, verdict.side, verdict.dependency.terms);
    if (farkas === null) throw new Error('the exact simplex gave a proof that does not hold');
    return { ok: false, farkas };
  }

  /** A row's part of a proof: the multiplier of the form, turned into one of the row. */
  #step(row: number, times: Rational): { row: number; multiplier: Rational } {
    return { row, multiplier: divide(absolute(times), absolute((this.rows[row] as ExactRow).times)) };
  }

  /** The limits, in force now, that keep `sum of terms` from going beyond a value on one side. */
  #implied(
    side: Side,
    terms: ExactTerms,
  ): { value: Pair; rows: { row: number; multiplier: Rational }[] } | null {
    const parts: [Rational, Pair][] = [];
    const rows: { row: number; multiplier: Rational }[] = [];
    for (const { of, times } of terms) {
      if (times.n === 0n) continue;
      const limit = (sign(times) > 0 === (side === 'upper') ? this.#upper : this.#lower)[of] ?? null;
      if (limit === null) return null;
      parts.push([times, pairOf(limit)]);
      rows.push(this.#step(limit.row, times));
    }
    return { value: sum(parts), rows };
  }

  /** The proof that a form cannot reach its limit; null where it is no proof. */
  #refute(variable: number, side: Side, terms: ExactTerms): Farkas | null {
    const limit = (side === 'lower' ? this.#lower : this.#upper)[variable] ?? null;
    const implied = this.#implied(side === 'lower' ? 'upper' : 'lower', terms);
    if (limit === null || implied === null) return null;
    const order = comparePairs(implied.value, pairOf(limit));
    if (side === 'lower' ? order >= 0 : order <= 0) return null;
    return [this.#step(limit.row, one), ...implied.rows];
  }

  /** The coefficients of a dependency that doubles found, solved from the exact forms; null where there are none. */
  #exactly(dependency: Dependency<number>): ExactTerms | null {
    const { variable, terms } = dependency;
    const [only] = terms;
    if (only !== undefined && terms.length === 1 && only.of === variable) {
      return [{ of: variable, times: one, at: only.at }];
    }
    const key = `${this.#ids[variable]}:${terms.map(({ of }) => this.#ids[of]).join(',')}`;
    const times = this.#combinations.of(key, () =>
      combination(
        (this.#forms[variable] as Form).terms,
        terms.map(({ of }) => (this.#forms[of] as Form).terms),
      ),
    );
    return times && terms.map(({ of, at }, place) => ({ of, at, times: times[place] as Rational }));
  }

  #readPoint(basis: readonly (Dependency<number> | Dependency<Rational> | Limit<unknown>)[]): Pair[] | null {
    const found: Pair[] = [];
    for (const entry of basis) {
      if ('exact' in entry) found.push(pairOf(entry));
      else {
        const terms = this.#inFractions
          ? (entry as Dependency<Rational>).terms
          : this.#exactly(entry as Dependency<number>);
        if (terms === null) return null;
        found.push(sum(terms.map(({ times, at }) => [times, pairOf(at)])));
      }
    }
    return found;
  }
}

function sum(parts: readonly (readonly [Rational, Pair])[]): Pair {
  let re = zero;
  let de = zero;
  for (const [times, pair] of parts) {
    re = add(re, multiply(times, pair.re));
    if (pair.de.n !== 0n) de = add(de, multiply(times, pair.de));
  }
  return { re, de };
}

/**
 * The one way to write a linear form as a combination of others, by elimination in fractions; null where there is none
 * or more than one.
 */
export function combination(
  target: readonly (readonly [number, Rational])[],
  others: readonly (readonly (readonly [number, Rational])[])[],
): readonly Rational[] | null {
  const columns = [...new Set([target, ...others].flatMap((form) => form.map(([column]) => column)))];
  const place = new Map(columns.map((column, at) => [column, at]));
  const size = others.length;
  const matrix = columns.map(() => new Array<Rational>(size + 1).fill(zero));
  for (const [at, form] of [...others, target].entries()) {
    for (const [column, times] of form) (matrix[place.get(column) as number] as Rational[])[at] = times;
  }
  let rank = 0;
  for (let at = 0; at < size; at++) {
    const pivot = matrix.findIndex((row, index) => index >= rank && (row[at] as Rational).n !== 0n);
    if (pivot === -1) return null;
    const row = matrix[pivot] as Rational[];
    matrix[pivot] = matrix[rank] as Rational[];
    matrix[rank] = row;
    const head = row[at] as Rational;
    for (let index = at; index <= size; index++) row[index] = divide(row[index] as Rational, head);
    for (const [index, other] of matrix.entries()) {
      const factor = other[at] as Rational;
      if (index === rank || factor.n === 0n) continue;
      for (let entry = at; entry <= size; entry++) {
        const from = row[entry] as Rational;
        if (from.n !== 0n) other[entry] = subtract(other[entry] as Rational, multiply(factor, from));
      }
    }
    rank++;
  }
  if (matrix.some((row, index) => index >= rank && (row[size] as Rational).n !== 0n)) return null;
  return matrix.slice(0, size).map((row) => row[size] as Rational);
}
