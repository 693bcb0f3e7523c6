import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { RegionFiles } from '../files.ts';

const content = /\.(ya?ml|csv|mdl)$/;

function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return walk(path);
    return content.test(entry.name) ? [path] : [];
  });
}

/**
 * The content files of a region folder on disk: YAML, CSV and model text, under it at any depth; hidden folders and
 * `node_modules` left out. Paths are relative with forward slashes, sorted.
 * @throws the error of the file system where the folder cannot be read
 */
export function readRegionFolder(dir: string): RegionFiles {
  const root = resolve(dir);
  const paths = walk(root)
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort();
  return {
    root: dir.replace(/[\\/]+$/, ''),
    list: () => paths,
    read: (path) => readFileSync(join(root, path), 'utf8'),
  };
}
