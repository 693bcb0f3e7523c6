import type { Target } from '@schaalsprong/agenda';
import { medianOf, quantilesOf } from '@schaalsprong/methods/distributions';
import type { Model } from '@schaalsprong/model';
import type { ObservedPoint } from '@schaalsprong/monitor';
import { compareTexts, numberAt, type Text } from '@schaalsprong/words';
import type { Carried, FanSeries, TargetStanding } from '../assessment.ts';
import { bindingOf, countMet, type Projected, sum } from '../projection/modelled.ts';

/** A delta below this part of the target is not shown: it is noise beside what the target asks. */
const SMALLEST_DELTA = 0.001;

/** What each measure carries of a target: the median of what is lost, future by future, without it; the most first. */
export function carried(
  { target, outcome, values }: Projected,
  without: readonly { readonly id: string; readonly values: Float64Array }[],
): readonly Carried[] {
  const goal = target.value;
  if (goal === null) return [];
  // A target of zero gives no measure of what is small; then the median itself does.
  const smallest = SMALLEST_DELTA * Math.abs(goal === 0 ? medianOf(values) : goal);
  return without
    .map(({ id, values: raw }) => {
      const left = raw.map((value) => value * outcome.scale);
      return {
        measure: id,
        delta: medianOf(values.map((value, future) => value - numberAt(left, future))),
        metWithout: countMet(left, target),
      };
    })
    .filter(({ delta }) => Math.abs(delta) > 0 && Math.abs(delta) >= smallest)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta) || compareTexts(a.measure, b.measure));
}

/** The fields of a target's standing that depend on what was observed last. */
export const observedFields = (
  target: Pick<Target, 'value' | 'direction'>,
  projected: TargetStanding['projected'],
  observed: ObservedPoint | null,
): Pick<TargetStanding, 'observed' | 'gap' | 'observedStatus'> => ({
  observed:
    observed === null ? null : { value: observed.value, period: observed.period, source: observed.source },
  gap: gapOf(target, projected?.p50 ?? observed?.value ?? null),
  observedStatus: observed?.status ?? null,
});

/** One target's standing; `projection` is undefined where the model does not speak of it. `beside` was found elsewhere. */
export function standing(
  target: Target,
  observed: ObservedPoint | null,
  projection: Projected | undefined,
  beside: Pick<TargetStanding, 'carriedBy' | 'conflicts'>,
  model: Model,
): TargetStanding {
  const projected = projection?.projected ?? null;
  const fields = observedFields(target, projected, observed);
  // a target that is not modelled is in no future
  const of = projection?.values.length ?? 0;
  const notModelled = projection !== undefined ? null : (target.notModelled ?? beyondModel(target, model));
  return {
    id: target.id,
    title: target.title,
    pillar: target.pillar,
    challenge: target.challenge,
    horizon: target.horizon,
    unit: target.unit,
    direction: target.direction,
    target: target.value,
    observed: fields.observed,
    projected,
    met: projection === undefined || projection.metIn === null ? null : { count: sum(projection.metIn), of },
    gap: fields.gap,
    binding: projection === undefined ? [] : bindingOf(projection),
    carriedBy: beside.carriedBy,
    conflicts: beside.conflicts,
    notModelled,
    targetIs: target.valueIs,
    observedStatus: fields.observedStatus,
    ambitions: target.ambitions,
    challenges: target.challenges,
    heldBack:
      projection === undefined || projection.shares.size === 0 ? null : { count: projection.heldBackIn, of },
  };
}

/** Value minus target, turned so that negative is short of it; null where either has no number. */
export function gapOf(target: Pick<Target, 'value' | 'direction'>, value: number | null): number | null {
  if (target.value === null || value === null) return null;
  const gap = target.direction === 'at-least' ? value - target.value : target.value - value;
  return gap === 0 ? 0 : gap;
}

/** Bands per saved time, in the unit of the target. */
export function fan(time: Float64Array, series: Float64Array, scale: number, count: number): FanSeries {
  const steps = Array.from(time, (_, step) =>
    quantilesOf(series.subarray(step * count, (step + 1) * count).map((value) => value * scale)),
  );
  return {
    time: [...time],
    p10: steps.map(({ p10 }) => p10),
    p50: steps.map(({ p50 }) => p50),
    p90: steps.map(({ p90 }) => p90),
  };
}

function beyondModel(target: Target, model: Model): Text {
  const { stop } = model.time;
  return {
    nl: `De horizon (eind ${target.horizon}) ligt na het einde van het model (${stop}).`,
    en: `The horizon (end of ${target.horizon}) lies after the end of the model (${stop}).`,
  };
}
