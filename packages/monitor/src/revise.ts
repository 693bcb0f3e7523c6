import type { Fact, FactKey, Revision } from './facts.ts';

/**
 * Whether two facts of one key say the same. What only tells how a figure was written (decimals, the office's own sign of its state,
 * the text on where it comes from) is no part of it: one way of fetching a table gives it and another does not.
 */
export const sameFact = (a: Fact, b: Fact): boolean => sameFigure(a, b) && sameWords(a, b);

const sameFigure = (a: Fact, b: Fact): boolean =>
  a.value === b.value && a.state === b.state && a.unit === b.unit;

const sameWords = (a: Fact, b: Fact): boolean => a.standing === b.standing && a.note === b.note;

/** The fact, or null where it says that there is none any more. */
const stands = (fact: Fact | null): Fact | null => (fact?.state === 'withdrawn' ? null : fact);

/**
 * What changed between two versions of a figure; a withdrawn one counts as none.
 *
 * @param key of the figure
 * @param before null where it was not known
 * @param after null where it is no longer known
 * @returns null where both say the same
 */
export function revisionOf(
  { series, area, period }: FactKey,
  before: Fact | null,
  after: Fact | null,
): Revision | null {
  const [old, now] = [stands(before), stands(after)];
  if (old === null && now === null) return null;
  const common = { series, area, period, before: old, after: now };
  if (old === null) return { ...common, kind: 'added' };
  if (now === null) return { ...common, kind: 'withdrawn' };
  if (!sameFigure(old, now)) return { ...common, kind: 'changed' };
  return sameWords(old, now) ? null : { ...common, kind: 'standing' };
}
