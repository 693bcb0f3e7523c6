import { groupsOf, type Refutation } from './certify.ts';
import type { Part } from './components.ts';
import { compatible, type Encoded, type EncodedProduct, LogicError } from './encode.ts';
import { Prover } from './exact/prover.ts';
import type { Rational } from './exact/rational.ts';
import { columnScales } from './exact/scale.ts';
import { type Budget, type Memory, plainPoint, type Settled, type System, settle } from './exact/settle.ts';
import { GroupMap } from './sat.ts';

/** Groups by their positions in the logic: 1 where taken. */
export type Taken = Uint8Array;

/** Deep enough for a product whose factors are both known to a few per cent, small enough to ask for every set. */
const budget: Budget = { depth: 7, nodes: 48 };

export interface FoundCore {
  readonly groups: readonly number[];
  readonly refutation: Refutation;
  /** without any one group it was shown, in fractions, that the rest can hold */
  readonly minimal: boolean;
}

/** What counts the work and says when to stop. */
export interface Meter {
  solves: number;
  readonly most: number;
  readonly signal: AbortSignal | undefined;
}

export const spent = (meter: Meter): boolean => meter.solves >= meter.most || meter.signal?.aborted === true;

/** One part of a logic with what was learnt of it: its simplex, points that fit, sets that clash. */
export class PartSolver {
  readonly part: Part;
  readonly #encoded: Encoded;
  readonly #scales: ReadonlyMap<number, number>;
  readonly #prover: Prover;
  readonly #memory: Memory = new Map();
  /** sets that were shown to be possible, each with the point that shows it */
  readonly #shown: { readonly taken: Taken; readonly point: ReadonlyMap<number, Rational> }[] = [];
  readonly #plain: boolean;
  readonly meter: Meter = { solves: 0, most: Number.POSITIVE_INFINITY, signal: undefined };

  constructor(part: Part, encoded: Encoded) {
    this.part = part;
    this.#encoded = encoded;
    this.#scales = columnScales(part.columns, part.rows);
    this.#prover = new Prover(part.columns, part.rows, this.#scales);
    this.#plain =
      part.products.length === 0 && part.columns.every((column) => encoded.whole[column] !== true);
    const nothing = this.relaxed(new Uint8Array(encoded.groups.length));
    if (nothing !== null) throw structureFault(nothing);
  }

  /** The rows alone: a refutation, or null where they can hold. Products of unknowns are only bounded. */
  relaxed(taken: Taken, meter: Meter = this.meter): Refutation | null {
    meter.solves++;
    const proof = this.#prover.solve(this.#rowsOf(taken));
    return proof.ok ? null : { kind: 'sum', rows: this.#prover.rows, farkas: proof.farkas };
  }

  /** The whole of it: rows, products and whole numbers. */
  settled(taken: Taken, meter: Meter = this.meter): Settled {
    const known = this.#shown.find(({ taken: shown }) => within(taken, shown, this.part.groups));
    if (known !== undefined) return { kind: 'possible', point: known.point };
    const refutation = this.relaxed(taken, meter);
    if (refutation !== null) return { kind: 'refuted', refutation };
    const settled = this.#plain ? this.#plainly(taken) : this.#settle(taken, meter);
    if (settled.kind === 'possible') this.#shown.push({ taken: taken.slice(), point: settled.point });
    return settled;
  }

  /** Takes groups out of a refuted set until every one that is left is needed, as far as `settled` can tell. */
  shrink(start: Refutation, meter: Meter = this.meter): FoundCore {
    let refutation = this.#reduce(start, (taken) => this.relaxed(taken, meter), meter);
    for (;;) {
      const groups = groupsOf(refutation);
      if (groups.length === 0) throw structureFault(refutation);
      const taken = this.#taken(groups);
      let minimal = true;
      let smaller: Refutation | null = null;
      for (const group of groups) {
        taken[group] = 0;
        const rest = this.settled(taken, meter);
        taken[group] = 1;
        if (rest.kind === 'open') minimal = false;
        if (rest.kind !== 'refuted') continue;
        smaller = rest.refutation;
        break;
      }
      if (smaller === null) return { groups, refutation: this.#simplest(refutation), minimal };
      refutation = this.#reduce(smaller, (set) => this.relaxed(set, meter), meter);
    }
  }

  /** The bounds on a quantity when these groups are taken; null where they cannot be. */
  bounds(column: number, taken: Taken) {
    if (this.relaxed(taken) !== null) return null;
    const lower = this.#prover.bound(column, 'lower');
    // the walk to one end moved the point; it is still one that fits
    return { lower, upper: this.#prover.bound(column, 'upper') };
  }

  /** All minimal sets within `among`, and whether that is certain. */
  enumerate(among: Taken, most: number, meter: Meter): { cores: FoundCore[]; complete: boolean } {
    const groups = this.part.groups.filter((group) => among[group] === 1);
    const map = new GroupMap(groups.map((group) => this.#encoded.choices[group] ?? -1));
    const cores: FoundCore[] = [];
    for (let set = map.next(); set !== null; set = map.next()) {
      if (spent(meter) || cores.length >= most) return { cores, complete: false };
      const taken = this.#taken(groups.filter((_, at) => set?.[at] === 1));
      let refutation = this.relaxed(taken, meter);
      if (refutation === null && !this.#plain) {
        const settled = this.settled(taken, meter);
        if (settled.kind === 'refuted') refutation = settled.refutation;
      }
      if (refutation === null) map.blockDown(set);
      else {
        const core = this.shrink(refutation, meter);
        cores.push(core);
        map.blockUp(core.groups.map((group) => groups.indexOf(group)));
      }
    }
    return { cores, complete: true };
  }

  /** Whether the groups of a set that occur here can be taken together at all. */
  compatible(groups: readonly number[]): boolean {
    return compatible(groups, this.#encoded.choices);
  }

  #taken(groups: readonly number[]): Taken {
    const taken = new Uint8Array(this.#encoded.groups.length);
    for (const group of groups) taken[group] = 1;
    return taken;
  }

  #rowsOf(taken: Taken): Uint8Array {
    const rows = new Uint8Array(this.part.rows.length);
    for (const [at, { groups }] of this.part.rows.entries()) {
      let all: 0 | 1 = 1;
      for (const group of groups) if (taken[group] !== 1) all = 0;
      rows[at] = all;
    }
    return rows;
  }

  #reduce(start: Refutation, ask: (taken: Taken) => Refutation | null, meter: Meter): Refutation {
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

  /** The same set refuted afresh, so that the proof does not depend on what was asked before; the plainest rows first. */
  #simplest(refutation: Refutation): Refutation {
    if (refutation.kind !== 'sum') return refutation;
    const flags = this.#rowsOf(this.#taken(groupsOf(refutation)));
    const rows = this.part.rows.filter((_, at) => flags[at] === 1);
    const plain = rows.filter(({ kind }) => kind !== 'mccormick');
    for (const some of plain.length < rows.length ? [plain, rows] : [rows]) {
      const prover = new Prover(this.part.columns, some, this.#scales);
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
      scales: this.#scales,
    };
  }

  /** Only after `relaxed` found the same set possible. */
  #plainly(taken: Taken): Settled {
    const pairs = this.#prover.exactPoint();
    const point = pairs && plainPoint(this.#system(taken), pairs);
    return point ? { kind: 'possible', point } : { kind: 'open', point: this.#prover.point() };
  }

  #settle(taken: Taken, meter: Meter): Settled {
    meter.solves++;
    return settle(this.#system(taken), budget, this.#memory);
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
