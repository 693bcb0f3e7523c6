import { compile } from '@schaalsprong/model';
import type { Cases } from '../cases/index.ts';
import type { CheckedValue, MethodCheck } from '../checks/check.ts';
import { fractionalFactorial, saltelliPoints, sobolPoints } from '../designs/index.ts';
import { deltaIndices } from './delta.ts';
import { dgsm, finiteDifferencePoints } from './dgsm.ts';
import { featureScores } from './features.ts';
import { factorialEffects } from './fractional-factorial.ts';
import {
  constant,
  evaluateAll,
  ishigami,
  linearSum,
  oakleyOHagan,
  scaleToInputs,
  sobolG,
  sobolGPartialVariances,
  type TestFunction,
  usualCoefficients,
} from './functions/index.ts';
import { criticalPhosphorus, lakeProblem, lognormalInflow, steadyInflow } from './models/lake.ts';
import { sirModel } from './models/sir.ts';
import { morrisEffects } from './morris.ts';
import { pawnIndices } from './pawn.ts';
import { rbdFast } from './rbd-fast.ts';
import type { Resampling } from './resampling.ts';
import { ranked, type Sensitivity } from './result.ts';
import { sobolIndices } from './sobol.ts';

const salibTests = 'SALib, its own tests (tests/, June 2026)';
const closedForm = 'closed form';

const namesOf = (of: TestFunction): readonly string[] => of.inputs.map(({ name }) => name);

/** The indices of a function over a Saltelli scheme, on the points as published. */
function sobolOf(
  of: TestFunction,
  base: number,
  secondOrder: boolean,
  given: Partial<Resampling> = {},
  scramble?: { readonly seed: number },
): Sensitivity<'S1' | 'ST'> {
  const unit = saltelliPoints(base, of.inputs.length, { secondOrder, ...(scramble && { scramble }) });
  const values = evaluateAll(of, scaleToInputs(of.inputs, unit));
  return sobolIndices({ names: namesOf(of), outcome: 'Y', values, secondOrder }, given);
}

/** A function at the points of a design, as a table of cases. */
function casesOf(of: TestFunction, unit: readonly Float64Array[]): Cases {
  const columns = scaleToInputs(of.inputs, unit);
  const real = (name: string, values: Float64Array) => ({ name, kind: 'real', values }) as const;
  return {
    count: columns[0]?.length ?? 0,
    columns: [
      ...columns.map((values, i) => real(of.inputs[i]?.name ?? '', values)),
      real('Y', evaluateAll(of, columns)),
    ],
  };
}

/** One index of every input beside what it should be. */
const compare = <Index extends string>(
  { inputs }: Sensitivity<Index>,
  index: Index,
  expected: readonly number[],
  tolerance: number | 'its interval',
): readonly CheckedValue[] =>
  inputs.map(({ name, indices }, i) => ({
    name: `${index}[${name}]`,
    expected: expected[i] ?? Number.NaN,
    found: indices[index]?.value ?? Number.NaN,
    tolerance: tolerance === 'its interval' ? (indices[index]?.halfWidth ?? 0) : tolerance,
  }));

const pairs = (
  { pairs: found }: Sensitivity,
  expected: readonly number[],
  tolerance: number,
): readonly CheckedValue[] =>
  (found ?? []).map(({ inputs, estimate }, i) => ({
    name: `S2[${inputs.join(', ')}]`,
    expected: expected[i] ?? Number.NaN,
    found: estimate.value,
    tolerance,
  }));

const listed = (
  name: string,
  expected: readonly number[],
  found: readonly number[],
  tolerance: number,
): readonly CheckedValue[] =>
  expected.map((value, i) => ({
    name: `${name}[x${i + 1}]`,
    expected: value,
    found: found[i] ?? Number.NaN,
    tolerance,
  }));

const one = (name: string, expected: number, found: number, tolerance: number): CheckedValue => ({
  name,
  expected,
  found,
  tolerance,
});

/** Table 1 of Oakley and O'Hagan, for independent standard normal inputs. */
const oakleyPublished = [
  0.00156, 0.000186, 0.001307, 0.003045, 0.002905, 0.023035, 0.024151, 0.026517, 0.046036, 0.014945, 0.101823,
  0.135708, 0.101989, 0.105169, 0.122818,
];

