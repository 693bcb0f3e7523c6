import { nearest } from '@schaalsprong/words';
import { caseProblems } from '../../cases/problems.ts';
import type { FuturesProblem } from '../../problems.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** Groups of inputs that are resampled together and share one index. */
export interface Grouping {
  readonly names: readonly string[];
  /** Of each input the number of its group. */
  readonly of: readonly number[];
}

/** Every input its own group. */
export const ungrouped = (names: readonly string[]): Grouping => ({ names, of: names.map((_, i) => i) });

/**
 * Groups by name; ungrouped inputs are groups of one. Groups are numbered in the order of their first input.
 *
 * @param inputs names of all inputs
 * @param groups name of a group to the names of its inputs
 * @throws FuturesError with every name that is no input, and every input that is in two groups
 */
export function groupingOf(
  inputs: readonly string[],
  groups: Readonly<Record<string, readonly string[]>>,
): Grouping {
  const found: FuturesProblem[] = [];
  const groupOf = new Map<string, string>();
  for (const [group, members] of Object.entries(groups)) {
    for (const member of members) {
      const other = groupOf.get(member);
      if (!inputs.includes(member)) found.push(caseProblems.column(member, nearest(member, inputs), inputs));
      else if (other !== undefined) found.push(sensitivityProblems.inTwoGroups(member, other, group));
      groupOf.set(member, group);
    }
  }
  refuse(found);
  const labels = inputs.map((input) => groupOf.get(input) ?? input);
  const names = [...new Set(labels)];
  return { names, of: labels.map((label) => names.indexOf(label)) };
}
