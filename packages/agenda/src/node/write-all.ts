import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes some files of one folder, all of them or none: where one cannot be written, those before it get back what stood
 * in them, and folders that were made for them are taken away.
 *
 * @param folder an existing folder
 * @param writes text by path within it
 * @throws the error of the file system
 */
export function writeAll(folder: string, writes: Readonly<Record<string, string>>): void {
  const drafts = mkdtempSync(join(folder, '.schaalsprong-'));
  const made: string[] = [];
  const undo: (() => void)[] = [];
  try {
    const names = Object.keys(writes);
    // All text is on the disk before anything has its name.
    for (const [i, name] of names.entries()) writeFileSync(join(drafts, String(i)), writes[name] ?? '');
    for (const [i, name] of names.entries()) {
      const path = join(folder, name);
      const home = dirname(path);
      if (!existsSync(home)) {
        mkdirSync(home);
        made.push(home);
      }
      const before = existsSync(path) ? readFileSync(path) : null;
      renameSync(join(drafts, String(i)), path);
      undo.push(() => (before === null ? rmSync(path) : writeFileSync(path, before)));
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    for (const home of made.toReversed()) rmdirSync(home);
    throw error;
  } finally {
    rmSync(drafts, { recursive: true, force: true });
  }
}
