/**
 * What it costs to keep figures: a million observations, then a revision of them in which one in a hundred changed, on PGlite in a
 * folder and on PostgreSQL, there beside a bare COPY of the same rows into a table without keys, in the same run. Then what it costs
 * to read one series, all that stands, and all as known on a day. Medians with the spread. `--other` keeps a second source beside
 * the first, whose key is made row by row; `--imports` leaves out all but the first import.
 *
 *   npm run bench:store -- [--rounds N] [--rows N] [--only pglite|postgres] [--other] [--imports]
 *
 * PostgreSQL is started by the bench itself in a temporary folder, with the settings of a fresh cluster.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Batch, Fact } from '@schaalsprong/monitor';
import { type DatabaseStore, openStore } from '@schaalsprong/store/node';
import { openPostgres } from '../packages/store/src/node/engine/postgres.ts';
import { monitorPort } from '../packages/store/src/node/monitor/port.ts';
import { postgresPrograms, startPostgres } from '../packages/store/test/postgres-server.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    other: { type: 'boolean', default: false },
    imports: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const rows = Number(values.rows);
const areas = 350;
const periods = 40;

/** Synthetic figures, as wide as those of an office: series by area by quarter. */
function figures(revised: boolean): Fact[] {
  return Array.from({ length: rows }, (_, i) => {
    const period = i % periods;
    const area = Math.floor(i / periods) % areas;
    const series = Math.floor(i / (periods * areas));
    const value = Math.round(1e6 * Math.abs(Math.sin(i + 1))) / 10 + (revised && i % 100 === 0 ? 1 : 0);
    return {
      series: `series_${series}`,
      area: `GM${String(area).padStart(4, '0')}`,
      period: `${2015 + Math.floor(period / 4)}-Q${(period % 4) + 1}`,
      value,
      state: 'value',
      standing: period < 36 ? 'final' : 'provisional',
      unit: 'homes',
      decimals: 1,
      attribute: 'None',
      source: 'synthetic table 00000NED',
      note: '',
    };
  });
}

const batchOf = (day: string, facts: readonly Fact[], source = 'synthetic'): Batch => ({
  vintage: {
    id: `${source}@${day}`,
    source,
    table: null,
    published: day,
    retrieved: `${day}T00:00:00Z`,
    hash: day,
    classification: null,
    address: '',
    licence: '',
    attribution: '',
  },
  facts,
  covers: {
    series: [...new Set(facts.map((fact) => fact.series))],
    areas: [...new Set(facts.map((fact) => fact.area))],
  },
});

const first = batchOf('2025-01-01', figures(false));
const second = batchOf('2026-01-01', figures(true));
const other = batchOf('2025-01-01', first.facts, 'another');

const times = new Map<string, number[]>();
/** Processor time of this process: all of PGlite; of PostgreSQL only our side of it. */
const processor = new Map<string, number[]>();
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const before = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  times.set(what, [...(times.get(what) ?? []), (performance.now() - before) / 1000]);
  processor.set(what, [...(processor.get(what) ?? []), (user + system) / 1e6]);
  return result;
}

const median = (what: string, of = times): number => {
  const sorted = (of.get(what) ?? [Number.NaN]).toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
};

async function measure(on: string, store: DatabaseStore): Promise<void> {
  await timed(`${on}: import`, () => store.importBatch(first));
  if (values.imports === true) return;
  await timed(`${on}: import of a revision`, () => store.importBatch(second));
  await timed(`${on}: the same again`, () => store.importBatch(second));
  const series = await timed(`${on}: read one series`, () => store.facts({ series: ['series_0'] }));
  await timed(`${on}: read one series as known before`, () =>
    store.facts({ series: ['series_0'], asKnownOn: '2025-06-01' }),
  );
  await timed(`${on}: history of one series`, () => store.history({ series: ['series_0'] }));
  await timed(`${on}: summaries`, () => store.summaries());
  if (values.other === true)
    await timed(`${on}: import of another source beside it`, () => store.importBatch(other));
  const all = await timed(`${on}: read all`, () => store.facts({}));
  if (
    all.length !== (values.other === true ? 2 : 1) * rows ||
    series.length !== Math.min(rows, areas * periods)
  ) {
    throw new Error(`${on} lost figures: ${all.length} of ${rows}`);
  }
}

const cells = ({
  series,
  area,
  period,
  value,
  state,
  standing,
  unit,
  decimals,
  attribute,
  source,
  note,
}: Fact) =>
  [series, area, period, value, state, standing, unit, decimals, attribute, source, note].join('\t');

console.log(`command: npm run bench:store -- ${process.argv.slice(2).join(' ')}`.trimEnd());
console.log(
  `Node ${process.version}, ${availableParallelism()} threads, ${cpus()[0]?.model.trim() ?? 'unknown processor'}; ${rows} rows, median (range) of ${rounds} rounds\n`,
);

for (let round = 0; round < rounds && values.only !== 'postgres'; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'schaalsprong-bench-'));
  try {
    const store = await timed('PGlite: make the folder', () => openStore({ folder }));
    await measure('PGlite', store);
    await store.close();
    const again = await timed('PGlite: open the folder', () => openStore({ folder }));
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const programs = values.only === 'pglite' ? null : postgresPrograms();
if (programs === null) console.log('no PostgreSQL: initdb was not found, or was not asked for\n');
else {
  const server = await startPostgres(programs, []);
  try {
    for (let round = 0; round < rounds; round++) {
      const name = `bench${round}`;
      await server.sql(`create database ${name}`);
      const database = await openPostgres(server.url(name), monitorPort);
      // Of the same rows, as text in memory already: only what the server does.
      const text = Array.from({ length: Math.ceil(rows / 1000) }, (_, i) =>
        first.facts
          .slice(i * 1000, (i + 1) * 1000)
          .map((fact) => `${cells(fact)}\n`)
          .join(''),
      );
      const bare = () =>
        timed('PostgreSQL: bare COPY', () =>
          database.write(async (session) => {
            await session.run(`create table bare (series text, area text, period text, value float8, state text,
              standing text, unit text, decimals int, attribute text, source text, note text)`);
            await session.copy('bare', text);
          }),
        );
      if (round % 2 === 0) await bare();
      const store = await openStore({ databaseUrl: server.url(name) });
      await measure('PostgreSQL', store);
      if (round % 2 === 1) await bare();
      await store.close();
      await database.close();
    }
  } finally {
    await server.stop();
  }
}

console.log('| what | seconds | processor of this process | against the bare COPY |');
console.log('| --- | --- | --- | --- |');
const base = median('PostgreSQL: bare COPY');
for (const [what, found] of times) {
  const seconds = `${median(what).toFixed(2)} (${Math.min(...found).toFixed(2)}-${Math.max(...found).toFixed(2)})`;
  const ratio = what.startsWith('PostgreSQL: import') ? `${(median(what) / base).toFixed(2)} x` : '';
  console.log(`| ${what} | ${seconds} | ${median(what, processor).toFixed(2)} | ${ratio} |`);
}
console.log(`\npeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
