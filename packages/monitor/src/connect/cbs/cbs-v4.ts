import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { canonical, sha256 } from '@schaalsprong/words';
import { z } from 'zod';
import type { Certainty, ValueState } from '../../facts.ts';
import { assemble } from '../assemble.ts';
import type { Client } from '../client/http.ts';
import { dayIn, getJson } from '../client/json.ts';
import { baseOf } from '../client/port.ts';
import { sourceText } from '../facts.ts';
import { type FetchContext, type Fetched, tableOf, unchanged } from '../fetched.ts';
import { fault, isFault } from '../problems.ts';
import {
  type Code,
  type Dimension,
  mostCells,
  type Selection,
  select,
  type TableDescription,
  tableFault,
} from './structure.ts';

const Properties = z.object({
  Identifier: z.string(),
  Title: z.string(),
  Modified: z.string(),
  ObservationsModified: z.string().nullish(),
});
const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() });
const Catalogue = listOf(z.object({ Identifier: z.string(), Title: z.string() }));
const Dimensions = listOf(
  z.object({
    Identifier: z.string(),
    Title: z.string(),
    Kind: z.string(),
    ContainsGroups: z.boolean().nullish(),
  }),
);
const MeasureCodes = listOf(
  z.object({
    Identifier: z.string(),
    Title: z.string(),
    MeasureGroupId: z.union([z.string(), z.number()]).nullish(),
    Unit: z.string().nullish(),
    Decimals: z.number().nullish(),
  }),
);
const Groups = listOf(
  z.object({
    Id: z.union([z.string(), z.number()]),
    Title: z.string(),
    ParentId: z.union([z.string(), z.number()]).nullish(),
  }),
);
const Codes = listOf(
  z.object({
    Identifier: z.string(),
    Title: z.string(),
    DimensionGroupId: z.union([z.string(), z.number()]).nullish(),
    Status: z.string().nullish(),
  }),
);
const Observations = listOf(
  z.looseObject({
    Id: z.number(),
    Measure: z.string(),
    ValueAttribute: z.string().nullish(),
    Value: z.union([z.number(), z.string()]).nullable(),
    StringValue: z.string().nullish(),
  }),
);
type Row = z.infer<typeof Observations>['value'][number];

/** How sure the figures of a period are, as the office words it; null where it does not say or says something else. */
export function certaintyOf(status: string | null | undefined): Certainty | null {
  const known: Record<string, Certainty> = {
    definitief: 'final',
    nadervoorlopig: 'revised',
    voorlopig: 'provisional',
  };
  return known[(status ?? '').toLowerCase().replace(/\s/g, '')] ?? null;
}

/**
 * What an attribute of a cell says. `None` and `Impossible` were seen in answers; the words for secret are of other services of the
 * office. Any other is a missing value that names the word, never a number.
 */
export function stateOf(attribute: string): { readonly state: ValueState; readonly known: boolean } {
  const known: Record<string, ValueState> = {
    '': 'value',
    none: 'value',
    impossible: 'impossible',
    secret: 'secret',
    confidential: 'secret',
    missing: 'missing',
    unknown: 'missing',
  };
  const state = known[attribute.trim().toLowerCase()];
  return { state: state ?? 'missing', known: state !== undefined };
}

type Id = string | number | null | undefined;
/** Titles from the widest group to the one that an item is in; a circle ends where it closes. */
function pathsOf(groups: z.infer<typeof Groups>['value']): (id: Id) => string[] {
  const byId = new Map(groups.map((group) => [String(group.Id), group]));
  return (id) => {
    const titles: string[] = [];
    const seen = new Set<string>();
    for (let at = byId.get(String(id ?? '')); at !== undefined; at = byId.get(String(at.ParentId ?? ''))) {
      if (seen.has(String(at.Id))) break;
      seen.add(String(at.Id));
      titles.unshift(at.Title.trim());
    }
    return titles;
  };
}

const kinds: Record<string, Dimension['kind']> = {
  TimeDimension: 'time',
  GeoDimension: 'area',
  GeoDetail: 'area',
};

interface Head {
  readonly address: string;
  readonly title: string;
  readonly modified: string;
  /** changes with every publication */
  readonly version: string;
  readonly etag: string | null;
}

/** Facts of a table; null where they are as they were. An unknown table is offered the nearest names of the catalogue. */
async function head(
  source: StatisticsSource,
  { client, since }: Pick<FetchContext, 'client' | 'since'>,
): Promise<Head | null> {
  const base = baseOf({ ...source, kind: 'cbs-odata-v4' }, client.port);
  const table = tableOf(source);
  const address = `${base}/${encodeURIComponent(table)}`;
  try {
    const answer = await getJson(client, `${address}/Properties`, Properties, {
      ...(since === undefined ? {} : { since: { etag: since.etag, lastModified: null } }),
    });
    if (answer === null) return null;
    const { Modified, ObservationsModified, Title } = answer.value;
    const version = [Modified, ObservationsModified ?? ''].join(' ').trim();
    if (since?.lastModified === version) return null;
    return { address, title: Title.trim(), modified: Modified, version, etag: answer.etag };
  } catch (error) {
    if (!isFault(error, 'MONITOR_NOT_FOUND')) throw error;
    const all = await getJson(client, `${base}/Datasets?$select=Identifier,Title`, Catalogue);
    throw tableFault(source, base, all?.value.value ?? []);
  }
}

