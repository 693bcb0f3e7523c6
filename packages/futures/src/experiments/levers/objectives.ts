import type { Region, Target } from '@schaalsprong/agenda';
import { FuturesError, type FuturesProblem } from '@schaalsprong/methods/problems';
import { meanOf, policyOutcomes, robustness } from '@schaalsprong/methods/robustness';
import { at, nearest, type Text, Unreachable } from '@schaalsprong/words';
import { countMet, type Modelled } from '../../assess/projection/modelled.ts';
import { leverProblems as problems } from './problems.ts';

/**
 * How an outcome over all futures becomes one number: in how many futures the target is met, how far it is reached on average, or a
 * robustness metric that needs no other policy.
 */
export const functionals = ['met', 'reached', 'maximin', 'laplace', 'mean-variance', 'percentile'] as const;
export type Functional = (typeof functionals)[number];
/** Those that have no unit, so that they can be averaged over the targets of a pillar. */
export const pillarFunctionals = ['met', 'reached'] as const;
export type PillarFunctional = (typeof pillarFunctionals)[number];

/** What a search of a region makes better. */
export type RobustObjective =
  | {
      readonly kind: 'target';
      readonly target: string;
      readonly functional: Functional;
      readonly epsilon: number | null;
    }
  /**
   * Over the targets of a pillar (all where null): how many are met on average over the futures, or how far they are reached on average.
   */
  | {
      readonly kind: 'pillar';
      readonly pillar: string | null;
      readonly functional: PillarFunctional;
      readonly epsilon: number | null;
    }
  /** How much is done of all that the agenda asks: 1 is as much as the agenda. */
  | { readonly kind: 'effort'; readonly epsilon: number | null }
  /** What it costs, over the measures of which that is known. */
  | { readonly kind: 'cost'; readonly epsilon: number | null };

/** A line that a package must not cross. */
export type RedLine =
  /** The target is met in at least so many futures. */
  | { readonly kind: 'met'; readonly target: string; readonly count: number }
  /** In no future the outcome is worse than this, in the unit of the target. */
  | { readonly kind: 'never'; readonly target: string; readonly limit: number };

/**
 * Where no objectives are asked: how far each pillar is reached, and how much must be done for it. Not how many targets are met: that
 * sees no difference between a target that is nearly met and one that is given up.
 */
export function usualObjectives(
  region: Pick<Region, 'nodes'>,
  modelled: readonly Modelled[],
): readonly RobustObjective[] {
  const pillars = region.nodes
    .map(({ id }) => String(id))
    .filter((id) => modelled.some(({ target }) => target.pillar === id && target.value !== null));
  return [
    ...pillars.map(
      (pillar): RobustObjective => ({
        kind: 'pillar',
        pillar,
        functional: 'reached',
        epsilon: null,
      }),
    ),
    { kind: 'effort', epsilon: null },
  ];
}

const example = 'homes-2030:percentile:500';

/**
 * Reads objectives as a user writes them: `TARGET:METRIC[:EPSILON]`, `PILLAR:METRIC[:EPSILON]`, `all:METRIC[:EPSILON]`, `effort[:EPSILON]`,
 * `cost[:EPSILON]`.
 *
 * @param modelled the targets of which the model speaks
 * @throws FuturesError with every fault, each with near names
 */
export function readObjectives(
  texts: readonly string[],
  region: Pick<Region, 'nodes'>,
  modelled: readonly Modelled[],
): readonly RobustObjective[] {
  const found: FuturesProblem[] = [];
  const targets = computed(modelled);
  const pillars = [...new Set(modelled.map(({ target }) => String(target.pillar)))];
  const objectives = texts.flatMap((text): RobustObjective[] => {
    const path = `objectives: ${text}`;
    const [subject = '', ...rest] = text.split(':').map((part) => part.trim());
    const plain = subject === 'effort' || subject === 'cost';
    const [metric = 'met', width] = plain ? [undefined, ...rest] : rest;
    const epsilon = width === undefined ? null : Number(width);
    if (rest.length > (plain ? 1 : 2) || (epsilon !== null && !(epsilon > 0 && Number.isFinite(epsilon)))) {
      found.push(problems.form(path, text, example));
      return [];
    }
    if (plain) return [{ kind: subject, epsilon }];
    if (subject === 'all' || pillars.includes(subject)) {
      const functional = pillarFunctionals.find((one) => one === metric);
      if (functional !== undefined) {
        return [{ kind: 'pillar', pillar: subject === 'all' ? null : subject, functional, epsilon }];
      }
      found.push(problems.metric(path, metric, nearest(metric, pillarFunctionals), pillarFunctionals));
      return [];
    }
    const functional = functionals.find((one) => one === metric);
    if (functional === undefined) {
      found.push(problems.metric(path, metric, nearest(metric, functionals), functionals));
    }
    found.push(
      ...targetFaults(path, subject, region, modelled, [...targets, ...pillars, 'all', 'effort', 'cost']),
    );
    return functional === undefined ? [] : [{ kind: 'target', target: subject, functional, epsilon }];
  });
  if (found.length > 0) throw new FuturesError(found);
  return objectives;
}

