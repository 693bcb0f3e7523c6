import { readFilter } from './odata-filter.ts';
import type { ReplayTable } from './replay-tables.ts';
import { json, notFound, type Reply, type ServiceRequest } from './reply.ts';

/** Name of the column of a measure: that of the table, or its title without spaces, and a number. */
const columnOf = ({ Title, column }: ReplayTable['measures'][number], nth: number): string =>
  column ??
  `${Title.trim()
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}_${nth + 1}`;

/** Codes are as wide as the widest of their dimension. */
const padded = (codes: readonly { Identifier: string }[]) => {
  const width = Math.max(...codes.map(({ Identifier }) => Identifier.length));
  return (code: string) => code.padEnd(width);
};

/** Answers as CBS OData v3 does, from the same tables: wide rows, padded codes, a limit of rows. */
export function cbsV3(
  tables: Readonly<Record<string, ReplayTable>>,
  { path, query, pageSize, accept }: ServiceRequest,
): Reply {
  const [id = '', set = ''] = path;
  if (!accept.includes('application/json'))
    return { status: 406, type: 'text/plain', body: 'Not Acceptable' };
  const table = tables[id];
  if (table === undefined) return notFound;
  if (set === 'TableInfos') {
    return json({ value: [{ ID: 0, Identifier: id, Title: table.title, Modified: table.modified }] });
  }
  const dimensions = Object.entries(table.dimensions);
  if (set === 'DataProperties') {
    const value = [
      ...dimensions.map(([Key, { kind, title }]) => ({ Type: kind, Key, Title: title })),
      { Type: 'TopicGroup', Key: '', Title: 'Alles bij elkaar' },
      ...table.measures.map((measure, nth) => ({
        Type: 'Topic',
        Key: columnOf(measure, nth),
        Title: measure.Title,
        Unit: measure.Unit,
        Decimals: measure.Decimals,
        ParentID: dimensions.length,
      })),
    ];
    return json({ value: value.map((property, ID) => ({ ID, Position: ID, ParentID: null, ...property })) });
  }
  const dimension = table.dimensions[set];
  if (dimension !== undefined) {
    const pad = padded(dimension.codes);
    return json({
      value: dimension.codes.map(({ Identifier, Title, Status }) => ({
        Key: pad(Identifier),
        Title,
        Description: '',
        ...(Status === undefined ? {} : { Status }),
      })),
    });
  }
  if (set !== 'TypedDataSet') return notFound;
  const wide = new Map<string, Record<string, string | number | null>>();
  for (const row of table.rows) {
    const codes = dimensions.map(([name, { codes: all }]) => [name, padded(all)(String(row[name]))] as const);
    const key = JSON.stringify(codes);
    const at = wide.get(key) ?? { ID: wide.size, ...Object.fromEntries(codes) };
    wide.set(key, at);
    const nth = table.measures.findIndex(({ Identifier }) => Identifier === row.Measure);
    const measure = table.measures[nth];
    if (measure !== undefined) at[columnOf(measure, nth)] = row.Value;
  }
  const filter = query.get('$filter');
  const rows = [...wide.values()].filter(filter === null ? () => true : readFilter(filter));
  const top = Math.min(pageSize, Number(query.get('$top') ?? pageSize));
  const skip = Number(query.get('$skip') ?? 0);
  const columns = query.get('$select')?.split(',');
  return json({
    value: rows
      .slice(skip, skip + top)
      .map((row) =>
        columns === undefined
          ? row
          : Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
      ),
  });
}

/** The catalogue of CBS OData v3. */
export const cbsV3Catalogue = (tables: Readonly<Record<string, ReplayTable>>): Reply =>
  json({ value: Object.entries(tables).map(([Identifier, { title }]) => ({ Identifier, Title: title })) });
