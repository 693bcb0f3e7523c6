import { FuturesError } from '@schaalsprong/methods/problems';
import { StoreError } from '@schaalsprong/store/problems';
import { expectedIn, type FieldProblem, placeOf, routes, ShareBody, TableBody } from '@schaalsprong/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { jsonBody, jsonType } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, queryOf, sendBody, sendProblem } from '../http/send.ts';
import type { Current } from '../server-state.ts';
import { stopping } from '../stopping.ts';
import { TableBusy } from './session.ts';
import { isShared } from './shares.ts';

/** Body limit: a question names every measure and some assumptions. */
const largest = 32 * 1024;
/** Maximum number of validation errors in a response. */
const mostFaults = 20;

type Issue = Parameters<typeof expectedIn>[0];

/** A field of a request that does not have the expected form. */
function ofIssue(issue: Issue): FieldProblem {
  const where = placeOf(issue);
  const expected = expectedIn(issue);
  return {
    code: 'TABLE_FIELD',
    where,
    message: {
      nl: where === '' ? 'De vraag heeft niet de verwachte velden.' : `Het veld ${where} klopt niet.`,
      en: where === '' ? 'The question lacks the expected fields.' : `The field ${where} is not right.`,
    },
    hint: { nl: `Verwacht: ${expected.nl}.`, en: `Expected: ${expected.en}.` },
  };
}

/** Route that computes a setting of the policy table for API clients. */
export function addTable(router: Router, current: Current): void {
  const { path } = routes.table;
  router.app.post(path, { bodyLimit: largest }, async (request, reply) => {
    const body = TableBody.safeParse(request.body);
    if (!body.success) {
      const problems = body.error.issues.slice(0, mostFaults).map(ofIssue);
      return sendProblem(request, reply, 'tafel-onvolledig', {}, { problems });
    }
    const gone = new AbortController();
    // Abort when the client disconnects.
    reply.raw.once('close', () => {
      if (!reply.raw.writableEnded) gone.abort(stopping);
    });
    const values = queryOf(routes.table, request, 'values') === '1';
    try {
      const answer = await current().table.answer(body.data, values, gone.signal);
      return reply.header('cache-control', 'no-store').type(jsonType).send(JSON.stringify(answer));
    } catch (error) {
      if (gone.signal.aborted) return reply;
      if (error instanceof TableBusy) {
        return sendProblem(request, reply.header('retry-after', '2'), 'tafel-bezet');
      }
      if (!(error instanceof FuturesError)) throw error;
      const problems = error.problems.map(({ code, path: where, message, hint }) => ({
        code,
        where,
        message,
        hint,
      }));
      return sendProblem(request, reply, 'tafel-onjuist', {}, { problems });
    }
  });
  router.refuseOthers(path, ['POST'], (request, reply, allow) => {
    sendProblem(request, reply, 'bewerken-methode', { what: request.method, allow });
  });
}

/** Routes of shared settings of the policy table: whether they are kept, keeping one, and reading one. */
export function addShares(router: Router, current: Current): void {
  const { path } = routes.keepShare;
  const unreachable = (request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply => {
    if (!(error instanceof StoreError)) throw error;
    // Of the place only the code: it names folders and users of the machine.
    current().log(`shared settings: ${error.message}`);
    return sendProblem(request, reply, 'delen-onbereikbaar', { code: ` (${error.problems[0].code})` });
  };
  router.app.get(path, (request, reply) => {
    const { shares } = current();
    shares?.prepare();
    return sendBody(
      request,
      reply,
      jsonBody(shares === null ? { keeps: false, most: 0 } : { keeps: true, most: shares.most }),
    );
  });
  router.app.post(path, { bodyLimit: largest }, async (request, reply) => {
    const { shares, agenda } = current();
    if (shares === null) return sendProblem(request, reply, 'delen-uit');
    const body = ShareBody.safeParse(request.body);
    if (!body.success) {
      const problems = body.error.issues.slice(0, mostFaults).map(ofIssue);
      return sendProblem(request, reply, 'delen-onvolledig', {}, { problems });
    }
    if (!isShared(body.data.shared)) return sendProblem(request, reply, 'delen-onjuist');
    try {
      const kept = await shares.keep(agenda.region.id, body.data.shared);
      if ('id' in kept) {
        return reply.header('cache-control', 'no-store').type(jsonType).send(JSON.stringify(kept));
      }
      return kept.refused === 'full'
        ? sendProblem(request, reply, 'delen-vol', { most: shares.most })
        : sendProblem(request, reply.header('retry-after', '60'), 'delen-te-vaak');
    } catch (error) {
      return unreachable(request, reply, error);
    }
  });
  router.refuseOthers(path, ['GET', 'HEAD', 'POST'], (request, reply, allow) => {
    sendProblem(request, reply, 'bewerken-methode', { what: request.method, allow });
  });
  router.read(routes.share, async (request, reply) => {
    const id = parameter(request, 'id');
    try {
      const shared = await current().shares?.find(id);
      if (shared === null || shared === undefined) {
        return sendProblem(request, reply, 'gedeeld-onbekend', { what: id.slice(0, 60) });
      }
      return sendBody(request, reply, jsonBody({ id, shared }));
    } catch (error) {
      return unreachable(request, reply, error);
    }
  });
}
