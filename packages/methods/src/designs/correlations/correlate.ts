import { normalCdf, normalQuantile, sin } from '@schaalsprong/model';
import { at, numberAt } from '@schaalsprong/words';
import { rowsOf } from '../../statistics/rows.ts';
import type { Design } from '../design.ts';
import { refuse } from '../problems.ts';
import { cholesky, type Matrix } from './cholesky.ts';
import { type Correlations, correlationFaults } from './correlation-matrix.ts';
import { correlationProblems } from './correlation-problems.ts';
import type { CorrelationMethod } from './design-correlations.ts';
import { rankCorrelations, ranksOf, symmetric } from './ranks.ts';

/** Methods whose points may be moved or change places; the others vary by a plan that would be lost. */
const movable: readonly string[] = ['latin-hypercube', 'monte-carlo', 'sobol', 'halton'];

/**
 * A design whose dimensions are correlated as asked, marked as dependent. Dimensions that are not named, and the first
 * that is, stay as they were, bit for bit.
 *
 * @param design of points that are independent
 * @param correlations rank correlations by name
 * @param method else Iman and Conover's for points that are drawn, and a copula for a sequence
 * @throws FuturesError where these are no correlations, or the design has too few points or a plan of its own
 *
 * Source: R. Iman, W. Conover, Communications in Statistics B11 (1982); for the copula R. Nelsen, An Introduction to
 * Copulas (2006).
 */
export function correlate(design: Design, correlations: Correlations, method?: CorrelationMethod): Design {
  const by = design.request.method;
  const least = correlations.names.length + 1;
  refuse([
    ...(movable.includes(by) ? [] : [correlationProblems.method(by)]),
    ...(design.count < least ? [correlationProblems.tooFew(design.count, least)] : []),
    ...correlationFaults(correlations, design.names),
  ]);
  const how = method ?? (by === 'sobol' || by === 'halton' ? 'copula' : 'iman-conover');
  const places = correlations.names.map((name) => design.names.indexOf(name));
  const named = places.map((place) => at(design.columns, place));
  const target = triangle(correlations.values);
  const moved = how === 'copula' ? byCopula(named, target) : byRanks(named, target);
  const columns = [...design.columns];
  places.forEach((place, i) => {
    columns[place] = at(moved, i);
  });
  return {
    ...design,
    columns,
    dependent: true,
    correlations: { ...correlations, method: how, achieved: rankCorrelations(moved) },
  };
}

/**
 * The triangle of the correlations that normal scores must have so that their ranks have those that are asked:
 * 2 sin(pi r / 6) each. Of some matrices of rank correlations the result is none; then the rank correlations themselves,
 * from which it differs by at most 0.018.
 */
function triangle(ranks: Matrix): readonly Float64Array[] {
  const scores = ranks.map((row, i) => row.map((r, j) => (i === j ? 1 : 2 * sin((Math.PI / 6) * r))));
  for (const matrix of [scores, ranks]) {
    const lower = cholesky(matrix);
    if (typeof lower !== 'number') return lower;
  }
  throw new Error('correlations that were checked have no triangle');
}

/** 0 and 1 have no normal score; a sequence may begin at 0. */
const EDGE = 2 ** -53;

function byCopula(
  columns: readonly Float64Array[],
  target: readonly Float64Array[],
): readonly Float64Array[] {
  const scores = columns.map((column) =>
    column.map((p) => normalQuantile(Math.min(1 - EDGE, Math.max(EDGE, p)))),
  );
  return target.map((row, dimension) => {
    if (row.subarray(0, dimension).every((part) => part === 0)) return at(columns, dimension);
    return combined(row, scores).map((score) => normalCdf(score));
  });
}

/** One row of a triangle times the scores of every point; from left to right, so the sums are the same everywhere. */
function combined(row: Float64Array, scores: readonly Float64Array[]): Float64Array {
  const sums = new Float64Array(rowsOf(scores));
  row.forEach((part, k) => {
    if (part !== 0) addTimes(sums, part, at(scores, k));
  });
  return sums;
}

/** Adds a multiple of one column to another. */
function addTimes(to: Float64Array, factor: number, column: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = numberAt(to, i) + factor * numberAt(column, i);
}

/**
 * Iman and Conover: normal scores in the order of each column, freed of the correlations that they happen to have, given
 * those that are asked; then each column takes the order of its scores.
 */
function byRanks(columns: readonly Float64Array[], target: readonly Float64Array[]): readonly Float64Array[] {
  const count = rowsOf(columns);
  const byRank = Float64Array.from({ length: count }, (_, rank) => normalQuantile((rank + 1) / (count + 1)));
  const scores = columns.map((column) =>
    Float64Array.from(ranksOf(column), (rank) => numberAt(byRank, rank)),
  );
  let square = 0;
  for (const score of byRank) square += score * score;
  const chance = cholesky(
    symmetric(scores.length, (i, j) => {
      const one = at(scores, i);
      const other = at(scores, j);
      let sum = 0;
      for (let point = 0; point < count; point++) sum += numberAt(one, point) * numberAt(other, point);
      return sum / square;
    }),
  );
  if (typeof chance === 'number' || chance.some((row, i) => row[i] === 0)) {
    refuse([correlationProblems.tooFew(count, 2 * columns.length + 10)]);
    return columns;
  }
  const free = solved(chance, scores);
  return columns.map((column, dimension) => {
    const wanted = combined(at(target, dimension), free);
    const sorted = Float64Array.from(column).sort();
    return Float64Array.from(ranksOf(wanted), (rank) => numberAt(sorted, rank));
  });
}

/** Columns Y with L Y' = X' point by point, by forward substitution. */
function solved(lower: readonly Float64Array[], columns: readonly Float64Array[]): readonly Float64Array[] {
  const free: Float64Array[] = [];
  lower.forEach((row, dimension) => {
    const rest = Float64Array.from(at(columns, dimension));
    for (let k = 0; k < dimension; k++) addTimes(rest, -numberAt(row, k), at(free, k));
    const pivot = numberAt(row, dimension);
    free.push(rest.map((value) => value / pivot));
  });
  return free;
}
