import { comparePeriods } from '@schaalsprong/agenda';
import type { Fact } from '../facts.ts';

/** How many figures on either side a figure is laid beside. */
const beside = 2;
/** A count below this many times the largest jump leaps about by itself: 3 homes one year and 45 the next. */
const smallCount = 10;

/** A figure that lies too far from the ones beside it. */
export interface Jump {
  readonly fact: Fact;
  readonly neighbour: Fact;
  /** the larger over the smaller */
  readonly times: number;
}

/** Periods are comparable where they are written alike: a month is not laid beside a year. */
const shapeOf = (period: string): string => period.replace(/\d/g, '0');

const byTime = (a: Fact, b: Fact): number => comparePeriods(a.period, b.period);

/**
 * The figures of one series in one area that jump: more than `most` times a figure beside them, or less than that part of it. A
 * figure that stood before under the same key is what it is laid beside; else the nearest two on either side that stood; else the
 * nearest two that came with it. It must jump against more than half of those, so that one wrong figure does not make its
 * neighbours suspect. Nothing is said where a figure is zero or changes sign.
 *
 * @param given figures that came, of one series and area
 * @param stood figures that stand, of the same; of the same source before those of others
 * @param most how many times is too many
 * @param isCount whether the unit counts things, so that small figures leap about by themselves
 */
export function jumpsIn(
  given: readonly Fact[],
  stood: readonly Fact[],
  most: number,
  isCount: boolean,
): readonly Jump[] {
  const before = new Map(stood.toReversed().map((fact) => [fact.period, fact]));
  const known = [...before.values()].sort(byTime);
  const fresh = given.filter(({ value }) => value !== null && value !== 0);
  const came = fresh.toSorted(byTime);
  return fresh.flatMap((fact): Jump[] => {
    const old = before.get(fact.period);
    if (old !== undefined && old.value === fact.value && old.unit === fact.unit) return [];
    const others = laidBeside(fact, old, known, came);
    const jumps = others
      .map((neighbour) => ({
        fact,
        neighbour,
        times: ratio(fact, neighbour, isCount ? smallCount * most : 0),
      }))
      .filter(({ times }) => times > most);
    const [worst] = jumps.toSorted((a, b) => b.times - a.times);
    return worst !== undefined && jumps.length * 2 > others.length ? [worst] : [];
  });
}

function laidBeside(
  fact: Fact,
  old: Fact | undefined,
  known: readonly Fact[],
  came: readonly Fact[],
): readonly Fact[] {
  const isLike = (other: Fact): boolean =>
    other.unit === fact.unit &&
    other.value !== null &&
    Math.sign(other.value) === Math.sign(fact.value ?? 0) &&
    shapeOf(other.period) === shapeOf(fact.period);
  if (old !== undefined && isLike(old)) return [old];
  const near = (facts: readonly Fact[]): readonly Fact[] => {
    const alike = facts.filter((other) => other.period !== fact.period && isLike(other));
    const after = alike.findIndex((other) => byTime(other, fact) > 0);
    const at = after < 0 ? alike.length : after;
    return alike.slice(Math.max(0, at - beside), at + beside);
  };
  const trusted = near(known);
  return trusted.length > 0 ? trusted : near(came);
}

function ratio(a: Fact, b: Fact, least: number): number {
  const [x, y] = [Math.abs(a.value ?? 0), Math.abs(b.value ?? 0)];
  const [large, small] = [Math.max(x, y), Math.min(x, y)];
  return small === 0 || large < least ? 1 : large / small;
}
