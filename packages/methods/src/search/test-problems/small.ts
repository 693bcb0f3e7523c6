import type { SearchProblem } from '../problem.ts';

/**
 * x^2 and (x - 2)^2: worth choosing is x from 0 to 2, in whole numbers 0, 1 and 2.
 *
 * Source: J. Schaffer (1985).
 */
export const schaffer = (kind: 'real' | 'integer'): SearchProblem => ({
  id: `schaffer-${kind}`,
  variables: [{ kind, name: 'x', min: -1000, max: 1000 }],
  objectives: ['f1', 'f2'].map((name) => ({
    name,
    direction: 'minimise',
    epsilon: 0.05,
    bounds: { best: 0, worst: 4 },
  })),
  constraints: [],
  evaluate: async (batch) => batch.map(([x = 0]) => ({ objectives: [x ** 2, (x - 2) ** 2], violations: [] })),
});

/**
 * 4 x^2 + 4 y^2 and (x - 5)^2 + (y - 5)^2, under (x - 5)^2 + y^2 <= 25 and (x - 8)^2 + (y + 3)^2 >= 7.7. Worth choosing is x = y from 0 to
 * 3, and from there y = 3 with x from 3 to 5.
 *
 * Source: T. Binh and U. Korn (1997).
 */
export const binhKorn: SearchProblem = {
  id: 'binh-korn',
  variables: [
    { kind: 'real', name: 'x', min: 0, max: 5 },
    { kind: 'real', name: 'y', min: 0, max: 3 },
  ],
  objectives: [
    { name: 'f1', direction: 'minimise', epsilon: 1, bounds: { best: 0, worst: 140 } },
    { name: 'f2', direction: 'minimise', epsilon: 0.5, bounds: { best: 0, worst: 50 } },
  ],
  constraints: [
    { name: 'inside', text: { nl: 'binnen de cirkel om (5, 0)', en: 'within the circle around (5, 0)' } },
    { name: 'outside', text: { nl: 'buiten de cirkel om (8, -3)', en: 'outside the circle around (8, -3)' } },
  ],
  evaluate: async (batch) =>
    batch.map(([x = 0, y = 0]) => ({
      objectives: [4 * x ** 2 + 4 * y ** 2, (x - 5) ** 2 + (y - 5) ** 2],
      violations: [
        Math.max(0, (x - 5) ** 2 + y ** 2 - 25) / 25,
        Math.max(0, 7.7 - (x - 8) ** 2 - (y + 3) ** 2) / 7.7,
      ],
    })),
};
