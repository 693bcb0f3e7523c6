import { must } from '@schaalsprong/words';
import { keyOf } from './batch.ts';
import type { Revision, Vintage, VintageFact } from './facts.ts';
import { revisionOf } from './revise.ts';
import { movedTargets, type StandingRegion } from './status.ts';

/** What one version of a source changed, and the targets that it moved. */
export interface RevisedVersion {
  readonly vintage: Vintage;
  /** figures that were there and are now another, no longer there, or only more or less sure; what is new is not among them */
  readonly revisions: readonly Revision[];
  /** how many figures are new in it */
  readonly added: number;
  readonly moved: ReturnType<typeof movedTargets>;
}

/**
 * What each version changed against what was known before it.
 *
 * @param vintages oldest first, as a store gives them
 * @param history every version of the figures, as a store gives it
 * @param today the day at which the standing of targets is computed
 * @returns versions that changed something, newest first
 */
export function revisedVersions(
  region: StandingRegion,
  vintages: readonly Vintage[],
  history: readonly VintageFact[],
  today: string,
): readonly RevisedVersion[] {
  const place = new Map(vintages.map(({ id }, i) => [id, i]));
  const sourceOf = new Map(vintages.map(({ id, source }) => [id, source]));
  const versions = [
    ...Map.groupBy(history, (fact) => `${sourceOf.get(fact.vintage)}\n${keyOf(fact)}`).values(),
  ];
  const changes = new Map(vintages.map(({ id }) => [id, { revisions: [] as Revision[], added: 0 }]));
  for (const of of versions) {
    of.forEach((after, i) => {
      const revision = revisionOf(after, of[i - 1] ?? null, after);
      const change = changes.get(after.vintage);
      if (revision === null || change === undefined) return;
      if (revision.kind === 'added') change.added += 1;
      else change.revisions.push(revision);
    });
  }
  const used = targetSeries(region);
  const ofTargets = versions.filter(([first]) => first !== undefined && used.has(first.series));
  const moving = new Set(ofTargets.flatMap((of) => of.map(({ vintage }) => vintage)));
  /** The figures of targets as of a version: of it and all before it. */
  const stateAt = (at: number): readonly VintageFact[] =>
    ofTargets.flatMap((of) => {
      // a version that is not listed is older than those that are
      const fact = of.findLast(({ vintage }) => (place.get(vintage) ?? -1) <= at);
      return fact === undefined || fact.state === 'withdrawn' ? [] : [fact];
    });
  return vintages.toReversed().flatMap((vintage): RevisedVersion[] => {
    const { revisions, added } = must(changes, vintage.id);
    if (revisions.length + added === 0) return [];
    const at = must(place, vintage.id);
    const moved = moving.has(vintage.id) ? movedTargets(region, stateAt(at - 1), stateAt(at), today) : [];
    return [{ vintage, revisions, added, moved }];
  });
}

/** Series that targets are measured by: no other moves one. */
function targetSeries({ targets, indicators }: StandingRegion): ReadonlySet<string> {
  const measured = new Set(targets.map(({ indicator }) => indicator));
  return new Set(
    indicators.flatMap(({ id, series }) => (series !== null && measured.has(id) ? [series] : [])),
  );
}

/**
 * The figures that would stand after revisions of one source.
 *
 * @param standing what stands now, of every source
 * @param revisions what a version would change, as `MonitorStore.compare` gives it
 * @param vintage the version
 * @param own versions of the same source
 */
export function afterRevisions(
  standing: readonly VintageFact[],
  revisions: readonly Revision[],
  { id, published }: Vintage,
  own: ReadonlySet<string>,
): readonly VintageFact[] {
  const revised = new Set(revisions.map(keyOf));
  return [
    ...standing.filter((fact) => !own.has(fact.vintage) || !revised.has(keyOf(fact))),
    ...revisions.flatMap(({ after }) => (after === null ? [] : [{ ...after, vintage: id, published }])),
  ];
}
