import { at, type Interval } from '@schaalsprong/words';
import type { Fact, FactContext, Repaired, RepairsOf } from '../facts/facts-types.ts';
import type { Repair } from '../types.ts';
import { type Link, linksOf } from './chain.ts';
import { clean, exactly, sideOf } from './chain-interval.ts';
import { engineFor, setLogic, withIntervals } from './repair-engine.ts';
import { type Answer, type Give, leastChange } from './repair-search.ts';

/**
 * Repairs of a minimal set. All changes are relative to the figure of the claim: `change` 0.05 moves an end of its
 * interval by 5 % of the figure (by 0.05 where the figure is zero).
 */

/** A claim of the set with all that a change of it needs. */
export interface Part {
  readonly claim: string;
  readonly variable: string;
  readonly value: number;
  readonly unit: string;
  readonly qualifier: string;
  readonly interval: Interval;
  readonly bounds: Interval;
  readonly whole: boolean;
  readonly weight: number;
}

/** A minimal unsatisfiable subset as input of the search. */
export interface SetOfParts {
  readonly parts: readonly Part[];
  readonly links: readonly Link[];
  readonly bounds: ReadonlyMap<string, Interval>;
  readonly figures: ReadonlyMap<string, number>;
  /** true where some end is left out: then meeting it is not enough */
  readonly strict: boolean;
  /** true where no product of two unknowns is in it: then numbers come out as decimals */
  readonly linear: boolean;
}

const none: Repaired = { epsilon: null, slack: null, repairs: [], repair: [] };
/** What a hair is, relative to the figure: a step over an end that is left out. */
const hair = 1e-9;

/** What a change of one is measured in. */
export const scaleOf = (part: Pick<Part, 'value'>): number => (part.value === 0 ? 1 : Math.abs(part.value));

/** An interval with each end moved outwards by so much. */
export const widened = (i: Interval, by: number): Interval => ({
  ...i,
  min: i.min === null ? null : i.min - by,
  max: i.max === null ? null : i.max + by,
});

