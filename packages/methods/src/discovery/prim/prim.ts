import { FuturesError, type FuturesProblem } from '../../problems.ts';
import { type Box, fullLimit, insideOf } from '../boxes/box.ts';
import { Membership } from '../boxes/membership.ts';
import { ruleFaults, type Selected, type SelectionRule, selectStep } from '../boxes/select.ts';
import { type Phase, type Step, stepOf } from '../boxes/step.ts';
import type { DiscoveryData } from '../data/data.ts';
import { outcomeFaults } from '../data/outcome-faults.ts';
import { discoveryProblems as problems } from '../problems.ts';
import { type Objective, scoreOf } from './objective.ts';
import { pasteCandidates } from './paste.ts';
import { bestOf, type Candidate, Peeler } from './peel.ts';

/** How PRIM looks. The box depends on every one of these, so they are shown with it. */
export interface PrimSettings {
  /** Part of the futures in the box that one peel takes off, between 0 and 1. */
  readonly alpha: number;
  /** Part of the futures beside a bound that one paste takes in, between 0 and 1. */
  readonly pasteAlpha: number;
  /** No box becomes smaller than this part of all futures. */
  readonly minMass: number;
  readonly objective: Objective;
  /**
   * What becomes of the futures of a box that was found: they are taken out, or they stay and are no longer of interest
   * (C. Guivarch and others, Environmental Modelling & Software 80 (2016)).
   */
  readonly earlier: 'removed' | 'kept';
  /** How many boxes to look for, at most. */
  readonly boxes: number;
  readonly select: SelectionRule;
}

/** Default settings of PRIM. */
export const primDefaults: PrimSettings = {
  alpha: 0.05,
  pasteAlpha: 0.05,
  minMass: 0.05,
  objective: 'lenient1',
  earlier: 'removed',
  boxes: 1,
  select: { by: 'knee' },
};

/** One box: the way to it, and which step of that way was taken. */
export interface PrimBox {
  readonly trajectory: readonly Step[];
  readonly selected: Selected;
}

/** Boxes that PRIM found, and why it stopped. */
export interface PrimResult {
  readonly settings: PrimSettings;
  readonly boxes: readonly PrimBox[];
  /** Why there is no further box. */
  readonly stopped: 'enough' | 'nothing-left' | 'no-better-box';
}

/** What is wrong with settings; nothing is computed with settings that have a fault. */
export function settingFaults(settings: PrimSettings): readonly FuturesProblem[] {
  const isPart = (alpha: number): boolean => alpha > 0 && alpha < 1;
  return [
    ...(isPart(settings.alpha) ? [] : [problems.alpha('alpha', settings.alpha)]),
    ...(isPart(settings.pasteAlpha) ? [] : [problems.alpha('pasteAlpha', settings.pasteAlpha)]),
    ...(settings.minMass >= 0 && settings.minMass < 1 ? [] : [problems.minMass(settings.minMass)]),
    ...(Number.isInteger(settings.boxes) && settings.boxes >= 1 && settings.boxes <= 100
      ? []
      : [problems.boxes(settings.boxes)]),
    ...ruleFaults(settings.select),
  ];
}

function refuse(data: DiscoveryData, settings: PrimSettings): void {
  const faults = [...settingFaults(settings), ...outcomeFaults(data)];
  if (faults.length > 0) throw new FuturesError(faults);
}

/**
 * The patient rule induction method: boxes in the space of inputs in which futures of interest are dense. From all futures it
 * peels, each time off the side where that gains most, and then pastes; every box on the way is a row of the trajectory,
 * to choose from. It is greedy: another objective, alpha or order of ties may give another box.
 *
 * Ties: the higher score; then more inputs left free; then the order in which candidates are made: real inputs in
 * order of column, integers, categories in the declared order, and in peeling the upper bound before the lower.
 *
 * @throws FuturesError on settings that cannot be, and where all futures are of one kind
 *
 * Sources: J. Friedman and N. Fisher, Statistics and Computing 9 (1999); B. Bryant and R. Lempert, Technological
 * Forecasting and Social Change 77 (2010).
 *
 * @example
 * ```ts
 * import { sobolPoints } from '@schaalsprong/methods/designs';
 * import { dataOf, numberInput, prim } from '@schaalsprong/methods/discovery';
 *
 * const [price, delay] = sobolPoints(512, 2);
 * const fails = Uint8Array.from(price, (value) => (value > 0.75 ? 1 : 0));
 * const { boxes } = prim(dataOf([numberInput('price', price), numberInput('delay', delay)], fails));
 * const [box] = boxes;
 * // Where price is high it fails; delay does not matter.
 * const step = box?.trajectory[box.selected.step];
 * step?.bounds.map(({ input }) => input); // => ['price']
 * ```
 */
