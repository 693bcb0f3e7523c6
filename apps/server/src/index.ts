import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import type { RegionFiles } from '@schaalsprong/agenda';
import { filesWith } from '@schaalsprong/agenda/documents';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { backTest } from '@schaalsprong/futures/back-test';
import { createWorkerPool, openAudited } from '@schaalsprong/futures/node';
import type { FastifyInstance } from 'fastify';
import { type AppContent, buildApp } from './app.ts';
import { readAssets } from './assets.ts';
import { agendaResponse, knownIds, sourcesResponse } from './content.ts';
import { BackTesting } from './monitor/back-test.ts';
import type { Kept } from './monitor/kept.ts';
import { Monitor, type StorePlace } from './monitor/snapshot.ts';
import { type Editing, isLoopback } from './proposals-routes.ts';
import { RegionEditor } from './proposals-save.ts';
import { Standing } from './standing.ts';
import { Tafel } from './tafel.ts';

/** Milliseconds that running answers get to finish when the server stops. */
const grace = 2000;

/** Milliseconds between two looks whether a command has changed the statistics that are kept. */
const lookEvery = 10_000;

/** What a server serves, from where, and how much it computes. */
export interface ServerSettings {
  /** The region folder. */
  readonly regionDir: string;
  /** The built web app; without an index.html in it, pages say that it is not built. */
  readonly webDir: string;
  /** Where computed standings are kept; null keeps nothing. */
  readonly cacheDir: string | null;
  /** Futures to compute; by default those of the region. */
  readonly futures?: number | undefined;
  /** By default that of the region. */
  readonly seed?: number | undefined;
  /** Worker threads; by default one less than the processors, so that pages keep being served. */
  readonly threads?: number | undefined;
  /** Futures of the first, quick answer. */
  readonly quickFutures?: number | undefined;
  /** Let the pages save into the region folder, where the server listens to this machine only. Off by default. */
  readonly edit?: boolean | undefined;
  /** Where a weakness is reported: a mailto:, https: or tel: address. */
  readonly contact?: string | null | undefined;
  /** `https://example.org`: where others find the server; by default what each request says. */
  readonly address?: string | null | undefined;
  /** Where fetched statistics are kept; null or nothing shows those of the region folder only. */
  readonly store?: StorePlace | null | undefined;
  /** The clock; by default that of the machine. */
  readonly now?: (() => Date) | undefined;
  /** Takes one line for the operator. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A server of one region that is loaded and checked. */
export interface Server {
  /** For tests: `app.inject`. */
  readonly app: FastifyInstance;
  /** Settles when the standing is computed and what is kept is read, or they have failed. */
  settled(): Promise<void>;
  /** Settles when the model has looked back with the figures of now, or has failed to. */
  lookedBack(): Promise<void>;
  /**
   * Starts to listen and to compute.
   *
   * @param at port 0 takes any that is free
   * @throws the error of the network, `EADDRINUSE` for a port that is taken
   */
  listen(at: {
    readonly port: number;
    readonly host: string;
  }): Promise<{ readonly address: string; readonly port: number; readonly editing: boolean }>;
  /** Stops to listen, lets running answers finish, and stops the work. */
  close(): Promise<void>;
}

/**
 * A server of one region. All content is loaded and checked, and the model compiled and tried, before there is a server:
 * nothing half-loaded is ever served.
 *
 * @param settings where everything is
 * @throws what `openRegion` throws for bad content
 */
export async function createServer(settings: ServerSettings): Promise<Server> {
  const log = settings.log ?? (() => undefined);
  let onLoopback = false;
  const editing: Editing = {
    on: () => (settings.edit ?? false) && onLoopback,
    editor: new RegionEditor({
      folder: settings.regionDir,
      files: () => readRegionFolder(settings.regionDir),
      async prepare(writes) {
        const next = await openServed(filesWith(readRegionFolder(settings.regionDir), writes), {
          ...settings,
          log,
          editing,
          instead: () => null,
          shown: now.monitor.current().kept,
        });
        await next.app.ready();
        return { use: () => replace(next), drop: () => void next.stop().catch(reported) };
      },
    }),
  };
  const reported = (error: unknown): void =>
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const first: Served = await openServed(readRegionFolder(settings.regionDir), {
    ...settings,
    log,
    editing,
    // The first app listens, and hands on what it hears once another has taken its place.
    instead: () => (now === first ? null : now.app),
    shown: null,
  });
  let now = first;
  const stopping: Promise<void>[] = [];
  let started = false;
  const replace = (next: Served): void => {
    const before = now;
    now = next;
    if (started) next.start();
    // The first app goes on listening: only its work ends.
    stopping.push((before === first ? before.rest() : before.stop()).catch(reported));
  };
  const { app } = first;
  return {
    app,
    async settled() {
      await Promise.all([now.standing.settled(), now.monitor.settled()]);
    },
    lookedBack: () => now.backTesting.settled(),
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
      // Who sends half a request and waits must not keep the server from stopping.
      const patience = setTimeout(() => app.server.closeAllConnections(), grace);
      try {
        await Promise.all([...new Set([first, now])].map((served) => served.stop()));
        await Promise.all(stopping);
      } finally {
        clearTimeout(patience);
      }
    },
  };
}

