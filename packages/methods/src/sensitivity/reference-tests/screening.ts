import { at, numberAt } from '@schaalsprong/words';
import { fractionalFactorial } from '../../designs/index.ts';
import type { ReferenceTest } from '../../reference-tests/reference-test.ts';
import { dgsm, finiteDifferencePoints } from '../derivative/dgsm.ts';
import { factorialEffects } from '../screening/fractional-factorial.ts';
import { morrisEffects } from '../screening/morris.ts';
import { evaluateAll, ishigami, scaleToInputs } from '../test-functions/index.ts';
import { closedForm, compare, one, salibTests } from './compare.ts';
import { namesOf } from './functions.ts';

/** The rows of SALib's design for four inputs. */
const ffRows = ['1111', '1010', '1100', '1001', '0000', '0101', '0011', '0110'];

/** The six trajectories of exercise 4 and their outcomes. */
const saltelliExample = {
  inputs: [
    [0, 0, 2 / 3, 0, 2 / 3, 2 / 3, 2 / 3, 2 / 3, 0, 1 / 3, 1, 1, 1 / 3, 1 / 3, 1, 1 / 3, 1 / 3, 1],
    [1 / 3, 1, 1, 1 / 3, 1 / 3, 1, 0, 2 / 3, 2 / 3, 1, 1, 1 / 3, 1, 1 / 3, 1 / 3, 2 / 3, 0, 0],
  ],
  outcome: [
    0.97, 0.71, 2.39, 0.97, 2.3, 2.39, 1.87, 2.4, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.2, 1.87, 1.0,
  ],
};

/** Morris' grid of four levels over three inputs, whole: from every point every step that stays inside. */
function everyMorrisStep(): {
  readonly columns: readonly Float64Array[];
  readonly unit: readonly Float64Array[];
} {
  const levels = [0, 1 / 3, 2 / 3, 1];
  const rows: number[][] = [];
  for (const x of levels) {
    for (const y of levels) {
      for (const z of levels) {
        const point = [x, y, z];
        rows.push([...point]);
        point.forEach((value, i) => {
          point[i] = value < 0.5 ? value + 2 / 3 : value - 2 / 3;
          rows.push([...point]);
        });
      }
    }
  }
  const unit = [0, 1, 2].map((i) => Float64Array.from(rows, (row) => at(row, i)));
  return { unit, columns: scaleToInputs(ishigami.inputs, unit) };
}

