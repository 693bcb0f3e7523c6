import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialized } from '../../../test/initialized.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../../test/postgres-server.ts';
import { type OpenPort, openPort, type StoreSettings } from '../engine/port.ts';
import { sharesPort } from './port.ts';
import { type ShareStore, shareStore } from './store.ts';

/** What holds of every engine. */
function keepsShares(settings: () => StoreSettings): void {
  let port: OpenPort;
  let store: ShareStore;
  beforeAll(async () => {
    port = await openPort(sharesPort, settings());
    store = shareStore(port);
  });
  afterAll(() => port?.close());

  it('gives a content back by a short id, the same for the same content', async () => {
    const kept = await store.keep({ region: 'synthetic', content: 'AgAB' }, 100);
    expect(kept).toEqual({ id: expect.stringMatching(/^[0-9a-z]{10}$/), isNew: true });
    const stamp = await port.stamp();
    expect(await store.keep({ region: 'synthetic', content: 'AgAB' }, 100)).toEqual({
      ...kept,
      isNew: false,
    });
    expect(await port.stamp()).toBe(stamp);
    expect(await store.find(kept.id ?? '')).toBe('AgAB');
    expect(await store.find('nothing000')).toBeNull();
    expect(await store.find("' or true --")).toBeNull();
  });

  it('makes the id longer where another content has the same beginning', async () => {
    const clashing = shareStore(port, (content) => `0123456789${content}`);
    const ids = [];
    for (const content of ['aa', 'ab', 'ac']) {
      ids.push((await clashing.keep({ region: 'synthetic', content }, 100)).id);
    }
    expect(ids).toEqual(['0123456789', '0123456789a', '0123456789ac']);
    expect((await clashing.keep({ region: 'synthetic', content: 'ab' }, 100)).id).toBe('0123456789a');
    expect(await Promise.all(ids.map((id) => clashing.find(id ?? '')))).toEqual(['aa', 'ab', 'ac']);
  });

  it('keeps no more of a region than may be, and goes on giving what it has', async () => {
    const full = [];
    for (const content of ['x1', 'x2', 'x3', 'x1'])
      full.push(await store.keep({ region: 'full', content }, 2));
    expect(full.map(({ id, isNew }) => [id !== null, isNew])).toEqual([
      [true, true],
      [true, true],
      [false, false],
      [true, false],
    ]);
    expect(await store.keep({ region: 'elsewhere', content: 'x3' }, 2)).toMatchObject({ isNew: true });
  });

  it('gives the same id to many who share the same at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => store.keep({ region: 'crowd', content: 'same' }, 1)),
    );
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  });
}

describe('shares in a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'schaalsprong-shares-'));
  beforeAll(() => initialized(join(root, 'shares')));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  keepsShares(() => ({ folder: join(root, 'shares') }));
});

const programs = postgresPrograms();
describe.skipIf(programs === null)('shares in a database of a server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(programs ?? '');
  });
  afterAll(() => server?.stop());
  keepsShares(() => ({ databaseUrl: server.url() }));
});
