import { numberAt } from '@schaalsprong/words';
import type { Decision, DecisionVariable } from './problem.ts';
import type { Draws } from './random.ts';

/** How children are made of parents. */
export interface VariationSettings {
  /** Chance that two parents are crossed at all. */
  readonly crossover: number;
  /** The higher, the nearer children stay to their parents. */
  readonly crossoverIndex: number;
  /** Chance per variable that it is changed; null for one over the number of variables. */
  readonly mutation: number | null;
  readonly mutationIndex: number;
}

/** As Deb et al. (2002) and Platypus. */
export const usualVariation: VariationSettings = {
  crossover: 1,
  crossoverIndex: 15,
  mutation: null,
  mutationIndex: 20,
};

/** A decision drawn evenly over everything that may be chosen. */
export function randomDecision(variables: readonly DecisionVariable[], draws: Draws): Decision {
  return Float64Array.from(variables, (variable) => randomValue(variable, draws));
}

/** Uniform mutation: redraws each variable with probability 1/n, and at least one. */
export function redrawn(variables: readonly DecisionVariable[], like: Decision, draws: Draws): Decision {
  const always = draws.below(variables.length);
  return Float64Array.from(variables, (variable, i) =>
    i === always || draws.uniform() < 1 / variables.length ? randomValue(variable, draws) : numberAt(like, i),
  );
}

function randomValue(variable: DecisionVariable, draws: Draws): number {
  switch (variable.kind) {
    case 'real':
      return variable.min + draws.uniform() * (variable.max - variable.min);
    case 'integer':
      return variable.min + draws.below(variable.max - variable.min + 1);
    case 'category':
      return draws.below(variable.categories.length);
  }
}

/**
 * Two children of two parents: simulated binary crossover for numbers, whole ones rounded, and categories swapped by a coin; then
 * polynomial mutation, where a whole number moves by at least one and a category becomes another.
 *
 * Sources: K. Deb and R. Agrawal, Complex Systems 9 (1995), with the bounds of Deb's own code; K. Deb and M. Goyal (1996).
 */
export function children(
  variables: readonly DecisionVariable[],
  [first, second]: readonly [Decision, Decision],
  settings: VariationSettings,
  draws: Draws,
): readonly [Decision, Decision] {
  const a = Float64Array.from(first);
  const b = Float64Array.from(second);
  if (draws.uniform() < settings.crossover) {
    variables.forEach((variable, i) => {
      const [x, y] = [numberAt(a, i), numberAt(b, i)];
      if (draws.uniform() > 0.5 || x === y) return;
      const [one, other] =
        variable.kind === 'category' ? [y, x] : crossed(variable, x, y, settings.crossoverIndex, draws);
      a[i] = one;
      b[i] = other;
    });
  }
  const chance = settings.mutation ?? 1 / variables.length;
  for (const child of [a, b]) {
    variables.forEach((variable, i) => {
      if (draws.uniform() < chance) {
        child[i] = mutated(variable, numberAt(child, i), settings.mutationIndex, draws);
      }
    });
  }
  return [a, b];
}

type NumberVariable = Exclude<DecisionVariable, { kind: 'category' }>;

/** Where a number may lie while it is varied: a whole one has half a unit more at both ends, so that each value has equal room. */
const room = ({ kind, min, max }: NumberVariable): readonly [number, number] =>
  kind === 'integer' ? [min - 0.5, max + 0.5] : [min, max];

function settle({ kind, min, max }: NumberVariable, value: number): number {
  const whole = kind === 'integer' ? Math.round(value) : value;
  // Adding 0 makes minus zero plain: a checkpoint could not tell the two apart.
  return Math.min(max, Math.max(min, whole)) + 0;
}

function crossed(
  variable: NumberVariable,
  x: number,
  y: number,
  index: number,
  draws: Draws,
): readonly [number, number] {
  const [min, max] = room(variable);
  const [low, high] = x < y ? [x, y] : [y, x];
  const u = draws.uniform();
  const spread = (beta: number): number => {
    const alpha = 2 - beta ** -(index + 1);
    return u <= 1 / alpha ? (u * alpha) ** (1 / (index + 1)) : (1 / (2 - u * alpha)) ** (1 / (index + 1));
  };
  const width = high - low;
  const lower = 0.5 * (low + high - spread(1 + (2 * (low - min)) / width) * width);
  const upper = 0.5 * (low + high + spread(1 + (2 * (max - high)) / width) * width);
  const pair = [settle(variable, lower), settle(variable, upper)] as const;
  return draws.uniform() < 0.5 ? pair : [pair[1], pair[0]];
}

function mutated(variable: DecisionVariable, value: number, index: number, draws: Draws): number {
  if (variable.kind === 'category') {
    if (variable.categories.length < 2) return value;
    const other = draws.below(variable.categories.length - 1);
    return other < value ? other : other + 1;
  }
  const [min, max] = room(variable);
  if (variable.max === variable.min) return value;
  const u = draws.uniform();
  const power = 1 / (index + 1);
  const below = (value - min) / (max - min);
  const above = (max - value) / (max - min);
  const step =
    u < 0.5
      ? (2 * u + (1 - 2 * u) * (1 - below) ** (index + 1)) ** power - 1
      : 1 - (2 * (1 - u) + (2 * u - 1) * (1 - above) ** (index + 1)) ** power;
  const moved = settle(variable, value + step * (max - min));
  if (variable.kind === 'real' || moved !== value) return moved;
  const next = value + (u < 0.5 ? -1 : 1);
  return next < variable.min ? value + 1 : next > variable.max ? value - 1 : next;
}
