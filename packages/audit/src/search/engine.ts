import type { Interval } from '@schaalsprong/words';
import { coreOf, rowsOf } from '../certify/certify.ts';
import type { Pair } from '../certify/exact/prover.ts';
import { compare, sign, toNumber, toNumberTowards } from '../certify/exact/rational.ts';
import { componentOf, type Part, split } from '../system/components.ts';
import {
  compatible,
  type Encoded,
  type EncodedProduct,
  type ExactRow,
  encode,
  LogicError,
} from '../system/encode.ts';
import type {
  Core,
  Engine,
  Enumeration,
  EnumerationLimits,
  Logic,
  ProductEncoding,
} from '../system/logic.ts';
import type { EngineOptions } from '../system/oracle.ts';
import { type FoundCore, type Meter, PartSolver, spent, type Taken } from './marco.ts';

export { holds } from '../certify/certify.ts';
export { LogicError } from '../system/encode.ts';

/** Budget of some seconds: a search that exceeds it is marked incomplete. */
const defaults = { solves: 60_000, cores: 2_000 };

/**
 * An engine for a logic: finds all minimal sets of groups that cannot all hold, says whether a set can, and what a
 * quantity can be. Every core is proven in exact arithmetic and every `yes` comes from a point that was checked in exact
 * arithmetic; doubles only lead the search. The same logic and question give the same answer in the same order.
 * @throws LogicError where an id is unknown or there twice, a number is not finite or a constraint has no terms, and, at
 *   the first question that touches it, where what always holds cannot hold
 *
 * @example
 * ```ts
 * import { createEngine } from '@schaalsprong/audit';
 *
 * const between = (min: number, max: number) => ({ min, max, minOpen: false, maxOpen: false });
 * const about = (id: string, min: number, max: number) => ({
 *   id,
 *   groups: [id],
 *   constraint: { kind: 'linear', terms: [{ of: 'homes', times: 1 }], interval: between(min, max) } as const,
 * });
 * const engine = createEngine({
 *   variables: [{ id: 'homes', bounds: between(0, 1000), whole: true }],
 *   groups: [{ id: 'plan' }, { id: 'agreement' }],
 *   constraints: [about('plan', 50, 60), about('agreement', 70, 80)],
 * });
 * engine.possible(['plan']).answer; // => 'yes'
 * engine.possible(['plan', 'agreement']).answer; // => 'no'
 * engine.enumerate().cores.map(({ groups }) => groups); // => [['plan', 'agreement']]
 * ```
 */
export function createEngine(logic: Logic, options: EngineOptions = {}): Engine {
  const search = new CoreSearch(logic, options);
  return {
    enumerate: (among, limits) => search.enumerate(among, limits),
    possible: (groups) => search.possible(groups),
    range: (of, groups) => search.range(of, groups),
  };
}

type LargeSearch = NonNullable<EngineOptions['large']>;

/** One logic, its independent parts, and a solver per part, made at the first question that touches it. */
class CoreSearch {
  readonly #logic: Logic;
  readonly #large: EngineOptions['large'];
  readonly #encoded: Encoded;
  readonly #constraints: ReadonlySet<string>;
  readonly #parts: readonly Part[];
  readonly #solvers = new Map<Part, PartSolver>();
  readonly #groupAt: ReadonlyMap<string, number>;
  /** Products on whose cases some proof branched. */
  readonly #branched = new Set<number>();

  constructor(logic: Logic, options: EngineOptions) {
    this.#logic = logic;
    this.#large = options.large;
    this.#encoded = encode(logic);
    this.#constraints = new Set(logic.constraints.map(({ id }) => id));
    this.#parts = split(this.#encoded);
    this.#groupAt = new Map(this.#encoded.groups.map((id, at) => [id, at]));
  }

