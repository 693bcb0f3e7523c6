import type { ModelProblem } from '../problems/problems.ts';
import type { Dimension, Equation, Macro, RunSettings } from './ast.ts';

/** A model text, read: every equation and dimension with its line, and every problem met on the way. */
export interface ParsedModel {
  readonly equations: readonly Equation[];
  readonly dimensions: readonly Dimension[];
  readonly unitSynonyms: readonly (readonly string[])[];
  readonly macros?: readonly Macro[];
  readonly settings?: RunSettings;
  /** Names (canonical) whose definition could not be read: that they are unknown is no second fault. */
  readonly unread: ReadonlySet<string>;
  readonly problems: readonly ModelProblem[];
  /** What was knowingly left out because no number of a run depends on it. */
  readonly warnings?: readonly ModelProblem[];
}
