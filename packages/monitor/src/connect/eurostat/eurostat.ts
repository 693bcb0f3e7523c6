import type { Region, SourceSeries, StatisticsSource } from '@schaalsprong/agenda';
import { z } from 'zod';
import type { Certainty, ValueState } from '../../facts.ts';
import { assemble } from '../assemble.ts';
import { askedAreas, type Dimension, type Measure, select, type TableDescription } from '../cbs/structure.ts';
import type { Client } from '../client/http.ts';
import { dayIn, getJson, type JsonAnswer } from '../client/json.ts';
import { baseOf } from '../client/port.ts';
import { sameUnit, sourceText } from '../facts.ts';
import { type FetchContext, type Fetched, tableOf, unchanged } from '../fetched.ts';
import { fault, isFault } from '../problems.ts';

const Category = z.object({
  index: z.union([z.record(z.string(), z.number()), z.array(z.string())]).optional(),
  label: z.record(z.string(), z.string()).optional(),
});
const sparse = <T extends z.ZodType>(item: T) => z.union([z.record(z.string(), item), z.array(item)]);

/** A dataset in JSON-stat 2.0 (https://json-stat.org/format/). */
export const JsonStat = z.object({
  class: z.literal('dataset'),
  label: z.string(),
  updated: z.string().optional(),
  id: z.array(z.string()).min(1),
  size: z.array(z.number().int().nonnegative()),
  dimension: z.record(z.string(), z.object({ label: z.string().optional(), category: Category })),
  value: sparse(z.union([z.number(), z.string()]).nullable()),
  status: z.union([sparse(z.string().nullable()), z.string()]).optional(),
});
export type JsonStat = z.infer<typeof JsonStat>;

/** A cell that a dataset names: it has a value, or a mark that says why it has none. */
export interface StatCell {
  readonly position: number;
  readonly codes: Readonly<Record<string, string>>;
  readonly value: number | string | null;
  readonly flags: string;
}

/** Codes of a category in the order of its positions. */
function codesIn({ index, label }: z.infer<typeof Category>, size: number): string[] {
  if (Array.isArray(index)) return index;
  if (index === undefined) return Object.keys(label ?? {}).slice(0, size);
  const codes: string[] = [];
  for (const [code, position] of Object.entries(index)) codes[position] = code;
  return codes;
}

/**
 * The cells of a JSON-stat dataset. Values are sparse: the key is the position in the order of rows over `size`, the last dimension
 * fastest. An absent cell is not there at all; one with a mark only is.
 *
 * @param address for a fault
 * @throws MonitorError with code MONITOR_SHAPE where sizes, codes and keys do not fit each other
 */
export function statCells({ id, size, dimension, value, status }: JsonStat, address: string): StatCell[] {
  const misfit = (found: string) => fault('MONITOR_SHAPE', address, { found });
  const codes = id.map((name, nth) => {
    const length = size[nth] ?? -1;
    const category = dimension[name]?.category;
    const list = category === undefined ? [] : codesIn(category, length);
    if (list.length !== length || list.includes(undefined as unknown as string)) {
      throw misfit(`dimension.${name}: ${list.length} ≠ ${length}`);
    }
    return list;
  });
  const cells = size.reduce((product, length) => product * length, 1);
  const flagsOf = (key: string): string =>
    typeof status === 'string'
      ? status
      : ((status as Record<string, string | null> | undefined)?.[key] ?? '');
  const keys = new Set(Object.keys(value));
  if (status !== undefined && typeof status !== 'string')
    for (const key of Object.keys(status)) keys.add(key);
  return [...keys]
    .map((key): StatCell => {
      const position = Number(key);
      if (!Number.isInteger(position) || position < 0 || position >= cells) {
        throw misfit(`value.${key}: 0 ... ${cells - 1}`);
      }
      let rest = position;
      const at: Record<string, string> = {};
      for (let nth = id.length - 1; nth >= 0; nth--) {
        const list = codes[nth] ?? [];
        at[id[nth] ?? ''] = list[rest % list.length] ?? '';
        rest = Math.floor(rest / list.length);
      }
      const found = (value as Record<string, number | string | null>)[key] ?? null;
      return { position, codes: at, value: found, flags: flagsOf(key) };
    })
    .filter(({ value: found, flags }) => found !== null || flags !== '')
    .sort((a, b) => a.position - b.position);
}

