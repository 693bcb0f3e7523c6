import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { batch, fact } from '../../../../monitor/test/facts.ts';
import { initialized } from '../../../test/initialized.ts';
import { StoreError } from '../../problems.ts';
import { openStore, storeStamp } from '../index.ts';
import { monitorPort } from '../monitor/port.ts';
import { takeLock } from './lock.ts';
import { openPglite, takeFolder } from './pglite.ts';
import { acquireFolder, openPort } from './port.ts';

const root = mkdtempSync(join(tmpdir(), 'schaalsprong-store-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The codes of a fault, and whether it can be tried again: exit code 4. */
const faultOf = async (work: Promise<unknown> | (() => unknown)) => {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof StoreError) return [error.problems[0]?.code, error.unreachable];
    throw error;
  }
  return null;
};

/** Bytes of all files in a folder and those in it. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );

describe('a folder', () => {
  const folder = join(root, 'folder');

  it('holds nothing of an import that was killed, and is taken over from the dead process', async () => {
    expect(await storeStamp({ folder })).toBe('');
    await initialized(folder);
    const importer = new URL('../../../test/importer.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [importer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let output = '';
    for await (const text of child.stdout) {
      output += String(text);
      if (output !== 'importing\n') continue;
      const before = sizeOf(join(folder, 'postgres', 'base'));
      // In the middle: the version is written down and its rows are on their way.
      await vi.waitUntil(() => sizeOf(join(folder, 'postgres', 'base')) > before + 1_000_000, {
        timeout: 100_000,
        interval: 5,
      });
      child.kill('SIGKILL');
    }
    await ended;
    expect([output, child.signalCode]).toEqual(['importing\n', 'SIGKILL']);
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({ pid: child.pid });

    const store = await openStore({ folder });
    expect((await store.facts({})).map((f) => f.value)).toEqual([1]);
    expect(await store.vintages()).toHaveLength(1);
    expect(await store.importBatch(batch('2023-01-01', [fact('2021', 2)]))).toMatchObject({ added: 1 });
    expect(await storeStamp({ folder })).toBe(await store.stamp());

    expect(await faultOf(openStore({ folder }))).toEqual(['STORE_LOCKED', true]);
    await store.close();

    const again = await openStore({ folder });
    expect((await again.facts({})).map((f) => [f.period, f.value])).toEqual([['2021', 2]]);
    await again.close();
  });

  it('has the tables and columns of docs/database.md, in that order', async () => {
    const port = await openPort(monitorPort, { folder });
    const columns = await port.read((session) =>
      session.rows<{ table: string; column: string; type: string }>(
        `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 order by c.relname collate "C", a.attnum`,
      ),
    );
    await port.close();
    const page = readFileSync(new URL('../../../../../docs/database.md', import.meta.url), 'utf8');
    const listed = page
      .split('\n### ')
      .slice(1)
      .flatMap((section) => {
        const table = section.split('\n', 1)[0] ?? '';
        const rows = section.split('\n## ')[0]?.matchAll(/^\| (\w+) \| ([^|]+) \|/gm) ?? [];
        return [...rows].flatMap(([, column = '', type = '']) =>
          column === 'column' ? [] : [{ table, column, type }],
        );
      });
    const name = ({ table }: { readonly table: string }): string => table;
    expect(Object.groupBy(listed, name)).toEqual(Object.groupBy(columns, name));
  });

  it('needs more open files than a process of few may have, and says so', async () => {
    const importer = new URL('../../../test/importer.ts', import.meta.url).pathname;
    const { stderr } = spawnSync(
      'sh',
      [
        '-c',
        'ulimit -n 80; exec "$0" "$1" "$2"',
        process.execPath,
        importer,
        await initialized(join(root, 'few')),
      ],
      { encoding: 'utf8' },
    );
    expect(stderr).toMatch(/STORE_OPEN_FILES .*80 files/);
  });

  it('whose files are damaged is told as that', async () => {
    rmSync(join(folder, 'postgres', 'global', 'pg_control'));
    expect(await faultOf(openStore({ folder }))).toEqual(['STORE_BROKEN', true]);
  });

  it('that cannot be one is told as that', async () => {
    writeFileSync(join(root, 'file'), '');
    expect(await faultOf(openStore({ folder: join(root, 'file') }))).toEqual(['STORE_FOLDER', true]);
    expect(await faultOf(openStore({ folder: join(root, 'file', 'in-it') }))).toEqual(['STORE_FOLDER', true]);
  });
});

/** A folder with one figure in it, closed. */
async function kept(name: string): Promise<string> {
  const folder = await initialized(join(root, name));
  const store = await openStore({ folder });
  await store.importBatch(batch('2022-01-01', [fact('2020', 1)]));
  await store.close();
  return folder;
}
const valuesIn = async (folder: string) => {
  const store = await openStore({ folder });
  try {
    return (await store.facts({})).map((f) => f.value);
  } finally {
    await store.close();
  }
};