/** One state of the region, and everything that is served from it. */
interface Served {
  readonly app: FastifyInstance;
  readonly standing: Standing;
  readonly monitor: Monitor;
  readonly backTesting: BackTesting;
  /** Starts to compute, and to read what is kept. */
  start(): void;
  /** Stops the work, and answers on. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

async function openServed(
  files: RegionFiles,
  settings: ServerSettings &
    Required<Pick<AppContent, 'editing' | 'instead' | 'log'>> & {
      /** Statistics that were shown before, so that they do not vanish while they are read again. */
      readonly shown: Kept | null;
    },
): Promise<Served> {
  const { log } = settings;
  const stop = new AbortController();
  const { region, model, input, audit } = await openAudited(files, stop.signal);
  // The standing is worth having without it; whoever asks for the audit itself is told.
  const audited = audit.catch((error: unknown) => {
    if (!stop.signal.aborted) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return null;
  });
  const standing = new Standing({
    region,
    model,
    audit: audited,
    futures: settings.futures ?? region.assessment.futures,
    seed: settings.seed ?? region.assessment.seed,
    threads: settings.threads ?? Math.max(1, availableParallelism() - 1),
    quickFutures: settings.quickFutures ?? 150,
    cacheDir: settings.cacheDir,
    log,
  });
  const threads = settings.threads ?? Math.max(1, availableParallelism() - 1);
  const tafel = new Tafel({ region, model, threads });
  const monitor = await Monitor.create({
    region,
    place: settings.store ?? null,
    before: settings.shown,
    now: settings.now ?? (() => new Date()),
    every: lookEvery,
    log,
  });
  const futures = settings.futures ?? region.assessment.futures;
  const seed = settings.seed ?? region.assessment.seed;
  const backTesting = new BackTesting({
    facts: () => monitor.current().history,
    depends: { ...region.hashes, futures, seed },
    cacheDir: settings.cacheDir,
    log,
    async run(facts, signal) {
      // One thread is enough for what nobody waits for, and leaves the others to the table.
      const runner = createWorkerPool({ model, threads: 1 });
      try {
        return await backTest({ region, model, runner, facts, futures, seed, signal });
      } finally {
        await runner.close();
      }
    },
  });
  const agenda = agendaResponse(region);
  const sources = sourcesResponse(region, model);
  const app = buildApp({
    agenda,
    sources,
    modelText: region.model.text,
    known: knownIds(agenda, sources),
    assets: readAssets(settings.webDir),
    contact: settings.contact ?? null,
    audit: async () => ({ report: await audit, input }),
    standing: () => standing.current(),
    monitor: {
      address: settings.address ?? null,
      view: () => monitor.current(),
      backTest: () => backTesting.current(),
    },
    tafel,
    editing: settings.editing,
    instead: settings.instead,
    log,
  });
  const rest = async (): Promise<void> => {
    stop.abort();
    await Promise.all([standing.close(), monitor.close(), backTesting.close(), tafel.close(), audited]);
  };
  return {
    app,
    standing,
    monitor,
    backTesting,
    start: () => {
      standing.start();
      monitor.start();
      // After the standing, which people wait for, and with all figures that are kept.
      void Promise.all([standing.settled(), monitor.settled()]).then(() => backTesting.start());
    },
    rest,
    stop: async () => {
      await Promise.all([app.close(), rest()]);
    },
  };
}

function isAddress(value: AddressInfo | string | null): value is AddressInfo {
  return typeof value === 'object' && value !== null;
}
