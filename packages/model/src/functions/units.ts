import { dimensionless, type Measure, multiply } from '../syntax/unit.ts';
import type { UnitCall } from './call.ts';

/** The result has the unit of the first argument. */
export const likeFirst = (u: UnitCall): Measure => u.of(0, u.wanted);

/** Every argument and the result have one unit. */
export function allAlike(u: UnitCall): Measure {
  let unit = u.of(0, u.wanted);
  for (let i = 1; i < u.count; i++) unit = u.alike(unit, u.of(i, u.wanted));
  return unit;
}

/** No argument has a unit, nor has the result. */
export function allBare(u: UnitCall): Measure {
  for (let i = 0; i < u.count; i++) u.bare(i);
  return dimensionless;
}

/** Every argument is a time; the result has no unit. */
export function timesToBare(u: UnitCall): Measure {
  for (let i = 0; i < u.count; i++) u.inTime(i);
  return dimensionless;
}

/** Input, delay time, initial value, order: the result has the unit of the input. */
export function likeDelay(u: UnitCall): Measure {
  u.inTime(1);
  if (u.count > 3) u.bare(3);
  const input = u.of(0, u.wanted);
  return u.count > 2 ? u.alike(input, u.of(2, u.wanted)) : input;
}

/** The unit of something per time. */
export const perTime = (u: UnitCall, of: Measure = dimensionless): Measure => multiply(of, u.time, -1);
