import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { tableFromIPC } from '@uwdata/flechette';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, it } from 'vitest';
import { madeBlocks } from '../../test/blocks.ts';
import { streamSink, writeFileWhole } from '../node/sink.ts';
import {
  arrowWriter,
  type ByteSink,
  csvWriter,
  parquetWriter,
  type TableSettings,
  writeTable,
} from './index.ts';

const time = Float64Array.of(2019, 2019.25, 2019.5);
const outcomes = ['homes built', 'builders[SGE,"mbo, 4"]'];
const value = (o: number, k: number, future: number): number =>
  o === 0 ? 0.1 * (future + 1) + k : -(1e-9 ** k) * (future + 1);
const blocks = (count: number, lanes = 64) => madeBlocks({ from: 0, count }, time, outcomes, lanes, value);

/** Keeps what it is given. */
function memory(): { sink: ByteSink; bytes: () => Uint8Array<ArrayBuffer>; writes: () => number } {
  const parts: Uint8Array[] = [];
  return {
    sink: {
      write: async (bytes) => {
        parts.push(bytes);
      },
    },
    bytes: () => new Uint8Array(Buffer.concat(parts)),
    writes: () => parts.length,
  };
}
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const writers = { csv: csvWriter, parquet: parquetWriter, arrow: arrowWriter } as const;
async function written(
  format: keyof typeof writers,
  count: number,
  settings: Partial<TableSettings> = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { sink, bytes } = memory();
  await writeTable(blocks(count), writers[format](sink, { outcomes, ...settings }));
  return bytes();
}

/** Every row as the values say it: future, time, outcomes. */
const expectedRows = (count: number): number[][] =>
  Array.from({ length: count }, (_, future) =>
    Array.from(time, (t, k) => [future, t, value(0, k, future), value(1, k, future)]),
  ).flat();

describe('all outcomes as CSV', () => {
  it('stand in a column each, named as in the model, and read back to the same numbers', async () => {
    const text = Buffer.from(await written('csv', 150)).toString();
    const [header, ...rows] = parse(text) as string[][];
    expect(header).toEqual(['future', 'Time', ...outcomes]);
    expect(rows.map((row) => row.map(Number))).toEqual(expectedRows(150));
    expect(text.split('\r\n')[0]).toBe('future,Time,homes built,"builders[SGE,""mbo, 4""]"');
  });

  it('need no column of futures for one future', async () => {
    const text = Buffer.from(await written('csv', 1, { future: false })).toString();
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'Time,homes built,"builders[SGE,""mbo, 4""]"',
      '2019,0.1,-1',
    ]);
  });

  it('stand in a row each where that is asked', async () => {
    const { sink, bytes } = memory();
    await writeTable(blocks(2), csvWriter(sink, { outcomes, layout: 'long' }));
    const rows = parse(Buffer.from(bytes()).toString()) as string[][];
    expect(rows.slice(0, 4)).toEqual([
      ['future', 'Time', 'variable', 'value'],
      ['0', '2019', 'homes built', '0.1'],
      ['0', '2019', 'builders[SGE,"mbo, 4"]', '-1'],
      ['0', '2019.25', 'homes built', '1.1'],
    ]);
    expect(rows).toHaveLength(1 + 2 * 3 * 2);
  });
});

describe('all outcomes as Parquet', () => {
  it('read back to the same numbers', async () => {
    const { buffer } = await written('parquet', 150);
    const rows = await parquetReadObjects({ file: buffer });
    expect(rows.map((row) => ['future', 'Time', ...outcomes].map((name) => row[name]))).toEqual(
      expectedRows(150),
    );
  });

  it('come in row groups, so that a file of any size is read in parts', async () => {
    const { buffer } = await written('parquet', 100_000);
    const { row_groups, num_rows } = parquetMetadata(buffer);
    expect(Number(num_rows)).toBe(300_000);
    expect(row_groups.map(({ num_rows: rows }) => Number(rows))).toEqual([131_070, 131_070, 37_860]);
    const [last] = await parquetReadObjects({ file: buffer, rowStart: 299_999, rowEnd: 300_000 });
    expect(last?.['homes built']).toBe(value(0, 2, 99_999));
  });
});

