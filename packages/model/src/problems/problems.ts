import { say, type Text } from './say.ts';
import { commonTexts } from './texts.ts';

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
  | 'MODEL_DATA'
  | 'MODEL_TOO_LARGE'
  | 'MODEL_NOT_A_NUMBER'
  | 'MODEL_MEMORY'
  | 'MODEL_BAD_INPUT'
  | 'MODEL_WORKER';

/** A problem, with what a user needs to fix it. `line` counts from 1; 0 means: not in the model text. */
export interface ModelProblem {
  /** Stays the same from version to version. */
  readonly code: ProblemCode;
  /** What is wrong, in Dutch and English. */
  readonly message: Text;
  readonly file: string;
  readonly line: number;
  /** Of MODEL_NOT_A_NUMBER: full name of the element. */
  readonly element?: string;
  /** What would be right. */
  readonly expected?: Text;
  /** What to do. */
  readonly hint: Text;
}

/** What is expected, in general, where the place that finds the fault has nothing more exact to say. */
export const expectedOf: Readonly<Record<ProblemCode, Text>> = {
  MODEL_SYNTAX: commonTexts.syntaxExpected,
  MODEL_UNKNOWN_NAME: commonTexts.expectedName,
  MODEL_DUPLICATE: commonTexts.expectedDuplicate,
  MODEL_UNIT_CLASH: commonTexts.expectedUnits,
  MODEL_NO_UNITS: commonTexts.expectedNoUnits,
  MODEL_LOOP: commonTexts.expectedLoop,
  MODEL_UNSUPPORTED: commonTexts.expectedUnsupported,
  MODEL_SUBSCRIPT: commonTexts.expectedSubscript,
  MODEL_TABLE: commonTexts.expectedTable,
  MODEL_TIME: commonTexts.expectedTime,
  MODEL_DATA: commonTexts.expectedData,
  MODEL_TOO_LARGE: commonTexts.expectedSize,
  MODEL_NOT_A_NUMBER: commonTexts.notANumberExpected,
  MODEL_MEMORY: commonTexts.memoryExpected,
  MODEL_BAD_INPUT: commonTexts.expectedInput,
  MODEL_WORKER: commonTexts.workerStoppedExpected,
};

/** Thrown by `compile` and `run` with every problem that was found, never only the first. */
export class ModelError extends Error {
  /** In order of line where they are of one text. */
  readonly problems: readonly ModelProblem[];

  constructor(problems: readonly ModelProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line} ${p.code} ${p.message.en}`).join('\n'));
    this.name = 'ModelError';
    this.problems = problems.map((p) => ({ ...p, expected: p.expected ?? say(expectedOf[p.code]) }));
  }
}
