import { at, byteAt, numberAt } from '@schaalsprong/words';
import { isRestricted, type Limit } from '../boxes/box.ts';
import { lowerSide, type Membership, upperSide } from '../boxes/membership.ts';
import type { CategoryInput, NumberInput } from '../data/data.ts';
import { type Candidate, candidateOrder } from './peel.ts';
import { peelQuantile } from './peel-quantile.ts';

/**
 * Every candidate of pasting from the present box, in the order that decides ties: the restricted inputs, reals first, of each the
 * lower bound before the upper.
 *
 * A bound of a real moves to the quantile of what lies between it and the initial bound within the other limits; with nothing
 * there, to the initial bound. A bound of an integer moves to the whole number that takes in the same values as the
 * quantile of what lies outside it. Of categories each missing one comes back.
 *
 * @param alpha part of what lies outside that a step may take in, between 0 and 1
 */
export function pasteCandidates(membership: Membership, alpha: number): readonly Candidate[] {
  const { inputs } = membership;
  return candidateOrder(inputs).flatMap((place) => {
    const input = at(inputs, place);
    if (!isRestricted(membership.limitOf(place), input)) return [];
    if (input.kind === 'category') return categories(membership, input, place);
    return [
      ...bound(membership, input, place, 'min', alpha),
      ...bound(membership, input, place, 'max', alpha),
    ];
  });
}

function bound(
  membership: Membership,
  input: NumberInput,
  place: number,
  end: 'min' | 'max',
  alpha: number,
): readonly Candidate[] {
  const limit = membership.limitOf(place);
  if (limit.kind === 'category' || limit[end] === input[end]) return [];
  const side = end === 'min' ? lowerSide(place) : upperSide(place);
  const outside: number[] = [];
  const slab: number[] = [];
  for (let row = 0; row < input.values.length; row++) {
    const value = numberAt(input.values, row);
    if (membership.missesOnly(row, side)) outside.push(row);
    // The slab is closed: rows on the present bound belong to it, though they are inside already.
    else if (!(input.kind === 'real' && value === limit[end] && membership.has(row))) continue;
    slab.push(value);
  }
  const quantile =
    slab.length === 0
      ? input[end]
      : peelQuantile(Float64Array.from(slab).sort(), end === 'min' ? 1 - alpha : alpha);
  const to =
    input.kind === 'real' ? quantile : (end === 'min' ? Math.ceil(quantile) : Math.floor(quantile)) + 0;
  let { n, k } = membership;
  for (const row of outside) {
    const value = numberAt(input.values, row);
    if (end === 'min' ? value < to : value > to) continue;
    n++;
    k += byteAt(membership.interest, row);
  }
  return [{ place, limit: { ...limit, [end]: to } satisfies Limit, n, k }];
}

function categories(membership: Membership, input: CategoryInput, place: number): readonly Candidate[] {
  const limit = membership.limitOf(place);
  if (limit.kind !== 'category') return [];
  return input.categories.flatMap((category, code) => {
    if (limit.allowed.includes(category)) return [];
    let { n, k } = membership;
    input.values.forEach((value, row) => {
      if (value !== code || !membership.missesOnly(row, lowerSide(place))) return;
      n++;
      k += byteAt(membership.interest, row);
    });
    const allowed = input.categories.filter((each) => each === category || limit.allowed.includes(each));
    return [{ place, limit: { ...limit, allowed }, n, k }];
  });
}