/**
 * Reads red lines as a user writes them: `TARGET:COUNT` for what must be met in so many futures, `TARGET:LIMIT` for what may never be
 * worse.
 *
 * @throws FuturesError with every fault
 */
export function readRedLines(
  keep: readonly string[],
  never: readonly string[],
  futures: number,
  region: Pick<Region, 'nodes'>,
  modelled: readonly Modelled[],
): readonly RedLine[] {
  const found: FuturesProblem[] = [];
  const read = (texts: readonly string[], option: string, shown: string) =>
    texts.flatMap((text) => {
      const path = `${option}: ${text}`;
      const [target = '', amount, ...more] = text.split(':').map((part) => part.trim());
      const number = amount === undefined || amount === '' ? Number.NaN : Number(amount);
      if (more.length > 0 || !Number.isFinite(number)) {
        found.push(problems.form(path, text, shown));
        return [];
      }
      found.push(...targetFaults(path, target, region, modelled, computed(modelled)));
      return [{ target, number, path }];
    });
  const lines: RedLine[] = [
    ...read(keep, 'keep', 'homes-2030:150').map(({ target, number, path }): RedLine => {
      if (!(Number.isInteger(number) && number >= 1 && number <= futures)) {
        found.push(problems.keep(path, number, futures));
      }
      return { kind: 'met', target, count: number };
    }),
    ...read(never, 'never', 'grid-capacity-2030:80').map(
      ({ target, number }): RedLine => ({ kind: 'never', target, limit: number }),
    ),
  ];
  if (found.length > 0) throw new FuturesError(found);
  return lines;
}

const computed = (modelled: readonly Modelled[]): string[] =>
  modelled.flatMap(({ target }) => (target.value === null ? [] : [String(target.id)]));

function targetFaults(
  path: string,
  name: string,
  region: Pick<Region, 'nodes'> & Partial<Pick<Region, 'targets'>>,
  modelled: readonly Modelled[],
  known: readonly string[],
): readonly FuturesProblem[] {
  if (computed(modelled).includes(name)) return [];
  const exists = region.targets?.some(({ id }) => id === name) ?? false;
  return [
    exists ? problems.notModelled(path, name) : problems.subject(path, name, nearest(name, known), known),
  ];
}

/** What a functional gives for the futures of one target. */
export function functionalOf(functional: Functional, { target }: Modelled, values: Float64Array): number {
  if (functional === 'met') return countMet(values, target);
  if (functional === 'reached') return reachedOf(target, values);
  const outcomes = policyOutcomes({
    objective: target.id,
    direction: target.direction === 'at-least' ? 'maximise' : 'minimise',
    policies: ['package'],
    futures: Array.from(values, (_, i) => String(i)),
    values: [values],
  });
  const { scores } = at(robustness(outcomes, {}, [functional]), 0);
  // null where the metric says nothing of these values: no number then, rather than one that looks like an answer
  return at(scores, 0).value ?? Number.NaN;
}

/**
 * How far a target is reached on average over the futures, from 0 to 1: the outcome as part of what is asked, or for 'at most' what is
 * asked as part of the outcome, and never more than 1. Where such a part means nothing, since one of the two is not above zero, it is 1
 * where the target is met and else 0.
 */
export const reachedOf = (target: Target, values: Float64Array): number =>
  meanOf(reachedIn(target, values), null);

/** Per future how far a target is reached. */
function reachedIn(target: Target, values: Float64Array): Float64Array {
  const goal = target.value;
  if (goal === null) throw new Unreachable(`${target.id} has no value to reach`);
  const upward = target.direction === 'at-least';
  return values.map((value) => {
    if (countMet(Float64Array.of(value), target) === 1) return 1;
    if (goal <= 0 || value <= 0) return 0;
    return upward ? value / goal : goal / value;
  });
}

/**
 * By how much a line is crossed, as part of what is asked; 0 where it is kept. Of a target that must be met in so many futures: how
 * much those that come nearest fall short on average, so that a search finds its way where no future meets it yet.
 */
export function violationOf(line: RedLine, of: Modelled, values: Float64Array): number {
  const { target } = of;
  if (line.kind === 'met') {
    if (countMet(values, target) >= line.count) return 0;
    const nearest = reachedIn(target, values).sort().reverse().slice(0, line.count);
    // A hair's breadth short is still short.
    return Math.max(Number.EPSILON, 1 - meanOf(nearest, null));
  }
  const worst = functionalOf('maximin', of, values);
  const short = target.direction === 'at-least' ? line.limit - worst : worst - line.limit;
  return line.limit === 0 ? Math.max(0, short) : Math.max(0, short) / Math.abs(line.limit);
}

/** A line in words. */
export function lineText(line: RedLine, title: Text, unit: string, futures: number): Text {
  return line.kind === 'met'
    ? {
        nl: `${title.nl}: gehaald in ten minste ${line.count} van ${futures} toekomsten`,
        en: `${title.en}: met in at least ${line.count} of ${futures} futures`,
      }
    : {
        nl: `${title.nl}: in geen toekomst slechter dan ${line.limit} (${unit})`,
        en: `${title.en}: in no future worse than ${line.limit} (${unit})`,
      };
}
