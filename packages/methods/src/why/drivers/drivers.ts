import { at, numberAt } from '@schaalsprong/words';
import { meanOf } from '../../statistics/moments.ts';
import { orderOf, ranksOf } from '../../statistics/ranks.ts';
import { BLOCKS, jackknife } from '../change/measured.ts';
import { allEqual, checkColumns, type NamedColumn } from '../columns.ts';
import { attributePlain, type PlainGame } from '../games/index.ts';
import { type NoAnswer, noAnswer } from '../reason.ts';
import { afterInputs, type Correlations, correlationsOf, fit } from './regression.ts';

/** Request to attribute the spread of an outcome to uncertainties. */
export interface DriversAsk {
  readonly inputs: readonly NamedColumn[];
  /** An outcome per future, or the difference of two scenarios on the same futures. */
  readonly outcome: NamedColumn;
  /** `ranks` (default) sees every steady rise or fall, however curved; `values` straight lines only. */
  readonly on?: 'ranks' | 'values' | undefined;
  /** Number of inputs that are attributed individually; the others are one block. Default 8. */
  readonly leading?: number | undefined;
}

/** What one uncertainty explains of the differences between futures. */
export interface Driver {
  readonly id: string;
  /** Part of the variance of the outcome (of its ranks), mean over all orders in which inputs come in. */
  readonly share: number;
  /** Standard error of the share, over the futures. */
  readonly error: number;
  readonly direction: 'up' | 'down';
  /** Mean outcome in the quarter of the futures where the input is lowest and highest. */
  readonly low: number;
  readonly high: number;
  /** The share is more than twice its error: it is not chance. */
  readonly clear: boolean;
}

/** What makes an outcome differ from future to future. */
export interface Drivers {
  readonly kind: 'drivers';
  /** The largest share first. */
  readonly drivers: readonly Driver[];
  readonly others: { readonly count: number; readonly share: number };
  /** Part that all inputs explain as a steady rise or fall; the rest is curves that turn, inputs that work on each other, and chance. */
  readonly r2: number;
  /** The same corrected for the number of inputs: what would be left with endless futures. */
  readonly adjusted: number;
  /** Inputs that are the same in every future. */
  readonly constant: readonly string[];
  readonly futures: number;
  /** Fewer than ten futures per input: the order is to be trusted more than the shares. */
  readonly rough: boolean;
}

/** Minimum number of futures per input; below twice this the result is marked rough. */
const LEAST_PER_INPUT = 5;
const LEAST_FUTURES = 30;

/**
 * Divides the spread of an outcome over futures among the uncertainties: R squared of a (rank) regression, each input's mean
 * increment over all orders of entry (LMG, the Shapley value of R squared), which is defined for correlated inputs. The leading
 * inputs, by the magnitude of their coefficient, are players of their own; the others are one player.
 *
 * Sources: R. Lindeman, P. Merenda, R. Gold, 'Introduction to bivariate and multivariate analysis' (1980); U. Grömping, 'Estimators of
 * relative importance in linear regression based on variance decomposition', The American Statistician 61 (2007); on ranks: R. Iman, W. Conover,
 * 'The use of the rank transform in regression', Technometrics 21 (1979).
 *
 * @returns a reason where the outcome is the same in every future, or there are too few futures for so many inputs
 * @throws FuturesError for columns of another length or with cells that are no number
 *
 * @example
 * ```ts
 * import { sampleFutures } from '@schaalsprong/methods/ensemble';
 * import { driversOf } from '@schaalsprong/methods/why';
 *
 * const uniform = { kind: 'uniform', min: 0, max: 1 } as const;
 * const { byId } = sampleFutures(['a', 'b'].map((id) => ({ id, variable: id, distribution: uniform })), 400, 1);
 * const answer = driversOf({
 *   inputs: Object.entries(byId).map(([id, values]) => ({ id, values })),
 *   outcome: { id: 'y', values: byId.a.map((a, future) => 3 * a - byId.b[future]) },
 * });
 * if (answer.kind === 'none') throw new Error(answer.reason.en);
 * answer.drivers.map(({ id, direction }) => `${id} ${direction}`); // => ['a up', 'b down']
 * ```
 */
