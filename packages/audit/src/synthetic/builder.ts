import { lastDigitUnit } from '@schaalsprong/agenda/claims';
import { contains, type Interval } from '@schaalsprong/words';
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

/** Puts a logic together, with the word and the rounding of each figure drawn by chance. */
export function createBuilder(seed: number) {
  const draw = uniform(seed);
  const variables: Variable[] = [];
  const groups: Group[] = [];
  const constraints: TaggedConstraint[] = [];
  let claims = 0;
  let relations = 0;

  const between = (low: number, high: number): number => low + (high - low) * draw();
  const integer = (low: number, high: number): number => Math.floor(between(low, high + 1));

  const variable = (id: string, { whole = false, min = 0, max }: VariableOptions = {}): string => {
    variables.push({ id, whole, bounds: { min, max: max ?? null, minOpen: min === 0, maxOpen: false } });
    return id;
  };

  /** An interval as a text would give it, in which the value lies well inside. */
  const around = (value: number): Interval => {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (draw() < 0.4) {
        const figure = rounded(value, 3);
        const half = Math.min(lastDigitUnit(figure) / 2, 0.025 * Math.abs(figure));
        if (Math.abs(value - figure) < 0.9 * half) return closed(clean(figure - half), clean(figure + half));
        continue;
      }
      const width = widths[integer(0, widths.length - 1)] ?? widths[0];
      const at = between(0.15, 0.85);
      const figure = rounded(value / (width.low + at * (width.high - width.low)), 4);
      const interval: Interval = {
        ...closed(clean(width.low * figure), clean(width.high * figure)),
        maxOpen: width.high === 1,
      };
      const room = 0.05 * (width.high - width.low) * Math.abs(figure);
      if (contains(interval, value - room) && contains(interval, value + room)) return interval;
    }
    return closed(clean(value * 0.95), clean(value * 1.05));
  };

  const taggedClaim = (id: string, readings: Readonly<Record<string, LinearConstraint>>): string[] => {
    claims += 1;
    return Object.entries(readings).map(([reading, constraint]) => {
      const group = groupOf(id, reading);
      groups.push({ id: group, choice: id });
      constraints.push({ id: group, constraint, groups: [group] });
      return group;
    });
  };
  const only = (of: string, interval: Interval): LinearConstraint => ({
    kind: 'linear',
    terms: [{ of, times: 1 }],
    interval,
  });
  /** A claim about one quantity, with an interval around the value or as given; gives the id of its group. */
  const claim = (of: string, value: number | Interval): string =>
    taggedClaim(of, { 'as-written': only(of, typeof value === 'number' ? around(value) : value) })[0] ?? '';
  /** A claim with readings about different quantities or intervals; gives the ids of its groups. */
  const choice = (
    id: string,
    readings: Readonly<Record<string, readonly [of: string, value: number | Interval]>>,
  ): string[] =>
    taggedClaim(
      id,
      Object.fromEntries(
        Object.entries(readings).map(([reading, [of, value]]) => [
          reading,
          only(of, typeof value === 'number' ? around(value) : value),
        ]),
      ),
    );
  /** A claim that compares: the terms lie in the interval. */
  const compare = (id: string, terms: Readonly<Record<string, number>>, interval: Interval): string =>
    taggedClaim(id, { 'as-written': linear(terms, interval) })[0] ?? '';

  const linear = (terms: Readonly<Record<string, number>>, interval: Interval): LinearConstraint => ({
    kind: 'linear',
    terms: Object.entries(terms).map(([of, times]) => ({ of, times })),
    interval,
  });
  const relate = (constraint: TaggedConstraint['constraint']): void => {
    relations += 1;
    constraints.push({ id: `relation-${relations}`, constraint, groups: [] });
  };
  const sum = (whole: string, parts: readonly string[]): void =>
    relate(linear({ [whole]: 1, ...Object.fromEntries(parts.map((part) => [part, -1])) }, closed(0, 0)));
  /** smaller <= times x larger */
  const order = (smaller: string, larger: string, times = 1): void =>
    relate(linear({ [smaller]: 1, [larger]: -times }, closed(null, 0)));
  const difference = (from: string, to: string, is: string): void =>
    relate(linear({ [to]: 1, [from]: -1, [is]: -1 }, closed(0, 0)));
  const product = (result: string, factor: string, other: string, times = 1, plus = 0): void =>
    relate({ kind: 'product', product: result, factor, other, times, plus });

  return {
    between,
    integer,
    variable,
    around,
    claim,
    choice,
    compare,
    relate,
    linear,
    sum,
    order,
    difference,
    product,
    claims: () => claims,
    logic: (): Logic => ({ variables, groups, constraints }),
  };
}

export type Builder = ReturnType<typeof createBuilder>;
export { closed };
