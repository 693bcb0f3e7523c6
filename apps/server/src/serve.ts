import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explainFault, firstFaults } from '@schaalsprong/futures';
import type { StoreSettings } from '@schaalsprong/store/node';
import type { SnapshotPlace } from './changes/changes.ts';
import { fileSnapshots } from './changes/file-place.ts';
import { snapshotPlace } from './changes/place.ts';
import { createServer, type Server, type ServerSettings } from './index.ts';
import { storePlace } from './monitor/place.ts';
import type { StorePlace } from './monitor/snapshot.ts';
import { isContact } from './site/security-txt.ts';
import { usualShares } from './table/shares.ts';
import { SharesThread } from './table/shares-thread.ts';

/** First port to try by default, and the number of ports to try. */
const firstPort = 8080;
const tries = 50;

/** Environment and output streams; injectable for tests. */
export interface ServeIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  out(line: string): void;
  err(line: string): void;
}

/** What is served, and where fetched statistics are kept unless the environment says otherwise. */
export interface ServeSettings extends ServerSettings {
  /** Null or nothing keeps none. */
  readonly dataDir?: string | null | undefined;
}

/**
 * Runs the server. Reads PORT, HOST, SCHAALSPRONG_FUTURES, SCHAALSPRONG_CONTACT, SCHAALSPRONG_ADDRESS, SCHAALSPRONG_EDIT,
 * SCHAALSPRONG_DATA, SCHAALSPRONG_SHARES, SCHAALSPRONG_CHANGES and DATABASE_URL from the environment, and says in Dutch and English what it does.
 *
 * @param settings where everything is
 * @param io environment and output
 * @returns the running server; or the exit code with which to stop: 2 wrong use, 3 bad content, 4 port not to be had
 */
export async function serve(settings: ServeSettings, io: ServeIo): Promise<Server | 2 | 3 | 4> {
  const { env } = io;
  const port = number(env.PORT, 0, 65535);
  const futures = number(env.SCHAALSPRONG_FUTURES, 1, 100_000);
  const contact = env.SCHAALSPRONG_CONTACT || null;
  const address = originOf(env.SCHAALSPRONG_ADDRESS);
  const most = number(env.SCHAALSPRONG_SHARES, 0, 1_000_000);
  const changes = number(env.SCHAALSPRONG_CHANGES, 0, 1);
  if (
    most === null ||
    changes === null ||
    port === null ||
    futures === null ||
    address === null ||
    (contact !== null && !isContact(contact))
  ) {
    io.err(
      'PORT is een getal van 0 tot en met 65535, SCHAALSPRONG_FUTURES een getal vanaf 1, SCHAALSPRONG_CONTACT een adres met mailto:, https:// of tel:, SCHAALSPRONG_ADDRESS een adres als https://cijfers.example.org, SCHAALSPRONG_SHARES een getal van 0 tot en met 1000000, SCHAALSPRONG_CHANGES 0 of 1.',
    );
    io.err(
      'PORT is a number from 0 to 65535, SCHAALSPRONG_FUTURES a number from 1, SCHAALSPRONG_CONTACT an address with mailto:, https:// or tel:, SCHAALSPRONG_ADDRESS an address like https://figures.example.org, SCHAALSPRONG_SHARES a number from 0 to 1000000, SCHAALSPRONG_CHANGES 0 or 1.',
    );
    return 2;
  }

  const { regionDir } = settings;
  if (!statSync(regionDir, { throwIfNoEntry: false })?.isDirectory()) {
    io.err(
      `Er is geen map ${regionDir}. Verwacht: een regiomap met region.yaml. Zet SCHAALSPRONG_REGION op zo'n map.`,
    );
    io.err(
      `There is no folder ${regionDir}. Expected: a region folder with region.yaml. Set SCHAALSPRONG_REGION to one.`,
    );
    return 3;
  }

  let server: Server;
  try {
    server = await createServer({
      ...settings,
      futures: futures ?? settings.futures,
      contact,
      address,
      store: settings.store ?? placeIn(env, settings.dataDir ?? null),
      shares: settings.shares ?? sharesIn(env, settings.dataDir ?? null, most),
      snapshots: settings.snapshots ?? snapshotsIn(env, settings.dataDir ?? null, changes),
      edit: env.SCHAALSPRONG_EDIT === '1',
      log: io.err,
    });
  } catch (error) {
    const nl = explainFault(error, 'nl');
    if (nl === null) throw error;
    const en = explainFault(error, 'en') ?? [];
    io.err('De inhoud klopt niet; er wordt niets getoond.');
    for (const line of firstFaults(nl, 'nl')) io.err(line);
    io.err('\nThe content is at fault; nothing is served.');
    for (const line of firstFaults(en, 'en')) io.err(line);
    return 3;
  }

  const host = env.HOST || '127.0.0.1';
  for (let candidate = port ?? firstPort; ; candidate++) {
    try {
      const { address, editing } = await server.listen({ port: candidate, host });
      io.out(`Schaalsprong staat op ${address}  (stoppen: Ctrl-C)`);
      io.out(`Schaalsprong is at ${address}/en  (stop: Ctrl-C)`);
      for (const line of editingLines(editing, env.SCHAALSPRONG_EDIT === '1', host)) io.out(line);
      return server;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      // An explicit PORT must not fall back to another one.
      if (code === 'EADDRINUSE' && port === undefined && candidate < firstPort + tries) continue;
      await server.close();
      io.err(
        `Kan niet luisteren op ${host}:${candidate} (${code || String(error)}). Kies een andere PORT of HOST.`,
      );
      io.err(
        `Cannot listen on ${host}:${candidate} (${code || String(error)}). Choose another PORT or HOST.`,
      );
      return 4;
    }
  }
}

