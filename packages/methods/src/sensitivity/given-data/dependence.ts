import { dot } from '../../linear/dot.ts';
import { meanOf } from '../../statistics/moments.ts';
import { ranksOf } from '../../statistics/ranks.ts';
import { rowsOf } from '../../statistics/rows.ts';
import type { GivenInput } from './given-data.ts';

/** Rank correlations up to this size raise no warning. */
export const weakCorrelation = 0.2;

/** A sample of this size settles whether inputs are dependent; the cost is quadratic in the number of inputs. */
const mostCases = 5000;

/** Two inputs that are correlated. */
export interface Dependence {
  readonly inputs: readonly [string, string];
  /** Spearman's, from -1 to 1. */
  readonly correlation: number;
}

/**
 * Pairs of inputs of which the rank correlation is larger than {@link weakCorrelation}, and larger than four times what
 * chance gives in so many cases (1 / sqrt(n - 1)); strongest first. Categories are left out: their numbers have no order.
 *
 * Source: M. Kendall, Rank Correlation Methods (1948), for Spearman's correlation and its standard error.
 */
export function dependentPairs(inputs: readonly GivenInput[]): readonly Dependence[] {
  const ordered = inputs
    .filter(({ categories }) => categories === null || categories === 2)
    .map(({ name, values }) => ({ name, scores: standardised(ranksOf(values.subarray(0, mostCases))) }));
  const count = rowsOf(ordered.map(({ scores }) => scores));
  const limit = Math.max(weakCorrelation, 4 / Math.sqrt(Math.max(1, count - 1)));
  const found: Dependence[] = [];
  ordered.forEach((one, i) => {
    for (const other of ordered.slice(i + 1)) {
      const correlation = dot(one.scores, other.scores);
      if (Math.abs(correlation) > limit) found.push({ inputs: [one.name, other.name], correlation });
    }
  });
  return found.sort((one, other) => Math.abs(other.correlation) - Math.abs(one.correlation));
}

/** Labels of pairs: `rent & price: 0.84`. */
export const dependenceLabels = (pairs: readonly Dependence[]): readonly string[] =>
  pairs.map(({ inputs, correlation }) => `${inputs.join(' & ')}: ${correlation.toFixed(2)}`);

/** Centred and scaled to unit length, so that a dot product is a correlation; zeros where all are equal. */
function standardised(ranks: Float64Array): Float64Array {
  const mean = meanOf(ranks);
  let squares = 0;
  for (const rank of ranks) squares += (rank - mean) ** 2;
  const length = Math.sqrt(squares);
  return ranks.map((rank) => (length > 0 ? (rank - mean) / length : 0));
}
