import type { Assessment, TargetStanding } from '@schaalsprong/wire';

/** What one target loses or gains without a measure. */
export interface Carried {
  readonly id: string;
  readonly unit: string;
  /** the median with the measure less the median without it, in the unit of the target */
  readonly delta: number;
  readonly met: TargetStanding['met'];
  readonly metWithout: number;
}

/**
 * Targets that a measure changes, those first whose count of futures changes most; with equal counts those whose median changes most
 * for its size.
 */
export function carriedTargets(assessment: Pick<Assessment, 'targets'>, measure: string): readonly Carried[] {
  return assessment.targets
    .flatMap(({ id, unit, met, projected, carriedBy }) => {
      const found = carriedBy.find((of) => of.measure === measure);
      if (found === undefined) return [];
      const size = Math.abs(projected?.p50 ?? 0);
      const { delta, metWithout } = found;
      return [
        {
          row: { id, unit, delta, met, metWithout },
          futures: met === null ? 0 : Math.abs(met.count - metWithout),
          relative: size === 0 ? 0 : Math.abs(delta) / size,
        },
      ];
    })
    .sort((a, b) => b.futures - a.futures || b.relative - a.relative)
    .map(({ row }) => row);
}
