import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { sha256 } from '@schaalsprong/words';
import { z } from 'zod';
import { assemble } from '../assemble.ts';
import type { Client } from '../client/http.ts';
import { dayIn, getJson } from '../client/json.ts';
import { baseOf } from '../client/port.ts';
import { sourceText } from '../facts.ts';
import { type FetchContext, type Fetched, tableOf, unchanged } from '../fetched.ts';
import { fault, isFault } from '../problems.ts';
import { certaintyOf } from './cbs-v4.ts';
import {
  type Dimension,
  type Measure,
  mostCells,
  type Selection,
  select,
  type TableDescription,
  tableFault,
} from './structure.ts';

const listOf = <T extends z.ZodType>(item: T) => z.object({ value: z.array(item) });
const Infos = listOf(z.object({ Title: z.string(), Modified: z.string() }));
const Catalogue = listOf(z.object({ Identifier: z.string(), Title: z.string() }));
const Properties = listOf(
  z.object({
    ID: z.number(),
    ParentID: z.number().nullish(),
    Type: z.string(),
    Key: z.string(),
    Title: z.string(),
    Unit: z.string().nullish(),
    Decimals: z.number().nullish(),
  }),
);
const Codes = listOf(z.object({ Key: z.string(), Title: z.string(), Status: z.string().nullish() }));
const Rows = listOf(z.looseObject({ ID: z.number() }));

/** Rows of an answer at most, as the service has it. */
const perPage = 10_000;

const kinds: Record<string, Dimension['kind']> = {
  TimeDimension: 'time',
  GeoDimension: 'area',
  GeoDetail: 'area',
  Dimension: 'other',
};

interface Head {
  readonly address: string;
  readonly title: string;
  readonly modified: string;
  readonly etag: string | null;
}

async function head(
  source: StatisticsSource,
  { client, since }: Pick<FetchContext, 'client' | 'since'>,
): Promise<Head | null> {
  const base = baseOf({ ...source, kind: 'cbs-odata-v3' }, client.port);
  const table = tableOf(source);
  const address = `${base}/${encodeURIComponent(table)}`;
  try {
    const answer = await getJson(client, `${address}/TableInfos?$format=json`, Infos, {
      ...(since === undefined ? {} : { since: { etag: since.etag, lastModified: null } }),
    });
    const info = answer?.value.value[0];
    if (answer === null || info === undefined || info.Modified === since?.lastModified) return null;
    return { address, title: info.Title.trim(), modified: info.Modified, etag: answer.etag };
  } catch (error) {
    if (!isFault(error, 'MONITOR_NOT_FOUND')) throw error;
    const catalogue = `${new URL(base).origin}/ODataCatalog/Tables?$select=Identifier,Title&$format=json`;
    const all = await getJson(client, catalogue, Catalogue);
    throw tableFault(source, base, all?.value.value ?? []);
  }
}

async function structure(
  client: Client,
  { address, title, modified }: Head,
  table: string,
): Promise<TableDescription> {
  const properties =
    (await getJson(client, `${address}/DataProperties?$format=json`, Properties))?.value.value ?? [];
  const byId = new Map(properties.map((property) => [property.ID, property]));
  const pathOf = (id: number | null | undefined, seen: readonly number[] = []): string[] => {
    const group = id == null || seen.includes(id) ? undefined : byId.get(id);
    return group === undefined ? [] : [...pathOf(group.ParentID, [...seen, group.ID]), group.Title.trim()];
  };
  const dimensions: Dimension[] = [];
  const measures: Measure[] = [];
  for (const { Type, Key, Title, Unit, Decimals, ParentID } of properties) {
    const kind = kinds[Type];
    if (kind !== undefined) {
      const codes = (await getJson(client, `${address}/${Key}?$format=json`, Codes))?.value.value ?? [];
      dimensions.push({
        id: Key,
        title: Title.trim(),
        kind,
        codes: codes.map((code) => ({
          code: code.Key,
          title: code.Title.trim(),
          path: [],
          standing: certaintyOf(code.Status),
        })),
      });
    } else if (Type === 'Topic') {
      measures.push({
        code: Key,
        title: Title.trim(),
        path: pathOf(ParentID),
        unit: Unit?.trim() ?? '',
        decimals: Decimals ?? null,
      });
    }
  }
  return { table, title, modified, address, dimensions, measures };
}

