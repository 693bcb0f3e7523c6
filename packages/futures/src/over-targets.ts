import type { Region } from '@schaalsprong/agenda';
import type { AmbitionStanding, HoldingBack, Met } from './assessment.ts';
import { bindingOf, order, type Projected, sum } from './modelled.ts';

/** Ambitions are the nodes that targets name as such, in the order of the tree. */
export function ambitionStandings(
  region: Region,
  projections: readonly Projected[],
  count: number,
): readonly AmbitionStanding[] {
  const named = new Set<string>(region.targets.flatMap(({ ambitions }) => ambitions));
  return region.nodes
    .filter(({ id }) => named.has(id))
    .map(({ id, title }) => {
      const targets = region.targets.filter(({ ambitions }) => ambitions.some((ambition) => ambition === id));
      const counted = projections
        .filter(({ target }) => targets.includes(target))
        .flatMap(({ metIn }) => metIn ?? []);
      return {
        id,
        title,
        targets: targets.map((target) => target.id),
        met: counted.length === 0 ? null : allAtOnce(counted, count),
        notModelled: targets.length - counted.length,
      };
    });
}

function allAtOnce(flags: readonly Uint8Array[], of: number): Met {
  let count = 0;
  for (let future = 0; future < of; future++) {
    if (flags.every((metIn) => metIn[future] === 1)) count++;
  }
  return { count, of };
}

/**
 * What holds the agenda back, over the targets that are missed. A target that is part of another one that is modelled
 * too is left out here: its homes or people would count twice.
 */
export function holdingBack(
  region: Region,
  projections: readonly Projected[],
  count: number,
): readonly HoldingBack[] {
  const constraints = region.constraints.map(({ id }): string => id);
  const weights = new Map<string, number>();
  const largestFor = new Map<string, string[]>();
  const judged = new Set(projections.flatMap(({ target, metIn }) => (metIn === null ? [] : [target.id])));
  const missed = projections.flatMap((projection) => {
    const { target, metIn } = projection;
    const countedElsewhere = target.partOf !== undefined && judged.has(target.partOf);
    return metIn !== null && sum(metIn) < count && !countedElsewhere ? [{ ...projection, metIn }] : [];
  });
  for (const projection of missed) {
    const missedPart = 1 - sum(projection.metIn) / count;
    const binding = bindingOf(projection);
    for (const { constraint, share } of binding) {
      weights.set(constraint, (weights.get(constraint) ?? 0) + missedPart * share);
    }
    const largest = binding[0];
    if (largest !== undefined) {
      largestFor.set(largest.constraint, [
        ...(largestFor.get(largest.constraint) ?? []),
        projection.target.id,
      ]);
    }
  }
  const largestIn = new Map<string, number>();
  for (let future = 0; future < count; future++) {
    let most = 0;
    let first: string | null = null;
    for (const constraint of constraints) {
      let total = 0;
      for (const { metIn, shares } of missed) {
        if (metIn[future] === 0) total += shares.get(constraint)?.[future] ?? 0;
      }
      if (total > most) {
        most = total;
        first = constraint;
      }
    }
    if (first !== null) largestIn.set(first, (largestIn.get(first) ?? 0) + 1);
  }
  const total = [...weights.values()].reduce((all, weight) => all + weight, 0);
  return [...weights]
    .map(([constraint, weight]) => ({
      constraint,
      share: weight / total,
      targets: largestFor.get(constraint) ?? [],
      largestIn: { count: largestIn.get(constraint) ?? 0, of: count },
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || order(a.constraint, b.constraint));
}
