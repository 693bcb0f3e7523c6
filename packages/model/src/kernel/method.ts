import type { Method, TimeSettings } from '../ir/program.ts';

/**
 * One evaluation of the rates within a step. The stocks then are at `base + step * ahead * rate`, where base is
 * what they were at the begin of the step; after the last they are at `base + step / share * (sum + rate)`, where
 * the sum is that of the rates before, each times its weight.
 */
export interface Stage {
  /** The time of evaluation, in steps from the begin of the step. */
  readonly at: 0 | 0.5 | 1;
  readonly weight: 1 | 2;
  readonly ahead: 0.5 | 1;
  /** By what the sum is divided, at the last stage. */
  readonly share?: 1 | 2 | 6;
}

const methods: Readonly<Record<Method, readonly Stage[]>> = {
  euler: [{ at: 0, weight: 1, ahead: 1, share: 1 }],
  // Heun's method.
  rk2: [
    { at: 0, weight: 1, ahead: 1 },
    { at: 1, weight: 1, ahead: 1, share: 2 },
  ],
  // The classical method of Runge and Kutta.
  rk4: [
    { at: 0, weight: 1, ahead: 0.5 },
    { at: 0.5, weight: 2, ahead: 0.5 },
    { at: 0.5, weight: 2, ahead: 1 },
    { at: 1, weight: 1, ahead: 1, share: 6 },
  ],
};

export const stagesOf = (method: Method): readonly Stage[] => methods[method];

/** Steps of a whole run. */
export const stepsOf = ({ start, stop, step }: TimeSettings): number => Math.round((stop - start) / step);

/** The time of a stage: of whole steps never by adding up. */
export const stageTime = ({ start, step }: TimeSettings, k: number, at: Stage['at']): number =>
  at === 0.5 ? start + k * step + step / 2 : start + (k + at) * step;
