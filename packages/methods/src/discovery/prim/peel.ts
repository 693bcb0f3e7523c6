import { at, byteAt, int32At, numberAt } from '@schaalsprong/words';
import { isRestricted, type Limit, type NumberLimit } from '../boxes/box.ts';
import type { Membership } from '../boxes/membership.ts';
import type { CategoryInput, Input, NumberInput } from '../data/data.ts';
import { sortedRows } from '../data/sorted-rows.ts';
import { type Counts, type Objective, scoreOf } from './objective.ts';

/** A box that may follow the present one: one input with another limit. */
export interface Candidate extends Counts {
  /** Place of the input. */
  readonly place: number;
  readonly limit: Limit;
}

/** A candidate with its score and with the number of inputs that it leaves free. */
interface Scored extends Candidate {
  readonly score: number;
  readonly free: number;
}

/** The order in which kinds of input are tried; candidates that are equal otherwise keep it. */
const kindOrder: readonly Input['kind'][] = ['real', 'integer', 'category'];

/** Places of inputs in the order in which candidates are made: reals, integers, categories, each in order of column. */
export const candidateOrder = (inputs: readonly Input[]): readonly number[] =>
  kindOrder.flatMap((kind) => inputs.flatMap((input, place) => (input.kind === kind ? [place] : [])));

/**
 * The best of candidates: the higher score, then the one that leaves more inputs free, then the first that was made.
 *
 * @returns null where there are none
 */
export function bestOf(
  candidates: Iterable<Candidate>,
  membership: Membership,
  objective: Objective,
): Scored | null {
  const { inputs, box } = membership;
  const restricted = inputs.map((input, place) => isRestricted(at(box, place), input));
  const already = restricted.filter(Boolean).length;
  let best: Scored | null = null;
  for (const candidate of candidates) {
    const input = at(inputs, candidate.place);
    const score = scoreOf(objective, membership, candidate);
    if (best !== null && score < best.score) continue;
    const others = already - (restricted[candidate.place] ? 1 : 0);
    const free = inputs.length - others - (isRestricted(candidate.limit, input) ? 1 : 0);
    if (best === null || score > best.score || free > best.free) best = { ...candidate, score, free };
  }
  return best;
}

/**
 * Makes the candidates of peeling. It sorts every input once and afterwards walks from the ends of these orders, past rows that
 * left the box, so that a step takes about as long as what it peels; the orders are swept when half their rows are gone.
 */
export class Peeler {
  readonly #membership: Membership;
  readonly #alpha: number;
  readonly #order: readonly number[];
  /** Per input its rows in ascending order; empty for categories. */
  #sorted: readonly Int32Array[];
  /** Rows still inside at the last sweep, in order of row. */
  #rows: Int32Array;

  /** @param alpha part of the rows in the box that a step may peel, between 0 and 1 */
  constructor(membership: Membership, alpha: number) {
    this.#membership = membership;
    this.#alpha = alpha;
    this.#order = candidateOrder(membership.inputs);
    this.#rows = Int32Array.from(membership.interest, (_, row) => row).filter((row) => membership.has(row));
    this.#sorted = membership.inputs.map((input) =>
      input.kind === 'category' ? new Int32Array() : sortedRows(input.values, this.#rows),
    );
  }

  /** Every candidate from the present box, in the order that decides ties. */
  *candidates(): Generator<Candidate> {
    this.#sweep();
    const { inputs } = this.#membership;
    for (const place of this.#order) {
      const input = at(inputs, place);
      if (input.kind === 'category') yield* this.#categories(input, place);
      else {
        yield this.#cut(input, place, 'max');
        yield this.#cut(input, place, 'min');
      }
    }
  }

  #sweep(): void {
    if (2 * this.#membership.n > this.#rows.length) return;
    const inside = (row: number): boolean => this.#membership.has(row);
    this.#rows = this.#rows.filter(inside);
    this.#sorted = this.#sorted.map((rows) => rows.filter(inside));
  }

  /** The box without its lowest or highest part of one input. */
  #cut(input: NumberInput, place: number, end: 'min' | 'max'): Candidate {
    const present = this.#membership.limitOf(place) as NumberLimit;
    const rows = at(this.#sorted, place);
    const quantile = this.#quantile(rows, input.values, end === 'max' ? 1 - this.#alpha : this.#alpha);
    // Between whole numbers a limit means nothing: it is cut off, and where that is the present limit its whole value goes.
    const cut = input.kind === 'integer' ? Math.trunc(quantile) : quantile;
    const itself = input.kind === 'integer' && cut === present[end];
    const goes =
      end === 'max'
        ? (value: number): boolean => value > cut || (itself && value === cut)
        : (value: number): boolean => value < cut || (itself && value === cut);

    let { n, k } = this.#membership;
    let outermost = Number.NaN;
    let left = Number.NaN;
    const step = end === 'max' ? -1 : 1;
    for (let i = end === 'max' ? rows.length - 1 : 0; i >= 0 && i < rows.length; i += step) {
      const row = int32At(rows, i);
      if (!this.#membership.has(row)) continue;
      const value = numberAt(input.values, row);
      if (Number.isNaN(outermost)) outermost = value;
      if (!goes(value)) {
        left = value;
        break;
      }
      n--;
      k -= byteAt(this.#membership.interest, row);
    }
    const bound = input.kind === 'real' ? cut : Number.isNaN(left) ? outermost : left;
    return { place, limit: { ...present, [end]: bound }, n, k };
  }

  /** `peelQuantile` of the rows inside, without making a list of them: a walk from the nearer end. */
  #quantile(rows: Int32Array, values: Float64Array, q: number): number {
    const last = this.#membership.n - 1;
    const low = Math.floor(last * q);
    const high = Math.ceil(last * q);
    let kept = Number.NaN;
    if (q > 0.5) {
      for (let i = rows.length - 1, rank = last; i >= 0; i--) {
        const row = int32At(rows, i);
        if (!this.#membership.has(row)) continue;
        const value = numberAt(values, row);
        if (rank === high) kept = value;
        if (rank <= low && (value !== kept || rank === 0)) return (value + kept) / 2 + 0;
        rank--;
      }
    } else {
      for (let i = 0, rank = 0; i < rows.length; i++) {
        const row = int32At(rows, i);
        if (!this.#membership.has(row)) continue;
        const value = numberAt(values, row);
        if (rank === low) kept = value;
        if (rank >= high && (value !== kept || rank === last)) return (kept + value) / 2 + 0;
        rank++;
      }
    }
    return kept;
  }

  #categories(input: CategoryInput, place: number): Candidate[] {
    const limit = this.#membership.limitOf(place);
    if (limit.kind !== 'category' || limit.allowed.length < 2) return [];
    const n = new Int32Array(input.categories.length);
    const k = new Int32Array(input.categories.length);
    for (const row of this.#rows) {
      if (!this.#membership.has(row)) continue;
      const category = int32At(input.values, row);
      n[category] = int32At(n, category) + 1;
      k[category] = int32At(k, category) + byteAt(this.#membership.interest, row);
    }
    return limit.allowed.map((dropped) => {
      const category = input.categories.indexOf(dropped);
      return {
        place,
        limit: { ...limit, allowed: limit.allowed.filter((each) => each !== dropped) },
        n: this.#membership.n - int32At(n, category),
        k: this.#membership.k - int32At(k, category),
      };
    });
  }
}
