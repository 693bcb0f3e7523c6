import type { Fill } from '@schaalsprong/agenda';
import {
  type AgendaResponse,
  isPage,
  type KnownIds,
  type SourcesResponse,
  type StandingResponse,
} from '@schaalsprong/wire';
import { apiVersion, openApi } from '@schaalsprong/wire/openapi';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import Fastify from 'fastify';
import type { Asset, Assets } from './assets.ts';
import { type Audited, auditCsv, auditJson, auditMarkdown, auditResponse } from './audit.ts';
import { Body, jsonBody } from './body.ts';
import { claimsCsv, standingCsv, standingJson, targetCsv, treeCsv } from './downloads.ts';
import type { Get } from './get.ts';
import { securityHeaders } from './headers.ts';
import { addMonitorApi, type MonitorContent } from './monitor/routes.ts';
import { addMonitorTaking } from './monitor/taking.ts';
import { accepts, chooseEncoding, matchesTag } from './negotiate.ts';
import { type ProblemCode, problem } from './problems.ts';
import { addEditing, type Editing } from './proposals-routes.ts';
import { securityTxt } from './security-txt.ts';
import type { Tafel } from './tafel.ts';
import { addTafel } from './tafel-routes.ts';
import { targetResponse, targetsResponse } from './targets.ts';

/** What the app answers with. All of it is loaded and checked before the app exists. */
export interface AppContent {
  readonly agenda: AgendaResponse;
  readonly sources: SourcesResponse;
  /** The text of the model, as the region wrote it. */
  readonly modelText: string;
  readonly known: KnownIds;
  /** Null where the web app has not been built. */
  readonly assets: Assets | null;
  /** Where a weakness is reported, a mailto: or https: address; null where the operator has set none. */
  readonly contact: string | null;
  /** The audit of the claims, made once; rejected where it failed. */
  audit(): Promise<Audited>;
  /** Computes settings of the policy table. */
  readonly tafel: Tafel;
  /** What the statistics say. */
  readonly monitor: MonitorContent;
  /** The standing now; the same object as long as it is unchanged. */
  standing(): StandingResponse;
  /** Saving into the region folder; null where the server never does. */
  readonly editing?: Editing | null;
  /** The app that answers in the place of this one, once the region has changed. */
  readonly instead?: () => FastifyInstance | null;
  /** Takes one line for the operator. */
  log(line: string): void;
}

const reading: readonly string[] = ['GET', 'HEAD'];
const json = 'application/json';
const csvType = 'text/csv; charset=utf-8';
const markdownType = 'text/markdown; charset=utf-8';

/**
 * The web application: API, downloads, pages. It listens nowhere yet.
 *
 * @param content what it answers with
 */
export function buildApp(content: AppContent): FastifyInstance {
  const app = Fastify({
    logger: false,
    // A large body is refused early; the few addresses that read one say how large it may be.
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    frameworkErrors: (_error, request, reply) => {
      setHeaders(request, reply);
      sendProblem(request, reply, 'verzoek-onjuist');
    },
    clientErrorHandler: (_error, socket) => {
      if (!socket.writable) return;
      const body = JSON.stringify(problem('verzoek-onjuist', '/'));
      const head = Object.entries({
        ...securityHeaders,
        'content-type': 'application/problem+json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        connection: 'close',
      });
      socket.end(
        `HTTP/1.1 400 Bad Request\r\n${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`,
      );
    },
  });

  app.addHook('onRequest', async (request, reply) => {
    const instead = content.instead?.() ?? null;
    if (instead !== null) {
      reply.hijack();
      instead.routing(request.raw, reply.raw);
      return;
    }
    setHeaders(request, reply);
  });

  app.setErrorHandler((error, request, reply) => {
    const status =
      typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status === 413) return sendProblem(request, reply, 'verzoek-te-groot');
    if (status >= 400 && status < 500) return sendProblem(request, reply, 'verzoek-onjuist');
    content.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return sendProblem(request, reply, 'interne-fout');
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, 'niet-gevonden', { what: pathOf(request) }),
  );

  const get = reader(app);
  addApi(get, content);
  addDownloads(get, content);
  const sending = { get, sendBody, sendProblem, parameter };
  addMonitorApi(sending, content.monitor);
  addMonitorTaking(sending, content.monitor, content.contact);
  addEditing(app, content.editing ?? null, sendProblem);
  addTafel(app, content.tafel, sendProblem);
  addPages(get, content);
  return app;
}

