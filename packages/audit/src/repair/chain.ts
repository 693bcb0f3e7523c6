import { at, type Interval, must, Unreachable } from '@schaalsprong/words';
import { constraintsOf } from '../facts/facts-logic.ts';
import type { Constraint } from '../system/logic.ts';
import type { AuditInput, AuditRelation } from '../types.ts';
import {
  add,
  clean,
  divide,
  everything,
  exactly,
  intersect,
  isEverything,
  multiply,
  sideOf,
  times,
} from './chain-interval.ts';

/**
 * The arithmetic of a conflict: one of its claims is set apart (the pivot), and what the others make of its quantity is
 * computed step by step along the relations of the proof. Values tell the story, intervals decide.
 */

/** A claim of the set, in its reading and under the chosen setting. */
export interface Stated {
  readonly claim: string;
  readonly reading: string;
  readonly variable: string;
  /** the figure of the text */
  readonly value: number;
  readonly interval: Interval;
}

/** How a quantity hangs on others. */
export interface Link {
  readonly relation: AuditRelation;
  readonly assumption: string | null;
  readonly constraint: Constraint;
}

/**
 * Where a number in a step comes from: a claim or a step by its position, the bounds of the quantity itself, or a
 * measure that was put in because the set is about proportions only: a claim outside the set, or none.
 */
export type Origin =
  | { readonly kind: 'claim'; readonly at: number }
  | { readonly kind: 'step'; readonly at: number }
  | { readonly kind: 'bound' }
  | { readonly kind: 'measure'; readonly claim: string | null };

/** An amount that gives a set of proportions a size; any other amount leads to the same end. */
export interface Measure {
  readonly variable: string;
  readonly value: number;
  readonly claim: string | null;
}

export interface Operand {
  readonly variable: string;
  readonly origin: Origin;
  readonly value: number;
  readonly interval: Interval;
}

/**
 * - `linear`: the sum of `weights[i]` x operand i, plus `constant`; on `side` min it is at least that, on max at most
 * - `product`: factor x a x (b + plus)
 * - `factor`: a / (factor x (b + plus))
 * - `other`: a / (factor x b) - plus
 * - `share-of-sum`: the part that is `factor` x a of a whole, which is `weight` x that part plus the rest: the sum of
 *   `rest[i]` x operand i + 1
 */
export type Operation =
  | {
      readonly kind: 'linear';
      readonly weights: readonly number[];
      readonly constant: number;
      readonly side: 'equal' | 'min' | 'max';
    }
  | { readonly kind: 'product' | 'factor' | 'other'; readonly factor: number; readonly plus: number }
  | {
      readonly kind: 'share-of-sum';
      readonly factor: number;
      readonly weight: number;
      readonly rest: readonly number[];
      readonly side: 'equal' | 'min' | 'max';
    };

export interface Step {
  readonly variable: string;
  readonly operation: Operation;
  readonly operands: readonly Operand[];
  readonly value: number;
  readonly interval: Interval;
  /** the relations it follows from (two for `share-of-sum`), and the assumptions among them */
  readonly relations: readonly string[];
  readonly assumptions: readonly string[];
  readonly relationKind: AuditRelation['kind'];
  /** where only one end follows (or the other is what the quantity keeps to anyhow): which one */
  readonly only: 'min' | 'max' | null;
}

export interface Chain {
  readonly pivot: Stated;
  /** position of the pivot among the claims */
  readonly pivotAt: number;
  readonly steps: readonly Step[];
  /** what the others make of the pivot's quantity: it does not meet `pivot.interval` */
  readonly computed: Interval;
  /** the same from the figures as they are in the text; null where only intervals were computed */
  readonly value: number | null;
  /** where the last number comes from */
  readonly origin: Origin;
  /** 1 where the computed interval is above the stated one, -1 where below */
  readonly side: -1 | 1;
}

