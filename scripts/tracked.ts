import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** Lists with git; null outside a repository, as in an unpacked archive. */
function list(root: string, options: readonly string[]): readonly string[] | null {
  const found = spawnSync('git', ['ls-files', '-z', ...options], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  // The work tree of another repository around this one says nothing of these files.
  return found.status === 0 ? found.stdout.split('\0').filter((path) => path !== '') : null;
}

/**
 * Files that git tracks or has staged, and that are there.
 *
 * @returns paths relative to `root` with forward slashes; null where git knows none of them
 */
export function trackedFiles(root: string): readonly string[] | null {
  const files = list(root, ['--cached']);
  return files === null || files.length === 0 ? null : files.filter((path) => existsSync(join(root, path)));
}

/** Files that git neither tracks nor ignores; none outside a repository. */
export const strayFiles = (root: string): readonly string[] =>
  trackedFiles(root) === null ? [] : (list(root, ['--others', '--exclude-standard']) ?? []);

/** As `globSync`, without what git does not track: a file that somebody left in the checkout is no part of the product. */
export function globTracked(patterns: readonly string[], root: string): readonly string[] {
  const files = trackedFiles(root);
  const found = globSync([...patterns], { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  if (files === null) return found;
  const known = new Set(files);
  return found.filter((path) => known.has(path));
}
