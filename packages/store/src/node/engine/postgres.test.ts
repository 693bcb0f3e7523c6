import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { batch, fact } from '../../../../monitor/test/facts.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../../test/postgres-server.ts';
import { StoreError } from '../../problems.ts';
import { openStore, storeStamp } from '../index.ts';
import { monitorPort } from '../monitor/port.ts';
import { databaseStore } from '../monitor/store.ts';
import { explained } from './explained.ts';
import { migrate } from './migrate.ts';
import { countChanges } from './port.ts';
import { openPostgres } from './postgres.ts';

const faultOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('expected a fault');
};
const codeOf = async (work: Promise<unknown>) => (await faultOf(work)).problems[0]?.code;

it('an address that is none is told without its password', async () => {
  for (const databaseUrl of ['nonsense', 'mysql://a:hush@b/c', 'postgres://a:hush@b:port/c']) {
    const fault = await faultOf(openStore({ databaseUrl }));
    expect(fault.problems[0]?.code).toBe('STORE_ADDRESS');
    expect(JSON.stringify(fault.problems)).not.toContain('hush');
  }
});

it('a server that does not answer is told with its place, and may be tried again', async () => {
  const fault = await faultOf(openStore({ databaseUrl: 'postgres://me:hush@127.0.0.1:1/monitor' }));
  expect(fault.unreachable).toBe(true);
  expect(fault.problems[0]).toMatchObject({ code: 'STORE_UNREACHABLE', path: '127.0.0.1:1/monitor' });
  expect(fault.message).not.toContain('hush');
  expect(await codeOf(openStore({ databaseUrl: 'postgres://me@no-such-host.invalid/x' }))).toBe(
    'STORE_UNREACHABLE',
  );
});

it('a full disk, a lost connection and too many of them are told, and what we do not know stays as it is', () => {
  const where = { path: 'x' };
  const codeOfFault = (error: unknown) => {
    const known = explained(error, where);
    return known instanceof StoreError ? known.problems[0]?.code : known;
  };
  const withCode = (code: string) => Object.assign(new Error('could not'), { code });
  expect(codeOfFault(withCode('53100'))).toBe('STORE_FULL');
  expect(codeOfFault(new Error('could not extend file: No space left on device'))).toBe('STORE_FULL');
  expect(codeOfFault({ name: 'ErrnoError', errno: 51 })).toBe('STORE_FULL');
  expect(codeOfFault(withCode('57P01'))).toBe('STORE_UNREACHABLE');
  expect(codeOfFault(new Error('Connection terminated unexpectedly'))).toBe('STORE_UNREACHABLE');
  expect(codeOfFault(withCode('53300'))).toBe('STORE_BUSY');
  const slip = withCode('42601');
  expect(codeOfFault(slip)).toBe(slip);
});

/** How long something may take that is bound to happen. */
const patient = { timeout: 50_000, interval: 10 };

