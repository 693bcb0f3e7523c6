import { lastDigitUnit } from '@schaalsprong/agenda/claims';
import { at, contains, type Interval } from '@schaalsprong/words';
import { groupOf } from '../facts/facts-logic.ts';
import type { Group, LinearConstraint, Logic, TaggedConstraint, Variable } from '../system/logic.ts';
import { uniform } from './random.ts';

/** What a figure and the word before it mean, as multiples of the figure; the widths of the agenda's own table. */
const widths = [
  { low: 0.95, high: 1.05 },
  { low: 1, high: 1.1 },
  { low: 0.9, high: 1 },
] as const;

const rounded = (x: number, digits: number): number => Number(x.toPrecision(digits));
const clean = (x: number): number => Number(x.toPrecision(12));

const closed = (min: number | null, max: number | null): Interval => ({
  min,
  max,
  minOpen: false,
  maxOpen: false,
});

export interface VariableOptions {
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
}

const only = (of: string, interval: Interval): LinearConstraint => ({
  kind: 'linear',
  terms: [{ of, times: 1 }],
  interval,
});

const linear = (terms: Readonly<Record<string, number>>, interval: Interval): LinearConstraint => ({
  kind: 'linear',
  terms: Object.entries(terms).map(([of, times]) => ({ of, times })),
  interval,
});

/** Builds a logic, with the qualifier and the rounding of each figure drawn from a seeded generator. */
export class Builder {
  readonly linear = linear;
  readonly #draw: () => number;
  readonly #variables: Variable[] = [];
  readonly #groups: Group[] = [];
  readonly #constraints: TaggedConstraint[] = [];
  #claims = 0;
  #relations = 0;

  constructor(seed: number) {
    this.#draw = uniform(seed);
  }

  get claims(): number {
    return this.#claims;
  }

  get logic(): Logic {
    return { variables: this.#variables, groups: this.#groups, constraints: this.#constraints };
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.#draw();
  }

  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  variable(id: string, { whole = false, min = 0, max }: VariableOptions = {}): string {
    const bounds = { min, max: max ?? null, minOpen: min === 0, maxOpen: false };
    this.#variables.push({ id, whole, bounds });
    return id;
  }

  /** An interval as a text would state it, with the value well inside. */
  around(value: number): Interval {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (this.#draw() < 0.4) {
        const figure = rounded(value, 3);
        const half = Math.min(lastDigitUnit(figure) / 2, 0.025 * Math.abs(figure));
        if (Math.abs(value - figure) < 0.9 * half) return closed(clean(figure - half), clean(figure + half));
        continue;
      }
      const width = at(widths, this.integer(0, widths.length - 1));
      const part = this.between(0.15, 0.85);
      const figure = rounded(value / (width.low + part * (width.high - width.low)), 4);
      const interval: Interval = {
        ...closed(clean(width.low * figure), clean(width.high * figure)),
        maxOpen: width.high === 1,
      };
      const room = 0.05 * (width.high - width.low) * Math.abs(figure);
      if (contains(interval, value - room) && contains(interval, value + room)) return interval;
    }
    return closed(clean(value * 0.95), clean(value * 1.05));
  }

  /** A claim about one quantity, with an interval around the value or as given; gives the id of its group. */
  claim(of: string, value: number | Interval): string {
    return this.#written(of, only(of, this.#interval(value)));
  }

  /** A claim with readings about different quantities or intervals; gives the ids of its groups. */
  choice(
    id: string,
    readings: Readonly<Record<string, readonly [of: string, value: number | Interval]>>,
  ): string[] {
    const constraints = Object.entries(readings).map(
      ([reading, [of, value]]) => [reading, only(of, this.#interval(value))] as const,
    );
    this.#claims += 1;
    return constraints.map(([reading, constraint]) => this.#tagged(id, reading, constraint));
  }

  /** A claim that compares: the terms lie in the interval. */
  compare(id: string, terms: Readonly<Record<string, number>>, interval: Interval): string {
    return this.#written(id, linear(terms, interval));
  }

  relate(constraint: TaggedConstraint['constraint']): void {
    this.#relations += 1;
    this.#constraints.push({ id: `relation-${this.#relations}`, constraint, groups: [] });
  }

  sum(whole: string, parts: readonly string[]): void {
    const terms = { [whole]: 1, ...Object.fromEntries(parts.map((part) => [part, -1])) };
    this.relate(linear(terms, closed(0, 0)));
  }

  /** smaller <= times x larger */
  order(smaller: string, larger: string, times = 1): void {
    this.relate(linear({ [smaller]: 1, [larger]: -times }, closed(null, 0)));
  }

  difference(from: string, to: string, is: string): void {
    this.relate(linear({ [to]: 1, [from]: -1, [is]: -1 }, closed(0, 0)));
  }

  product(result: string, factor: string, other: string, times = 1, plus = 0): void {
    this.relate({ kind: 'product', product: result, factor, other, times, plus });
  }

  #interval(value: number | Interval): Interval {
    return typeof value === 'number' ? this.around(value) : value;
  }

  /** A claim with one reading. */
  #written(id: string, constraint: LinearConstraint): string {
    this.#claims += 1;
    return this.#tagged(id, 'as-written', constraint);
  }

  #tagged(id: string, reading: string, constraint: LinearConstraint): string {
    const group = groupOf(id, reading);
    this.#groups.push({ id: group, choice: id });
    this.#constraints.push({ id: group, constraint, groups: [group] });
    return group;
  }
}

export { closed };
