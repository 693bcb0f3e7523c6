import type { Field } from './exact/field.ts';
import { compare, type Rational, zero } from './exact/rational.ts';

/**
 * A limit of a quantity or of a sum: `value + delta x e`, where e is a number above zero that is smaller than any
 * other. A strict `x < 5` is the limit 5 - e, so that strictness needs no tolerance anywhere.
 */
export interface Limit<N> {
  readonly value: N;
  readonly delta: -1 | 0 | 1;
  readonly exact: Rational;
  /** the row that it comes from; -1 for the zero that everything starts at */
  readonly row: number;
}

/** Order of two limits of the same quantity, exact. */
export const compareLimits = (a: Limit<unknown>, b: Limit<unknown>): number =>
  a === b ? 0 : compare(a.exact, b.exact) || a.delta - b.delta;

export type Side = 'lower' | 'upper';

/** A linear dependency of a basic variable on the nonbasic ones: `variable = sum of times x of`. */
export interface Dependency<N> {
  readonly variable: number;
  readonly terms: readonly { readonly of: number; readonly times: N; readonly at: Limit<N> }[];
}

export type Verdict<N> =
  | { readonly kind: 'feasible' }
  /** `side` of the dependency's variable cannot be reached: everything in it is at its own limit */
  | { readonly kind: 'infeasible'; readonly dependency: Dependency<N>; readonly side: Side }
  /** undecided in double precision */
  | { readonly kind: 'lost' };

export type Optimum<N> =
  | { readonly kind: 'optimal'; readonly dependency: Dependency<N> }
  | { readonly kind: 'unbounded' }
  | { readonly kind: 'lost' };

/**
 * Decides exactly what rounding left undecided: whether a sum satisfies its bound. Null where it cannot decide; exact fields
 * never call it.
 */
export type Arbiter<N> = (dependency: Dependency<N>, limit: Limit<N>, side: Side) => boolean | null;

/**
 * The general simplex of Dutertre and De Moura (A fast linear-arithmetic solver for DPLL(T), 2006), over any field:
 * every row of the logic is a limit on a column or on a fixed linear form of columns, so that taking and leaving
 * groups changes limits only, and each question starts where the last one ended.
 */
export class Simplex<N> {
  readonly #field: Field<N>;
  readonly #columns: number;
  /** per row what its basic variable is in the nonbasic ones */
  readonly #table: N[][] = [];
  readonly #basic: number[] = [];
  readonly #nonbasic: number[];
  readonly #lower: (Limit<N> | null)[];
  readonly #upper: (Limit<N> | null)[];
  /** current value of each nonbasic variable */
  readonly #at: Limit<N>[];
  readonly #re: N[];
  readonly #de: N[];
  readonly #columnRe: N[];
  readonly #columnDe: N[];
  #pivots = 0;

  /**
   * @param columns number of columns; they are the variables 0 to columns - 1
   * @param forms linear forms of the columns, one coefficient per column; variable columns + i is the slack of forms[i]
   */
  constructor(field: Field<N>, columns: number, forms: readonly (readonly N[])[]) {
    this.#field = field;
    this.#columns = columns;
    const start: Limit<N> = { value: field.zero, delta: 0, exact: zero, row: -1 };
    const size = columns + forms.length;
    this.#nonbasic = Array.from({ length: columns }, (_, at) => at);
    for (const [at, form] of forms.entries()) {
      this.#table.push([...form]);
      this.#basic.push(columns + at);
    }
    this.#lower = new Array<Limit<N> | null>(size).fill(null);
    this.#upper = new Array<Limit<N> | null>(size).fill(null);
    this.#at = new Array<Limit<N>>(size).fill(start);
    this.#re = forms.map(() => field.zero);
    this.#de = forms.map(() => field.zero);
    this.#columnRe = new Array<N>(columns).fill(field.zero);
    this.#columnDe = new Array<N>(columns).fill(field.zero);
  }

  /** Number of pivots made so far: how far rounding may have gone. */
  get pivots(): number {
    return this.#pivots;
  }

  setLimits(variable: number, lower: Limit<N> | null, upper: Limit<N> | null): void {
    this.#lower[variable] = lower;
    this.#upper[variable] = upper;
  }