export function driversOf({ inputs, outcome, on = 'ranks', leading = 8 }: DriversAsk): Drivers | NoAnswer {
  const count = outcome.values.length;
  checkColumns([...inputs, outcome], count);
  if (allEqual(outcome.values)) {
    return noAnswer(
      'constant-outcome',
      'De uitkomst is in alle toekomsten gelijk: er is geen verschil te verklaren.',
      'The outcome is the same in every future: there is no difference to explain.',
    );
  }
  const varying = inputs.filter(({ values }) => !allEqual(values));
  if (varying.length === 0) {
    return noAnswer(
      'constant-inputs',
      'Alle onzekerheden zijn in alle toekomsten gelijk.',
      'All uncertainties are the same in every future.',
    );
  }
  const needed = Math.max(LEAST_FUTURES, LEAST_PER_INPUT * varying.length);
  if (count < needed) {
    return noAnswer(
      'not-enough-runs',
      `Niet genoeg toekomsten: voor ${varying.length} onzekerheden zijn er ten minste ${needed} nodig, en het zijn er ${count}.`,
      `Not enough futures: ${varying.length} uncertainties need at least ${needed}, and there are ${count}.`,
    );
  }
  const scaled = (values: Float64Array): Float64Array => (on === 'ranks' ? ranksOf(values) : values);
  const columns = [...varying.map(({ values }) => scaled(values)), scaled(outcome.values)];
  const rows = Array.from({ length: count }, (_, row) => row);
  const all = varying.map((_, input) => input);
  const correlations = correlationsOf(columns, rows);
  const { r2, coefficients } = fit(correlations, all);
  const bySize = [...all].sort(
    (a, b) => Math.abs(numberAt(coefficients, b)) - Math.abs(numberAt(coefficients, a)) || a - b,
  );
  const first = bySize.slice(0, leading);
  const rest = bySize.slice(leading);
  const whole = sharesOf(correlations, first, rest);
  const without = Array.from({ length: BLOCKS }, (_, block) =>
    sharesOf(
      correlationsOf(
        columns,
        rows.filter((row) => row % BLOCKS !== block),
      ),
      first,
      rest,
    ),
  );
  const drivers = first.map((input, player): Driver => {
    const { id, values } = at(varying, input);
    const order = orderOf(values);
    const quarter = Math.max(1, Math.floor(count / 4));
    const mean = (some: Uint32Array): number =>
      meanOf(Float64Array.from(some, (row) => numberAt(outcome.values, row)));
    const share = at(whole, player);
    const error = jackknife(without.map((each) => at(each, player)));
    return {
      id,
      share,
      error,
      direction: numberAt(coefficients, input) < 0 ? 'down' : 'up',
      low: mean(order.slice(0, quarter)),
      high: mean(order.slice(-quarter)),
      clear: share > 2 * error,
    };
  });
  return {
    kind: 'drivers',
    drivers: drivers.sort((a, b) => b.share - a.share),
    others: { count: rest.length, share: rest.length > 0 ? at(whole, first.length) : 0 },
    r2,
    adjusted: 1 - ((1 - r2) * (count - 1)) / (count - varying.length - 1),
    constant: inputs.filter((input) => !varying.includes(input)).map(({ id }) => id),
    futures: count,
    rough: count < 2 * LEAST_PER_INPUT * varying.length,
  };
}

/** The Shapley value of R squared: of each leading input, then of all others as one if there are any. */
function sharesOf(
  correlations: Correlations,
  leading: readonly number[],
  others: readonly number[],
): number[] {
  const left = afterInputs(correlations, others);
  const last = correlations.matrix.length - 1;
  const byOthers = numberAt(correlations.matrix, last) - numberAt(left.matrix, last);
  const game: PlainGame = {
    players: leading.length + (others.length > 0 ? 1 : 0),
    size: 1,
    value: (coalitions) =>
      coalitions.map((coalition) => {
        const chosen = leading.filter((_, player) => coalition[player] === 1);
        return [
          coalition[leading.length] === 1 ? byOthers + fit(left, chosen).r2 : fit(correlations, chosen).r2,
        ];
      }),
  };
  return attributePlain(game, { exactUpTo: 2 ** 12 }).values.map((value) => numberAt(value, 0));
}
