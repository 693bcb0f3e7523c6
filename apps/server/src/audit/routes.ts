import { type Download, downloads, routes } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { aboutTable, lastTable, unitByRow } from '../http/about.ts';
import { Body, jsonBody, jsonType, markdownType } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { sendBody } from '../http/send.ts';
import { type Current, perState } from '../server-state.ts';
import { type Audited, auditCsv, auditJson, auditMarkdown, auditResponse } from './answers.ts';

/** Whether the numbers of the agenda agree: for programs, as a table, and as a document. */
export function addAudit(router: Router, current: Current): void {
  const answer = perState(current, async (state) => jsonBody(auditResponse(await state.audit())));
  router.read(routes.audit, async (request, reply) => sendBody(request, reply, await answer()));

  const file = (
    download: Download,
    type: string,
    make: (audited: Audited, lang: 'nl' | 'en') => string,
  ): void => {
    const made = (lang: 'nl' | 'en') =>
      perState(current, async (state) => new Body(type, make(await state.audit(), lang)));
    const bodies = { nl: made('nl'), en: made('en') };
    const name = download.path.slice(1);
    router.file(download, async (request, reply, lang) =>
      sendBody(request, reply, await bodies[lang](), name),
    );
  };
  file(downloads.auditJson, jsonType, auditJson);
  file(downloads.auditMarkdown, markdownType, auditMarkdown);

  const tables = {
    nl: lastTable((audited: Audited, about) => auditCsv(audited, 'nl', about)),
    en: lastTable((audited: Audited, about) => auditCsv(audited, 'en', about)),
  };
  router.file(downloads.auditCsv, async (request, reply, lang) => {
    const about = { title: pageTitle('conflicts'), unit: unitByRow, page: '/tegenspraken' };
    const body = tables[lang](await current().audit(), aboutTable(request, current(), lang, about));
    return sendBody(request, reply, body, downloads.auditCsv.path.slice(1));
  });
}
