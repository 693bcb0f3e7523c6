import type { Interval } from '../schema.ts';
import { clean, sideOf } from './chain-interval.ts';
import type { Fact, FactContext, Repaired, RepairsOf } from './facts-types.ts';
import type { Engine } from './logic.ts';
import { engineFor, extended, type SetLogic, setLogic, withIntervals } from './repair-engine.ts';
import type { Repair } from './types.ts';

/**
 * Repairs of a minimal set. All changes are relative to the figure of the claim: `change` 0.05 moves an end of its
 * interval by 5 % of the figure (by 0.05 where the figure is zero).
 */

/** A claim of the set with all that a change of it needs. */
export interface Part {
  readonly claim: string;
  readonly group: string;
  readonly variable: string;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
  readonly interval: Interval;
  readonly bounds: Interval;
  readonly whole: boolean;
  readonly weight: number;
}

const none: Repaired = { epsilon: null, slack: null, repairs: [], repair: [] };
/** Relative precision of what is searched for by halving. */
const precision = 1e-6;

/** What one part in one of change is measured in. */
const scaleOf = (part: Part): number => (part.value === 0 ? 1 : Math.abs(part.value));

/** An interval with each end moved outwards by so much. */
export const widened = (i: Interval, by: number): Interval => ({
  ...i,
  min: i.min === null ? null : i.min - by,
  max: i.max === null ? null : i.max + by,
});

function partsOf(fact: Fact, context: FactContext): Part[] {
  const claims = new Map(context.input.claims.map((c) => [c.id, c]));
  const variables = new Map(context.input.variables.map((v) => [v.id, v]));
  return fact.taken.flatMap(({ claim, reading }): Part[] => {
    const found = claims.get(claim);
    const read = found?.readings.find((r) => r.id === reading);
    const variable = read && variables.get(read.variable);
    if (!found || !read || !variable) return [];
    return [
      {
        claim,
        group: `${claim}#${reading}`,
        variable: read.variable,
        value: read.value,
        unit: read.unit,
        qualifier: found.qualifier,
        interval: context.intervalOf(claim, reading),
        bounds: variable.bounds,
        whole: variable.whole,
        weight: found.weight,
      },
    ];
  });
}

const possible = (engine: Engine, set: SetLogic): boolean => engine.possible(set.groups).answer !== 'no';

const possibleWith = (set: SetLogic, intervals: readonly Interval[]): boolean =>
  possible(engineFor(withIntervals(set, intervals)), set);

/** The least number in (low, high] for which it holds, to `precision`; it holds at `high`, and from some number on. */
function least(low: number, high: number, holds: (x: number) => boolean): number {
  let [no, yes] = [low, high];
  while (yes - no > precision * yes && yes - no > 1e-12) {
    const middle = (no + yes) / 2;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** How far one claim must stretch, alone, towards what the others leave. */
interface Reach {
  readonly part: Part;
  /** what its quantity can be when the others hold */
  readonly range: Interval;
  readonly side: -1 | 1;
  /** the least relative change; it may have to be a little more where an end is left out */
  readonly change: number;
  /** its interval stretched so far */
  readonly to: Interval;
}

/** The interval stretched to a number on one side. */
const stretched = (i: Interval, side: -1 | 1, to: number): Interval =>
  side === 1 ? { ...i, max: to, maxOpen: false } : { ...i, min: to, minOpen: false };

function reachOf(
  part: Part,
  at: number,
  parts: readonly Part[],
  set: SetLogic,
  engine: Engine,
): Reach | null {
  const others = set.groups.filter((g) => g !== part.group);
  const range = engine.range(part.variable, others);
  if (!range) return null;
  const intervals = parts.map((p) => p.interval);
  const works = (to: Interval): boolean => possibleWith(set, intervals.with(at, to));
  const scale = scaleOf(part);
  // Where the engine only knows an interval that surely contains the range, the range itself may lie further off.
  const side = sideOf(range, part.interval);
  const sides: readonly (-1 | 1)[] = side === 0 ? [1, -1] : [side];
  for (const s of sides) {
    const own = s === 1 ? part.interval.max : part.interval.min;
    if (own === null) continue;
    const near = side === 0 ? own : s === 1 ? range.min : range.max;
    const far = s === 1 ? range.max : range.min;
    const open = side === 0 || (s === 1 ? range.minOpen : range.maxOpen);
    if (near === null) continue;
    let target = part.whole ? (s === 1 ? Math.ceil(near) : Math.floor(near)) : near;
    if (part.whole && open && target === near) target += s;
    const step = part.whole ? 1 : scale * 1e-9;
    // An end that is left out is not enough by itself: a hair further is.
    if (open && !part.whole) target = near + s * step;
    if (!works(stretched(part.interval, s, target))) {
      let distance = Math.max(step, Math.abs(target - own) * 1e-3);
      const limit = far === null ? scale * 1e6 : Math.abs(far - near);
      let found: number | null = null;
      while (distance <= limit) {
        if (works(stretched(part.interval, s, near + s * distance))) {
          found = distance;
          break;
        }
        distance *= 2;
      }
      if (found === null) {
        if (far === null || !works(stretched(part.interval, s, far))) continue;
        found = limit;
      }
      target = near + s * least(0, found, (d) => works(stretched(part.interval, s, near + s * d)));
      if (part.whole) target = s === 1 ? Math.ceil(target) : Math.floor(target);
    }
    return {
      part,
      range,
      side: s,
      change: Math.abs(target - own) / scale,
      to: stretched(part.interval, s, target),
    };
  }
  return null;
}

/** Ends that a figure does not carry along: a rank starts at 1 and a share ends at 100 whatever the figure is. */
const fixedEnd = (end: number | null, bound: number | null): boolean => end !== null && end === bound;

/** The interval that the claim would have with another figure: in proportion, as words like `ruim` and `circa` go. */
export function moved(part: Part, figure: number): Interval {
  const { interval, value, bounds } = part;
  const proportional = value !== 0 && figure !== 0 && Math.sign(value) === Math.sign(figure);
  const move = (end: number | null, bound: number | null): number | null => {
    if (end === null || fixedEnd(end, bound)) return end;
    return clean(proportional ? (end / value) * figure : end + figure - value);
  };
  return { ...interval, min: move(interval.min, bounds.min), max: move(interval.max, bounds.max) };
}

/** Rounded away from the old figure, so that what was enough stays enough. */
function roundedTo(x: number, digits: number, side: -1 | 1): number {
  if (x === 0) return 0;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(x))) - digits + 1);
  const parts = clean(x / step);
  return clean((side === 1 ? Math.ceil(parts) : Math.floor(parts)) * step);
}

