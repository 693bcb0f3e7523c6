import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { FileTooLarge, type RegionFiles } from '../load/files.ts';

const content = /\.(ya?ml|csv|mdl|geojson)$/;

function walk(dir: string, deep: boolean): string[] {
  return entries(dir).flatMap((entry) => {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (!deep) return [];
      try {
        return walk(path, deep);
      } catch {
        // Listed all the same: reading it fails, and that error names it.
        return [path];
      }
    }
    // Reading a pipe or socket would block forever.
    const readable = entry.isFile() || entry.isSymbolicLink();
    return readable && content.test(entry.name) ? [path] : [];
  });
}

const entries = (dir: string): Dirent[] => readdirSync(dir, { withFileTypes: true });

/**
 * Maximum file size in megabytes: parsed YAML takes some 400 times its text, CSV and models some ten times. GeoJSON is read as YAML too,
 * and a page fetches all of it.
 */
const most = { yaml: 4, geojson: 1, other: 64 };

/**
 * Reads an ordinary file, also through a symbolic link.
 *
 * @throws an error with a code where it is a pipe or a device, which would keep the reader waiting or give bytes without end
 */
function readOrdinary(path: string): string {
  const found = statSync(path);
  if (!found.isFile())
    throw Object.assign(new Error(path), { code: found.isDirectory() ? 'EISDIR' : 'pipe, device' });
  const limit = /\.ya?ml$/.test(path) ? most.yaml : path.endsWith('.geojson') ? most.geojson : most.other;
  const megabytes = Math.ceil(found.size / 1e6);
  if (megabytes > limit) throw new FileTooLarge(megabytes, limit);
  return readFileSync(path, 'utf8');
}

/**
 * The content files of a region folder on disk: YAML, CSV and model text, under it at any depth; hidden folders and
 * `node_modules` left out. Paths are relative with forward slashes, sorted. A folder without region.yaml is no region
 * folder, and is not searched: it might be the whole disk.
 * @throws the error of the file system where the folder cannot be read
 */
export function readRegionFolder(dir: string): RegionFiles {
  const root = resolve(dir);
  const paths = walk(root, existsSync(join(root, 'region.yaml')))
    .map((path) => relative(root, path).split(sep).join('/'))
    .sort();
  return {
    root: dir.replace(/[\\/]+$/, ''),
    list: () => paths,
    read: (path) => readOrdinary(join(root, path)),
  };
}

export { judgementsWith, verdictsWith } from './said-file.ts';
export { writeAll } from './write-all.ts';
