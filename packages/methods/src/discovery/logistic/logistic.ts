import { ln } from '@schaalsprong/model';
import { at, byteAt, numberAt } from '@schaalsprong/words';
import { FuturesError } from '../../problems.ts';
import { ruleFaults, type Selected, type SelectionRule, selectStep } from '../boxes/select.ts';
import type { DiscoveryData, Input } from '../data/data.ts';
import { outcomeFaults } from '../data/outcome-faults.ts';
import { discoveryProblems as problems } from '../problems.ts';
import { type Fit, fitLogistic, scoreStatistic } from './logistic-fit.ts';

/** Settings of the logistic regression. */
export interface LogisticSettings {
  /** Which level of the fitted chance is taken, as a step on the curve of levels. */
  readonly select: SelectionRule;
}

/** Default settings of the logistic regression. */
export const logisticDefaults: LogisticSettings = { select: { by: 'knee' } };

/** One input in the model, or one category of it beside the first. */
export interface Term {
  readonly input: string;
  readonly category: string | null;
  /** Change of the log odds for one standard deviation: comparable between inputs. */
  readonly standardised: number;
  /** The same for one unit of the input, or for this category instead of the first. */
  readonly coefficient: number;
}

/** The model after an input was added. */
export interface LogisticStep {
  /** In the order in which they were added. */
  readonly inputs: readonly string[];
  readonly intercept: number;
  readonly terms: readonly Term[];
  /** -2 ln likelihood, and that plus ln n per coefficient: the lower the better. */
  readonly deviance: number;
  readonly bic: number;
  readonly converged: boolean;
}

/** The futures whose fitted chance is above a level. */
export interface Level {
  readonly level: number;
  readonly n: number;
  readonly k: number;
  readonly coverage: number;
  readonly density: number;
  readonly restricted: number;
}

/** A fitted logistic regression, step by step. */
export interface LogisticResult {
  readonly settings: LogisticSettings;
  /** From the intercept alone on; each step adds the input that lowers the BIC most. The last is the model. */
  readonly steps: readonly LogisticStep[];
  /** Why no further input was added: the BIC, or the rule of ten futures per coefficient. */
  readonly stopped: 'bic' | 'few-futures' | 'all-inputs';
  /** Of the last step, at chances of 0, .05 ... .95. */
  readonly levels: readonly Level[];
  readonly selected: Selected;
  /** Whether some level has all futures of interest and no other: then coefficients say which way, not how much. */
  readonly separated: boolean;
  /** Per future the fitted chance of the last step. */
  readonly fitted: Float64Array;
}

/** Futures of the rarer kind that each coefficient needs. P. Peduzzi and others, J. Clinical Epidemiology 49 (1996). */
const PER_COEFFICIENT = 10;
/** So many of the inputs that promise most are fitted before one is chosen. */
const FITTED = 3;
const LEVELS = Array.from({ length: 20 }, (_, i) => i / 20);

/**
 * Logistic regression for scenario discovery: which inputs, added one by one, tell futures of interest from the others, and what
 * part of them a level of the fitted chance covers, how densely. The fitted chance ranks futures; it is no chance that
 * something happens. Inputs are standardised; a category counts as one column per category beside the first.
 *
 * Forward selection on the BIC; the inputs are ranked by Rao's score statistic and the best three are fitted.
 *
 * @throws FuturesError where all futures are of one kind, or fewer than ten of one kind
 *
 * Sources: J. Quinn and others, Water Resources Research 54 (2018); J. Lamontagne and others, Nature Climate Change 9 (2019).
 */
