import { municipalitiesIn } from '@schaalsprong/agenda';
import { routes } from '@schaalsprong/wire';
import { jsonBody } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, sendBody, sendProblem } from '../http/send.ts';
import type { MonitorView } from '../monitor/view.ts';
import { type Current, lastOf, perState } from '../server-state.ts';
import { Municipalities } from './answers.ts';

/** Routes of the municipalities of the region. */
export function addMunicipalities(router: Router, current: Current): void {
  const codes = perState(
    current,
    ({ agenda }) => new Set<string>(municipalitiesIn(agenda.areas).map(({ code }) => code)),
  );
  router.things('municipalities', () => codes());

  const made = perState(current, () =>
    lastOf((view: MonitorView) => {
      const municipalities = new Municipalities(view);
      return { municipalities, list: lastOf(() => jsonBody(municipalities.list)) };
    }),
  );
  router.read(routes.municipalities, (request, reply) => {
    const view = current().monitor.view();
    return sendBody(request, reply, made()(view).list(view));
  });
  router.read(routes.municipality, (request, reply) => {
    const code = parameter(request, 'code');
    const state = current();
    const answer = made()(state.monitor.view()).municipalities.of(code, {
      agenda: state.agenda,
      links: state.links,
      standing: state.standing(),
    });
    return answer === null
      ? sendProblem(request, reply, 'gemeente-onbekend', { what: code })
      : sendBody(request, reply, jsonBody(answer));
  });
}
