import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { linksTo, type RegionFiles } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { dependencies } from '@schaalsprong/futures';
import { backTest } from '@schaalsprong/futures/back-test';
import { openAudited } from '@schaalsprong/futures/node';
import { createWorkerPool } from '@schaalsprong/methods/node';
import type { Figures } from '@schaalsprong/monitor';
import type { SourcesResponse } from '@schaalsprong/wire';
import type { FastifyInstance } from 'fastify';
import { codeVersion } from './cache.ts';
import { Changes, type SnapshotPlace } from './changes/changes.ts';
import { Noting } from './changes/noting.ts';
import { snapshotOf } from './changes/snapshot.ts';
import type { Editing } from './editing/editing.ts';
import { isLoopback } from './editing/routes.ts';
import { RegionEditor } from './editing/save.ts';
import { buildApp } from './http/app.ts';
import { BackTesting } from './monitor/back-test.ts';
import type { StoreSnapshot } from './monitor/kept.ts';
import { Monitor, type StorePlace } from './monitor/snapshot.ts';
import { agendaResponse, knownIds, sourcesResponse } from './region/answers.ts';
import { lastOf, type ServerState } from './server-state.ts';
import { readAssets } from './site/assets.ts';
import { AssessmentJob } from './standing/job.ts';
import { stopping } from './stopping.ts';
import { TableSession } from './table/session.ts';
import { type SharePlace, Shares } from './table/shares.ts';

/** Milliseconds of grace for requests in flight at shutdown. */
const grace = 2000;

/** Poll interval in milliseconds for changes to the store by another process. */
const lookEvery = 10_000;