/** Every row of a list of the structure, whatever pages it comes in. */
async function all<T>(
  client: Client,
  address: string,
  schema: z.ZodType<{ value: T[]; '@odata.nextLink'?: string | undefined }>,
): Promise<T[]> {
  const rows: T[] = [];
  const seen = new Set<string>();
  for (let at: string | null = address; at !== null; ) {
    seen.add(at);
    const answer: { value: { value: T[]; '@odata.nextLink'?: string | undefined } } | null = await getJson(
      client,
      at,
      schema,
    );
    rows.push(...(answer?.value.value ?? []));
    at = follow(answer?.value['@odata.nextLink'], at, address, seen, rows.length);
  }
  return rows;
}

/**
 * Address of the next page; null at the end.
 *
 * @throws MonitorError where it leads elsewhere, or to a page that was there before
 */
function follow(
  next: string | undefined,
  from: string,
  first: string,
  seen: ReadonlySet<string>,
  cells: number,
): string | null {
  if (next === undefined) return null;
  const to = new URL(next, from);
  const base = new URL(first);
  if (to.host !== base.host || to.pathname !== base.pathname) {
    const expected = `${base.origin}${base.pathname}`;
    throw fault('MONITOR_LINK_ELSEWHERE', from, { found: to.href, expected });
  }
  to.protocol = base.protocol;
  if (seen.has(to.href)) throw fault('MONITOR_PAGES_ENDLESS', from, { found: cells, most: cells });
  return to.href;
}

async function structure(
  client: Client,
  { address, title, modified }: Head,
  table: string,
): Promise<TableDescription> {
  const list = await all(client, `${address}/Dimensions`, Dimensions);
  const measures = await all(client, `${address}/MeasureCodes`, MeasureCodes);
  const grouped = measures.some(({ MeasureGroupId }) => MeasureGroupId != null);
  const measurePath = pathsOf(grouped ? await all(client, `${address}/MeasureGroups`, Groups) : []);
  const dimensions: Dimension[] = [];
  for (const { Identifier, Title, Kind, ContainsGroups } of list) {
    const codes = await all(client, `${address}/${Identifier}Codes`, Codes);
    const path = pathsOf(
      ContainsGroups === true ? await all(client, `${address}/${Identifier}Groups`, Groups) : [],
    );
    dimensions.push({
      id: Identifier,
      title: Title.trim(),
      kind: kinds[Kind] ?? 'other',
      codes: codes.map(
        (code): Code => ({
          code: code.Identifier,
          title: code.Title.trim(),
          path: path(code.DimensionGroupId),
          standing: certaintyOf(code.Status),
        }),
      ),
    });
  }
  return {
    table,
    title,
    modified,
    address,
    dimensions,
    measures: measures.map((measure) => ({
      code: measure.Identifier,
      title: measure.Title.trim(),
      path: measurePath(measure.MeasureGroupId),
      unit: measure.Unit?.trim() ?? '',
      decimals: measure.Decimals ?? null,
    })),
  };
}

