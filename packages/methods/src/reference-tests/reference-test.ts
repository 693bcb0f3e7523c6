import type { Text } from '@schaalsprong/words';

/**
 * One reference test: a method run against published or closed-form values. The page on methods runs them in the reader's
 * browser; the unit tests assert them.
 */
export interface ReferenceTest {
  /** Kebab-case, unique over all methods: `sobol-ishigami-s1`. */
  readonly id: string;
  readonly method: MethodGroup;
  readonly title: Text;
  /** Where the expected value comes from: a formula, a paper, a tool's own test suite with its version. */
  readonly source: string;
  /** Cost class: a page runs the quick ones on load and the others on demand. */
  readonly cost: 'quick' | 'slow';
  /** Runs the method. Never a cached result. */
  run(): readonly ReferenceValue[];
}

/** The methods in the order in which they are shown. */
export const methodGroups = [
  'sampling',
  'distributions',
  'sensitivity',
  'discovery',
  'robustness',
  'search',
  'why',
  'models',
] as const;
/** One of the groups of methods. */
export type MethodGroup = (typeof methodGroups)[number];

/** A computed value next to its reference value. */
export interface ReferenceValue {
  /** What the number is, in language-neutral symbols: `S1[x1]`, `box 1: mass`. */
  readonly name: string;
  readonly expected: number;
  readonly found: number;
  /** Largest difference that counts as the same, absolute. 0 where it must be exact. */
  readonly tolerance: number;
}

/** Whether a value equals its reference within the tolerance; NaN never does. */
export const holds = ({ expected, found, tolerance }: ReferenceValue): boolean =>
  !Number.isNaN(found) && (expected === found || Math.abs(expected - found) <= tolerance);
