import { at } from '@schaalsprong/words';
import type { ReferenceTest, ReferenceValue } from '../../reference-tests/reference-test.ts';
import { rowsOf } from '../../statistics/rows.ts';
import { makeDesign } from '../design.ts';
import { combine } from '../factorial/combine.ts';
import { fractionalFactorial, fullFactorial, levelsOf, smallestExponent } from '../factorial/factorial.ts';
import { saltelliPoints } from '../sensitivity/saltelli.ts';
import { mostSpread, trajectoryDistance } from '../sensitivity/spread.ts';
import { centredDiscrepancy } from '../space-filling/discrepancy.ts';
import { sobolPoints } from '../space-filling/sobol.ts';
import { designValues } from '../values.ts';
import { distributionReferenceTests } from './distributions.ts';

const salib = 'SALib (June 2026), its own test suite';
const workbench = 'EMA Workbench 3.0, its own test suite';

/** NaN, which equals no expected value, where nothing was found. */
const exact = (name: string, expected: number, found: number | undefined): ReferenceValue => ({
  name,
  expected,
  found: found ?? Number.NaN,
  tolerance: 0,
});

const sobolStart = [
  [0, 0, 0],
  [0.5, 0.5, 0.5],
  [0.75, 0.25, 0.25],
  [0.25, 0.75, 0.75],
  [0.375, 0.375, 0.625],
  [0.875, 0.875, 0.125],
  [0.625, 0.125, 0.875],
  [0.125, 0.625, 0.375],
  [0.1875, 0.3125, 0.9375],
  [0.6875, 0.8125, 0.4375],
] as const;

const foldedRows = ['1111', '1010', '1100', '1001', '0000', '0101', '0011', '0110'] as const;

/** Six trajectories on a grid of four levels, three points of two coordinates each, in thirds. */
const sixTrajectories = [
  [0, 1, 0, 3, 2, 3],
  [0, 1, 2, 1, 2, 3],
  [2, 0, 2, 2, 0, 2],
  [1, 3, 3, 3, 3, 1],
  [1, 3, 1, 1, 3, 1],
  [1, 2, 1, 0, 3, 0],
].flat();

/** A real number, a whole one and one of three categories: the usual test of a sampler. */
const mixed = [
  { name: 'real', distribution: { kind: 'uniform', min: 0, max: 10 } },
  { name: 'integer', distribution: { kind: 'integer', min: 0, max: 10 } },
  {
    name: 'category',
    distribution: { kind: 'discrete', values: [1, 2, 3].map((value) => ({ value, weight: 1 })) },
  },
] as const;

