import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { z } from 'zod';
import { storeFault, type Where } from '../../problems.ts';
import { type Database, roomForSorting, type Session, snapshotOf } from './database.ts';
import { explained } from './explained.ts';
import { refuseHeld, takeLock } from './lock.ts';

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

/** Files that PGlite and Node have open at once, with room to spare. */
const openFiles = 256;

const Limits = z.object({
  userLimits: z.object({ open_files: z.object({ soft: z.union([z.number(), z.string()]) }) }),
});

/** Codes of Node and PostgreSQL for what a limit on open files leads to: PGlite says of a file that it exists. */
const fileTrouble = /^(EMFILE|ENFILE|58P02|58030|53000)$/;

/** As `explained`, and the fault of a limit on open files that is too low. */
function explainedHere(error: unknown, where: Where): unknown {
  const known = explained(error, where);
  if (known !== error || !(error instanceof Error && 'code' in error)) return known;
  if (!fileTrouble.test(String(error.code))) return error;
  const report = Limits.safeParse(process.report?.getReport());
  const soft = report.success ? Number(report.data.userLimits.open_files.soft) : Number.NaN;
  return soft < openFiles ? storeFault('STORE_OPEN_FILES', where, { found: soft, known: openFiles }) : error;
}

/** A database on an open PGlite. */
export function pgliteDatabase(db: PGlite, where: Where): Database {
  const explaining = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explainedHere(error, where);
    }
  };
  return {
    read: (work) =>
      explaining(() =>
        db.transaction(async (tx) => {
          const session = sessionOf(tx);
          await session.run(snapshotOf);
          return work(session);
        }),
      ),
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

/** A store was complete once: `whole` and `stamp` are written after its files, `stamp` by versions of ours before `whole` had content. */
interface Marks {
  readonly whole: string;
  readonly making: string;
  readonly stamp: string;
}

/**
 * Looks whether the files of a folder can be opened, without touching them: `making` is there while they are made, so what is found
 * with it is the remains of a killed process. A folder without marks and with files is a copy that left out empty files.
 *
 * @returns whether the files are still to be made
 * @throws StoreError where something was kept here and its files are gone
 */
function isToBeMade(where: Where, files: string, { whole, making, stamp }: Marks): boolean {
  const isMade = existsSync(whole);
  if (!isMade && existsSync(making)) return true;
  if (existsSync(join(files, 'PG_VERSION'))) return false;
  if (!isMade && !existsSync(stamp) && !existsSync(files)) return true;
  const missing = existsSync(files) ? join(files, 'PG_VERSION') : files;
  throw storeFault('STORE_INCOMPLETE', where, { missing });
}

/**
 * PostgreSQL inside this process, its files in a folder. For one process at a time; the caller holds the lock of the folder.
 *
 * @param folder an existing folder
 * @throws StoreError where its files are incomplete or damaged, or the disk is full
 */
export async function openPglite(folder: string): Promise<Database> {
  const where: Where = { path: folder };
  const files = join(folder, 'postgres');
  const marks: Marks = {
    whole: join(folder, 'whole'),
    making: join(folder, 'making'),
    stamp: join(folder, 'stamp'),
  };
  const isNew = isToBeMade(where, files, marks);
  let db: PGlite | null = null;
  try {
    if (isNew) {
      // With content: programs that copy folders may leave out what is empty.
      writeFileSync(marks.making, 'The files in postgres are being made.\n');
      rmSync(files, { recursive: true, force: true });
    }
    db = await PGlite.create(files);
    writeFileSync(marks.whole, 'The files in postgres are complete.\n');
    if (isNew) rmSync(marks.making, { force: true });
    await db.exec(roomForSorting);
    return pgliteDatabase(db, where);
  } catch (error) {
    await db?.close().catch(() => {});
    const known = explainedHere(error, where);
    if (known !== error || isNew) throw known;
    const reason = error instanceof Error ? error.message : String(error);
    throw storeFault('STORE_BROKEN', where, { reason });
  }
}

/** Codes of Node for what may not be written: a medium that is read-only, or rights that this process lacks. */
const notToBeWritten = /^(EROFS|EACCES|EPERM)$/;

/**
 * Takes a folder for this process alone, and makes it where it is not there.
 *
 * @returns releases it
 * @throws StoreError where it cannot be written or is in use; STORE_FOLDER_READ_ONLY where this process may not write there
 */
export function takeFolder(folder: string): () => void {
  const where: Where = { path: folder };
  try {
    mkdirSync(folder, { recursive: true });
    return takeLock(join(folder, 'lock'));
  } catch (error) {
    const known = explained(error, where);
    if (known !== error || !(error instanceof Error)) throw known;
    if (!('code' in error)) throw error;
    if (notToBeWritten.test(String(error.code))) {
      throw storeFault('STORE_FOLDER_READ_ONLY', where, { reason: error.message });
    }
    throw storeFault('STORE_FOLDER', where, { reason: error.message });
  }
}

/**
 * Copies the files of a folder that this process may read and not write: PGlite opens no files that it cannot write.
 *
 * @param to an existing folder
 * @throws StoreError where a process that may write there holds it, or where it cannot be read or copied
 */
export async function copyFolder(folder: string, to: string): Promise<void> {
  const lock = join(folder, 'lock');
  refuseHeld(lock);
  try {
    await cp(folder, to, { recursive: true });
    await makeWritable(to);
  } catch (error) {
    const known = explained(error, { path: folder });
    if (known !== error || !(error instanceof Error && 'code' in error)) throw known;
    throw storeFault('STORE_FOLDER', { path: folder }, { reason: error.message });
  }
  // What was written during the copy may be in half of it.
  refuseHeld(lock);
}

/** A copy takes the modes of what it is a copy of. */
async function makeWritable(folder: string): Promise<void> {
  await chmod(folder, 0o700);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeWritable(path);
    else await chmod(path, 0o600);
  }
}
