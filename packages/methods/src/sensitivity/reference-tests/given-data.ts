import { saltelliPoints, sobolPoints } from '../../designs/index.ts';
import type { ReferenceTest } from '../../reference-tests/reference-test.ts';
import { ranked } from '../estimates/result.ts';
import { featureScores } from '../feature-scoring/features.ts';
import { deltaIndices } from '../moment-independent/delta.ts';
import { pawnIndices } from '../moment-independent/pawn.ts';
import { ishigami, sobolG } from '../test-functions/index.ts';
import { rbdFast } from '../variance/rbd-fast.ts';
import { closedForm, compare, one, salibTests } from './compare.ts';
import { casesOf } from './functions.ts';

/** Methods on given data, on functions of which others have published the result. */
export const givenDataReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'rbd-fast-ishigami',
    method: 'sensitivity',
    title: { nl: 'RBD-FAST op gegeven runs van Ishigami', en: 'RBD-FAST on given runs of Ishigami' },
    source: `${salibTests}, test_regression_rbd_fast: within 0.05`,
    cost: 'quick',
    run: () =>
      compare(
        rbdFast(casesOf(ishigami, sobolPoints(4096, 3, { scramble: { seed: 1 } })), 'Y', { resamples: 10 }),
        'S1',
        [0.31, 0.44, 0],
        0.05,
      ),
  },
  {
    id: 'delta-ishigami',
    method: 'sensitivity',
    title: {
      nl: 'Delta van Borgonovo op gegeven runs van Ishigami',
      en: 'Borgonovo’s delta on given runs of Ishigami',
    },
    source: `${salibTests}, test_regression_delta: within 0.05`,
    cost: 'slow',
    run: () => {
      const found = deltaIndices(casesOf(ishigami, sobolPoints(8192, 3)), 'Y', { resamples: 10 });
      return [
        ...compare(found, 'delta', [0.21, 0.358, 0.155], 0.05),
        ...compare(found, 'S1', [0.31, 0.44, 0], 0.05),
      ];
    },
  },
  {
    id: 'pawn-ishigami',
    method: 'sensitivity',
    title: {
      nl: 'PAWN op 32.768 gegeven runs van Ishigami, tien intervallen, mediaan',
      en: 'PAWN on 32,768 given runs of Ishigami, ten intervals, median',
    },
    source:
      'measured with SALib (June 2026): its Sobol’ sample of N = 4096 with second order; scrambled there, and so within what resampling gives',
    cost: 'slow',
    run: () =>
      compare(
        pawnIndices(casesOf(ishigami, saltelliPoints(4096, 3, { secondOrder: true })), 'Y', {
          resamples: 10,
        }),
        'median',
        [0.2364, 0.3909, 0.0824],
        0.005,
      ),
  },
  {
    id: 'features-sobol-g-order',
    method: 'sensitivity',
    title: {
      nl: 'Scores van bomen zetten de G-functie in de goede volgorde',
      en: 'Scores of trees put the G function in the right order',
    },
    source: `${closedForm}; only the order is comparable between tools`,
    cost: 'slow',
    run: () => {
      const found = featureScores(casesOf(sobolG(), sobolPoints(1024, 8)), 'Y');
      return ranked(found)
        .slice(0, 4)
        .map(({ name }, place) => one(`place ${place + 1}`, place + 1, Number(name.slice(1)), 0));
    },
  },
];
