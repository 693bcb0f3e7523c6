import { nearest } from '@schaalsprong/agenda';
import type { BackTestResponse, BoundariesResponse } from '@schaalsprong/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Body, jsonBody } from '../body.ts';
import type { Get } from '../get.ts';
import type { SendProblem } from '../proposals-routes.ts';
import type { MonitorView } from './view.ts';

/** What the pages on statistics are answered from. */
export interface MonitorContent {
  /** `https://example.org`: where the server can be found from elsewhere; null takes what each request says. */
  readonly address: string | null;
  /** What the statistics say now: the same object as long as nothing has changed. */
  view(): MonitorView;
  /** How the model would have done: the same object as long as nothing has changed. */
  backTest(): BackTestResponse;
}

/** How answers are sent, the same for every address. */
export interface Sending {
  readonly get: Get;
  readonly sendProblem: SendProblem;
  readonly sendBody: (
    request: FastifyRequest,
    reply: FastifyReply,
    body: Body,
    fileName?: string,
  ) => FastifyReply;
  /** A path parameter of a request, the empty string where there is none. */
  readonly parameter: (request: FastifyRequest, name: string) => string;
}

const json = 'application/json';

/** A query key of a request; null where it is not there. */
export function queryOf(request: FastifyRequest, name: string): string | null {
  const { query } = request;
  if (typeof query !== 'object' || query === null) return null;
  const value: unknown = Reflect.get(query, name);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A day that exists, `2024-01-31`. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/** Answers made from one object that are kept, the last asked ones: nobody can fill the memory by asking for ever other ones. */
const mostKept = 64;

/** Keeps what was made of an object, per key, until another object takes its place. */
export function remembering<T>(): (of: object, key: string, make: () => T) => T {
  const all = new WeakMap<object, Map<string, T>>();
  return (of, key, make) => {
    const made = all.get(of) ?? new Map<string, T>();
    all.set(of, made);
    const known = made.get(key) ?? make();
    made.delete(key);
    made.set(key, known);
    const [oldest] = made.keys();
    if (made.size > mostKept && oldest !== undefined) made.delete(oldest);
    return known;
  };
}

/** The addresses of the monitor under /v1. */
export function addMonitorApi(sending: Sending, content: MonitorContent): void {
  const { get, sendBody, sendProblem, parameter } = sending;
  const bodies = remembering<Body>();
  const ofAnswer = (answer: object): Body => bodies(answer, '', () => jsonBody(answer));

  get('/v1/indicatoren', json, (request, reply) => sendBody(request, reply, ofAnswer(content.view().list())));

  get('/v1/indicatoren/:id', json, (request, reply) => {
    const day = queryOf(request, 'bekendOp');
    if (day !== null && !isDay(day)) return sendProblem(request, reply, 'dag-onjuist', { what: day });
    const view = content.view();
    const answer = view.indicator(parameter(request, 'id'), day);
    return answer === null
      ? unknownIndicator(sending, view, request, reply)
      : sendBody(request, reply, ofAnswer(answer));
  });

  get('/v1/voorspelkracht', json, (request, reply) => sendBody(request, reply, ofAnswer(content.backTest())));

  get('/v1/grenzen', json, (request, reply) => {
    const asked = queryOf(request, 'jaar');
    if (asked !== null && !/^\d{4}$/.test(asked)) {
      return sendProblem(request, reply, 'jaar-onjuist', { what: asked });
    }
    const { boundaries } = content.view().kept;
    const found = asked === null ? boundaries[0] : boundaries.find(({ year }) => year === Number(asked));
    const body = found === undefined ? none : bodies(found, '', () => boundariesBody(found));
    return sendBody(request, reply, body);
  });
}

const boundariesBody = (boundaries: BoundariesResponse['boundaries']): Body =>
  jsonBody({ boundaries } satisfies BoundariesResponse);
const none = boundariesBody(null);

/** Says that there is no such indicator, and which ones were perhaps meant. */
export function unknownIndicator(
  { sendProblem, parameter }: Sending,
  view: MonitorView,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return unknown(sendProblem, request, reply, 'indicator-onbekend', {
    what: parameter(request, 'id'),
    known: view.region.byId.indicators.keys(),
  });
}

/** Says that something has no such name, and which names were perhaps meant. */
export function unknown(
  sendProblem: SendProblem,
  request: FastifyRequest,
  reply: FastifyReply,
  code: 'indicator-onbekend' | 'gebied-onbekend',
  { what, known }: { readonly what: string; readonly known: Iterable<string> },
): FastifyReply {
  const near = nearest(what, known);
  const offer = (words: string): string => (near.length === 0 ? '' : ` ${words} ${near.join(', ')}?`);
  const values = { what, near: { nl: offer('Bedoelt u'), en: offer('Do you mean') } };
  return sendProblem(request, reply, code, values, { nearest: near });
}
