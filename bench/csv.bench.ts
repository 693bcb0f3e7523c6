/**
 * Whether the one reader of CSV (packages/tables) may be csv-parse instead of our own: both over the same text in the same minute, every
 * row used and one row in twenty used, without quotes and with every cell quoted. For csv-parse its streaming form, and its quicker
 * synchronous form over whole lines. Also what each holds of memory at its peak.
 *
 *   npx node bench/csv.bench.ts [rounds] [rows]
 *
 * The rows are synthetic. Medians with the least and the most; a ratio above 1 means that csv-parse is slower.
 */
import { cpus } from 'node:os';
import { Readable } from 'node:stream';
import { csvBatches } from '@schaalsprong/tables/csv';
import { parse as parseStream } from 'csv-parse';
import { parse as parseInBrowser } from 'csv-parse/browser/esm/sync';
import { parse } from 'csv-parse/sync';

const [rounds = 5, count = 300_000] = process.argv.slice(2).map(Number);

function makeCsv(quoted: boolean): string {
  const quote = quoted ? '"' : '';
  const row = (i: number): string =>
    [
      'A',
      i % 20 === 0 ? 'GM0772' : 'GM0363',
      `20${10 + (i % 15)}-01-01`,
      10_000 + ((i * 7919) % 5000),
      i % 5 ? '' : 'voorlopig',
    ]
      .map((cell) => `${quote}${cell}${quote}`)
      .join(';');
  return Array.from({ length: count }, (_, i) => `${row(i)}\n`).join('');
}

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 1 << 18) yield text.slice(at, at + (1 << 18));
}

type Use = (cells: readonly string[]) => void;
type Reader = (text: string, use: Use) => Promise<void>;

async function inLines(text: string, read: (lines: string) => void): Promise<void> {
  let rest = '';
  for await (const piece of pieces(text)) {
    const whole = rest + piece;
    const end = whole.lastIndexOf('\n') + 1;
    read(whole.slice(0, end));
    rest = whole.slice(end);
  }
}

const readers: Readonly<Record<string, Reader>> = {
  'packages/tables': async (text, use) => {
    for await (const rows of csvBatches(pieces(text), { skipRows: 0, separator: ';', longestRow: 1 << 20 }))
      for (const { cells } of rows) use(cells);
  },
  'csv-parse, streaming': async (text, use) => {
    const records: AsyncIterable<string[]> = Readable.from(pieces(text)).pipe(
      parseStream({ delimiter: ';' }),
    );
    for await (const record of records) use(record);
  },
  'csv-parse/sync by lines': (text, use) =>
    inLines(text, (lines) => {
      for (const record of parse(lines, { delimiter: ';' })) use(record);
    }),
  'csv-parse for browsers by lines': (text, use) =>
    inLines(text, (lines) => {
      for (const record of parseInBrowser(lines, { delimiter: ';' })) use(record);
    }),
};

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);
const median = (values: readonly number[], digits: number): string => {
  const [all, show] = [sorted(values), (value = Number.NaN) => value.toFixed(digits)];
  return `${show(all[all.length >> 1])} (${show(all[0])} to ${show(all.at(-1))})`;
};

console.log(`npx node bench/csv.bench.ts ${rounds} ${count}`);
console.log(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
for (const quoted of [false, true]) {
  const text = makeCsv(quoted);
  for (const every of [1, 20]) {
    const times = new Map<string, number[]>();
    const memory = new Map<string, number[]>();
    let expected: number | null = null;
    for (let round = 0; round < rounds; round++) {
      for (const [name, read] of Object.entries(readers)) {
        let sum = 0;
        let rows = 0;
        let peak = 0;
        const before = process.memoryUsage().heapUsed;
        const begin = performance.now();
        await read(text, (cells) => {
          if (every === 1 || cells[1] === 'GM0772') sum += Number(cells[3]);
          if ((++rows & 0xffff) === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before);
        });
        times.set(name, [...(times.get(name) ?? []), performance.now() - begin]);
        memory.set(name, [...(memory.get(name) ?? []), peak / 1024 ** 2]);
        expected ??= sum;
        if (sum !== expected) throw new Error(`${name} reads other figures: ${sum}, not ${expected}`);
      }
    }
    console.log(
      `\n${quoted ? 'every cell quoted' : 'without quotes'}, ${every === 1 ? 'every row' : 'one row in twenty'} used, ${(text.length / 1e6).toFixed(1)} MB`,
    );
    const own = times.get('packages/tables') ?? [];
    for (const [name, found] of times) {
      const ratio = found.map((time, i) => time / (own[i] ?? Number.NaN));
      console.log(
        `  ${name.padEnd(32)} ${median(found, 0)} ms, ratio ${median(ratio, 2)}, heap ${median(memory.get(name) ?? [], 0)} MB`,
      );
    }
  }
}