/** Addresses that can be read, and say so to whoever tries something else. */
function reader(app: FastifyInstance): Get {
  const others = app.supportedMethods.filter((method) => !reading.includes(method)) as HTTPMethods[];

  return (url, mediaType, answer) => {
    app.get(url, async (request, reply) => {
      if (mediaType !== '' && !accepts(request.headers.accept, mediaType)) {
        return sendProblem(request, reply, 'niet-leverbaar', { what: mediaType });
      }
      return answer(request, reply);
    });
    app.route({
      method: others,
      url,
      // Before a body is read or judged: the method is what is wrong.
      onRequest: (request, reply) => {
        const allow = reading.join(', ');
        sendProblem(request, reply.header('allow', allow), 'methode-niet-toegestaan', {
          what: request.method,
          allow,
        });
      },
      handler: () => undefined,
    });
  };
}

/** Everything under /v1. */
function addApi(get: Get, content: AppContent): void {
  const agenda = jsonBody(content.agenda);
  const sources = jsonBody(content.sources);
  const description = jsonBody(
    openApi(content.contact, {
      target: content.agenda.targets[0]?.id ?? null,
      indicator: content.agenda.indicators[0]?.id ?? null,
    }),
  );
  const ofStanding = lastOf(content.standing, jsonBody);
  const ofTargets = lastOf(content.standing, (standing) =>
    jsonBody(targetsResponse(content.agenda, standing)),
  );
  const targetBodies = new Map<string, () => Body>();
  for (const { id } of content.agenda.targets) {
    targetBodies.set(
      id,
      lastOf(content.standing, (standing) =>
        jsonBody(targetResponse(content.agenda, content.sources, standing, id)),
      ),
    );
  }

  get('/v1/agenda', json, (request, reply) => sendBody(request, reply, agenda));
  get('/v1/bronnen', json, (request, reply) => sendBody(request, reply, sources));
  get('/v1/openapi.json', json, (request, reply) => sendBody(request, reply, description));
  get('/v1/stand', json, (request, reply) => sendBody(request, reply, ofStanding()));
  get('/v1/doelen', json, (request, reply) => sendBody(request, reply, ofTargets()));
  const ofAudit = once(async () => jsonBody(auditResponse(await content.audit())));
  get('/v1/tegenspraken', json, async (request, reply) => sendBody(request, reply, await ofAudit()));
  get('/v1/doelen/:id', json, (request, reply) => {
    const id = parameter(request, 'id');
    const body = targetBodies.get(id);
    return body
      ? sendBody(request, reply, body())
      : sendProblem(request, reply, 'doelstelling-onbekend', { what: id });
  });
}

/** Files to take away, and security.txt. */
function addDownloads(get: Get, content: AppContent): void {
  const claims = new Body(csvType, claimsCsv(content.sources));
  const tree = new Body(csvType, treeCsv(content.agenda));
  get('/bronnen/agenda.csv', 'text/csv', (request, reply) => sendBody(request, reply, tree, 'agenda.csv'));
  get('/bronnen/beweringen.csv', 'text/csv', (request, reply) =>
    sendBody(request, reply, claims, 'beweringen.csv'),
  );

  const model = new Body('text/plain; charset=utf-8', content.modelText);
  const modelName = content.sources.model.file.split('/').at(-1) ?? 'model.mdl';
  get('/bronnen/model.mdl', 'text/plain', (request, reply) => sendBody(request, reply, model, modelName));

  addAuditDownloads(get, content);

  const whenComputed = (
    url: string,
    mediaType: string,
    name: (request: FastifyRequest) => string,
    make: (request: FastifyRequest, standing: ComputedStanding) => Body | null,
  ): void =>
    get(url, mediaType, (request, reply) => {
      const standing = content.standing();
      if (standing.state === 'failed') {
        return reply
          .code(standing.problem.status)
          .type('application/problem+json; charset=utf-8')
          .send(JSON.stringify({ ...standing.problem, instance: pathOf(request) }));
      }
      if (standing.state === 'running') {
        const what = `${standing.done}/${standing.of}`;
        return sendProblem(request, reply.header('retry-after', '2'), 'nog-niet-berekend', { what });
      }
      const body = make(request, standing);
      return body
        ? sendBody(request, reply, body, name(request))
        : sendProblem(request, reply, 'doelstelling-onbekend', { what: parameter(request, 'id') });
    });

  whenComputed(
    '/stand.json',
    json,
    () => 'stand.json',
    (_request, { detail }) => new Body('application/json; charset=utf-8', standingJson(detail.assessment)),
  );
  whenComputed(
    '/stand.csv',
    'text/csv',
    () => 'stand.csv',
    (_request, { detail }) => new Body(csvType, standingCsv(detail.assessment)),
  );
  whenComputed(
    '/doelen/:id(^[a-z0-9-]+).csv',
    'text/csv',
    (request) => `${parameter(request, 'id')}.csv`,
    (request, { detail }) => {
      const id = parameter(request, 'id');
      return content.known.targets.has(id) ? new Body(csvType, targetCsv(id, detail, content.sources)) : null;
    },
  );

  get('/.well-known/security.txt', 'text/plain', (request, reply) => {
    const text = securityTxt(content.contact, new Date());
    return text === null
      ? sendProblem(request, reply, 'niet-gevonden', { what: pathOf(request) })
      : sendBody(request, reply, new Body('text/plain; charset=utf-8', text));
  });
}

