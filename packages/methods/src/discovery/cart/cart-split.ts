import { at, int32At, numberAt } from '@schaalsprong/words';
import { sameLength } from '../../linear/dot.ts';
import type { Input } from '../data/data.ts';
import { sortedRows } from '../data/sorted-rows.ts';
import { Tally, type TallyOutcome } from './cart-outcome.ts';

/** Where a node is divided: rows up to a threshold, or outside a category, go left. */
export type Split =
  | { readonly place: number; readonly threshold: number; readonly above: number }
  | { readonly place: number; readonly category: number };

/** A part of the rows: those from `start` to `end` in each order. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/** Gains that differ by less than this part of what there is to gain are equal: the difference is rounding. */
const EQUAL = 1e-10;

/**
 * The rows of a tree under construction. Every input of numbers is sorted once; a split then divides each of these orders stably,
 * so that every node finds its rows sorted.
 *
 * The loops over rows read plainly: the constructor checks the lengths, and every order is of the row numbers below them. A check per
 * read costs an eighth of the time; the defaults -1 and NaN are for the compiler only.
 */
export class Partition {
  readonly #inputs: readonly Input[];
  readonly #outcome: TallyOutcome;
  /** Per input its rows in ascending order; rows in their own order for categories. */
  readonly #orders: readonly Int32Array[];
  readonly #scratch: Int32Array;
  readonly #goesLeft: Uint8Array;
  readonly #left: Tally;
  readonly #right: Tally;

  constructor(inputs: readonly Input[], outcome: TallyOutcome) {
    const rows = Int32Array.from({ length: outcome.values.length }, (_, row) => row);
    for (const { values } of inputs) sameLength(values, outcome.values);
    this.#inputs = inputs;
    this.#outcome = outcome;
    this.#orders = inputs.map((input) =>
      input.kind === 'category' ? rows.slice() : sortedRows(input.values, rows),
    );
    this.#scratch = new Int32Array(rows.length);
    this.#goesLeft = new Uint8Array(rows.length);
    this.#left = new Tally(outcome);
    this.#right = new Tally(outcome);
  }

  rowsOf({ start, end }: Segment): Int32Array {
    return this.#rowsOf({ start, end }).slice();
  }

  isPure({ start, end }: Segment): boolean {
    const { values } = this.#outcome;
    const rows = this.#rowsOf({ start, end });
    const first = values[int32At(rows, 0)];
    return rows.every((row) => values[row] === first);
  }

  /**
   * The split with the largest weighted decrease of impurity that leaves at least `least` rows on either side. Equal decreases: the
   * input that comes first (numbers before categories, these in the order of their names), then the lower threshold.
   *
   * @returns null where no input can be divided so
   */
  best(segment: Segment, least: number): Split | null {
    const whole = this.#tallyOf(segment);
    // All that a perfect split could gain: the sum of squares of single rows less what the node has.
    const slack = EQUAL * Math.max(this.#total(segment) - whole, Number.MIN_VALUE);
    let best: Split | null = null;
    let gain = Number.NEGATIVE_INFINITY;
    const consider = (found: number, split: () => Split): void => {
      if (found > gain + (best === null ? 0 : slack)) {
        gain = found;
        best = split();
      }
    };
    this.#inputs.forEach((input, place) => {
      if (input.kind !== 'category') this.#thresholds(segment, place, input.values, least, whole, consider);
    });
    this.#inputs.forEach((input, place) => {
      if (input.kind !== 'category') return;
      const byName = input.categories
        .map((name, category) => ({ name, category }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const { category } of byName) {
        this.#category(segment, { place, category }, input.values, least, whole, consider);
      }
    });
    return best;
  }

  /** Divides the rows of a segment; gives the two segments. */
  divide(segment: Segment, split: Split): readonly [Segment, Segment] {
    const { start, end } = segment;
    const { values } = at(this.#inputs, split.place);
    const rows = at(this.#orders, split.place);
    let leftRows = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i] ?? -1;
      const value = values[row] ?? Number.NaN;
      const left = 'category' in split ? value !== split.category : value <= split.threshold;
      this.#goesLeft[row] = left ? 1 : 0;
      if (left) leftRows++;
    }
    for (const order of this.#orders) {
      let left = start;
      let right = 0;
      for (let i = start; i < end; i++) {
        const row = order[i] ?? -1;
        if (this.#goesLeft[row]) order[left++] = row;
        else this.#scratch[right++] = row;
      }
      order.set(this.#scratch.subarray(0, right), left);
    }
    const middle = start + leftRows;
    return [
      { start, end: middle },
      { start: middle, end },
    ];
  }

  #thresholds(
    { start, end }: Segment,
    place: number,
    values: Float64Array,
    least: number,
    whole: number,
    consider: (gain: number, split: () => Split) => void,
  ): void {
    const order = at(this.#orders, place);
    this.#left.clear();
    this.#right.clear();
    for (let i = start; i < end; i++) this.#right.add(order[i] ?? -1, 1);
    for (let i = start; i < end - least; i++) {
      const row = order[i] ?? -1;
      this.#left.add(row, 1);
      this.#right.add(row, -1);
      const value = values[row] ?? Number.NaN;
      const above = values[order[i + 1] ?? -1] ?? Number.NaN;
      if (i + 1 - start < least || value === above) continue;
      consider(this.#left.concentration + this.#right.concentration - whole, () => {
        const middle = value / 2 + above / 2;
        // Between neighbours among the numbers there is no middle.
        return { place, threshold: middle < above ? middle : value, above };
      });
    }
  }

  #category(
    { start, end }: Segment,
    split: { readonly place: number; readonly category: number },
    values: Int32Array,
    least: number,
    whole: number,
    consider: (gain: number, split: () => Split) => void,
  ): void {
    const order = at(this.#orders, split.place);
    this.#left.clear();
    this.#right.clear();
    for (let i = start; i < end; i++) {
      const row = order[i] ?? -1;
      (values[row] === split.category ? this.#right : this.#left).add(row, 1);
    }
    if (this.#left.n < least || this.#right.n < least) return;
    consider(this.#left.concentration + this.#right.concentration - whole, () => split);
  }

  #tallyOf(segment: Segment): number {
    this.#left.clear();
    for (const row of this.#rowsOf(segment)) this.#left.add(row, 1);
    return this.#left.concentration;
  }

  /** What `concentration` would be were every row a node of its own. */
  #total({ start, end }: Segment): number {
    if (this.#outcome.kind === 'classes') return end - start;
    let squares = 0;
    for (const row of this.#rowsOf({ start, end })) squares += numberAt(this.#outcome.values, row) ** 2;
    return squares;
  }

  /** The rows of a segment in the order of the first input: a view, not a copy. */
  #rowsOf({ start, end }: Segment): Int32Array {
    return at(this.#orders, 0).subarray(start, end);
  }
}
