import type { Operation, Scalar } from '../../ir/scalar.ts';

/** Estimated machine instructions of an expression, for splitting code into functions, not for timing. */
export function costOf(s: Scalar): number {
  switch (s.k) {
    case 'n':
    case 't':
      return 0;
    case 'r':
      return 1;
    case 'l':
      return 20 + costOf(s.x);
    case 'd':
      return 20;
    case 'g':
      return 20 + s.a.reduce((sum, a) => sum + 2 + costOf(a), 0);
    case 'f':
      return (costs[s.f] ?? 1) + s.a.reduce((sum, a) => sum + costOf(a), 0);
  }
}

const costs: Partial<Record<Operation, number>> = {
  if: 4,
  min: 4,
  max: 4,
  xidz: 8,
  sign: 8,
  mod: 20,
  pow: 10,
};
