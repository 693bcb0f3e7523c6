import { z } from 'zod';

/** A limit, and why it is where it is. */
export const Budget = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  what: z.string().min(1),
  unit: z.enum(['kB', 'MB', 'ms', 's']),
  most: z.number().positive(),
  why: z.string().min(1),
});
export type Budget = z.infer<typeof Budget>;

/** All limits, as budgets.json holds them. */
export const Budgets = z
  .array(Budget)
  .min(1)
  .refine((budgets) => new Set(budgets.map(({ id }) => id)).size === budgets.length, 'an id stands twice');

/** What was measured: a number in the unit of its budget, or why this machine has none. */
export type Measured = number | { readonly notMeasured: string };

export interface Verdict {
  readonly budget: Budget;
  readonly value: number | null;
  readonly verdict: 'within' | 'over' | 'not measured here';
  readonly note: string;
}

/**
 * Holds measurements against the budgets.
 *
 * @param budgets those that were asked
 * @param measured by id of the budget
 * @returns a verdict per budget, in their order; exactly at the limit is within
 * @throws RangeError where a budget was not measured without a reason, a number is none, or something was measured that has no budget:
 *   a limit that nothing is held to would pass for ever
 */
export function judge(
  budgets: readonly Budget[],
  measured: ReadonlyMap<string, Measured>,
): readonly Verdict[] {
  const known = new Set(budgets.map(({ id }) => id));
  const stray = [...measured.keys()].filter((id) => !known.has(id));
  if (stray.length > 0) throw new RangeError(`measured without a budget: ${stray.join(', ')}`);
  return budgets.map((budget) => {
    const value = measured.get(budget.id);
    if (value === undefined) throw new RangeError(`nothing measured the budget ${budget.id}`);
    if (typeof value !== 'number') {
      return { budget, value: null, verdict: 'not measured here', note: value.notMeasured };
    }
    if (!Number.isFinite(value)) throw new RangeError(`the measurement of ${budget.id} is ${value}`);
    return value > budget.most
      ? { budget, value, verdict: 'over', note: budget.why }
      : { budget, value, verdict: 'within', note: '' };
  });
}

/** Names those that are over, with by how much; null where none is. */
export function failure(verdicts: readonly Verdict[]): string | null {
  const over = verdicts.flatMap(({ budget, value, verdict }) =>
    verdict === 'over' && value !== null
      ? [`${budget.id} (${figure(value)} ${budget.unit}, at most ${figure(budget.most)})`]
      : [],
  );
  return over.length === 0 ? null : `over budget: ${over.join(', ')}`;
}

/** The verdicts as a table of plain text. */
export function tableOf(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ budget, value, verdict, note }) => [
    budget.id,
    value === null ? '-' : figure(value),
    figure(budget.most),
    budget.unit,
    verdict,
    verdict === 'within' ? budget.what : `${budget.what}: ${note}`,
  ]);
  const head = ['budget', 'measured', 'at most', 'unit', 'verdict', ''];
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const numbers = new Set([1, 2]);
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, i) => (numbers.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The middle one, or the mean of the two in the middle. @throws RangeError without a value */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (low === undefined || high === undefined) throw new RangeError('no value to take the median of');
  return (low + high) / 2;
}

const figure = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
