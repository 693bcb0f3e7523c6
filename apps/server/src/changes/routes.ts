import { type ChangesResponse, downloads, routes } from '@schaalsprong/wire';
import { formatNumber } from '@schaalsprong/words';
import { Body, jsonBody } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { baseOf, sendBody } from '../http/send.ts';
import { type Current, lastOf } from '../server-state.ts';
import { changesFeed } from './feed.ts';

/** Routes of what changed: as JSON for the page, and as a feed. */
export function addChanges(router: Router, current: Current): void {
  const body = lastOf((answer: ChangesResponse) => jsonBody(answer));
  router.read(routes.changes, (request, reply) => sendBody(request, reply, body(current().changes())));

  router.file(downloads.changesFeed, (request, reply, lang) => {
    const { changes, agenda, monitor } = current();
    const { title, units } = agenda.region;
    const text = changesFeed({
      changes: changes(),
      title,
      lang,
      base: baseOf(request, monitor.address),
      show: (value, unit) => formatNumber(value, unit, lang, units),
    });
    return sendBody(request, reply, new Body('application/atom+xml; charset=utf-8', text));
  });
}
