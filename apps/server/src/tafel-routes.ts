import { FuturesError } from '@schaalsprong/futures';
import { TableBody } from '@schaalsprong/wire';
import type { FastifyInstance, HTTPMethods } from 'fastify';
import type { SendProblem } from './proposals-routes.ts';
import { type Tafel, TafelBusy } from './tafel.ts';

/** Address of the table. */
export const tablePath = '/v1/tafel';
/** A question names every measure and some assumptions: some kilobytes. */
const largest = 32 * 1024;

/** The address that computes a setting of the policy table, for whoever wants its numbers without a browser. */
export function addTafel(app: FastifyInstance, tafel: Tafel, sendProblem: SendProblem): void {
  app.post(tablePath, { bodyLimit: largest }, async (request, reply) => {
    const body = TableBody.safeParse(request.body);
    if (!body.success) {
      const problems = body.error.issues.slice(0, 20).map(({ path, message }) => {
        const where = path.map(String).join('.');
        return {
          code: 'TABLE_FIELD',
          where,
          message: {
            nl: where === '' ? 'De vraag heeft niet de verwachte velden.' : `Het veld ${where} klopt niet.`,
            en: where === '' ? 'The question lacks the expected fields.' : `The field ${where} is not right.`,
          },
          hint: { nl: `Verwacht: ${message}.`, en: `Expected: ${message}.` },
        };
      });
      return sendProblem(request, reply, 'tafel-onvolledig', {}, { problems });
    }
    const gone = new AbortController();
    // Who hangs up wants no answer.
    reply.raw.once('close', () => {
      if (!reply.raw.writableEnded) gone.abort(new Error('the client went'));
    });
    const { values } = request.query as { values?: unknown };
    try {
      const answer = await tafel.answer(body.data, values === '1', gone.signal);
      return reply
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer));
    } catch (error) {
      if (gone.signal.aborted) return reply;
      if (error instanceof TafelBusy) {
        return sendProblem(request, reply.header('retry-after', '2'), 'tafel-bezet');
      }
      if (!(error instanceof FuturesError)) throw error;
      const problems = error.problems.map(({ code, path, message, hint }) => ({
        code,
        where: path,
        message,
        hint,
      }));
      return sendProblem(request, reply, 'tafel-onjuist', {}, { problems });
    }
  });
  app.route({
    method: app.supportedMethods.filter((method) => method !== 'POST') as HTTPMethods[],
    url: tablePath,
    onRequest: async (request, reply) =>
      sendProblem(request, reply.header('allow', 'POST'), 'bewerken-methode', {
        what: request.method,
        allow: 'POST',
      }),
    handler: () => undefined,
  });
}
