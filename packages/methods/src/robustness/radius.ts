import { numberAt } from '@schaalsprong/words';
import { type Cases, columnOf } from '../cases/cases.ts';
import type { Refused } from './regret.ts';

const refused = (nl: string, en: string): Refused => ({ reason: { nl, en } });

/**
 * The distance in the space of the uncertainties from one future to the nearest one that fails: per uncertainty the difference as part
 * of its range over all futures (for words 0 where the same, else 1), then the root of the mean square, so that it lies between 0 and
 * 1 whatever the number of uncertainties. Constant uncertainties are ignored.
 *
 * @param fails per future whether it fails
 * @param reference place of the future from which is measured
 * @param uncertainties a row per future
 * @returns the distance; 0 where the reference future itself fails; or why there is none: no failure among these
 *   futures, nothing known of the uncertainties
 */
export function satisficingRadius(
  fails: readonly boolean[],
  reference: number | null,
  uncertainties: Cases | null,
): number | Refused {
  if (uncertainties === null) {
    return refused(
      'wat er onzeker was in elke toekomst is niet gegeven',
      'what was uncertain in each future was not given',
    );
  }
  if (reference === null) {
    return refused('er is geen toekomst als ijkpunt gekozen', 'no future was chosen as the reference');
  }
  if (uncertainties.count !== fails.length) {
    return refused(
      `er zijn ${uncertainties.count} rijen met onzekerheden en ${fails.length} toekomsten`,
      `there are ${uncertainties.count} rows of uncertainties and ${fails.length} futures`,
    );
  }
  const between = uncertainties.columns.flatMap(({ name }) => distanceIn(uncertainties, name, reference));
  if (between.length === 0) {
    return refused('geen onzekerheid verschilt tussen toekomsten', 'no uncertainty differs between futures');
  }
  let nearest = Number.POSITIVE_INFINITY;
  fails.forEach((fail, future) => {
    if (!fail) return;
    const squares = between.reduce((sum, distance) => sum + distance(future) ** 2, 0);
    nearest = Math.min(nearest, Math.sqrt(squares / between.length));
  });
  return nearest === Number.POSITIVE_INFINITY
    ? refused('geen mislukking gevonden in deze toekomsten', 'no failure found in these futures')
    : nearest;
}

/** How far a future lies from the reference in one uncertainty; none where that never differs. */
function distanceIn(
  uncertainties: Cases,
  name: string,
  reference: number,
): readonly ((future: number) => number)[] {
  const column = columnOf(uncertainties, name);
  if (column === undefined) return [];
  const { values, kind } = column;
  if (kind === 'category') {
    const same = values.every((value) => value === values[0]);
    return same ? [] : [(future) => (values[future] === values[reference] ? 0 : 1)];
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const range = high - low;
  return range > 0 ? [(future) => (numberAt(values, future) - numberAt(values, reference)) / range] : [];
}
