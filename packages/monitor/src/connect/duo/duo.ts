import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { nearest } from '@schaalsprong/words';
import { z } from 'zod';
import { getJson } from '../client/json.ts';
import { baseOf } from '../client/port.ts';
import { fetchFile } from '../download.ts';
import { type FetchContext, type Fetched, tableOf } from '../fetched.ts';
import { fault, isFault, offered } from '../problems.ts';

/** What CKAN answers on a dataset: its files, each with the address of its newest version. */
const Package = z.object({
  success: z.literal(true),
  result: z.object({
    name: z.string(),
    resources: z.array(z.object({ name: z.string().nullish(), url: z.url() })),
  }),
});

/** Dataset and file that `table` of sources.yaml names: `p04hogdipl/gediplomeerdenhbo.csv`. */
function partsOf(table: string): { readonly dataset: string; readonly file: string } | null {
  const [dataset = '', file = '', ...more] = table.split('/');
  return dataset === '' || file === '' || more.length > 0 ? null : { dataset, file };
}

/** Whether a source names a file of a dataset of DUO, so that its address can be asked. */
export const isDuoFile = ({ kind, table = '' }: Pick<StatisticsSource, 'kind' | 'table'>): boolean =>
  kind === 'duo-csv' && partsOf(table) !== null;

const lastPart = (url: string): string => decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');

/**
 * Fetches a file of the open data of DUO. Its address holds ids that change with a new version, so the catalogue (CKAN) is asked for it.
 *
 * @throws MonitorError where the dataset has no such file or it stands on another host, and for everything that goes wrong
 */
export async function fetchDuo(
  source: StatisticsSource,
  region: Region,
  context: FetchContext,
): Promise<Fetched> {
  const base = baseOf({ ...source, kind: 'duo-csv' }, context.client.port);
  const parts = partsOf(tableOf(source));
  if (parts === null) throw fault('MONITOR_NO_ADDRESS', `sources.yaml: ${source.id}`, { source: source.id });
  const catalogue = `${base}/package_show?id=${encodeURIComponent(parts.dataset)}`;
  const answer = await getJson(context.client, catalogue, Package).catch((error: unknown) => {
    throw isFault(error, 'MONITOR_NOT_FOUND') ? unknown(source, base, []) : error;
  });
  const resources = answer?.value.result.resources ?? [];
  const file = resources.find(({ name, url }) => lastPart(url) === parts.file || name === parts.file);
  if (file === undefined) {
    throw unknown(
      source,
      base,
      resources.map(({ url }) => `${parts.dataset}/${lastPart(url)}`),
    );
  }
  const host = new URL(base).host;
  if (new URL(file.url).host !== host) {
    throw fault('MONITOR_LINK_ELSEWHERE', catalogue, { found: file.url, expected: host });
  }
  return fetchFile({ ...source, address: file.url }, region, context);
}

const unknown = (source: StatisticsSource, base: string, known: readonly string[]) => {
  const table = tableOf(source);
  return fault('MONITOR_TABLE_UNKNOWN', `sources.yaml: ${source.id} table`, {
    found: table,
    host: new URL(base).host,
    nearest: offered(nearest(table, known), known, {
      nl: 'Zoek de gegevensset op in de catalogus van de bron.',
      en: 'Look the dataset up in the catalogue of the source.',
    }),
  });
};
