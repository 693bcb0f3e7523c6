import { writeFileWhole } from '@schaalsprong/model/node';
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { typeOf } from '../archive/ema.ts';
import type { Cases, Column } from '../cases/cases.ts';
import { csvParts } from '../cases/csv-text.ts';
import { writeEma } from './ema/write-ema.ts';

/** In what form a table of cases is written. */
export type CasesForm = 'csv' | 'parquet' | 'tar.gz';

/** The form that the ending of a file asks for; null where it is none of them. */
export function casesForm(path: string): CasesForm | null {
  const ending = /\.(csv|parquet|tar\.gz)$/i.exec(path)?.[1]?.toLowerCase();
  return ending === 'csv' || ending === 'parquet' || ending === 'tar.gz' ? ending : null;
}

/**
 * Writes cases to a file, which is written atomically: CSV, Parquet, or an archive that EMA Workbench reads, in which
 * the columns known as outcomes are outcomes and the others experiments.
 *
 * @throws the error of the file system
 */
export async function writeCases(path: string, cases: Cases, form: CasesForm): Promise<void> {
  if (form === 'tar.gz') {
    await writeEma(path, emaOf(cases));
    return;
  }
  const parts = form === 'csv' ? csvBytes(cases) : parquetBytes(cases);
  await writeFileWhole(path, async (sink) => {
    for await (const part of parts) await sink.write(part);
  });
}

function* csvBytes(cases: Cases): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (const part of csvParts(cases)) yield encoder.encode(part);
}

async function* parquetBytes({ count, columns }: Cases): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const fields = columns.map(
    (column): SchemaElement => ({ name: column.name, repetition_type: 'OPTIONAL', ...parquetType(column) }),
  );
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...fields],
    createdBy: 'schaalsprong',
  });
  const columnData = columns.map((column): ColumnSource => ({ name: column.name, data: cellsOf(column) }));
  await writer.write({ columnData, rowGroupSize: count });
  await writer.finish();
  yield bytes.getBytes();
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

function emaOf(cases: Cases): Parameters<typeof writeEma>[1] {
  const made = new Set(cases.outcomes);
  const columns = cases.columns.filter(({ name }) => !made.has(name));
  return {
    types: Object.fromEntries(columns.map((column) => [column.name, typeOf(column)])),
    experiments: () => csvParts({ count: cases.count, columns }),
    outcomes: cases.columns
      .filter(({ name }) => made.has(name))
      .map((column) => ({ name: column.name, kind: 'ScalarOutcome', lines: () => valueLines(column) })),
  };
}

/** A number per line; an empty line would be passed over. */
function* valueLines(column: Column): Generator<string> {
  for (let row = 0; row < column.values.length; row++) {
    const value = column.values[row] ?? Number.NaN;
    yield `${column.kind === 'category' ? (column.categories[value] ?? 'NaN') : value}\n`;
  }
}
