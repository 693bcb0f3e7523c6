import type { Interval } from '@schaalsprong/words';
import type { Core } from '../system/logic.ts';
import type {
  AuditContinuation,
  AuditGap,
  AuditInput,
  Conflict,
  ConflictKind,
  Drawing,
  Repair,
  Width,
} from '../types.ts';

/**
 * A clash that `audit()` found, before it has words, a drawing and repairs. `audit()` makes facts; `explain` and
 * `repairs` turn each into what people read. One fact is one conflict of the report.
 */
export interface Fact {
  readonly id: string;
  readonly kind: ConflictKind;
  /**
   * The claims, each in one reading: of all combinations under which the fact holds, the one that demands least of the
   * text (widest intervals). In the order of `input.claims`. For kinds without arithmetic: the claims concerned.
   */
  readonly taken: readonly { readonly claim: string; readonly reading: string }[];
  /** assumptions that the fact needs, in the order of `input.assumptions` */
  readonly assumptions: readonly string[];
  /** relations in the proof: structural ones and those of the assumptions, by the id of the relation */
  readonly relations: readonly string[];
  /**
   * The minimal set that cannot hold and its proof, under `setting` of the context. Null for `definition`,
   * `duplicate` and `missing`. For `near` the set at setting `bare`. Where `demands` is set: the set in which that claim is read
   * as its figure and no more; that claim has no group in it where no reading of its own says so.
   */
  readonly core: Core | null;
  /** the widest setting under which it still holds */
  readonly widest: Width;
  readonly targets: readonly string[];
  /** per claim with a choice: the readings under which it holds */
  readonly readings: Readonly<Record<string, readonly string[]>>;
  readonly everyReading: boolean;
  /** combinations of readings of these claims under which nothing clashes */
  readonly remaining: readonly Readonly<Record<string, string>>[];
  /**
   * The claim that is made moot because it may be read as 'at least' (or 'at most'), its own interval, and what the rest
   * demands of its quantity. Always for `dominance`; also for a `shortfall`, `horizon` or `definition` from which that reading
   * is the way out. `taken` has that claim in the reading that clashes where it has one.
   */
  readonly demands: { readonly claim: string; readonly stated: Interval; readonly demanded: Interval } | null;
  /** `definition` only */
  readonly continuation: AuditContinuation | null;
  /** `missing` only */
  readonly gap: AuditGap | null;
}

/** Context of a fact: the whole input, and the options of the audit. */
export interface FactContext {
  readonly input: AuditInput;
  readonly setting: Width;
  /** the interval of a claim in a reading under this setting, or the one that the reader tries instead */
  intervalOf(claim: string, reading: string): Interval;
}

export interface Explained extends Pick<Conflict, 'arithmetic' | 'explanation'> {
  readonly drawing: Drawing | null;
}

/** `explain` of explain.ts. Of a variant only `arithmetic` is used. */
export type Explain = (fact: Fact, context: FactContext) => Explained;

export interface Repaired {
  readonly epsilon: number | null;
  /** room that is left (`near`), or minus epsilon; null where it has no numbers */
  readonly slack: number | null;
  readonly repairs: readonly Repair[];
  readonly repair: Conflict['repair'];
}

/** `repairs` of repair.ts; `variants` are facts that tell the same and must be repaired too. For `definition`, `duplicate` and `missing`: nulls and empty lists. */
export type RepairsOf = (fact: Fact, context: FactContext, variants?: readonly Fact[]) => Repaired;