/**
 * What the flags of Eurostat say (https://ec.europa.eu/eurostat/data/database/information): `p` provisional, `r` revised, `e` and `s`
 * estimated, `f` forecast, `c` confidential. Others, such as `b` for a break and `u` for low reliability, stay with the figure.
 */
export function flagged(flags: string, hasValue: boolean): { standing: Certainty | null; state: ValueState } {
  const has = (letters: string) => [...letters].some((letter) => flags.includes(letter));
  const standing: Certainty | null = has('f')
    ? 'expected'
    : has('es')
      ? 'derived'
      : has('p')
        ? 'provisional'
        : has('r')
          ? 'revised'
          : null;
  return { standing, state: hasValue ? 'value' : has('c') ? 'secret' : 'missing' };
}

/** Each dimension with the codes that any of the datasets has, and units as measures. */
function describe(
  table: string,
  address: string,
  datasets: readonly JsonStat[],
  series: readonly SourceSeries[],
): TableDescription {
  const [first] = datasets;
  const dimensions = (first?.id ?? []).map((id): Dimension => {
    const codes = new Map<string, string>();
    for (const dataset of datasets) {
      const category = dataset.dimension[id]?.category ?? {};
      const length = dataset.size[dataset.id.indexOf(id)] ?? 0;
      for (const code of codesIn(category, length)) codes.set(code, category.label?.[code] ?? code);
    }
    return {
      id,
      title: first?.dimension[id]?.label ?? id,
      kind: id === 'time' ? 'time' : id === 'geo' ? 'area' : 'other',
      codes: [...codes].map(([code, title]) => ({ code, title, path: [], standing: null })),
    };
  });
  const units = dimensions.find(({ id }) => id === 'unit')?.codes ?? [];
  const measures = units.map(({ code, title }): Measure => {
    const named = series.find(({ where }) => where.unit === code);
    const unit = named !== undefined && sameUnit(named.sourceUnit, code) ? code : title;
    return { code, title, path: [], unit, decimals: null };
  });
  return {
    table,
    title: first?.label ?? '',
    modified: first?.updated ?? '',
    address,
    dimensions: dimensions.filter(({ id }) => id !== 'unit'),
    measures,
  };
}

/** A series with its unit as the measure: there it is checked against `sourceUnit`. */
function byUnit(series: SourceSeries): SourceSeries {
  const { unit, ...where } = series.where;
  return typeof unit === 'string' && series.measure === undefined
    ? { ...series, measure: unit, where }
    : series;
}

function addressOf(base: string, table: string, series: SourceSeries, region: Region): string {
  const query = new URLSearchParams({ format: 'JSON', lang: 'EN' });
  for (const [dimension, codes] of Object.entries(series.where)) {
    for (const code of [codes].flat()) query.append(dimension, code);
  }
  if (series.area.dimension !== undefined) {
    for (const code of askedAreas(region, series).values()) query.append(series.area.dimension, code);
  }
  return `${base}/${encodeURIComponent(table)}?${query}`;
}

/** Dimensions and codes of a dataset, with the last period only so that it stays small. */
export async function describeEurostat(source: StatisticsSource, client: Client): Promise<TableDescription> {
  const base = baseOf({ ...source, kind: 'eurostat' }, client.port);
  const table = tableOf(source);
  const address = `${base}/${encodeURIComponent(table)}?format=JSON&lang=EN&lastTimePeriod=1`;
  const answer = await getJson(client, address, JsonStat).catch((error: unknown) => {
    throw isFault(error, 'MONITOR_NOT_FOUND') ? unknownTable(source, base) : error;
  });
  return describe(table, `${base}/${table}`, answer === null ? [] : [answer.value], source.series);
}

