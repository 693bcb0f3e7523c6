import type { AuditReading } from '@schaalsprong/agenda/claims';
import { compareTexts, type Interval, intersection, isEmpty, must, type Text } from '@schaalsprong/words';
import type { Enumeration, Group, Logic, TaggedConstraint } from '../system/logic.ts';
import type { EngineOptions } from '../system/oracle.ts';
import type { AuditClaim, AuditInput, AuditSwitches, Width } from '../types.ts';
import { type Domains, type Nogood, nogoodOf } from './facts.ts';
import { groupOf, type IntervalOf, logicOf, readingOf } from './facts-logic.ts';
import { enumerated } from './facts-parts.ts';

/** The reading 'this figure and no more' of a target that only says 'at least': no reading of the text, but a question. */
export const noMore = '!no-more';

/** The choices of a reader, computed. */
export interface View {
  readonly input: AuditInput;
  readonly setting: Width;
  /** assumptions that are taken, in the order of the input */
  readonly assumptions: readonly string[];
  /** per claim the readings that it may have: the plain ones, or the one that the reader chose */
  readonly domains: Domains;
  intervalAt(setting: Width): IntervalOf;
  /** What the intervals of some claims depend on besides the setting, as a key of a cache: the repairs tried on them. */
  triedOn(claims: ReadonlySet<string>): string;
  readonly engine: EngineOptions;
}

/** An interval of numbers with a number in it; what a page sends need not be one. */
const isProper = (interval: Interval): boolean =>
  [interval.min, interval.max].every((end) => end === null || Number.isFinite(end)) && !isEmpty(interval);

/** Computes switches; what they name and the input does not have is passed over. */
export function viewOf(input: AuditInput, switches: AuditSwitches, engine: EngineOptions = {}): View {
  const assumptions = input.assumptions
    .filter((assumption) => switches.assumptions?.[assumption.id] ?? assumption.on)
    .map((assumption) => assumption.id);
  const domains = new Map<string, readonly string[]>();
  const readings = new Map<string, AuditReading>();
  const repairs = new Map<string, Interval>();
  for (const claim of input.claims) {
    const chosen = switches.readings?.[claim.id];
    const ids = claim.readings.map((reading) => reading.id);
    const plain = claim.readings.filter((reading) => reading.plain).map((reading) => reading.id);
    domains.set(claim.id, chosen !== undefined && ids.includes(chosen) ? [chosen] : plain);
    for (const reading of claim.readings) readings.set(groupOf(claim.id, reading.id), reading);
    const repair = switches.repairs?.[claim.id];
    if (repair === undefined || !isProper(repair)) continue;
    // A repair is a figure in the unit of the claim as it is mostly read; a reading in another unit keeps its own.
    const unit = (claim.readings.find((reading) => reading.plain) ?? claim.readings[0])?.unit;
    for (const reading of claim.readings) {
      if (reading.unit === unit) repairs.set(groupOf(claim.id, reading.id), repair);
    }
  }
  const none: Interval = { min: null, max: null, minOpen: false, maxOpen: false };
  const intervalAt =
    (setting: Width): IntervalOf =>
    (claim, reading) => {
      const group = groupOf(claim, reading);
      return repairs.get(group) ?? readings.get(group)?.intervals[setting] ?? none;
    };
  const tried = [...repairs].sort(([a], [b]) => compareTexts(a, b));
  const triedOn = (claims: ReadonlySet<string>): string =>
    JSON.stringify(
      tried.filter(([group]) => {
        const claim = readingOf(group)?.claim;
        return claim !== undefined && claims.has(claim);
      }),
    );
  return { input, setting: switches.setting ?? 'default', assumptions, domains, intervalAt, triedOn, engine };
}

/** A reading of a target or commitment that has one end only, beyond what the quantity can be at all. */
export interface OneSided {
  readonly claim: string;
  readonly reading: AuditReading;
  /** `up` for at least, `down` for at most */
  readonly way: 'up' | 'down';
  readonly interval: Interval;
}

/** The way in which a reading is open, within the bounds of its quantity; null where it is not, or both ways. */
function wayOf(interval: Interval, bounds: Interval): OneSided['way'] | null {
  const inside = intersection(interval, bounds);
  const up = inside.max === bounds.max;
  const down = inside.min === bounds.min;
  return up === down ? null : up ? 'up' : 'down';
}

