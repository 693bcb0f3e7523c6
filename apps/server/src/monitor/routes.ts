import { nearest } from '@schaalsprong/agenda';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { BackTestResponse, BoundariesResponse } from '../api.ts';
import { type Body, jsonBody } from '../body.ts';
import type { Get } from '../get.ts';
import type { SendProblem } from '../proposals-routes.ts';
import type { MonitorView } from './view.ts';

/** What the pages on statistics are answered from. */
export interface MonitorContent {
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

/** Keeps what was made from an object until another one takes its place. */
export function perObject<O extends object, T>(
  make: (from: O, key: string) => T,
): (from: O, key?: string) => T {
  const made = new WeakMap<O, Map<string, T>>();
  return (from, key = '') => {
    const of = made.get(from) ?? new Map<string, T>();
    made.set(from, of);
    const known = of.get(key) ?? make(from, key);
    of.set(key, known);
    return known;
  };
}

/** The addresses of the monitor under /v1. */
export function addMonitorApi(sending: Sending, content: MonitorContent): void {
  const { get, sendBody, sendProblem, parameter } = sending;
  const ofList = perObject((view: MonitorView) => jsonBody(view.list()));
  const ofAnswer = perObject((answer: object) => jsonBody(answer));

  get('/v1/indicatoren', json, (request, reply) => sendBody(request, reply, ofList(content.view())));

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
    const answer: BoundariesResponse = { boundaries: found ?? null };
    return sendBody(request, reply, found === undefined ? jsonBody(answer) : ofBoundaries(found));
  });
  const ofBoundaries = perObject((boundaries: NonNullable<BoundariesResponse['boundaries']>) =>
    jsonBody({ boundaries } satisfies BoundariesResponse),
  );
}

/** Says that there is no such indicator, and which ones were perhaps meant. */
export function unknownIndicator(
  { sendProblem, parameter }: Sending,
  view: MonitorView,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const what = parameter(request, 'id');
  const near = nearest(what, view.region.byId.indicators.keys());
  const offer = (lang: 'nl' | 'en'): string =>
    near.length === 0 ? '' : `${{ nl: ' Bedoelt u ', en: ' Do you mean ' }[lang]}${near.join(', ')}?`;
  const values = { what, near: { nl: offer('nl'), en: offer('en') } };
  return sendProblem(request, reply, 'indicator-onbekend', values, { nearest: near });
}
