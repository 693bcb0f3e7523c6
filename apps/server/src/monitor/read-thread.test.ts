import { existsSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { batchOf, type Fact } from '@schaalsprong/monitor';
import { holdStore, openStore } from '@schaalsprong/store/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialized } from '../../../../packages/store/test/initialized.ts';
import { shareOfThisThread } from '../../../../scripts/testing/processor-time.ts';
import { figure, monitorOn, monitorRegion } from '../../test/monitor-world.ts';
import { Place } from '../../test/world.ts';
import { type ReadRequest, readRequest } from './kept.ts';
import { storePlace } from './place.ts';
import { readInThread } from './read-thread.ts';
import { MonitorView } from './view.ts';

const place = new Place();
afterAll(() => place.remove());

const folder = join(place.dir, 'data', 'monitor');
const never = new AbortController().signal;
const request = async (): Promise<ReadRequest> =>
  readRequest(await monitorRegion(), new Date('2024-06-15T12:00:00Z'));

/** Imports figures into the folder, as a command does beside the server. */
async function ingest(facts: readonly Fact[], published: string): Promise<void> {
  const store = await openStore({ folder });
  const source = {
    id: 'office' as never,
    table: undefined,
    classification: undefined,
    licence: 'CC BY 4.0',
    attribution: 'Synthetic office',
  };
  const origin = { published, retrieved: `${published}T00:00:00Z`, address: '', covers: null };
  await store.importBatch(await batchOf(source, facts, origin));
  await store.close();
}

/** Whether a file of the folder that is there is gone at some moment before work is done. */
async function isGoneBefore(path: string, work: Promise<unknown>): Promise<boolean> {
  let wasThere = false;
  let isGone = false;
  const watcher = watch(dirname(path), () => {
    if (existsSync(path)) wasThere = true;
    else if (wasThere) isGone = true;
  });
  try {
    await work;
    return isGone;
  } finally {
    watcher.close();
  }
}

// One folder for all. The tests run in this order.
describe('a store in a folder, read on a thread of its own', () => {
  beforeAll(() => initialized(folder));

  it('is shown by the server, which releases the folder so that a command can have it', async () => {
    await ingest([figure('ALL', '2023', 31)], '2024-01-01');
    const server = await place.server({ store: storePlace({ folder }), cacheDir: null });
    await server.settled();
    const { facts, history } = (await server.app.inject({ url: '/v1/indicatoren/homes' })).json();
    const of = (list: readonly { readonly period: string; readonly value: number }[]): readonly number[] =>
      list.filter(({ period }) => period === '2023').map(({ value }) => value);
    expect(of(facts)).toEqual([31]);
    expect(of(history)).toEqual([]);
    expect((await server.app.inject({ url: '/v1/indicatoren' })).json().store).toEqual({
      state: 'ready',
      note: null,
    });
    await ingest([figure('ALL', '2023', 32)], '2024-02-01');
    await server.close();
  });

  it('leaves the event loop free: this thread does less than a third of the work of reading', async () => {
    const months = Array.from({ length: 40_000 }, (_, i) =>
      figure(
        `GM${1000 + Math.floor(i / 600)}`,
        `${1970 + Math.floor((i % 600) / 12)}-${`${(i % 12) + 1}`.padStart(2, '0')}`,
        i,
      ),
    );
    await ingest(months, '2024-03-01');
    const revised = months.slice(0, 3_000).map((month) => ({ ...month, value: (month.value ?? 0) + 0.5 }));
    await ingest([...revised, ...months.slice(3_000)], '2024-04-01');
    const asked = await request();
    const reading = readInThread({ folder }, asked, never);
    const wasFree = isGoneBefore(join(folder, 'lock'), reading);
    const share = await shareOfThisThread(() => reading);
    const { content, stamp } = await reading;
    // Another process can have the store while what was read is still on its way.
    expect(await wasFree).toBe(true);
    expect(content.facts.length).toBeGreaterThan(months.length);
    expect(content.facts.filter(({ area }) => area === 'GM1000').at(-1)).toEqual({
      ...revised[599],
      vintage: expect.stringContaining('office@2024-04-01'),
      published: '2024-04-01',
    });
    expect(content.revisions.filter(({ published }) => published === '2024-04-01')).toHaveLength(
      revised.length,
    );
    expect(stamp).toBe(await storePlace({ folder }).stamp());
    // The answer of so many figures came ready, so that no request waits for it to be made.
    const view = new MonitorView(asked.whole, { ...content, state: 'ready', note: null }, asked.today);
    const made = view.madeAnswer('homes');
    expect(JSON.parse(new TextDecoder().decode(made?.bytes))).toEqual(
      JSON.parse(JSON.stringify(view.indicator('homes', null))),
    );
    const nextDay = new MonitorView(asked.whole, view.kept, '2024-06-16');
    expect([nextDay.madeAnswer('homes'), view.madeAnswer('rank')]).toEqual([null, null]);
    expect(share).toBeLessThan(1 / 3);
  });

  it('is stopped in mid-read when the server closes, and the folder is free at once', async () => {
    const monitor = await monitorOn(await monitorRegion(), { place: storePlace({ folder }) });
    monitor.start();
    while (!existsSync(join(folder, 'lock'))) await new Promise(setImmediate);
    await monitor.close();
    (await holdStore({ folder }))();
  });

  it('passes faults on as they are: of a folder in use, with the process, and of one that is damaged', async () => {
    const release = await holdStore({ folder });
    await expect(readInThread({ folder }, await request(), never)).rejects.toMatchObject({
      name: 'StoreError',
      problems: [{ code: 'STORE_LOCKED' }],
      pid: process.pid,
    });
    release();
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), 'no version');
    await expect(readInThread({ folder }, await request(), never)).rejects.toMatchObject({
      name: 'StoreError',
      problems: [{ code: 'STORE_BROKEN' }],
    });
    (await holdStore({ folder }))();
  });
});
