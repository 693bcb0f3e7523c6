import { routes } from '@schaalsprong/wire';
import { type Body, jsonBody } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, sendBody } from '../http/send.ts';
import { remembering, unknown } from '../monitor/routes.ts';
import type { MonitorView } from '../monitor/view.ts';
import { type Current, lastOf } from '../server-state.ts';
import { mapAnswers } from './answers.ts';

/** Routes of the maps: what they can show, and the figures of one of these. */
export function addMap(router: Router, current: Current): void {
  const answers = lastOf((view: MonitorView) => mapAnswers(view));
  const bodies = remembering<Body>();
  const now = () => answers(current().monitor.view());

  router.read(routes.map, (request, reply) => {
    const made = now();
    return sendBody(
      request,
      reply,
      bodies(made, '', () => jsonBody(made.list)),
    );
  });

  router.read(routes.mapValues, (request, reply) => {
    const made = now();
    const what = parameter(request, 'id');
    const values = made.values(what);
    if (values === null) {
      const known = made.list.items.map(({ id }) => id);
      return unknown(request, reply, 'kaart-onbekend', { what, known });
    }
    return sendBody(
      request,
      reply,
      bodies(made, what, () => jsonBody(values)),
    );
  });
}
