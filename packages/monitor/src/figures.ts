import type { Region, RegionHashes, Target } from '@schaalsprong/agenda';
import { parsePeriod } from '@schaalsprong/agenda/periods';
import { sha256 } from '@schaalsprong/words';
import { hashFacts } from './batch.ts';
import type { Certainty, VintageFact } from './facts.ts';
import { isMeasured } from './figure.ts';
import { memoryStore } from './memory-store.ts';
import { regionBatches } from './region-batches.ts';
import { factsOf, type LineOf, type SeriesRegion } from './series.ts';

/** What of a region says which figures are used, and for what. */
export type FiguresRegion = SeriesRegion &
  Pick<Region, 'observations' | 'targets' | 'indicators' | 'history' | 'byId'> & {
    readonly hashes: Pick<RegionHashes, 'data'>;
  };

/** One state of the observed figures: everything that is said of observations is taken from one of these. */
export interface Figures {
  /** the figures that stand and may be passed on; one per source, series, area and period */
  readonly facts: readonly VintageFact[];
  /**
   * sha256 for provenance: the hash of the region's own data where the figures in use are those of its folder, and another one where a
   * source that was ingested says otherwise
   */
  readonly hash: string;
}

/** One observed value, in the unit of the indicator. */
export interface ObservedPoint {
  /** as the source gives it; ` (?)` where the period is in doubt */
  readonly period: string;
  /** decimal years, end not included */
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly status: Certainty;
  readonly source: string;
  readonly note: string;
}

/** Series that the indicators of a region and their leads are measured by. */
export const measuredSeries = ({ indicators }: Pick<Region, 'indicators'>): readonly string[] => [
  ...new Set(
    indicators.flatMap(({ series, leads }) => [
      ...(series === null ? [] : [series]),
      ...leads.map((lead) => lead.series),
    ]),
  ),
];

/** Every series that a region uses: those of its indicators, history checks and observation files. A store may hold many more. */
export const usedSeries = (region: FiguresRegion): readonly string[] => [
  ...new Set([
    ...measuredSeries(region),
    ...region.history.flatMap(({ observed }) => observed?.series ?? []),
    ...region.observations.map(({ indicator }) => indicator as string),
  ]),
];

/** Leaves out the figures of sources that may not be passed on (`redistributable: false`). */
export function publicFacts<F extends Pick<VintageFact, 'vintage'>>(
  { sources }: Pick<Region, 'sources'>,
  facts: readonly F[],
): readonly F[] {
  const closed = sources.flatMap(({ id, redistributable }) => (redistributable ? [] : [`${id}@`]));
  return closed.length === 0
    ? facts
    : facts.filter(({ vintage }) => !closed.some((prefix) => vintage.startsWith(prefix)));
}

/** What a target is observed by: its indicator's line in its own area. */
const lineOf = (region: FiguresRegion, target: Target, facts: readonly VintageFact[]): VintageFact[] => {
  const indicator = region.byId.indicators.get(target.indicator);
  return indicator === undefined ? [] : factsOf(region, indicator, facts, target.area);
};

/** The line of a series that need not be that of an indicator, in the unit of its source. */
function rowsOf(
  region: FiguresRegion,
  series: string,
  area: string,
  facts: readonly VintageFact[],
): VintageFact[] {
  const additive = region.indicators.some((indicator) => indicator.series === series && indicator.additive);
  const plain: LineOf = {
    series,
    additive,
    divideBy: 1,
    // without a figure of the series there is no line, so that its unit is not used
    unit: facts.find((fact) => fact.series === series)?.unit ?? '',
    area: null,
  };
  return factsOf(region, plain, facts, area);
}

const pointsOf = (line: readonly VintageFact[]): readonly ObservedPoint[] =>
  line.flatMap(({ period, value, standing, source, note }) => {
    const span = parsePeriod(period);
    return span === null || value === null
      ? []
      : [{ period, start: span.start, end: span.end, value, status: standing, source, note }];
  });

/** What was observed of a target, and what is expected of it: one value per period, sorted by period. */
export const observedLine = (
  region: FiguresRegion,
  target: Target,
  { facts }: Pick<Figures, 'facts'>,
): readonly ObservedPoint[] => pointsOf(lineOf(region, target, facts));

/** The last measured value of a target, never one that is only expected; null where nothing was measured. */
export const latestObserved = (
  region: FiguresRegion,
  target: Target,
  { facts }: Pick<Figures, 'facts'>,
): ObservedPoint | null => pointsOf(lineOf(region, target, facts).filter(isMeasured)).at(-1) ?? null;

/** What was measured of a series in an area, in the unit of its source; summed from parts where an indicator says that it may be. */
export const measuredRows = (
  region: FiguresRegion,
  series: string,
  area: string,
  { facts }: Pick<Figures, 'facts'>,
): readonly ObservedPoint[] => pointsOf(rowsOf(region, series, area, facts).filter(isMeasured));

/** Every figure that targets and history checks take from a state of the figures. */
const inUse = (region: FiguresRegion, facts: readonly VintageFact[]): readonly VintageFact[] => [
  ...region.targets.flatMap((target) => lineOf(region, target, facts)),
  ...region.history.flatMap(({ observed }) =>
    observed === undefined ? [] : rowsOf(region, observed.series, observed.area, facts),
  ),
];

// Cache: loading, trial run and answer of one region ask the same.
const ofFolder = new WeakMap<FiguresRegion, Promise<Figures>>();

/** The figures that the region folder itself holds: its observation files, as the batches that a store would take. */
export function folderFigures(region: FiguresRegion): Promise<Figures> {
  const known = ofFolder.get(region);
  if (known !== undefined) return known;
  const read = async (): Promise<Figures> => {
    const store = memoryStore();
    for (const batch of await regionBatches(region)) await store.importBatch(batch);
    const facts = publicFacts(region, await store.facts({}));
    return { facts, hash: region.hashes.data };
  };
  const made = read();
  ofFolder.set(region, made);
  return made;
}

/**
 * One state of the figures, with the hash for provenance.
 *
 * @param facts that are in a store which holds the batches of the region folder, of `usedSeries` at least
 */
export async function figuresOf(region: FiguresRegion, facts: readonly VintageFact[]): Promise<Figures> {
  const open = publicFacts(region, facts);
  const [own, now] = await Promise.all([
    folderFigures(region).then((folder) => hashFacts(inUse(region, folder.facts))),
    hashFacts(inUse(region, open)),
  ]);
  const { data } = region.hashes;
  return { facts: open, hash: now === own ? data : await sha256(`${data}\n${now}`) };
}