/** A figure with few digits may overshoot the least change by this part of it. */
const overshoot = 0.2;

/**
 * The figure that could stand there instead: with the fewest digits that still repair and do not overshoot the least change
 * by more than a fifth. For a plain figure it must itself be possible, since how wide it is read depends on its
 * digits; with a word such as `ruim` or `circa` it is enough that its interval reaches.
 */
function figureFor(reach: Reach, works: (to: Interval) => boolean): { value: number; to: Interval } | null {
  const { part, range, side } = reach;
  const near = (side === 1 ? reach.to.max : reach.to.min) ?? part.value;
  const own = (side === 1 ? part.interval.max : part.interval.min) ?? part.value;
  const plain = part.qualifier === 'none';
  const proportional = part.value !== 0 && own !== 0 && Math.sign(near) === Math.sign(own);
  const carried = fixedEnd(own, side === 1 ? part.bounds.max : part.bounds.min);
  const start = plain || carried ? near : proportional ? (part.value * near) / own : part.value + near - own;
  const beyond = side === 1 ? start > part.value : start < part.value;
  const first = beyond ? start : part.value;
  const allowed = Math.max(Math.abs(first - part.value) * overshoot, Math.abs(part.value) * 1e-4, 1e-9);
  const fits = (value: number): Interval | null => {
    if (part.whole && !Number.isInteger(value)) return null;
    const to = moved(part, value);
    if (sideOf(to, part.bounds) !== 0 || sideOf(to, range) !== 0) return null;
    return works(to) ? to : null;
  };
  for (let digits = 1; digits <= 12; digits += 1) {
    const value = roundedTo(
      part.whole ? (side === 1 ? Math.ceil(clean(first)) : Math.floor(clean(first))) : first,
      digits,
      side,
    );
    if (value === part.value || Math.abs(value - first) > allowed * (part.whole ? 1 + 1 / allowed : 1))
      continue;
    const to = fits(value);
    if (to) return { value, to };
  }
  return null;
}

/** eps* of a set whose relations are all linear: the least value of a quantity e in one linear programme. */
function exactEpsilon(parts: readonly Part[], set: SetLogic): number | null {
  const free: Interval = { min: null, max: null, minOpen: false, maxOpen: false };
  const wide = withIntervals(
    set,
    parts.map(() => free),
  );
  const e = { id: ' e', bounds: { ...free, min: 0 }, whole: false };
  const rows = parts.flatMap((part) => {
    const scale = scaleOf(part);
    const { min, max, minOpen, maxOpen } = part.interval;
    const low =
      min === null
        ? []
        : [
            {
              id: ` low ${part.group}`,
              constraint: {
                kind: 'linear' as const,
                terms: [
                  { of: part.variable, times: 1 },
                  { of: e.id, times: scale },
                ],
                interval: { ...free, min, minOpen },
              },
            },
          ];
    const high =
      max === null
        ? []
        : [
            {
              id: ` high ${part.group}`,
              constraint: {
                kind: 'linear' as const,
                terms: [
                  { of: part.variable, times: 1 },
                  { of: e.id, times: -scale },
                ],
                interval: { ...free, max, maxOpen },
              },
            },
          ];
    return [...low, ...high];
  });
  return engineFor(extended(wide, [e], rows)).range(e.id, set.groups)?.min ?? null;
}

