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

/** What of feature scores may be chosen. */
export interface FeatureOptions extends Partial<Pick<Resampling, 'confidence' | 'seed'>> {
  readonly inputs?: readonly string[] | undefined;
  /** Number of trees; default 100, as EMA Workbench has it. */
  readonly trees?: number | undefined;
  /** Part of the features that is tried at every split; default 0.6, as EMA Workbench has it. */
  readonly featurePart?: number | undefined;
}

const leastCases = 50;
/** Draws of the cases, from which the confidence follows. */
const draws = 20;
/** Growing a tree on more cases costs much and hardly moves the scores. */
const casesPerTree = 2500;

/**
 * Feature scores: which inputs trees need to tell an outcome, by extremely randomised trees on given data. Scores add up to 1.
 * They hold for dependent inputs, curvature and interactions; only their order is comparable between tools. An outcome of words
 * is told as classes, one of numbers as numbers. Words among the inputs become a feature per category, added up again.
 *
 * Confidence: trees are grown on twenty draws of the cases with replacement, some on each. What the draws differ in beyond what
 * the trees of one draw differ in is the uncertainty of the data; what the trees differ in, that of a finite forest.
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

/** A column per number, and per category of more than two whether it is that one. */
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
 * The variance of the mean score of a forest, from the scores of its trees: of the draws of the cases, by the components of
 * variance of a one-way layout, and of the trees, divided by their number.
 */
function varianceOfForest(scores: readonly number[]): number {
  const groups = Array.from({ length: draws }, (_, draw) =>
    scores.filter((__, tree) => tree % draws === draw),
  );
  const within = meanOf(groups.map((group) => varianceOf(group, 1)));
  const between = varianceOf(groups.map(meanOf), 1);
  return Math.max(0, between - within / (scores.length / draws)) + within / scores.length;
}
