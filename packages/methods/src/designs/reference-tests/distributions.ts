import type { Distribution, Text } from '@schaalsprong/words';
import { cdf, quantile } from '../../distributions/distributions.ts';
import { momentsOf } from '../../distributions/moments.ts';
import type { ReferenceTest, ReferenceValue } from '../../reference-tests/reference-test.ts';

/** What is known of one distribution: values below which a part lies, and its moments. */
interface Known {
  readonly id: string;
  readonly title: Text;
  readonly source: string;
  readonly distribution: Distribution;
  readonly quantiles: readonly (readonly [p: number, value: number])[];
  readonly mean: number;
  readonly variance: number;
}

const near = (name: string, expected: number, found: number): ReferenceValue => ({
  name,
  expected,
  found,
  tolerance: 1e-9 * Math.max(1, Math.abs(expected)),
});

/** z(0.9) and z(0.75) of the standard normal, from tables to 16 digits. */
const Z90 = 1.2815515655446004;
const Z75 = 0.6744897501960817;

const known: readonly Known[] = [
  {
    id: 'uniform',
    title: { nl: 'Uniform van 2 tot 6', en: 'Uniform from 2 to 6' },
    source: 'closed form',
    distribution: { kind: 'uniform', min: 2, max: 6 },
    quantiles: [
      [0.25, 3],
      [0.9, 5.6],
    ],
    mean: 4,
    variance: 4 / 3,
  },
  {
    id: 'loguniform',
    title: { nl: 'Loguniform van 0,01 tot 100', en: 'Loguniform from 0.01 to 100' },
    source: 'closed form',
    distribution: { kind: 'loguniform', min: 0.01, max: 100 },
    quantiles: [
      [0.5, 1],
      [0.75, 10],
    ],
    mean: 99.99 / (4 * Math.LN10),
    variance: (1e4 - 1e-4) / (8 * Math.LN10) - (99.99 / (4 * Math.LN10)) ** 2,
  },
  {
    id: 'integer',
    title: { nl: 'Gehele getallen van 0 tot en met 10', en: 'Whole numbers from 0 to 10' },
    source: 'equal mass per value; EMA Workbench 3.0',
    distribution: { kind: 'integer', min: 0, max: 10 },
    quantiles: [
      [0, 0],
      [0.0909, 0],
      [0.091, 1],
      [0.5, 5],
      [1, 10],
    ],
    mean: 5,
    variance: 10,
  },
  {
    id: 'triangular',
    title: { nl: 'Driehoek 1, 2, 5', en: 'Triangle 1, 2, 5' },
    source: 'closed form',
    distribution: { kind: 'triangular', min: 1, mode: 2, max: 5 },
    quantiles: [
      [1 / 16, 1.5],
      [1 / 4, 2],
      [13 / 16, 3.5],
    ],
    mean: 8 / 3,
    variance: 13 / 18,
  },
  {
    id: 'normal-whole',
    title: {
      nl: 'Normaal, zo ver afgekapt dat niets ontbreekt',
      en: 'Normal, cut so far out that nothing is missing',
    },
    source: 'closed form; tables of the standard normal',
    distribution: { kind: 'normal', mean: 10, sd: 2, min: -90, max: 110 },
    quantiles: [
      [0.5, 10],
      [0.75, 10 + 2 * Z75],
      [0.9, 10 + 2 * Z90],
    ],
    mean: 10,
    variance: 4,
  },
  {
    id: 'normal-half',
    title: { nl: 'Normaal, afgekapt op het midden', en: 'Normal, cut at its middle' },
    source: 'closed form of the half-normal distribution',
    distribution: { kind: 'normal', mean: 0, sd: 1, min: 0, max: 37 },
    quantiles: [
      [0.5, Z75],
      [0.8, Z90],
    ],
    mean: Math.sqrt(2 / Math.PI),
    variance: 1 - 2 / Math.PI,
  },
  {
    id: 'lognormal',
    title: { nl: 'Lognormaal met midden 3', en: 'Lognormal with middle 3' },
    source: 'closed form',
    distribution: { kind: 'lognormal', median: 3, sigma: 0.4, min: 0, max: 1e6 },
    quantiles: [
      [0.5, 3],
      [0.9, 3 * Math.exp(0.4 * Z90)],
    ],
    mean: 3 * Math.exp(0.08),
    variance: 9 * Math.exp(0.16) * (Math.exp(0.16) - 1),
  },
  {
    id: 'beta',
    title: { nl: 'Bèta met 2 en 1, van 10 tot 20', en: 'Beta with 2 and 1, from 10 to 20' },
    source: 'closed form: the distribution function is a square',
    distribution: { kind: 'beta', alpha: 2, beta: 1, min: 10, max: 20 },
    quantiles: [
      [0.25, 15],
      [0.81, 19],
    ],
    mean: 10 + 20 / 3,
    variance: 100 / 18,
  },
  {
    id: 'pert',
    title: { nl: 'PERT met 0, 5 en 10', en: 'PERT with 0, 5 and 10' },
    source: 'D. Malcolm and others (1959): mean (min + 4 mode + max) / 6; a beta with 3 and 3',
    distribution: { kind: 'pert', min: 0, mode: 5, max: 10 },
    quantiles: [[0.5, 5]],
    mean: 5,
    variance: 100 / 28,
  },
  {
    id: 'weibull',
    title: { nl: 'Weibull met vorm 2 en schaal 4', en: 'Weibull with shape 2 and scale 4' },
    source: 'closed form with the gamma function',
    distribution: { kind: 'weibull', shape: 2, scale: 4, min: 0, max: 1e6 },
    quantiles: [
      [0.5, 4 * Math.sqrt(Math.LN2)],
      [1 - 1 / Math.E, 4],
    ],
    mean: 2 * Math.sqrt(Math.PI),
    variance: 16 * (1 - Math.PI / 4),
  },
  {
    id: 'discrete',
    title: { nl: 'Twee waarden, een op drie', en: 'Two values, one to three' },
    source: 'closed form',
    distribution: {
      kind: 'discrete',
      values: [
        { value: 1, weight: 1 },
        { value: 5, weight: 3 },
      ],
    },
    quantiles: [
      [0.2, 1],
      [0.25, 5],
    ],
    mean: 4,
    variance: 3,
  },
];

/** Every distribution against closed forms: quantiles, the way back through the distribution function, moments. */
export const distributionReferenceTests: readonly ReferenceTest[] = known.map(
  ({ id, title, source, distribution, quantiles, mean, variance }) => ({
    id: `distribution-${id}`,
    method: 'distributions',
    title,
    source,
    cost: 'quick',
    run: () => {
      const moments = momentsOf(distribution);
      const steps = distribution.kind === 'integer' || distribution.kind === 'discrete';
      return [
        ...quantiles.map(([p, value]) => near(`Q(${p})`, value, quantile(distribution, p))),
        ...(steps
          ? []
          : quantiles.map(([p]) => near(`F(Q(${p}))`, p, cdf(distribution, quantile(distribution, p))))),
        near('E', mean, moments.mean),
        near('V', variance, moments.variance),
      ];
    },
  }),
);