/** The relations of a set as links, those of assumptions too. */
export function linksOf(
  input: Pick<AuditInput, 'relations' | 'assumptions'>,
  relations: readonly string[],
  assumptions: readonly string[],
): Link[] {
  const wanted = new Set(relations);
  const taken = new Set(assumptions);
  return [
    ...input.relations.filter((r) => wanted.has(r.id)).map((relation) => ({ relation, assumption: null })),
    ...input.assumptions
      .filter((a) => taken.has(a.id))
      .map((a) => ({ relation: a.relation, assumption: a.id })),
  ].flatMap((link) => constraintsOf(link.relation).map((constraint) => ({ ...link, constraint })));
}

/** The quantities of a link, each once. */
export const variablesIn = ({ constraint: c }: Link): string[] => [
  ...new Set(c.kind === 'linear' ? c.terms.map((t) => t.of) : [c.product, c.factor, c.other]),
];

/** A number from operands, the same operation for values and, below, for intervals. */
export function compute(operation: Operation, values: readonly number[]): number {
  const [a = Number.NaN, b = Number.NaN] = values;
  switch (operation.kind) {
    case 'linear':
      return clean(values.reduce((sum, x, i) => sum + at(operation.weights, i) * x, operation.constant));
    case 'product':
      return clean(operation.factor * a * (b + operation.plus));
    case 'factor':
      return clean(a / (operation.factor * (b + operation.plus)));
    case 'other':
      return clean(a / (operation.factor * b) - operation.plus);
    case 'share-of-sum': {
      const share = operation.factor * a;
      const rest = values.slice(1).reduce((sum, x, i) => sum + at(operation.rest, i) * x, 0);
      return clean((share * rest) / (1 - share * operation.weight));
    }
  }
}

/** Only the end that follows, where a relation works one way. */
const oneSided = (i: Interval, side: 'equal' | 'min' | 'max'): Interval =>
  side === 'equal'
    ? i
    : side === 'min'
      ? { ...i, max: null, maxOpen: false }
      : { ...i, min: null, minOpen: false };

export function computeInterval(operation: Operation, intervals: readonly Interval[]): Interval {
  const [a = everything, b = everything] = intervals;
  switch (operation.kind) {
    case 'linear': {
      const sum = intervals.reduce(
        (all, i, n) => add(all, times(i, at(operation.weights, n))),
        exactly(operation.constant),
      );
      return oneSided(sum, operation.side);
    }
    case 'product':
      return multiply(times(a, operation.factor), add(b, exactly(operation.plus)));
    case 'factor':
      return divide(a, times(add(b, exactly(operation.plus)), operation.factor));
    case 'other':
      return add(divide(a, times(b, operation.factor)), exactly(-operation.plus));
    case 'share-of-sum': {
      const share = times(a, operation.factor);
      const part = times(share, operation.weight);
      if (share.min === null || part.min === null || part.min < 0 || part.min >= 1) return everything;
      // s / (1 - s w) rises with s, so its ends are those of s: s enters twice, and is one number all the same. As the
      // part comes near the whole it grows without end.
      const odds = (s: number) => s / (1 - s * operation.weight);
      const ends = share.max !== null && part.max !== null && part.max < 1 ? odds(share.max) : null;
      const ratio: Interval = {
        min: odds(share.min),
        minOpen: share.minOpen,
        max: ends,
        maxOpen: ends !== null && share.maxOpen,
      };
      const rest = intervals
        .slice(1)
        .reduce((all, i, n) => add(all, times(i, at(operation.rest, n))), exactly(0));
      return oneSided(multiply(ratio, rest), operation.side);
    }
  }
}

interface Known {
  readonly value: number;
  readonly interval: Interval;
  readonly origin: Origin;
}

/** The finite end of an interval that one would call its figure. */
function figureOf({ min, max }: Interval): number {
  const end = min ?? max;
  if (end === null) throw new Unreachable('an interval without ends has no figure');
  return end;
}

