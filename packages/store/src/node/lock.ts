import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { databaseProblem } from './problems.ts';

/** Who holds a folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
  /** tells two takings by one process apart, and a number that was given to another process since */
  readonly token: string;
}

/** Folders that this process holds: a lock of ours with another token is of a process that had our number before. */
const ours = new Set<string>();

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** A holder says that it is there so often, in milliseconds; of one on another machine that is silent for longer than `silence`, it is not. */
const heartbeat = 30_000;
const silence = 300_000;

function isAlive(path: string, { pid, host, token }: Holder): boolean {
  // A container that is made anew has another name each time, so that its number says nothing.
  if (host !== hostname())
    return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < silence;
  if (pid === process.pid) return ours.has(token);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes a folder for this process alone. A lock whose process is no more is taken over.
 *
 * @param path of the file that is the lock
 * @returns what lets it go
 * @throws MonitorError where another process, or this one, holds it
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
  writeFileSync(draft, JSON.stringify(holder));
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        // Made whole under another name first: whoever finds a lock can read it.
        linkSync(draft, path);
        break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const other = holderOf(path);
      if (other !== null && (attempt > 20 || isAlive(path, other))) {
        const { pid, host, command, since } = other;
        throw databaseProblem('MONITOR_STORE_LOCKED', { path }, { pid, host, command, since, lock: path });
      }
      if (other !== null) takeAway(path, other.token);
    }
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

/** Removes the lock of a process that is no more; puts it back where another process was first and it is that one's now. */
function takeAway(path: string, token: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  try {
    if (holderOf(aside)?.token !== token) linkSync(aside, path);
  } catch {
    // A third one has it by now, which is as good.
  } finally {
    rmSync(aside, { force: true });
  }
}
