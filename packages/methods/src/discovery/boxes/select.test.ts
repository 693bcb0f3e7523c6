import { describe, expect, it } from 'vitest';
import { selectStep } from './select.ts';
import type { Step } from './step.ts';

const step = (coverage: number, density: number, restricted = 1): Step => ({
  phase: 'peel',
  box: [],
  n: 1,
  k: 1,
  coverage,
  density,
  mass: 0.5,
  restricted,
  bounds: [],
});
const way = [step(1, 0.1, 0), step(0.9, 0.6), step(0.8, 0.7), step(0.5, 0.8), step(0.4, 0.8)];

describe('the step that is taken', () => {
  it('is the densest that covers enough', () => {
    expect(selectStep(way, { by: 'coverage', atLeast: 0.8 })).toEqual({ step: 2, reached: true });
    expect(selectStep(way, { by: 'coverage', atLeast: 0.1 })).toEqual({ step: 3, reached: true });
  });

  it('covers part of what is left where it belongs to a later box', () => {
    const later = [step(0.2, 0.1), step(0.18, 0.5), step(0.1, 0.9)];
    expect(selectStep(later, { by: 'coverage', atLeast: 0.8 }).step).toBe(1);
  });

  it('is the one that covers most at a density, or the densest where none reaches it', () => {
    expect(selectStep(way, { by: 'density', atLeast: 0.65 })).toEqual({ step: 2, reached: true });
    expect(selectStep(way, { by: 'density', atLeast: 0.95 })).toEqual({ step: 3, reached: false });
  });

  it('is where the trade of coverage for density turns', () => {
    expect(selectStep(way, { by: 'knee' }).step).toBe(1);
    expect(selectStep([step(1, 0.1)], { by: 'knee' }).step).toBe(0);
  });

  it('prefers fewer restricted inputs where all else is equal', () => {
    const equal = [step(1, 0.1, 0), step(0.8, 0.8, 3), step(0.8, 0.8, 2)];
    expect(selectStep(equal, { by: 'coverage', atLeast: 0.5 }).step).toBe(2);
  });

  it('is the asked one, and must be there', () => {
    expect(selectStep(way, { by: 'step', step: 4 }).step).toBe(4);
    expect(() => selectStep(way, { by: 'step', step: 5 })).toThrow(/FUTURES_DISCOVERY_STEP/);
  });
});
