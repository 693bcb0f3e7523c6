import type { Method, TimeSettings } from '../ir/program.ts';

/**
 * A stage of an explicit Runge-Kutta method: one evaluation of the rates. The stocks are then `base + step * ahead * rate`, with base the
 * stocks at the start of the step; after the last stage they are `base + step / share * (sum + rate)`, with sum the weighted sum of the
 * earlier rates.
 */
export interface Stage {
  /** Time of evaluation, in steps from the start of the step. */
  readonly at: 0 | 0.5 | 1;
  readonly weight: 1 | 2;
  readonly ahead: 0.5 | 1;
  /** Divisor of the sum, at the last stage. */
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

/** Number of steps of a run. */
export const stepsOf = ({ start, stop, step }: TimeSettings): number => Math.round((stop - start) / step);

/** Time of a stage, computed from the step index so that rounding does not accumulate. */
export const stageTime = ({ start, step }: TimeSettings, k: number, at: Stage['at']): number =>
  at === 0.5 ? start + k * step + step / 2 : start + (k + at) * step;