/** The audit as files: for programs, as a table, and as a document; the words of the last two in either language. */
function addAuditDownloads(get: Get, content: AppContent): void {
  const file = (url: string, mediaType: string, type: string, make: (audited: Audited) => string): void => {
    const body = once(async () => new Body(type, make(await content.audit())));
    const name = url.slice(url.lastIndexOf('/') + 1);
    get(url, mediaType, async (request, reply) => sendBody(request, reply, await body(), name));
  };
  file('/tegenspraken.json', json, 'application/json; charset=utf-8', auditJson);
  for (const [lang, prefix] of [
    ['nl', ''],
    ['en', '/en'],
  ] as const) {
    file(`${prefix}/tegenspraken.csv`, 'text/csv', csvType, (audited) => auditCsv(audited, lang));
    file(`${prefix}/tegenspraken.md`, 'text/markdown', markdownType, (audited) =>
      auditMarkdown(audited, lang),
    );
  }
}

/** The web app: its files, its pages, and what stands at an address that does not exist. */
function addPages(get: Get, content: AppContent): void {
  get('/*', '', (request, reply) => {
    const path = pathOf(request);
    if (path.startsWith('/v1/') || path === '/v1') {
      return sendProblem(request, reply, 'niet-gevonden', { what: path });
    }
    if (content.assets === null) return sendProblem(request, reply, 'webapp-ontbreekt');
    const file = content.assets.files.get(path);
    if (file) return sendAsset(request, reply, file);
    const page = content.assets.page[path === '/en' || path.startsWith('/en/') ? 'en' : 'nl'];
    if (isPage(path, content.known)) return sendAsset(request, reply, page);
    const bare = path.slice(0, -1);
    if (path.endsWith('/') && bare.startsWith('/') && isPage(bare, content.known)) {
      return reply.redirect(bare, 308);
    }
    // A person gets the page that explains it, a program the problem; both get the status.
    if (accepts(request.headers.accept, 'text/html') && !path.startsWith('/assets/')) {
      return sendAsset(request, reply.code(404), page);
    }
    return sendProblem(request, reply, 'niet-gevonden', { what: path });
  });
}

type ComputedStanding = Extract<StandingResponse, { state: 'ready' }>;

/** Makes something when it is first asked, and never again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Makes something from the standing once, and again only when the standing has become another object. */
function lastOf<T>(standing: () => StandingResponse, make: (standing: StandingResponse) => T): () => T {
  let last: { readonly from: StandingResponse; readonly made: T } | undefined;
  return () => {
    const now = standing();
    if (last?.from !== now) last = { from: now, made: make(now) };
    return last.made;
  };
}

function pathOf(request: FastifyRequest): string {
  const [path = '/'] = request.url.split('?');
  return path;
}

function parameter(request: FastifyRequest, name: string): string {
  const { params } = request;
  if (typeof params !== 'object' || params === null) return '';
  const value: unknown = Reflect.get(params, name);
  return typeof value === 'string' ? value : '';
}

function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(securityHeaders);
  const path = pathOf(request);
  if (path.startsWith('/v1')) reply.header('api-version', apiVersion);
  // Open data: everybody may read it from anywhere, and nothing is read with a cookie.
  if (path.startsWith('/v1') || /\.(csv|json|md|mdl|png|svg|ttl|zip)$/.test(path)) {
    reply.header('access-control-allow-origin', '*');
  }
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  values: Readonly<Record<string, Fill>> = {},
  more: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const body = { ...problem(code, pathOf(request), values), ...more };
  return reply
    .code(body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

function sendBody(request: FastifyRequest, reply: FastifyReply, body: Body, fileName?: string): FastifyReply {
  reply
    .header('etag', body.tag)
    .header('cache-control', 'no-cache')
    .header('vary', 'Accept, Accept-Encoding');
  if (matchesTag(request.headers['if-none-match'], body.tag)) return reply.code(304).send();
  if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`);
  const { encoding, bytes } = body.encoded(chooseEncoding(request.headers['accept-encoding']));
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.type(body.type).send(bytes);
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  reply
    .header('etag', asset.tag)
    .header('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    .header('vary', 'Accept-Encoding');
  if (reply.statusCode === 200 && matchesTag(request.headers['if-none-match'], asset.tag)) {
    return reply.code(304).send();
  }
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const bytes = asset.encoded[encoding];
  if (bytes) reply.header('content-encoding', encoding);
  return reply.type(asset.type).send(bytes ?? asset.bytes);
}
