import type { Duplex } from 'node:stream';
import { apiVersion } from '@schaalsprong/wire/openapi';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import { isLocal } from '../editing/routes.ts';
import * as rooms from '../rooms.ts';
import type { Current } from '../server-state.ts';
import { securityHeaders } from './headers.ts';
import { type ProblemCode, problem } from './problems.ts';
import { type Room, Router } from './register.ts';
import { pathOf, sendProblem } from './send.ts';

/**
 * Builds the Fastify app: API, downloads, pages. It does not listen yet.
 *
 * @param current returns the state to answer from, read at every request
 */
export function buildApp(current: Current): FastifyInstance {
  const app = Fastify({
    logger: false,
    // Strict default; the few routes with a larger body set their own limit.
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    http: {
      // Node checks `requestTimeout` only every 30 s by default, so a slow request could last a minute.
      connectionsCheckingInterval: 5_000,
      // Otherwise Node answers a request without Host itself, without the security headers.
      requireHostHeader: false,
    },
    frameworkErrors: (_error, request, reply) => {
      setHeaders(request, reply);
      sendProblem(request, reply, 'verzoek-onjuist');
    },
    clientErrorHandler: (_error, socket) => refuse(socket, '400 Bad Request', 'verzoek-onjuist'),
  });
  // Node handles these before Fastify sees them.
  app.server.on('connect', (_request, socket) => refuse(socket, '400 Bad Request', 'verzoek-onjuist'));
  app.server.on('checkExpectation', (_request, response) => {
    if (response.socket !== null) refuse(response.socket, '417 Expectation Failed', 'verzoek-onjuist');
  });

  app.addHook('onRequest', async (request, reply) => {
    setHeaders(request, reply);
    if (hasOneHost(request)) return;
    return sendProblem(request, reply, 'verzoek-onjuist');
  });

  app.setErrorHandler((error, request, reply) => {
    const status =
      typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status === 413) return sendProblem(request, reply, 'verzoek-te-groot');
    if (status >= 400 && status < 500) return sendProblem(request, reply, 'verzoek-onjuist');
    current().log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return sendProblem(request, reply, 'interne-fout');
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, 'niet-gevonden', { what: pathOf(request) }),
  );

  const router = new Router(app);
  for (const add of Object.values<Room>(rooms)) add(router, current);
  router.checkThings();
  return app;
}

/** Writes an error response with the security headers to a raw socket and closes it. */
function refuse(socket: Duplex, status: string, code: ProblemCode): void {
  if (!socket.writable) return;
  const body = JSON.stringify(problem(code, '/'));
  const head = Object.entries({
    ...securityHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  });
  socket.end(
    `HTTP/1.1 ${status}\r\n${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}`,
  );
}

/** HTTP/1.1 requires exactly one Host; of two, a proxy and this server might pick different ones. */
function hasOneHost({ raw }: FastifyRequest): boolean {
  const hosts = raw.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  return hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0');
}

function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(securityHeaders);
  const path = pathOf(request);
  if (path.startsWith('/v1')) reply.header('api-version', apiVersion);
  // Open data without credentials: CORS for every origin. Not on the machine of the reader: any site that somebody visits could fetch
  // an unpublished region from there.
  if (isLocal(request)) return;
  if (path.startsWith('/v1') || /\.(csv|json|md|mdl|png|svg|ttl|zip)$/.test(path)) {
    reply.header('access-control-allow-origin', '*');
  }
}
