import { describe, expect, it } from 'vitest';
import { makeDesign } from '../design.ts';
import { centredDiscrepancy } from './discrepancy.ts';

describe('the centred discrepancy', () => {
  it('is that of SciPy: the example of its documentation', () => {
    // scipy.stats.qmc.discrepancy of these points scaled to the unit square: 0.008142039609053464.
    const points = [
      [1, 3],
      [2, 6],
      [3, 2],
      [4, 5],
      [5, 1],
      [6, 4],
    ];
    const columns = [0, 1].map((d) => Float64Array.from(points, (point) => ((point[d] ?? 0) - 0.5) / 6));
    expect(centredDiscrepancy(columns)).toBeCloseTo(0.008142039609053464, 15);
  });

  it('is least for Sobol points, then a Latin hypercube, then Monte Carlo, whatever the seed', () => {
    const names = ['a', 'b', 'c', 'd'];
    for (let seed = 0; seed < 10; seed++) {
      const of = (method: 'latin-hypercube' | 'monte-carlo'): number =>
        centredDiscrepancy(makeDesign(names, { method, size: 256, seed }).columns);
      const sequence = (method: 'sobol' | 'halton'): number =>
        centredDiscrepancy(makeDesign(names, { method, size: 256, seed, scramble: true }).columns);
      expect(sequence('sobol')).toBeLessThan(of('latin-hypercube'));
      expect(sequence('halton')).toBeLessThan(of('latin-hypercube'));
      expect(of('latin-hypercube')).toBeLessThan(of('monte-carlo'));
    }
  });
});
