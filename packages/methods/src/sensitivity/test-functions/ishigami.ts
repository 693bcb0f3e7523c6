import { numberAt } from '@schaalsprong/words';
import type { TestFunction } from './test-function.ts';

const a = 7;
const b = 0.1;
const first = (1 + (b * Math.PI ** 4) / 5) ** 2 / 2;
const second = a ** 2 / 8;
const together = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
const variance = first + second + together;

/** sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1: not monotone, and x3 acts through x1 alone. */
export const ishigami: TestFunction = {
  id: 'ishigami',
  title: { nl: 'Functie van Ishigami en Homma', en: 'Function of Ishigami and Homma' },
  source:
    'T. Ishigami, T. Homma, An importance quantification technique in uncertainty analysis for computer models, ISUMA 1990',
  inputs: ['x1', 'x2', 'x3'].map((name) => ({
    name,
    distribution: { kind: 'uniform', min: -Math.PI, max: Math.PI },
  })),
  evaluate: (x) => {
    const [x1, x2, x3] = [numberAt(x, 0), numberAt(x, 1), numberAt(x, 2)];
    return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1);
  },
  exact: {
    variance,
    first: [first / variance, second / variance, 0],
    total: [(first + together) / variance, second / variance, together / variance],
  },
};