const ffRows = ['1111', '1010', '1100', '1001', '0000', '0101', '0011', '0110'];
const saltelliExample = {
  inputs: [
    [0, 0, 2 / 3, 0, 2 / 3, 2 / 3, 2 / 3, 2 / 3, 0, 1 / 3, 1, 1, 1 / 3, 1 / 3, 1, 1 / 3, 1 / 3, 1],
    [1 / 3, 1, 1, 1 / 3, 1 / 3, 1, 0, 2 / 3, 2 / 3, 1, 1, 1 / 3, 1, 1 / 3, 1 / 3, 2 / 3, 0, 0],
  ],
  outcome: [
    0.97, 0.71, 2.39, 0.97, 2.3, 2.39, 1.87, 2.4, 0.87, 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.2, 1.87, 1.0,
  ],
};

const smallG = [78, 12, 0.5, 2, 97, 33];

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
  const unit = [0, 1, 2].map((i) => Float64Array.from(rows, (row) => row[i] ?? 0));
  return { unit, columns: scaleToInputs(ishigami.inputs, unit) };
}

/** The acceptance checks of sensitivity analysis, and of the models with known outcomes. */
export const sensitivityChecks: readonly MethodCheck[] = [
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
      one('V', 13.8445879407, ishigami.exact?.variance ?? Number.NaN, 1e-9),
      ...listed('S1', [0.3139051911, 0.4424111448, 0], ishigami.exact?.first ?? [], 1e-9),
      ...listed('ST', [0.5575888552, 0.4424111448, 0.2436836641], ishigami.exact?.total ?? [], 1e-9),
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
        ...compare(found, 'S1', ishigami.exact?.first ?? [], 0.01),
        ...compare(found, 'ST', ishigami.exact?.total ?? [], 0.01),
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
        ...compare(found, 'S1', ishigami.exact?.first ?? [], 'its interval'),
        ...compare(found, 'ST', ishigami.exact?.total ?? [], 'its interval'),
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
        one('V', 0.19347, exact?.variance ?? Number.NaN, 1e-6),
        ...listed(
          'V',
          [0.000053, 0.001972, 0.148148, 0.037037, 0.000035, 0.000288],
          sobolGPartialVariances(smallG),
          1e-6,
        ),
        ...listed(
          'S1',
          [2.7606504e-4, 1.0194804e-2, 0.7657430684, 0.1914357671, 1.7939628e-4, 1.4904169e-3],
          exact?.first ?? [],
          1e-9,
        ),
        ...listed(
          'ST',
          [3.294577e-4, 1.214324e-2, 0.7959698, 0.2203131, 2.140966e-4, 1.778255e-3],
          exact?.total ?? [],
          1e-7,
        ),
        one('V, a = 0 1 4.5 9 99 99 99 99', 0.4654244, usual?.variance ?? Number.NaN, 1e-7),
        ...listed(
          'S1, a = 0 1 4.5 9 99 99 99 99: ',
          [0.716192, 0.179048, 0.0236758, 0.00716192, 7.16e-5, 7.16e-5, 7.16e-5, 7.16e-5],
          usual?.first ?? [],
          5e-7,
        ),
        ...listed(
          'ST, a = 0 1 4.5 9 99 99 99 99: ',
          [0.787144, 0.242198, 0.0343169, 0.0104604, 1.0495e-4, 1.0495e-4, 1.0495e-4, 1.0495e-4],
          usual?.total ?? [],
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
      return [
        ...compare(found, 'S1', of.exact?.first ?? [], 0.01),
        ...compare(found, 'ST', of.exact?.total ?? [], 0.01),
      ];
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
        one(`S1[${name}]`, 0, indices.S1?.value ?? Number.NaN, 0),
        one(`S1[${name}] ±`, 0, indices.S1?.halfWidth ?? Number.NaN, 0),
        one(`ST[${name}]`, 0, indices.ST?.value ?? Number.NaN, 0),
        one(`ST[${name}] ±`, 0, indices.ST?.halfWidth ?? Number.NaN, 0),
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
    run: () => listed('S1', oakleyPublished, oakleyOHagan.exact?.first ?? [], 2e-5),
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
        sobolOf(oakleyOHagan, 4096, false, { confidence: 0.99 }, { seed: 1 }),
        'S1',
        oakleyPublished,
        'its interval',
      ),
  },
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
      const variance = ishigami.exact?.variance ?? Number.NaN;
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
      const x = (input: number, row: number): number => columns[input - 1]?.[row] ?? Number.NaN;
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
  {
    id: 'lake-steady',
    method: 'models',
    title: {
      nl: 'Meerprobleem met steeds dezelfde toevoer, drie lozingen',
      en: 'Lake problem with a steady inflow, three releases',
    },
    source:
      'Rhodium’s example.py (December 2025) with a steady inflow of 0.02, measured; fixed point 1/7 in closed form',
    cost: 'quick',
    run: () => {
      const expected = [
        { release: 0.02, maxP: 0.1428571313, utility: 0.3469521776, inertia: 1, reliability: 1 },
        { release: 0.1, maxP: 2.283542091, utility: 1.734760888, inertia: 1, reliability: 0.07 },
        { release: 0, maxP: 0.0547294455, utility: 0, inertia: 1, reliability: 1 },
      ];
      return [
        one('Pcrit', 0.5445400016, criticalPhosphorus(0.42, 2), 1e-10),
        ...expected.flatMap(({ release, maxP, utility, inertia, reliability }) => {
          const found = lakeProblem(release, { b: 0.42, q: 2, inflow: steadyInflow(0.02) });
          return [
            one(`${release}: max P`, maxP, found.maxP, 1e-9),
            one(`${release}: utility`, utility, found.utility, 1e-9),
            one(`${release}: inertia`, inertia, found.inertia, 0),
            one(`${release}: reliability`, reliability, found.reliability, 1e-12),
          ];
        }),
      ];
    },
  },
  {
    id: 'lake-noise',
    method: 'models',
    title: {
      nl: 'Meerprobleem met toevoer die wisselt, lozing 0,02',
      en: 'Lake problem with an inflow that varies, release 0.02',
    },
    source:
      'Rhodium’s documentation: 100 lognormal samples, mean 0.02, sd 0.001; other draws, so max P within 0.001',
    cost: 'quick',
    run: () => {
      const found = lakeProblem(0.02, { b: 0.42, q: 2, inflow: lognormalInflow(0.02, 0.001, 100, 1) });
      return [
        one('max P', 0.143139312, found.maxP, 1e-3),
        one('utility', 0.346952178, found.utility, 1e-9),
        one('inertia', 1, found.inertia, 0),
        one('reliability', 1, found.reliability, 0),
      ];
    },
  },
  {
    id: 'sir-vensim',
    method: 'models',
    title: {
      nl: 'SIR-model in onze rekenkern, naast de uitvoer van Vensim',
      en: 'SIR model in our kernel, beside the output of Vensim',
    },
    source: 'SDEverywhere, models/sir: the output of Vensim, to the digits that it prints',
    cost: 'quick',
    run: () => {
      const result = compile(sirModel).run({
        futures: { count: 1 },
        outcomes: ['susceptible', 'infectious', 'recovered'],
      });
      const at = (outcome: string, day: number): number =>
        result.get(outcome)[result.time.indexOf(day)] ?? Number.NaN;
      const infectious = [...result.get('infectious')];
      const peak = result.time[infectious.indexOf(Math.max(...infectious))] ?? Number.NaN;
      return [
        one('S(50)', 8536.43, at('susceptible', 50), 5e-3),
        one('I(50)', 198.726, at('infectious', 50), 5e-4),
        one('R(50)', 1264.85, at('recovered', 50), 5e-3),
        one('I(54)', 215.468, at('infectious', 54), 5e-4),
        one('t of the peak', 54, peak, 0),
        one('S(100)', 6301.55, at('susceptible', 100), 5e-3),
        one('I(100)', 5.98124, at('infectious', 100), 5e-6),
        one('R(100)', 3692.47, at('recovered', 100), 5e-3),
        one('S(200)', 6279.54, at('susceptible', 200), 5e-3),
        one('I(200)', 1.24942e-4, at('infectious', 200), 5e-10),
      ];
    },
  },
];
