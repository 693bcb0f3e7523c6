import { at, must } from '@schaalsprong/words';
import { groupsOf, type Refutation } from '../certify/certify.ts';
import { Combinations, type Frame, type Pair, Prover } from '../certify/exact/prover.ts';
import { ceil, floor, type Rational, ratio, zero } from '../certify/exact/rational.ts';
import { columnScales } from '../certify/exact/scale.ts';
import {
  type Budget,
  envelope,
  hold,
  type Memory,
  plainPoint,
  rangesOf,
  type Settled,
  type System,
  settle,
} from '../certify/exact/settle.ts';
import type { Part } from '../system/components.ts';
import { type Encoded, type EncodedProduct, type ExactRow, LogicError } from '../system/encode.ts';
import { GroupMap } from './sat.ts';

/** Groups by their positions in the logic: 1 where taken. */
export type Taken = Uint8Array;

/** Depth limit of branch and bound: enough for a product of factors known to a few per cent, small enough to use for every set. */
const budget: Budget = { depth: 7, nodes: 48 };

export interface FoundCore {
  readonly groups: readonly number[];
  readonly refutation: Refutation;
  /** without any one group it was shown, in fractions, that the rest can hold */
  readonly minimal: boolean;
}

/** Budget: counts the work and signals when to stop. */
export interface Meter {
  solves: number;
  readonly most: number;
  readonly signal: AbortSignal | undefined;
}

export const spent = (meter: Meter): boolean => meter.solves >= meter.most || meter.signal?.aborted === true;

/** Whether a value is a whole number but for rounding. */
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9;

/** The rows of a part with one factor of every product held at a value: what fits here fits for certain. */
interface Inner {
  readonly prover: Prover;
  readonly held: readonly ExactRow[];
}

/** More of them seldom help, and each costs a solver call. */
const mostInner = 6;
/** Bounds the cache of a long-running engine. */
const mostShown = 400;

/** One part of a logic with what was learnt of it: its simplex, points that fit, sets that clash. */
export class PartSolver {
  readonly part: Part;
  readonly #encoded: Encoded;
  readonly #frame: Frame;
  readonly #prover: Prover;
  readonly #memory: Memory = new Map();
  /** most recently used first */
  readonly #inner: Inner[] = [];
  /** sets that were shown to be possible, each with the point that shows it */
  readonly #shown: { readonly taken: Taken; readonly point: ReadonlyMap<number, Rational> }[] = [];
  readonly #wholes: readonly number[];
  readonly meter: Meter = { solves: 0, most: Number.POSITIVE_INFINITY, signal: undefined };

  /** @throws LogicError where what always holds cannot hold */
  constructor(part: Part, encoded: Encoded) {
    this.part = part;
    this.#encoded = encoded;
    this.#frame = { scales: columnScales(part.columns, part.rows), combinations: new Combinations() };
    this.#prover = new Prover(part.columns, part.rows, this.#frame);
    this.#wholes = part.columns.filter((column) => encoded.whole[column] === true);
    if (part.products.length === 0) this.#inner.push({ prover: this.#prover, held: [] });
    const nothing = this.relaxed(new Uint8Array(encoded.groups.length));
    if (nothing !== null) throw structureFault(nothing);
  }

