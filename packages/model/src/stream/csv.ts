import { csvCell } from '@schaalsprong/tables/csv';
import type { Block } from '../run/block.ts';
import type { ByteSink } from './sink.ts';
import { FUTURE, type TableSettings, type TableWriter, TIME } from './table.ts';

/** Layout of a CSV file: a column per outcome, or a row per outcome with its name and value. */
export type CsvLayout = 'wide' | 'long';

/** Characters held before they are written. */
const CHUNK = 2 ** 18;

/**
 * CSV (RFC 4180, UTF-8). Numbers are in the shortest form that reads back to the same double; a future per run of
 * rows, each with all its kept times.
 */
export function csvWriter(
  sink: ByteSink,
  { outcomes, future = true, layout = 'wide' }: TableSettings & { readonly layout?: CsvLayout },
): TableWriter {
  const encoder = new TextEncoder();
  const names = outcomes.map((name) => csvCell(name));
  const header = [...(future ? [FUTURE] : []), TIME, ...(layout === 'wide' ? names : ['variable', 'value'])];
  let text = `${header.join(',')}\r\n`;
  const flush = async (): Promise<void> => {
    const bytes = encoder.encode(text);
    text = '';
    await sink.write(bytes);
  };
  const row = ({ from, time, data, lanes }: Block, i: number, k: number): string => {
    const times = time.length;
    const head = future ? `${from + i},${time[k]}` : `${time[k]}`;
    const value = (o: number): string => String(data[(o * times + k) * lanes + i]);
    if (layout === 'long') return names.map((name, o) => `${head},${name},${value(o)}\r\n`).join('');
    let line = head;
    for (let o = 0; o < names.length; o++) line += `,${value(o)}`;
    return `${line}\r\n`;
  };
  return {
    async write(block) {
      // What the kernel may overwrite is turned into text before anything waits.
      const whole: string[] = [];
      for (let i = 0; i < block.count; i++) {
        for (let k = 0; k < block.time.length; k++) {
          text += row(block, i, k);
          if (text.length < CHUNK) continue;
          whole.push(text);
          text = '';
        }
      }
      const tail = text;
      for (const part of whole) {
        text = part;
        await flush();
      }
      text = tail;
    },
    end: flush,
  };
}
