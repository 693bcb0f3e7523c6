import { readFilter } from './odata-filter.ts';
import type { ReplayTable } from './replay-tables.ts';
import { json, notFound, type Reply, type ServiceRequest } from './reply.ts';

/** Cells that a table invents where its pages have no end. */
const invented = (table: ReplayTable, page: number, pageSize: number) =>
  Array.from({ length: pageSize }, (_, i) => ({ ...table.rows[0], Id: 10_000_000 + page * pageSize + i }));

/** Answers as CBS OData v4 does: `/Datasets`, `/ID/Properties`, `/ID/Observations?$filter=...` and so on. */
export function cbsV4(
  tables: Readonly<Record<string, ReplayTable>>,
  { base, path, query, pageSize }: ServiceRequest,
): Reply {
  const [id = '', set = ''] = path;
  if (id === 'Datasets') {
    return json({
      value: Object.entries(tables).map(([Identifier, { title, modified }]) => ({
        Identifier,
        Title: title,
        Modified: modified,
      })),
    });
  }
  const table = tables[id];
  if (table === undefined) return notFound;
  if (set === 'Properties') {
    return json({
      Identifier: id,
      Title: table.title,
      Modified: table.modified,
      ObservationsModified: table.modified,
      Status: 'Regulier',
      ObservationCount: table.rows.length,
    });
  }
  if (set === 'Dimensions') {
    return json({
      value: Object.entries(table.dimensions).map(([Identifier, { kind, title }]) => ({
        Identifier,
        Title: title,
        Kind: kind,
        ContainsGroups: false,
      })),
    });
  }
  if (set === 'MeasureCodes') return json({ value: table.measures });
  if (set === 'MeasureGroups') return json({ value: table.measureGroups });
  const dimension = table.dimensions[set.replace(/Codes$/, '')];
  if (dimension !== undefined && set.endsWith('Codes')) {
    return json({ value: dimension.codes.map((code, Index) => ({ Index, Description: null, ...code })) });
  }
  if (set !== 'Observations') return notFound;

  const filter = query.get('$filter');
  const rows = filter === null ? table.rows : table.rows.filter(readFilter(filter));
  const page = Number(query.get('$skiptoken') ?? 0);
  const last = (page + 1) * pageSize >= rows.length;
  const next = new URL(`${base}/${path.join('/')}`);
  for (const [name, value] of query) next.searchParams.set(name, value);
  next.searchParams.set('$skiptoken', String(table.paging === 'circle' && last ? 0 : page + 1));
  if (table.paging === 'circle' && last && page === 0) next.searchParams.delete('$skiptoken');
  if (table.paging === 'elsewhere') next.hostname = 'example.invalid';
  const shown = {
    circle: page,
    elsewhere: page,
    repeat: Math.max(0, page - 1),
    endless: page,
    empty: page,
    none: page,
  }[table.paging ?? 'none'];
  const value =
    table.paging === 'endless' && page > 0
      ? invented(table, page, pageSize)
      : table.paging === 'empty' && page > 0
        ? []
        : rows.slice(shown * pageSize, (shown + 1) * pageSize);
  const goesOn = !last || (table.paging !== undefined && table.paging !== 'repeat');
  return json({
    '@odata.context': `${base}/${id}/$metadata#Observations`,
    value,
    ...(goesOn ? { '@odata.nextLink': next.href } : {}),
  });
}
