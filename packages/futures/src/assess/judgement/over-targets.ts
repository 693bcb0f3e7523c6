import type { Region, Target } from '@schaalsprong/agenda';
import { at, compareTexts, numberAt } from '@schaalsprong/words';
import type { AmbitionStanding, HoldingBack, Met } from '../assessment.ts';
import { bindingOf, type Projected, sum } from '../projection/modelled.ts';

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
      const own = projections.filter(({ target }) => targets.includes(target));
      const counted = own.flatMap(({ metIn }) => metIn ?? []);
      return {
        id,
        title,
        targets: targets.map((target) => target.id),
        met: counted.length === 0 ? null : allAtOnce(counted, count),
        notModelled: targets.length - counted.length,
        holdingBack: holdingBack(region, own, count),
      };
    });
}

/** In how many futures all targets are met at once. */
export function allAtOnce(flags: readonly Uint8Array[], of: number): Met {
  let count = 0;
  for (let future = 0; future < of; future++) {
    if (flags.every((metIn) => metIn[future] === 1)) count++;
  }
  return { count, of };
}

/**
 * What holds the agenda back. In each future a missed target falls short by a part of what it asks ({@link shortfall});
 * that part is divided over the limits by their shares in that future, and summed over targets. A limit's share is its
 * part of the total over all futures; `largestIn` counts the futures in which it has the largest part of its kind.
 *
 * A target that is part of another one that is modelled too is left out: its homes or people would count twice.
 */
export function holdingBack(
  region: Pick<Region, 'constraints'>,
  projections: readonly Projected[],
  count: number,
): readonly HoldingBack[] {
  const judged = new Set(projections.flatMap(({ target, metIn }) => (metIn === null ? [] : [target.id])));
  const missed = projections.filter(
    ({ target: { partOf }, metIn }) =>
      metIn !== null && sum(metIn) < count && !(partOf !== undefined && judged.has(partOf)),
  );
  const largestFor = Map.groupBy(missed, (projection) => bindingOf(projection)[0]?.constraint);
  const weights = new Map(region.constraints.map(({ id }): [string, number] => [id, 0]));
  const kinds = new Map(region.constraints.map(({ id, kind }): [string, HoldingBack['kind']] => [id, kind]));
  const largestIn = new Map<string, number>();
  const shortfalls = missed.map(({ target, values }) => values.map((value) => shortfall(target, value)));
  // Per constraint its weight in every future, target after target, so that the sums are those of any order of constraints.
  const largest = new Map<HoldingBack['kind'], { readonly weight: Float64Array; readonly of: Int32Array }>();
  const names = [...weights.keys()];
  names.forEach((constraint, place) => {
    const own = new Float64Array(count);
    missed.forEach(({ shares }, i) => {
      const share = shares.get(constraint);
      if (share === undefined) return;
      const short = at(shortfalls, i);
      for (let future = 0; future < count; future++) {
        const part = numberAt(share, future);
        if (part > 0) own[future] = numberAt(own, future) + part * numberAt(short, future);
      }
    });
    weights.set(
      constraint,
      own.reduce((sum, weight) => sum + weight, 0),
    );
    const kind = kinds.get(constraint) ?? 'resource';
    const most = largest.get(kind) ?? { weight: new Float64Array(count), of: new Int32Array(count).fill(-1) };
    largest.set(kind, most);
    for (let future = 0; future < count; future++) {
      const weight = numberAt(own, future);
      if (weight <= numberAt(most.weight, future)) continue;
      most.weight[future] = weight;
      most.of[future] = place;
    }
  });
  for (const { of } of largest.values()) {
    for (const place of of) {
      const constraint = names[place];
      if (constraint !== undefined) largestIn.set(constraint, (largestIn.get(constraint) ?? 0) + 1);
    }
  }
  const total = [...weights.values()].reduce((all, weight) => all + weight, 0);
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .map(([constraint, weight]) => ({
      constraint,
      kind: kinds.get(constraint) ?? 'resource',
      share: weight / total,
      targets: (largestFor.get(constraint) ?? []).map(({ target }) => target.id),
      largestIn: { count: largestIn.get(constraint) ?? 0, of: count },
    }))
    .sort((a, b) => b.share - a.share || compareTexts(a.constraint, b.constraint));
}

/**
 * How far a value falls short of a target, from 0 (met) to 1: of the change that the target asks since its baseline, or of
 * the target itself where there is no baseline or the baseline met it already. So a rank, a percentage and a number of
 * homes can stand beside each other.
 */
export function shortfall(target: Pick<Target, 'value' | 'direction' | 'baseline'>, value: number): number {
  if (target.value === null) return 0;
  const sign = target.direction === 'at-least' ? 1 : -1;
  const short = (target.value - value) * sign;
  if (short <= 0) return 0;
  const asked = target.baseline === null ? 0 : (target.value - target.baseline.value) * sign;
  const whole = asked > 0 ? asked : Math.abs(target.value);
  return short >= whole ? 1 : short / whole;
}