/** The plain one-sided reading of a target or commitment, where it has one. */
export function oneSidedOf(
  claim: AuditClaim,
  view: View,
  bounds: ReadonlyMap<string, Interval>,
): OneSided | null {
  if (claim.kind !== 'target' && claim.kind !== 'commitment') return null;
  const intervalOf = view.intervalAt(view.setting);
  for (const id of view.domains.get(claim.id) ?? []) {
    const reading = claim.readings.find((one) => one.id === id);
    const bound = reading && bounds.get(reading.variable);
    if (!reading || !bound) continue;
    const interval = intervalOf(claim.id, id);
    const way = wayOf(interval, bound);
    if (way !== null) return { claim: claim.id, reading, way, interval };
  }
  return null;
}

/** The readings of a claim about the same quantity that bound it on the side where the one-sided reading does not. */
export function boundedReadings(
  claim: AuditClaim,
  open: OneSided,
  bounds: ReadonlyMap<string, Interval>,
  intervalOf: IntervalOf,
): string[] {
  const bound = bounds.get(open.reading.variable);
  if (!bound) return [];
  return claim.readings
    .filter((r) => r.plain && r.variable === open.reading.variable && r.id !== open.reading.id)
    .filter((r) => wayOf(intervalOf(claim.id, r.id), bound) === null)
    .map((r) => r.id);
}

/** All minimal sets under one setting. */
export interface Search {
  readonly logic: Logic;
  readonly products: Enumeration['products'];
  readonly complete: boolean;
  readonly nogoods: readonly Nogood[];
  /** relations that contradict each other, in words */
  readonly faults: readonly Text[];
}

/**
 * The minimal sets of the whole input under one setting, with all readings, plain or not: what a reader chooses among readings
 * needs no new search. Nor does an assumption that is switched off: what needs it is left out of the answer. Targets and commitments
 * that only say 'at least' also get the question whether the rest leaves them at their figure.
 */
export function searchOf(view: View, setting: Width): Search {
  const { input } = view;
  const intervalOf = view.intervalAt(setting);
  const taken = new Set(view.assumptions);
  const searched = new Set([
    ...input.assumptions.filter((assumption) => assumption.on).map((assumption) => assumption.id),
    ...taken,
  ]);
  const logic = withQuestions(logicOf(input, intervalOf, { assumptions: searched }), view, intervalOf);
  const { cores, complete, products, faults } = enumerated(logic, view.engine);
  const nogoods = cores.map(nogoodOf).filter((one) => [...one.assumptions].every((id) => taken.has(id)));
  return { logic, products, complete, nogoods, faults };
}

function withQuestions(logic: Logic, view: View, intervalOf: IntervalOf): Logic {
  const bounds = new Map(view.input.variables.map((v) => [v.id, v.bounds]));
  const groups: Group[] = [...logic.groups];
  const constraints: TaggedConstraint[] = [...logic.constraints];
  // Only a claim connected to others can be tightened by them.
  const times = new Map<string, number>();
  for (const { constraint } of logic.constraints) {
    const of =
      constraint.kind === 'linear'
        ? constraint.terms.map((t) => t.of)
        : [constraint.product, constraint.factor, constraint.other];
    for (const id of of) times.set(id, (times.get(id) ?? 0) + 1);
  }
  for (const claim of view.input.claims) {
    // All plain readings, independent of the reader's choice, so that changing the choice needs no new search.
    const all = {
      ...view,
      domains: new Map([[claim.id, claim.readings.filter((r) => r.plain).map((r) => r.id)]]),
    };
    const open = oneSidedOf(claim, all, bounds);
    if (open === null || boundedReadings(claim, open, bounds, intervalOf).length > 0) continue;
    const interval = intervalOf(claim.id, open.reading.id);
    const end = open.way === 'up' ? interval.min : interval.max;
    const own = claim.readings.filter((r) => r.variable === open.reading.variable).length;
    if (end === null || must(times, open.reading.variable) <= own) continue;
    const id = groupOf(claim.id, noMore);
    groups.push({ id, choice: claim.id });
    constraints.push({
      id,
      groups: [id],
      constraint: {
        kind: 'linear',
        terms: [{ of: open.reading.variable, times: 1 }],
        interval: {
          min: open.way === 'up' ? null : end,
          max: open.way === 'up' ? end : null,
          minOpen: false,
          maxOpen: false,
        },
      },
    });
  }
  return { variables: logic.variables, groups, constraints };
}
