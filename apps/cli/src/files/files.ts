import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file atomically: a reader never sees half of it, and a failure leaves what was there.
 *
 * @throws the error of the file system
 */
export function writeWhole(path: string, text: string): void {
  const folder = mkdtempSync(join(dirname(path), '.schaalsprong-'));
  try {
    const draft = join(folder, basename(path));
    writeFileSync(draft, text);
    renameSync(draft, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a file system error says, in a word: `ENOENT`. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.message : String(error);
}
