import {
  publicFacts,
  revisedVersions,
  type StandingRegion,
  type Vintage,
  type VintageFact,
} from '@schaalsprong/monitor';
import type { ApiRevision } from '@schaalsprong/wire';

/** What of a region the revisions need: plain data, so that it can be sent to another thread. */
export type RevisionRegion = StandingRegion;

/** The plain data of a region that the revisions need. */
export const revisionRegion = ({
  area,
  areas,
  sources,
  targets,
  indicators,
  judgements,
  units,
}: RevisionRegion): RevisionRegion => ({ area, areas, sources, targets, indicators, judgements, units });

/**
 * Every revision of redistributable figures that changed a value, newest version first, with the targets whose status it moved. Takes
 * seconds where there are many figures, so it belongs on the thread that reads the store.
 *
 * @param vintages oldest first
 * @param history every version of every figure, per figure and source oldest first
 * @param today any day: the computed status of a target depends on its figures only
 */
export function revisionsOf(
  region: RevisionRegion,
  { vintages, history }: { readonly vintages: readonly Vintage[]; readonly history: readonly VintageFact[] },
  today: string,
): readonly ApiRevision[] {
  const seriesOf = new Map(region.indicators.map(({ id, series }) => [id, series]));
  const seriesOfTarget = new Map(
    region.targets.map(({ id, indicator }) => [id as string, seriesOf.get(indicator)]),
  );
  const versions = revisedVersions(region, vintages, publicFacts(region, history), today);
  return versions.flatMap(({ vintage, revisions, moved }) =>
    revisions
      .filter(({ kind }) => kind !== 'standing')
      .map((revision) => ({
        ...revision,
        vintage: vintage.id,
        published: vintage.published,
        moved: moved.filter(({ target }) => seriesOfTarget.get(target) === revision.series),
      })),
  );
}
