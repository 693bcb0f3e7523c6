import { enumerationRule } from './listing/enumerations.ts';
import { itemRules } from './listing/items-and-labels.ts';
import { type ListInput, type ListRule, listTextOf } from './listing/list-text.ts';
import type { Placed } from './placed.ts';

const rules: readonly ListRule[] = [...itemRules, enumerationRule];

/**
 * Counts what the text lists without counting it itself: the items of a list, numbered labels (`Pijler 1` to `Pijler 3`)
 * and enumerations of names. Each carries the reason `counted-here`; a list whose introduction promises a number also
 * says whether it keeps it (`as-promised`, `not-as-promised`).
 */
export function listsOf(input: ListInput): readonly Placed[] {
  const { text, found } = listTextOf(input);
  for (const { count } of rules) count(text);
  return found;
}