/** Whether pages can save into the region folder, and how to let them. */
function editingLines(editing: boolean, asked: boolean, host: string): readonly string[] {
  if (editing) {
    return [
      'Bewerken staat aan: de pagina’s kunnen in de regiomap opslaan.',
      'Editing is on: the pages can save into the region folder.',
    ];
  }
  return asked
    ? [
        `Bewerken blijft uit: ${host} is ook voor andere computers te bereiken. Zet HOST op 127.0.0.1.`,
        `Editing stays off: other machines can reach ${host} too. Set HOST to 127.0.0.1.`,
      ]
    : [
        'Bewerken staat uit. In de regiomap opslaan kan met SCHAALSPRONG_EDIT=1.',
        'Editing is off. To save into the region folder, set SCHAALSPRONG_EDIT=1.',
      ];
}

/** Where the environment has data kept: a PostgreSQL server, else a folder; null where neither is there. */
function dataIn(
  env: ServeIo['env'],
  dataDir: string | null,
): { readonly databaseUrl: string } | { readonly folder: string } | null {
  const { DATABASE_URL: databaseUrl, SCHAALSPRONG_DATA: dataFolder } = env;
  if (databaseUrl !== undefined && databaseUrl !== '') return { databaseUrl };
  const folder = dataFolder === undefined || dataFolder === '' ? dataDir : resolve(dataFolder);
  return folder === null ? null : { folder };
}

/** The place of one kind of data. */
const placeOf = (
  data: NonNullable<ReturnType<typeof dataIn>>,
  folder: 'monitor' | 'shares' | 'snapshots',
): StoreSettings => ('folder' in data ? { folder: join(data.folder, folder) } : data);

/** Where fetched statistics are kept: the same place as `schaalsprong ingest` writes to. */
function placeIn(env: ServeIo['env'], dataDir: string | null): StorePlace | null {
  const data = dataIn(env, dataDir);
  return data === null ? null : storePlace(placeOf(data, 'monitor'));
}

/**
 * Where shared settings are kept. On a PostgreSQL server unless the operator says 0; in a folder only where a number is asked for, since
 * the database in the process takes a gigabyte while it is open.
 */
function sharesIn(
  env: ServeIo['env'],
  dataDir: string | null,
  asked: number | undefined,
): ServerSettings['shares'] {
  const data = dataIn(env, dataDir);
  if (data === null) return null;
  const most = asked ?? ('folder' in data ? 0 : usualShares);
  return most === 0 ? null : { place: new SharesThread(placeOf(data, 'shares')), most };
}

/**
 * Where states of the standing are kept, unless the operator says 0: on a PostgreSQL server, or as a file in the folder. Where 1 is said
 * it is the database in the process, as before there was a file.
 */
function snapshotsIn(
  env: ServeIo['env'],
  dataDir: string | null,
  asked: number | undefined,
): SnapshotPlace | null {
  const data = dataIn(env, dataDir);
  if (data === null || asked === 0) return null;
  if (asked === undefined && 'folder' in data) return fileSnapshots(join(data.folder, 'states.jsonl'));
  return snapshotPlace(placeOf(data, 'snapshots'));
}

/** The public origin; undefined if unset, null if invalid. */
function originOf(text: string | undefined): string | undefined | null {
  if (text === undefined || text === '') return undefined;
  const url = URL.parse(text);
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && url.href.replace(/\/$/, '') === url.origin;
  return isOrigin ? url.origin : null;
}

/** An integer of the environment; undefined if unset, null if invalid or out of range. */
function number(text: string | undefined, min: number, max: number): number | undefined | null {
  if (text === undefined || text === '') return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}

/**
 * Graceful shutdown on SIGINT and SIGTERM; the second signal exits immediately.
 *
 * @param server what to stop
 */
export function stopOnSignal(server: Server): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
