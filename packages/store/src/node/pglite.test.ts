import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { MonitorError } from '@schaalsprong/monitor';
import { afterAll, describe, expect, test } from 'vitest';
import { batch, fact } from '../../../monitor/test/facts.ts';
import { openStore, storeStamp } from './index.ts';
import { takeLock } from './lock.ts';

const root = mkdtempSync(join(tmpdir(), 'schaalsprong-store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The codes of a fault, and whether it can be tried again: exit code 4. */
const faultOf = async (work: Promise<unknown> | (() => unknown)) => {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof MonitorError) return [error.problems[0]?.code, error.unreachable];
    throw error;
  }
  return null;
};

describe('a folder', () => {
  const folder = join(root, 'folder');

  test('holds nothing of an import that was killed, and is taken over from the dead process', async () => {
    expect(await storeStamp({ folder })).toBe('');
    const importer = new URL('../../test/importer.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [importer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let said = '';
    for await (const text of child.stdout) {
      said += String(text);
      // In the middle: the version is written down and its rows are on their way.
      if (said === 'importing\n') setTimeout(() => child.kill('SIGKILL'), 300);
    }
    await ended;
    expect([said, child.signalCode]).toEqual(['importing\n', 'SIGKILL']);
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: child.pid });

    const store = await openStore({ folder });
    expect((await store.facts({})).map((f) => f.value)).toEqual([1]);
    expect(await store.vintages()).toHaveLength(1);
    expect(await store.importBatch(batch('2023-01-01', [fact('2021', 2)]))).toMatchObject({ added: 1 });
    expect(await storeStamp({ folder })).toBe(await store.stamp());

    expect(await faultOf(openStore({ folder }))).toEqual(['MONITOR_STORE_LOCKED', true]);
    await store.close();

    const again = await openStore({ folder });
    expect((await again.facts({})).map((f) => [f.period, f.value])).toEqual([['2021', 2]]);
    await again.close();
  }, 120_000);

  test('whose files are damaged is told as that', async () => {
    rmSync(join(folder, 'postgres', 'global', 'pg_control'));
    expect(await faultOf(openStore({ folder }))).toEqual(['MONITOR_STORE_BROKEN', true]);
  }, 60_000);

  test('that cannot be one is told as that', async () => {
    writeFileSync(join(root, 'file'), '');
    expect(await faultOf(openStore({ folder: join(root, 'file') }))).toEqual(['MONITOR_STORE_FOLDER', true]);
    expect(await faultOf(openStore({ folder: join(root, 'file', 'in-it') }))).toEqual([
      'MONITOR_STORE_FOLDER',
      true,
    ]);
  });
});

describe('a lock', () => {
  const path = join(root, 'lock');
  const written = (more: object): void =>
    writeFileSync(
      path,
      JSON.stringify({ pid: 1, host: hostname(), command: 'x', since: '', token: 't', ...more }),
    );

  test('names who holds it, and can be taken again once it is let go', async () => {
    const release = takeLock(path);
    expect(() => takeLock(path)).toThrow(`process ${process.pid} on ${hostname()}`);
    release();
    takeLock(path)();
  });

  test('of a process that is no more, or that had our number before, is taken over', () => {
    for (const pid of [999_999_999, process.pid]) {
      written({ pid });
      const release = takeLock(path);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
      release();
    }
  });

  test('of another machine holds as long as it gives a sign', async () => {
    written({ host: 'elsewhere' });
    expect(await faultOf(() => takeLock(path))).toEqual(['MONITOR_STORE_LOCKED', true]);
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(path, longAgo, longAgo);
    takeLock(path)();
  });
});
