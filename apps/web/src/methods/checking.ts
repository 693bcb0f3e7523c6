import { type CheckedValue, holds, type MethodCheck, type MethodGroup } from '@schaalsprong/methods/checks';
import type { Text } from '@schaalsprong/wire';

/** A check without its program: what crosses to the page. */
export interface CheckAbout {
  readonly id: string;
  readonly method: MethodGroup;
  readonly title: Text;
  readonly source: string;
  readonly cost: 'quick' | 'slow';
}

/** What a check gave just now. */
export interface CheckResult {
  readonly id: string;
  readonly values: readonly (CheckedValue & { readonly holds: boolean })[];
  /** What it stopped on, where it did. */
  readonly failed: string | null;
  readonly milliseconds: number;
}

/** What the worker is asked: first what there is, then to run some. */
export type Question = { readonly kind: 'list' } | { readonly kind: 'run'; readonly ids: readonly string[] };
export type Answer =
  | { readonly kind: 'list'; readonly checks: readonly CheckAbout[] }
  | { readonly kind: 'result'; readonly result: CheckResult };

/** Message handler of the worker, independent of `postMessage`. */
export function answerTo(
  checks: readonly MethodCheck[],
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

function runOne(check: MethodCheck): CheckResult {
  const began = performance.now();
  try {
    const values = check.run().map((value) => ({ ...value, holds: holds(value) }));
    return { id: check.id, values, failed: null, milliseconds: performance.now() - began };
  } catch (error) {
    const failed = error instanceof Error ? error.message : String(error);
    return { id: check.id, values: [], failed, milliseconds: performance.now() - began };
  }
}
