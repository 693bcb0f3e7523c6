import type { Duplex } from 'node:stream';
import { apiVersion } from '@schaalsprong/wire/openapi';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import { rooms } from '../rooms.ts';
import type { Current } from '../served.ts';
import { securityHeaders } from './headers.ts';
import { type ProblemCode, problem } from './problems.ts';
import { Router } from './register.ts';
import { pathOf, sendProblem } from './send.ts';

/**
 * The web application: API, downloads, pages. It listens nowhere yet.
 *
 * @param current what it answers with, asked for at every request: a save replaces it
 */
export function buildApp(current: Current): FastifyInstance {
  const app = Fastify({
    logger: false,
    // A large body is refused early; the few addresses that read one say how large it may be.
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    http: {
      // By default Node looks every 30 s for requests that take too long, so that a slow one would hold on for a minute.
      connectionsCheckingInterval: 5_000,
      // Node would answer a request without Host itself, without our headers.
      requireHostHeader: false,
    },
    frameworkErrors: (_error, request, reply) => {
      setHeaders(request, reply);
      sendProblem(request, reply, 'verzoek-onjuist');
    },
    clientErrorHandler: (_error, socket) => refuse(socket, '400 Bad Request', 'verzoek-onjuist'),
  });
  // These two never reach Fastify.
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
  for (const add of rooms) add(router, current);
  return app;
}

/** Answers on a bare socket, with the headers of every other answer, and closes it. */
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

/** Whether a request names one host, as HTTP/1.1 asks: a proxy and a server may each take another of two. */
function hasOneHost({ raw }: FastifyRequest): boolean {
  const hosts = raw.rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;
  return hosts === 1 || (hosts === 0 && raw.httpVersion === '1.0');
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
