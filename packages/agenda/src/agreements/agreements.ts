import { compareTexts } from '@schaalsprong/words';
import { parsePeriod } from '../periods/period.ts';
import type { Agreement } from '../schema/registers.ts';

/**
 * Where an agreement stands in time. `late`: a source said after its day that it was not done; `passed`: its day is past and no source
 * says since how it went; `soon`: its day comes within a year; `ahead`: later than that; `undated`: no day is known; `done`: kept.
 * The order is that of a list: first what somebody must look at now.
 */
export const terms = ['late', 'passed', 'soon', 'ahead', 'undated', 'done'] as const;

/** One of these terms. */
export type Term = (typeof terms)[number];

/** An agreement on a day. */
export interface AgreementOn {
  readonly id: string;
  readonly term: Term;
  /** decimal year by the end of which it is due; null where no day is known */
  readonly dueEnd: number | null;
  /** decimal year at the end of which a source last said how it stands; null where no source has a date */
  readonly lastWord: number | null;
  /** whole months since then */
  readonly silentMonths: number | null;
}

type Dated = Pick<Agreement, 'state' | 'due' | 'statusOn'>;

/** Months that "soon" and the calendar look ahead. */
export const monthsAhead = 12;

/**
 * Decimal year at the start of a day.
 *
 * @param day as `2026-12-03`
 * @throws RangeError where there is no such day
 */
export function timeOfDay(day: string): number {
  const span = /^\d{4}-\d{2}-\d{2}$/.test(day) ? parsePeriod(day) : null;
  if (span === null) throw new RangeError(`not a day: ${day}`);
  return span.start;
}

/** End of a period as a decimal year; null where the text is absent or no period. */
const endOf = (period: string | null): number | null =>
  period === null ? null : (parsePeriod(period)?.end ?? null);

/**
 * Where an agreement stands in time. A day that is past makes it late only where a source said so after that day: without such a word
 * nobody knows.
 *
 * @param now decimal year
 *
 * @example
 * ```ts
 * import { termOf } from '@schaalsprong/agenda/agreements';
 *
 * termOf({ state: 'open', due: '2025', statusOn: '2024-05' }, 2026.5); // => 'passed'
 * termOf({ state: 'open', due: '2025', statusOn: '2026-03' }, 2026.5); // => 'late'
 * termOf({ state: 'running', due: null, statusOn: '2026-03' }, 2026.5); // => 'undated'
 * ```
 */
export function termOf({ state, due, statusOn }: Dated, now: number): Term {
  if (state === 'kept') return 'done';
  const end = endOf(due);
  if (end === null) return 'undated';
  if (end > now) return end <= now + monthsAhead / 12 ? 'soon' : 'ahead';
  const word = statusOn === null ? null : parsePeriod(statusOn);
  return word !== null && word.start >= end && state !== 'unknown' ? 'late' : 'passed';
}

/**
 * Agreements by urgency: by term; what is due by its day, the earliest first; what has no day by its last word, the oldest first; what
 * is done by its date, the latest first.
 *
 * @param today as `2026-12-03`
 * @throws RangeError where `today` is no day
 */
export function agreementsOn(
  agreements: readonly (Dated & { readonly id: string; readonly date: string })[],
  today: string,
): readonly AgreementOn[] {
  const now = timeOfDay(today);
  const dateEnd = new Map(agreements.map(({ id, date }) => [id, endOf(date) ?? 0]));
  const all = agreements.map((agreement): AgreementOn => {
    const lastWord = endOf(agreement.statusOn);
    return {
      id: agreement.id,
      term: termOf(agreement, now),
      dueEnd: endOf(agreement.due),
      lastWord,
      // The end of a period that is not over lies ahead: nothing is silent for less than no time.
      silentMonths: lastWord === null ? null : Math.max(0, Math.floor((now - lastWord) * 12 + 1e-9)),
    };
  });
  const within = (a: AgreementOn, b: AgreementOn): number => {
    if (a.term === 'done') return (dateEnd.get(b.id) ?? 0) - (dateEnd.get(a.id) ?? 0);
    if (a.term === 'undated') return (a.lastWord ?? 0) - (b.lastWord ?? 0);
    return (a.dueEnd ?? 0) - (b.dueEnd ?? 0);
  };
  return all.sort(
    (a, b) => terms.indexOf(a.term) - terms.indexOf(b.term) || within(a, b) || compareTexts(a.id, b.id),
  );
}

/** Something that is to come: an agreement is due, the year of a target ends, a figure is expected. */
export interface Coming {
  readonly kind: 'agreement' | 'target' | 'indicator';
  readonly id: string;
  /** decimal year */
  readonly time: number;
  /** as the content gives it; null where the day was computed */
  readonly when: string | null;
}

/**
 * What comes in the next months, the earliest first.
 *
 * @param today as `2026-12-03`
 * @param figures times at which the next figure of an indicator is expected, as decimal years
 * @throws RangeError where `today` is no day
 */
export function comingUp(
  region: {
    readonly agreements: readonly (Dated & { readonly id: string })[];
    readonly targets: readonly { readonly id: string; readonly horizon: string }[];
  },
  today: string,
  figures: readonly { readonly id: string; readonly time: number }[] = [],
): readonly Coming[] {
  const now = timeOfDay(today);
  const end = now + monthsAhead / 12;
  const dated = (kind: Coming['kind'], id: string, when: string): readonly Coming[] => {
    const time = endOf(when);
    return time === null ? [] : [{ kind, id, time, when }];
  };
  return [
    ...region.agreements.flatMap(({ id, due, state }) =>
      due === null || state === 'kept' ? [] : dated('agreement', id, due),
    ),
    ...region.targets.flatMap(({ id, horizon }) => dated('target', id, horizon)),
    ...figures.map(({ id, time }): Coming => ({ kind: 'indicator', id, time, when: null })),
  ]
    .filter(({ time }) => time > now && time <= end)
    .sort((a, b) => a.time - b.time || compareTexts(a.kind, b.kind) || compareTexts(a.id, b.id));
}

/** A commitment of the text that names a year, and the agreements that follow it up. */
export interface Commitment {
  readonly claim: string;
  /** decimal year by the end of which it was promised */
  readonly end: number;
  readonly passed: boolean;
  readonly followedBy: readonly string[];
}

/**
 * The commitments of the text that name a year, the earliest first.
 *
 * @param today as `2026-12-03`
 * @throws RangeError where `today` is no day
 */
export function commitmentsOn(
  {
    claims,
    agreements,
  }: {
    readonly claims: readonly {
      readonly id: string;
      readonly kind: string;
      readonly horizon?: string | undefined;
    }[];
    readonly agreements: readonly { readonly id: string; readonly claims: readonly string[] }[];
  },
  today: string,
): readonly Commitment[] {
  const now = timeOfDay(today);
  return claims
    .flatMap(({ id, kind, horizon }): readonly Commitment[] => {
      const end = kind === 'commitment' && horizon !== undefined ? endOf(horizon) : null;
      if (end === null) return [];
      const followedBy = agreements.flatMap((one) => (one.claims.includes(id) ? [one.id] : []));
      return [{ claim: id, end, passed: end <= now, followedBy }];
    })
    .sort((a, b) => a.end - b.end || compareTexts(a.claim, b.claim));
}
