import { downloads, routes } from '@schaalsprong/wire';
import { openApi } from '@schaalsprong/wire/openapi';
import { pageTitle } from '@schaalsprong/wire/pages';
import { aboutTable, lastTable, unitByRow } from '../http/about.ts';
import { Body, jsonBody } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { sendBody } from '../http/send.ts';
import { type Current, lastOf, perState } from '../server-state.ts';
import { claimsCsv, treeCsv } from './downloads.ts';

/** Kinds of things of the region that have a page of their own. */
const kinds = [
  'targets',
  'challenges',
  'claims',
  'uncertainties',
  'variables',
  'sources',
  'indicators',
] as const;

/** Routes of the agenda, its sources and the OpenAPI description. */
export function addRegion(router: Router, current: Current): void {
  for (const kind of kinds) router.things(kind, () => current().known()[kind]);

  const agenda = perState(current, (state) => jsonBody(state.agenda));
  const sources = lastOf(jsonBody);
  const description = perState(current, ({ contact, agenda: { targets, indicators } }) =>
    jsonBody(openApi(contact, { target: targets[0]?.id ?? null, indicator: indicators[0]?.id ?? null })),
  );
  router.read(routes.agenda, (request, reply) => sendBody(request, reply, agenda()));
  router.read(routes.sources, (request, reply) => sendBody(request, reply, sources(current().sources())));
  router.read(routes.description, (request, reply) => sendBody(request, reply, description()));

  const claims = lastTable(claimsCsv);
  const tree = lastTable(treeCsv);
  const model = perState(current, ({ modelText }) => new Body('text/plain; charset=utf-8', modelText));
  router.file(downloads.treeCsv, (request, reply, lang) => {
    const about = { title: pageTitle('tree'), unit: { nl: 'geen', en: 'none' }, page: '/bronnen/agenda' };
    const body = tree(current().agenda, aboutTable(request, current(), lang, about));
    return sendBody(request, reply, body, 'agenda.csv');
  });
  router.file(downloads.claimsCsv, (request, reply, lang) => {
    const about = { title: pageTitle('claims'), unit: unitByRow, page: '/bronnen/beweringen' };
    const body = claims(current().sources(), aboutTable(request, current(), lang, about));
    return sendBody(request, reply, body, 'beweringen.csv');
  });
  router.file(downloads.model, (request, reply) => {
    const name = current().sources().model.file.split('/').at(-1) ?? 'model.mdl';
    return sendBody(request, reply, model(), name);
  });
}
