import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { at } from '@schaalsprong/words';
import { StoreError, storeFault } from '../../problems.ts';
import { type Database, hasTable, type Session } from './database.ts';
import { type Migration, migrate } from './migrate.ts';
import { copyFolder, openPglite, takeFolder } from './pglite.ts';
import { openPostgres, whereOf } from './postgres.ts';

/**
 * What one kind of data is kept in. Each has its own schema on a PostgreSQL server, or its own folder, and so its own writer's lock,
 * its own migrations and its own counter of changes: an import of figures neither waits for a dialogue nor makes its readers read again.
 */
export interface Port {
  /** schema on a PostgreSQL server */
  readonly schema: string;
  /** number of the advisory lock that a writer takes on a PostgreSQL server; differs per port */
  readonly writerLock: number;
  /** folder of the files where there is no server, unless another is given */
  readonly folder: string;
  readonly migrations: readonly Migration[];
}

/** Where data are kept: on a PostgreSQL server where an address is given, else in a folder. */
export interface StoreSettings {
  /** `postgres://name:password@host:5432/database`; the empty text counts as none */
  readonly databaseUrl?: string | undefined;
  /** by default `.data/monitor` of the working directory for the monitor, and so on */
  readonly folder?: string | undefined;
  /** what to do while another process holds the folder; by default that is a fault at once */
  readonly patience?: Patience | undefined;
  /** whether to open a copy in the folder for temporary files where this process may not write in the folder: what is written there is lost */
  readonly copyIfReadOnly?: boolean | undefined;
}

/** How to wait for a folder that another process holds. */
export interface Patience {
  /** milliseconds to wait at most */
  readonly most: number;
  /** called once, before waiting, with the fault that names the holder */
  onWait?(fault: StoreError): void;
  readonly signal?: AbortSignal | undefined;
}

/** What a transaction came to, and whether it changed anything. */
export interface Done<T> {
  readonly result: T;
  readonly change: boolean;
}

/** An open port: a database that counts its changes. */
export interface OpenPort extends Pick<Database, 'read' | 'tryOut' | 'close'> {
  /** As `Database.write`; a change moves the stamp. */
  write<T>(work: (session: Session) => Promise<Done<T>>): Promise<T>;
  /** Another text after every change, by this process or another. */
  stamp(): Promise<string>;
}

/** The number of changes, and what distinguishes this database from another. */
async function stampIn(session: Session): Promise<string> {
  const rows = await session.rows<{ stamp: string }>(`select epoch || '-' || changes as stamp from state`);
  return at(rows, 0).stamp;
}

/**
 * Counts the changes of a migrated database.
 *
 * @param afterChange called with the stamp after every change
 */
export function countChanges(database: Database, afterChange: (stamp: string) => void = () => {}): OpenPort {
  return {
    read: database.read,
    tryOut: database.tryOut,
    close: database.close,
    async write(work) {
      const { result, stamp } = await database.write(async (session) => {
        const done = await work(session);
        if (done.change) await session.run('update state set changes = changes + 1');
        return { result: done.result, stamp: done.change ? await stampIn(session) : null };
      });
      if (stamp !== null) afterChange(stamp);
      return result;
    },
    stamp: () => database.read(stampIn),
  };
}

const stampFile = (folder: string): string => join(folder, 'stamp');

/** Atomic: written under another name, then renamed. */
function writeStamp(folder: string, stamp: string): void {
  writeFileSync(`${stampFile(folder)}.new`, stamp);
  renameSync(`${stampFile(folder)}.new`, stampFile(folder));
}

/** Milliseconds between two tries for a lock. */
const retryEvery = 250;

/**
 * Takes the folder of a port for this process, as patiently as asked.
 *
 * @returns releases it
 * @throws StoreError where it cannot be had; the signal's reason when aborted
 */
export const acquireFolder = (port: Port, { folder, patience }: StoreSettings): Promise<() => void> =>
  patiently(patience, () => takeFolder(folder ?? port.folder));

