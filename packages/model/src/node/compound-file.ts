/**
 * Reads a stream out of a compound file, the file system in a file in which .xls keeps its book. Source: [MS-CFB].
 *
 * @param names of the stream, the first that is there
 * @returns undefined where there is none of them
 * @throws RangeError or Error where the bytes are no such file
 */
export function compoundStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0xd0cf11e0 || view.getUint32(4) !== 0xa1b11ae1)
    throw new Error('no compound file');
  const sectorSize = 2 ** view.getUint16(30, true);
  const miniSize = 2 ** view.getUint16(32, true);
  const miniBelow = view.getUint32(56, true);
  if (sectorSize < 128 || sectorSize > 65_536 || miniSize < 16 || miniSize > sectorSize)
    throw new Error('sectors');

  const lastSector = 0xffff_fff9;
  const maxSectors = Math.ceil(bytes.length / sectorSize);
  const sector = (number: number): Uint8Array => {
    const from = (number + 1) * sectorSize;
    if (from >= bytes.length) throw new RangeError(`sector ${number}`);
    return bytes.subarray(from, from + sectorSize);
  };
  const numbers = (part: Uint8Array): number[] => {
    const of = new DataView(part.buffer, part.byteOffset, part.byteLength);
    return Array.from({ length: Math.floor(part.length / 4) }, (_, i) => of.getUint32(4 * i, true));
  };
  /** The sectors from `first` on, by a table that names the next of each. */
  const chain = (first: number, next: readonly number[], most: number): number[] => {
    const found: number[] = [];
    for (let at = first; at <= lastSector; at = next[at] ?? Number.POSITIVE_INFINITY) {
      if (found.push(at) > most) throw new Error('sectors in a circle');
    }
    return found;
  };

  // The table of sectors is in sectors itself, which the header lists, and after the first 109 sectors of lists.
  const tableSectors = numbers(bytes.subarray(76, 512));
  const seen = new Set<number>();
  for (let at = view.getUint32(68, true); at <= lastSector && !seen.has(at); ) {
    seen.add(at);
    const list = numbers(sector(at));
    at = list.pop() ?? Number.POSITIVE_INFINITY;
    tableSectors.push(...list);
  }
  const next = tableSectors.filter((at) => at <= lastSector).flatMap((at) => numbers(sector(at)));
  const joined = (first: number): Uint8Array => {
    const parts = chain(first, next, maxSectors).map(sector);
    const whole = new Uint8Array(parts.length * sectorSize);
    parts.forEach((part, i) => {
      whole.set(part, i * sectorSize);
    });
    return whole;
  };

  const directory = joined(view.getUint32(48, true));
  const entries = Array.from({ length: directory.length / 128 }, (_, i) => {
    const entry = new DataView(directory.buffer, 128 * i, 128);
    const length = Math.max(0, Math.min(64, entry.getUint16(64, true)) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(128 * i, 128 * i + length)),
      first: entry.getUint32(116, true),
      size: entry.getUint32(120, true),
    };
  });
  const [root] = entries;
  const found = names.flatMap((name) => entries.find((entry) => entry.name === name) ?? [])[0];
  if (root === undefined || found === undefined) return undefined;
  if (found.size >= miniBelow) return joined(found.first).subarray(0, found.size);
  const miniNext = numbers(joined(view.getUint32(60, true)));
  const store = joined(root.first);
  const whole = new Uint8Array(found.size);
  chain(found.first, miniNext, store.length / miniSize).forEach((at, i) => {
    const room = found.size - i * miniSize;
    if (room > 0)
      whole.set(store.subarray(at * miniSize, at * miniSize + Math.min(room, miniSize)), i * miniSize);
  });
  return whole;
}
