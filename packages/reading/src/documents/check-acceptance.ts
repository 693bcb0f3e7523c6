import { loadRegion, type Problem, RegionError, type RegionFiles } from '@schaalsprong/agenda';

/** An overlay: a region folder with some files replaced, in memory only. */
export const filesWith = (files: RegionFiles, writes: Readonly<Record<string, string>>): RegionFiles => ({
  root: files.root,
  list: () => [...new Set([...files.list(), ...Object.keys(writes)])],
  read: (path) => writes[path] ?? files.read(path),
});

/**
 * Dry run: whether a region would load with some files in it, before any of them is written.
 *
 * @param files the region as it is
 * @param writes text by path within the folder
 * @returns the problems; empty where it would load
 */
export async function checkAcceptance(
  files: RegionFiles,
  writes: Readonly<Record<string, string>>,
): Promise<readonly Problem[]> {
  try {
    await loadRegion(filesWith(files, writes));
    return [];
  } catch (error) {
    if (error instanceof RegionError) return error.problems;
    throw error;
  }
}
