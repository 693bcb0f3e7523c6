import { at, must, numberAt } from '@schaalsprong/words';
import { isConstant, meanOf } from '../../statistics/moments.ts';
import type { PairResult, Sensitivity, SensitivityWarning } from '../estimates/result.ts';
import { sensitivityWarnings } from '../estimates/warnings.ts';
import { refuse, sensitivityProblems } from '../problems.ts';

/** The runs of a factorial design with two levels per input. */
export interface FactorialRuns {
  readonly names: readonly string[];
  /** One per input; the smaller of its two values is the low level. */
  readonly columns: readonly Float64Array[];
  readonly outcome: string;
  readonly values: Float64Array;
  /** Whether the effects of pairs are asked. */
  readonly secondOrder: boolean;
}

/**
 * Effects in a two-level factorial design, full or fractional: mean(x y) with x coded as -1 and +1. That is half the
 * difference between the mean outcome at the high and at the low level. Two-factor interactions by the product of the codes; in a
 * fraction interactions are aliased, and each lists its aliases. No confidence intervals: the design has no replicates.
 *
 * @throws FuturesError where an input has not two levels, a run has no outcome, or the design is not balanced
 *
 * Source: A. Saltelli and others, Global Sensitivity Analysis: The Primer (2008), chapter 2; G. Box, J. Hunter, Technometrics 3
 * (1961).
 */
export function factorialEffects({
  names,
  columns,
  outcome,
  values,
  secondOrder,
}: FactorialRuns): Sensitivity<'effect'> {
  if (names.length === 0) refuse([sensitivityProblems.noInputs(outcome)]);
  const missing = values.filter((value) => !Number.isFinite(value)).length;
  if (missing > 0) refuse([sensitivityProblems.missingInDesign(missing)]);
  const levels = names.map((_, i) => [...new Set(at(columns, i))]);
  refuse(
    names.flatMap((name, i) => {
      const { length } = at(levels, i);
      return length === 2 ? [] : [sensitivityProblems.notTwoLevels(name, length)];
    }),
  );
  const codes = columns.map((column, i) => {
    const low = Math.min(...at(levels, i));
    return column.map((value) => (value === low ? -1 : 1));
  });
  refuseUnbalanced(names, codes);

  const effect = (code: Float64Array): number => meanOf(values.map((value, n) => value * numberAt(code, n)));
  const pairs = secondOrder ? pairEffects(names, codes, effect) : null;
  const aliased = pairs?.filter(({ aliases }) => aliases.length > 0) ?? [];
  const warnings: SensitivityWarning[] = [];
  if (isConstant(values)) warnings.push(sensitivityWarnings.constant(outcome));
  if (aliased.length > 0) warnings.push(sensitivityWarnings.aliased(aliased.length));
  return {
    method: 'ff',
    outcome,
    runs: values.length,
    dropped: 0,
    indices: ['effect'],
    decisive: 'effect',
    inputs: names.map((name, i) => ({
      name,
      indices: { effect: { value: effect(at(codes, i)), halfWidth: null } },
    })),
    pairs,
    settings: {},
    enough: true,
    runsNeeded: null,
    warnings,
  };
}

/** Main effects can be separated only where each column is balanced and columns are orthogonal. */
function refuseUnbalanced(names: readonly string[], codes: readonly Float64Array[]): void {
  const wrong = new Set<string>();
  codes.forEach((one, i) => {
    if (meanOf(one) !== 0) wrong.add(at(names, i));
    for (let j = 0; j < i; j++) {
      if (meanOf(one.map((code, n) => code * numberAt(at(codes, j), n))) !== 0) {
        wrong.add(at(names, j)).add(at(names, i));
      }
    }
  });
  if (wrong.size > 0) refuse([sensitivityProblems.unbalanced([...wrong])]);
}

function pairEffects(
  names: readonly string[],
  codes: readonly Float64Array[],
  effect: (code: Float64Array) => number,
): readonly (PairResult & Required<Pick<PairResult, 'aliases'>>)[] {
  const pairs = codes.flatMap((one, i) =>
    codes.slice(0, i).map((other, j) => {
      const code = one.map((each, n) => each * numberAt(other, n));
      // Codes that are equal up to sign are aliased: normalise the sign.
      const first = numberAt(code, 0);
      return {
        inputs: [at(names, j), at(names, i)] as const,
        code,
        key: code.map((each) => each * first).join(','),
      };
    }),
  );
  const together = new Map<string, (readonly [string, string])[]>();
  for (const { key, inputs } of pairs) together.set(key, [...(together.get(key) ?? []), inputs]);
  return pairs.map(({ inputs, code, key }) => ({
    inputs,
    estimate: { value: effect(code), halfWidth: null },
    aliases: must(together, key).filter((other) => other !== inputs),
  }));
}
