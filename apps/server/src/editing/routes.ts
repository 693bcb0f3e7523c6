import { expectedIn, type FieldProblem, placeOf, type Route, routes } from '@schaalsprong/wire';
import type { Text } from '@schaalsprong/words';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Router } from '../http/register.ts';
import { sendProblem } from '../http/send.ts';
import type { Current } from '../server-state.ts';
import type { Editing } from './editing.ts';
import { JudgementsBody, ProposalsBody, type RegionEditor, type Saved, VerdictsBody } from './save.ts';

/** Body limit: a long document has some thousands of figures of half a kilobyte each. */
const largest = 8 * 1024 * 1024;
const methods = ['GET', 'HEAD', 'POST'];

/** Whether a host name or address is a loopback one. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127(\.\d{1,3}){3}\]?)$/i.test(host);

/** Headers that a proxy adds. */
const addedByProxy = /^(via|forwarded|x-real-ip|x-forwarded-.*)$/;

/** What of a request says who made it. */
export interface Origin {
  readonly headers: FastifyRequest['headers'];
  readonly raw: { readonly httpVersion: string };
}

/**
 * Whether a request came straight to an address of this machine: no proxy passed it on. A proxy with default settings (nginx) adds no
 * header but speaks HTTP/1.0, which no browser does.
 */
export function isLocal({ headers, raw }: Origin): boolean {
  const isProxied = raw.httpVersion === '1.0' || Object.keys(headers).some((name) => addedByProxy.test(name));
  return !isProxied && isLoopback((headers.host ?? '').replace(/:\d+$/, ''));
}

/**
 * Whether a request was made by a page of this server itself. The host that was asked must be this machine, since otherwise a foreign
 * name that resolves to it (DNS rebinding) would count as our own. A request through a proxy is refused: its client is unknown. Every browser that can open the pages sends
 * `Sec-Fetch-Site` to an address of this machine.
 */
export function isOwn({ headers, raw }: Origin): boolean {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (!isLocal({ headers, raw })) return false;
  const isBrowser = (headers['user-agent'] ?? '').includes('Mozilla/');
  if (site === undefined ? isBrowser : site !== 'same-origin') return false;
  return origin === `http://${host}`;
}

/**
 * The routes that save: off unless `editing.on()`. They are no part of the open data, and are not described as such:
 * only the pages of this server use them.
 */
export function addEditing(router: Router, current: Current): void {
  const editing = (): Editing | null => current().editing ?? null;
  const on = (): boolean => editing()?.on() ?? false;
  const save = <T>(
    { path }: Route,
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
    router.app.get(path, { onRequest: answerable }, () => ({ editing: on() }));
    router.app.post(path, { onRequest: answerable, bodyLimit: largest }, async (request, reply) => {
      const body = schema.safeParse(request.body);
      const editor = editing()?.editor;
      if (!body.success || editor === undefined) {
        const problems = (body.error?.issues ?? []).slice(0, 20).map(ofIssue);
        return sendProblem(request, reply, 'bewerken-onvolledig', {}, { problems });
      }
      const saved = await into(editor, body.data);
      return saved.saved
        ? saved
        : sendProblem(request, reply, 'niet-opgeslagen', {}, { problems: saved.problems });
    });
    router.refuseOthers(path, methods, (request, reply, allow) => {
      sendProblem(request, reply.removeHeader('access-control-allow-origin'), 'bewerken-methode', {
        what: request.method,
        allow,
      });
    });
  };
  save(routes.saveProposals, ProposalsBody, (editor, body) => editor.proposals(body));
  save(routes.saveVerdicts, VerdictsBody, (editor, body) => editor.verdicts(body));
  save(routes.saveJudgements, JudgementsBody, (editor, body) => editor.judgements(body));
}

/** A field of a request that does not have the expected form. */
function ofIssue(issue: z.core.$ZodIssue): FieldProblem {
  const where = placeOf(issue);
  const message: Text = {
    nl: where === '' ? 'Het verzoek heeft niet de verwachte velden.' : `Het veld ${where} klopt niet.`,
    en: where === '' ? 'The request does not have the expected fields.' : `The field ${where} is not right.`,
  };
  const expected = expectedIn(issue);
  return {
    code: 'SAVE_FIELD',
    where,
    message,
    hint: { nl: `Verwacht: ${expected.nl}.`, en: `Expected: ${expected.en}.` },
  };
}