export function logistic(data: DiscoveryData, settings: Partial<LogisticSettings> = {}): LogisticResult {
  const all = { ...logisticDefaults, ...settings };
  const faults = [...outcomeFaults(data), ...ruleFaults(all.select)];
  const rarer = Math.min(data.ofInterest, data.count - data.ofInterest);
  if (faults.length === 0 && rarer < PER_COEFFICIENT) faults.push(problems.tooFew(rarer, PER_COEFFICIENT));
  if (faults.length > 0) throw new FuturesError(faults);

  const most = Math.floor(rarer / PER_COEFFICIENT);
  const features = data.inputs.map(featureOf);
  let chosen: readonly Feature[] = [];
  let fit = fitLogistic([], data.interest);
  const steps = [stepOf(chosen, fit, data.count)];
  let stopped: LogisticResult['stopped'] = 'all-inputs';
  for (;;) {
    const columns = chosen.flatMap((feature) => feature.columns);
    const from = fit.coefficients;
    const open = features.filter((feature) => !chosen.includes(feature));
    if (open.length === 0) break;
    const room = open.filter((feature) => columns.length + feature.columns.length <= most);
    if (room.length === 0) {
      stopped = 'few-futures';
      break;
    }
    const promising = room
      .map((feature, place) => ({
        feature,
        place,
        promise:
          scoreStatistic(columns, feature.columns, data.interest, fit.fitted) -
          feature.columns.length * ln(data.count),
      }))
      .sort((a, b) => b.promise - a.promise || a.place - b.place)
      .slice(0, FITTED)
      .map(({ feature, place }) => {
        const more = [...chosen, feature];
        const tried = fitLogistic(
          more.flatMap((each) => each.columns),
          data.interest,
          from,
        );
        return { more, tried, place, step: stepOf(more, tried, data.count) };
      })
      .sort((a, b) => a.step.bic - b.step.bic || a.place - b.place);
    const [best] = promising;
    if (best === undefined || !(best.step.bic < at(steps, steps.length - 1).bic)) {
      stopped = 'bic';
      break;
    }
    chosen = best.more;
    fit = best.tried;
    steps.push(best.step);
  }
  const levels = LEVELS.map((level) => levelOf(level, fit.fitted, data, chosen.length));
  return {
    settings: all,
    steps,
    stopped,
    levels,
    selected: selectStep(levels, all.select),
    separated: isSeparated(fit.fitted, data.interest),
    fitted: fit.fitted,
  };
}

/** An input as columns with mean 0 and standard deviation 1. */
interface Feature {
  readonly input: Input;
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

function featureOf(input: Input): Feature {
  const raw =
    input.kind === 'category'
      ? input.categories
          .slice(1)
          .map((_, place) => Float64Array.from(input.values, (value) => (value === place + 1 ? 1 : 0)))
      : [input.values];
  const means = raw.map((column) => column.reduce((sum, value) => sum + value / column.length, 0));
  const deviations = raw.map((column, place) => {
    const mean = at(means, place);
    return Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2 / column.length, 0));
  });
  const columns = raw.map((column, place) => {
    const mean = at(means, place);
    const deviation = at(deviations, place);
    return column.map((value) => (value - mean) / deviation);
  });
  return { input, columns, means, deviations };
}

function stepOf(chosen: readonly Feature[], fit: Fit, count: number): LogisticStep {
  let place = 1;
  let intercept = numberAt(fit.coefficients, 0);
  const terms = chosen.flatMap(({ input, columns, means, deviations }) =>
    columns.map((_, i): Term => {
      const standardised = numberAt(fit.coefficients, place++);
      const coefficient = standardised / at(deviations, i);
      intercept -= coefficient * at(means, i);
      const category = input.kind === 'category' ? at(input.categories, i + 1) : null;
      return { input: input.name, category, standardised, coefficient };
    }),
  );
  return {
    inputs: chosen.map(({ input }) => input.name),
    intercept,
    terms,
    deviance: fit.deviance,
    bic: fit.deviance + fit.coefficients.length * ln(count),
    converged: fit.converged,
  };
}

function levelOf(level: number, fitted: Float64Array, data: DiscoveryData, restricted: number): Level {
  let n = 0;
  let k = 0;
  fitted.forEach((chance, row) => {
    if (!(chance > level)) return;
    n++;
    k += byteAt(data.interest, row);
  });
  return { level, n, k, coverage: k / data.ofInterest, density: n > 0 ? k / n : 0, restricted };
}

function isSeparated(fitted: Float64Array, interest: Uint8Array): boolean {
  let highest = 0;
  let lowest = 1;
  fitted.forEach((chance, row) => {
    if (interest[row]) lowest = Math.min(lowest, chance);
    else highest = Math.max(highest, chance);
  });
  return lowest > highest;
}