  enumerate(among?: readonly string[], limits: EnumerationLimits = {}): Enumeration {
    const start = performance.now();
    const taken = among === undefined ? this.#all() : this.#takenOf(among);
    const meter: Meter = { solves: 0, most: limits.solves ?? defaults.solves, signal: limits.signal };
    const { found, complete, components } = this.#searchParts(taken, limits.cores ?? defaults.cores, meter);
    return {
      cores: minimalOnly(found).map((core) => this.#toCore(core)),
      complete,
      products: this.#encoded.products.map(({ id }, at) => ({ id, encoding: this.#encodingOf(at) })),
      work: { components, solves: meter.solves, seconds: (performance.now() - start) / 1000 },
    };
  }

  possible(groups: readonly string[]): ReturnType<Engine['possible']> {
    const taken = this.#onePerChoice(groups);
    const point = new Map<string, number>();
    let answer: 'yes' | 'unknown' = 'yes';
    for (const part of this.#parts) {
      const of =
        this.#large !== undefined && this.#isLarge(part)
          ? this.#possibleLarge(part, this.#large, taken, point)
          : this.#possibleSmall(part, taken, point);
      if (of.answer === 'no') return of;
      if (of.answer === 'unknown') answer = 'unknown';
    }
    return { answer, point };
  }

  range(of: string, groups: readonly string[]): Interval | null {
    const taken = this.#onePerChoice(groups);
    const column = this.#encoded.variables.indexOf(of);
    if (column === -1) throw unknownVariable(of);
    let bounds: { lower: Pair | null; upper: Pair | null } | null = null;
    for (const part of this.#parts) {
      if (part.columns.includes(column)) {
        bounds = this.#solver(part).bounds(column, taken);
        if (bounds === null) return null;
      } else if (this.#solver(part).settled(taken).kind === 'refuted') return null;
    }
    if (bounds === null) return null;
    const { lower, upper } = bounds;
    return {
      min: lower && toNumberTowards(lower.re, 'down'),
      max: upper && toNumberTowards(upper.re, 'up'),
      minOpen: lower !== null && sign(lower.de) > 0,
      maxOpen: upper !== null && sign(upper.de) < 0,
    };
  }

  #searchParts(
    taken: Taken,
    most: number,
    meter: Meter,
  ): { found: readonly FoundCore[]; complete: boolean; components: number } {
    const found: FoundCore[] = [];
    let complete = true;
    let components = 0;
    for (const part of this.#parts) {
      if (!part.groups.some((group) => taken[group] === 1)) continue;
      components++;
      if (spent(meter) || found.length >= most) return { found, complete: false, components };
      if (agrees(part)) continue;
      const answer =
        this.#large !== undefined && this.#isLarge(part)
          ? this.#searchLarge(part, this.#large, taken, most - found.length, meter)
          : this.#solver(part).enumerate(taken, most - found.length, meter);
      found.push(...answer.cores);
      complete &&= answer.complete;
    }
    return { found, complete, components };
  }

  #searchLarge(
    part: Part,
    large: LargeSearch,
    taken: Taken,
    cores: number,
    meter: Meter,
  ): { cores: FoundCore[]; complete: boolean } {
    const component = componentOf(part, this.#encoded, this.#logic.variables);
    const among = Uint8Array.from(part.groups, (group) => taken[group] as number);
    const answer = large.search(component, among, {
      solves: Math.max(0, meter.most - meter.solves),
      cores,
      signal: meter.signal,
    });
    meter.solves += answer.solves;
    const found: FoundCore[] = [];
    for (const { groups, rows } of answer.cores) {
      const core = this.#certify(part, groups, rows);
      // the search may have shown more than the rows of the core alone can: that all else can hold without a group
      const whole = core?.groups.length === groups.length;
      if (core !== null) found.push({ ...core, minimal: whole && answer.minimal === true });
    }
    return { cores: found, complete: answer.complete && found.length === answer.cores.length };
  }

  /** Whether a large part can hold; adds its values to `point` where the solver found some. */
  #possibleLarge(part: Part, large: LargeSearch, taken: Taken, point: Map<string, number>): PartAnswer {
    const oracle = large.oracle(componentOf(part, this.#encoded, this.#logic.variables));
    const found = oracle.feasible(Uint8Array.from(part.groups, (group) => taken[group] as number));
    if (!found.ok) {
      const core = this.#certify(part, found.groups, found.rows);
      return core === null ? { answer: 'unknown' } : { answer: 'no', core: this.#toCore(core) };
    }
    for (const [place, column] of part.columns.entries()) {
      point.set(this.#encoded.variables[column] as string, found.point[place] as number);
    }
    // Doubles found the point, and nothing checked it exactly.
    return { answer: 'unknown' };
  }

  /** Whether a part can hold, in exact arithmetic; adds its values to `point`. */
  #possibleSmall(part: Part, taken: Taken, point: Map<string, number>): PartAnswer {
    const settled = this.#solver(part).settled(taken);
    if (settled.kind === 'refuted') {
      return { answer: 'no', core: this.#toCore(this.#solver(part).prove(settled.refutation)) };
    }
    for (const [column, value] of settled.point) {
      point.set(
        this.#encoded.variables[column] as string,
        typeof value === 'number' ? value : toNumber(value),
      );
    }
    return { answer: settled.kind === 'open' ? 'unknown' : 'yes' };
  }

  #solver(part: Part): PartSolver {
    const known = this.#solvers.get(part) ?? new PartSolver(part, this.#encoded);
    this.#solvers.set(part, known);
    return known;
  }

  #isLarge(part: Part): boolean {
    return this.#large !== undefined && part.groups.length >= this.#large.from;
  }

  #certify(part: Part, groups: readonly number[], rows: readonly number[] | undefined): FoundCore | null {
    return certifyLarge(
      part,
      this.#encoded,
      groups.map((at) => part.groups[at] as number),
      rows,
    );
  }

  #toCore(found: FoundCore): Core {
    if (found.refutation.kind === 'cases') {
      for (const row of rowsOf(found.refutation)) {
        if (row.product !== -1) this.#branched.add(row.product);
      }
    }
    return coreOf(found.refutation, this.#encoded, this.#constraints, found.minimal);
  }

  #encodingOf(at: number): ProductEncoding {
    if (this.#branched.has(at)) return 'branch';
    const kinds = kindsOf(this.#encoded)[at];
    if (kinds?.has('known-factor')) return 'known-factor';
    return kinds?.has('mccormick') || bounded(this.#encoded, at) ? 'mccormick' : 'not-encoded';
  }

  #all(): Taken {
    return new Uint8Array(this.#encoded.groups.length).fill(1);
  }

  #takenOf(groups: readonly string[]): Taken {
    const taken = new Uint8Array(this.#encoded.groups.length);
    for (const id of groups) {
      const at = this.#groupAt.get(id);
      if (at === undefined) throw unknownGroup(id);
      taken[at] = 1;
    }
    return taken;
  }

  /** @throws LogicError where two readings of one choice are assumed at once */
  #onePerChoice(groups: readonly string[]): Taken {
    const taken = this.#takenOf(groups);
    const positions = this.#encoded.groups.flatMap((_, at) => (taken[at] === 1 ? [at] : []));
    if (!compatible(positions, this.#encoded.choices)) throw choiceTwice(groups);
    return taken;
  }
}

type PartAnswer = { readonly answer: 'yes' | 'unknown' } | { readonly answer: 'no'; readonly core: Core };

const unknownGroup = (id: string): LogicError =>
  new LogicError(
    'LOGIC_GROUP_UNKNOWN',
    {
      nl: `De groep ${id} is er niet. Noem een groep uit de logica.`,
      en: `The group ${id} is not there. Name a group of the logic.`,
    },
    [id],
  );

const choiceTwice = (groups: readonly string[]): LogicError =>
  new LogicError(
    'LOGIC_CHOICE_TWICE',
    {
      nl: `Van een keuze zijn twee lezingen tegelijk gevraagd: ${groups.join(', ')}. Neem er van elke keuze hoogstens een.`,
      en: `Two readings of one choice were asked for at once: ${groups.join(', ')}. Take at most one of each choice.`,
    },
    groups,
  );

const unknownVariable = (of: string): LogicError =>
  new LogicError(
    'LOGIC_VARIABLE_UNKNOWN',
    {
      nl: `De grootheid ${of} is er niet. Noem een grootheid uit de logica.`,
      en: `The quantity ${of} is not there. Name a quantity of the logic.`,
    },
    [of],
  );

/** Memoizes a function of an object (WeakMap): with 10,000 claims it is called thousands of times. */
function once<Of extends object, What>(make: (of: Of) => What): (of: Of) => What {
  const known = new WeakMap<Of, What>();
  return (of) => {
    const found = known.get(of) ?? make(of);
    known.set(of, found);
    return found;
  };
}

/** Per product the kinds of its rows. */
const kindsOf = once((encoded: Encoded): ReadonlySet<string>[] => {
  const kinds = encoded.products.map(() => new Set<string>());
  for (const { product, kind } of encoded.rows) kinds[product]?.add(kind);
  return kinds;
});

/** The columns that some row limits alone. */
const limitedIn = once(
  (encoded: Encoded): ReadonlySet<number> =>
    new Set(encoded.rows.flatMap(({ form }) => (form.length === 1 && form[0] ? [form[0][0]] : []))),
);

/** Per column the rows of its own bounds. */
const boundsIn = once((part: Part): ReadonlyMap<number, readonly ExactRow[]> => {
  const bounds = new Map<number, ExactRow[]>();
  for (const row of part.rows) {
    const column = row.terms[0]?.[0];
    if (row.kind === 'bound' && column !== undefined)
      bounds.set(column, [...(bounds.get(column) ?? []), row]);
  }
  return bounds;
});

/** Fast path: whether the limits of a single quantity intersect, since most claims are isolated. */
function agrees(part: Part): boolean {
  if (part.columns.length !== 1 || part.products.length > 0) return false;
  let lower: ExactRow | null = null;
  let upper: ExactRow | null = null;
  for (const row of part.rows) {
    if (row.form.length === 0) return false;
    const known: ExactRow | null = row.side === 'lower' ? lower : upper;
    const order = known === null ? 0 : compare(row.limit, known.limit);
    const tighter = row.side === 'lower' ? order > 0 : order < 0;
    if (known !== null && !tighter && !(order === 0 && row.strict)) continue;
    if (row.side === 'lower') lower = row;
    else upper = row;
  }
  if (lower === null || upper === null) return true;
  const order = compare(lower.limit, upper.limit);
  return order < 0 || (order === 0 && !lower.strict && !upper.strict);
}

/** Whether both factors of a product have an edge of any sort, so that questions can bound it. */
function bounded(encoded: Encoded, at: number): boolean {
  const { factor, other } = encoded.products[at] as EncodedProduct;
  const limited = limitedIn(encoded);
  return limited.has(factor) && limited.has(other);
}

/** Smallest first, then in the order of the groups; without those that contain another, and each once. */
function minimalOnly(found: readonly FoundCore[]): FoundCore[] {
  const sorted = [...found].sort((a, b) => {
    if (a.groups.length !== b.groups.length) return a.groups.length - b.groups.length;
    const at = a.groups.findIndex((group, place) => group !== b.groups[place]);
    return at === -1 ? 0 : (a.groups[at] as number) - (b.groups[at] as number);
  });
  const kept: FoundCore[] = [];
  const keptAt = new Map<number, number[]>();
  for (const core of sorted) {
    const counts = new Map<number, number>();
    for (const group of core.groups) {
      for (const at of keptAt.get(group) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    if ([...counts].some(([at, count]) => kept[at]?.groups.length === count)) continue;
    for (const group of core.groups) {
      const list = keptAt.get(group);
      if (list === undefined) keptAt.set(group, [kept.length]);
      else list.push(kept.length);
    }
    kept.push(core);
  }
  return kept;
}

/**
 * Proves in exact arithmetic what a search from outside found, on the rows it named or else on those that the groups
 * reach; null where no proof is found.
 */
function certifyLarge(
  part: Part,
  encoded: Encoded,
  groups: readonly number[],
  rows: readonly number[] | undefined,
): FoundCore | null {
  const taken = new Set(groups);
  const chosen =
    rows?.map((at) => part.rows[at]).filter((row) => row !== undefined) ??
    part.rows.filter((row) => row.groups.every((group) => taken.has(group)));
  const columns = [...new Set(chosen.flatMap((row) => row.terms.map(([column]) => column)))].sort(
    (a, b) => a - b,
  );
  const kept = new Set(columns);
  const around = () =>
    part.rows.filter(
      (row) =>
        row.groups.every((group) => taken.has(group)) && row.terms.every(([column]) => kept.has(column)),
    );
  // bounds of the quantities that occur always hold, and often make the proof shorter
  const bounds = columns.flatMap((column) => boundsIn(part).get(column) ?? []);
  for (const some of rows === undefined ? [() => chosen] : [() => chosen, around]) {
    const small: Part = {
      columns,
      rows: [...new Set([...some(), ...bounds])],
      groups: [...groups].sort((a, b) => a - b),
      products: [],
    };
    const solver = new PartSolver(small, encoded);
    const refutation = solver.relaxed(Uint8Array.from(encoded.groups, (_, at) => (taken.has(at) ? 1 : 0)));
    // Without the other rows of the part a smaller set was only not refuted here.
    if (refutation !== null) return { ...solver.prove(refutation), minimal: false };
  }
  return null;
}
