import type { OpenPort } from '../engine/port.ts';

/** A state of the standing, as text that only its owner reads. */
export interface KeptSnapshot {
  /** Id of the region that it is of. */
  readonly region: string;
  /** The same for the same state: of two with one key in a row only the first is kept. */
  readonly key: string;
  readonly content: string;
}

/** States of the standing of regions, oldest first. */
export interface SnapshotStore {
  /**
   * Appends a state, unless the last one of its region has the same key. Idempotent, and whole or not at all: two servers that append the
   * same state at once keep one.
   *
   * @returns whether it was appended
   */
  append(snapshot: KeptSnapshot): Promise<boolean>;
  /** The newest states of a region, at most so many, oldest first. */
  newest(region: string, most: number): Promise<readonly KeptSnapshot[]>;
  close(): Promise<void>;
}

/** States of the standing in a database. */
export const snapshotStore = (port: OpenPort): SnapshotStore => ({
  append: ({ region, key, content }) =>
    port.write<boolean>(async (session) => {
      const [last] = await session.rows<{ key: string }>(
        'select key from snapshot where region = $1 order by number desc limit 1',
        [region],
      );
      if (last?.key === key) return { result: false, change: false };
      await session.rows('insert into snapshot (region, key, content) values ($1, $2, $3)', [
        region,
        key,
        content,
      ]);
      return { result: true, change: true };
    }),
  newest: (region, most) =>
    port.read(async (session) => {
      const rows = await session.rows<KeptSnapshot>(
        'select region, key, content from snapshot where region = $1 order by number desc limit $2',
        [region, most],
      );
      return rows.toReversed();
    }),
  close: () => port.close(),
});

/** States of the standing in memory: what `snapshotStore` means, for tests. */
export function memorySnapshots(): SnapshotStore {
  const kept: KeptSnapshot[] = [];
  return {
    append: async (snapshot) => {
      const last = kept.findLast(({ region }) => region === snapshot.region);
      if (last?.key === snapshot.key) return false;
      kept.push(snapshot);
      return true;
    },
    newest: async (of, most) => (most === 0 ? [] : kept.filter(({ region }) => region === of).slice(-most)),
    close: async () => undefined,
  };
}
