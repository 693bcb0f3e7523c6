import { type BackTestResponse, type BoundariesResponse, Day, routes, Year } from '@schaalsprong/wire';
import { nearest } from '@schaalsprong/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Body, jsonBody, jsonType } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, queryOf, sendBody, sendProblem } from '../http/send.ts';
import { type Current, lastOf } from '../server-state.ts';
import { backTestCount } from './back-test.ts';
import type { MonitorView } from './view.ts';

/** Whether a text is a day that exists, `2024-01-31`. */
export const isDay = (text: string): boolean => Day.safeParse(text).success;

/** Cached answers per object, least recently used first out: requests for ever other ones cannot fill the memory. */
const mostKept = 64;

/** Memoizes what is made of an object, per key, as long as the object lives; a promise that rejects is not kept. */
export function remembering<T>(): (of: object, key: string, make: () => T) => T {
  const all = new WeakMap<object, Map<string, T>>();
  return (of, key, make) => {
    const made = all.get(of) ?? new Map<string, T>();
    all.set(of, made);
    const known = made.get(key) ?? make();
    made.delete(key);
    made.set(key, known);
    if (known instanceof Promise) {
      known.catch(() => {
        if (made.get(key) === known) made.delete(key);
      });
    }
    const [oldest] = made.keys();
    if (made.size > mostKept && oldest !== undefined) made.delete(oldest);
    return known;
  };
}

/** Routes of the statistics, the back-test and boundaries. */
export function addMonitorApi(router: Router, current: Current): void {
  const bodies = remembering<Body>();
  const ofAnswer = (answer: object): Body => bodies(answer, '', () => jsonBody(answer));
  const view = (): MonitorView => current().monitor.view();

  router.read(routes.monitor, (request, reply) => sendBody(request, reply, ofAnswer(view().list())));

  router.read(routes.indicator, (request, reply) => {
    const day = queryOf(routes.indicator, request, 'bekendOp');
    if (day !== null && !isDay(day)) return sendProblem(request, reply, 'dag-onjuist', { what: day });
    const now = view();
    const made = day === null ? now.madeAnswer(parameter(request, 'id')) : null;
    if (made !== null) {
      return sendBody(
        request,
        reply,
        bodies(made, '', () => new Body(jsonType, made.bytes, made.tag)),
      );
    }
    const answer = now.indicator(parameter(request, 'id'), day);
    return answer === null
      ? unknownIndicator(now, request, reply)
      : sendBody(request, reply, ofAnswer(answer));
  });

  router.read(routes.backTest, (request, reply) =>
    sendBody(request, reply, ofAnswer(current().monitor.backTest())),
  );

  const countOf = lastOf((answer: BackTestResponse) => jsonBody(backTestCount(answer)));
  router.read(routes.backTestCount, (request, reply) =>
    sendBody(request, reply, countOf(current().monitor.backTest())),
  );

  router.read(routes.boundaries, (request, reply) => {
    const asked = queryOf(routes.boundaries, request, 'jaar');
    if (asked !== null && !Year.safeParse(asked).success) {
      return sendProblem(request, reply, 'jaar-onjuist', { what: asked });
    }
    const { boundaries } = view().kept;
    const found = asked === null ? boundaries[0] : boundaries.find(({ year }) => year === Number(asked));
    const body = found === undefined ? none : bodies(found, '', () => boundariesBody(found));
    return sendBody(request, reply, body);
  });
}

const boundariesBody = (boundaries: BoundariesResponse['boundaries']): Body =>
  jsonBody({ boundaries } satisfies BoundariesResponse);
const none = boundariesBody(null);

/** 404 for an indicator, with suggestions. */
export function unknownIndicator(
  view: MonitorView,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return unknown(request, reply, 'indicator-onbekend', {
    what: parameter(request, 'id'),
    known: view.region.byId.indicators.keys(),
  });
}

/** 404 for a name, with the nearest known ones. */
export function unknown(
  request: FastifyRequest,
  reply: FastifyReply,
  code: 'indicator-onbekend' | 'gebied-onbekend' | 'kaart-onbekend',
  { what, known }: { readonly what: string; readonly known: Iterable<string> },
): FastifyReply {
  const near = nearest(what, known);
  const offer = (words: string): string => (near.length === 0 ? '' : ` ${words} ${near.join(', ')}?`);
  const values = { what, near: { nl: offer('Bedoelt u'), en: offer('Do you mean') } };
  return sendProblem(request, reply, code, values, { nearest: near });
}
