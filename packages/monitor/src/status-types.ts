import type { IndicatorId, Judgement, Target, TargetId, targetStatuses } from '@schaalsprong/agenda';
import type { Text } from '@schaalsprong/words';
import type { VintageFact } from './facts.ts';

/** Status of a target by its statistics. */
export type TargetStatus = (typeof targetStatuses)[number];

/** A value at a moment, in decimal years: a period counts at its end, a day at itself. */
export interface PathPoint {
  readonly time: number;
  readonly value: number;
}

/** What statistics say of one target. Values are in the unit of the target, times in decimal years. */
export interface MeasuredStanding {
  readonly target: TargetId;
  readonly indicator: IndicatorId;
  readonly computed: TargetStatus;
  /** why it is unknown, or what makes it less sure; null where there is nothing to say */
  readonly reason: Text | null;
  /** of which kind that is, where the region says it; null where a status is computed */
  readonly missing: NonNullable<Target['missing']>['kind'] | null;
  /** where nothing was measured of the target itself: the figure that comes nearest, which makes no status */
  readonly proxy: VintageFact | null;
  /** statuses that are possible when provisional figures still move as they have moved before; the computed one is among them */
  readonly possible: readonly TargetStatus[];
  /** what a person finds, and why; shown beside the computed status, never in its place */
  readonly judgement: Judgement | null;
  /** straight from the base to the target at its horizon; null without base or value */
  readonly required: { readonly from: PathPoint; readonly to: PathPoint; readonly perYear: number } | null;
  /** change a year: as the path asks, as it came since the base, and as it takes from the last figure to the horizon; null where nothing is left to do */
  readonly pace: { readonly asked: number; readonly came: number; readonly needed: number } | null;
  readonly observed: readonly (PathPoint & { readonly fact: VintageFact })[];
  readonly latest: VintageFact | null;
  /** last value less what the path asks at that time; its sign is that of the value, `goodGap` says whether that is good */
  readonly gap: number | null;
  readonly goodGap: boolean | null;
  /** least squares through the last points since the last break */
  readonly trend: {
    readonly perYear: number;
    readonly from: number;
    readonly to: number;
    readonly points: number;
  } | null;
  /** change reached against change required so far: 1 is exactly on the path */
  readonly degree: number | null;
  /** last publication of a figure; null where the newest figure has no date */
  readonly lastUpdate: string | null;
  /** true where the source should have published by now and has not */
  readonly overdue: boolean;
}

/** What a series that is known sooner says of a year that is not measured yet. */
export interface Nowcast {
  readonly indicator: IndicatorId;
  readonly area: string;
  readonly period: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** series that it was made from, and over how many years the relation was fitted */
  readonly from: readonly { readonly series: string; readonly lag: number; readonly years: number }[];
  readonly method: Text;
}
