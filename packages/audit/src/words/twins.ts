import type { Conflict } from '../types.ts';

/** A conflict as it is shown: with the others that are the same sum over the same claims, each in another reading. */
export interface Twinned<C> {
  readonly conflict: C;
  readonly twins: readonly C[];
}

type Same = Pick<Conflict, 'claims' | 'arithmetic'>;

/**
 * Puts together what is one thing to a reader: conflicts of the same claims by the same sum, as where one reading of a target contradicts
 * another target and the other reading is made moot by it. For showing and counting; the report itself keeps them apart, since each is
 * proven under readings of its own.
 *
 * @returns in the order given, each at the place of its first
 */
export function withTwins<C extends Same>(conflicts: readonly C[]): readonly Twinned<C>[] {
  const byKey = new Map<string, { conflict: C; twins: C[] }>();
  for (const conflict of conflicts) {
    const sum = conflict.arithmetic.nl;
    const claims = conflict.claims.map(({ id }) => id).sort();
    // Nothing computed, or over no claims: then nothing says that two are the same.
    const key = sum === '' || claims.length === 0 ? null : JSON.stringify([claims, sum]);
    const known = key === null ? undefined : byKey.get(key);
    if (known === undefined) byKey.set(key ?? `alone ${byKey.size}`, { conflict, twins: [] });
    else known.twins.push(conflict);
  }
  return [...byKey.values()];
}
