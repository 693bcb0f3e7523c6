import { apiVersion } from '@schaalsprong/wire/openapi';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import { rooms } from '../rooms.ts';
import type { Current } from '../served.ts';
import { securityHeaders } from './headers.ts';
import { problem } from './problems.ts';
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

  app.addHook('onRequest', async (request, reply) => setHeaders(request, reply));

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

function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(securityHeaders);
  const path = pathOf(request);
  if (path.startsWith('/v1')) reply.header('api-version', apiVersion);
  // Open data: everybody may read it from anywhere, and nothing is read with a cookie.
  if (path.startsWith('/v1') || /\.(csv|json|md|mdl|png|svg|ttl|zip)$/.test(path)) {
    reply.header('access-control-allow-origin', '*');
  }
}