const programs = postgresPrograms();
describe.skipIf(programs === null)('a PostgreSQL server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });
  afterAll(() => server?.stop());

  it('that does not let us in says why', async () => {
    expect(await codeOf(openStore({ databaseUrl: server.url('postgres', 'owner', 'wrong') }))).toBe(
      'STORE_PASSWORD',
    );
    expect(await codeOf(openStore({ databaseUrl: server.url('postgres', 'owner', '') }))).toBe(
      'STORE_PASSWORD',
    );
    const fault = await faultOf(openStore({ databaseUrl: server.url('nowhere') }));
    expect(fault.problems[0]).toMatchObject({ code: 'STORE_DATABASE' });
    expect(fault.problems[0]?.message.nl).toContain('nowhere');
  });

  it('gives a reader what it may read, and says what is missing to write', async () => {
    await server.sql('create database shared');
    await server.sql(`create role guest login password 'guest'`);
    const guest = { databaseUrl: server.url('shared', 'guest', 'guest') };
    expect(await codeOf(openStore(guest))).toBe('STORE_RIGHTS');
    const store = await openStore({ databaseUrl: server.url('shared') });
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    await server.sql(
      'grant usage on schema schaalsprong to guest; grant select on all tables in schema schaalsprong to guest',
      'shared',
    );
    const reader = await openStore(guest);
    expect((await reader.facts({})).map((f) => f.value)).toEqual([1]);
    expect(await codeOf(reader.importBatch(batch('2023-01-01', [fact('2020', 2)])))).toBe('STORE_RIGHTS');
    await reader.close();
    // Nothing of ours is outside our own schema.
    expect(await server.sql(`select count(*) from pg_tables where schemaname = 'public'`, 'shared')).toBe(
      '0',
    );
    await store.close();
  });

  it('whose schema may not be used is refused to readers and writers, and nothing vanishes', async () => {
    await server.sql('create database closed');
    await server.sql(`create role stranger login password 'stranger'`);
    const store = await openStore({ databaseUrl: server.url('closed') });
    await store.close();
    await server.sql('grant create, temporary on database closed to stranger');
    const stranger = { databaseUrl: server.url('closed', 'stranger', 'stranger') };
    const fault = await faultOf(openStore(stranger));
    expect(fault.problems[0]).toMatchObject({ code: 'STORE_RIGHTS' });
    expect(fault.problems[0]?.hint.en).toContain('GRANT USAGE ON SCHEMA schaalsprong TO stranger');
    expect(await codeOf(storeStamp(stranger))).toBe('STORE_RIGHTS');
  });

  it('that falls silent in the middle of an import is given up, and its lock is free again', async () => {
    await server.sql('create database silent');
    const database = await openPostgres(server.url('silent'), monitorPort, 2_000);
    await migrate(database, { path: 'silent' }, monitorPort.migrations);
    const store = databaseStore(countChanges(database));
    const backend = `select pid from pg_stat_activity where datname = 'silent' and pid <> pg_backend_pid() and state <> 'idle'`;
    function* slow() {
      for (let i = 0; i < 200_000; i += 1) yield fact('2020', i, { series: `series ${i}` });
    }
    const importing = codeOf(store.importBatch(batch('2023-01-01', [...slow()])));
    const pid = await vi.waitUntil(() => server.sql(backend, 'silent'), patient);
    // As a cable that is cut: the kernel of the other side goes on, the server says nothing.
    process.kill(Number(pid), 'SIGSTOP');
    try {
      expect(await importing).toBe('STORE_UNREACHABLE');
    } finally {
      process.kill(Number(pid), 'SIGCONT');
    }
    expect(await store.importBatch(batch('2022-01-01', [fact('2020', 1)]))).toMatchObject({ added: 1 });
    expect((await store.facts({})).map((f) => f.value)).toEqual([1]);
    await store.close();
  });

  it('sees one state in all that is read together', async () => {
    await server.sql('create database together');
    const settings = { databaseUrl: server.url('together') };
    const [one, two] = await Promise.all([openStore(settings), openStore(settings)]);
    await one.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    const read = await one.snapshot(async (reader) => {
      const before = await reader.facts({});
      await two.importBatch(batch('2023-01-01', [fact('2020', 2)]));
      return [before, await reader.facts({}), await reader.vintages()];
    });
    expect(read.map((list) => list.length)).toEqual([1, 1, 1]);
    expect(await one.vintages()).toHaveLength(2);
    await Promise.all([one.close(), two.close()]);
  });

  it('is opened while another makes its schema: it waits for that, and finds it', async () => {
    await server.sql('create database first');
    const { schema, writerLock } = monitorPort;
    const waiting = `select count(*) from pg_stat_activity where datname = 'first' and application_name = 'schaalsprong' and wait_event_type = 'Lock'`;
    // The other makes the schema in its turn, and keeps it uncommitted until the one under test waits for it.
    const other = server.sql(
      `begin; select pg_advisory_xact_lock(${writerLock}); create schema ${schema};
      do $$ begin while (${waiting}) = 0 loop perform pg_sleep(0.01); perform pg_stat_clear_snapshot(); end loop; end $$; commit`,
      'first',
    );
    const locked = `select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = 'first')`;
    await vi.waitUntil(async () => (await server.sql(locked, 'first')) !== '0', patient);
    const database = await openPostgres(server.url('first'), monitorPort);
    await other;
    await database.close();
  });

  it('takes two writers one after the other, and tells both that something changed', async () => {
    await server.sql('create database busy');
    const settings = { databaseUrl: server.url('busy') };
    expect(await storeStamp(settings)).toBe('');
    const [one, two] = await Promise.all([openStore(settings), openStore(settings)]);
    const before = await storeStamp(settings);
    await Promise.all([
      one.importBatch(batch('2022-01-01', [fact('2020', 1)])),
      two.importBatch(batch('2023-01-01', [fact('2020', 2)])),
      one.importBatch(batch('2023-01-01', [fact('2020', 2)])),
    ]);
    expect((await two.history({})).map((f) => f.value)).toEqual([1, 2]);
    expect(await storeStamp(settings)).not.toBe(before);
    expect(await one.stamp()).toBe(await two.stamp());
    await Promise.all([one.close(), two.close()]);
  });

  it('that goes away in between is told, and nothing of what was under way is kept', async () => {
    await server.sql('create database cut');
    const store = await openStore({ databaseUrl: server.url('cut') });
    await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
    const many = Array.from({ length: 100_000 }, (_, i) => fact('2020', i, { series: `series ${i}` }));
    const importing = codeOf(store.importBatch(batch('2023-01-01', many)));
    const others = `select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = 'cut' and pid <> pg_backend_pid()
      and state <> 'idle'`;
    await vi.waitUntil(async () => (await server.sql(others, 'cut')) !== '0', patient);
    expect(await importing).toBe('STORE_UNREACHABLE');
    expect((await store.facts({})).map((f) => f.value)).toEqual([1]);
    await store.close();
  });

  it('is brought to the schema in one go, and refused where it is newer or another', async () => {
    await server.sql('create database steps');
    const database = await openPostgres(server.url('steps'), monitorPort);
    const where = { path: 'steps' };
    const { migrations } = monitorPort;
    const next = { number: 12, name: 'next', sql: 'create table extra (a int)' };
    const broken = {
      number: 13,
      name: 'broken',
      sql: 'create table more (a int); select no_such_function()',
    };
    await expect(migrate(database, where, [...migrations, next, broken])).rejects.toThrow('no_such_function');
    expect(
      await server.sql(`select count(*) from pg_tables where schemaname = 'schaalsprong'`, 'steps'),
    ).toBe('0');
    await migrate(database, where, migrations);
    await migrate(database, where, [...migrations, next]);
    const altered = { ...next, sql: 'create table extra (b int)' };
    expect(await codeOf(migrate(database, where, [...migrations, altered]))).toBe('STORE_ALTERED');
    await migrate(database, where, [...migrations, { ...next, sql: `-- why\n${next.sql}` }]);
    await database.close();
    const fault = await faultOf(openStore({ databaseUrl: server.url('steps') }));
    expect(fault.problems[0]).toMatchObject({
      code: 'STORE_NEWER',
      expected: { en: 'schema 2 or older' },
    });
  });
});
