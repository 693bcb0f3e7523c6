import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { type Database, roomForSorting, type Session } from './database.ts';
import { takeLock } from './lock.ts';
import { databaseProblem, explained, type Where } from './problems.ts';

/** Characters that go to COPY at a time. */
const perCopy = 8_000_000;

function* joined(lines: Iterable<string>): Generator<string> {
  let pieces: string[] = [];
  let length = 0;
  for (const line of lines) {
    pieces.push(line);
    length += line.length;
    if (length < perCopy) continue;
    yield pieces.join('');
    pieces = [];
    length = 0;
  }
  if (pieces.length > 0) yield pieces.join('');
}

const sessionOf = (db: Transaction | PGlite): Session => ({
  async rows<T extends object>(sql: string, values: readonly unknown[] = []) {
    return (await db.query<T>(sql, [...values])).rows;
  },
  async run(sql) {
    await db.exec(sql);
  },
  async copy(into, lines) {
    for (const text of joined(lines)) {
      await db.query(`copy ${into} from '/dev/blob'`, [], { blob: new Blob([text]) });
    }
  },
});

/** A database on PGlite itself, whose life is the caller's. */
export function pgliteDatabase(db: PGlite, where: Where): Database {
  const explaining = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explained(error, where);
    }
  };
  return {
    read: (work) => explaining(() => work(sessionOf(db))),
    write: (work) => explaining(() => db.transaction((tx) => work(sessionOf(tx)))),
    tryOut: (work) =>
      explaining(() =>
        db.transaction(async (tx) => {
          const result = await work(sessionOf(tx));
          await tx.rollback();
          return result;
        }),
      ),
    close: () => db.close(),
  };
}

/**
 * PostgreSQL inside this process, its files in a folder. For one process at a time.
 *
 * @param folder is made where it is not there
 * @throws MonitorError where the folder cannot be written, is in use, or its files are damaged
 */
export async function openPglite(folder: string): Promise<Database> {
  const where: Where = { path: folder };
  const files = join(folder, 'postgres');
  let unlock: () => void;
  try {
    mkdirSync(folder, { recursive: true });
    unlock = takeLock(join(folder, 'lock'));
  } catch (error) {
    const known = explained(error, where);
    if (known !== error || !(error instanceof Error)) throw known;
    if (!('code' in error)) throw error;
    throw databaseProblem('MONITOR_STORE_FOLDER', where, { reason: error.message });
  }
  // Set down once the files are whole: a process that was killed while it made them leaves none that could be opened.
  const whole = join(folder, 'whole');
  const isNew = !existsSync(whole);
  try {
    if (isNew) rmSync(files, { recursive: true, force: true });
    const db = await PGlite.create(files);
    if (isNew) writeFileSync(whole, '');
    await db.exec(roomForSorting);
    const database = pgliteDatabase(db, where);
    return {
      ...database,
      async close() {
        try {
          await database.close();
        } finally {
          unlock();
        }
      },
    };
  } catch (error) {
    unlock();
    const known = explained(error, where);
    if (known !== error || isNew) throw known;
    const reason = error instanceof Error ? error.message : String(error);
    throw databaseProblem('MONITOR_STORE_BROKEN', where, { reason });
  }
}
