import type { Region } from '@schaalsprong/agenda';
import { MonitorError } from '@schaalsprong/monitor';
import { storeFault } from '@schaalsprong/store/problems';
import { beforeAll, describe, expect, it } from 'vitest';
import { figure, monitorOn, monitorRegion, publish, Shelf } from '../../test/monitor-world.ts';
import type { Monitor } from './snapshot.ts';

let region: Region;
beforeAll(async () => {
  region = await monitorRegion();
});

const latest = (monitor: Monitor): number | null | undefined =>
  monitor
    .current()
    .indicator('homes', null)
    ?.facts.find(({ period }) => period === '2023')?.value;
const state = (monitor: Monitor) => monitor.current().list().store;
/** Waits until something holds; where it never does, the time limit of the test ends it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}
/** Waits until a monitor has looked three times more whether anything changed. */
async function looks(shelf: Shelf): Promise<void> {
  const before = shelf.looks;
  await until(() => shelf.looks >= before + 3);
}

describe('the statistics as the server shows them', () => {
  it('are those of the region folder where nothing is kept beside it', async () => {
    const monitor = await monitorOn(region);
    await monitor.settled();
    expect(state(monitor)).toEqual({ state: 'region', note: null });
    expect(monitor.current().list().indicators[0]?.latest?.value).toBe(24);
    await monitor.close();
  });

  it('are there before the store is read, and say that it is being read', async () => {
    const shelf = new Shelf();
    await publish(shelf.store, region, '2024-02-01', [figure('ALL', '2023', 40)]);
    const monitor = await monitorOn(region, { place: shelf.place });
    expect(state(monitor).state).toBe('loading');
    expect(latest(monitor)).toBeUndefined();
    await monitor.settled();
    expect(state(monitor).state).toBe('ready');
    expect(latest(monitor)).toBe(40);
    await monitor.close();
  });

  it('make no store where nobody has fetched anything', async () => {
    const shelf = new Shelf();
    shelf.stamp = '';
    const monitor = await monitorOn(region, { place: shelf.place });
    await monitor.settled();
    expect(shelf.opened).toBe(0);
    expect(state(monitor)).toEqual({ state: 'region', note: null });
    await monitor.close();
  });

  it('follow what a command of another process fetches, and are read once only while nothing changes', async () => {
    const shelf = new Shelf();
    const monitor = await monitorOn(region, { place: shelf.place });
    await monitor.settled();
    await looks(shelf);
    expect(shelf.opened).toBe(1);
    const before = monitor.current();
    expect(monitor.current()).toBe(before);
    await publish(shelf.store, region, '2024-06-01', [figure('ALL', '2023', 41)]);
    shelf.stamp = '2';
    await until(() => latest(monitor) === 41);
    expect(monitor.current()).not.toBe(before);
    await monitor.close();
  });

  it('say so where the store cannot be read, keep to the region folder, and try again', async () => {
    const shelf = new Shelf();
    await publish(shelf.store, region, '2024-02-01', [figure('ALL', '2023', 40)]);
    const text = { nl: 'Een ander heeft de map.', en: 'Another has the folder.' };
    shelf.fault = new MonitorError(
      [{ code: 'MONITOR_X', path: '/secret/place', message: text, expected: null, hint: text }],
      true,
    );
    const logged: string[] = [];
    const monitor = await monitorOn(region, { place: shelf.place, log: (line) => logged.push(line) });
    await monitor.settled();
    expect(state(monitor)).toMatchObject({
      state: 'failed',
      note: { nl: expect.stringMatching(/^Een ander heeft de map\. .*regiomap/) },
    });
    expect(JSON.stringify(state(monitor))).not.toContain('/secret/place');
    expect(monitor.current().list().indicators[0]?.latest?.value).toBe(24);
    const tries = shelf.tries;
    await until(() => shelf.tries >= tries + 3);
    // The operator is told of the same fault once, not every few seconds.
    expect(logged).toHaveLength(1);
    shelf.fault = null;
    await until(() => state(monitor).state === 'ready');
    expect(latest(monitor)).toBe(40);
    await monitor.close();
  });

  it('keep what was read while a command holds the store, and say nothing of that but one line in the log', async () => {
    const shelf = new Shelf();
    await publish(shelf.store, region, '2024-02-01', [figure('ALL', '2023', 40)]);
    const lines: string[] = [];
    const monitor = await monitorOn(region, { place: shelf.place, log: (line) => lines.push(line) });
    await monitor.settled();
    const before = monitor.current();
    const holder = { pid: 17, host: 'here', command: 'ingest all', since: '2024', lock: '/secret/lock' };
    shelf.fault = storeFault('STORE_LOCKED', { path: '/secret/lock' }, holder);
    shelf.stamp = '2';
    await monitor.look();
    await monitor.look();
    expect(monitor.current()).toBe(before);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^store not read: STORE_LOCKED .*process 17/);
    shelf.fault = null;
    await monitor.look();
    expect(lines.slice(1)).toEqual(['store is readable again']);
    await monitor.close();
  });

  it('keep what was read where the database is gone, and say so until it is back', async () => {
    const shelf = new Shelf();
    await publish(shelf.store, region, '2024-02-01', [figure('ALL', '2023', 40)]);
    const monitor = await monitorOn(region, { place: shelf.place });
    await monitor.settled();
    const gone = storeFault('STORE_UNREACHABLE', { path: 'db.internal/x' }, { reason: 'db.internal:5432' });
    shelf.stampFault = gone;
    await monitor.look();
    expect(state(monitor)).toMatchObject({
      state: 'ready',
      note: { en: expect.stringMatching(/cannot be read \(STORE_UNREACHABLE\).*read earlier/) },
    });
    expect(JSON.stringify(state(monitor))).not.toContain('internal');
    expect(latest(monitor)).toBe(40);
    shelf.stampFault = null;
    await monitor.look();
    expect(state(monitor)).toEqual({ state: 'ready', note: null });
    await monitor.close();
  });

  it('are judged anew on another day', async () => {
    let day = '2024-06-15';
    const monitor = await monitorOn(region, { now: () => new Date(`${day}T12:00:00Z`) });
    const before = monitor.current();
    expect(before.today).toBe('2024-06-15');
    day = '2024-06-16';
    expect(monitor.current().today).toBe('2024-06-16');
    expect(monitor.current()).not.toBe(before);
    await monitor.close();
  });
});
