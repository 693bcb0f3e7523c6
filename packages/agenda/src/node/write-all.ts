import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** A file and the temporary file that will replace it. */
interface Replacement {
  /** the real path, where the path is a symbolic link */
  readonly path: string;
  readonly draft: string;
  readonly text: string;
}

/** Writes and fsyncs a temporary file with the permissions of the file that it replaces. */
function writeDraft({ path, draft, text }: Replacement): void {
  writeFileSync(draft, text, { flush: true });
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() === true) chmodSync(draft, found.mode & 0o7777);
}

/** Fsyncs a folder, so that renames are durable; not supported on every system. */
function syncFolder(folder: string): void {
  let file: number | null = null;
  try {
    file = openSync(folder, 'r');
    fsyncSync(file);
  } catch {
    // Windows cannot open a folder; the files themselves are written.
  } finally {
    if (file !== null) closeSync(file);
  }
}

/**
 * Writes some files of one folder, all of them or none: where one cannot be written, those before it get back what stood
 * in them, and folders that were made for them are taken away. A file keeps its permissions, and a symbolic link stays one: what it
 * leads to is replaced.
 *
 * @param folder an existing folder
 * @param writes text by path within it
 * @throws the error of the file system
 */
export function writeAll(folder: string, writes: Readonly<Record<string, string>>): void {
  const made: string[] = [];
  const undo: (() => void)[] = [];
  const files: Replacement[] = [];
  try {
    for (const [name, text] of Object.entries(writes)) {
      const target = join(folder, name);
      const home = dirname(target);
      if (!existsSync(home)) {
        mkdirSync(home);
        made.push(home);
      }
      const path = existsSync(target) ? realpathSync(target) : target;
      // In the same folder, since a rename is atomic only within one file system. Hidden, so that it is not loaded as content.
      files.push({ path, draft: join(dirname(path), `.schaalsprong-${randomUUID()}`), text });
    }
    // All temporary files are durable before the first rename.
    for (const file of files) writeDraft(file);
    for (const { path, draft } of files) {
      const before = existsSync(path) ? readFileSync(path) : null;
      renameSync(draft, path);
      undo.push(() => (before === null ? rmSync(path) : writeFileSync(path, before)));
    }
    for (const home of new Set(files.map(({ path }) => dirname(path)))) syncFolder(home);
  } catch (error) {
    for (const step of undo.toReversed()) step();
    for (const { draft } of files) rmSync(draft, { force: true });
    for (const home of made.toReversed()) rmdirSync(home);
    throw error;
  }
}
