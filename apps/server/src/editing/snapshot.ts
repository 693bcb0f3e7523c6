import type { RegionFiles } from '@schaalsprong/agenda';

/** What a file held: its text, or the error of reading it. */
type Held = { readonly text: string } | { readonly error: unknown };

function held(files: RegionFiles, path: string): Held {
  try {
    return { text: files.read(path) };
  } catch (error) {
    return { error };
  }
}

const same = (one: Held | undefined, other: Held): boolean =>
  one !== undefined && ('text' in one ? 'text' in other && one.text === other.text : 'error' in other);

/** A region folder as it was at one moment: every file is read at once. */
export interface RegionSnapshot extends RegionFiles {
  /** Whether a region folder still holds the same files with the same bytes. */
  isStill(now: RegionFiles): boolean;
}

/** Reads a region folder whole; a file that cannot be read fails when it is asked for, as it would on disk. */
export function snapshotOf(files: RegionFiles): RegionSnapshot {
  const paths = files.list();
  const contents = new Map(paths.map((path) => [path, held(files, path)]));
  return {
    root: files.root,
    list: () => paths,
    read: (path) => {
      const of = contents.get(path) ?? { error: new RangeError(`no file ${path} in ${files.root}`) };
      if ('error' in of) throw of.error;
      return of.text;
    },
    isStill: (now) => {
      const listed = now.list();
      return (
        listed.length === paths.length && listed.every((path) => same(contents.get(path), held(now, path)))
      );
    },
  };
}