/** Reference tests of designs and of the distributions that they are stretched over. */
export const designReferenceTests: readonly ReferenceTest[] = [
  {
    id: 'sobol-first-points',
    method: 'sampling',
    title: {
      nl: 'De eerste tien punten van de Sobolrij in drie dimensies',
      en: 'The first ten points of the Sobol sequence in three dimensions',
    },
    source: `S. Joe, F. Kuo, new-joe-kuo-6; ${salib}`,
    cost: 'quick',
    run: () => {
      const columns = sobolPoints(10, 3);
      return sobolStart.flatMap((point, i) =>
        point.map((expected, j) => exact(`x${j + 1}[${i}]`, expected, columns[j]?.[i])),
      );
    },
  },
  {
    id: 'saltelli-size',
    method: 'sampling',
    title: {
      nl: 'Het aantal runs van het schema van Saltelli',
      en: 'The number of runs of the Saltelli scheme',
    },
    source: `N (2D + 2) and N (D + 2); ${salib}; ${workbench}`,
    cost: 'quick',
    run: () => [
      exact('N=512, D=3, S2', 4096, rowsOf(saltelliPoints(512, 3, { secondOrder: true }))),
      exact('N=512, D=3', 2560, rowsOf(saltelliPoints(512, 3))),
      exact('N=100, D=2, S2', 600, rowsOf(saltelliPoints(100, 2, { secondOrder: true }))),
      exact('N=100, D=3, S2', 800, rowsOf(saltelliPoints(100, 3, { secondOrder: true }))),
    ],
  },
  {
    id: 'latin-hypercube-strata',
    method: 'sampling',
    title: {
      nl: 'Een Latin hypercube heeft in elke laag één punt, en elk punt binnen de grenzen',
      en: 'A Latin hypercube has one point in every stratum, and every point within bounds',
    },
    source: `M. McKay, R. Beckman, W. Conover (1979); ${workbench}`,
    cost: 'quick',
    run: () => {
      const names = mixed.map(({ name }) => name);
      const design = makeDesign(names, { method: 'latin-hypercube', size: 100, seed: 1 });
      const values = designValues(design, mixed);
      const strata = design.columns.map(
        (column) => new Set(column.map((value) => Math.floor(value * 100))).size,
      );
      const inside = [
        values[0]?.filter((value) => value >= 0 && value <= 10).length,
        values[1]?.filter((value) => Number.isInteger(value) && value >= 0 && value <= 10).length,
        values[2]?.filter((value) => [1, 2, 3].includes(value)).length,
      ];
      return names.flatMap((name, i) => [
        exact(`strata[${name}]`, 100, strata[i]),
        exact(`in bounds[${name}]`, 100, inside[i]),
      ]);
    },
  },
  {
    id: 'full-factorial-size',
    method: 'sampling',
    title: {
      nl: 'Alle combinaties van 100 standen, 11 gehele getallen en 3 categorieën',
      en: 'Every combination of 100 levels, 11 whole numbers and 3 categories',
    },
    source: workbench,
    cost: 'quick',
    run: () => {
      const columns = fullFactorial(mixed.map(({ distribution }) => levelsOf(distribution, 100)));
      const keys = Array.from({ length: rowsOf(columns) }, (_, row) =>
        columns.map((column) => column[row]).join(' '),
      );
      return [exact('rows', 3300, keys.length), exact('distinct rows', 3300, new Set(keys).size)];
    },
  },
  {
    id: 'combine-scenarios-policies',
    method: 'sampling',
    title: {
      nl: 'Twee scenario’s en drie pakketten samen',
      en: 'Two scenarios and three policies together',
    },
    source: `${workbench}, test_points.py`,
    cost: 'quick',
    run: () => [
      exact('factorial', 6, combine(2, 3, 'factorial').policy.length),
      exact('zip-over', 3, combine(2, 3, 'zip-over').policy.length),
      exact('sample', 3, combine(2, 3, 'sample').policy.length),
    ],
  },
  {
    id: 'fractional-factorial-rows',
    method: 'sampling',
    title: {
      nl: 'De acht rijen van een gedeeltelijk factorieel plan voor vier variabelen',
      en: 'The eight rows of a fractional factorial for four variables',
    },
    source: `${salib}, test_ff.py`,
    cost: 'quick',
    run: () => {
      const columns = fractionalFactorial(4);
      return [
        exact('rows', foldedRows.length, rowsOf(columns)),
        ...foldedRows.flatMap((row, i) =>
          [...row].map((level, j) => exact(`x${j + 1}[${i}]`, Number(level), columns[j]?.[i])),
        ),
      ];
    },
  },
  {
    id: 'fractional-factorial-exponent',
    method: 'sampling',
    title: {
      nl: 'De kleinste macht van twee waarin alle variabelen passen',
      en: 'The smallest power of two that holds all variables',
    },
    source: `${salib}, test_ff.py`,
    cost: 'quick',
    run: () =>
      [
        { exponent: 0, variables: [1] },
        { exponent: 1, variables: [2] },
        { exponent: 2, variables: [3, 4] },
        { exponent: 3, variables: [5, 6, 7, 8] },
        { exponent: 4, variables: [9, 16] },
        { exponent: 5, variables: [17, 32] },
        { exponent: 6, variables: [33] },
      ].flatMap(({ exponent, variables }) =>
        variables.map((n) => exact(`n=${n}`, exponent, smallestExponent(n))),
      ),
  },
  {
    id: 'morris-most-spread',
    method: 'sampling',
    title: {
      nl: 'De vier van zes routes van Morris die het verst uit elkaar liggen',
      en: 'The four of six trajectories of Morris that lie farthest apart',
    },
    source: `A. Saltelli and others, Global Sensitivity Analysis: the Primer (2008), exercise 3a of chapter 3; ${salib}`,
    cost: 'quick',
    run: () => {
      const columns = [0, 1].map((dimension) =>
        Float64Array.from({ length: 18 }, (_, row) => at(sixTrajectories, 2 * row + dimension) / 3),
      );
      const chosen = mostSpread(columns, 3, 4);
      const distance = (one: number, other: number, expected: number): ReferenceValue => ({
        name: `d(${one},${other})`,
        expected,
        found: trajectoryDistance(columns, 3, one - 1, other - 1),
        tolerance: 0.005,
      });
      return [
        ...[1, 3, 4, 6].map((number, i) => exact(`chosen ${i + 1}`, number, at(chosen, i) + 1)),
        distance(1, 2, 5.5),
        distance(1, 3, 6.18),
        distance(1, 4, 6.89),
        distance(1, 6, 7.52),
        distance(4, 6, 7.31),
      ];
    },
  },
  {
    id: 'centred-discrepancy',
    method: 'sampling',
    title: {
      nl: 'Hoe ongelijk zes punten een vierkant vullen',
      en: 'How unevenly six points fill a square',
    },
    source: 'F. Hickernell (1998); SciPy 1.17, scipy.stats.qmc.discrepancy, example of its documentation',
    cost: 'quick',
    run: () => {
      const columns = [
        [1, 2, 3, 4, 5, 6],
        [3, 6, 2, 5, 1, 4],
      ].map((column) => Float64Array.from(column, (value) => (value - 0.5) / 6));
      return [
        {
          name: 'CD^2',
          expected: 0.008142039609053464,
          found: centredDiscrepancy(columns),
          tolerance: 1e-15,
        },
      ];
    },
  },
  ...distributionReferenceTests,
];
