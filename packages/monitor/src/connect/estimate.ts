import type { Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { canonical } from '@schaalsprong/words';
import { askedAreas } from './cbs/structure.ts';
import { usualLimits } from './client/limits.ts';
import { needsFile } from './needs-file.ts';

/** What one fetch of a source asks of the network: an estimate, not a measurement. */
export interface FetchEstimate {
  /** requests where everything fits on one page and nothing has to be asked again */
  readonly requests: number;
  /** `requests` times the pause between two of them plus `secondsPerAnswer` */
  readonly seconds: number;
}

/** Seconds that an answer is reckoned to take: assumed, since no service promises any. */
export const secondsPerAnswer = 1;

/** Dimensions of a table that a series names: of each the codes are asked. */
const dimensionsOf = (series: SourceSeries): string[] => [
  ...Object.keys(series.where),
  ...(series.area.dimension === undefined ? [] : [series.area.dimension]),
  series.period.dimension,
];

const distinct = (values: Iterable<string>): number => new Set(values).size;

/** Series that go in one question: those of the same areas, codes and periods. */
const questionsOf = (source: StatisticsSource, region: Region): number =>
  distinct(
    source.series.map((series) =>
      canonical([[...askedAreas(region, series)], series.where, series.period, series.from ?? '']),
    ),
  );

function requestsOf(source: StatisticsSource, region: Region): number {
  const { kind, series } = source;
  const dimensions = distinct(series.flatMap(dimensionsOf));
  // The head of the table before and after, its list of dimensions, its measures and the codes of each dimension.
  if (kind === 'cbs-odata-v4') return 4 + dimensions + questionsOf(source, region);
  // The same with one list for dimensions and measures; every series is asked by itself, until a page is empty.
  if (kind === 'cbs-odata-v3') return 3 + dimensions + 2 * series.length;
  if (kind === 'eurostat') return distinct(series.map((one) => canonical([one.where, one.area])));
  if (kind === 'arcgis') {
    const located = region.areas.filter(({ lat }) => lat !== null).map(({ code }) => code as string);
    return located.filter((code) => series.some((one) => askedAreas(region, one).has(code))).length;
  }
  // DUO: the catalogue, then the file.
  return kind === 'duo-csv' ? 2 : 1;
}

/** What fetching a source asks of the network; null where a person must give a file, or where no series was chosen. */
export function estimateFetch(source: StatisticsSource, region: Region): FetchEstimate | null {
  if (needsFile(source) || (source.series.length === 0 && source.kind !== 'pdok')) return null;
  const requests = requestsOf(source, region);
  return { requests, seconds: requests * (usualLimits.between / 1000 + secondsPerAnswer) };
}
