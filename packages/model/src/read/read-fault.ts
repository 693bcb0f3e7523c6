import type { ModelProblem } from '../problems/problems.ts';
import { say, type Text } from '../problems/say.ts';
import { readTexts } from './texts.ts';

/** Why a text cannot be read, and where. */
export interface ReadFault {
  readonly fault: Text;
  /** Offset in the text that was to be read. */
  readonly at: number;
  readonly expected?: Text;
  /** A sentence with `{text}` for the text as written. */
  readonly hint?: Text;
}

/** Thrown inside the parsers only; {@link reading} returns the {@link ReadFault} that it holds. */
export class Unreadable extends Error {
  readonly why: ReadFault;
  constructor(why: ReadFault) {
    super(why.fault.en);
    this.why = why;
  }
}

/** Runs a parser and returns its fault, if any; `offset` is added to the position of the fault. */
export function reading<T>(offset: number, read: () => T): T | ReadFault {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ...error.why, at: error.why.at + offset };
  }
}

/** Whether a parser returned a fault. */
export const isFault = (read: object): read is ReadFault => 'fault' in read && 'at' in read;

/**
 * A syntax error in an equation as a problem for users.
 *
 * @param where its line and column, both from 1, and the equation as written
 */
export function syntaxProblem(
  { fault, expected, hint }: ReadFault,
  where: { readonly file: string; readonly line: number; readonly column?: number; readonly text: string },
): ModelProblem {
  const { file, line, column, text } = where;
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return {
    code: 'MODEL_SYNTAX',
    message:
      column === undefined
        ? say(readTexts.syntax, { detail: fault })
        : say(readTexts.syntaxColumn, { detail: fault, column }),
    file,
    line,
    ...(expected === undefined ? {} : { expected }),
    hint: say(hint ?? readTexts.syntaxHint, { text: shown }),
  };
}
