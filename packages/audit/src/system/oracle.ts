import type { Rational } from '../certify/exact/rational.ts';
import type { Variable } from './logic.ts';

/**
 * The seam between the search for minimal sets and the arithmetic that answers it. The engine encodes a logic, splits
 * it into components that share no variable, and asks an oracle per component. A component that is too large for the
 * engine's own simplex can be given to another oracle and another search; whatever they find is certified in exact
 * arithmetic by the engine before it is reported.
 */

/** Which groups of a component are taken: 1 at the positions of `Component.groups` that are, 0 elsewhere. */
export type GroupSet = Uint8Array;

/**
 * One inequality, `sum of factors[i] x columns[i] <= bound` (`<` where strict). It holds whenever all of its groups
 * are taken; without groups it always holds. Products have become such rows already.
 */
export interface EncodedRow {
  /** positions in `Component.variables`, each at most once, rising */
  readonly columns: readonly number[];
  /** one per column, not zero; the nearest doubles of the exact values that the engine keeps */
  readonly factors: readonly number[];
  readonly bound: number;
  readonly strict: boolean;
  /** positions in `Component.groups`, rising */
  readonly groups: readonly number[];
  /** ids of the tagged constraints, and of the variables whose bounds, it follows from */
  readonly because: readonly string[];
}

/** Part of a logic that shares no variable with the rest. */
export interface Component {
  readonly variables: readonly Variable[];
  /** ids, in the order of `Logic.groups` */
  readonly groups: readonly string[];
  /** per group the number of its choice, -1 for none: at most one group of a choice can be taken */
  readonly choices: readonly number[];
  readonly rows: readonly EncodedRow[];
  /** products of unknowns, positions in `variables`: `product = times x factor x (other + plus)` */
  readonly products: readonly {
    readonly id: string;
    readonly product: number;
    readonly factor: number;
    readonly other: number;
    readonly times: number;
    readonly plus: number;
    readonly groups: readonly number[];
  }[];
  /** the same rows in exact numbers and the same order, for a search that certifies its answers */
  readonly exact?: readonly {
    readonly terms: readonly (readonly [column: number, factor: Rational])[];
    readonly bound: Rational;
  }[];
}

/** Answer of an oracle. */
export type OracleAnswer =
  /** a value per variable */
  | { readonly ok: true; readonly point: Float64Array }
  /** rows that cannot all hold, and the groups of those rows; small, not always minimal */
  | { readonly ok: false; readonly groups: readonly number[]; readonly rows: readonly number[] };

/** Answers whether the rows of a set of groups can all hold; the same set gets the same answer. */
export interface Oracle {
  feasible(groups: GroupSet): OracleAnswer;
}

/** Minimal unsatisfiable sets of one component. */
export interface ComponentCores {
  /** Sets of groups that cannot all hold, with the rows that show it where they are known. */
  readonly cores: readonly { readonly groups: readonly number[]; readonly rows?: readonly number[] }[];
  /** true only where it is certain that there is no other minimal set */
  readonly complete: boolean;
  /** true where it was shown in exact numbers that each set can hold without any one of its groups */
  readonly minimal?: boolean;
  readonly solves: number;
}

/** What the search may use: none of these numbers is exceeded, and then `complete` is false. */
export interface ComponentLimits {
  readonly solves: number;
  readonly cores: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Finds all minimal sets of a component among the groups that are taken in `among`; plugged in with
 * `createEngine(logic, { large: { from, search, oracle } })` for components with at least `from` groups.
 */
export type ComponentSearch = (
  component: Component,
  among: GroupSet,
  limits: ComponentLimits,
) => ComponentCores;

/** Options of `createEngine`. */
export interface EngineOptions {
  readonly large?: {
    /** number of groups from which a component is large */
    readonly from: number;
    readonly search: ComponentSearch;
    /** answers `possible` for a large component */
    readonly oracle: (component: Component) => Oracle;
  };
}
