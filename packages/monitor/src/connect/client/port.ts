/** A cached response, complete or partial. */
export interface KeptAnswer {
  readonly head: KeptHead;
  readonly bytes: Uint8Array;
  readonly whole: boolean;
}

/** Validators of a cached response. */
export interface KeptHead {
  readonly address: string;
  /** version of the table that the answer is of; empty where only the server can say */
  readonly version: string;
  readonly type: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Cache of responses between runs, so that an interrupted download resumes. */
export interface KeptAnswers {
  read(group: string, name: string): Promise<KeptAnswer | null>;
  /** Restarts a response, dropping its cached bytes. */
  start(group: string, name: string, head: KeptHead): Promise<void>;
  append(group: string, name: string, bytes: Uint8Array): Promise<void>;
  /** Marks the response complete. */
  finish(group: string, name: string): Promise<void>;
  /** Evicts all responses of a group. */
  clear(group: string): Promise<void>;
}

/** Dependencies of a connector: network, clock, randomness and cache. All requests go through `fetch`. */
export interface Port {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** milliseconds since 1970, UTC */
  readonly now: () => number;
  /** Sleeps; rejects with the reason of the signal when aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** from 0 up to, not including, 1 */
  readonly random: () => number;
  /** other base addresses, by the names of `baseNames` */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly kept?: KeptAnswers;
}

/** Waits by the clock of the machine. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** The port of a browser, or of Node without proxy. */
export const webPort = (environment: Port['environment'] = {}): Port => ({
  fetch: (address, init) => fetch(address, init),
  now: () => Date.now(),
  sleep,
  random: () => Math.random(),
  environment,
});

/** Usual base addresses, and the environment variable that puts another in its place. */
const bases = {
  'cbs-odata-v4': { name: 'SCHAALSPRONG_CBS', address: 'https://datasets.cbs.nl/odata/v1/CBS' },
  'cbs-odata-v3': { name: 'SCHAALSPRONG_CBS_V3', address: 'https://opendata.cbs.nl/ODataApi/odata' },
  eurostat: {
    name: 'SCHAALSPRONG_EUROSTAT',
    address: 'https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data',
  },
  pdok: { name: 'SCHAALSPRONG_PDOK', address: 'https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1' },
  arcgis: {
    name: 'SCHAALSPRONG_ARCGIS',
    address: 'https://services.arcgis.com/nSZVuSZjHpEZZbRo/ArcGIS/rest/services',
  },
  'duo-csv': { name: 'SCHAALSPRONG_DUO', address: 'https://onderwijsdata.duo.nl/api/3/action' },
} as const;
export type ServiceKind = keyof typeof bases;

/** Environment variables that hold another base address, by kind of source. */
export const baseNames = Object.fromEntries(
  Object.entries(bases).map(([kind, { name }]) => [kind, name]),
) as Readonly<Record<ServiceKind, string>>;

/**
 * Address under which the tables of a service stand, without a slash at its end: of the environment, else of sources.yaml, else
 * the usual one.
 */
export function baseOf(
  source: { readonly kind: ServiceKind; readonly address?: string | undefined },
  port: Pick<Port, 'environment'>,
): string {
  const { name, address } = bases[source.kind];
  const given = port.environment?.[name];
  return (given === undefined || given === '' ? (source.address ?? address) : given).replace(/\/+$/, '');
}
