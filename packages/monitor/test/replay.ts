import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { arcgis, type ReplaySupplyArea, syntheticLayers } from './replay-arcgis.ts';
import { cbsV3, cbsV3Catalogue } from './replay-cbs-v3.ts';
import { cbsV4 } from './replay-cbs-v4.ts';
import { duo, type ReplayDuoFile, syntheticDuo } from './replay-duo.ts';
import {
  eurostat,
  pdok,
  type ReplayDataset,
  type ReplayFeature,
  syntheticDatasets,
  syntheticFeatures,
} from './replay-others.ts';
import { type ReplayTable, replayTables } from './replay-tables.ts';
import { notFound, type Reply } from './reply.ts';

export type { ReplaySupplyArea } from './replay-arcgis.ts';
export { duoRow, type ReplayDuoFile } from './replay-duo.ts';
export type { ReplayDataset, ReplayFeature } from './replay-others.ts';
export { replayAsSeen } from './replay-seen.ts';
export type { ReplayCode, ReplayTable } from './replay-tables.ts';

/** How an answer goes wrong. */
export type ReplayFault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** the connection breaks after so many bytes; with `ranges` the server can go on from there */
  | { readonly kind: 'cut'; readonly after: number; readonly ranges: boolean }
  /** a page for people, with status 200 */
  | { readonly kind: 'page' }
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'body'; readonly body: string }
  /** so many bytes at a time, with a pause before each */
  | { readonly kind: 'drip'; readonly bytes: number; readonly pause: number }
  /** never an answer */
  | { readonly kind: 'silence' };

/** A server on this machine that answers as the statistics offices do, from what they once answered. */
export interface Replay {
  readonly address: string;
  /** environment variables that lead the connectors here */
  readonly environment: Readonly<Record<string, string>>;
  /** tables of the statistics office by id, to change */
  readonly tables: Record<string, ReplayTable>;
  /** synthetic datasets in the shape of Eurostat, to change */
  readonly datasets: Record<string, ReplayDataset>;
  /** synthetic boundaries, to change */
  readonly features: ReplayFeature[];
  /** synthetic files in the shape of DUO, by dataset, to change */
  readonly duo: Record<string, ReplayDuoFile[]>;
  /** synthetic layers in the shape of the capacity map, to change */
  readonly layers: Record<string, ReplaySupplyArea[]>;
  /** files by name, served under `/files/NAME` */
  readonly files: Record<string, { readonly type: string; readonly body: string }>;
  /** path and query of every request, decoded, in order */
  readonly requests: string[];
  /** headers of every request, beside `requests` */
  readonly headers: Record<string, string | string[] | undefined>[];
  /** Lets the next `times` requests whose path and query match go wrong; by default all that come. */
  fault(match: RegExp, fault: ReplayFault, times?: number): void;
  /** Ends all faults. */
  heal(): void;
  stop(): Promise<void>;
}

/** Options of the replay server. */
export interface ReplayOptions {
  /** cells on a page; the office has 100,000 */
  readonly pageSize?: number;
}

/** Starts a replay server on 127.0.0.1, at a free port. */
export async function startReplay({ pageSize = 100 }: ReplayOptions = {}): Promise<Replay> {
  const tables = replayTables();
  const datasets = syntheticDatasets();
  const features = syntheticFeatures();
  const duoFiles = syntheticDuo();
  const layers = syntheticLayers();
  const files: Replay['files'] = {};
  const requests: string[] = [];
  const headers: Replay['headers'] = [];
  let faults: { match: RegExp; fault: ReplayFault; left: number }[] = [];

  function answer(url: URL, accept: string): Reply {
    const [, service = '', ...path] = decodeURIComponent(url.pathname).split('/');
    const base = `${url.origin}/${service}`;
    const request = { base, path, query: url.searchParams, pageSize, accept };
    if (service === 'cbs') return cbsV4(tables, request);
    if (service === 'cbs-v3') return cbsV3(tables, request);
    if (service === 'ODataCatalog') return cbsV3Catalogue(tables);
    if (service === 'eurostat') return eurostat(datasets, request);
    if (service === 'pdok') return pdok(features, request);
    if (service === 'duo') return duo(duoFiles, request);
    if (service === 'arcgis') return arcgis(layers, request);
    const file = service === 'files' ? files[path.join('/')] : undefined;
    if (file !== undefined) return { status: 200, ...file };
    return notFound;
  }

  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const asked = decodeURIComponent(`${url.pathname}${url.search}`);
    requests.push(asked);
    headers.push(request.headers);
    const hit = faults.find(({ match, left }) => left > 0 && match.test(asked));
    if (hit !== undefined) hit.left--;
    const fault = hit?.fault;
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'status') {
      const after = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
      response.writeHead(fault.status, { 'content-type': 'text/plain', ...after });
      response.end('fault on demand');
      return;
    }
    const given = answer(url, request.headers.accept ?? '');
    const page = '<!doctype html><title>Onderhoud</title><p>De dienst is even niet bereikbaar.</p>';
    const body = Buffer.from(
      fault?.kind === 'page' ? page : fault?.kind === 'body' ? fault.body : given.body,
      'utf8',
    );
    const type = fault?.kind === 'page' ? 'text/html' : fault?.kind === 'type' ? fault.type : given.type;
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    const ranges = fault?.kind !== 'cut' || fault.ranges;
    if (given.status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
    const from = ranges && range !== null && request.headers['if-range'] === etag ? Number(range[1]) : 0;
    const part = body.subarray(from);
    response.writeHead(from > 0 ? 206 : given.status, {
      'content-type': type,
      'content-length': part.length,
      ...(given.status === 200 ? { etag } : {}),
      ...(ranges ? { 'accept-ranges': 'bytes' } : {}),
      ...(from > 0 ? { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` } : {}),
    });
    if (fault?.kind === 'cut') {
      // Closed and not reset: a reset would take bytes away that had come in.
      response.write(part.subarray(0, fault.after), () => response.socket?.end());
      return;
    }
    if (fault?.kind === 'drip') {
      for (let at = 0; at < part.length && !response.destroyed; at += fault.bytes) {
        await wait(fault.pause);
        response.write(part.subarray(at, at + fault.bytes));
      }
    } else response.write(part);
    response.end();
  }

  const server = createServer((request, response) => {
    reply(request, response).catch((error: unknown) => {
      response.writeHead(400, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    environment: {
      SCHAALSPRONG_CBS: `${address}/cbs`,
      SCHAALSPRONG_CBS_V3: `${address}/cbs-v3`,
      SCHAALSPRONG_EUROSTAT: `${address}/eurostat`,
      SCHAALSPRONG_PDOK: `${address}/pdok`,
      SCHAALSPRONG_DUO: `${address}/duo`,
      SCHAALSPRONG_ARCGIS: `${address}/arcgis`,
    },
    tables,
    datasets,
    features,
    duo: duoFiles,
    layers,
    files,
    requests,
    headers,
    fault: (match, fault, times = Number.POSITIVE_INFINITY) => faults.push({ match, fault, left: times }),
    heal: () => {
      faults = [];
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
