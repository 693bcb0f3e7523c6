import type { TestFunction } from './test-function.ts';

const unitInputs = (count: number): TestFunction['inputs'] =>
  Array.from({ length: count }, (_, i) => ({
    name: `x${i + 1}`,
    distribution: { kind: 'uniform', min: 0, max: 1 },
  }));

/** The sum of five independent uniform inputs: each index is one fifth. */
export const linearSum: TestFunction = {
  id: 'linear',
  title: { nl: 'Som van vijf gelijke invoeren', en: 'Sum of five equal inputs' },
  source: 'Y = x1 + x2 + x3 + x4 + x5',
  inputs: unitInputs(5),
  evaluate: (x) => {
    let sum = 0;
    for (const each of x) sum += each;
    return sum;
  },
  exact: { variance: 5 / 12, first: Array(5).fill(0.2), total: Array(5).fill(0.2) },
};

/** A constant function. */
export const constant: TestFunction = {
  id: 'constant',
  title: { nl: 'Altijd hetzelfde', en: 'Always the same' },
  source: 'Y = 5',
  inputs: unitInputs(3),
  evaluate: () => 5,
  exact: { variance: 0, first: [0, 0, 0], total: [0, 0, 0] },
};