/** The operation by which a link gives one of its quantities from the others, and those others in order. */
export function solveFor(link: Link, variable: string): { operation: Operation; from: string[] } | null {
  const c = link.constraint;
  if (c.kind === 'product') {
    if (new Set([c.product, c.factor, c.other]).size < 3) return null;
    const shape = { factor: c.times, plus: c.plus };
    if (variable === c.product)
      return { operation: { kind: 'product', ...shape }, from: [c.factor, c.other] };
    if (variable === c.factor) return { operation: { kind: 'factor', ...shape }, from: [c.product, c.other] };
    return { operation: { kind: 'other', ...shape }, from: [c.product, c.factor] };
  }
  const weights = new Map<string, number>();
  for (const t of c.terms) weights.set(t.of, (weights.get(t.of) ?? 0) + t.times);
  // a quantity that the relation does not hold, or whose terms cancel, cannot be solved for
  const own = weights.get(variable) ?? 0;
  if (own === 0) return null;
  weights.delete(variable);
  const { min, max } = c.interval;
  const equal = min !== null && max !== null;
  // A band of constants is not a relation that content can write.
  const end = min ?? max;
  if ((equal && min !== max) || end === null) return null;
  const constant = end / own;
  const side = equal ? 'equal' : (max === null) === own > 0 ? 'min' : 'max';
  return {
    operation: {
      kind: 'linear',
      weights: [...weights.values()].map((w) => clean(-w / own)),
      constant,
      side,
    },
    from: [...weights.keys()],
  };
}

/** An end that a strict relation leaves out. */
function strictly(link: Link, operation: Operation, interval: Interval): Interval {
  const c = link.constraint;
  if (c.kind !== 'linear' || operation.kind !== 'linear' || operation.side === 'equal') return interval;
  const open = c.interval.minOpen || c.interval.maxOpen;
  if (!open) return interval;
  return operation.side === 'min'
    ? { ...interval, minOpen: interval.min !== null }
    : { ...interval, maxOpen: interval.max !== null };
}

/** The informative end, where the other is missing or equals the quantity's own bound. */
function onlyEnd(i: Interval, own: Interval | undefined): 'min' | 'max' | null {
  const low = i.min === null || (own !== undefined && own.min !== null && i.min <= own.min);
  const high = i.max === null || (own !== undefined && own.max !== null && i.max >= own.max);
  return low === high ? null : low ? 'max' : 'min';
}

/** Follows the links from all claims but the pivot to the pivot's quantity. */
class Walk {
  readonly steps: Step[] = [];
  readonly known = new Map<string, Known>();
  readonly used = new Set<Link>();
  readonly target: string;
  readonly links: readonly Link[];
  readonly bounds: ReadonlyMap<string, Interval>;
  computed: Interval = everything;
  found: Known | null = null;

  constructor(
    stated: readonly Stated[],
    pivotAt: number,
    links: readonly Link[],
    bounds: ReadonlyMap<string, Interval>,
    measure: Measure | null,
  ) {
    this.links = links;
    this.bounds = bounds;
    this.target = at(stated, pivotAt).variable;
    stated.forEach((claim, index) => {
      if (index === pivotAt) return;
      const { variable, value } = claim;
      const before = this.known.get(variable);
      const interval = before ? intersect(before.interval, claim.interval) : claim.interval;
      this.known.set(
        variable,
        before ? { ...before, interval } : { value, interval, origin: { kind: 'claim', at: index } },
      );
    });
    if (measure && !this.known.has(measure.variable) && measure.variable !== this.target) {
      const { variable, value, claim } = measure;
      this.known.set(variable, { value, interval: exactly(value), origin: { kind: 'measure', claim } });
    }
    const same = this.known.get(this.target);
    if (same) this.reach(same);
  }

  reach(known: Known): void {
    this.computed = intersect(this.computed, known.interval);
    this.found = known;
  }

  /** What is not known of a link; the pivot's own quantity never counts as known. */
  unknown(link: Link): string[] {
    return variablesIn(link).filter((v) => v === this.target || !this.known.has(v));
  }