  /** The rows alone: a refutation, or null where they can hold. Products of unknowns are only bounded. */
  relaxed(taken: Taken, meter: Meter = this.meter): Refutation | null {
    meter.solves++;
    const proof = this.#prover.solve(this.#rowsOf(taken));
    return proof.ok ? null : { kind: 'sum', rows: this.#prover.rows, farkas: proof.farkas };
  }

  /** The whole of it, rows, products and whole numbers: shown by a point in fractions, refuted, or left open. */
  settled(taken: Taken, meter: Meter = this.meter): Settled {
    const known = this.#shown.find(({ taken: shown }) => within(taken, shown, this.part.groups));
    if (known !== undefined) return { kind: 'possible', point: known.point, held: [] };
    const refutation = this.relaxed(taken, meter);
    if (refutation !== null) return { kind: 'refuted', refutation };
    const system = this.#system(taken);
    for (const { prover, held } of this.#answering(taken, meter)) {
      const pairs = prover.exactPoint();
      const point = pairs && plainPoint({ ...system, rows: [...system.rows, ...held] }, pairs);
      if (point) return this.#keep(taken, { kind: 'possible', point, held });
    }
    return this.#keep(taken, this.#settle(system, meter));
  }

  /** Takes groups out of a refuted set until every one that is left is needed, and shows that it is. */
  prove(start: Refutation): FoundCore {
    let refutation = this.#shrink(start, this.meter);
    for (;;) {
      const smaller = this.#tight(refutation, this.meter);
      if (smaller === true || smaller === false) {
        return { groups: groupsOf(refutation), refutation: this.#simplest(refutation), minimal: smaller };
      }
      refutation = this.#shrink(smaller, this.meter);
    }
  }

  /** The bounds on a quantity when these groups are taken; null where they cannot be. */
  bounds(column: number, taken: Taken): Record<'lower' | 'upper', Pair | null> | null {
    if (this.settled(taken).kind === 'refuted') return null;
    let prover = this.#prover;
    if (this.part.products.length === 0) prover.solve(this.#rowsOf(taken));
    else {
      const system = this.#system(taken);
      const rows = [...system.rows, ...envelope(system, rangesOf(system.rows))];
      prover = new Prover(this.part.columns, rows, this.#frame);
      if (!prover.solve(new Uint8Array(rows.length).fill(1)).ok) return null;
    }
    const lower = prover.bound(column, 'lower');
    // the walk to one end moved the point; it is still one that fits
    const upper = prover.bound(column, 'upper');
    if (this.#encoded.whole[column] !== true) return { lower, upper };
    // past a whole number that is not reached itself comes the next
    const beyond = ({ re, de }: Pair) => (re.d === 1n && de.n !== 0n ? 1n : 0n);
    return {
      lower: lower && { re: ratio(ceil(lower.re) + beyond(lower)), de: zero },
      upper: upper && { re: ratio(floor(upper.re) - beyond(upper)), de: zero },
    };
  }

  /** All minimal sets within `among`, and whether that is certain. */
  enumerate(among: Taken, most: number, meter: Meter): { cores: FoundCore[]; complete: boolean } {
    const groups = this.part.groups.filter((group) => among[group] === 1);
    const place = new Map(groups.map((group, at) => [group, at]));
    const map = new GroupMap(groups.map((group) => at(this.#encoded.choices, group)));
    const refutations: Refutation[] = [];
    const tops: Taken[] = [];
    let complete = true;
    for (let set = map.next(); set !== null; set = map.next()) {
      if (spent(meter) || refutations.length >= most) {
        complete = false;
        break;
      }
      const taken = new Uint8Array(this.#encoded.groups.length);
      for (const [at, group] of groups.entries()) taken[group] = set[at] as number;
      const clash = this.relaxed(taken, meter) ?? this.#clash(taken, meter);
      if (clash === null) {
        tops.push(taken);
        map.blockDown(set);
        continue;
      }
      const refutation = this.#shrink(clash, meter);
      refutations.push(refutation);
      map.blockUp(groupsOf(refutation).map((group) => place.get(group) as number));
    }
    // A set that fits shows the same for all within it: few points are enough for all cores together.
    this.#show(refutations, tops, meter);
    const cores = refutations.flatMap((refutation): FoundCore[] => {
      const tight = this.#tight(refutation, meter);
      const groups = groupsOf(refutation);
      if (tight === true || tight === false) {
        return [{ groups, refutation: this.#simplest(refutation), minimal: tight }];
      }
      const smaller = this.prove(tight);
      return [smaller];
    });
    return { cores, complete };
  }

  /** A refutation of a set whose rows can hold, by its products and whole numbers; null where it fits or stays open. */
  #clash(taken: Taken, meter: Meter): Refutation | null {
    if (this.part.products.length === 0 && this.#wholes.length === 0) return null;
    for (const { prover } of this.#answering(taken, meter)) {
      const point = this.#wholes.length > 0 ? prover.point() : null;
      if (point === null || this.#wholes.every((column) => isWhole(must(point, column)))) return null;
    }
    const system = this.#system(taken);
    if (this.#wholes.length === 0 && this.#holds(taken, system, meter)) return null;
    const settled = this.#settle(system, meter);
    this.#keep(taken, settled);
    return settled.kind === 'refuted' ? settled.refutation : null;
  }

  /** Whether a set fits with factors held where its rows have them; a new inner system is kept for the next sets. */
  #holds(taken: Taken, system: System, meter: Meter): boolean {
    const flags = this.#rowsOf(taken);
    const ranges = rangesOf(system.rows);
    const products = this.part.products.map(
      (at) => [at, this.#encoded.products[at] as EncodedProduct] as const,
    );
    if (this.relaxed(taken, meter) !== null) return false;
    const point = this.#prover.point();
    for (const memory of this.#memory.size > 0 ? [this.#memory, new Map()] : [this.#memory]) {
      const held = hold(products, this.#encoded.whole, ranges, memory, point);
      const prover = new Prover(this.part.columns, [...this.part.rows, ...held], this.#frame);
      const all = new Uint8Array(flags.length + held.length).fill(1);
      all.set(flags);
      meter.solves++;
      if (!prover.solve(all).ok) continue;
      this.#add({ prover, held });
      return true;
    }
    return false;
  }

  #add(inner: Inner): void {
    this.#inner.unshift(inner);
    if (this.#inner.length > mostInner) this.#inner.pop();
  }

  /** The inner systems in which a set fits, one after the other; what answered comes first the next time. */
  *#answering(taken: Taken, meter: Meter): Generator<Inner> {
    const flags = this.#rowsOf(taken);
    for (const inner of [...this.#inner]) {
      meter.solves++;
      const all = new Uint8Array(flags.length + inner.held.length).fill(1);
      all.set(flags);
      if (!inner.prover.solve(all).ok) continue;
      this.#inner.splice(this.#inner.indexOf(inner), 1);
      this.#inner.unshift(inner);
      yield inner;
    }
  }

  #keep(taken: Taken, settled: Settled): Settled {
    if (settled.kind !== 'possible') return settled;
    this.#shown.push({ taken: taken.slice(), point: settled.point });
    if (this.#shown.length > mostShown) this.#shown.shift();
    const { held } = settled;
    if (held.length > 0 && !this.#inner.some((inner) => inner.held === held)) {
      const rows = [...this.part.rows, ...held];
      this.#add({ prover: new Prover(this.part.columns, rows, this.#frame), held });
    }
    return settled;
  }

  /** Whether every group of a refuted set is needed: true, not known (false), or the refutation of a smaller set. */
  #tight(refutation: Refutation, meter: Meter): boolean | Refutation {
    const groups = groupsOf(refutation);
    if (groups.length === 0) throw structureFault(refutation);
    const taken = this.#taken(groups);
    let shown = true;
    for (const group of groups) {
      taken[group] = 0;
      const rest = this.settled(taken, meter);
      taken[group] = 1;
      if (rest.kind === 'refuted') return rest.refutation;
      if (rest.kind === 'open') shown = false;
    }
    return shown;
  }

  /** Shows in fractions, with as few points as come easily, that without any one of its groups each core can hold. */
  #show(refutations: readonly Refutation[], tops: readonly Taken[], meter: Meter): void {
    const holds = (top: Taken, groups: readonly number[], out: number) =>
      groups.every((group) => group === out || top[group] === 1);
    const used: Taken[] = [];
    const failed = new Set<Taken>();
    for (const refutation of refutations) {
      const groups = groupsOf(refutation);
      for (const out of groups) {
        if (spent(meter) || used.some((top) => holds(top, groups, out))) continue;
        const top = tops.find((one) => !failed.has(one) && holds(one, groups, out));
        if (top === undefined) continue;
        if (this.settled(top, meter).kind === 'possible') used.push(top);
        else failed.add(top);
      }
    }
  }

  #taken(groups: readonly number[]): Taken {
    const taken = new Uint8Array(this.#encoded.groups.length);
    for (const group of groups) taken[group] = 1;
    return taken;
  }

  #rowsOf(taken: Taken): Uint8Array {
    const rows = new Uint8Array(this.part.rows.length);
    for (let at = 0; at < rows.length; at++) {
      const { groups } = this.part.rows[at] as ExactRow;
      let all: 0 | 1 = 1;
      for (let place = 0; place < groups.length; place++) {
        if (taken[groups[place] as number] !== 1) all = 0;
      }
      rows[at] = all;
    }
    return rows;
  }

  #shrink(start: Refutation, meter: Meter): Refutation {
    // What products or whole numbers refute, their rows alone do not.
    const ask = (taken: Taken) =>
      this.relaxed(taken, meter) ?? (start.kind === 'cases' ? this.#clash(taken, meter) : null);
    let refutation = start;
    const needed = new Set<number>();
    for (;;) {
      const groups = groupsOf(refutation);
      const next = groups.findLast((group) => !needed.has(group));
      if (next === undefined || spent(meter)) return refutation;
      const smaller = ask(this.#taken(groups.filter((group) => group !== next)));
      if (smaller === null) needed.add(next);
      else refutation = smaller;
    }
  }

  /** Refutes the set again from scratch, so that the certificate does not depend on earlier queries; the simplest rows first. */
  #simplest(refutation: Refutation): Refutation {
    if (refutation.kind !== 'sum') return refutation;
    const flags = this.#rowsOf(this.#taken(groupsOf(refutation)));
    const rows = this.part.rows.filter((_, at) => flags[at] === 1);
    const plain = rows.filter(({ kind }) => kind !== 'mccormick');
    for (const some of plain.length < rows.length ? [plain, rows] : [rows]) {
      const prover = new Prover(this.part.columns, some, this.#frame);
      const proof = prover.solve(new Uint8Array(some.length).fill(1));
      if (!proof.ok) return { kind: 'sum', rows: some, farkas: proof.farkas };
    }
    return refutation;
  }

  #system(taken: Taken): System {
    const flags = this.#rowsOf(taken);
    return {
      columns: this.part.columns,
      rows: this.part.rows.filter((_, at) => flags[at] === 1),
      products: this.part.products
        .map((at) => [at, this.#encoded.products[at] as EncodedProduct] as const)
        .filter(([, { groups }]) => groups.every((group) => taken[group] === 1)),
      whole: this.#encoded.whole,
      frame: this.#frame,
    };
  }

  #settle(system: System, meter: Meter): Settled {
    meter.solves++;
    return settle(system, budget, this.#memory);
  }
}

function within(inner: Taken, outer: Taken, groups: readonly number[]): boolean {
  for (const group of groups) if (inner[group] === 1 && outer[group] !== 1) return false;
  return true;
}

function structureFault(refutation: Refutation): LogicError {
  const about = [
    ...new Set(
      refutation.kind === 'sum'
        ? refutation.farkas.flatMap(({ row }) => refutation.rows[row]?.because ?? [])
        : [],
    ),
  ];
  return new LogicError(
    'LOGIC_STRUCTURE_IMPOSSIBLE',
    {
      nl: `Wat altijd geldt, kan niet samen waar zijn: ${about.join(', ')}. Herstel een van deze grenzen of relaties.`,
      en: `What always holds cannot all be true: ${about.join(', ')}. Mend one of these bounds or relations.`,
    },
    about,
  );
}
