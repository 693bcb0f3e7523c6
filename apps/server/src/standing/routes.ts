import {
  type AgendaResponse,
  type Download,
  downloads,
  routes,
  type StandingResponse,
} from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import type { Lang } from '@schaalsprong/words';
import type { FastifyRequest } from 'fastify';
import { aboutTable, lastTable, unitByRow } from '../http/about.ts';
import { Body, csvBody, jsonBody, jsonType } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, pathOf, sendBody, sendProblem } from '../http/send.ts';
import { type Current, lastOf, perState, type ServerState } from '../server-state.ts';
import { standingCsv, standingJson, targetCsv } from './downloads.ts';
import { targetResponse, targetsResponse } from './targets.ts';

type Computed = Extract<StandingResponse, { state: 'ready' }>;

/** The standing without the fans of parts of the region, which the pages of municipalities ask for themselves. */
function ofTheRegion({ outcomes }: AgendaResponse, standing: StandingResponse): StandingResponse {
  if (standing.state === 'failed' || standing.detail === null) return standing;
  const parts = new Set<string>(outcomes.flatMap(({ id, area }) => (area === undefined ? [] : [id])));
  if (parts.size === 0) return standing;
  const others = Object.fromEntries(Object.entries(standing.detail.others).filter(([id]) => !parts.has(id)));
  const detail = { ...standing.detail, others };
  return standing.state === 'ready' ? { ...standing, detail } : { ...standing, detail };
}

/** Routes of the standing: the agenda and each target, as JSON and CSV. */
export function addStanding(router: Router, current: Current): void {
  const bodies = perState(current, (state) => ({
    standing: lastOf((standing: StandingResponse) => jsonBody(ofTheRegion(state.agenda, standing))),
    targets: lastOf((standing: StandingResponse) => jsonBody(targetsResponse(state.agenda, standing))),
    target: new Map(
      state.agenda.targets.map(({ id }) => [
        id as string,
        lastOf((standing: StandingResponse) =>
          jsonBody(targetResponse(state.agenda, state.sources(), standing, id)),
        ),
      ]),
    ),
  }));

  router.read(routes.standing, (request, reply) =>
    sendBody(request, reply, bodies().standing(current().standing())),
  );
  router.read(routes.targets, (request, reply) =>
    sendBody(request, reply, bodies().targets(current().standing())),
  );
  router.read(routes.target, (request, reply) => {
    const id = parameter(request, 'id');
    const body = bodies().target.get(id);
    return body
      ? sendBody(request, reply, body(current().standing()))
      : sendProblem(request, reply, 'doelstelling-onbekend', { what: id });
  });

  addFiles(router, current);
}

function addFiles(router: Router, current: Current): void {
  const standings = lastTable(standingCsv);
  const whenComputed = (
    download: Download,
    name: (request: FastifyRequest) => string,
    make: (request: FastifyRequest, standing: Computed, state: ServerState, lang: Lang) => Body | null,
  ): void =>
    router.file(download, (request, reply, lang) => {
      const state = current();
      const standing = state.standing();
      if (standing.state === 'failed') {
        return reply
          .code(standing.problem.status)
          .type('application/problem+json; charset=utf-8')
          .send(JSON.stringify({ ...standing.problem, instance: pathOf(request) }));
      }
      if (standing.state === 'running') {
        const what = `${standing.done}/${standing.of}`;
        return sendProblem(request, reply.header('retry-after', '2'), 'nog-niet-berekend', { what });
      }
      const body = make(request, standing, state, lang);
      return body
        ? sendBody(request, reply, body, name(request))
        : sendProblem(request, reply, 'doelstelling-onbekend', { what: parameter(request, 'id') });
    });

  whenComputed(
    downloads.standingJson,
    () => 'stand.json',
    (_request, { detail }) => new Body(jsonType, standingJson(detail.assessment)),
  );
  whenComputed(
    downloads.standingCsv,
    () => 'stand.csv',
    (request, { detail }, state, lang) =>
      standings(
        detail,
        aboutTable(request, state, lang, { title: pageTitle('home'), unit: unitByRow, page: '/' }),
      ),
  );
  whenComputed(
    downloads.targetCsv,
    (request) => `${parameter(request, 'id')}.csv`,
    (request, { detail }, state, lang) => {
      const id = parameter(request, 'id');
      const target = state.agenda.targets.find((one) => one.id === id);
      if (target === undefined) return null;
      const about = aboutTable(request, state, lang, {
        title: target.title,
        unit: state.agenda.region.units[target.unit]?.title ?? unitByRow,
        page: `/doelen/${id}`,
      });
      return csvBody(targetCsv(id, detail, state.sources(), about));
    },
  );
}
