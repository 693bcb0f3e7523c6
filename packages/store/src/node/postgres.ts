import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { type Database, roomForSorting, type Session } from './database.ts';
import { databaseProblem, explained, type Where } from './problems.ts';

/** Everything of ours stands in a schema of its own, so that a database can be shared. */
const schema = 'schaalsprong';
/** Number of the lock that a writer takes; any will do that no other program takes. */
const writerLock = 20_230_417;

const sessionOf = (client: pg.PoolClient): Session => ({
  async rows<T extends object>(sql: string, values: readonly unknown[] = []) {
    return (await client.query<T>(sql, [...values])).rows;
  },
  async run(sql) {
    await client.query(sql);
  },
  async copy(into, lines) {
    await pipeline(Readable.from(lines), client.query(from(`copy ${into} from stdin`)));
  },
});

/** What of an address may be shown. */
export function whereOf(databaseUrl: string): Where {
  try {
    const { protocol, host, pathname, username } = new URL(databaseUrl);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new TypeError(protocol);
    const user = decodeURIComponent(username);
    const database = decodeURIComponent(pathname.slice(1)) || user;
    return { path: `${host || 'localhost'}/${database}`, user, database };
  } catch {
    throw databaseProblem('MONITOR_STORE_ADDRESS', { path: 'DATABASE_URL' });
  }
}

/**
 * A PostgreSQL server, 13 or newer.
 *
 * @param databaseUrl `postgres://name:password@host:port/database`
 * @throws MonitorError where it cannot be reached or does not let us in
 */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const where = whereOf(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    connectionTimeoutMillis: 10_000,
    application_name: 'schaalsprong',
  });
  pool.on('connect', (client) => {
    // A connection that breaks fails what it is used for; told here as well, it would end the process.
    client.on('error', () => {});
    // Queued before what the connection is taken for.
    client
      .query(
        `set search_path = ${schema}, pg_temp; set jit = off; set client_min_messages = warning; ${roomForSorting}`,
      )
      .catch(() => {});
  });
  // A connection that breaks while nobody uses it: the next question tells.
  pool.on('error', () => {});

  const using = async <T>(work: (session: Session) => Promise<T>): Promise<T> => {
    let broken = false;
    let client: pg.PoolClient | null = null;
    try {
      client = await pool.connect();
      return await work(sessionOf(client));
    } catch (error) {
      const known = explained(error, where);
      broken = known !== error;
      throw known;
    } finally {
      client?.release(broken);
    }
  };
  const transaction = <T>(work: (session: Session) => Promise<T>, end: 'commit' | 'rollback'): Promise<T> =>
    using(async (session) => {
      await session.run('begin');
      try {
        await session.rows('select pg_advisory_xact_lock($1)', [writerLock]);
        const result = await work(session);
        await session.run(end);
        return result;
      } catch (error) {
        await session.run('rollback').catch(() => {});
        throw error;
      }
    });

  try {
    // 'if not exists' would ask for the right to make it where it is there already.
    await using(async (session) => {
      const found = await session.rows('select 1 from pg_namespace where nspname = $1', [schema]);
      if (found.length === 0) await session.run(`create schema if not exists ${schema}`);
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    read: using,
    write: (work) => transaction(work, 'commit'),
    tryOut: (work) => transaction(work, 'rollback'),
    close: () => pool.end(),
  };
}
