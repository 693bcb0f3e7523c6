import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { batchOf } from '@schaalsprong/monitor';
import { memorySnapshots } from '@schaalsprong/store/node';
import { ChangesResponse } from '@schaalsprong/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { initialized } from '../../../../packages/store/test/initialized.ts';
import { figure, Shelf } from '../../test/monitor-world.ts';
import { Place, syntheticRegion } from '../../test/world.ts';
import type { Server, ServerSettings } from '../index.ts';
import type { SnapshotPlace } from './changes.ts';
import { snapshotPlace } from './place.ts';

let place: Place;
let regionDir: string;
beforeEach(() => {
  place = new Place();
  regionDir = join(place.dir, 'region');
  cpSync(syntheticRegion, regionDir, { recursive: true });
});
afterEach(() => place.remove());

/** States in memory, which outlive a server; a fault can be put in. */
class Kept {
  readonly store = memorySnapshots();
  fault: Error | null = null;
  readonly place: SnapshotPlace = {
    keep: async (snapshot, most) => {
      if (this.fault !== null) throw this.fault;
      await this.store.append(snapshot);
      return this.store.newest(snapshot.region, most);
    },
  };
}

const edit = (file: string, from: string | RegExp, to: string): void => {
  const path = join(regionDir, file);
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  if (edited === text) throw new Error(`nothing to edit in ${file}`);
  writeFileSync(path, edited);
};

/** What a server says once it has kept its state, and after what was done to it. */
async function told(
  kept: Kept,
  settings: Partial<ServerSettings> = {},
  then: (server: Server) => Promise<void> = async () => undefined,
): Promise<ChangesResponse> {
  const server = await place.server({ regionDir, snapshots: kept.place, ...settings });
  try {
    await server.noted();
    await then(server);
    return ChangesResponse.parse((await server.app.inject({ url: '/v1/wijzigingen' })).json());
  } finally {
    await server.close();
  }
}

const target = 'homes-2029';

describe('what changed since the state before', () => {
  it('is nothing for the first state, and nothing after a start without a change', async () => {
    const kept = new Kept();
    const first = await told(kept);
    expect(first).toMatchObject({ state: 'ready', entries: [] });
    expect(await told(kept)).toEqual(first);
    expect(await kept.store.newest('synthetic', 10)).toHaveLength(1);
  });

  it('says that no states are kept where none are', async () => {
    const server = await place.server({ regionDir });
    try {
      await server.noted();
      expect((await server.app.inject({ url: '/v1/wijzigingen' })).json()).toEqual({
        state: 'off',
        first: null,
        entries: [],
      });
    } finally {
      await server.close();
    }
  });

  it('names the figures as the cause of another measured value, and no count of futures changed by them', async () => {
    const shelf = new Shelf();
    const office = {
      id: 'office',
      table: 'T1',
      classification: undefined,
      licence: '',
      attribution: 'Office',
    };
    const answer = await told(new Kept(), { store: shelf.place }, async (server) => {
      await shelf.store.importBatch(
        await batchOf(office, [figure('ALL', '2024', 52)], {
          published: '2025-02-01',
          retrieved: '2025-02-01T08:00:00Z',
          address: '',
          covers: null,
        }),
      );
      shelf.stamp = '2';
      await server.look();
      await server.noted();
      await server.noted();
    });
    expect(answer.entries).toHaveLength(1);
    const [entry] = answer.entries;
    expect(entry).toMatchObject({ changed: ['data'], counts: [] });
    expect(entry?.measured).toContainEqual(
      expect.objectContaining({ target, after: { value: 52, period: '2024' }, causes: ['data'] }),
    );
    expect(entry?.evidence.map(({ kind }) => kind)).toEqual(['series']);
  });

  it('names the content as the cause where a target asks another number', async () => {
    const kept = new Kept();
    await told(kept);
    edit('targets.yaml', /value: \d+/, 'value: 1');
    const [entry, ...others] = (await told(kept)).entries;
    expect(others).toEqual([]);
    expect(entry?.changed).toEqual(['content']);
    expect(entry?.counts).not.toEqual([]);
    for (const { causes } of entry?.counts ?? []) expect(causes).toEqual(['content']);
    expect(entry?.evidence).toEqual([
      { kind: 'target', added: [], removed: [], changed: [expect.any(String)], total: 1 },
    ]);
  });

  it('names both where content and model came together, since nothing tells them apart', async () => {
    const kept = new Kept();
    await told(kept);
    edit('targets.yaml', /value: \d+/, 'value: 1');
    edit('model/uncertainties.yaml', /max: ([\d.]+)/, 'max: $15');
    const [entry] = (await told(kept)).entries;
    expect(entry?.changed).toEqual(['content', 'model']);
    expect(entry?.counts.map(({ causes }) => causes)).toContainEqual(['content', 'model']);
    expect(entry?.evidence.map(({ kind }) => kind)).toEqual(['target', 'uncertainty']);
  });

  it('loses nothing where the place fails in between: the state is kept later', async () => {
    const kept = new Kept();
    await told(kept);
    edit('targets.yaml', /value: \d+/, 'value: 1');
    kept.fault = new Error('the disk is full');
    let now = new Date('2034-06-15T12:00:00Z');
    const logged: string[] = [];
    const settings = { now: () => now, log: (line: string) => logged.push(line) };
    const mended = await told(kept, settings, async (server) => {
      const during = (await server.app.inject({ url: '/v1/wijzigingen' })).json();
      expect(during).toMatchObject({ state: 'failed', entries: [] });
      expect(logged).toEqual(['the state was not kept: the disk is full']);
      kept.fault = null;
      now = new Date('2034-06-15T12:10:00Z');
      await server.noted();
    });
    expect(mended).toMatchObject({ state: 'ready', entries: [{ changed: ['content'] }] });
    expect(await kept.store.newest('synthetic', 10)).toHaveLength(2);
  });

  it('finds the states of an earlier server in the folder in which that kept them', async () => {
    const folder = join(place.dir, 'snapshots');
    await initialized(folder);
    const inFolder = { snapshots: snapshotPlace({ folder }) };
    const first = await told(new Kept(), inFolder);
    expect(first).toMatchObject({ state: 'ready', entries: [] });
    edit('targets.yaml', /value: \d+/, 'value: 1');
    expect(await told(new Kept(), inFolder)).toMatchObject({
      first: first.first,
      entries: [{ changed: ['content'] }],
    });
  });
});

describe('the feed of changes', () => {
  it('is Atom with an entry per change, in two languages, and escapes what it says', async () => {
    const kept = new Kept();
    await told(kept);
    edit('targets.yaml', /value: \d+/, 'value: 1');
    edit('targets.yaml', /title: \{ ?nl: [^,]+,/, "title: { nl: 'Huizen <b> & meer',");
    await told(kept, {}, async (server) => {
      const feed = await server.app.inject({ url: '/wijzigingen.atom' });
      expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      expect(feed.body.match(/<entry>/g)).toHaveLength(1);
      expect(feed.body).toContain('Veranderd: inhoud');
      expect(feed.body).toContain('Huizen &lt;b&gt; &amp; meer');
      const english = await server.app.inject({ url: '/en/wijzigingen.atom' });
      expect(english.body).toContain('Changed: content');
    });
  });
});
