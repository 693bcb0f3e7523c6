import { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { storeFault, type Where } from '../../problems.ts';
import { type Database, roomForSorting, type Session, snapshotOf } from './database.ts';
import { explained } from './explained.ts';

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

/** Which schema and writer's lock of a server are used: those of a port. */
export interface Place {
  /** So that a database can be shared with other programs, and one port with another. */
  readonly schema: string;
  readonly writerLock: number;
}

/** What of an address may be shown. @throws StoreError with STORE_ADDRESS */
export function whereOf(databaseUrl: string, { schema }: Pick<Place, 'schema'>): Where {
  try {
    const { protocol, host, pathname, username } = new URL(databaseUrl);
    if (!/^postgres(ql)?:$/.test(protocol)) throw new TypeError(protocol);
    const user = decodeURIComponent(username);
    const database = decodeURIComponent(pathname.slice(1)) || user;
    return { path: `${host || 'localhost'}/${database}`, user, database, schema };
  } catch {
    throw storeFault('STORE_ADDRESS', { path: 'DATABASE_URL' });
  }
}

/** Milliseconds after which a server that sends and takes nothing counts as gone, and after which a transaction of ours that does nothing is ended. */
const silence = 300_000;
/** Milliseconds that a writer waits for another one; shorter than `silence`, since the server says nothing meanwhile. */
const turn = 240_000;

/**
 * Settings of every connection. The server notices within a minute that we are gone without a word and lets go of the writer's lock;
 * without these it would take two hours.
 */
const sessionSettings = (schema: string): string => `set search_path = ${schema}, pg_temp; set jit = off;
  set client_min_messages = warning; set lock_timeout = ${turn}; set idle_in_transaction_session_timeout = ${silence};
  set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3; ${roomForSorting}`;

/** A socket that fails once nothing has gone in or out for so long: also where no packet says that the other side is gone. */
function watched(most: number): Socket {
  const socket = new Socket();
  socket.setTimeout(most, () => {
    const error = new Error(`no sign of the server for ${Math.round(most / 1000)} seconds`);
    socket.destroy(Object.assign(error, { code: 'ETIMEDOUT' }));
  });
  return socket;
}

/**
 * A PostgreSQL server, 13 or newer.
 *
 * @param databaseUrl `postgres://name:password@host:port/database`
 * @param place schema, made where it is not there, and writer's lock
 * @param mostSilence milliseconds without a sign of the server after which it counts as gone
 * @throws StoreError where it cannot be reached, does not let us in, or does not let us use the schema
 */
export async function openPostgres(
  databaseUrl: string,
  place: Place,
  mostSilence = silence,
): Promise<Database> {
  const where = whereOf(databaseUrl, place);
  const { schema, writerLock } = place;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    stream: () => watched(mostSilence),
    application_name: 'schaalsprong',
  });
  pool.on('connect', (client) => {
    // A connection that breaks fails the query that uses it; without this it would end the process as well.
    client.on('error', () => {});
    // Queued before the query that the connection was opened for.
    client.query(sessionSettings(schema)).catch(() => {});
  });
  // A connection that breaks while nobody uses it: the next query fails.
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
  const transaction = <T>(
    first: (session: Session) => Promise<unknown>,
    work: (session: Session) => Promise<T>,
    end: 'commit' | 'rollback',
  ): Promise<T> =>
    using(async (session) => {
      await session.run('begin');
      try {
        await first(session);
        const result = await work(session);
        await session.run(end);
        return result;
      } catch (error) {
        await session.run('rollback').catch(() => {});
        throw error;
      }
    });
  const takeTurn = async (session: Session): Promise<void> => {
    try {
      await session.rows('select pg_advisory_xact_lock($1)', [writerLock]);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '55P03') {
        throw storeFault('STORE_WAITED', where, { seconds: turn / 1000 });
      }
      throw error;
    }
  };

  try {
    // 'create schema if not exists' would ask for the right to create even where the schema is there.
    const found = await using((session) =>
      session.rows('select 1 from pg_namespace where nspname = $1', [schema]),
    );
    if (found.length === 0) {
      // In the writer's turn: of two that create at once PostgreSQL refuses one, 'if not exists' or not.
      await transaction(
        takeTurn,
        (session) => session.run(`create schema if not exists ${schema}`),
        'commit',
      );
    }
    await using(async (session) => {
      // A schema that may not be used is skipped without a word: tables would be made in pg_temp, and vanish with the connection.
      const [at] = await session.rows<{ schema: string | null }>('select current_schema() as schema');
      if (at?.schema !== schema) {
        throw storeFault('STORE_RIGHTS', where, { reason: `permission denied for schema ${schema}` });
      }
    });
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    read: (work) => transaction((session) => session.run(snapshotOf), work, 'commit'),
    write: (work) => transaction(takeTurn, work, 'commit'),
    tryOut: (work) => transaction(takeTurn, work, 'rollback'),
    close: () => pool.end(),
  };
}