/** The smallest uniform relative change of all figures that removes the conflict; null where none does. */
function epsilonOf(parts: readonly Part[], set: SetLogic, enough: number | null): number | null {
  const holds = (eps: number): boolean =>
    possibleWith(
      set,
      parts.map((p) => widened(p.interval, eps * scaleOf(p))),
    );
  if (set.linear && !parts.some((p) => p.whole)) {
    const exact = exactEpsilon(parts, set);
    // Where an end is left out, eps* itself is not enough and nothing larger is needed: the next number that is.
    if (exact !== null) return Math.max(exact, Number.EPSILON);
  }
  let high = enough ?? 1;
  while (!holds(high)) {
    if (high > 1e6) return null;
    high *= 2;
  }
  return least(0, high, holds);
}

const costOf = (reach: Reach): number => reach.part.weight * reach.change;

/** `audit` asks this of every fact: eps*, the room left, the change of each single claim, and the least change of all. */
export const repairs: RepairsOf = (fact, context) => {
  if (fact.kind === 'dominance') return dominated(fact, context);
  if (!fact.core) return none;
  const parts = partsOf(fact, context);
  const set = setLogic(fact, context);
  if (fact.kind === 'near') return { ...none, slack: slackOf(parts, set) };
  const engine = engineFor(set.logic);
  // Where a claim clashes only when read as its figure and no more, there is no set of intervals to repair.
  if (possible(engine, set)) return dominated(fact, context);
  const reaches = parts.flatMap((part, at) => reachOf(part, at, parts, set, engine) ?? []);
  const enough = reaches.length > 0 ? Math.min(...reaches.map((r) => r.change)) : null;
  const epsilon = epsilonOf(parts, set, enough);
  const best = reaches.reduce<Reach | null>((a, b) => (a && costOf(a) <= costOf(b) ? a : b), null);
  return {
    epsilon,
    slack: epsilon === null ? null : -epsilon,
    repairs: reaches.flatMap((reach) => singleRepair(reach, parts, set)),
    repair: best ? [{ claim: best.part.claim, from: best.part.interval, to: best.to }] : [],
  };
};

function singleRepair(reach: Reach, parts: readonly Part[], set: SetLogic): Repair[] {
  const { part } = reach;
  const at = parts.indexOf(part);
  const intervals = parts.map((p) => p.interval);
  // One relation at a time decides exactly where all are linear; else the engine is asked.
  const works = (to: Interval) => set.linear || possibleWith(set, intervals.with(at, to));
  const figure = figureFor(reach, works);
  if (!figure) return [];
  return [
    {
      claim: part.claim,
      from: part.interval,
      to: figure.to,
      value: figure.value,
      instead: part.value,
      unit: part.unit,
      change: Math.abs(figure.value - part.value) / scaleOf(part),
    },
  ];
}

/** The room of a set that just fits: how far all its intervals could shrink towards their figures before it breaks. */
function slackOf(parts: readonly Part[], set: SetLogic): number | null {
  const breaks = (part: number): boolean =>
    !possibleWith(
      set,
      parts.map((p) => narrowed(p, part)),
    );
  if (!breaks(1)) return breaks(1 - 1e-9) ? 1 : null;
  return least(0, 1, breaks);
}

/** The interval shrunk towards the figure by this part of the way; an end that is not there stays away. */
export function narrowed(part: Part, by: number): Interval {
  const { min, max } = part.interval;
  const towards = (end: number | null) => (end === null ? null : end + (part.value - end) * by);
  const closes = by >= 1;
  return {
    min: min !== null && min < part.value ? towards(min) : min,
    max: max !== null && max > part.value ? towards(max) : max,
    minOpen: part.interval.minOpen && !closes,
    maxOpen: part.interval.maxOpen && !closes,
  };
}

/** What would make a claim that is moot say something again: the figure that the rest demands. */
function dominated(fact: Fact, context: FactContext): Repaired {
  const { demands } = fact;
  const claim = demands && context.input.claims.find((c) => c.id === demands.claim);
  const taken = fact.taken.find((t) => t.claim === demands?.claim);
  const reading = claim?.readings.find((r) => r.id === taken?.reading) ?? claim?.readings[0];
  if (!demands || !reading) return none;
  const raised = demands.demanded.min !== null && demands.stated.max === null;
  const end = raised ? demands.demanded.min : demands.demanded.max;
  if (end === null) return none;
  const value = roundedTo(end, 3, raised ? 1 : -1);
  const repair: Repair = {
    claim: demands.claim,
    from: demands.stated,
    to: demands.demanded,
    value,
    instead: reading.value,
    unit: reading.unit,
    change: reading.value === 0 ? Math.abs(value) : Math.abs(value / reading.value - 1),
  };
  return { epsilon: null, slack: null, repairs: [repair], repair: [] };
}
