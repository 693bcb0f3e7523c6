import type { AuditReading, Width } from '@schaalsprong/agenda/claims';
import type { Interval, Text } from '@schaalsprong/words';

export type { AuditReading } from '@schaalsprong/agenda/claims';
export { type Width, widths } from '@schaalsprong/agenda/claims';

/** Kinds of findings, the most serious first. */
export const conflictKinds = [
  'contradiction',
  'contradiction-under-assumption',
  'shortfall',
  'horizon',
  'definition',
  'dominance',
  'missing',
  'near',
  'duplicate',
] as const;
/** One of {@link conflictKinds}. */
export type ConflictKind = (typeof conflictKinds)[number];

/** A claim as the audit sees it. */
export interface AuditClaim {
  readonly id: string;
  readonly kind: string;
  readonly text: Text;
  /** first line of the first place, and all of them */
  readonly line: number;
  readonly places: readonly { readonly from: number; readonly to: number }[];
  readonly page: number;
  readonly figure: readonly string[];
  readonly qualifier: string;
  readonly value: number;
  readonly unit: string;
  readonly targets: readonly string[];
  readonly readings: readonly AuditReading[];
  /** which document it is in; null for the agenda itself, `results` for what a model says */
  readonly document: string | null;
  /** how dear it is to change it in a repair: 1 for a promise, more for what is measured, forecast or defined */
  readonly weight: number;
}

/** A quantity, with its unit and bounds. */
export interface AuditVariable {
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  readonly bounds: Interval;
  readonly whole: boolean;
}

/** What kind of clash it is when this relation or assumption is what cannot hold. */
export type Asks = 'contradiction' | 'shortfall' | 'horizon' | 'definition';

/** How quantities hang together, in the words of content; see `audit.yaml`. */
export type AuditRelation = {
  readonly id: string;
  readonly why: Text;
  readonly asks: Asks;
  /** holds only where these claims (in this reading) are taken */
  readonly when: readonly { readonly claim: string; readonly reading: string | null }[];
  /** lines of the text that it rests on; empty where it follows from the meaning of the words */
  readonly places: readonly { readonly from: number; readonly to: number }[];
} & (
  | {
      readonly kind: 'sum';
      readonly whole: string;
      readonly parts: readonly { readonly of: string; readonly times: number }[];
      readonly covers: 'all' | 'some' | 'at-least-all';
    }
  | {
      readonly kind: 'share';
      readonly part: string;
      readonly whole: string;
      readonly share: string;
      readonly times: number;
    }
  | { readonly kind: 'growth'; readonly from: string; readonly to: string; readonly growth: string }
  | {
      readonly kind: 'product';
      readonly product: string;
      readonly factors: readonly [string, string];
      readonly times: number;
    }
  | {
      readonly kind: 'order';
      readonly smaller: string;
      readonly larger: string;
      readonly strict: boolean;
      readonly times: number;
    }
  | { readonly kind: 'same'; readonly of: readonly string[] }
  | { readonly kind: 'difference'; readonly from: string; readonly to: string; readonly is: string }
);

/** A side condition that the text does not state, with its relations. */
export type AuditAssumption = {
  readonly id: string;
  readonly title: Text;
  readonly why: Text;
  /** taken in the report unless the reader switches it off */
  readonly on: boolean;
  readonly relation: AuditRelation;
};

/** A target or commitment that says that something goes on ('still', 'remains'): it must speak of the same thing. */
export interface AuditContinuation {
  readonly claim: string;
  readonly of: string;
  readonly why: Text;
  /** what differs, found when the input was made; empty where nothing does */
  readonly differs: readonly ('quantity' | 'entity' | 'unit')[];
}

/** Something that the text announces and does not give, or that a target needs and does not have. */
export interface AuditGap {
  readonly id: string;
  readonly what:
    | 'list'
    | 'footnote'
    | 'number'
    | 'indicator'
    | 'baseline'
    | 'owner'
    | 'measure'
    | 'instrument';
  readonly title: Text;
  readonly explanation: Text;
  readonly claims: readonly string[];
  readonly targets: readonly string[];
  readonly places: readonly { readonly from: number; readonly to: number }[];
  readonly promised: number | null;
  readonly found: number | null;
}

/** A person's verdict on a conflict: the conflict stays on the page and is counted separately. */
export interface Verdict {
  readonly conflict: string;
  readonly verdict: 'accepted-as-rounding' | 'accepted-as-reading' | 'to-be-repaired' | 'disputed';
  readonly by: string;
  readonly on: string;
  readonly why: string;
}

/** Everything that an audit needs, as plain JSON: made from a region in Node, sent to the page, audited there again. */
export interface AuditInput {
  readonly region: string;
  readonly units: import('@schaalsprong/words').Units;
  readonly claims: readonly AuditClaim[];
  readonly notEncoded: readonly { readonly claim: string; readonly reason: Text }[];
  readonly variables: readonly AuditVariable[];
  readonly relations: readonly AuditRelation[];
  readonly assumptions: readonly AuditAssumption[];
  readonly continuations: readonly AuditContinuation[];
  readonly gaps: readonly AuditGap[];
  readonly verdicts: readonly Verdict[];
  /** hash of the content that it was made from */
  readonly hash: string;
}