  operands(from: readonly string[]): Operand[] {
    return from.map((variable) => {
      const { origin, value, interval } = must(this.known, variable);
      return { variable, origin, value, interval };
    });
  }

  take(variable: string, operation: Operation, from: readonly string[], links: readonly Link[]): boolean {
    const operands = this.operands(from);
    const value = compute(
      operation,
      operands.map((o) => o.value),
    );
    let interval = computeInterval(
      operation,
      operands.map((o) => o.interval),
    );
    for (const link of links) interval = strictly(link, operation, interval);
    for (const link of links) this.used.add(link);
    if (isEverything(interval) || !Number.isFinite(value)) return false;
    const own = this.bounds.get(variable);
    if (own && variable !== this.target) interval = intersect(interval, own);
    this.steps.push({
      variable,
      operation,
      operands,
      value,
      interval,
      relations: links.map((l) => l.relation.id),
      assumptions: links.flatMap((l) => l.assumption ?? []),
      relationKind: links[0]?.relation.kind ?? 'same',
      only: onlyEnd(interval, own),
    });
    const known: Known = { value, interval, origin: { kind: 'step', at: this.steps.length - 1 } };
    if (variable === this.target) this.reach(known);
    else this.known.set(variable, known);
    return true;
  }

  /** One link with one unknown; those that give an equality first. */
  single(sides: 'equal' | 'any'): boolean {
    for (const link of this.links) {
      if (this.used.has(link)) continue;
      const [variable, ...more] = this.unknown(link);
      if (variable === undefined || more.length > 0) continue;
      const solved = solveFor(link, variable);
      if (!solved) continue;
      const equal = solved.operation.kind !== 'linear' || solved.operation.side === 'equal';
      if (sides === 'equal' && !equal) continue;
      if (this.take(variable, solved.operation, solved.from, [link])) return true;
    }
    return false;
  }

