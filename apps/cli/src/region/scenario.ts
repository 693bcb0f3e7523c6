import { resolve } from 'node:path';
import type { Region, RegionFiles, ScenarioFile } from '@schaalsprong/agenda';
import { isYamlFile, withFile } from './with-file.ts';

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
  if (!isYamlFile(resolve(cwd, what))) return null;
  const together = await withFile(what, 'scenarios', files, cwd);
  return together.region.scenarios[together.index] ?? null;
}