/** What the reader chose. Everything has a default, so `{}` is the report as published. */
export interface AuditSwitches {
  readonly setting?: Width;
  /** by assumption id; what is not named keeps its own default */
  readonly assumptions?: Readonly<Record<string, boolean>>;
  /** one reading per claim; a claim that is not named keeps all of its plain readings open */
  readonly readings?: Readonly<Record<string, string>>;
  /** repairs that the reader tries: another interval for a claim */
  readonly repairs?: Readonly<Record<string, Interval>>;
}

/** A claim of a conflict in the reading that clashes. */
export interface ConflictClaim {
  readonly id: string;
  readonly line: number;
  readonly value: number;
  readonly unit: string;
}

/** The change of one claim that would remove the conflict, all else left as it is. */
export interface Repair {
  readonly claim: string;
  readonly from: Interval;
  readonly to: Interval;
  /** the figure that could be there, rounded as far as the repair allows; and the one of the text that it replaces: `value` instead of `instead` */
  readonly value: number;
  readonly instead: number;
  readonly unit: string;
  /** size of the step from `instead` to `value`, as a part of `instead` */
  readonly change: number;
}

/** A bar or a number line: the stated and the derived intervals, which are disjoint. */
export interface Drawing {
  readonly unit: string;
  readonly of: Text;
  readonly rows: readonly {
    readonly label: Text;
    readonly interval: Interval;
    readonly value: number | null;
    readonly kind: 'stated' | 'computed' | 'assumed';
    readonly claims: readonly string[];
    /** in a sum, for a part of it: how often it counts, -1 where it is taken off */
    readonly part?: number;
  }[];
}

/** Another minimal set that shows the same arithmetic fact. */
export interface ConflictVariant {
  readonly claims: readonly string[];
  readonly assumptions: readonly string[];
  readonly readings: Readonly<Record<string, readonly string[]>>;
  readonly arithmetic: Text;
}

/** Claims that cannot all hold, or another finding about them. */
export interface Conflict {
  /** kebab-case, the same as long as the claims, assumptions and kind are the same */
  readonly id: string;
  readonly kind: ConflictKind;
  readonly claims: readonly ConflictClaim[];
  /** the widest setting under which it still holds */
  readonly setting: Width;
  /** per claim with a choice: the readings under which it holds */
  readonly readings: Readonly<Record<string, readonly string[]>>;
  readonly everyReading: boolean;
  /** combinations of readings of these claims that remain possible */
  readonly remaining: readonly Readonly<Record<string, string>>[];
  readonly assumptions: readonly string[];
  readonly relations: readonly string[];
  readonly targets: readonly string[];
  /** one or two plain sentences: what clashes, and under what */
  readonly explanation: Text;
  /** the sum itself, in one line */
  readonly arithmetic: Text;
  readonly drawing: Drawing | null;
  /** the smallest repair; empty where only words can repair it */
  readonly repair: readonly { readonly claim: string; readonly from: Interval; readonly to: Interval }[];
  /** what each single claim would have to become */
  readonly repairs: readonly Repair[];
  /** eps*: the smallest uniform relative change of all its numbers that removes it; null where it has no numbers */
  readonly epsilon: number | null;
  /** room that is left (near), or minus epsilon */
  readonly slack: number | null;
  readonly weight: number;
  /** other minimal sets that show the same arithmetic fact */
  readonly variants: readonly ConflictVariant[];
  /** id of the gap, for kind `missing` */
  readonly gap: string | null;
  readonly verdict: Verdict | null;
}

/** A reading that the rest of the text rules out. */
export interface RuledOut {
  readonly claim: string;
  readonly reading: string;
  readonly plain: boolean;
  readonly assumptions: readonly string[];
  readonly claims: readonly string[];
  readonly arithmetic: Text;
}

/** Result of an audit. */
export interface AuditReport {
  readonly region: string;
  readonly setting: Width;
  /** number of claims; those in a relation with another; those that stand alone; those that could not be encoded */
  readonly claims: number;
  readonly compared: number;
  readonly alone: number;
  readonly notEncoded: readonly { readonly claim: string; readonly reason: Text }[];
  /** open ones by weight, then those with a verdict that accepts them */
  readonly conflicts: readonly Conflict[];
  readonly accepted: number;
  readonly ruledOut: readonly RuledOut[];
  readonly products: readonly {
    readonly relation: string;
    readonly encoding: import('./system/logic.ts').ProductEncoding;
  }[];
  readonly complete: boolean;
  /** what the audit does not see, in words */
  readonly limits: readonly Text[];
  /** entries that need review: a verdict on a conflict that is no longer found */
  readonly warnings: readonly Text[];
  readonly hash: string;
  readonly seconds: number;
}
