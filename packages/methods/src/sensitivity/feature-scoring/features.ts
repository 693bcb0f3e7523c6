import { normalQuantile } from '@schaalsprong/model';
import { numberAt } from '@schaalsprong/words';
import type { Cases } from '../../cases/index.ts';
import { isConstant, meanOf, varianceOf } from '../../statistics/moments.ts';
import { judgeRuns } from '../estimates/enough.ts';
import { type Resampling, resamplingOf } from '../estimates/resampling.ts';
import type { Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { dependenceLabels, dependentPairs } from '../given-data/dependence.ts';
import { type GivenData, givenData } from '../given-data/given-data.ts';
import { refuse, sensitivityProblems } from '../problems.ts';
import { forestImportances } from './extra-trees.ts';

/** Options of feature scores. */
export interface FeatureOptions extends Partial<Pick<Resampling, 'confidence' | 'seed'>> {
  readonly inputs?: readonly string[] | undefined;
  /** Number of trees; default 100, as EMA Workbench has it. */
  readonly trees?: number | undefined;
  /** Part of the features that is tried at every split; default 0.6, as EMA Workbench has it. */
  readonly featurePart?: number | undefined;
}

const leastCases = 50;
/** Bootstrap samples, from which the confidence intervals follow. */
const draws = 20;
/** More cases per tree cost much and hardly change the scores. */
const casesPerTree = 2500;

/**
 * Feature scores: importance of each input in predicting an outcome with extremely randomised trees on given data. Scores add up
 * to 1. Valid for dependent inputs, non-linearity and interactions; only the ranking is comparable between tools. Classification
 * for a categorical outcome, regression for a number. A categorical input is one-hot encoded and its scores are summed.
 *
 * Confidence intervals: trees are grown on twenty bootstrap samples, several per sample. Variance between samples beyond that
 * within one is the uncertainty of the data; variance within a sample is that of a finite forest.
 *
 * @throws FuturesError where columns are wrong, settings cannot be, or fewer than 50 cases are usable
 *
 * Source: P. Geurts, D. Ernst, L. Wehenkel, Machine Learning 63 (2006); J. Kwakkel, Environmental Modelling & Software 96
 * (2017) for its use on futures.
 */
export function featureScores(
  cases: Cases,
  outcome: string,
  options: FeatureOptions = {},
): Sensitivity<'score'> {
  const { inputs: names, trees = 100, featurePart = 0.6, ...given } = options;
  const { confidence, seed } = resamplingOf(given);
  refuse([
    ...(Number.isSafeInteger(trees) && trees >= 2 * draws && trees <= 5000
      ? []
      : [
          sensitivityProblems.setting('trees', trees, {
            nl: 'een geheel getal van 40 tot en met 5000',
            en: 'a whole number from 40 to 5000',
          }),
        ]),
    ...(featurePart > 0 && featurePart <= 1
      ? []
      : [
          sensitivityProblems.setting('featurePart', featurePart, {
            nl: 'een getal boven 0 tot en met 1',
            en: 'a number above 0, at most 1',
          }),
        ]),
  ]);
  const data = givenData(cases, outcome, leastCases, { inputs: names, words: true });
  const { inputs, values, count } = data;
  const features = featuresOf(data);
  const classes = data.outcomeCategories?.length ?? null;
  const constant = isConstant(values);
  const perTree = constant
    ? []
    : forestImportances(
        { features: features.map(({ column }) => column), outcome: values, classes },
        { trees, featurePart, casesPerTree, draws, leastToSplit: 2, seed },
      );
  const z = normalQuantile(0.5 + confidence / 2);
  const results = inputs.map(({ name }, i) => {
    const scores = perTree.map((importances) =>
      features.reduce((sum, { of }, k) => (of === i ? sum + numberAt(importances, k) : sum), 0),
    );
    const value = constant ? 0 : meanOf(scores);
    const halfWidth = constant ? 0 : z * Math.sqrt(varianceOfForest(scores));
    return { name, indices: { score: { value, halfWidth } } };
  });

  const judgement = judgeRuns(results, 'score', count, count);
  const dependent = dependentPairs(inputs);
  const warnings: SensitivityWarning[] = [...data.warnings];
  if (dependent.length > 0) warnings.push(sensitivityWarnings.dependentData(dependenceLabels(dependent)));
  if (constant) warnings.push(sensitivityWarnings.constant(outcome));
  else if (!judgement.enough) warnings.push(sensitivityWarnings.notEnough(judgement, count));
  return {
    method: 'features',
    outcome,
    runs: count,
    dropped: data.dropped,
    indices: ['score'],
    decisive: 'score',
    inputs: results,
    pairs: null,
    settings: {
      trees,
      featurePart,
      kind: classes === null ? 'regression' : 'classification',
      confidence,
      seed,
    },
    enough: constant || judgement.enough,
    runsNeeded: constant ? null : judgement.runsNeeded,
    warnings,
  };
}

/** One column per numeric or binary input; one-hot columns for more than two categories. */
function featuresOf({
  inputs,
}: GivenData): readonly { readonly of: number; readonly column: Float64Array }[] {
  return inputs.flatMap(({ values, categories }, of) => {
    if (categories === null || categories <= 2) return [{ of, column: values }];
    return Array.from({ length: categories }, (_, category) => ({
      of,
      column: values.map((value) => (value === category ? 1 : 0)),
    }));
  });
}

/**
 * The variance of the mean score of a forest from the scores of its trees: variance components of a one-way layout by bootstrap
 * sample, plus the within variance divided by the number of trees.
 */
function varianceOfForest(scores: readonly number[]): number {
  const groups = Array.from({ length: draws }, (_, draw) =>
    scores.filter((__, tree) => tree % draws === draw),
  );
  const within = meanOf(groups.map((group) => varianceOf(group, 1)));
  const between = varianceOf(groups.map(meanOf), 1);
  return Math.max(0, between - within / (scores.length / draws)) + within / scores.length;
}
