import type { ModelProblem, ProblemCode } from '../problems/problems.ts';
import { say, type Text } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import { readTexts } from '../read/texts.ts';
import { nearestNames } from '../syntax/names.ts';
import { resolveTexts } from './texts.ts';

/** Thrown to abandon an expression whose problem was reported. */
export class Stop extends Error {}

/** Thrown to abort compilation of a model over the size limits. */
export class TooLarge extends Error {}

/** Maximum number of problems reported: more usually have one cause. */
const maxReported = 500;

/** Problems for which similar names are searched: with more than this a part of the model is missing rather than misspelt. */
const maxSearched = 20;

/** Collects the problems found while resolving, deduplicated. */
export class Faults {
  readonly problems: ModelProblem[] = [];
  readonly #seen = new Set<string>();
  readonly #file: string;
  #sought = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Reports a problem. An expensive hint may be a function, called only if the problem is not a duplicate. */
  report(code: ProblemCode, line: number, message: Text, hint: Text | (() => Text), expected?: Text): void {
    // An equation over a dimension is resolved once per element; its problem is reported once.
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

  /** Reports a problem and abandons the expression. */
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

/** Similar names, as a hint. */
export function nearest(name: string, known: Iterable<string>): Text {
  const names = nearestNames(name, new Set(known));
  return names.length === 0
    ? say(commonTexts.noNearest)
    : say(commonTexts.nearest, { names: names.join(', ') });
}

/** The key of an element, of keys: `builders[sge,mbo]`. */
export const partKey = (variable: string, elements: readonly string[]): string =>
  elements.length === 0 ? variable : `${variable}[${elements.join()}]`;
