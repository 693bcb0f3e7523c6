import { readFileSync, statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { loadRegion, type Problem, type Region, RegionError, type RegionFiles } from '@schaalsprong/agenda';

/** A region that was loaded with a file more. */
export interface Together {
  readonly region: Region;
  /** Which of the files of that folder, in the order of their paths, the file is. */
  readonly index: number;
}

/** Whether this is a YAML file. */
export const isYamlFile = (path: string): boolean =>
  /\.ya?ml$/.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/**
 * Loads a region with a YAML file from anywhere, checked as if it lay in a folder of the region, so that every fault in it
 * has a line. A file that lies there already is no file more.
 *
 * @param what the file, as the user wrote it
 * @param folder of the region where it belongs, `scenarios`
 * @param files the region's own
 * @param cwd where a relative path starts
 * @throws RegionError with every fault, those of the file under the name that the user gave
 */
export async function withFile(
  what: string,
  folder: string,
  files: RegionFiles,
  cwd: string,
): Promise<Together> {
  const path = resolve(cwd, what);
  const inside = relative(resolve(cwd, files.root), path).split(sep).join('/');
  const others = files.list();
  const place = others.includes(inside)
    ? inside
    : freeName(folder, basename(path).replace(/\.yml$/, '.yaml'), others);
  const all = [...new Set([...others, place])];
  try {
    const region = await loadRegion({
      root: files.root,
      list: () => all,
      read: (file) => (file === place ? readFileSync(path, 'utf8') : files.read(file)),
    });
    // Lists of one thing per file keep the order of the files, and files are read in the order of their paths.
    const order = all.filter((file) => file.startsWith(`${folder}/`) && /^[^/]+\/[^/]+\.yaml$/.test(file));
    return { region, index: order.sort().indexOf(place) };
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

function freeName(folder: string, name: string, taken: readonly string[]): string {
  for (let n = 0; ; n++) {
    const path = `${folder}/${n === 0 ? '' : `${n}-`}${name}`;
    if (!taken.includes(path)) return path;
  }
}
