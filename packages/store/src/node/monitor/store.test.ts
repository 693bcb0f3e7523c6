import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batch, fact } from '../../../../monitor/test/facts.ts';
import { storeSuite } from '../../../../monitor/test/store-suite.ts';
import { histories, sameInBoth } from '../../../test/equals-memory.ts';
import { initialized } from '../../../test/initialized.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../../test/postgres-server.ts';
import type { Database } from '../engine/database.ts';
import { migrate } from '../engine/migrate.ts';
import { openPglite } from '../engine/pglite.ts';
import { countChanges } from '../engine/port.ts';
import { openPostgres } from '../engine/postgres.ts';
import { monitorPort } from './port.ts';
import { databaseStore } from './store.ts';

/** Those that refer to others first. */
const tables = [
  'fact',
  'waiting',
  'vintage',
  'held',
  'source_check',
  'boundary',
  'series',
  'area',
  'source',
  'period',
];

/** A store in an emptied database, which stays open. */
async function emptied(database: Database | undefined) {
  if (database === undefined) throw new Error('the database did not start');
  await database.write((session) =>
    // Not truncated: that makes new files for every table, each time.
    session.run(
      [...tables.map((table) => `delete from ${table}`), 'delete from word where id > 1'].join('; '),
    ),
  );
  return databaseStore(countChanges({ ...database, close: async () => {} }));
}

function inDatabase(open: () => Promise<Database>): void {
  let database: Database | undefined;
  beforeAll(async () => {
    database = await open();
    await migrate(database, { path: 'test' }, monitorPort.migrations);
  });
  afterAll(() => database?.close());

  storeSuite(() => emptied(database));

  it('any history of imports, mistakes and decisions comes to the same as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => sameInBoth(steps, await emptied(database))),
      { numRuns: 10 },
    );
  });

  it('an empty store takes many at once, each key once, and keeps its key', async () => {
    const facts = Array.from({ length: 50_000 }, (_, i) => fact('2020', i, { area: `A${i}` }));
    const store = await emptied(database);
    await expect(
      store.importBatch(batch('2022-01-01', [...facts, fact('2020', 1, { area: 'A7' })])),
    ).rejects.toThrow(RangeError);
    expect(await store.importBatch(batch('2022-01-01', facts))).toMatchObject({ added: 50_000 });
    expect((await store.facts({ areas: ['A49999'] })).map((f) => f.value)).toEqual([49_999]);
    const keys = await database?.read((session) =>
      session.rows(`select conname from pg_constraint where conname = 'fact_pkey'`),
    );
    expect(keys).toHaveLength(1);
  });

  it('the stamp moves with every change, and only then', async () => {
    const store = await emptied(database);
    const before = await store.stamp();
    await store.facts({});
    await store.hold([]);
    expect(await store.stamp()).toBe(before);
    await store.noteCheck({
      source: 's',
      at: '2024-01-01T00:00:00Z',
      outcome: 'failed',
      code: 'MONITOR_X',
      etag: null,
      lastModified: null,
      question: null,
    });
    expect(await store.stamp()).not.toBe(before);
  });
}

describe('the store on PGlite', () => {
  const root = mkdtempSync(join(tmpdir(), 'schaalsprong-store-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  inDatabase(async () => openPglite(await initialized(root)));
});

const programs = postgresPrograms();
describe.skipIf(programs === null)('the store on PostgreSQL (skipped where initdb is not found)', () => {
  let server: PostgresServer | undefined;
  afterAll(() => server?.stop());
  inDatabase(async () => {
    server = await startPostgres(programs ?? '');
    return openPostgres(server.url(), monitorPort);
  });
});
