import type { MathName } from '../ir/scalar.ts';
import { cosh, exp, ln, sinh, tanh } from './exponential.ts';
import type { LaneFunction } from './lanes.ts';
import { fastPow, pow } from './power.ts';
import { acos, asin, atan, cos, sin, tan } from './trigonometric.ts';

export type { MathName } from '../ir/scalar.ts';

/** `exact`: below one ulp. `fast`: as exact, but a power x ** y below 3 (1 + abs(y ln x)) ulp. */
export type MathMode = 'exact' | 'fast';

export interface MathFunction {
  readonly name: MathName;
  readonly params: 1 | 2;
  readonly program: LaneFunction;
}

const shared: readonly MathFunction[] = [
  { name: 'exp', params: 1, program: exp },
  { name: 'ln', params: 1, program: ln },
  { name: 'sin', params: 1, program: sin },
  { name: 'cos', params: 1, program: cos },
  { name: 'tan', params: 1, program: tan },
  { name: 'asin', params: 1, program: asin },
  { name: 'acos', params: 1, program: acos },
  { name: 'atan', params: 1, program: atan },
  { name: 'sinh', params: 1, program: sinh },
  { name: 'cosh', params: 1, program: cosh },
  { name: 'tanh', params: 1, program: tanh },
];

const functionsOf: Readonly<Record<MathMode, readonly MathFunction[]>> = {
  exact: [...shared, { name: 'pow', params: 2, program: pow }],
  fast: [...shared, { name: 'pow', params: 2, program: fastPow }],
};

/** Every elementary function as a program over lanes. */
export const mathFunctions = (mode: MathMode): readonly MathFunction[] => functionsOf[mode];