export function prim(data: DiscoveryData, settings: Partial<PrimSettings> = {}): PrimResult {
  const all = { ...primDefaults, ...settings };
  refuse(data, all);
  const boxes: PrimBox[] = [];
  const taken: Box[] = [];
  while (boxes.length < all.boxes) {
    const trajectory = findBox(data, all, taken);
    if (trajectory === null) return { settings: all, boxes, stopped: 'nothing-left' };
    const selected = selectStep(trajectory, all.select);
    const box = trajectory[selected.step]?.box;
    if (boxes.length > 0 && trajectory.length === 1)
      return { settings: all, boxes, stopped: 'no-better-box' };
    boxes.push({ trajectory, selected });
    if (box === undefined || trajectory.length === 1)
      return { settings: all, boxes, stopped: 'no-better-box' };
    taken.push(box);
  }
  return { settings: all, boxes, stopped: 'enough' };
}

/**
 * The trajectory of the next box, after the boxes that were taken before it, by whatever rule or hand.
 *
 * @returns null where no future of interest is left
 * @throws as `prim`
 */
export function findBox(
  data: DiscoveryData,
  settings: PrimSettings,
  taken: readonly Box[],
): readonly Step[] | null {
  refuse(data, settings);
  const membership = startOf(data, settings, taken);
  if (membership.k === 0) return null;
  const trajectory: Step[] = [];
  const record = (phase: Phase): void => {
    trajectory.push(stepOf(membership, phase, data));
  };
  const accepts = (candidate: Candidate): boolean =>
    candidate.n / data.count >= settings.minMass && scoreOf(settings.objective, membership, candidate) > 0;
  record('start');

  const peeler = new Peeler(membership, settings.alpha);
  for (;;) {
    const best = bestOf(peeler.candidates(), membership, settings.objective);
    if (best === null || !accepts(best) || best.n >= membership.n) break;
    membership.setLimit(best.place, best.limit);
    record('peel');
  }
  for (;;) {
    const best = bestOf(pasteCandidates(membership, settings.pasteAlpha), membership, settings.objective);
    if (best === null || !accepts(best) || best.n <= membership.n) break;
    if (best.k / best.n <= membership.k / membership.n) break;
    membership.setLimit(best.place, best.limit);
    record('paste');
  }
  return trajectory;
}

/** All futures that earlier boxes leave, with what is still of interest. */
function startOf(
  data: DiscoveryData,
  { earlier }: Pick<PrimSettings, 'earlier'>,
  taken: readonly Box[],
): Membership {
  const gone = new Uint8Array(data.count);
  for (const box of taken) {
    for (const [row, inside] of insideOf(data, box).entries()) if (inside) gone[row] = 1;
  }
  return earlier === 'removed'
    ? new Membership(data, data.interest, gone)
    : new Membership(
        data,
        data.interest.map((one, row) => (gone[row] ? 0 : one)),
        new Uint8Array(data.count),
      );
}

/**
 * The figures of any box, such as one that a person drew, among the futures that earlier boxes leave.
 *
 * @param box one limit per input, in the order of the inputs
 */
export function measureBox(
  data: DiscoveryData,
  box: Box,
  settings: Pick<PrimSettings, 'earlier'> = primDefaults,
  taken: readonly Box[] = [],
  phase: Phase = 'given',
): Step {
  const membership = startOf(data, settings, taken);
  box.forEach((limit, place) => {
    membership.setLimit(place, limit);
  });
  return stepOf(membership, phase, data);
}

/** The box of a step with one input let free: a further row of the trajectory. */
export function dropRestriction(
  data: DiscoveryData,
  step: Step,
  input: string,
  settings: Pick<PrimSettings, 'earlier'> = primDefaults,
  taken: readonly Box[] = [],
): Step {
  const place = data.inputs.findIndex(({ name }) => name === input);
  const free = data.inputs[place];
  if (free === undefined) throw new FuturesError([problems.column(input, [])]);
  const box = step.box.map((limit, at) => (at === place ? fullLimit(free) : limit));
  return measureBox(data, box, settings, taken, 'drop');
}