/** Does something with a folder, and again while another process holds it. */
async function patiently<T>(patience: Patience | undefined, attempt: () => T | Promise<T>): Promise<T> {
  const until = Date.now() + (patience?.most ?? 0);
  let isFirst = true;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const isHeld = error instanceof StoreError && error.problems[0].code === 'STORE_LOCKED';
      if (!isHeld || Date.now() >= until) throw error;
      if (isFirst) patience?.onWait?.(error);
      isFirst = false;
    }
    await sleep(retryEvery, undefined, patience?.signal === undefined ? {} : { signal: patience.signal });
  }
}

/** Runs `work`; when it throws, `undo` as well. */
async function undoing<T>(undo: () => unknown, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await undo();
    throw error;
  }
}

/**
 * Opens the files in a folder whose lock is held, and migrates them.
 *
 * @param release called when the port is closed
 */
async function openHeldFolder(port: Port, folder: string, release: () => void): Promise<OpenPort> {
  const database = await openPglite(folder);
  return undoing(database.close, async () => {
    await migrate(database, { path: folder }, port.migrations);
    const open = countChanges(database, (stamp) => writeStamp(folder, stamp));
    writeStamp(folder, await open.stamp());
    return {
      ...open,
      async close() {
        try {
          await database.close();
        } finally {
          release();
        }
      },
    };
  });
}

/**
 * Opens a port whose folder this process holds already: by `acquireFolder`, in this thread or another. A server needs no holding.
 *
 * @param release called when the port of a folder is closed
 * @throws StoreError where the place cannot be used
 */
export async function openHeldPort(
  port: Port,
  { databaseUrl = '', folder = port.folder }: StoreSettings,
  release: () => void = () => {},
): Promise<OpenPort> {
  if (databaseUrl === '') return openHeldFolder(port, folder, release);
  const database = await openPostgres(databaseUrl, port);
  return undoing(database.close, async () => {
    await migrate(database, whereOf(databaseUrl, port), port.migrations);
    return countChanges(database);
  });
}

/**
 * Opens a port: PGlite in a folder, for one process at a time, or a PostgreSQL server. Its schema is made, or migrated to that of this
 * version.
 *
 * @throws StoreError where the place cannot be used
 */
export async function openPort(port: Port, settings: StoreSettings): Promise<OpenPort> {
  if ((settings.databaseUrl ?? '') !== '') return openHeldPort(port, settings);
  let release: () => void;
  try {
    release = await acquireFolder(port, settings);
  } catch (error) {
    const isReadOnly = error instanceof StoreError && error.problems[0].code === 'STORE_FOLDER_READ_ONLY';
    if (!isReadOnly || settings.copyIfReadOnly !== true) throw error;
    return openCopy(port, settings);
  }
  return undoing(release, () => openHeldPort(port, settings, release));
}

/** Opens a copy of a folder that this process may not write. Closing the port removes the copy. */
async function openCopy(port: Port, { folder = port.folder, patience }: StoreSettings): Promise<OpenPort> {
  let copy: string;
  try {
    copy = mkdtempSync(join(tmpdir(), 'schaalsprong-read-'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw storeFault('STORE_FOLDER', { path: tmpdir() }, { reason });
  }
  const remove = (): void => {
    process.removeListener('exit', remove);
    rmSync(copy, { recursive: true, force: true });
  };
  // A program whose reader closed its pipe ends without closing its stores.
  process.once('exit', remove);
  return undoing(remove, async () => {
    await patiently(patience, () => copyFolder(folder, copy));
    return openHeldFolder(port, copy, remove);
  });
}

/**
 * The stamp of a port without opening it: that of a folder is read from a file, so that it can be asked while another process holds it.
 *
 * @returns the empty text where nothing is kept yet
 * @throws StoreError where the server cannot be reached
 */
export async function portStamp(port: Port, settings: StoreSettings): Promise<string> {
  const { databaseUrl = '', folder = port.folder } = settings;
  if (databaseUrl === '') {
    try {
      return readFileSync(stampFile(folder), 'utf8');
    } catch {
      return '';
    }
  }
  const database = await openPostgres(databaseUrl, port);
  try {
    return await database.read(async (session) =>
      (await hasTable(session, 'state')) ? stampIn(session) : '',
    );
  } finally {
    await database.close();
  }
}
