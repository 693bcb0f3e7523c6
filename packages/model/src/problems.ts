import type { Text } from './texts.ts';

/** What can be wrong with a model or with a question to it. */
export type ProblemCode =
  | 'MODEL_SYNTAX'
  | 'MODEL_UNKNOWN_NAME'
  | 'MODEL_DUPLICATE'
  | 'MODEL_UNIT_CLASH'
  | 'MODEL_NO_UNITS'
  | 'MODEL_LOOP'
  | 'MODEL_UNSUPPORTED'
  | 'MODEL_SUBSCRIPT'
  | 'MODEL_TABLE'
  | 'MODEL_TIME'
  | 'MODEL_NOT_A_NUMBER'
  | 'MODEL_BAD_INPUT';

/** One fault, told so that somebody can mend it. `line` counts from 1; 0 means: not in the model text. */
export interface ModelProblem {
  readonly code: ProblemCode;
  readonly message: Text;
  readonly file: string;
  readonly line: number;
  readonly expected?: Text;
  readonly hint: Text;
}

/** Thrown by `compile` and `run` with every problem that was found, never only the first. */
export class ModelError extends Error {
  readonly problems: readonly ModelProblem[];

  constructor(problems: readonly ModelProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line} ${p.code} ${p.message.en}`).join('\n'));
    this.name = 'ModelError';
    this.problems = problems;
  }
}
