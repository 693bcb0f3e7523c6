import { numberAt } from '@schaalsprong/words';
import { type TestProblem, testProblem } from './test-problem.ts';
import { integralAlong, type Piece } from './under-front.ts';

/**
 * The bi-objective test problems of Zitzler, Deb and Thiele, with their usual numbers of variables. f1 = f1(x1), f2 = g h(f1, g), g of the
 * others, least where they are 0.
 *
 * Source: E. Zitzler, K. Deb, L. Thiele, 'Comparison of multiobjective evolutionary algorithms', Evol. Comp. 8 (2000).
 */
interface Shape {
  readonly variables: number;
  readonly first: (x1: number) => number;
  readonly rest: (others: Float64Array) => number;
  readonly second: (f1: number, g: number) => number;
  /** Ranges of the variables after the first. */
  readonly range: readonly [number, number];
  /** The pieces of f1 on which the front lies. */
  readonly pieces: readonly Piece[];
  /** An antiderivative of the front, f2 as a function of f1. */
  readonly antiderivative: (f1: number) => number;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const linear = (others: Float64Array): number => 1 + (9 * sum(others)) / others.length;
const whole = [[0, 1]] as const;
const underRoot = (f1: number): number => f1 - (2 / 3) * f1 ** 1.5;
const underSquare = (f1: number): number => f1 - f1 ** 3 / 3;
/** The curve of ZDT3 has a sine more: its antiderivative, of f1 sin(10 pi f1). */
const underSine = (f1: number): number => {
  const angle = 10 * Math.PI;
  return Math.sin(angle * f1) / angle ** 2 - (f1 * Math.cos(angle * f1)) / angle;
};
/** The corner that hypervolume is measured from. */
const corner = 1.1;

const shapes: Readonly<Record<'zdt1' | 'zdt2' | 'zdt3' | 'zdt4' | 'zdt6', Shape>> = {
  zdt1: {
    variables: 30,
    first: (x1) => x1,
    rest: linear,
    second: (f1, g) => g * (1 - Math.sqrt(f1 / g)),
    range: [0, 1],
    pieces: whole,
    antiderivative: underRoot,
  },
  zdt2: {
    variables: 30,
    first: (x1) => x1,
    rest: linear,
    second: (f1, g) => g * (1 - (f1 / g) ** 2),
    range: [0, 1],
    pieces: whole,
    antiderivative: underSquare,
  },
  zdt3: {
    variables: 30,
    first: (x1) => x1,
    rest: linear,
    second: (f1, g) => g * (1 - Math.sqrt(f1 / g) - (f1 / g) * Math.sin(10 * Math.PI * f1)),
    range: [0, 1],
    // Where the curve falls below all before it.
    pieces: [
      [0, 0.083001534926],
      [0.18222872803, 0.257762363387],
      [0.409313674809, 0.453882104088],
      [0.61839679444, 0.652511703804],
      [0.823331798327, 0.851832865436],
    ],
    antiderivative: (f1) => underRoot(f1) - underSine(f1),
  },
  zdt4: {
    variables: 10,
    first: (x1) => x1,
    rest: (others) =>
      1 + 10 * others.length + others.reduce((g, x) => g + x ** 2 - 10 * Math.cos(4 * Math.PI * x), 0),
    second: (f1, g) => g * (1 - Math.sqrt(f1 / g)),
    range: [-5, 5],
    pieces: whole,
    antiderivative: underRoot,
  },
  zdt6: {
    variables: 10,
    first: (x1) => 1 - Math.exp(-4 * x1) * Math.sin(6 * Math.PI * x1) ** 6,
    rest: (others) => 1 + 9 * (sum(others) / others.length) ** 0.25,
    second: (f1, g) => g * (1 - (f1 / g) ** 2),
    range: [0, 1],
    // The least that f1 can be.
    pieces: [[0.2807753188154, 1]],
    antiderivative: underSquare,
  },
};

/** Names of the ZDT test problems. */
export const zdtNames = ['zdt1', 'zdt2', 'zdt3', 'zdt4', 'zdt6'] as const;

/** A problem of this family. */
export function zdt(name: (typeof zdtNames)[number]): TestProblem {
  const { variables, first, rest, second, range, pieces, antiderivative } = shapes[name];
  const best = name === 'zdt3' ? -1 : 0;
  const start = pieces[0]?.[0] ?? 0;
  const below = integralAlong(pieces, corner, (f1) => second(f1, 1), antiderivative);
  return testProblem({
    id: name,
    objectives: 2,
    epsilon: 0.01,
    worst: [corner, corner],
    best: [0, best],
    variables: Array.from({ length: variables }, (_, i) => (i === 0 ? [0, 1] : range)),
    evaluate: (x) => {
      const f1 = first(numberAt(x, 0));
      return [f1, second(f1, rest(x.subarray(1)))];
    },
    frontShare: (corner * (corner - start) - below) / (corner * (corner - best)),
    front: (points) =>
      pieces.flatMap(([from, to]) => {
        const share = (to - from) / pieces.reduce((width, [low, high]) => width + high - low, 0);
        const count = Math.max(2, Math.round(points * share));
        return Array.from({ length: count }, (_, i) => {
          const f1 = from + ((to - from) * i) / (count - 1);
          return [f1, second(f1, 1)];
        });
      }),
  });
}
