import { Column, Table, tableFromArrays, tableToIPC } from '@uwdata/flechette';
import type { ByteSink } from './sink.ts';
import { FUTURE, Grouping, type Rows, type TableSettings, type TableWriter, TIME } from './table.ts';

/** The first bytes of an Arrow file: `ARROW1` and two of padding. */
const HEAD = 8;
/** The end-of-stream mark: a continuation and a length of zero. */
const END = 8;

/**
 * Apache Arrow IPC, file format (`.arrow`, also called Feather 2): a record batch per group of rows. The library makes
 * whole tables only, so each batch is cut out of a table of one batch. The places of all batches at the end of the file
 * follow from how long they are, so they are taken from a table of as many batches that holds zeros only, one in memory.
 */
export function arrowWriter(sink: ByteSink, { outcomes, future = true }: TableSettings): TableWriter {
  const grouping = new Grouping(outcomes.length);
  const lengths: number[] = [];
  let written = 0;

  const tableOf = (rows: Rows): Table =>
    tableFromArrays([
      ...(future ? [[FUTURE, rows.future] as [string, Int32Array]] : []),
      [TIME, rows.time],
      ...outcomes.map((name, o): [string, Float64Array] => [name, rows.outcomes[o] ?? new Float64Array()]),
    ]);

  async function put(bytes: Uint8Array): Promise<void> {
    written += bytes.length;
    await sink.write(bytes);
  }

  async function group(rows: Rows): Promise<void> {
    const stream = encoded(tableOf(rows), 'stream');
    const batch = HEAD + new DataView(stream.buffer, stream.byteOffset).getInt32(4, true);
    if (lengths.length === 0) {
      await put(encoded(tableOf(rows), 'file').slice(0, HEAD));
      await put(stream.slice(0, batch));
    }
    lengths.push(rows.time.length);
    await put(stream.slice(batch, -END));
  }

  return {
    async write(block) {
      const groups = [...grouping.add(block)];
      for (const rows of groups) await group(rows);
    },
    async end() {
      for (const rows of grouping.rest()) await group(rows);
      // Batches of one length are one and the same here.
      const placeholders = new Map<number, Table>();
      const batches = lengths.map((length) => {
        const table = placeholders.get(length) ?? tableOf(zeros(length, outcomes.length));
        placeholders.set(length, table);
        return table;
      });
      await put(tailOf(batches, written));
    },
  };
}

function encoded(table: Table, format: 'stream' | 'file'): Uint8Array {
  const bytes = tableToIPC(table, { format });
  if (bytes === null) throw new Error('an encoder without a sink that gives no bytes');
  return bytes;
}

const zeros = (rows: number, outcomes: number): Rows => ({
  future: new Int32Array(rows),
  time: new Float64Array(rows),
  outcomes: new Array<Float64Array<ArrayBuffer>>(outcomes).fill(new Float64Array(rows)),
});

/** What comes after `from` bytes of the file of these batches together. */
function tailOf(batches: readonly Table[], from: number): Uint8Array {
  const [first] = batches;
  if (first === undefined) throw new Error('a table without futures');
  const columns = first.children.map(
    (_, c) => new Column(batches.flatMap((batch) => batch.children[c]?.data ?? [])),
  );
  const parts: Uint8Array[] = [];
  let passed = 0;
  const write = (bytes: Uint8Array): void => {
    const skip = Math.max(0, from - passed);
    if (skip < bytes.length) parts.push(bytes.slice(skip));
    passed += bytes.length;
  };
  tableToIPC(new Table(first.schema, columns), {
    format: 'file',
    sink: { write, pad: (count) => write(new Uint8Array(count)), finish: () => null },
  });
  const tail = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    tail.set(part, at);
    at += part.length;
  }
  return tail;
}