describe('all outcomes as Arrow', () => {
  it('read back to the same numbers, of one batch and of several', async () => {
    for (const [count, batches] of [
      [150, 1],
      [43_690, 1],
      [87_380, 2],
      [100_000, 3],
    ] as const) {
      const table = tableFromIPC(await written('arrow', count));
      expect(table.names).toEqual(['future', 'Time', ...outcomes]);
      expect(table.numRows).toBe(count * 3);
      expect(table.children[0]?.data).toHaveLength(batches);
      const at = (row: number): unknown[] => table.names.map((name) => table.getChild(name).at(row));
      for (const row of [0, 1, count, 3 * count - 1]) {
        const [future, k] = [Math.floor(row / 3), row % 3];
        expect(at(row)).toEqual([future, time[k], value(0, k, future), value(1, k, future)]);
      }
    }
  });

  it('has the places of all batches at its end, as the file format asks', async () => {
    const bytes = await written('arrow', 100_000);
    const text = (from: number, to: number): string => Buffer.from(bytes.slice(from, to)).toString('latin1');
    expect([text(0, 6), text(bytes.length - 6, bytes.length)]).toEqual(['ARROW1', 'ARROW1']);
    const view = new DataView(bytes.buffer);
    const length = view.getInt32(bytes.length - 10, true);
    // Blocks of the footer: place (8 bytes), length of metadata (4), padding (4), length of the body (8).
    const footer = bytes.slice(bytes.length - 10 - length, bytes.length - 10);
    const places = [...footer.keys()].filter((at) => {
      if (at % 4 !== 0 || at + 24 > footer.length) return false;
      const block = new DataView(footer.buffer, footer.byteOffset + at);
      const [place, metadata] = [Number(block.getBigInt64(0, true)), block.getInt32(8, true)];
      if (place <= 0 || place + 8 > bytes.length || metadata <= 8) return false;
      return view.getInt32(place, true) === -1 && view.getInt32(place + 4, true) === metadata - 8;
    });
    expect(places.length).toBe(3);
  });
});

describe('writing', () => {
  it('waits where the other end is slow', async () => {
    const slow = new PassThrough({ highWaterMark: 1024 });
    const writer = csvWriter(streamSink(slow), { outcomes });
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    let done = false;
    const work = writeTable(blocks(20_000), writer).then(() => {
      done = true;
    });
    while (!slow.writableNeedDrain) await turn();
    // A writer that did not wait would write a piece in each turn.
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect(done).toBe(false);
    // One piece of text at most, not the 2 MB of the whole.
    expect(slow.writableLength).toBeLessThan(600_000);
    slow.resume();
    await work;
  });

  it.each([
    ['csv', 4_000, 24_000],
    ['parquet', 20_000, 100_000],
    ['arrow', 20_000, 100_000],
  ] as const)('holds no more for more futures, as %s', async (format, few, lots) => {
    const many = Array.from({ length: 50 }, (_, o) => `outcome ${o}`);
    const peak = async (count: number): Promise<number> => {
      let most = 0;
      let since = 0;
      const sink: ByteSink = {
        write: async (bytes) => {
          since += bytes.length;
          if (since < 5e6) return;
          since = 0;
          collect();
          const { arrayBuffers, heapUsed } = process.memoryUsage();
          most = Math.max(most, arrayBuffers + heapUsed);
        },
      };
      const made = madeBlocks({ from: 0, count }, time, many, 64, value);
      await writeTable(made, writers[format](sink, { outcomes: many }));
      return most;
    };
    const [small, large] = [await peak(few), await peak(lots)];
    // Half of what the values of the futures more would take: what was let go is not always swept at once.
    expect(large - small).toBeLessThan(((lots - few) * many.length * time.length * 8) / 2);
  });
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schaalsprong-stream-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is there whole at the end', async () => {
    const path = join(folder, 'whole.csv');
    await writeFileWhole(path, (sink) => writeTable(blocks(100), csvWriter(sink, { outcomes })));
    expect(new Uint8Array(readFileSync(path))).toEqual(await written('csv', 100));
    expect(readdirSync(folder)).toEqual(['whole.csv']);
  });

  it('is not there, and the old one stays, where the run breaks', async () => {
    const path = join(folder, 'broken.csv');
    writeFileSync(path, 'old');
    const work = writeFileWhole(path, async (sink) => {
      await sink.write(Buffer.from('half'));
      throw new Error('no finite number');
    });
    await expect(work).rejects.toThrow('no finite number');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).toSorted()).toEqual(['broken.csv', 'whole.csv']);
  });

  it('is refused in a folder that is not there', async () => {
    const work = writeFileWhole(join(folder, 'none', 'x.csv'), async (sink) => sink.write(Buffer.from('x')));
    await expect(work).rejects.toThrow('ENOENT');
  });
});
