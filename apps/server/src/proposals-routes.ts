import type { Fill } from '@schaalsprong/agenda';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type * as z from 'zod';
import type { ProblemCode } from './problems.ts';
import {
  JudgementsBody,
  ProposalsBody,
  type RegionEditor,
  type Saved,
  type SaveProblem,
  VerdictsBody,
} from './proposals-save.ts';

/** Saving into the region folder, for who runs the server on the own machine and asked for it. */
export interface Editing {
  /** Whether it was asked for, and nobody but this machine can reach the server. */
  on(): boolean;
  readonly editor: RegionEditor;
}

/** Sends a problem; `more` are fields besides those of every problem. */
export type SendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  values?: Readonly<Record<string, Fill>>,
  more?: Readonly<Record<string, unknown>>,
) => FastifyReply;

/** A long document has some thousands of figures of half a kilobyte each. */
const largest = 8 * 1024 * 1024;
const methods = ['GET', 'HEAD', 'POST'];

/** Addresses that save. */
export const savingPaths = ['/v1/voorstellen', '/v1/oordelen', '/v1/beoordelingen'] as const;

/** Names and addresses that only this machine answers to. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127(\.\d{1,3}){3}\]?)$/i.test(host);

/**
 * Whether a request was made by a page of this server itself. The name that it was asked under must be one of this
 * machine: else a foreign name that was pointed here would count as the own one. What came through another server is
 * refused: who sent it is not to be seen.
 */
export function isOwn({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return isLoopback(host.replace(/:\d+$/, '')) && origin === `http://${host}`;
}

/**
 * The addresses that save: off unless `editing.on()`. They are no part of the open data, and are not described as such:
 * only the pages of this server use them.
 */
export function addEditing(app: FastifyInstance, editing: Editing | null, sendProblem: SendProblem): void {
  const on = (): boolean => editing?.on() ?? false;
  const save = <T>(
    url: (typeof savingPaths)[number],
    schema: z.ZodType<T>,
    into: (editor: RegionEditor, body: T) => Promise<Saved>,
  ): void => {
    const answerable = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      // For this server's own pages only, reading included.
      reply.removeHeader('access-control-allow-origin').header('cache-control', 'no-store');
      if (request.method !== 'POST') return;
      if (!on()) return sendProblem(request, reply, 'bewerken-uit');
      if (!isOwn(request)) return sendProblem(request, reply, 'bewerken-vreemd');
      if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
        return sendProblem(request, reply, 'bewerken-geen-json');
      }
    };
    app.get(url, { onRequest: answerable }, () => ({ editing: on() }));
    app.post(url, { onRequest: answerable, bodyLimit: largest }, async (request, reply) => {
      const body = schema.safeParse(request.body);
      if (!body.success || editing === null) {
        const problems = (body.error?.issues ?? []).slice(0, 20).map(ofIssue);
        return sendProblem(request, reply, 'bewerken-onvolledig', {}, { problems });
      }
      const saved = await into(editing.editor, body.data);
      return saved.saved
        ? saved
        : sendProblem(request, reply, 'niet-opgeslagen', {}, { problems: saved.problems });
    });
    app.route({
      method: app.supportedMethods.filter((method) => !methods.includes(method)) as HTTPMethods[],
      url,
      onRequest: async (request, reply) => {
        const allow = methods.join(', ');
        return sendProblem(
          request,
          reply.removeHeader('access-control-allow-origin').header('allow', allow),
          'bewerken-methode',
          { what: request.method, allow },
        );
      },
      handler: () => undefined,
    });
  };
  save('/v1/voorstellen', ProposalsBody, (editor, body) => editor.proposals(body));
  save('/v1/oordelen', VerdictsBody, (editor, body) => editor.verdicts(body));
  save('/v1/beoordelingen', JudgementsBody, (editor, body) => editor.judgements(body));
}

/** What of a request is not as it should be; the words of the check itself are English only. */
function ofIssue({ path, message }: z.core.$ZodIssue): SaveProblem {
  const where = path.map(String).join('.');
  return {
    code: 'SAVE_FIELD',
    where,
    message: {
      nl: where === '' ? 'Het verzoek heeft niet de verwachte velden.' : `Het veld ${where} klopt niet.`,
      en:
        where === '' ? 'The request does not have the expected fields.' : `The field ${where} is not right.`,
    },
    hint: { nl: `Verwacht: ${message}.`, en: `Expected: ${message}.` },
  };
}
