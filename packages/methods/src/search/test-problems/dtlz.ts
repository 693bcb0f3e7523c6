import { numberAt } from '@schaalsprong/words';
import { type TestProblem, testProblem } from './test-problem.ts';
import { ballPart, integralAlong, simplexPart } from './under-front.ts';

/** Names of the DTLZ test problems. */
export const dtlzNames = ['dtlz1', 'dtlz2', 'dtlz7'] as const;

/** Variables beside those that place a point on the front, as the authors propose. */
const others = { dtlz1: 5, dtlz2: 10, dtlz7: 20 } as const;

const rippled = (xs: Float64Array): number =>
  100 * (xs.length + xs.reduce((sum, x) => sum + (x - 0.5) ** 2 - Math.cos(20 * Math.PI * (x - 0.5)), 0));

/** DTLZ1: a plane with sum 1/2, behind very many local fronts. */
function linear(x: Float64Array, count: number): number[] {
  const g = rippled(x.subarray(count - 1));
  return Array.from({ length: count }, (_, i) => {
    let f = 0.5 * (1 + g);
    for (let j = 0; j < count - 1 - i; j++) f *= numberAt(x, j);
    return i === 0 ? f : f * (1 - numberAt(x, count - 1 - i));
  });
}

/** DTLZ2: a sphere of radius 1. */
function spherical(x: Float64Array, count: number): number[] {
  const g = x.subarray(count - 1).reduce((sum, each) => sum + (each - 0.5) ** 2, 0);
  return Array.from({ length: count }, (_, i) => {
    let f = 1 + g;
    for (let j = 0; j < count - 1 - i; j++) f *= Math.cos((numberAt(x, j) * Math.PI) / 2);
    return i === 0 ? f : f * Math.sin((numberAt(x, count - 1 - i) * Math.PI) / 2);
  });
}

/** The last objective of DTLZ7 from the first ones, g being 1 at the front. */
function lastOf(first: readonly number[], g: number): number {
  const count = first.length + 1;
  return (1 + g) * first.reduce((h, f) => h - (f / (1 + g)) * (1 + Math.sin(3 * Math.PI * f)), count);
}

/** DTLZ7: 2^(M-1) separate pieces. */
function disconnected(x: Float64Array, count: number): number[] {
  const rest = x.subarray(count - 1);
  const g = 1 + (9 * rest.reduce((sum, each) => sum + each, 0)) / rest.length;
  const first = [...x.subarray(0, count - 1)];
  return [...first, lastOf(first, g)];
}

/** All ways to write `total` as a sum of `parts` whole numbers: an even grid on a simplex. */
function compositions(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    compositions(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}

function simplex(points: number, count: number): number[][] {
  let total = 1;
  const size = (n: number): number => {
    let ways = 1;
    for (let i = 1; i < count; i++) ways = (ways * (n + i)) / i;
    return ways;
  };
  while (size(total + 1) <= points) total++;
  return compositions(total, count).map((parts) => parts.map((part) => part / total));
}

/**
 * A test problem of Deb, Thiele, Laumanns and Zitzler with any number of objectives.
 *
 * Source: K. Deb et al., 'Scalable test problems for evolutionary multiobjective optimization' (2005).
 *
 * @param objectives at least 2
 */
export function dtlz(name: (typeof dtlzNames)[number], objectives: number): TestProblem {
  const variables = objectives - 1 + others[name];
  const evaluate = { dtlz1: linear, dtlz2: spherical, dtlz7: disconnected }[name];
  const worst = {
    dtlz1: Array.from({ length: objectives }, () => 0.55),
    dtlz2: Array.from({ length: objectives }, () => 1.1),
    dtlz7: Array.from({ length: objectives }, (_, i) => (i < objectives - 1 ? 1 : 2 * objectives)),
  }[name];
  return testProblem({
    id: objectives === 3 ? name : `${name}-${objectives}`,
    objectives,
    epsilon: { dtlz1: 0.03, dtlz2: 0.06, dtlz7: 0.06 }[name],
    best: Array.from({ length: objectives }, () => 0),
    worst,
    variables: Array.from({ length: variables }, () => [0, 1]),
    evaluate: (x) => evaluate(x, objectives),
    frontShare: {
      dtlz1: 1 - simplexPart(objectives) * (0.5 / 0.55) ** objectives,
      dtlz2: 1 - ballPart(objectives) / 1.1 ** objectives,
      dtlz7: disconnectedShare(objectives),
    }[name],
    front: (points) => {
      if (name === 'dtlz7') return disconnectedFront(points, objectives);
      return simplex(points, objectives).map((parts) => {
        if (name === 'dtlz1') return parts.map((part) => part / 2);
        const length = Math.sqrt(parts.reduce((sum, part) => sum + part ** 2, 0));
        return parts.map((part) => part / length);
      });
    },
  });
}

/** Where f (1 + sin 3 pi f) rises above all before it: the pieces of one objective on the front of DTLZ7. */
const pieces = [
  [0, 0.251411836088],
  [0.631626530701, 0.859400856644],
] as const;

/**
 * What the front of DTLZ7 dominates below last objective 2M, the others from 0 to 1: a decision (f_1 .. f_(M-1)) reaches
 * 2M - sum best(f_i), best being the greatest of f (1 + sin 3 pi f) so far. So it is M - 1 times the integral of best, over 2M.
 */
const disconnectedShare = (objectives: number): number =>
  ((objectives - 1) *
    integralAlong(
      pieces,
      1,
      (f) => f * (1 + Math.sin(3 * Math.PI * f)),
      (f) => {
        const angle = 3 * Math.PI;
        return f ** 2 / 2 - (f * Math.cos(angle * f)) / angle + Math.sin(angle * f) / angle ** 2;
      },
    )) /
  (2 * objectives);

function disconnectedFront(points: number, objectives: number): number[][] {
  const perAxis = Math.max(4, Math.round(points ** (1 / (objectives - 1))));
  const width = pieces.reduce((sum, [from, to]) => sum + to - from, 0);
  const axis = pieces.flatMap(([from, to]) => {
    const count = Math.max(2, Math.round((perAxis * (to - from)) / width));
    return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  });
  let grid: number[][] = [[]];
  for (let i = 0; i < objectives - 1; i++) grid = grid.flatMap((row) => axis.map((f) => [...row, f]));
  return grid.map((first) => [...first, lastOf(first, 1)]);
}
