/**
 * What it costs to read figures from a CSV: a million rows of four series in three areas, parsed, mapped by sources.yaml and made
 * figures (`read`), and those compared with each other (`check`); beside csv-parse alone over the same text in the same minute. Once
 * with every row of the region and no quotes, and once as offices publish: one row in twenty is of the region, every cell is quoted.
 *
 *   npx node bench/ingest.bench.ts [rounds] [rows]
 *
 * The figures are synthetic. Medians with the least and the most.
 */
import { cpus } from 'node:os';
import { StatisticsSource } from '@schaalsprong/agenda';
import { quarantine } from '@schaalsprong/monitor/checks';
import { readSourceFile } from '@schaalsprong/monitor/files';
import { parse } from 'csv-parse/sync';
import { testRegion } from '../packages/monitor/test/region.ts';

const [rounds = 5, count = 1_000_000] = process.argv.slice(2).map(Number);

const kinds = ['A', 'B', 'C', 'D'];
const areas = ['GM0772', 'GM0743', 'NL01'];
const region = await testRegion();
const source = StatisticsSource.parse({
  id: 'bench',
  title: { nl: 'meting', en: 'measurement' },
  kind: 'csv',
  publisher: 'nobody',
  licence: 'CC0-1.0',
  attribution: 'synthetic',
  series: kinds.map((kind) => ({
    series: `people_${kind}`,
    measure: 'waarde',
    where: { soort: kind },
    area: { dimension: 'gebied' },
    period: { dimension: 'dag' },
    unit: 'people',
    sourceUnit: 'aantal',
  })),
});

/** A day per row of each series and area, and a value that moves about; of twenty rows one is of the region where it is quoted. */
function makeCsv(quoted: boolean): string {
  const quote = quoted ? '"' : '';
  const row = (cells: readonly (string | number)[]): string =>
    cells.map((cell) => `${quote}${cell}${quote}`).join(';');
  const lines = [row(['soort', 'gebied', 'dag', 'waarde', 'opmerking'])];
  for (let i = 0; i < count; i++) {
    const day = new Date(Date.UTC(1800, 0, 1 + Math.floor(i / (kinds.length * areas.length))));
    const value = 10_000 + ((i * 7919) % 5000);
    lines.push(
      row([
        kinds[i % 4] ?? '',
        quoted && i % 20 !== 0 ? 'GM0363' : (areas[Math.floor(i / 4) % 3] ?? ''),
        day.toISOString().slice(0, 10),
        value,
        i % 5 ? '' : 'voorlopig',
      ]),
    );
  }
  return `${lines.join('\n')}\n`;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18));
}

const median = (values: readonly number[]): string => {
  const sorted = values.toSorted((a, b) => a - b);
  const [first = 0, middle = 0, last = 0] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return `${middle.toFixed(2)} (${first.toFixed(2)} to ${last.toFixed(2)})`;
};
const seconds = async <T>(times: number[], work: () => T | Promise<T>): Promise<T> => {
  const begin = performance.now();
  const found = await work();
  times.push((performance.now() - begin) / 1000);
  return found;
};

console.log(`npx node bench/ingest.bench.ts ${rounds} ${count}`);
console.log(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`);
for (const quoted of [false, true]) {
  const text = makeCsv(quoted);
  const bytes = new TextEncoder().encode(text);
  const mega = bytes.length / 1e6;
  const [bare, read, check]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const records = await seconds(bare, () => parse(text, { delimiter: ';' }).length);
    const about = {
      name: 'bench.csv',
      published: '2026-01-01',
      retrieved: '2026-01-01T00:00:00Z',
      address: '',
    };
    const { batches, doubts } = await seconds(read, () =>
      readSourceFile(source, region, pieces(bytes), about),
    );
    const [batch] = batches;
    if (
      batch === undefined ||
      batch.facts.length !== (quoted ? count / 20 : count) ||
      records !== count + 1 ||
      doubts.length > 0
    ) {
      throw new Error(`${batch?.facts.length} figures and ${doubts.length} doubts of ${records} records`);
    }
    const { held } = await seconds(check, () =>
      quarantine(batch, {
        source,
        doubts,
        standing: [],
        vintages: new Set<string>(),
        units: region.units,
        decided: [],
        now: '2026-01-01T00:00:00Z',
      }),
    );
    if (held.length > 0) throw new Error(`${held.length} were held back`);
  }
  const ratio = read.map((time, i) => time / (bare[i] ?? Number.NaN));
  console.log(
    `\n${quoted ? 'one row in twenty of the region, every cell quoted' : 'every row of the region, without quotes'}, ${mega.toFixed(1)} MB, ${count} rows`,
  );
  console.log(`  csv-parse alone   ${median(bare)} s, ${median(bare.map((time) => mega / time))} MB/s`);
  console.log(`  read              ${median(read)} s, ${median(read.map((time) => mega / time))} MB/s`);
  console.log(`  check             ${median(check)} s`);
  console.log(`  read / csv-parse  ${median(ratio)}`);
}
