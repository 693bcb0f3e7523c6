import type { AuditReading, Qualifiers } from '@schaalsprong/agenda/claims';
import { claimInterval } from '@schaalsprong/agenda/claims';
import { contains, type Interval, intersection, isEmpty } from '@schaalsprong/words';
import { compareUnits, type Figure, rated, type UnitRelation } from './figures.ts';
import type { Ledger, LedgerClaim } from './ledger.ts';

/**
 * How the number of a sentence stands to that of a claim. `same`; `rounded`: another figure that the words of one of both allow;
 * `allowed`: another figure, which a claim of 'at least' or 'at most' does not rule out; `above` and `below`: what the claim rules out;
 * `opposite`: the same size the other way round, or 'at most' for 'at least'; `apart`: of another unit, so not compared.
 */
export type NumberRelation = 'same' | 'rounded' | 'allowed' | 'above' | 'below' | 'opposite' | 'apart';

/** The number of a sentence beside that of a claim, in the unit of the claim. */
export interface NumberComparison {
  readonly relation: NumberRelation;
  readonly unit: UnitRelation;
  /** what the sentence says, in the unit of the claim; null where the units differ */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** value minus that of the claim; null where not compared */
  readonly difference: number | null;
}

const scaled = ({ min, max, minOpen, maxOpen }: Interval, times: number): Interval => ({
  min: min === null ? null : clean(min * times),
  max: max === null ? null : clean(max * times),
  minOpen,
  maxOpen,
});

/** Without the noise of a multiplication. */
const clean = (x: number): number => Number(x.toPrecision(12));

const overlap = (a: Interval, b: Interval): boolean => !isEmpty(intersection(a, b));

type Side = 'up' | 'down' | 'both';
const sideOf = ({ min, max }: Interval): Side =>
  min !== null && max === null ? 'up' : max !== null && min === null ? 'down' : 'both';

/** What the words beside two numbers say. */
export interface Beside {
  /** whether sentence and claim speak of more (1) or of less (-1), 0 where they say neither */
  readonly directions: readonly [-1 | 0 | 1, -1 | 0 | 1];
  /** whether they say that the number is one of each year */
  readonly perYear: readonly [boolean, boolean];
  /** whether the number of the sentence is a change, `20% minder`, and no level */
  readonly isChange: boolean;
}

/** The number of a sentence in the unit of a claim. */
function inUnitOf(
  figure: Figure,
  claim: LedgerClaim,
  ledger: Ledger,
  { directions, perYear, isChange }: Beside,
): { readonly unit: UnitRelation; readonly interval: Interval; readonly value: number } {
  const isPercent = claim.unit === 'percent';
  const own = { interval: figure.interval, value: figure.value };
  if (isPercent && figure.unit === 'ratio') {
    // A growth of two times is one of 100 per cent, a half is one of -50; a level is not compared with a growth.
    if (directions[1] === 0) return { ...own, unit: 'other' };
    const toPercent = (x: number | null): number | null => (x === null ? null : clean((x - 1) * 100));
    const { min, max, minOpen, maxOpen } = figure.interval;
    return {
      unit: 'same',
      value: clean((figure.value - 1) * 100),
      interval: { min: toPercent(min), max: toPercent(max), minOpen, maxOpen },
    };
  }
  if (isPercent && figure.unit === 'percent' && isChange && directions[1] === 0)
    return { ...own, unit: 'other' };
  const { relation, times } = compareUnits(
    rated(figure.unit, perYear[0]),
    rated(claim.unit, perYear[1]),
    ledger.units,
  );
  return { unit: relation, value: clean(figure.value * times), interval: scaled(figure.interval, times) };
}

/** What a figure may be rounded to without being another figure: half a unit of its last digit, and the two-sided width of its word. */
function aroundClaim(claim: LedgerClaim, qualifiers: Qualifiers): Interval | null {
  const own = claimInterval(
    { value: claim.value, qualifier: claim.qualifier, interval: undefined },
    qualifiers,
  );
  const rounding = claimInterval({ value: claim.value, qualifier: 'none', interval: undefined }, qualifiers);
  return own === null || own.min === null || own.max === null ? rounding : own;
}

/** Compares the number of a sentence with that of a claim. */
export function compareNumbers(
  figure: Figure,
  claim: LedgerClaim,
  ledger: Ledger,
  beside: Beside,
): NumberComparison {
  const { unit, value, interval } = inUnitOf(figure, claim, ledger, beside);
  if (unit === 'other' || unit === 'rate')
    return { relation: 'apart', unit, value: null, interval: null, difference: null };
  const base = { unit, value, interval, difference: clean(value - claim.value) };
  const readings: readonly AuditReading[] = (ledger.readings.get(claim.id) ?? []).filter(
    (reading) => reading.plain && reading.unit === claim.unit,
  );
  const meant: readonly Interval[] =
    readings.length > 0
      ? readings.map((reading) => reading.intervals.default)
      : [claimInterval({ ...claim, interval: undefined }, ledger.qualifiers)].flatMap((one) => one ?? []);
  const sides = new Set(meant.map(sideOf));
  const typed = sideOf(interval);
  const isTurned =
    (beside.directions[0] * beside.directions[1] < 0 && claim.unit === 'percent') ||
    (typed === 'up' && sides.has('down') && !sides.has('up')) ||
    (typed === 'down' && sides.has('up') && !sides.has('down') && !sides.has('both'));
  const isEqual = !figure.isRange && Math.abs(base.difference) <= Math.abs(claim.value) * 1e-9;
  // `Bijna een kwart` and `ruim een kwart` name one number and mean no number in common.
  const isOtherWord = isEqual && !meant.some((one) => overlap(one, interval));
  if (isTurned || isOtherWord) return { ...base, relation: 'opposite' };
  if (isEqual) return { ...base, relation: 'same' };
  const around = aroundClaim(claim, ledger.qualifiers);
  const isNear =
    (typed === 'both' && contains(interval, claim.value)) || (around !== null && contains(around, value));
  if (isNear) return { ...base, relation: 'rounded' };
  if (meant.some((one) => overlap(one, interval))) return { ...base, relation: 'allowed' };
  return { ...base, relation: base.difference > 0 ? 'above' : 'below' };
}

/** How the year of a sentence stands to that of a claim; `silent` where one of both names none. */
export type YearRelation = 'same' | 'earlier' | 'later' | 'silent';

/** Compares the year of a sentence with that of a claim: its period, or the year that it is for. */
export function compareYears(year: string | null, claim: LedgerClaim): YearRelation {
  const own = claim.horizon ?? claim.period ?? (claim.unit === 'year' ? String(claim.value) : undefined);
  if (year === null || own === undefined) return 'silent';
  const [typed, claimed] = [year, own.split('/').at(-1) ?? own].map((text) => Number(text.slice(0, 4)));
  if (typed === undefined || claimed === undefined || Number.isNaN(typed) || Number.isNaN(claimed))
    return 'silent';
  return typed === claimed ? 'same' : typed < claimed ? 'earlier' : 'later';
}
