import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Cases, columnOf } from '@schaalsprong/methods/cases';
import { type WeightRule, weightsByRules } from '@schaalsprong/methods/designs';
import { readWeights } from '@schaalsprong/methods/robustness';
import type { Given } from './options.ts';
import { inOrderOf } from './uncertainties.ts';

/** How futures are weighed: by a file of names and weights, a column of the uncertainties, or rules on them. */
export type Weighing =
  | { readonly by: 'file'; readonly file: string; readonly text: string }
  | { readonly by: 'column'; readonly column: string; readonly uncertainties: Cases }
  | { readonly by: 'rules'; readonly rules: readonly WeightRule[]; readonly uncertainties: Cases };

/**
 * What `--weights` names: a file, or else a column of the uncertainties.
 *
 * @returns the name of the column; null where it is a file, there or not
 */
export function columnOfWeights(what: string, uncertainties: Cases | null, cwd: string): string | null {
  if (uncertainties === null || existsSync(resolve(cwd, what))) return null;
  const column = columnOf(uncertainties, what);
  return column === undefined || column.kind === 'category' ? null : what;
}

/**
 * A weight per future, in the order of the futures; null where all count the same.
 *
 * @throws FuturesError for a future without a weight, a name that is no future, or a rule of what was not uncertain
 */
export function weightsOfFutures(
  weighing: Weighing | null,
  futures: readonly string[],
): ArrayLike<number> | null {
  if (weighing === null) return null;
  if (weighing.by === 'file') return readWeights(weighing.file, weighing.text, futures);
  const { count, columns } = inOrderOf(futures, futures, weighing.uncertainties);
  const numbers = columns.flatMap(({ name, kind, values }): [string, Float64Array][] =>
    kind === 'category' ? [] : [[name, values]],
  );
  if (weighing.by === 'rules') {
    return weightsByRules(Object.fromEntries(numbers), count, weighing.rules).values;
  }
  return numbers.find(([name]) => name === weighing.column)?.[1] ?? new Float64Array();
}

const comparisons = { '>': 'above', '>=': 'at-least', '<': 'below', '<=': 'at-most', '=': 'equal' } as const;

/**
 * The rules of `--weigh`: `delay>3:2` is that futures in which the delay is above 3 count twice.
 *
 * @throws UsageError for a text that is no rule
 */
export function weightRules({ names, wrong }: Pick<Given, 'names' | 'wrong'>): readonly WeightRule[] {
  return names('weigh').map((text) => {
    const [, name = '', sign = '', limit = '', times = ''] =
      /^(.+?)\s*(>=|<=|>|<|=)\s*([^:]+):(.+)$/.exec(text) ?? [];
    const rule = {
      input: name.trim(),
      comparison: comparisons[sign as keyof typeof comparisons],
      limit: limit.trim() === '' ? Number.NaN : Number(limit),
      times: times.trim() === '' ? Number.NaN : Number(times),
    };
    if (!Number.isFinite(rule.limit) || !Number.isFinite(rule.times))
      wrong('not-weight-rule', { value: text });
    return rule;
  });
}
