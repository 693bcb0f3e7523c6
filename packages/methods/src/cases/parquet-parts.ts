import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Cases, Column } from './cases.ts';

/**
 * Cases as Parquet, in one part: doubles as they are, gaps as nulls, words as UTF-8.
 *
 * @param about text that goes into the foot of the file by name, where a reader finds what made it
 */
export async function* parquetParts(
  { count, columns }: Cases,
  about: Readonly<Record<string, string>> = {},
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const bytes = new ByteWriter();
  const fields = columns.map(
    (column): SchemaElement => ({ name: column.name, repetition_type: 'OPTIONAL', ...parquetType(column) }),
  );
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...fields],
    createdBy: 'schaalsprong',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  const columnData = columns.map((column): ColumnSource => ({ name: column.name, data: cellsOf(column) }));
  await writer.write({ columnData, rowGroupSize: count });
  await writer.finish();
  yield bytes.getBytes().slice();
}

/** Whether a column of words holds truth values: only then their order is fixed. */
const isTruth = (column: Column): boolean =>
  column.kind === 'category' && column.categories.join() === 'false,true';

function parquetType(column: Column): Pick<SchemaElement, 'type' | 'converted_type'> {
  if (isTruth(column)) return { type: 'BOOLEAN' };
  if (column.kind === 'category') return { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
  return { type: column.kind === 'integer' ? 'INT64' : 'DOUBLE' };
}

/** Cells as Parquet has them: a gap is null, a whole number a big integer. */
function cellsOf(column: Column): (number | bigint | string | boolean | null)[] {
  if (isTruth(column)) return Array.from(column.values, (code) => (code < 0 ? null : code === 1));
  if (column.kind === 'category') return Array.from(column.values, (code) => column.categories[code] ?? null);
  const whole = column.kind === 'integer';
  return Array.from(column.values, (value) =>
    Number.isNaN(value) ? null : whole && Number.isSafeInteger(value) ? BigInt(value) : value,
  );
}