/** Paths, limits and options of a server. */
export interface ServerSettings {
  /** The region folder. */
  readonly regionDir: string;
  /** The built web app; without an index.html in it, pages say that it is not built. */
  readonly webDir: string;
  /** Cache folder for computed results; null disables the cache. */
  readonly cacheDir: string | null;
  /** Futures to compute; by default those of the region. */
  readonly futures?: number | undefined;
  /** By default that of the region. */
  readonly seed?: number | undefined;
  /** Worker threads; by default one less than the processors, so that pages keep being served. */
  readonly threads?: number | undefined;
  /** Futures of the preliminary answer. */
  readonly quickFutures?: number | undefined;
  /** Let the pages save into the region folder, where the server listens to this machine only. Off by default. */
  readonly edit?: boolean | undefined;
  /** Where a weakness is reported: a mailto:, https: or tel: address. */
  readonly contact?: string | null | undefined;
  /** `https://example.org`: where others find the server; by default what each request says. */
  readonly address?: string | null | undefined;
  /** The store of fetched statistics; without one only those of the region folder are shown. */
  readonly store?: StorePlace | null | undefined;
  /** Where shared settings of the policy table are kept, and how many; without one none are. Closed with the server. */
  readonly shares?: { readonly place: SharePlace; readonly most: number } | null | undefined;
  /** Where states of the standing are kept, to say what changed; without one none are. */
  readonly snapshots?: SnapshotPlace | null | undefined;
  /** The clock; by default that of the machine. */
  readonly now?: (() => Date) | undefined;
  /** Writes one line to the operator's log. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A server of one validated region. */
export interface Server {
  /** For tests: `app.inject`. */
  readonly app: FastifyInstance;
  /** Resolves when the standing is computed and the store is read, or these have failed. */
  settled(): Promise<void>;
  /** Resolves when the back-test with the current figures is done or has failed. */
  lookedBack(): Promise<void>;
  /** Looks now whether figures were ingested, as it does every few seconds; settles when they are shown. */
  look(): Promise<void>;
  /** Keeps the present state where states are kept, as it does by itself; settles when that is done or has failed. */
  noted(): Promise<void>;
  /**
   * Starts listening and computing.
   *
   * @param at port 0 takes any that is free
   * @throws the network error, such as `EADDRINUSE`
   */
  listen(at: {
    readonly port: number;
    readonly host: string;
  }): Promise<{ readonly address: string; readonly port: number; readonly editing: boolean }>;
  /** Graceful shutdown: stops listening, lets requests in flight finish, aborts background jobs. */
  close(): Promise<void>;
}

/**
 * Creates a server of one region. Fails fast: content is loaded and validated and the model compiled and run once before this resolves.
 *
 * @param settings where everything is
 * @throws what `openRegion` throws for bad content
 */
export async function createServer(settings: ServerSettings): Promise<Server> {
  const log = settings.log ?? (() => undefined);
  const reported = (error: unknown): void =>
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const clock = settings.now ?? (() => new Date());
  // Not of a version of the region: a save into the folder leaves the links as they are.
  const shares =
    settings.shares === null || settings.shares === undefined
      ? null
      : new Shares(settings.shares.place, settings.shares.most, () => clock().getTime());
  const changes = new Changes({ place: settings.snapshots ?? null, now: clock, log });
  let onLoopback = false;
  let started = false;
  const ending = new Set<Promise<void>>();
  const editing: Editing = {
    on: () => (settings.edit ?? false) && onLoopback,
    editor: new RegionEditor({
      folder: settings.regionDir,
      files: () => readRegionFolder(settings.regionDir),
      async prepare(files) {
        const next = await openState(files, {
          ...settings,
          log,
          editing,
          keeping: shares,
          changes,
          shown: now.monitor.current().kept,
        });
        return { use: () => replace(next), drop: () => void next.stop().catch(reported) };
      },
    }),
  };
  /** Swaps the state atomically; requests in flight keep the one they started with. */
  const replace = (next: LoadedRegion): void => {
    const before = now;
    now = next;
    if (started) next.start();
    const stopped = before.stop().catch(reported);
    ending.add(stopped);
    void stopped.then(() => ending.delete(stopped));
  };
  let now = await openState(readRegionFolder(settings.regionDir), {
    ...settings,
    log,
    editing,
    keeping: shares,
    changes,
    shown: null,
  });
  const app = buildApp(() => now.state);
  await app.ready();
  return {
    app,
    async settled() {
      await Promise.all([now.standing.settled(), now.monitor.settled()]);
    },
    lookedBack: () => now.backTesting.settled(),
    look: () => now.monitor.look(),
    noted: () => now.noting.note(),
    async listen({ port, host }) {
      await app.listen({ port, host });
      started = true;
      now.start();
      const bound = app.server.address();
      const taken = isAddress(bound) ? bound.port : port;
      onLoopback = isLoopback(host) && isAddress(bound) && isLoopback(bound.address);
      const name = host.includes(':') ? `[${host}]` : host;
      return { address: `http://${name}:${taken}`, port: taken, editing: editing.on() };
    },
    async close() {
      // A client that sends half a request and waits must not keep the server from stopping.
      const patience = setTimeout(() => app.server.closeAllConnections(), grace);
      try {
        await Promise.all([
          app.close().then(() => shares?.close()),
          now.stop(),
          changes.settled(),
          ...ending,
        ]);
      } finally {
        clearTimeout(patience);
      }
    },
  };
}

/** One version of the region: the state to answer from, and its background jobs. */
interface LoadedRegion {
  readonly state: ServerState;
  readonly standing: AssessmentJob;
  readonly monitor: Monitor;
  readonly backTesting: BackTesting;
  readonly noting: Noting;
  /** Starts the background jobs. */
  start(): void;
  /** Aborts the background jobs; results computed so far stay readable. */
  stop(): Promise<void>;
}

async function openState(
  files: RegionFiles,
  settings: ServerSettings &
    Required<Pick<ServerState, 'editing' | 'log'>> & {
      /** Statistics of the previous state, shown until the store has been read again. */
      readonly shown: StoreSnapshot | null;
      readonly keeping: Shares | null;
      readonly changes: Changes;
    },
): Promise<LoadedRegion> {
  const { log, cacheDir } = settings;
  const now = settings.now ?? (() => new Date());
  const stop = new AbortController();
  const { region, model, input, audit } = await openAudited(files, stop.signal);
  // The standing is worth having without the audit; a request for the audit itself gets the error.
  const audited = audit.catch((error: unknown) => {
    if (!stop.signal.aborted) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return null;
  });
  const threads = settings.threads ?? Math.max(1, availableParallelism() - 1);
  const futures = settings.futures ?? region.assessment.futures;
  const seed = settings.seed ?? region.assessment.seed;
  const table = new TableSession({ region, model, threads });
  const monitor = await Monitor.create({
    region,
    place: settings.store ?? null,
    before: settings.shown,
    now,
    every: lookEvery,
    log,
  });
  const standing = new AssessmentJob({
    region,
    model,
    audit: audited,
    futures,
    seed,
    threads,
    quickFutures: settings.quickFutures ?? 150,
    cacheDir,
    figures: () => monitor.figures(),
    log,
  });
  const backTesting = new BackTesting({
    facts: () => monitor.current().history,
    depends: { ...dependencies('backTest', region.domains), futures, seed },
    cacheDir,
    log,
    async run(facts, signal) {
      // A background job on one thread leaves the others to the policy table.
      const runner = createWorkerPool({ model, threads: 1 });
      try {
        return await backTest({ region, model, runner, facts, futures, seed, signal });
      } finally {
        await runner.close();
      }
    },
  });
  const agenda = agendaResponse(region);
  const sourcesWith = lastOf((figures: Figures) => sourcesResponse(region, model, figures));
  const sources = (): SourcesResponse => sourcesWith(monitor.figures());
  const knownIn = lastOf((of: SourcesResponse) => knownIds(agenda, of));
  const program = settings.changes.on ? codeVersion() : '';
  const noting = new Noting({
    changes: settings.changes,
    region: region.id,
    settled: () => Promise.all([standing.settled(), monitor.settled()]),
    standing: () => standing.current(),
    isRead: () => ['ready', 'region'].includes(monitor.current().kept.state),
    snapshot: ({ detail }) =>
      snapshotOf({
        agenda,
        sources: sources(),
        detail,
        figures: monitor.figures(),
        program,
        at: now(),
      }),
    every: lookEvery,
  });
  return {
    state: {
      agenda,
      links: linksTo(region),
      sources,
      modelText: region.model.text,
      known: () => knownIn(sources()),
      assets: readAssets(settings.webDir),
      contact: settings.contact ?? null,
      audit: async () => ({ report: await audit, input }),
      standing: () => standing.current(),
      monitor: {
        address: settings.address ?? null,
        view: () => monitor.current(),
        backTest: () => backTesting.current(),
      },
      table,
      shares: settings.keeping,
      changes: () => settings.changes.answer(),
      editing: settings.editing,
      log,
    },
    standing,
    monitor,
    backTesting,
    noting,
    start: () => {
      standing.start();
      monitor.start();
      // Lower priority than the standing, and needs all figures of the store.
      void Promise.all([standing.settled(), monitor.settled()]).then(() => backTesting.start());
      noting.start();
    },
    stop: async () => {
      stop.abort(stopping);
      noting.stop();
      await Promise.all([standing.close(), monitor.close(), backTesting.close(), table.close(), audited]);
    },
  };
}

function isAddress(value: AddressInfo | string | null): value is AddressInfo {
  return typeof value === 'object' && value !== null;
}
