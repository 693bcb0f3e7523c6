import { chmodSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Everything in a folder, the folder itself first. */
function within(folder: string): readonly string[] {
  const inside = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return [folder, ...inside].filter((path) => !lstatSync(path).isSymbolicLink());
}

/** An account without rights, on every system that has root. */
const nobody = 65_534;

/**
 * Does some work while a folder can be read and not written, also for root: who may do everything does the work as nobody. Not for worker
 * threads, which have no account of their own.
 */
export async function whileReadOnly<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  const paths = within(folder);
  const modes = [dirname(folder), ...paths].map((path) => [path, statSync(path).mode] as const);
  for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
  chmodSync(dirname(folder), 0o755);
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const [path, mode] of modes) chmodSync(path, mode);
  }
}
