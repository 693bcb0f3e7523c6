import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ByteSink } from './sink.ts';
import { FUTURE, Grouping, type Rows, type TableSettings, type TableWriter, TIME } from './table.ts';

/** Apache Parquet: a row group per group of rows, doubles as they are, Snappy for the columns that repeat. */
export function parquetWriter(sink: ByteSink, { outcomes, future = true }: TableSettings): TableWriter {
  const bytes = new ByteWriter();
  const element = (name: string, type: SchemaElement['type']): SchemaElement => ({
    name,
    ...(type === undefined ? {} : { type }),
    repetition_type: 'REQUIRED',
  });
  const columns: SchemaElement[] = [
    ...(future ? [element(FUTURE, 'INT32')] : []),
    element(TIME, 'DOUBLE'),
    ...outcomes.map((name) => element(name, 'DOUBLE')),
  ];
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns],
    createdBy: 'schaalsprong',
  });
  const grouping = new Grouping(outcomes.length);

  async function flush(): Promise<void> {
    const part = bytes.getBytes().slice();
    bytes.index = 0;
    if (part.length > 0) await sink.write(part);
  }

  async function group(rows: Rows): Promise<void> {
    const columnData: ColumnSource[] = [
      ...(future ? [{ name: FUTURE, data: rows.future, offsetIndex: false }] : []),
      { name: TIME, data: rows.time, offsetIndex: false },
      ...outcomes.map((name, o): ColumnSource => {
        const data = rows.outcomes[o] ?? new Float64Array();
        // Outcomes hardly repeat: looking for repetition costs more than it gives.
        return { name, data, encoding: 'PLAIN', codec: 'UNCOMPRESSED', offsetIndex: false };
      }),
    ];
    await writer.write({ columnData, rowGroupSize: rows.time.length });
    await flush();
  }

  return {
    async write(block) {
      const groups = [...grouping.add(block)];
      for (const rows of groups) await group(rows);
    },
    async end() {
      for (const rows of grouping.rest()) await group(rows);
      await writer.finish();
      await flush();
    },
  };
}
