import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { canonical, sha256 } from '@schaalsprong/words';
import type { SourceCheck } from '../facts.ts';
import { fetchArcgis } from './arcgis/arcgis.ts';
import { describeCbsV3, fetchCbsV3 } from './cbs/cbs-v3.ts';
import { describeCbsV4, fetchCbsV4 } from './cbs/cbs-v4.ts';
import { askedAreas, type TableDescription } from './cbs/structure.ts';
import { makeClient } from './client/http.ts';
import type { Limits } from './client/limits.ts';
import type { Port } from './client/port.ts';
import { makeMeter, type Progress } from './client/progress.ts';
import { fetchFile } from './download.ts';
import { fetchDuo, isDuoFile } from './duo/duo.ts';
import { describeEurostat, fetchEurostat } from './eurostat/eurostat.ts';
import type { FetchContext, Fetched } from './fetched.ts';
import { fetchPdok } from './pdok/pdok.ts';
import { fault } from './problems.ts';

export type { Code, Dimension, Measure, TableDescription } from './cbs/structure.ts';
export { type Limits, usualLimits } from './client/limits.ts';
export {
  baseNames,
  type KeptAnswer,
  type KeptAnswers,
  type KeptHead,
  type Port,
  sleep,
  webPort,
} from './client/port.ts';
export type { Progress } from './client/progress.ts';
export { estimateFetch, type FetchEstimate, secondsPerAnswer } from './estimate.ts';
export { bareUnit, type Cell, isDoubt, sameUnit, sourceText, toFact, unitDoubt } from './facts.ts';
export type { Fetched, Validators } from './fetched.ts';
export { needsFile } from './needs-file.ts';
export { readBoundaryFile } from './pdok/boundary-file.ts';
export { type ConnectCode, connectCatalogue } from './problems.ts';

/** How to fetch. */
export interface FetchOptions {
  /** the last check that did not fail: what is as it was then is not fetched again */
  readonly since?: SourceCheck | null;
  readonly onProgress?: (progress: Progress) => void;
  /** stops it; the reason of the signal is thrown */
  readonly signal?: AbortSignal;
  readonly limits?: Partial<Limits>;
  /** years of boundaries; by default the newest that there is */
  readonly years?: readonly number[];
}

/** Hash of what is asked of a source: its entry in sources.yaml, and the areas that its series take from the region. */
export const questionOf = (source: StatisticsSource, region: Region): Promise<string> =>
  sha256(canonical([source, source.series.map((series) => [...askedAreas(region, series)])]));

function clientOf(source: StatisticsSource, port: Port, options: FetchOptions) {
  const meter = makeMeter(source.id, port.now, options.onProgress);
  const { limits = {}, signal } = options;
  return { meter, client: makeClient(port, { limits, signal, listener: meter }) };
}

/**
 * Fetches a source of sources.yaml, atomically, and writes nothing: the caller gives the batches to the quarantine and the
 * store.
 *
 * @throws MonitorError for everything that goes wrong: `unreachable` where trying later may help
 */
export async function fetchSource(
  source: StatisticsSource,
  region: Region,
  port: Port,
  options: FetchOptions = {},
): Promise<Fetched> {
  const { meter, client } = clientOf(source, port, options);
  const question = await questionOf(source, region);
  const last = options.since;
  const since = last != null && last.outcome !== 'failed' && last.question === question ? last : undefined;
  const context: FetchContext = { client, meter, question, since };
  if (source.kind === 'pdok') return fetchPdok(source, region, context, options.years);
  if (source.series.length === 0) {
    throw fault('MONITOR_SERIES_NONE', `sources.yaml: ${source.id}`, { source: source.id });
  }
  if (source.kind === 'arcgis') return fetchArcgis(source, region, context);
  meter.stage('structure');
  if (source.kind === 'cbs-odata-v4') return fetchCbsV4(source, region, context);
  if (source.kind === 'cbs-odata-v3') return fetchCbsV3(source, region, context);
  if (source.kind === 'eurostat') return fetchEurostat(source, region, context);
  if (source.address === undefined && isDuoFile(source)) return fetchDuo(source, region, context);
  return fetchFile(source, region, context);
}

/**
 * What the table of a source holds: measures with units, dimensions with codes. For who fills in sources.yaml.
 *
 * @throws MonitorError as `fetchSource` does
 */
export async function describeTable(
  source: StatisticsSource,
  port: Port,
  options: Omit<FetchOptions, 'since'> = {},
): Promise<TableDescription> {
  const { client } = clientOf(source, port, options);
  if (source.kind === 'cbs-odata-v4') return describeCbsV4(source, client);
  if (source.kind === 'cbs-odata-v3') return describeCbsV3(source, client);
  if (source.kind === 'eurostat') return describeEurostat(source, client);
  throw fault('MONITOR_NO_ADDRESS', `sources.yaml: ${source.id}`, { source: source.id });
}
