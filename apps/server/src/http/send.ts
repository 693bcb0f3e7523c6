import type { Fill } from '@schaalsprong/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Body } from './body.ts';
import { chooseEncoding, matchesTag } from './negotiate.ts';
import { type ProblemCode, problem } from './problems.ts';

/** The path of a request, without its query. */
export function pathOf(request: FastifyRequest): string {
  const [path = '/'] = request.url.split('?');
  return path;
}

/** Public origin of the server: the configured one, else that of the request. */
export function baseOf(request: FastifyRequest, address: string | null): string {
  if (address !== null) return address;
  const host = /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i.test(request.host)
    ? request.host
    : 'localhost';
  return `${request.protocol}://${host}`;
}

const textOf = (from: unknown, name: string): string => {
  const value: unknown = typeof from === 'object' && from !== null ? Reflect.get(from, name) : '';
  return typeof value === 'string' ? value : '';
};

/** A path parameter of a request; the empty string where there is none. */
export const parameter = (request: FastifyRequest, name: string): string => textOf(request.params, name);

/** Names of the query parameters that a route or download knows. */
type QueryNames<R> = R extends { readonly query: readonly (infer N extends string)[] }
  ? N
  : R extends { readonly query: infer Q extends object }
    ? Extract<keyof Q, string>
    : never;

/** A query parameter that a route or download of the contract knows; null where it is absent or empty. */
export const queryOf = <R extends { readonly query?: object }>(
  _of: R,
  request: FastifyRequest,
  name: QueryNames<R>,
): string | null => {
  const value = textOf(request.query, name);
  return value === '' ? null : value;
};

/**
 * Sends a problem.
 *
 * @param values what fills the placeholders of its texts
 * @param more fields besides those of every problem
 */
export function sendProblem(
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

/** Sends a cached body, or 304 if the client has it (`If-None-Match`). */
export function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  body: Body,
  fileName?: string,
): FastifyReply | Promise<FastifyReply> {
  reply
    .header('etag', body.tag)
    .header('cache-control', 'no-cache')
    .header('vary', 'Accept, Accept-Encoding');
  if (matchesTag(request.headers['if-none-match'], body.tag)) return reply.code(304).send();
  if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`);
  const accepted = chooseEncoding(request.headers['accept-encoding']);
  const send = (): FastifyReply => {
    const { encoding, bytes } = body.encoded(accepted);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type(body.type).send(bytes);
  };
  const compressing = body.compressed(accepted);
  return compressing === null ? send() : compressing.then(send);
}
