import { say, type Text } from '../problems/say.ts';
import type { Equation, Point } from '../syntax/ast.ts';
import { resolveTexts } from './texts.ts';

/** A variable whose data is missing, and the problem to report where something needs it. */
export interface Absent {
  readonly name: string;
  readonly line: number;
  /** The missing file; undefined for a variable without equation, which names no file. */
  readonly file?: string;
  readonly message: Text;
  readonly hint: Text;
  readonly expected?: Text;
}

/** Thrown where an equation reads a file that is missing. The model can be checked without it, so it is not yet a fault. */
export class FileMissing extends Error {
  readonly absent: Absent;

  constructor(absent: Absent) {
    super(absent.message.en);
    this.absent = absent;
  }
}

/** A variable without equation and without data. */
export const withoutData = ({ name, line }: Equation): Absent => ({
  name,
  line,
  message: say(resolveTexts.emptyEquation, { name }),
  hint: say(resolveTexts.emptyEquationHint, { name }),
});

/** Placeholder for points that cannot be read; a fault or a missing file keeps it out of every run. */
export const flatLine: readonly Point[] = [
  [0, 0],
  [1, 0],
];
