import type { Interval } from '@schaalsprong/words';

/**
 * The logic of the audit, free of regions and texts: unknown quantities, constraints on them, and groups that are
 * taken into a question as a whole (one reading of one claim, or one assumption). The engine answers which minimal
 * sets of groups cannot all hold. Every number is exact: a JavaScript number stands for its shortest decimal form.
 */

/** An unknown quantity. */
export interface Variable {
  readonly id: string;
  /** What it can be at all, never relaxed: `{ min: 0, minOpen: true }` for what is counted. */
  readonly bounds: Interval;
  /** Only whole numbers are possible: a count, a year, a rank. Bounds of claims are tightened to whole numbers. */
  readonly whole: boolean;
}

/** `times` x the quantity `of`. */
export interface Term {
  readonly of: string;
  readonly times: number;
}

/** The sum of the terms lies in the interval. One term with times 1 is a claim about one quantity. */
export interface LinearConstraint {
  readonly kind: 'linear';
  readonly terms: readonly Term[];
  readonly interval: Interval;
}

/**
 * `product = times x factor x (other + plus)`: a share (times 0.01), growth (times 0.01, plus 100), a ratio, an
 * identity. A product of two unknowns; how it is encoded (a known factor, a McCormick envelope, branching) is
 * reported per constraint.
 */
export interface ProductConstraint {
  readonly kind: 'product';
  readonly product: string;
  readonly factor: string;
  readonly other: string;
  readonly times: number;
  readonly plus: number;
}

/** A constraint over the variables. */
export type Constraint = LinearConstraint | ProductConstraint;

/** A constraint with the groups that must all be taken for it to hold; none: it is structural and always holds. */
export interface TaggedConstraint {
  /** names it in a certificate: the id of a claim, a relation or an assumption */
  readonly id: string;
  readonly constraint: Constraint;
  readonly groups: readonly string[];
}

/** What may be taken into a question or left out, as a whole. */
export interface Group {
  readonly id: string;
  /** Groups of the same choice exclude each other: the readings of one claim. */
  readonly choice?: string;
}

/** Input of the engine: variables, constraints and groups. */
export interface Logic {
  readonly variables: readonly Variable[];
  readonly groups: readonly Group[];
  readonly constraints: readonly TaggedConstraint[];
}

/** How a product of unknowns was encoded. */
export type ProductEncoding = 'known-factor' | 'mccormick' | 'branch' | 'not-encoded';

/** One inequality of the proof with its multiplier; added up they give 0 >= something positive. */
export interface ProofStep {
  /** id of the tagged constraint, or of the variable whose bounds are used */
  readonly id: string;
  readonly multiplier: number;
}

/**
 * A proof that anybody can check with fractions: either inequalities whose multiples add up to 0 <= something below
 * zero (or 0 < 0), or two cases that cover everything, each with a proof of its own. Numbers are written `n` or `n/d`.
 */
export type Certificate =
  | {
      readonly kind: 'sum';
      /** `sum of terms <= bound`, `<` where strict, times a multiplier above zero */
      readonly rows: readonly {
        readonly terms: readonly { readonly of: string; readonly times: string }[];
        readonly bound: string;
        readonly strict: boolean;
        readonly multiplier: string;
        /** the tagged constraints, and the variables by their bounds, that it follows from; empty for a case */
        readonly because: readonly string[];
        /** how it follows; `case` is the inequality that the branch took on trust */
        readonly by: 'constraint' | 'bound' | 'known-factor' | 'mccormick' | 'case';
      }[];
    }
  | {
      readonly kind: 'cases';
      /** `below` assumes `of <= belowMost`, `above` assumes `of >= aboveLeast` */
      readonly of: string;
      readonly belowMost: string;
      readonly aboveLeast: string;
      readonly below: Certificate;
      readonly above: Certificate;
    };

/** A minimal set of groups that cannot all hold, proven in exact arithmetic. */
export interface Core {
  /** in the order of `Logic.groups` */
  readonly groups: readonly string[];
  /** tagged constraints in the proof, structural ones too */
  readonly constraints: readonly string[];
  /** the rows of the certificate in doubles; where it has cases, those of all cases after each other */
  readonly proof: readonly ProofStep[];
  readonly certificate: Certificate;
  /** true where removing any one group leaves something that was shown to be possible, not only not refuted */
  readonly minimal: boolean;
}

/** Minimal unsatisfiable sets, and whether the enumeration is complete. */
export interface Enumeration {
  readonly cores: readonly Core[];
  /** false where a limit was reached before the search was done: then there may be more. */
  readonly complete: boolean;
  readonly products: readonly { readonly id: string; readonly encoding: ProductEncoding }[];
  readonly work: { readonly components: number; readonly solves: number; readonly seconds: number };
}

/** Limits of an enumeration. */
export interface EnumerationLimits {
  readonly solves?: number;
  readonly cores?: number;
  readonly signal?: AbortSignal;
}

/** Engine for a fixed logic; created once, queried many times. */
export interface Engine {
  /** All minimal sets among these groups (all of the logic by default) that cannot all hold, smallest first. */
  enumerate(among?: readonly string[], limits?: EnumerationLimits): Enumeration;
  /**
   * Whether these groups can all hold. `no` is proven; `yes` comes with a point; `unknown` where a product of
   * unknowns was only bounded.
   */
  possible(
    groups: readonly string[],
  ):
    | { readonly answer: 'yes' | 'unknown'; readonly point: ReadonlyMap<string, number> }
    | { readonly answer: 'no'; readonly core: Core };
  /**
   * What a quantity can be when these groups hold, as an interval that surely contains it; null where they cannot
   * all hold.
   */
  range(of: string, groups: readonly string[]): Interval | null;
}
