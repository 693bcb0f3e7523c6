import type { Interval, Text } from '@schaalsprong/words';
import type { Claim, ClaimReadings, RegionFile, Target } from '../schema/schema.ts';
import { claimIntervals, type Qualifiers } from './claim-interval.ts';
import { type Width, widths } from './setting.ts';

/** One interpretation of a claim. */
export interface AuditReading {
  /** `as-written` where the content names none; `exactly` and `at-least` (`at-most`) for a target without a qualifier */
  readonly id: string;
  readonly title: Text;
  /** A careful reader could well mean this. A reading that is not plain raises no conflict; it is only tested. */
  readonly plain: boolean;
  /** the quantity that it is about: `quantity@entity@period` or `quantity@entity` */
  readonly variable: string;
  readonly value: number;
  readonly unit: string;
  readonly intervals: Readonly<Record<Width, Interval>>;
}

/**
 * The quantity of a claim: `quantity@entity@period`, the period being its own or else its horizon;
 * `quantity@entity` where it has neither.
 */
export function variableOf(claim: Pick<Claim, 'quantity' | 'entity' | 'period' | 'horizon'>): string {
  const when = claim.period ?? claim.horizon;
  const what = `${claim.quantity}@${claim.entity}`;
  return when === undefined ? what : `${what}@${when}`;
}

/** Quantity, entity and period of a variable; no period where it has none. */
export function partsOf(variable: string): {
  readonly quantity: string;
  readonly entity: string;
  readonly period: string | undefined;
} {
  const [quantity = '', entity = '', period] = variable.split('@');
  return { quantity, entity, period };
}

/** Input of the readings: a claim with its interval per setting. */
export type ReadableClaim = Pick<
  Claim,
  'id' | 'kind' | 'quantity' | 'entity' | 'period' | 'horizon' | 'value' | 'qualifier' | 'unit' | 'targets'
> & { readonly intervals: Readonly<Record<Width, Interval>> };

/** Context that determines the readings of a claim. */
export interface ReadingSources {
  readonly qualifiers: Qualifiers;
  readonly units: RegionFile['units'];
  readonly targets: ReadonlyMap<string, Pick<Target, 'direction' | 'unit'>>;
  /** explicit readings of audit.yaml, by claim */
  readonly named: ReadonlyMap<string, ClaimReadings['readings']>;
}

const titles = {
  asWritten: { nl: 'zoals het er staat', en: 'as written' },
  exactly: { nl: 'precies dit getal', en: 'exactly this figure' },
  atLeast: { nl: 'ten minste dit getal', en: 'at least this figure' },
  atMost: { nl: 'ten hoogste dit getal', en: 'at most this figure' },
} as const satisfies Record<string, Text>;

const perSetting = (of: (setting: Width) => Interval): Record<Width, Interval> => ({
  bare: of('bare'),
  default: of('default'),
  generous: of('generous'),
});

/** The direction of the target that a claim states: that of a target in the same unit, else of its first; up where it has none. */
function directionOf(claim: ReadableClaim, targets: ReadingSources['targets']): Target['direction'] {
  const own = claim.targets.flatMap((id) => targets.get(id) ?? []);
  return (own.find((target) => target.unit === claim.unit) ?? own[0])?.direction ?? 'at-least';
}

/**
 * The readings of a claim: those that the content names; else, for a target whose figure has no word before it, `exactly`
 * and `at-least` (or `at-most`, by the direction of its target); else `as-written`. A calendar year is not read as 'at
 * least'. Null for a named reading whose qualifier the table does not have.
 */
export function readingsOf(
  claim: ReadableClaim,
  { qualifiers, units, targets, named }: ReadingSources,
): readonly (AuditReading | null)[] {
  const variable = variableOf(claim);
  const base = { plain: true, variable, value: claim.value, unit: claim.unit, intervals: claim.intervals };
  const content = named.get(claim.id);
  if (content !== undefined) {
    return content.map(({ id, title, plain, ...own }) => {
      const same = own.value === undefined && own.qualifier === undefined;
      const value = own.value ?? claim.value;
      const qualifier = own.qualifier ?? claim.qualifier;
      const intervals = same
        ? claim.intervals
        : claimIntervals({ value, qualifier, interval: undefined }, qualifiers);
      if (intervals === null) return null;
      const unit = own.unit ?? claim.unit;
      return { id, title, plain, variable: own.variable ?? variable, value, unit, intervals };
    });
  }
  const isYear = units[claim.unit]?.grouping === false;
  if (claim.kind !== 'target' || claim.qualifier !== 'none' || isYear) {
    return [{ ...base, id: 'as-written', title: titles.asWritten }];
  }
  const up = directionOf(claim, targets) === 'at-least';
  const oneSided = perSetting((setting) => {
    const interval = claim.intervals[setting];
    return up ? { ...interval, max: null, maxOpen: false } : { ...interval, min: null, minOpen: false };
  });
  return [
    { ...base, id: 'exactly', title: titles.exactly },
    up
      ? { ...base, id: 'at-least', title: titles.atLeast, intervals: oneSided }
      : { ...base, id: 'at-most', title: titles.atMost, intervals: oneSided },
  ];
}

/** The first setting whose interval is not a subset of that of the next wider one; null where all are nested. */
export function notNested(
  intervals: Readonly<Record<Width, Interval>>,
  within: (inner: Interval, outer: Interval) => boolean,
): Width | null {
  const [bare, normal, generous] = widths;
  if (!within(intervals[bare], intervals[normal])) return bare;
  return within(intervals[normal], intervals[generous]) ? null : generous;
}