/** Morris, derivatives and two-level designs. */
export const screeningReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'morris-primer',
    method: 'sensitivity',
    title: {
      nl: 'Morris: opgave 4 van The Primer, zes trajecten',
      en: 'Morris: exercise 4 of The Primer, six trajectories',
    },
    source: `A. Saltelli and others, Global Sensitivity Analysis: The Primer (2008), page 138; ${salibTests}, test_analyze_morris.py`,
    cost: 'quick',
    run: () => {
      const found = morrisEffects({
        names: ['x1', 'x2'],
        columns: saltelliExample.inputs.map((column) => Float64Array.from(column)),
        outcome: 'Y',
        values: Float64Array.from(saltelliExample.outcome),
        levels: 4,
      });
      return [
        ...compare(found, 'mu', [0.66, 0.21], 0.02),
        ...compare(found, 'mu_star', [1.62, 0.35], 0.01),
        ...compare(found, 'sigma', [1.79, 0.41], 0.01),
      ];
    },
  },
  {
    id: 'morris-ishigami',
    method: 'sensitivity',
    title: {
      nl: 'Morris: Ishigami, alle stappen op vier niveaus',
      en: 'Morris: Ishigami, every step on four levels',
    },
    source: `${closedForm}; SALib’s test_regression_morris_vanilla finds 7.683, 7.875, 6.256 from 10,000 random trajectories`,
    cost: 'quick',
    run: () => {
      const { unit, columns } = everyMorrisStep();
      const found = morrisEffects({
        names: namesOf(ishigami),
        columns: unit,
        outcome: 'Y',
        values: evaluateAll(ishigami, columns),
        levels: 4,
      });
      const half = Math.sqrt(3) / 2;
      const fourth = (Math.PI ** 4 * (1 + 1 / 81)) / 2;
      return compare(
        found,
        'mu_star',
        [
          half * 1.5 * (1 + 0.1 * fourth),
          7 * 0.75 * 1.5,
          0.1 * Math.PI ** 4 * (1 - 1 / 81) * 1.5 * (half / 2),
        ],
        1e-9,
      );
    },
  },
  {
    id: 'dgsm-ishigami',
    method: 'sensitivity',
    title: {
      nl: 'DGSM: grens boven de totale index van Ishigami',
      en: 'DGSM: bound above the total index of Ishigami',
    },
    source: `${closedForm}; SALib’s test_regression_dgsm has 2.229, 7.066, 3.180 within 0.05`,
    cost: 'slow',
    run: () => {
      const unit = finiteDifferencePoints(4096, 3);
      const found = dgsm(
        {
          names: namesOf(ishigami),
          columns: unit,
          ranges: unit.map(() => ({ min: 0, max: 1 })),
          outcome: 'Y',
          values: evaluateAll(ishigami, scaleToInputs(ishigami.inputs, unit)),
        },
        { resamples: 10 },
      );
      const variance = ishigami.exact.variance;
      const slopes = [
        (1 + (0.2 * Math.PI ** 4) / 5 + (0.01 * Math.PI ** 8) / 9) / 2,
        49 / 2,
        (0.08 * Math.PI ** 6) / 7,
      ];
      return compare(
        found,
        'bound',
        slopes.map((v) => (4 * v) / variance),
        0.02,
      );
    },
  },
  {
    id: 'fractional-factorial-effects',
    method: 'sensitivity',
    title: {
      nl: 'Fractionele factoriële opzet: halve verschillen',
      en: 'Fractional factorial design: half differences',
    },
    source: `${salibTests}, test_ff.py`,
    cost: 'quick',
    run: () => {
      const columns = [0, 1, 2, 3].map((i) => Float64Array.from(ffRows, (row) => Number(row[i])));
      const found = factorialEffects({
        names: ['x1', 'x2', 'x3', 'x4'],
        columns,
        outcome: 'Y',
        values: Float64Array.of(1.5, 1, 1.5, 1, 2, 2.5, 2, 2.5),
        secondOrder: false,
      });
      return compare(found, 'effect', [-0.5, 0.25, 0, 0], 0);
    },
  },
  {
    id: 'fractional-factorial-interaction',
    method: 'sensitivity',
    title: {
      nl: 'Twaalf invoeren in 32 runs: y = x1 + 2 x2 + 3 x3 + 4 x7 x12',
      en: 'Twelve inputs in 32 runs: y = x1 + 2 x2 + 3 x3 + 4 x7 x12',
    },
    source: `${salibTests}, test_ff.py`,
    cost: 'quick',
    run: () => {
      const columns = fractionalFactorial(12).map((column) => column.map((level) => 2 * level - 1));
      const x = (input: number, row: number): number => numberAt(at(columns, input - 1), row);
      const values = Float64Array.from(
        { length: 32 },
        (_, row) => x(1, row) + 2 * x(2, row) + 3 * x(3, row) + 4 * x(7, row) * x(12, row),
      );
      const names = columns.map((_, i) => `x${i + 1}`);
      const found = factorialEffects({ names, columns, outcome: 'Y', values, secondOrder: true });
      const pair = found.pairs?.find(({ inputs }) => inputs.join() === 'x7,x12');
      return [
        ...compare(found, 'effect', [1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0),
        one('effect[x7, x12]', 4, pair?.estimate.value ?? Number.NaN, 0),
      ];
    },
  },
];
