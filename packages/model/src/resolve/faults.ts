import type { ModelProblem, ProblemCode } from '../problems/problems.ts';
import { say, type Text } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import { readTexts } from '../read/texts.ts';
import { nearestNames } from '../syntax/names.ts';
import { resolveTexts } from './texts.ts';

/** Thrown where an expression cannot go on; its fault was reported. */
export class Stop extends Error {}

/** Thrown where the model is larger than fits; nothing goes on. */
export class TooLarge extends Error {}

/** Maximum number of faults reported: more have one cause. */
const maxReported = 500;

/** Faults for which a likely name is sought among all: whoever has more has misspelt nothing, but lacks a part. */
const maxSearched = 20;

/** Collects the faults of resolving, deduplicated. */
export class Faults {
  readonly problems: ModelProblem[] = [];
  readonly #seen = new Set<string>();
  readonly #file: string;
  #sought = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Tells a fault. A hint that is costly to make may be a function: it is asked only if the fault is reported. */
  report(code: ProblemCode, line: number, message: Text, hint: Text | (() => Text), expected?: Text): void {
    // An equation over a dimension is written out once per element: its fault is reported once.
    const key = `${code} ${line} ${message.en}`;
    if (this.#seen.has(key) || this.problems.length >= maxReported) return;
    this.#seen.add(key);
    this.problems.push({
      code,
      message,
      file: this.#file,
      line,
      ...(expected === undefined ? {} : { expected }),
      hint:
        typeof hint !== 'function'
          ? hint
          : this.#sought++ < maxSearched
            ? hint()
            : say(resolveTexts.notSought),
    });
  }

  /** Tells a fault and stops the expression. */
  stop(code: ProblemCode, line: number, message: Text, hint: Text | (() => Text), expected?: Text): never {
    this.report(code, line, message, hint, expected);
    throw new Stop();
  }

  duplicate(name: string, first: number, second: number): void {
    this.report(
      'MODEL_DUPLICATE',
      second,
      say(readTexts.duplicate, { name, first, second }),
      say(resolveTexts.duplicateHint),
    );
  }
}

/** Names that may have been meant, as a hint. */
export function nearest(name: string, known: Iterable<string>): Text {
  const names = nearestNames(name, new Set(known));
  return names.length === 0
    ? say(commonTexts.noNearest)
    : say(commonTexts.nearest, { names: names.join(', ') });
}

/** The key of an element, of keys: `builders[sge,mbo]`. */
export const partKey = (variable: string, elements: readonly string[]): string =>
  elements.length === 0 ? variable : `${variable}[${elements.join()}]`;