  /** The columns' values without their infinitesimal part. */
  point(): N[] {
    const values = new Array<N>(this.#columns).fill(this.#field.zero);
    for (const [row, variable] of this.#basic.entries()) {
      if (variable < this.#columns) values[variable] = this.#re[row] as N;
    }
    for (const variable of this.#nonbasic) {
      if (variable < this.#columns) values[variable] = (this.#at[variable] as Limit<N>).value;
    }
    return values;
  }

  /** Every column expressed in the nonbasic variables. */
  basis(): (Dependency<N> | Limit<N>)[] {
    const found = new Array<Dependency<N> | Limit<N>>(this.#columns);
    for (const [row, variable] of this.#basic.entries()) {
      if (variable < this.#columns) found[variable] = this.#dependency(row);
    }
    for (const variable of this.#nonbasic) {
      if (variable < this.#columns) found[variable] = this.#at[variable] as Limit<N>;
    }
    return found;
  }

  /** Whether all limits can be kept at once. */
  solve(arbiter: Arbiter<N> = () => null): Verdict<N> {
    for (let column = 0; column < this.#nonbasic.length; column++) {
      const variable = this.#nonbasic[column] as number;
      const lower = this.#lower[variable] as Limit<N> | null;
      const upper = this.#upper[variable] as Limit<N> | null;
      const at = this.#at[variable] as Limit<N>;
      if (lower !== null && compareLimits(at, lower) < 0) this.#at[variable] = lower;
      else if (upper !== null && compareLimits(at, upper) > 0) this.#at[variable] = upper;
    }
    const patience = 4 * (this.#columns + this.#basic.length) + 20;
    this.#compute();
    for (let round = 0; ; round++) {
      const careful = round > patience;
      // Bland's rule ends for certain in exact numbers; in doubles an end that does not come is given up.
      if (careful && !this.#field.exact && round > 3 * patience) {
        return { kind: 'lost' };
      }
      const leaving = this.#leaving(careful, arbiter);
      if (leaving === 'lost') return { kind: 'lost' };
      if (leaving === null) return { kind: 'feasible' };
      const { row, side } = leaving;
      const column = this.#entering(row, side === 'lower' ? 1 : -1, careful);
      if (column === -1) return { kind: 'infeasible', dependency: this.#dependency(row), side };
      const variable = this.#basic[row] as number;
      this.#pivot(row, column, (side === 'lower' ? this.#lower : this.#upper)[variable] as Limit<N>);
    }
  }

  /** The greatest (`upper`) or least value of a variable; only after `solve` found it feasible. */
  optimum(variable: number, side: Side): Optimum<N> {
    const field = this.#field;
    const direction = side === 'upper' ? 1 : -1;
    const patience = 8 * (this.#columns + this.#basic.length) + 40;
    for (let round = 0; ; round++) {
      if (round > patience && !field.exact) return { kind: 'lost' };
      const careful = round > patience / 2;
      const row = this.#basic.indexOf(variable);
      let column = this.#nonbasic.indexOf(variable);
      let up = direction === 1;
      if (row !== -1) {
        column = this.#entering(row, direction, careful);
        if (column === -1) return { kind: 'optimal', dependency: this.#dependency(row) };
        up = field.sign((this.#table[row] as N[])[column] as N) === direction;
      } else if (!this.#canMove(variable, up)) {
        const at = this.#at[variable] as Limit<N>;
        return {
          kind: 'optimal',
          dependency: { variable, terms: [{ of: variable, times: field.one, at }] },
        };
      }
      if (!this.#step(column, up, careful)) return { kind: 'unbounded' };
      this.#compute();
    }
  }

  /** Moves a nonbasic variable as far as the others allow; false where nothing stops it. */
  #step(column: number, up: boolean, careful: boolean): boolean {
    const field = this.#field;
    const variable = this.#nonbasic[column] as number;
    const own = (up ? this.#upper : this.#lower)[variable] ?? null;
    const at = this.#at[variable] as Limit<N>;
    let best: { re: N; de: N; row: number; limit: Limit<N>; size: number } | null =
      own === null
        ? null
        : this.#stepTo(own, at.value, field.integer(at.delta), up ? field.one : field.negate(field.one), -1);
    for (const [row, entries] of this.#table.entries()) {
      const t = entries[column] as N;
      const s = field.sign(t);
      if (s === 0) continue;
      const rises = s > 0 === up;
      const basic = this.#basic[row] as number;
      const limit = (rises ? this.#upper : this.#lower)[basic] ?? null;
      if (limit === null) continue;
      const step = this.#stepTo(limit, this.#re[row] as N, this.#de[row] as N, up ? t : field.negate(t), row);
      if (best === null) best = step;
      else {
        // what rounding leaves undecided is a tie: the size of the pivot decides, which costs no correctness
        const order = field.order(step.re, best.re, [], []) ?? 0;
        const tie = order === 0 ? field.sign(field.subtract(step.de, best.de)) : order;
        const first = careful
          ? basic < (best.row === -1 ? variable : (this.#basic[best.row] as number))
          : step.size > best.size;
        if (tie < 0 || (tie === 0 && first)) best = step;
      }
    }
    if (best === null) return false;
    if (best.row === -1) this.#at[variable] = best.limit;
    else this.#pivot(best.row, column, best.limit);
    return true;
  }

  #stepTo(limit: Limit<N>, re: N, de: N, rate: N, row: number) {
    const field = this.#field;
    return {
      re: field.divide(field.subtract(limit.value, re), rate),
      de: field.divide(field.subtract(field.integer(limit.delta), de), rate),
      row,
      limit,
      size: field.size(rate),
    };
  }

  #dependency(row: number): Dependency<N> {
    const entries = this.#table[row] as N[];
    const terms: { of: number; times: N; at: Limit<N> }[] = [];
    for (let column = 0; column < entries.length; column++) {
      const of = this.#nonbasic[column] as number;
      const times = entries[column] as N;
      if (this.#field.sign(times) !== 0) terms.push({ of, times, at: this.#at[of] as Limit<N> });
    }
    return { variable: this.#basic[row] as number, terms };
  }

  #compute(): void {
    const field = this.#field;
    this.#readColumns();
    for (let row = 0; row < this.#table.length; row++) {
      const entries = this.#table[row] as N[];
      this.#re[row] = field.dot(entries, this.#columnRe);
      this.#de[row] = field.dot(entries, this.#columnDe);
    }
  }

  #readColumns(): void {
    const field = this.#field;
    for (let column = 0; column < this.#nonbasic.length; column++) {
      const at = this.#at[this.#nonbasic[column] as number] as Limit<N>;
      this.#columnRe[column] = at.value;
      this.#columnDe[column] = at.delta === 0 ? field.zero : field.integer(at.delta);
    }
  }

  /** -1, 0 or 1 as the basic variable of a row is below, at or above a bound; null where rounding leaves it undecided. */
  #order(row: number, limit: Limit<N>): -1 | 0 | 1 | null {
    const field = this.#field;
    const order = field.order(this.#re[row] as N, limit.value, this.#table[row] as N[], this.#columnRe);
    return order === 0 ? field.sign(field.subtract(this.#de[row] as N, field.integer(limit.delta))) : order;
  }

  #leaving(careful: boolean, arbiter: Arbiter<N>): { row: number; side: Side } | 'lost' | null {
    const field = this.#field;
    let found = -1;
    let low = false;
    let worst = 0;
    let open: { row: number; side: Side; limit: Limit<N> }[] | null = null;
    for (let row = 0; row < this.#table.length; row++) {
      const variable = this.#basic[row] as number;
      for (let turn = -1; turn <= 1; turn += 2) {
        const limit = (turn < 0 ? this.#lower : this.#upper)[variable] ?? null;
        if (limit === null) continue;
        const order = this.#order(row, limit);
        if (order === null) {
          open ??= [];
          open.push({ row, side: turn < 0 ? 'lower' : 'upper', limit });
        } else if (order === turn) {
          const size = field.size(field.subtract(this.#re[row] as N, limit.value));
          const better = careful ? variable < (this.#basic[found] as number) : size > worst;
          if (found === -1 || better) {
            found = row;
            low = turn < 0;
            worst = size;
          }
        }
      }
    }
    if (found !== -1) return { row: found, side: low ? 'lower' : 'upper' };
    for (const { row, side, limit } of open ?? []) {
      const kept = arbiter(this.#dependency(row), limit, side);
      if (kept === null) return 'lost';
      if (!kept) return { row, side };
    }
    return null;
  }

  #canMove(variable: number, up: boolean): boolean {
    const limit = (up ? this.#upper : this.#lower)[variable] ?? null;
    if (limit === null) return true;
    const order = compareLimits(this.#at[variable] as Limit<N>, limit);
    return up ? order < 0 : order > 0;
  }

  /** The column that can move a row's variable in a direction; -1 where everything is at its limit. */
  #entering(row: number, direction: 1 | -1, careful: boolean): number {
    const field = this.#field;
    const entries = this.#table[row] as N[];
    let found = -1;
    let best = 0;
    for (let column = 0; column < entries.length; column++) {
      const s = field.sign(entries[column] as N);
      const variable = this.#nonbasic[column] as number;
      if (s === 0 || !this.#canMove(variable, s === direction)) continue;
      const size = careful ? -variable : field.size(entries[column] as N);
      if (found === -1 || size > best) [found, best] = [column, size];
    }
    return found;
  }

  /** Exchanges the basic variable of a row, which then is at `limit`, for the variable of a column. */
  #pivot(row: number, column: number, limit: Limit<N>): void {
    const field = this.#field;
    const entries = this.#table[row] as N[];
    const entering = this.#nonbasic[column] as number;
    const at = this.#at[entering] as Limit<N>;
    const inverse = field.divide(field.one, entries[column] as N);
    // how far the entering variable moves, so that the leaving one comes to be at its limit
    const re = field.multiply(field.subtract(limit.value, this.#re[row] as N), inverse);
    const de = field.multiply(field.subtract(field.integer(limit.delta), this.#de[row] as N), inverse);
    field.scale(entries, field.negate(inverse));
    entries[column] = inverse;
    for (let other = 0; other < this.#table.length; other++) {
      if (other === row) continue;
      const target = this.#table[other] as N[];
      const factor = target[column] as N;
      if (field.isZero(factor)) continue;
      this.#re[other] = field.add(this.#re[other] as N, field.multiply(factor, re));
      if (!field.isZero(de)) this.#de[other] = field.add(this.#de[other] as N, field.multiply(factor, de));
      target[column] = field.zero;
      field.combine(target, entries, factor);
    }
    const leaving = this.#basic[row] as number;
    this.#re[row] = field.add(at.value, re);
    this.#de[row] = field.add(field.integer(at.delta), de);
    this.#basic[row] = entering;
    this.#nonbasic[column] = leaving;
    this.#at[leaving] = limit;
    this.#columnRe[column] = limit.value;
    this.#columnDe[column] = field.integer(limit.delta);
    this.#pivots++;
  }
}