describe('a folder that was copied or restored', () => {
  let source = '';
  beforeAll(async () => {
    source = await kept('source');
  });
  const copy = (name: string): string => {
    const folder = join(root, name);
    cpSync(source, folder, { recursive: true });
    return folder;
  };

  it('without its empty files keeps its figures', async () => {
    const folder = copy('without-whole');
    rmSync(join(folder, 'whole'));
    expect(await valuesIn(folder)).toEqual([1]);
    rmSync(join(folder, 'whole'));
    rmSync(join(folder, 'stamp'));
    expect(await valuesIn(folder)).toEqual([1]);
  });

  it('without its files of figures is refused, not begun again', async () => {
    for (const missing of ['postgres', 'postgres/PG_VERSION']) {
      const folder = copy(`without-${missing.length}`);
      rmSync(join(folder, missing), { recursive: true });
      expect(await faultOf(openStore({ folder }))).toEqual(['STORE_INCOMPLETE', true]);
      rmSync(join(folder, 'whole'));
      expect(await faultOf(openStore({ folder }))).toEqual(['STORE_INCOMPLETE', true]);
    }
  });

  it('whose making was killed is made again', async () => {
    const folder = join(root, 'half');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'making'), 'x');
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '18');
    expect(await valuesIn(folder)).toEqual([]);
    expect(existsSync(join(folder, 'making'))).toBe(false);
  });

  it('with a damaged page is named as damaged', async () => {
    const folder = copy('damaged');
    const base = join(folder, 'postgres', 'base');
    const file = await pageOf(folder, 'fact');
    const pages = readFileSync(join(base, '..', file));
    writeFileSync(join(base, '..', file), pages.fill(0x5a));
    expect(await faultOf(valuesIn(folder))).toEqual(['STORE_BROKEN', true]);
  });
});

/** Path of the file of a table inside the files of PostgreSQL. */
async function pageOf(folder: string, table: string): Promise<string> {
  const database = await openPglite(folder);
  try {
    const [row] = await database.read((session) =>
      session.rows<{ path: string }>(`select pg_relation_filepath('${table}') as path`),
    );
    return row?.path ?? '';
  } finally {
    await database.close();
  }
}

describe('a lock', () => {
  const path = join(root, 'lock');
  const longAgo = new Date('2020-01-01T00:00:00Z');
  const written = (more: object): void =>
    writeFileSync(
      path,
      JSON.stringify({ pid: 1, host: hostname(), command: 'x', since: '', token: 't', ...more }),
    );

  it('names who holds it, and can be taken again once it is let go', async () => {
    const release = takeLock(path);
    expect(() => takeLock(path)).toThrow(`process ${process.pid} on ${hostname()}`);
    release();
    takeLock(path)();
  });

  it('of a process that is no more, or that had our number before, is taken over', () => {
    for (const pid of [999_999_999, process.pid]) {
      written({ pid });
      const release = takeLock(path);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
      release();
    }
  });

  it('of another machine holds as long as it gives a sign', async () => {
    written({ host: 'elsewhere' });
    expect(await faultOf(() => takeLock(path))).toEqual(['STORE_LOCKED', true]);
    utimesSync(path, longAgo, longAgo);
    takeLock(path)();
  });

  const odd = {
    'is empty': '',
    'is no JSON': '{"pid": 1',
    'is null': 'null',
    'is a number': '7',
    'has odd types': '{"pid":"x","host":1,"command":[],"since":{},"token":null}',
    'has no token': '{"pid":1}',
  };
  for (const [what, text] of Object.entries(odd)) {
    it(`that ${what} is refused at once, and taken over once it is silent`, async () => {
      writeFileSync(path, text);
      expect(await faultOf(() => takeLock(path))).toEqual(['STORE_LOCK_UNREADABLE', true]);
      utimesSync(path, longAgo, longAgo);
      takeLock(path)();
      expect(existsSync(path)).toBe(false);
    });
  }

  it('that is a folder is told, however old it is', async () => {
    const folder = join(root, 'a-folder');
    mkdirSync(folder);
    utimesSync(folder, longAgo, longAgo);
    expect(await faultOf(() => takeLock(folder))).toEqual(['STORE_LOCK_UNREADABLE', true]);
    expect(existsSync(folder)).toBe(true);
  });

  it('is waited for as long as asked, and who waits is told once who holds it', async () => {
    const folder = join(root, 'waited-for');
    const release = takeFolder(folder);
    const codes: string[] = [];
    const onWait = (fault: StoreError): void => {
      codes.push(fault.problems[0].code);
      release();
    };
    (await acquireFolder(monitorPort, { folder, patience: { most: 60_000, onWait } }))();
    expect(codes).toEqual(['STORE_LOCKED']);
    const again = takeFolder(folder);
    expect(await faultOf(acquireFolder(monitorPort, { folder, patience: { most: 1 } }))).toEqual([
      'STORE_LOCKED',
      true,
    ]);
    const stop = AbortSignal.abort(new Error('stopped'));
    await expect(
      acquireFolder(monitorPort, { folder, patience: { most: 60_000, signal: stop } }),
    ).rejects.toThrow();
    again();
  });
});
