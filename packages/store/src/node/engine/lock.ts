import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { type StoreError, storeFault } from '../../problems.ts';

const Holder = z.object({
  pid: z.int().positive(),
  host: z.string(),
  command: z.string(),
  since: z.string(),
  /** distinguishes two acquisitions by one process, and a process that got the pid of an earlier one */
  token: z.string(),
});
/** Who holds a folder. */
type Holder = z.infer<typeof Holder>;

/** Tokens of the locks that this process holds: a lock with our pid and another token was left by a process that had this pid before. */
const ours = new Set<string>();

/** Null where there is no lock, or its content is no holder: empty after a power cut, written by another program, a folder. */
function holderOf(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A holder touches its lock so often, in milliseconds; one that has not done so for longer than `silence` is dead. */
const heartbeat = 30_000;
const silence = 300_000;

/** Whether the lock was touched recently; one that has just disappeared counts as silent. */
const isTouched = (path: string): boolean =>
  Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence;

function isAlive(path: string, { pid, host, token }: Holder): boolean {
  // A recreated container has another host name each time, so its pid says nothing.
  if (host !== hostname()) return isTouched(path);
  if (pid === process.pid) return ours.has(token);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Retries of the race for a lock that was just released or taken over. */
const attempts = 20;

/** Links the draft to the name of the lock. @returns whether that succeeded: false where another lock is there */
function link(draft: string, path: string): boolean {
  try {
    // Complete under another name first: whoever finds a lock can read it.
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const heldBy = (path: string, { pid, host, command, since }: Holder): StoreError =>
  storeFault('STORE_LOCKED', { path }, { pid, host, command, since, lock: path });

/** Removes the lock of a dead process. @throws StoreError where the holder is alive, or cannot be read and may be alive */
function clearStale(path: string, isLast: boolean): void {
  const other = holderOf(path);
  if (other !== null) {
    if (isLast || isAlive(path, other)) throw heldBy(path, other);
    removeLock(path, other.token);
    return;
  }
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return;
  // A live holder would have touched it. A folder of that name is not ours to remove.
  if (isLast || found.isDirectory() || isTouched(path)) {
    throw storeFault('STORE_LOCK_UNREADABLE', { path }, { lock: path });
  }
  removeLock(path, undefined);
}

/**
 * Refuses where a live process holds the lock, without taking it: for a folder that this process may only read.
 *
 * @throws StoreError where another process, or this one, holds it, or where that cannot be seen
 */
export function refuseHeld(path: string): void {
  const other = holderOf(path);
  if (other !== null) {
    if (isAlive(path, other)) throw heldBy(path, other);
    return;
  }
  if (isTouched(path)) throw storeFault('STORE_LOCK_UNREADABLE', { path }, { lock: path });
}

/**
 * Takes a folder for this process alone. The lock of a dead process is taken over. Synchronous and bounded: it never waits.
 *
 * @param path of the lock file
 * @returns releases the lock
 * @throws StoreError where another process, or this one, holds it, or where that cannot be seen
 */
export function takeLock(path: string): () => void {
  const token = randomUUID();
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    command: process.argv.slice(1).join(' ').slice(0, 200),
    since: new Date().toISOString(),
    token,
  };
  const draft = `${path}.${token}`;
  writeSynced(draft, JSON.stringify(holder));
  try {
    for (let attempt = 1; !link(draft, path); attempt++) clearStale(path, attempt > attempts);
  } finally {
    rmSync(draft, { force: true });
  }
  ours.add(token);
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // A lock that somebody removed by hand: nothing to keep alive.
    }
  }, heartbeat);
  beat.unref();
  return () => {
    clearInterval(beat);
    ours.delete(token);
    if (holderOf(path)?.token === token) rmSync(path, { force: true });
  };
}

/** Writes a file that survives a power cut complete: without fsync its name can be on the disk before its content. */
function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Removes the lock of a dead process; restores it where another process was faster and the lock is that process's now.
 *
 * @param token of the dead process; undefined for a lock that cannot be read
 */
function removeLock(path: string, token: string | undefined): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  try {
    if (holderOf(aside)?.token !== token) linkSync(aside, path);
  } catch {
    // A third process has taken it meanwhile, which is as good.
  } finally {
    rmSync(aside, { force: true });
  }
}
