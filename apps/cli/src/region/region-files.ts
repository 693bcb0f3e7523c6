import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { RegionFiles } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import type { Lang } from '@schaalsprong/words';
import type { Surroundings } from '../command/surroundings.ts';
import { sayFault } from '../problems/messages.ts';

/**
 * Where the folder of a region is: a path from the working folder or the repository, or the name of a folder in `regions`;
 * null where there is none.
 */
export function regionFolder(path: string, world: Pick<Surroundings, 'cwd' | 'home'>): string | null {
  const isFolder = (folder: string): boolean => existsSync(folder) && statSync(folder).isDirectory();
  const bases = isAbsolute(path) ? [''] : [world.cwd, world.home];
  const places = [path, join('regions', path)].flatMap((typed) => bases.map((base) => resolve(base, typed)));
  return places.find(isFolder) ?? null;
}

/** The region folder, with paths in problems as the user wrote them; null where there is none. */
export function regionFiles(path: string, lang: Lang, world: Surroundings): RegionFiles | null {
  const folder = regionFolder(path, world);
  if (folder === null) {
    world.err(`${sayFault(lang, 'region-missing', { what: path })}\n`);
    return null;
  }
  return { ...readRegionFolder(folder), root: path.replace(/[\\/]+$/, '') };
}
