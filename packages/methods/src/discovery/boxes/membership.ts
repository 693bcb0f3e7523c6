import { at, byteAt, int32At, numberAt } from '@schaalsprong/words';
import type { DiscoveryData, Input } from '../data/data.ts';
import { type Box, fullLimit, initialBox, type Limit, sameLimit } from './box.ts';

/** A bound of a box: the lower one of an input (or its categories) is twice its place, the upper one that plus one. */
export type Side = number;
export const lowerSide = (place: number): Side => 2 * place;
export const upperSide = (place: number): Side => 2 * place + 1;

/** More violations than any row can have: what an earlier box took is never inside. */
const TAKEN = 1 << 24;

/**
 * Which rows a box holds, and how many each bound alone keeps out, while the box changes one bound at a time. Per row it keeps
 * how many bounds it violates and the exclusive or of these, which is the bound itself where it is one. So the
 * counts of every box with one bound left out, which quasi-p values and pasting need, are there at any moment.
 */
export class Membership {
  /** Rows inside, and those of interest among them. */
  n: number;
  k = 0;
  /** Per bound the rows that violate it and no other, and those of interest among them. */
  readonly aloneN: Int32Array;
  readonly aloneK: Int32Array;
  readonly inputs: readonly Input[];
  readonly interest: Uint8Array;
  readonly #violations: Int32Array;
  readonly #which: Int32Array;
  #limits: Limit[];

  /**
   * The initial box.
   *
   * @param interest per row 1 where it is of interest
   * @param taken per row 1 where an earlier box took it
   */
  constructor(data: Pick<DiscoveryData, 'inputs'>, interest: Uint8Array, taken: Uint8Array) {
    this.inputs = data.inputs;
    this.interest = interest;
    this.#limits = [...initialBox(data)];
    this.#violations = new Int32Array(interest.length);
    this.#which = new Int32Array(interest.length);
    this.aloneN = new Int32Array(2 * data.inputs.length);
    this.aloneK = new Int32Array(2 * data.inputs.length);
    this.n = 0;
    for (let row = 0; row < interest.length; row++) {
      if (taken[row]) this.#violations[row] = TAKEN;
      else {
        this.n++;
        this.k += byteAt(interest, row);
      }
    }
  }

  get box(): Box {
    return this.#limits;
  }

  limitOf(place: number): Limit {
    return at(this.#limits, place);
  }

  has(row: number): boolean {
    return this.#violations[row] === 0;
  }

  /** Whether a row violates this bound and no other. */
  missesOnly(row: number, side: Side): boolean {
    return this.#violations[row] === 1 && this.#which[row] === side;
  }

  /** Rows that no earlier box took. */
  isLeft(row: number): boolean {
    return int32At(this.#violations, row) < TAKEN;
  }

  /** Puts another limit on one input. Costs a copy of the box, because steps keep the box they had; nothing where the limit is the same. */
  setLimit(place: number, limit: Limit): void {
    const input = at(this.inputs, place);
    const before = this.limitOf(place);
    if (sameLimit(limit, before)) return;
    if (input.kind === 'category') {
      if (limit.kind !== 'category' || before.kind !== 'category') return;
      const was = input.categories.map((category) => before.allowed.includes(category));
      const is = input.categories.map((category) => limit.allowed.includes(category));
      input.values.forEach((category, row) => {
        this.#move(row, lowerSide(place), at(was, category), at(is, category));
      });
    } else {
      if (limit.kind === 'category' || before.kind === 'category') return;
      const { values } = input;
      if (limit.min !== before.min) {
        const side = lowerSide(place);
        for (let row = 0; row < values.length; row++) {
          const value = numberAt(values, row);
          this.#move(row, side, value >= before.min, value >= limit.min);
        }
      }
      if (limit.max !== before.max) {
        const side = upperSide(place);
        for (let row = 0; row < values.length; row++) {
          const value = numberAt(values, row);
          this.#move(row, side, value <= before.max, value <= limit.max);
        }
      }
    }
    this.#limits = this.#limits.with(place, limit);
  }

  /** Lets an input take any value again. */
  release(place: number): void {
    this.setLimit(place, fullLimit(at(this.inputs, place)));
  }

  #move(row: number, side: Side, was: boolean, is: boolean): void {
    if (was === is) return;
    const one = byteAt(this.interest, row);
    const violations = int32At(this.#violations, row);
    const which = int32At(this.#which, row);
    if (violations === 0) {
      this.n--;
      this.k -= one;
    } else if (violations === 1) this.#count(which, -1, -one);
    const now = violations + (is ? -1 : 1);
    this.#violations[row] = now;
    this.#which[row] = which ^ side;
    if (now === 0) {
      this.n++;
      this.k += one;
    } else if (now === 1) this.#count(which ^ side, 1, one);
  }

  #count(side: Side, n: number, k: number): void {
    this.aloneN[side] = int32At(this.aloneN, side) + n;
    this.aloneK[side] = int32At(this.aloneK, side) + k;
  }
}
