import { at } from '@schaalsprong/words';
import { FuturesError, type FuturesProblem } from '../../problems.ts';
import { discoveryProblems as problems } from '../problems.ts';
import type { Step } from './step.ts';

/**
 * Which step of a trajectory is taken as the box. There is no threshold that a box must pass: each rule picks a step from any
 * trajectory, and says whether its level was reached.
 *
 * - coverage: the highest density among steps that cover at least this part of what can still be covered
 * - density: the highest coverage among steps of at least this density
 * - knee: where the trade-off turns, the step farthest above the straight line from the first step to the densest in the plane of
 *   coverage and density, each scaled to its range over the trajectory
 * - step: the step of that number, counted from 0
 * - last: where peeling and pasting ended
 */
export type SelectionRule =
  | { readonly by: 'coverage'; readonly atLeast: number }
  | { readonly by: 'density'; readonly atLeast: number }
  | { readonly by: 'knee' }
  | { readonly by: 'step'; readonly step: number }
  | { readonly by: 'last' };

/** What of a step a rule looks at. */
export type Ranked = Pick<Step, 'coverage' | 'density' | 'restricted'>;

/** A step of the trajectory that was selected. */
export interface Selected {
  /** Place on the trajectory. */
  readonly step: number;
  /** Whether the level that was asked is reached; the nearest step is given where it is not. */
  readonly reached: boolean;
}

/** What is wrong with a rule. */
export function ruleFaults(rule: SelectionRule): readonly FuturesProblem[] {
  if (rule.by !== 'coverage' && rule.by !== 'density') return [];
  return rule.atLeast >= 0 && rule.atLeast <= 1 ? [] : [problems.level(rule.by, rule.atLeast)];
}

/**
 * Picks a step. Equal steps: the higher of the other measure, then fewer restricted inputs, then the earlier.
 *
 * @param trajectory at least one step
 * @throws FuturesError for a step that is not there
 */
export function selectStep(trajectory: readonly Ranked[], rule: SelectionRule): Selected {
  const last = trajectory.length - 1;
  switch (rule.by) {
    case 'last':
      return { step: last, reached: true };
    case 'step':
      if (!Number.isInteger(rule.step) || rule.step < 0 || rule.step > last)
        throw new FuturesError([problems.step(rule.step, last)]);
      return { step: rule.step, reached: true };
    case 'coverage': {
      const whole = at(trajectory, 0).coverage;
      const enough = trajectory.map(({ coverage }) => coverage >= rule.atLeast * whole);
      return {
        step: best(trajectory, (step, place) => (enough[place] ? [step.density, step.coverage] : null)),
        reached: true,
      };
    }
    case 'density': {
      const enough = trajectory.map(({ density }) => density >= rule.atLeast);
      const reached = enough.includes(true);
      return {
        step: best(trajectory, (step, place) =>
          reached && !enough[place]
            ? null
            : reached
              ? [step.coverage, step.density]
              : [step.density, step.coverage],
        ),
        reached,
      };
    }
    case 'knee': {
      const coverages = trajectory.map(({ coverage }) => coverage);
      const densities = trajectory.map(({ density }) => density);
      const coverage = scaleOver(coverages);
      const density = scaleOver(densities);
      return {
        step: best(trajectory, (step) => [coverage(step.coverage) + density(step.density), step.coverage]),
        reached: true,
      };
    }
  }
}

/** The place of the largest key, compared part by part; null leaves a step out. */
function best(
  trajectory: readonly Ranked[],
  keyOf: (step: Ranked, place: number) => readonly [number, number] | null,
): number {
  const keyed = trajectory.flatMap((step, place) => {
    const key = keyOf(step, place);
    return key === null ? [] : [{ place, key, restricted: step.restricted }];
  });
  keyed.sort(
    (a, b) => b.key[0] - a.key[0] || b.key[1] - a.key[1] || a.restricted - b.restricted || a.place - b.place,
  );
  return at(keyed, 0).place;
}

/** Scales numbers to 0..1 over their range; all 0 where they do not differ. */
function scaleOver(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const width = Math.max(...values) - least;
  return (value) => (width > 0 ? (value - least) / width : 0);
}
