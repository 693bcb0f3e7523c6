import type { Text } from '@schaalsprong/words';

/**
 * What a cell of a table says where it is no number: kept secret by the office, impossible (the municipality did not exist, the
 * measure cannot exist yet), missing (the office has none, or says something that we do not know), or withdrawn: it stood in an
 * earlier version and no longer does. An absent cell, a null and a 0 are three things.
 */
export type ValueState = 'value' | 'secret' | 'impossible' | 'missing' | 'withdrawn';

/**
 * How sure the source is of a figure. `observed` is measured by a statistics office without a word on its being final; `derived` was
 * computed from other figures; of what is `reported` a text says so that is none of an office; `expected` was not measured at all.
 */
export type Certainty =
  | 'observed'
  | 'provisional'
  | 'revised'
  | 'final'
  | 'derived'
  | 'reported'
  | 'expected';

/** One figure as a source published it, in the unit of the series. */
export interface Fact {
  /** name of the series: `indicator` of the observation files, `series` of indicators.yaml and sources.yaml */
  readonly series: string;
  /** code of the area as in areas.csv */
  readonly area: string;
  /** as `parsePeriod` of packages/agenda reads it: `2023`, `2023-04-01`, `2023-Q1` */
  readonly period: string;
  /** a finite number where `state` is `value`, else null */
  readonly value: number | null;
  readonly state: ValueState;
  readonly standing: Certainty;
  readonly unit: string;
  /** decimals that the source gives; null where it does not say */
  readonly decimals: number | null;
  /** what the source itself wrote of the state (ValueAttribute, flag, cell), empty where nothing */
  readonly attribute: string;
  /** where the figure comes from, for people */
  readonly source: string;
  readonly note: string;
}

/** One version of a table as it was published: what a figure was before it was revised stays under the older one. */
export interface Vintage {
  /** stable and unique: source id, date of publication, and the first digits of the hash */
  readonly id: string;
  /** id of the source of sources.yaml, or the name of the observation file that it came with */
  readonly source: string;
  /** id of the table at the office; null where there is none */
  readonly table: string | null;
  /** day of publication, `2026-06-23`; null where that is not known */
  readonly published: string | null;
  /** moment of retrieval in UTC, `2026-07-02T12:11:02Z`; of content that came with the region folder its publication or the empty string */
  readonly retrieved: string;
  /** sha256 over the facts, sorted: the same figures give the same hash */
  readonly hash: string;
  /** year of the classification of areas or branches; null where the source does not say */
  readonly classification: string | null;
  readonly address: string;
  readonly licence: string;
  readonly attribution: string;
}

/** A fact with the version of the table that says it. */
export interface VintageFact extends Fact {
  readonly vintage: string;
  /** day on which it became known; null where that is not known (see `knownBy`) */
  readonly published: string | null;
}

/** Key of a figure, equal for all its versions. */
export interface FactKey {
  readonly series: string;
  readonly area: string;
  readonly period: string;
}

/** All that one version of a source says: either it is taken whole, or nothing of it is. */
export interface Batch {
  readonly vintage: Vintage;
  /** each key at most once */
  readonly facts: readonly Fact[];
  /**
   * What the batch speaks of. A key inside it that the store knows from an earlier version of the same source and that is not among
   * the facts is withdrawn. Null where the batch says nothing of what it leaves out.
   */
  readonly covers: { readonly series: readonly string[]; readonly areas: readonly string[] } | null;
  /**
   * What of this version waits for a person: kept with it, in one go. What stood before stays meanwhile: a key that is held does not
   * count as withdrawn; an empty area or period stands for all.
   */
  readonly held?: readonly Quarantined[];
}

/** A figure that differs between two versions. */
export interface Revision extends FactKey {
  readonly kind: 'added' | 'changed' | 'withdrawn' | 'standing';
  readonly before: Fact | null;
  readonly after: Fact | null;
}

/** A figure, or a whole column, that waits for a person. */
export interface Quarantined extends FactKey {
  readonly id: string;
  readonly source: string;
  readonly code: string;
  /** what is wrong, where, what was expected, what to do */
  readonly text: Text;
  /** the figure as it would be taken; null where it could not be read as one */
  readonly fact: Fact | null;
  /** what the source wrote */
  readonly found: string;
  /** version of the source that it stood in */
  readonly vintage: Vintage;
  /** when it was held back, UTC */
  readonly since: string;
  readonly decision: {
    readonly take: boolean;
    readonly by: string;
    readonly why: string;
    readonly on: string;
  } | null;
}

/** What happened when a source was asked last. */
export interface SourceCheck {
  readonly source: string;
  /** UTC */
  readonly at: string;
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  /** code of the fault where it failed */
  readonly code: string | null;
  /** ETag and Last-Modified of the answer, to ask only for what is newer */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** sha256 over what was asked: the entry of sources.yaml and its areas. Only the same question can be answered 'unchanged' */
  readonly question: string | null;
}
