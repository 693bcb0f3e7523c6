import type { Interval } from '@schaalsprong/words';

/**
 * Arithmetic on intervals with open and missing ends. Every result surely contains what can come out; where both ends
 * are attained it is exactly that. Ends are kept to twelve digits, so that 0.1 + 0.2 meets 0.3.
 */

/** One end: the number it is at (infinite where there is none), and whether it is left out. */
interface End {
  readonly at: number;
  readonly open: boolean;
}

/** A number free of the noise of binary fractions. */
export const clean = (x: number): number => (Number.isFinite(x) ? Number(x.toPrecision(12)) : x);

const low = (i: Interval): End => ({ at: i.min ?? Number.NEGATIVE_INFINITY, open: i.minOpen });
const high = (i: Interval): End => ({ at: i.max ?? Number.POSITIVE_INFINITY, open: i.maxOpen });

function between(min: End, max: End): Interval {
  const bottom = Number.isFinite(min.at) ? clean(min.at) : null;
  const top = Number.isFinite(max.at) ? clean(max.at) : null;
  return {
    min: bottom,
    max: top,
    minOpen: bottom !== null && min.open,
    maxOpen: top !== null && max.open,
  };
}

export const exactly = (x: number): Interval => ({ min: x, max: x, minOpen: false, maxOpen: false });
export const everything: Interval = { min: null, max: null, minOpen: false, maxOpen: false };

export const add = (a: Interval, b: Interval): Interval =>
  between(
    { at: low(a).at + low(b).at, open: low(a).open || low(b).open },
    { at: high(a).at + high(b).at, open: high(a).open || high(b).open },
  );

/** `factor` x the interval; a factor of zero gives zero. */
export function times(a: Interval, factor: number): Interval {
  if (factor === 0) return exactly(0);
  const [from, to] = factor > 0 ? [low(a), high(a)] : [high(a), low(a)];
  return between({ at: from.at * factor, open: from.open }, { at: to.at * factor, open: to.open });
}

/** The hull of a set of ends; of equal ends the closed one counts, since it is attained. */
function hull(ends: readonly End[]): Interval {
  const least = Math.min(...ends.map((e) => e.at));
  const most = Math.max(...ends.map((e) => e.at));
  const openAt = (at: number) => ends.filter((e) => e.at === at).every((e) => e.open);
  return between({ at: least, open: openAt(least) }, { at: most, open: openAt(most) });
}

export function multiply(a: Interval, b: Interval): Interval {
  const corner = (x: End, y: End): End =>
    // Zero times anything is zero, and is reached however far the other runs.
    x.at === 0 || y.at === 0
      ? { at: 0, open: (x.at === 0 ? x.open : false) || (y.at === 0 ? y.open : false) }
      : { at: x.at * y.at, open: x.open || y.open };
  return hull([
    corner(low(a), low(b)),
    corner(low(a), high(b)),
    corner(high(a), low(b)),
    corner(high(a), high(b)),
  ]);
}

/** a / b; everything where b may be zero in its inside, and up to infinity where it may come near it. */
export function divide(a: Interval, b: Interval): Interval {
  const { at: from, open: fromOpen } = low(b);
  const { at: to, open: toOpen } = high(b);
  if (from < 0 && to > 0) return everything;
  if ((from === 0 && to === 0) || (from === 0 && to < 0)) return everything;
  const one = (end: End, other: number): End => {
    if (end.at === 0)
      return { at: other > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY, open: true };
    if (!Number.isFinite(end.at)) return { at: 0, open: true };
    return { at: 1 / end.at, open: end.open };
  };
  const ends = [one({ at: from, open: fromOpen }, to), one({ at: to, open: toOpen }, from)] as const;
  return multiply(a, hull(ends));
}

/** Intersection; empty where they are disjoint (see `isEmpty`). */
export function intersect(a: Interval, b: Interval): Interval {
  const [la, lb, ha, hb] = [low(a), low(b), high(a), high(b)];
  const min = la.at > lb.at ? la : lb.at > la.at ? lb : { at: la.at, open: la.open || lb.open };
  const max = ha.at < hb.at ? ha : hb.at < ha.at ? hb : { at: ha.at, open: ha.open || hb.open };
  return between(min, max);
}

/** Position of a relative to b: 1 above, -1 below, 0 where they intersect. Touching at an open end is no intersection. */
export function sideOf(a: Interval, b: Interval): -1 | 0 | 1 {
  if (a.min !== null && b.max !== null && (a.min > b.max || (a.min === b.max && (a.minOpen || b.maxOpen))))
    return 1;
  if (a.max !== null && b.min !== null && (a.max < b.min || (a.max === b.min && (a.maxOpen || b.minOpen))))
    return -1;
  return 0;
}

/** True where a has no end at all. */
export const isEverything = (a: Interval): boolean => a.min === null && a.max === null;
