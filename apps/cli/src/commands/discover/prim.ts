import {
  type Objective,
  type PrimResult,
  type PrimSettings,
  prim,
  primDefaults,
  type Resampling,
  resample,
  type SelectionRule,
} from '@schaalsprong/methods/discovery';
import type { Given } from './options.ts';
import type { Subject } from './subject.ts';

/** The answer of `discover prim` to one subject; no result where it happens in all futures or in none. */
export interface PrimAnswer {
  readonly subject: Subject;
  readonly result: PrimResult | null;
  /** Per box; null where it was not asked. */
  readonly stability: readonly Resampling[] | null;
}

/** The settings of PRIM that the words of the command ask. */
export function primSettings(given: Given): PrimSettings {
  const objective: Objective = given.oneOf('objective') ?? primDefaults.objective;
  return {
    // Whether an end of a range belongs to it, the method says itself.
    alpha: given.number('alpha') ?? primDefaults.alpha,
    pasteAlpha: given.number('paste-alpha') ?? primDefaults.pasteAlpha,
    minMass: given.number('min-mass') ?? primDefaults.minMass,
    objective,
    earlier: given.oneOf('earlier') ?? primDefaults.earlier,
    boxes: given.count('boxes') ?? primDefaults.boxes,
    select: selectionRule(given) ?? primDefaults.select,
  };
}

/** Which step or level is asked; null where that is left to the method. */
export function selectionRule(given: Given): SelectionRule | null {
  const by = given.atMostOne(['coverage', 'density', 'step']);
  if (by === null) return null;
  if (by === 'step')
    return { by, step: given.count('step') ?? given.wrong('missing-value', { what: '--step' }) };
  return { by, atLeast: given.number(by) ?? given.wrong('missing-value', { what: `--${by}` }) };
}

/** Looks for boxes, and repeats that on random halves where it is asked. */
export function discoverByPrim(subject: Subject, given: Given): PrimAnswer {
  const settings = primSettings(given);
  const iterations = given.count('resample');
  const { data } = subject;
  if (data.ofInterest === 0 || data.ofInterest === data.count) {
    return { subject, result: null, stability: null };
  }
  const result = prim(data, settings);
  const seed = given.count('seed') ?? 0;
  const stability =
    iterations === null
      ? null
      : result.boxes.slice(0, 1).flatMap(({ trajectory, selected }) => {
          const step = trajectory[selected.step];
          return step === undefined ? [] : [resample(data, step, settings, { iterations, seed })];
        });
  return { subject, result, stability };
}
