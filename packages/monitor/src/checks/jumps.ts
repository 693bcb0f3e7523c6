import { periodEnd } from '@schaalsprong/agenda/periods';
import { at } from '@schaalsprong/words';
import type { Fact } from '../facts.ts';

/** How many figures on either side a figure is compared with. */
const beside = 2;
/** A count below this many times the largest jump leaps about by itself: 3 homes one year and 45 the next. */
const smallCount = 10;

/** A figure that is a number other than zero. */
type Valued = Fact & { readonly value: number };
const isValued = (fact: Fact): fact is Valued => fact.value !== null && fact.value !== 0;

/** A figure that lies too far from the ones beside it. */
export interface Jump {
  readonly fact: Valued;
  readonly neighbour: Valued;
  /** the larger over the smaller */
  readonly times: number;
}

/** A figure with its place in time. */
interface Placed {
  readonly fact: Valued;
  readonly time: number;
}

/** Figures that can be compared with each other: of one unit, one sign, and periods that are written alike (a month is no year). */
const kindOf = ({ unit, value, period }: Valued): string =>
  `${unit}\n${Math.sign(value)}\n${period.replace(/\d/g, '0')}`;

/** Figures that are not zero, by kind and then by time. */
function placed(facts: Iterable<Fact>): ReadonlyMap<string, readonly Placed[]> {
  const kinds = new Map<string, Placed[]>();
  for (const fact of facts) {
    if (!isValued(fact)) continue;
    const kind = kindOf(fact);
    const alike = kinds.get(kind) ?? [];
    alike.push({ fact, time: periodEnd(fact.period) });
    kinds.set(kind, alike);
  }
  for (const alike of kinds.values()) alike.sort((a, b) => a.time - b.time);
  return kinds;
}

/** The nearest on either side of a moment, that of the moment itself left out. */
function near(alike: readonly Placed[], { time, fact }: Placed): readonly Valued[] {
  let low = 0;
  let high = alike.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(alike, middle).time < time) low = middle + 1;
    else high = middle;
  }
  const around = alike.slice(Math.max(0, low - beside), low + beside + 1);
  const others = around.filter((one) => one.fact.period !== fact.period);
  const after = others.filter((one) => one.time >= time).slice(0, beside);
  return [...others.filter((one) => one.time < time), ...after].map((one) => one.fact);
}

/**
 * The figures of one series in one area that jump: more than `most` times a figure beside them, or less than that part of it. A
 * figure that stood before under the same key is what it is compared with; else the nearest two on either side that stood; else the
 * nearest two that came with it. It must jump against more than half of those, so that one wrong figure does not make its
 * neighbours suspect. Nothing is said where a figure is zero or changes sign.
 *
 * @param given figures that came, of one series and area
 * @param stood current figures, of the same; of the same source before those of others
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
  const known = placed(before.values());
  const least = isCount ? smallCount * most : 0;
  return [...placed(given)].flatMap(([kind, came]) => {
    const trusted = known.get(kind) ?? [];
    return came.flatMap((one): Jump[] => {
      const { fact } = one;
      const old = before.get(fact.period);
      if (old !== undefined && old.value === fact.value && old.unit === fact.unit) return [];
      const others =
        old !== undefined && isValued(old) && kindOf(old) === kind
          ? [old]
          : near(trusted.length > 0 ? trusted : came, one);
      const jumps = others
        .map((neighbour) => ({ fact, neighbour, times: ratio(fact, neighbour, least) }))
        .filter(({ times }) => times > most);
      if (jumps.length * 2 <= others.length) return [];
      const [worst] = jumps.toSorted((a, b) => b.times - a.times);
      return worst === undefined ? [] : [worst];
    });
  });
}

function ratio(a: Valued, b: Valued, least: number): number {
  const [x, y] = [Math.abs(a.value), Math.abs(b.value)];
  const [large, small] = [Math.max(x, y), Math.min(x, y)];
  return large < least ? 1 : large / small;
}
