import { at, Unreachable } from '@schaalsprong/words';
import type { ReferenceValue } from '../../reference-tests/reference-test.ts';
import type { Sensitivity } from '../estimates/result.ts';

/** SALib's repository of 24 June 2026. */
export const salibTests = 'SALib, its own tests (tests/, June 2026)';
export const closedForm = 'closed form';

/** One index of every input with its expected value. */
export const compare = <Index extends string>(
  { inputs }: Sensitivity<Index>,
  index: Index,
  expected: readonly number[],
  tolerance: number | 'its interval',
): readonly ReferenceValue[] =>
  inputs.map(({ name, indices }, i) => ({
    name: `${index}[${name}]`,
    expected: at(expected, i),
    // An index that was not computed is NaN, which no expected value equals.
    found: indices[index]?.value ?? Number.NaN,
    tolerance: tolerance === 'its interval' ? (indices[index]?.halfWidth ?? 0) : tolerance,
  }));

/** The interactions of all pairs with their expected values. */
export const pairs = (
  { pairs: found }: Sensitivity,
  expected: readonly number[],
  tolerance: number,
): readonly ReferenceValue[] => {
  if (found?.length !== expected.length) throw new Unreachable(`no ${expected.length} pairs`);
  return found.map(({ inputs, estimate }, i) => ({
    name: `S2[${inputs.join(', ')}]`,
    expected: at(expected, i),
    found: estimate.value,
    tolerance,
  }));
};

/** A list of numbers, one per input, with its expected value. */
export const listed = (
  name: string,
  expected: readonly number[],
  found: readonly number[],
  tolerance: number,
): readonly ReferenceValue[] =>
  expected.map((value, i) => ({
    name: `${name}[x${i + 1}]`,
    expected: value,
    found: at(found, i),
    tolerance,
  }));

/** One number with its expected value. */
export const one = (name: string, expected: number, found: number, tolerance: number): ReferenceValue => ({
  name,
  expected,
  found,
  tolerance,
});
