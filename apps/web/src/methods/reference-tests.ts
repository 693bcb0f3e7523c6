import {
  holds,
  type MethodGroup,
  type ReferenceTest,
  type ReferenceValue,
} from '@schaalsprong/methods/reference-tests';
import type { Text } from '@schaalsprong/wire';

/** A reference test without its program: what crosses to the page. */
export interface ReferenceTestAbout {
  readonly id: string;
  readonly method: MethodGroup;
  readonly title: Text;
  readonly source: string;
  readonly cost: 'quick' | 'slow';
}

/** What a reference test gave just now. */
export interface ReferenceTestResult {
  readonly id: string;
  readonly values: readonly (ReferenceValue & { readonly holds: boolean })[];
  /** What it stopped on, where it did. */
  readonly failed: string | null;
  readonly milliseconds: number;
}

/** What the worker is asked: first what there is, then to run some. */
export type Question = { readonly kind: 'list' } | { readonly kind: 'run'; readonly ids: readonly string[] };
export type Answer =
  | { readonly kind: 'list'; readonly checks: readonly ReferenceTestAbout[] }
  | { readonly kind: 'result'; readonly result: ReferenceTestResult };

/** Message handler of the worker, independent of `postMessage`. */
export function answerTo(
  checks: readonly ReferenceTest[],
  question: Question,
  tell: (answer: Answer) => void,
): void {
  if (question.kind === 'list') {
    tell({
      kind: 'list',
      checks: checks.map(({ id, method, title, source, cost }) => ({ id, method, title, source, cost })),
    });
    return;
  }
  for (const id of question.ids) {
    const check = checks.find((one) => one.id === id);
    if (check !== undefined) tell({ kind: 'result', result: runOne(check) });
  }
}

function runOne(check: ReferenceTest): ReferenceTestResult {
  const began = performance.now();
  try {
    const values = check.run().map((value) => ({ ...value, holds: holds(value) }));
    return { id: check.id, values, failed: null, milliseconds: performance.now() - began };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    return { id: check.id, values: [], failed, milliseconds: performance.now() - began };
  }
}
