import { saltelliPoints } from '../../designs/index.ts';
import type { ReferenceTest } from '../../reference-tests/reference-test.ts';
import {
  constant,
  evaluateAll,
  ishigami,
  linearSum,
  oakleyOHagan,
  scaleToInputs,
  sobolG,
  sobolGPartialVariances,
  usualCoefficients,
} from '../test-functions/index.ts';
import { sobolIndices } from '../variance/sobol.ts';
import { closedForm, compare, listed, one, pairs, salibTests } from './compare.ts';
import { sobolOf } from './functions.ts';

const smallG = [78, 12, 0.5, 2, 97, 33];

/** Table 1 of Oakley and O'Hagan, for independent standard normal inputs. */
const oakleyPublished = [
  0.00156, 0.000186, 0.001307, 0.003045, 0.002905, 0.023035, 0.024151, 0.026517, 0.046036, 0.014945, 0.101823,
  0.135708, 0.101989, 0.105169, 0.122818,
];

/** Sobol' indices on functions of which they are known. */
export const varianceReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'ishigami-closed-form',
    method: 'sensitivity',
    title: {
      nl: 'Ishigami: varianties en indices als formule',
      en: 'Ishigami: variances and indices as formulas',
    },
    source: 'T. Ishigami, T. Homma 1990; closed form with a = 7, b = 0.1',
    cost: 'quick',
    run: () => [
      one('V', 13.8445879407, ishigami.exact.variance, 1e-9),
      ...listed('S1', [0.3139051911, 0.4424111448, 0], ishigami.exact.first, 1e-9),
      ...listed('ST', [0.5575888552, 0.4424111448, 0.2436836641], ishigami.exact.total, 1e-9),
    ],
  },
  {
    id: 'sobol-ishigami',
    method: 'sensitivity',
    title: {
      nl: 'Sobol’-indices van Ishigami uit 65.536 runs (N = 8192)',
      en: 'Sobol’ indices of Ishigami from 65,536 runs (N = 8192)',
    },
    source: `${closedForm}; a difference of at most 0.01 is the bar`,
    cost: 'slow',
    run: () => {
      const found = sobolOf(ishigami, 8192, true, { resamples: 10 });
      return [
        ...compare(found, 'S1', ishigami.exact.first, 0.01),
        ...compare(found, 'ST', ishigami.exact.total, 0.01),
        ...pairs(found, [0, 0.2436836641, 0], 0.01),
      ];
    },
  },
  {
    id: 'sobol-ishigami-small',
    method: 'sensitivity',
    title: {
      nl: 'Sobol’-indices van Ishigami uit 8192 runs (N = 1024), binnen hun interval',
      en: 'Sobol’ indices of Ishigami from 8,192 runs (N = 1024), within their interval',
    },
    source: closedForm,
    cost: 'quick',
    run: () => {
      const found = sobolOf(ishigami, 1024, true);
      return [
        ...compare(found, 'S1', ishigami.exact.first, 'its interval'),
        ...compare(found, 'ST', ishigami.exact.total, 'its interval'),
      ];
    },
  },
  {
    id: 'sobol-ishigami-groups',
    method: 'sensitivity',
    title: { nl: 'Groepen van invoeren: {x1, x3} en {x2}', en: 'Groups of inputs: {x1, x3} and {x2}' },
    source: `${salibTests}, test_regression_sobol_groups; ST ${closedForm}`,
    cost: 'slow',
    run: () => {
      const unit = saltelliPoints(8192, 3, { groups: [0, 1, 0] });
      const values = evaluateAll(ishigami, scaleToInputs(ishigami.inputs, unit));
      const found = sobolIndices(
        { names: ['{x1, x3}', '{x2}'], outcome: 'Y', values, secondOrder: false },
        { resamples: 10 },
      );
      const exact = [0.5575889, 0.4424111];
      return [...compare(found, 'S1', exact, 0.01), ...compare(found, 'ST', exact, 0.01)];
    },
  },
  {
    id: 'sobol-g-closed-form',
    method: 'sensitivity',
    title: {
      nl: 'G-functie: varianties en indices als formule',
      en: 'G function: variances and indices as formulas',
    },
    source: `${salibTests}, test_test_functions.py; ${closedForm}`,
    cost: 'quick',
    run: () => {
      const { exact } = sobolG(smallG);
      const usual = sobolG().exact;
      return [
        one('V', 0.19347, exact.variance, 1e-6),
        ...listed(
          'V',
          [0.000053, 0.001972, 0.148148, 0.037037, 0.000035, 0.000288],
          sobolGPartialVariances(smallG),
          1e-6,
        ),
        ...listed(
          'S1',
          [2.7606504e-4, 1.0194804e-2, 0.7657430684, 0.1914357671, 1.7939628e-4, 1.4904169e-3],
          exact.first,
          1e-9,
        ),
        ...listed(
          'ST',
          [3.294577e-4, 1.214324e-2, 0.7959698, 0.2203131, 2.140966e-4, 1.778255e-3],
          exact.total,
          1e-7,
        ),
        one('second a: V', 0.4654244, usual.variance, 1e-7),
        ...listed(
          'second a: S1',
          [0.716192, 0.179048, 0.0236758, 0.00716192, 7.16e-5, 7.16e-5, 7.16e-5, 7.16e-5],
          usual.first,
          5e-7,
        ),
        ...listed(
          'second a: ST',
          [0.787144, 0.242198, 0.0343169, 0.0104604, 1.0495e-4, 1.0495e-4, 1.0495e-4, 1.0495e-4],
          usual.total,
          5e-7,
        ),
      ];
    },
  },
  {
    id: 'sobol-g-points',
    method: 'sensitivity',
    title: {
      nl: 'G-functie in de oorsprong, gewoon en gewijzigd',
      en: 'G function at the origin, plain and modified',
    },
    source: `${salibTests}, test_test_functions.py`,
    cost: 'quick',
    run: () => {
      const origin = new Float64Array(8);
      const shape = { delta: Array(8).fill(1), alpha: Array(8).fill(2) };
      return [
        one('g(0)', 4.0583, sobolG().evaluate(origin), 1e-4),
        one('modified g(0)', 10.6275, sobolG(usualCoefficients, shape).evaluate(origin), 1e-4),
        ...listed(
          'modified V',
          [5.34102441e-5, 4.73372781e-3, 3.22580645, 1.81818182e-2, 3.91993532e-4, 2.05472122e-2],
          sobolGPartialVariances(smallG, [1, 2, 15, 0.6, 8, 48]),
          1e-8,
        ),
      ];
    },
  },
  {
    id: 'sobol-g',
    method: 'sensitivity',
    title: {
      nl: 'Sobol’-indices van de G-functie (N = 4096)',
      en: 'Sobol’ indices of the G function (N = 4096)',
    },
    source: `${salibTests}, test_sobol.py: within 0.01; ${closedForm}`,
    cost: 'slow',
    run: () => {
      const of = sobolG(smallG);
      const found = sobolOf(of, 4096, false, { resamples: 10 });
      return [...compare(found, 'S1', of.exact.first, 0.01), ...compare(found, 'ST', of.exact.total, 0.01)];
    },
  },
  {
    id: 'sobol-constant',
    method: 'sensitivity',
    title: {
      nl: 'Een model dat altijd hetzelfde geeft: alles nul',
      en: 'A model that is always the same: all zero',
    },
    source: `${salibTests}, test_sobol.py`,
    cost: 'quick',
    run: () =>
      sobolOf(constant, 64, true).inputs.flatMap(({ name, indices }) => [
        one(`S1[${name}]`, 0, indices.S1.value, 0),
        one(`S1[${name}] ±`, 0, indices.S1.halfWidth, 0),
        one(`ST[${name}]`, 0, indices.ST.value, 0),
        one(`ST[${name}] ±`, 0, indices.ST.halfWidth, 0),
      ]),
  },
  {
    id: 'sobol-linear',
    method: 'sensitivity',
    title: {
      nl: 'Som van vijf gelijke invoeren: elk een vijfde',
      en: 'Sum of five equal inputs: a fifth each',
    },
    source: `${closedForm}; ${salibTests}, test_regression_hdmr_case1`,
    cost: 'quick',
    run: () => {
      const found = sobolOf(linearSum, 1024, false);
      const fifth = Array(5).fill(0.2);
      return [...compare(found, 'S1', fifth, 0.01), ...compare(found, 'ST', fifth, 0.01)];
    },
  },
  {
    id: 'oakley-ohagan-closed-form',
    method: 'sensitivity',
    title: {
      nl: 'Oakley en O’Hagan: onze formule naast hun tabel 1',
      en: 'Oakley and O’Hagan: our formula beside their table 1',
    },
    source: 'J. Oakley, A. O’Hagan, JRSS B 66 (2004), table 1; the coefficients are published rounded',
    cost: 'quick',
    run: () => listed('S1', oakleyPublished, oakleyOHagan.exact.first, 2e-5),
  },
  {
    id: 'sobol-oakley-ohagan',
    method: 'sensitivity',
    title: {
      nl: 'Sobol’-indices van Oakley en O’Hagan, vijftien invoeren: tabel 1 ligt in de intervallen (99%)',
      en: 'Sobol’ indices of Oakley and O’Hagan, fifteen inputs: table 1 lies in the intervals (99%)',
    },
    source:
      'J. Oakley, A. O’Hagan, JRSS B 66 (2004), table 1; as SALib’s test_oakley_results, with standard normal inputs',
    cost: 'slow',
    run: () =>
      compare(
        sobolOf(oakleyOHagan, 2048, false, { confidence: 0.99 }, { seed: 1 }),
        'S1',
        oakleyPublished,
        'its interval',
      ),
  },
];