  /** A share of a whole that holds the part itself: neither is known, and the rest and the share give both. */
  pair(): boolean {
    for (const share of this.links) {
      const p = share.constraint;
      if (this.used.has(share) || p.kind !== 'product' || p.plus !== 0) continue;
      const unknown = this.unknown(share);
      for (const [rate, whole] of [
        [p.factor, p.other],
        [p.other, p.factor],
      ] as const) {
        if (unknown.length !== 2 || !unknown.includes(p.product) || !unknown.includes(whole)) continue;
        for (const sum of this.links) {
          if (this.used.has(sum) || sum === share || sum.constraint.kind !== 'linear') continue;
          const left = this.unknown(sum);
          if (left.length !== 2 || !left.includes(p.product) || !left.includes(whole)) continue;
          const solved = solveFor(sum, whole);
          if (solved?.operation.kind !== 'linear' || solved.operation.constant !== 0) continue;
          const { weights, side } = solved.operation;
          const weightOf = (v: string): number => at(weights, solved.from.indexOf(v));
          const weight = weightOf(p.product);
          const rest = solved.from.filter((v) => v !== p.product);
          if (weight <= 0 || rest.length === 0 || rest.includes(rate)) continue;
          const operation: Operation = {
            kind: 'share-of-sum',
            factor: p.times,
            weight,
            rest: rest.map(weightOf),
            side,
          };
          if (!this.take(p.product, operation, [rate, ...rest], [share, sum])) continue;
          // The whole still follows from the part and the share, when the pivot needs it.
          if (p.product !== this.target) this.used.delete(share);
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Where a link has more than one unknown, the bounds of a quantity are used in its place: first for those of which
   * no other link says anything, then in the link that is nearest to an answer.
   */
  bound(): boolean {
    const open = this.links.filter((link) => !this.used.has(link)).map((link) => this.unknown(link));
    const uses = new Map<string, number>();
    for (const variable of open.flat()) uses.set(variable, (uses.get(variable) ?? 0) + 1);
    const candidates = open
      .filter((unknown) => unknown.length > 1)
      .sort((a, b) => a.length - b.length)
      .flat()
      .filter((variable) => variable !== this.target)
      .sort((a, b) => Math.min(must(uses, a), 2) - Math.min(must(uses, b), 2));
    for (const variable of candidates) {
      const interval = this.bounds.get(variable);
      if (!interval || isEverything(interval)) continue;
      this.known.set(variable, { value: figureOf(interval), interval, origin: { kind: 'bound' } });
      return true;
    }
    return false;
  }
}

/** The steps that the last one needs, in order, with their places renumbered. */
function needed(steps: readonly Step[], last: Origin): { steps: Step[]; origin: Origin } {
  const keep = new Set<number>();
  const visit = (origin: Origin): void => {
    if (origin.kind !== 'step' || keep.has(origin.at)) return;
    keep.add(origin.at);
    for (const operand of steps[origin.at]?.operands ?? []) visit(operand.origin);
  };
  visit(last);
  const order = [...keep].sort((a, b) => a - b);
  const place = (origin: Origin): Origin =>
    origin.kind === 'step' ? { kind: 'step', at: order.indexOf(origin.at) } : origin;
  return {
    steps: order.flatMap((at) => {
      const step = steps[at];
      if (!step) return [];
      return [{ ...step, operands: step.operands.map((o) => ({ ...o, origin: place(o.origin) })) }];
    }),
    origin: place(last),
  };
}

/** True where two numbers differ by rounding only. */
const alike = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/**
 * A chain for a set that is about proportions only: a measure is put in, and because the set cannot depend on it, the
 * chain is kept only where twice the measure leads to the same end.
 */
export function chainWithMeasure(
  stated: readonly Stated[],
  pivotAt: number,
  links: readonly Link[],
  bounds: ReadonlyMap<string, Interval>,
  measures: readonly Measure[],
): Chain | null {
  for (const measure of measures) {
    const chain = chainTo(stated, pivotAt, links, bounds, () => null, measure);
    const twice = { ...measure, value: 2 * measure.value };
    const other = chain && chainTo(stated, pivotAt, links, bounds, () => null, twice);
    if (
      other &&
      alike(chain.value, other.value) &&
      alike(chain.computed.min, other.computed.min) &&
      alike(chain.computed.max, other.computed.max)
    ) {
      return chain;
    }
  }
  return null;
}

/**
 * The chain that ends at this claim, or null where the others do not show, by steps of one relation at a time, that it
 * cannot stand.
 * @param range what the engine says that the pivot's quantity can be without the pivot, asked only where the
 * intervals of the steps meet the claim (they are too wide where one number is used twice)
 */
export function chainTo(
  stated: readonly Stated[],
  pivotAt: number,
  links: readonly Link[],
  bounds: ReadonlyMap<string, Interval>,
  range: (pivotAt: number) => Interval | null,
  measure: Measure | null = null,
): Chain | null {
  const pivot = stated[pivotAt];
  if (!pivot) return null;
  const walk = new Walk(stated, pivotAt, links, bounds, measure);
  const meets = () => sideOf(walk.computed, pivot.interval) === 0;
  while (meets() && (walk.single('equal') || walk.single('any') || walk.pair() || walk.bound())) {
    // Each turn adds a known quantity or uses a link up, so it ends.
  }
  if (!walk.found) return null;
  const computed = meets() ? range(pivotAt) : walk.computed;
  const side = computed ? sideOf(computed, pivot.interval) : 0;
  if (!computed || side === 0) return null;
  const { steps, origin } = needed(walk.steps, walk.found.origin);
  // Bounds have no figure: where the steps alone do not show it, a value that leans on one says nothing.
  const leans = steps.some((s) => s.operands.some((o) => o.origin.kind === 'bound'));
  const value = leans && meets() ? null : walk.found.value;
  return { pivot, pivotAt, steps, computed, value, origin, side };
}
