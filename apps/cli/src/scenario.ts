import { readFileSync, statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import {
  loadRegion,
  type Problem,
  type Region,
  RegionError,
  type RegionFiles,
  type ScenarioFile,
} from '@schaalsprong/agenda';

/**
 * The scenario that `--scenario` names: the id of one of the region's, or a YAML file anywhere. A file is checked as if
 * it lay in the region's folder, so that every fault in it has a line; the region itself stays as it was, hashes and all.
 *
 * @param what id or path
 * @param region the loaded region
 * @param files its folder
 * @param cwd where a relative path starts
 * @returns null where it is neither an id nor a file
 * @throws RegionError with every fault of the file
 */
export async function findScenario(
  what: string,
  region: Region,
  files: RegionFiles,
  cwd: string,
): Promise<ScenarioFile | null> {
  const known = region.scenarios.find(({ id }) => id === what);
  if (known) return known;
  const path = resolve(cwd, what);
  if (!/\.ya?ml$/.test(path) || !statSync(path, { throwIfNoEntry: false })?.isFile()) return null;

  const inside = relative(resolve(cwd, files.root), path).split(sep).join('/');
  const others = files.list();
  const place = others.includes(inside)
    ? inside
    : freeName(basename(path).replace(/\.yml$/, '.yaml'), others);
  try {
    const together = await loadRegion({
      root: files.root,
      list: () => [...new Set([...others, place])],
      read: (file) => (file === place ? readFileSync(path, 'utf8') : files.read(file)),
    });
    // Scenarios keep the order of their files, and files are read in the order of their paths.
    const order = [...new Set([...others, place])]
      .filter((file) => /^scenarios\/[^/]+\.yaml$/.test(file))
      .sort();
    return together.scenarios[order.indexOf(place)] ?? null;
  } catch (error) {
    if (!(error instanceof RegionError)) throw error;
    const from = `${files.root}/${place}`;
    throw new RegionError(
      files.root,
      error.problems.map(
        (problem): Problem => (problem.file === from ? { ...problem, file: what } : problem),
      ),
    );
  }
}

function freeName(name: string, taken: readonly string[]): string {
  for (let n = 0; ; n++) {
    const path = `scenarios/${n === 0 ? '' : `${n}-`}${name}`;
    if (!taken.includes(path)) return path;
  }
}
