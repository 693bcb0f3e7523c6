import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialized } from '../../../test/initialized.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../../test/postgres-server.ts';
import { openPort, type StoreSettings } from '../engine/port.ts';
import { snapshotsPort } from './port.ts';
import { memorySnapshots, type SnapshotStore, snapshotStore } from './store.ts';

/** What holds of memory and of every engine. */
function keepsSnapshots(open: () => Promise<SnapshotStore>): void {
  let store: SnapshotStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());
  const of = (region: string, key: string, content = `content of ${key}`) => ({ region, key, content });

  it('appends a state, and not a second one with the key of the last', async () => {
    expect(await store.append(of('one', 'a'))).toBe(true);
    expect(await store.append(of('one', 'a', 'another text'))).toBe(false);
    expect(await store.append(of('one', 'b'))).toBe(true);
    // A state that comes back is news again.
    expect(await store.append(of('one', 'a'))).toBe(true);
    expect((await store.newest('one', 10)).map(({ key }) => key)).toEqual(['a', 'b', 'a']);
  });

  it('gives the newest ones of one region, oldest first', async () => {
    for (const key of ['x', 'y', 'z']) await store.append(of('two', key));
    expect(await store.newest('two', 2)).toEqual([of('two', 'y'), of('two', 'z')]);
    expect(await store.newest('nowhere', 2)).toEqual([]);
  });

  it('keeps one where several append the same at once', async () => {
    const appended = await Promise.all(Array.from({ length: 6 }, () => store.append(of('crowd', 'same'))));
    expect(appended.filter(Boolean)).toHaveLength(1);
    expect(await store.newest('crowd', 10)).toHaveLength(1);
  });
}

describe('states of the standing in memory', () => {
  keepsSnapshots(async () => memorySnapshots());
});

const opened = async (settings: StoreSettings): Promise<SnapshotStore> =>
  snapshotStore(await openPort(snapshotsPort, settings));

describe('states of the standing in a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'schaalsprong-snapshots-'));
  const folder = join(root, 'snapshots');
  beforeAll(() => initialized(folder));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  keepsSnapshots(() => opened({ folder }));
});

const programs = postgresPrograms();
describe.skipIf(programs === null)('states of the standing in a database of a server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });
  afterAll(() => server?.stop());
  keepsSnapshots(() => opened({ databaseUrl: server.url() }));
});