/** Measures, dimensions and codes of a table of CBS OData v3. */
export async function describeCbsV3(source: StatisticsSource, client: Client): Promise<TableDescription> {
  const found = await head(source, { client, since: undefined });
  if (found === null) throw fault('MONITOR_EMPTY', tableOf(source));
  return structure(client, found, tableOf(source));
}

const either = (dimension: string, codes: readonly string[]): string =>
  `(${codes.map((code) => `${dimension} eq '${code.replaceAll("'", "''")}'`).join(' or ')})`;

/** Areas of one question: more would make the address too long. */
const areasAtOnce = 30;

/** The filters that fetch a selection. */
function filtersOf({ areas, where, periods, series }: Selection): string[] {
  const [earliest] = [...periods.keys()].sort();
  const fixed = [
    ...[...where].map(([dimension, codes]) => either(dimension, codes)),
    ...(earliest === undefined ? [] : [`${series.period.dimension} ge '${earliest}'`]),
  ];
  const { dimension } = series.area;
  if (areas === null || dimension === undefined) return [fixed.join(' and ')];
  const codes = [...areas.keys()];
  return Array.from({ length: Math.ceil(codes.length / areasAtOnce) }, (_, nth) =>
    [...fixed, either(dimension, codes.slice(nth * areasAtOnce, (nth + 1) * areasAtOnce))].join(' and '),
  );
}

/**
 * Fetches the series of a table of CBS OData v3: wide rows, a column per measure. A cell without a value says not why, so that it
 * counts as missing.
 *
 * @throws MonitorError for everything that goes wrong; nothing was imported
 */
export async function fetchCbsV3(
  source: StatisticsSource,
  region: Region,
  context: FetchContext,
): Promise<Fetched> {
  const { client, meter, question, since } = context;
  const table = tableOf(source);
  const retrieved = new Date(client.port.now()).toISOString();
  const found = await head(source, context);
  if (found === null) return unchanged(since, question);
  const description = await structure(client, found, table);
  const selected = select(source, region, description);
  const usual = `${baseOf({ ...source, kind: 'cbs-odata-v3' }, { environment: {} })}/${table}`;
  const from = sourceText(source, usual);
  const assembly = assemble(source, region, description, selected, from);
  meter.stage(
    'cells',
    selected.selections.reduce((sum, one) => sum + mostCells(one, one.periods.size), 0),
  );
  for (const selection of selected.selections) {
    const { series, measure, where, areas } = selection;
    const time = description.dimensions.find(({ id }) => id === series.period.dimension)?.codes.length ?? 1;
    const allowed = mostCells(selection, time);
    const dimensions = [
      ...where.keys(),
      ...(areas === null ? [] : [series.area.dimension ?? '']),
      series.period.dimension,
    ];
    const columns = ['ID', ...dimensions, measure?.code ?? ''].filter((column) => column !== '');
    const seen = new Set<number>();
    for (const filter of filtersOf(selection)) {
      for (let skip = 0; ; ) {
        const query = `$filter=${encodeURIComponent(filter)}&$select=${columns.join(',')}&$format=json&$top=${perPage}&$skip=${skip}`;
        const at = `${found.address}/TypedDataSet?${query}`;
        const keep = { group: source.id, name: (await sha256(at)).slice(0, 32), version: found.modified };
        const rows = (await getJson(client, at, Rows, { keep }))?.value.value ?? [];
        if (rows.length === 0) break;
        for (const row of rows) {
          if (seen.has(row.ID)) throw fault('MONITOR_PAGES_REPEAT', at, { found: row.ID });
          seen.add(row.ID);
          const value = measure === null ? null : row[measure.code];
          assembly.take(
            {
              label: String(row.ID),
              codes: row,
              measure: measure?.code ?? null,
              value: typeof value === 'number' || typeof value === 'string' ? value : null,
              state: 'value',
              attribute: '',
            },
            [selection],
          );
        }
        meter.page(rows.length);
        skip += rows.length;
        if (seen.size > allowed)
          throw fault('MONITOR_PAGES_ENDLESS', at, { found: seen.size, most: allowed });
      }
    }
  }
  const after = await head(source, { client, since: undefined });
  if (after?.modified !== found.modified) {
    await client.port.kept?.clear(source.id);
    throw fault('MONITOR_CHANGED_MEANWHILE', found.address, { table, found: after?.modified ?? '' });
  }
  const fetched = await assembly.finish({
    published: dayIn(found.modified),
    retrieved,
    check: { etag: found.etag, lastModified: found.modified, question },
  });
  await client.port.kept?.clear(source.id);
  return fetched;
}
