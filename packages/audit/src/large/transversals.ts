/**
 * The minimal transversals (hitting sets) of a growing list of sets, by Berge's rule: a transversal that hits the new
 * set stays, one that does not is extended by each of its members, and what then contains another goes.
 * C. Berge, Hypergraphs (1989), section 2.1.
 */
export interface Transversals {
  /** each a rising list; the empty one as long as there are no sets */
  readonly all: () => readonly (readonly number[])[];
  /** false where there would be more than the limit; the list is then of no use any more */
  add(set: readonly number[]): boolean;
}

const isWithin = (small: readonly number[], large: ReadonlySet<number>): boolean =>
  small.every((member) => large.has(member));

export function transversals(limit: number): Transversals {
  let found: readonly (readonly number[])[] = [[]];
  return {
    all: () => found,
    add(set) {
      const members = new Set(set);
      const staying: (readonly number[])[] = [];
      const missing: (readonly number[])[] = [];
      for (const one of found) (one.some((m) => members.has(m)) ? staying : missing).push(one);
      const extended: (readonly number[])[] = [];
      for (const one of missing) {
        for (const member of set) {
          const candidate = [...one, member].sort((a, b) => a - b);
          const asSet = new Set(candidate);
          // only one that stayed and holds this member can be within it
          if (!staying.some((other) => other.includes(member) && isWithin(other, asSet)))
            extended.push(candidate);
        }
        if (staying.length + extended.length > limit) return false;
      }
      found = [...staying, ...extended];
      return found.length <= limit;
    },
  };
}
