import type { Measure, Region } from '@schaalsprong/agenda';
import { FuturesError } from '@schaalsprong/methods/problems';
import type { DecisionVariable } from '@schaalsprong/methods/search';
import { isSwitch, nearest, type Units } from '@schaalsprong/words';
import { leverProblems as problems } from './problems.ts';

/** A lever that the search may move. */
export interface FreeLever {
  readonly measure: Measure;
  readonly variable: DecisionVariable;
  /** Whether it is either done or not, with nothing between. */
  readonly isSwitch: boolean;
  /** The value of the lever, in its own unit, for a number of the decision. */
  valueAt(step: number): number;
  /** The number of the decision nearest to a value of the lever. */
  stepAt(value: number): number;
  /** How far it goes as part of what the agenda asks, or was asked later where the agenda asks none: 0 is left out; null where nobody asks it. */
  shareAt(step: number): number | null;
}

/** Rounding in a division of two printed numbers. */
const SLACK = 1e-9;

/**
 * The levers that a search moves: in whole parts of what the agenda asks, so that an answer can be said and done ('80% of the agenda'),
 * and so that none and the agenda itself are among the choices. A measure that is done or not, with nothing between, is a switch.
 *
 * @param region its measures and units
 * @param only ids of the measures that are free; all where null
 * @param parts in how many parts what the agenda asks is cut
 * @throws FuturesError for a measure that is not there
 */
export function freeLevers(
  region: Pick<Region, 'measures' | 'units'>,
  only: readonly string[] | null,
  parts: number,
): readonly FreeLever[] {
  const known = region.measures.map(({ id }) => String(id));
  const unknown = (only ?? []).filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new FuturesError(unknown.map((id) => problems.measure('levers', id, nearest(id, known), known)));
  }
  return region.measures
    .filter(({ id }) => only === null || only.includes(id))
    .map((measure) => free(measure, parts, region.units));
}

function free(measure: Measure, parts: number, units: Units): FreeLever {
  const { min, max, unit, positions } = measure.lever;
  const { none, agenda } = positions;
  // What was asked or agreed only after the agenda is cut in parts of that.
  const whole = agenda === none ? (positions.later ?? agenda) : agenda;
  const name = measure.id;
  // A switch, or a ratio of which every named position is 0 or 1, says 'done or not'.
  const either = Object.values(positions).every((value) => value === 0 || value === 1);
  const onOff = unit === 'ratio' || isSwitch(units[unit]);
  if (onOff && min === 0 && max === 1 && none === 0 && agenda === 1 && either) {
    return {
      measure,
      isSwitch: true,
      variable: { kind: 'category', name, categories: ['none', 'agenda'] },
      valueAt: (step) => (step === 1 ? agenda : none),
      stepAt: (value) => (value >= 0.5 ? 1 : 0),
      shareAt: (step) => step,
    };
  }
  const asked = whole - none;
  const width = asked === 0 ? (max - min) / parts : asked / parts;
  const ends = width === 0 ? [0, 0] : [(min - none) / width, (max - none) / width].sort((a, b) => a - b);
  const [low = 0, high = 0] = ends;
  const first = Math.ceil(low - SLACK);
  const last = Math.floor(high + SLACK);
  return {
    measure,
    isSwitch: false,
    variable: { kind: 'integer', name, min: first + 0, max: last + 0 },
    // From the whole, not by adding steps: the number that was asked comes out to the last bit.
    valueAt: (step) =>
      Math.min(
        max,
        Math.max(min, step === parts && asked !== 0 ? whole : none + (step * (width * parts)) / parts),
      ),
    stepAt: (value) =>
      width === 0 ? 0 : Math.min(last, Math.max(first, Math.round((value - none) / width))),
    shareAt: (step) => (asked === 0 ? null : step / parts),
  };
}
