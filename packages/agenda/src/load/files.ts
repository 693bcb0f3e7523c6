/** A region folder as an abstract file system: on disk, in memory, on a server. */
export interface RegionFiles {
  /** how the folder is named in error messages, like `regions/brainport` */
  readonly root: string;
  /** paths of the content files relative to the folder, with forward slashes, in any order */
  list(): readonly string[];
  read(path: string): string;
}

/** A region folder held in memory. */
export const filesInMemory = (root: string, contents: Readonly<Record<string, string>>): RegionFiles => ({
  root,
  list: () => Object.keys(contents),
  read: (path) => {
    const text = contents[path];
    if (text === undefined) throw new RangeError(`no file ${path} in ${root}`);
    return text;
  },
});

/** Thrown by `RegionFiles.read` for a file that would not fit in memory once parsed. */
export class FileTooLarge extends Error {
  readonly megabytes: number;
  readonly most: number;
  constructor(megabytes: number, most: number) {
    super(`${megabytes} MB, at most ${most}`);
    this.megabytes = megabytes;
    this.most = most;
  }
}
