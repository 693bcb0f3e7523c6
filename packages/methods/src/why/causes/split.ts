import type { Program } from '@schaalsprong/model';
import { eachReference, evaluate, type Scalar } from '@schaalsprong/model/graph';
import { at, numberAt } from '@schaalsprong/words';
import { shapleyWeight } from '../games/attribute.ts';

/** Above this number of differing inputs, an equation is divided over its subexpressions first. */
const MOST_INPUTS = 6;

/** Both settings at one step of one future. */
export interface Moment {
  readonly time: number;
  readonly from: (element: number) => number;
  readonly to: (element: number) => number;
}

/** Receives the result of splitting an expression. */
export interface Split {
  /** Per input that differs, what of a unit of its difference reaches the expression. */
  add(element: number, slope: number): void;
  /** What inputs bring only together, before it is divided over them. */
  together(amount: number): void;
}

/**
 * Divides the difference of an expression between two sides over its inputs, `weight` times: slopes times differences of
 * the inputs add up to `weight` times that difference. Sums are split term by term; the rest by the Shapley value of the
 * game in which inputs pass from one side to the other; with many inputs, of the game of its parts, and those in turn.
 *
 * Sources: slopes of Shapley values that are passed on from part to part: S. Lundberg, S. Lee, 'A unified approach to
 * interpreting model predictions' (2017), section 4.2; A. Shrikumar, P. Greenside, A. Kundaje, 'Learning important features
 * through propagating activation differences' (2017).
 */
export function splitExpression(
  s: Scalar,
  weight: number,
  moment: Moment,
  program: Pick<Program, 'lookups'>,
  into: Split,
): void {
  if (weight === 0 || s.k === 'n' || s.k === 't' || s.k === 'd') return;
  const { from, to, time } = moment;
  const again = (part: Scalar | undefined, slope: number): void => {
    if (part !== undefined) splitExpression(part, weight * slope, moment, program, into);
  };
  if (s.k === 'r') {
    if (from(s.e) !== to(s.e)) into.add(s.e, weight);
    return;
  }
  if (s.k === 'f' && (s.f === 'add' || s.f === 'sub' || s.f === 'neg')) {
    again(s.a[0], s.f === 'neg' ? -1 : 1);
    again(s.a[1], s.f === 'sub' ? -1 : 1);
    return;
  }
  const inputs = readBy(s).filter((e) => from(e) !== to(e));
  if (inputs.length === 0) return;
  if (inputs.length <= MOST_INPUTS) {
    const worth = (mask: number): number =>
      evaluate(
        s,
        program,
        (e) => {
          const bit = inputs.indexOf(e);
          return bit >= 0 && ((mask >> bit) & 1) === 1 ? to(e) : from(e);
        },
        time,
      );
    const { values, together } = shares(inputs.length, worth);
    inputs.forEach((e, i) => {
      const value = numberAt(values, i);
      if (value !== 0) into.add(e, (weight * value) / (to(e) - from(e)));
    });
    into.together(weight * together);
    return;
  }
  const parts = s.k === 'l' ? [s.x] : s.a;
  if (parts.length > MOST_INPUTS) return;
  const sides = parts.map((part) => ({
    from: evaluate(part, program, from, time),
    to: evaluate(part, program, to, time),
  }));
  const worth = (mask: number): number => {
    const numbers = sides.map((side, i): Scalar => ({ k: 'n', v: (mask >> i) & 1 ? side.to : side.from }));
    const [only] = numbers;
    if (s.k !== 'l') return evaluate({ ...s, a: numbers }, program, from, time);
    return only === undefined ? Number.NaN : evaluate({ ...s, x: only }, program, from, time);
  };
  const { values, together } = shares(parts.length, worth);
  into.together(weight * together);
  parts.forEach((part, i) => {
    const difference = at(sides, i).to - at(sides, i).from;
    if (difference !== 0) again(part, numberAt(values, i) / difference);
  });
}

/** Memoized: expressions are evaluated for every step and future. */
const known = new WeakMap<Scalar, readonly number[]>();

/** Elements that an expression reads, each once. */
function readBy(s: Scalar): readonly number[] {
  const before = known.get(s);
  if (before !== undefined) return before;
  const found = new Set<number>();
  eachReference(s, (e) => found.add(e));
  const read = [...found];
  known.set(s, read);
  return read;
}

/** Shapley values of a game of few players by a number per mask, and what none of them brings alone. */
function shares(
  players: number,
  worth: (mask: number) => number,
): { readonly values: Float64Array; readonly together: number } {
  const values = new Float64Array(players);
  const all = Array.from({ length: 2 ** players }, (_, mask) => worth(mask));
  const worthOf = (mask: number): number => at(all, mask);
  let together = worthOf(all.length - 1) - worthOf(0);
  if (players === 1) {
    values[0] = together;
    return { values, together: 0 };
  }
  for (let player = 0; player < players; player++) {
    const own = 1 << player;
    together -= worthOf(own) - worthOf(0);
    for (let mask = 0; mask < all.length; mask++) {
      if ((mask & own) !== 0) continue;
      let others = 0;
      for (let p = 0; p < players; p++) others += (mask >> p) & 1;
      values[player] =
        numberAt(values, player) + shapleyWeight(others, players) * (worthOf(mask | own) - worthOf(mask));
    }
  }
  return { values, together };
}
