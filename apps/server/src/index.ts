import type { AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { openAudited } from '@schaalsprong/futures/node';
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { readAssets } from './assets.ts';
import { agendaResponse, knownIds, sourcesResponse } from './content.ts';
import { Standing } from './standing.ts';

/** What a server serves, from where, and how much it computes. */
/** Milliseconds that running answers get to finish when the server stops. */
const grace = 2000;

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
  /** Where a weakness is reported: a mailto:, https: or tel: address. */
  readonly contact?: string | null | undefined;
  /** Takes one line for the operator. */
  readonly log?: ((line: string) => void) | undefined;
}

/** A server of one region that is loaded and checked. */
export interface Server {
  /** For tests: `app.inject`. */
  readonly app: FastifyInstance;
  /** Settles when the standing is computed, or has failed. */
  settled(): Promise<void>;
  /**
   * Starts to listen and to compute.
   *
   * @param at port 0 takes any that is free
   * @throws the error of the network, `EADDRINUSE` for a port that is taken
   */
  listen(at: {
    readonly port: number;
    readonly host: string;
  }): Promise<{ readonly address: string; readonly port: number }>;
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
  const stop = new AbortController();
  const { region, model, input, audit } = await openAudited(
    readRegionFolder(settings.regionDir),
    stop.signal,
  );
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
    log,
  });
  return {
    app,
    settled: () => standing.settled(),
    async listen({ port, host }) {
      await app.listen({ port, host });
      standing.start();
      const bound = app.server.address();
      const taken = isAddress(bound) ? bound.port : port;
      const name = host.includes(':') ? `[${host}]` : host;
      return { address: `http://${name}:${taken}`, port: taken };
    },
    async close() {
      // Who sends half a request and waits must not keep the server from stopping.
      const patience = setTimeout(() => app.server.closeAllConnections(), grace);
      try {
        stop.abort();
        await Promise.all([app.close(), standing.close(), audited]);
      } finally {
        clearTimeout(patience);
      }
    },
  };
}

function isAddress(value: AddressInfo | string | null): value is AddressInfo {
  return typeof value === 'object' && value !== null;
}
