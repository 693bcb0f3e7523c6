import type { ModelProblem } from '../problems/problems.ts';
import type { Dimension, Equation, Macro, RunSettings } from './ast.ts';

/** Result of parsing: every equation and dimension with its line, and all problems. */
export interface ParsedModel {
  readonly equations: readonly Equation[];
  readonly dimensions: readonly Dimension[];
  readonly unitSynonyms: readonly (readonly string[])[];
  readonly macros?: readonly Macro[];
  readonly settings?: RunSettings;
  /** Canonical names whose definition could not be parsed, so that they are not reported as unknown too. */
  readonly unread: ReadonlySet<string>;
  readonly problems: readonly ModelProblem[];
  /** What was knowingly left out because no number of a run depends on it. */
  readonly warnings?: readonly ModelProblem[];
}
