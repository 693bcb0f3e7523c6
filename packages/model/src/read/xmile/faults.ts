import { functionTexts } from '../../functions/texts.ts';
import type { ModelProblem, ProblemCode } from '../../problems/problems.ts';
import { say, type Text } from '../../problems/say.ts';
import { xmileTexts } from './texts.ts';

/** Thrown to abandon an equation or variable whose problem was reported. */
export class Refused extends Error {}

/** Collects the problems of a file, deduplicated. */
export class Faults {
  readonly problems: ModelProblem[] = [];
  readonly file: string;
  readonly #reported = new Set<string>();

  constructor(file: string) {
    this.file = file;
  }

  add(problem: Omit<ModelProblem, 'file'>): void {
    const key = `${problem.line} ${problem.message.en}`;
    if (this.#reported.has(key)) return;
    this.#reported.add(key);
    const expected =
      problem.code === 'MODEL_SYNTAX'
        ? { expected: problem.expected ?? say(xmileTexts.xmileEquationExpected) }
        : {};
    this.problems.push({ ...problem, ...expected, file: this.file });
  }

  report(code: ProblemCode, line: number, message: Text, hint: Text, expected?: Text): void {
    this.add({ code, line, message, hint, ...(expected === undefined ? {} : { expected }) });
  }

  /** Something of XMILE that is known and not computed. */
  unsupported(line: number, what: Text | string, alternative: Text): void {
    this.report('MODEL_UNSUPPORTED', line, say(functionTexts.xmileUnsupported, { what }), say(alternative));
  }

  /** As {@link report}, and no further with what is being read. */
  stop(code: ProblemCode, line: number, message: Text, hint: Text, expected?: Text): never {
    this.report(code, line, message, hint, expected);
    throw new Refused();
  }
}