/** Measures, dimensions and codes of a table of CBS OData v4. */
export async function describeCbsV4(source: StatisticsSource, client: Client): Promise<TableDescription> {
  const found = await head(source, { client, since: undefined });
  if (found === null) throw new Error('an answer without condition cannot be unchanged');
  return structure(client, found, tableOf(source));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const either = (dimension: string, codes: readonly string[]): string => {
  const parts = codes.map((code) => `${dimension} eq ${quoted(code)}`);
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' or ')})`;
};

/** One question to the service: series that share their areas and codes go together. */
export interface Question {
  readonly filter: string;
  readonly selections: readonly Selection[];
  readonly mostCells: number;
}

/** Longest filter, encoded: servers refuse an address of more than some 2,000 characters. */
const longestFilter = 1_700;

/** The questions that fetch what is selected, each short enough for an address. */
export function questionsOf(selections: readonly Selection[]): Question[] {
  const groups = Map.groupBy(selections, ({ areas, where, periods, series }) =>
    canonical([
      areas === null ? null : [...areas.keys()],
      series.area.dimension ?? null,
      series.period.dimension,
      [...where],
      [...periods.keys()],
    ]),
  );
  return [...groups.values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const { areas, where, periods, series } = first;
    const measures = [
      ...new Set(together.flatMap(({ measure }) => (measure === null ? [] : [measure.code]))),
    ];
    const [earliest] = [...periods.keys()].sort();
    const fixed = [
      ...(measures.length === 0 ? [] : [either('Measure', measures)]),
      ...[...where].map(([dimension, codes]) => either(dimension, codes)),
      ...(earliest === undefined ? [] : [`${series.period.dimension} ge ${quoted(earliest)}`]),
    ];
    const { dimension } = series.area;
    if (areas === null || dimension === undefined) {
      const filter = fixed.join(' and ');
      return [{ filter, selections: together, mostCells: mostCells(first, periods.size) * measures.length }];
    }
    const questions: Question[] = [];
    const codes = [...areas.keys()];
    for (let at = 0; at < codes.length; ) {
      const taken: string[] = [];
      let filter = '';
      for (; at < codes.length; at++) {
        const longer = [...fixed, either(dimension, [...taken, codes[at] ?? ''])].join(' and ');
        if (taken.length > 0 && encodeURIComponent(longer).length > longestFilter) break;
        taken.push(codes[at] ?? '');
        filter = longer;
      }
      const cells = (mostCells(first, periods.size) / codes.length) * taken.length * measures.length;
      questions.push({ filter, selections: together, mostCells: cells });
    }
    return questions;
  });
}

/** Pages without a cell that may come one after another before it counts as endless. */
const emptyPages = 3;

/** All rows that answer a question, page by page. */
async function* pages(
  { client, meter }: FetchContext,
  { address, version }: Head,
  group: string,
  question: Question,
  allowed: number,
  seenCells: Set<number>,
): AsyncGenerator<Row[]> {
  const first = `${address}/Observations?$filter=${encodeURIComponent(question.filter)}`;
  const seen = new Set<string>();
  let cells = 0;
  let empty = 0;
  for (let at: string | null = first; at !== null; ) {
    seen.add(at);
    const keep = { group, name: (await sha256(at)).slice(0, 32), version };
    const answer: Awaited<ReturnType<typeof getJson<z.infer<typeof Observations>>>> = await getJson(
      client,
      at,
      Observations,
      { keep },
    );
    const rows = answer?.value.value ?? [];
    for (const { Id } of rows) {
      if (seenCells.has(Id)) throw fault('MONITOR_PAGES_REPEAT', at, { found: Id });
      seenCells.add(Id);
    }
    cells += rows.length;
    empty = rows.length === 0 ? empty + 1 : 0;
    const next = follow(answer?.value['@odata.nextLink'], at, first, seen, cells);
    if (cells > allowed || (empty > emptyPages && next !== null)) {
      throw fault('MONITOR_PAGES_ENDLESS', at, { found: cells, most: allowed });
    }
    meter.page(rows.length);
    yield rows;
    at = next;
  }
}

/** Cells that a question can bring at most: a filter knows no last period, so later ones come too. */
function allowedFor({ selections, mostCells: most }: Question, table: TableDescription): number {
  const [first] = selections;
  const time = table.dimensions.find(({ id }) => id === first?.series.period.dimension);
  return (most / Math.max(1, first?.periods.size ?? 1)) * Math.max(1, time?.codes.length ?? 1);
}

/**
 * Fetches the series of a table of CBS OData v4: what the table holds, then its cells for the areas, measures and codes of
 * sources.yaml, page by page. A table that is republished meanwhile is not mixed.
 *
 * @throws MonitorError for everything that goes wrong; nothing was imported
 */
export async function fetchCbsV4(
  source: StatisticsSource,
  region: Region,
  context: FetchContext,
): Promise<Fetched> {
  const { client, meter, question: asked, since } = context;
  const table = tableOf(source);
  const retrieved = new Date(client.port.now()).toISOString();
  const found = await head(source, context);
  if (found === null) return unchanged(since, asked);
  const description = await structure(client, found, table);
  const selected = select(source, region, description);
  const { selections } = selected;
  if (selections.some(({ periods }) => periods.size === 0)) throw fault('MONITOR_EMPTY', found.address);
  const questions = questionsOf(selections);
  meter.stage(
    'cells',
    questions.reduce((sum, { mostCells: most }) => sum + most, 0),
  );
  const usual = `${baseOf({ ...source, kind: 'cbs-odata-v4' }, { environment: {} })}/${table}`;
  const assembly = assemble(source, region, description, selected, sourceText(source, usual));
  const seenCells = new Set<number>();
  for (const question of questions) {
    const allowed = allowedFor(question, description);
    for await (const rows of pages(context, found, source.id, question, allowed, seenCells)) {
      for (const row of rows) {
        const attribute = row.ValueAttribute?.trim() ?? '';
        const { state, known } = stateOf(attribute);
        if (!known) assembly.unknownMark(attribute);
        const value = row.Value ?? row.StringValue ?? null;
        const mark = attribute === 'None' ? '' : attribute;
        const cell = {
          label: String(row.Id),
          codes: row,
          measure: row.Measure,
          value,
          state,
          attribute: mark,
        };
        assembly.take(cell, question.selections);
      }
    }
  }
  const after = await head(source, { client, since: undefined });
  if (after?.version !== found.version) {
    await client.port.kept?.clear(source.id);
    throw fault('MONITOR_CHANGED_MEANWHILE', found.address, { table, found: after?.modified ?? '' });
  }
  const fetched = await assembly.finish({
    published: dayIn(found.modified),
    retrieved,
    check: { etag: found.etag, lastModified: found.version, question: asked },
  });
  await client.port.kept?.clear(source.id);
  return fetched;
}
