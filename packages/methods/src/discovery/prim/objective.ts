/** How a candidate box is scored against the one it would replace. */
export const objectives = ['lenient1', 'lenient2', 'original'] as const;
/** Objective function of PRIM; see `score` for the formulas. */
export type Objective = (typeof objectives)[number];

/** Rows in a box, and those of interest among them. */
export interface Counts {
  readonly n: number;
  readonly k: number;
}

/** The part of the rows that is of interest; 0 in an empty box. */
export const meanOf = ({ n, k }: Counts): number => (n > 0 ? k / n : 0);

/**
 * The score of going from an old box to a new one; what is not above 0 is no gain.
 *
 * - lenient1: (m1 - m0) / |n0 - n1|, the gain in mean per row given up; 0 where the means are equal
 * - lenient2: n1 (m1 - m0) / |n0 - n1|; 0 where the means are equal
 * - original: m1; -1 for an empty box
 *
 * Sources: J. Friedman and N. Fisher, Statistics and Computing 9 (1999), section 14 (original, 14.6 for lenient2);
 * J. Kwakkel and M. Jaxa-Rozen, Environmental Modelling & Software 79 (2016) (lenient1).
 */
export function scoreOf(objective: Objective, old: Counts, next: Counts): number {
  const before = meanOf(old);
  const after = meanOf(next);
  if (objective === 'original') return next.n > 0 ? after : -1;
  if (before === after) return 0;
  const change = (after - before) / Math.abs(old.n - next.n);
  if (objective === 'lenient1') return change;
  return (next.n * (after - before)) / Math.abs(old.n - next.n);
}
