import { FuturesError } from '@schaalsprong/methods/problems';
import { expectedIn, type FieldProblem, placeOf, routes, TableBody } from '@schaalsprong/wire';
import { jsonType } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { queryOf, sendProblem } from '../http/send.ts';
import type { Current } from '../server-state.ts';
import { stopping } from '../stopping.ts';
import { TableBusy } from './session.ts';

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