const unknownTable = (source: StatisticsSource, base: string) =>
  fault('MONITOR_TABLE_UNKNOWN', `sources.yaml: ${source.id} table`, {
    found: tableOf(source),
    host: new URL(base).host,
    nearest: {
      nl: 'Zoek de code op bij de bron; hij staat in kleine letters, zoals nama_10r_3gdp.',
      en: 'Look the code up at the source; it is in small letters, like nama_10r_3gdp.',
    },
  });

/**
 * Fetches the series of a dataset of Eurostat, each with its own question.
 *
 * @throws MonitorError for everything that goes wrong; nothing was imported
 */
export async function fetchEurostat(
  source: StatisticsSource,
  region: Region,
  context: FetchContext,
): Promise<Fetched> {
  const { client, meter, question, since } = context;
  const table = tableOf(source);
  const base = baseOf({ ...source, kind: 'eurostat' }, client.port);
  const retrieved = new Date(client.port.now()).toISOString();
  const asked = source.series.map((series) => ({
    series: byUnit(series),
    address: addressOf(base, table, series, region),
  }));
  const addresses = [...new Set(asked.map(({ address }) => address))];
  const answers: JsonAnswer<JsonStat>[] = [];
  for (const address of addresses) {
    try {
      const alone = addresses.length === 1 && since !== undefined;
      const answer = await getJson(client, address, JsonStat, {
        ...(alone ? { since: { etag: since.etag, lastModified: null } } : {}),
      });
      if (answer === null) return unchanged(since, question);
      answers.push(answer);
    } catch (error) {
      if (isFault(error, 'MONITOR_NOT_FOUND')) throw unknownTable(source, base);
      // A code that is not there is refused without a word of what is: ask what there is, and offer it.
      if (isFault(error, 'MONITOR_REQUEST_WRONG')) {
        const series = asked.map((one) => one.series);
        select({ ...source, series }, region, await describeEurostat(source, client));
      }
      throw error;
    }
  }
  const version = answers.map(({ value }) => value.updated ?? '').join(' ');
  if (version.trim() !== '' && since?.lastModified === version) return unchanged(since, question);
  if (new Set(answers.map(({ value }) => value.updated ?? '')).size > 1) {
    throw fault('MONITOR_CHANGED_MEANWHILE', addresses[0] ?? base, { table, found: version });
  }
  const datasets = answers.map(({ value }) => value);
  const description = describe(table, `${base}/${table}`, datasets, source.series);
  const selected = select({ ...source, series: asked.map(({ series }) => series) }, region, description);
  const usual = `${baseOf({ ...source, kind: 'eurostat' }, { environment: {} })}/${table}`;
  const assembly = assemble(source, region, description, selected, sourceText(source, usual));
  const cells = datasets.map((dataset, nth) => statCells(dataset, addresses[nth] ?? base));
  meter.stage(
    'cells',
    cells.reduce((sum, { length }) => sum + length, 0),
  );
  for (const [nth, some] of cells.entries()) {
    const here = new Set(
      asked.filter(({ address }) => address === addresses[nth]).map(({ series }) => series),
    );
    const question = selected.selections.filter(({ series }) => here.has(series));
    for (const { position, codes, value, flags } of some) {
      const { standing, state } = flagged(flags, value !== null);
      const measure = codes.unit ?? null;
      const cell = { label: String(position), codes, measure, value, state, attribute: flags, standing };
      assembly.take(cell, question);
    }
    meter.page(some.length);
  }
  return assembly.finish({
    published: dayIn(datasets[0]?.updated ?? ''),
    retrieved,
    check: {
      etag: answers.length === 1 ? (answers[0]?.etag ?? null) : null,
      lastModified: version.trim() === '' ? null : version,
      question,
    },
  });
}