export function setOf(fact: Fact, context: FactContext): SetOfParts {
  const claims = new Map(context.input.claims.map((c) => [c.id, c]));
  const variables = new Map(context.input.variables.map((v) => [v.id, v]));
  const parts = fact.taken.flatMap(({ claim, reading }): Part[] => {
    const found = claims.get(claim);
    const read = found?.readings.find((r) => r.id === reading);
    const variable = read && variables.get(read.variable);
    if (!found || !read || !variable) return [];
    return [
      {
        claim,
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
  const links = linksOf(context.input, fact.relations, fact.assumptions);
  return {
    parts,
    links,
    bounds: new Map(context.input.variables.map((v) => [v.id, v.bounds])),
    figures: new Map(parts.map((p) => [p.variable, p.value])),
    strict:
      parts.some((p) => p.interval.minOpen || p.interval.maxOpen) ||
      links.some(({ constraint: c }) => c.kind === 'linear' && (c.interval.minOpen || c.interval.maxOpen)),
    linear: links.every((l) => l.constraint.kind === 'linear'),
  };
}

/** A claim of a repair query; `change` is null where it is fixed. */
const give = (part: Part, interval: Interval, change: number | null): Give => ({
  variable: part.variable,
  min: interval.min,
  max: interval.max,
  change,
  down: scaleOf(part),
  up: scaleOf(part),
});

const ask = (
  set: SetOfParts,
  gives: readonly Give[],
  costs: readonly number[],
  figures: ReadonlyMap<string, number> = set.figures,
): Answer | null => leastChange({ gives, costs, links: set.links, bounds: set.bounds, figures });

/** How far one claim must stretch, alone, and to where. */
export interface Reach {
  readonly part: Part;
  readonly at: number;
  readonly side: -1 | 1;
  readonly change: number;
  /** its interval stretched just so far */
  readonly to: Interval;
  /** true where the end that moved is a decimal and not a rounding of one without end */
  readonly exact: boolean;
  readonly point: ReadonlyMap<string, number>;
}

/**
 * The end that a search found, on the safe side. What is a decimal but for the noise of doubles is that decimal; else the ninth
 * digit goes outwards.
 */
function safe(
  x: number,
  side: -1 | 1,
  set: SetOfParts,
  scale: number,
  strict: boolean,
): { end: number; exact: boolean } {
  const plain = Number(x.toPrecision(10));
  // Products rarely come out as short decimals by chance.
  const short = Number(x.toPrecision(7)) === plain;
  const exact = (set.linear || short) && Math.abs(plain - x) <= 1e-11 * Math.abs(x);
  const end = exact ? plain : roundedTo(x + side * 1e-11 * scale, 9, side);
  return { end: strict ? end + side * hair * scale : end, exact: exact && !strict };
}

/** True where a point only works when something that it touches is left out: an open end, or a quantity at zero. */
function touchesOpen(set: SetOfParts, point: ReadonlyMap<string, number>): boolean {
  if (set.strict) return true;
  const most = Math.max(...[...point.values()].map(Math.abs));
  return [...point].some(([variable, x]) => {
    const bounds = set.bounds.get(variable);
    if (!bounds || set.figures.has(variable)) return false;
    const at = (end: number | null, open: boolean) =>
      open && end !== null && Math.abs(x - end) <= 1e-6 * most;
    return at(bounds.min, bounds.minOpen) || at(bounds.max, bounds.maxOpen);
  });
}

const stretched = (i: Interval, side: -1 | 1, to: number): Interval =>
  side === 1 ? { ...i, max: to, maxOpen: false } : { ...i, min: to, minOpen: false };

/** An interval relaxed by a change on the side where the value is outside it. */
function stretch(
  part: Part,
  change: number,
  point: ReadonlyMap<string, number>,
  set: SetOfParts,
): { to: Interval; side: -1 | 1; exact: boolean } {
  const value = point.get(part.variable) ?? part.value;
  const { min, max } = part.interval;
  const above = max === null ? Number.NEGATIVE_INFINITY : value - max;
  const below = min === null ? Number.NEGATIVE_INFINITY : min - value;
  const side = above >= below ? 1 : -1;
  const own = (side === 1 ? max : min) ?? value;
  const strict = touchesOpen(set, point);
  const { end, exact } = safe(own + side * change * scaleOf(part), side, set, scaleOf(part), strict);
  const whole = side === 1 ? Math.ceil(clean(end)) : Math.floor(clean(end));
  return { to: stretched(part.interval, side, part.whole ? whole : end), side, exact };
}

/** The smallest relaxation of one claim that makes the set satisfiable with the others fixed; null where there is none. */
export function reachOf(set: SetOfParts, at: number): Reach | null {
  const part = set.parts[at];
  if (!part) return null;
  const answer = ask(
    set,
    set.parts.map((p, i) => give(p, p.interval, i === at ? 0 : null)),
    [1],
  );
  const [change = 0] = answer?.changes ?? [];
  if (!answer) return null;
  const { to, side, exact } = stretch(part, change, answer.point, set);
  if (sideOf(to, part.bounds) !== 0) return null;
  return { part, at, side, change, to, exact, point: answer.point };
}

/** The smallest uniform relative change of all figures that makes the set possible; null where none does. */
export function epsilonOf(fact: Fact, context: FactContext, set: SetOfParts): number | null {
  const answer = ask(
    set,
    set.parts.map((p) => give(p, p.interval, 0)),
    [1],
  );
  if (answer) return Math.max(hair, answer.cost) * (set.linear && !set.strict ? 1 : 1 + hair);
  return epsilonByHalving(fact, context, set);
}

/** The same by asking the engine again and again: slow, for sets on which the search finds no foothold. */
export function epsilonByHalving(fact: Fact, context: FactContext, set: SetOfParts): number | null {
  const logic = setLogic(fact, context);
  const holds = (eps: number): boolean => {
    const wide = set.parts.map((p) => widened(p.interval, eps * scaleOf(p)));
    return engineFor(withIntervals(logic, wide)).possible(logic.groups).answer !== 'no';
  };
  let [low, high] = [0, 1];
  while (!holds(high)) {
    if (high > 1e6) return null;
    [low, high] = [high, high * 2];
  }
  while (high - low > 1e-6 * high && high > 1e-12) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Ends that do not move with the figure: a rank starts at 1 and a share ends at 100 regardless. */
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
const overshoot = 0.05;

/**
 * The figure that could be there instead: with the fewest digits that still repair and do not overshoot the least change
 * by more than a twentieth. For a plain figure it must itself be possible, since how wide it is read depends on its
 * digits; with a word such as `ruim` or `circa` it is enough that its interval reaches.
 */
export function figureFor(
  reach: Reach,
  works: (to: Interval) => boolean,
): { value: number; to: Interval } | null {
  const { part, side } = reach;
  const near = (side === 1 ? reach.to.max : reach.to.min) ?? part.value;
  const own = (side === 1 ? part.interval.max : part.interval.min) ?? part.value;
  const plain = part.qualifier === 'none';
  const proportional = part.value !== 0 && own !== 0 && Math.sign(near) === Math.sign(own);
  const carried = fixedEnd(own, side === 1 ? part.bounds.max : part.bounds.min);
  const start = plain || carried ? near : proportional ? (part.value * near) / own : part.value + near - own;
  const beyond = side === 1 ? start > part.value : start < part.value;
  const needed = beyond ? start : part.value;
  const first = part.whole ? (side === 1 ? Math.ceil(clean(needed)) : Math.floor(clean(needed))) : needed;
  const allowed = Math.max(Math.abs(first - part.value) * overshoot, Math.abs(part.value) * 1e-4, hair);
  for (let digits = 1; digits <= 12; digits += 1) {
    const value = roundedTo(first, digits, side);
    if (value === part.value || Math.abs(value - first) > allowed) continue;
    const to = moved(part, value);
    if (sideOf(to, part.bounds) !== 0 || sideOf(exactly(value), part.bounds) !== 0) continue;
    const fits = (figure: number) => works(plain ? exactly(figure) : moved(part, figure));
    // A search in doubles takes a number for possible that is a rounding away from it: a little further must do too.
    const short = reach.exact && value === near;
    if (fits(value) && (short || part.whole || fits(value + side * 1e-6 * Math.abs(value)))) {
      return { value, to };
    }
  }
  return null;
}

const costOf = (reach: Reach): number => reach.part.weight * reach.change;

/**
 * The least change overall, weighted: that of one claim, or of several together where that is clearly less. Where the relations
 * bend it is the least near the best single change.
 */
export function leastRepair(set: SetOfParts, reaches: readonly Reach[]): Repaired['repair'] {
  const best = reaches.reduce<Reach | null>((a, b) => (a && costOf(a) <= costOf(b) ? a : b), null);
  const single = best ? [{ claim: best.part.claim, from: best.part.interval, to: best.to }] : [];
  const together = ask(
    set,
    set.parts.map((p, i) => give(p, p.interval, i)),
    set.parts.map((p) => p.weight),
    best?.point ?? set.figures,
  );
  // Less than a thousandth is no reason to touch two figures instead of one.
  if (!together || (best && together.cost >= costOf(best) * 0.999)) return single;
  return set.parts.flatMap((part, i) => {
    const change = at(together.changes, i);
    if (change <= hair) return [];
    return [{ claim: part.claim, from: part.interval, to: stretch(part, change, together.point, set).to }];
  });
}

/**
 * `audit` computes this for every fact: eps*, the room left, the change of each single claim, and the least change of all.
 * eps* is that of the set itself; the changes repair its variants too.
 */
export const repairs: RepairsOf = (fact, context, variants = []) => {
  if (fact.kind === 'dominance') return dominated(fact, context);
  if (!fact.core) return none;
  const set = setOf(fact, context);
  if (fact.kind === 'near') return { ...none, slack: slackOf(set) };
  const epsilon = epsilonOf(fact, context, set);
  // Where a claim clashes only when read as its figure and no more, there is no set of intervals to repair.
  if (fact.demands && !set.strict && (epsilon === null || epsilon <= hair * 2))
    return dominated(fact, context);
  const whole = variants.length > 0 ? setOf(withVariants(fact, variants), context) : set;
  const mended = repairsOf(whole);
  const { repairs: singles, repair } = mended.repair.length > 0 ? mended : repairsOf(set);
  return { epsilon, slack: epsilon === null ? null : -epsilon, repairs: singles, repair };
};

function repairsOf(set: SetOfParts): Pick<Repaired, 'repairs' | 'repair'> {
  const reaches = set.parts.flatMap((_, at) => reachOf(set, at) ?? []);
  return {
    repairs: reaches.flatMap((reach) => singleRepair(reach, set)),
    repair: leastRepair(set, reaches),
  };
}

/**
 * A fact and those that tell the same by another route, as one set: what repairs the one and leaves the other is no
 * repair. A variant that reads a claim otherwise is left out.
 */
function withVariants(fact: Fact, variants: readonly Fact[]): Fact {
  const taken = new Map(fact.taken.map((t) => [t.claim, t.reading]));
  const relations = new Set(fact.relations);
  const assumptions = new Set(fact.assumptions);
  for (const variant of variants) {
    if (variant.taken.some((t) => (taken.get(t.claim) ?? t.reading) !== t.reading)) continue;
    for (const t of variant.taken) taken.set(t.claim, t.reading);
    for (const id of variant.relations) relations.add(id);
    for (const id of variant.assumptions) assumptions.add(id);
  }
  return {
    ...fact,
    taken: [...taken].map(([claim, reading]) => ({ claim, reading })),
    relations: [...relations],
    assumptions: [...assumptions],
  };
}

function singleRepair(reach: Reach, set: SetOfParts): Repair[] {
  const { part, at } = reach;
  const works = (to: Interval): boolean =>
    ask(
      set,
      set.parts.map((p, i) => give(p, i === at ? to : p.interval, null)),
      [],
      reach.point,
    ) !== null;
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
function slackOf(set: SetOfParts): number | null {
  const gives = set.parts.map((part): Give => {
    const { min, max } = part.interval;
    const { value, variable } = part;
    // A change of one keeps the ends; a change of zero collapses them to the figure.
    const low = min === null ? null : Math.max(min, Math.min(value, max ?? value));
    const high = max === null ? null : Math.min(max, Math.max(value, min ?? value));
    return {
      variable,
      min: low,
      max: high,
      change: 0,
      down: min === null || low === null ? 0 : low - min,
      up: max === null || high === null ? 0 : max - high,
    };
  });
  const answer = ask(set, gives, [1]);
  return answer && answer.cost <= 1 ? 1 - answer.cost : null;
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
