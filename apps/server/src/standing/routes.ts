import { type Download, downloads, routes, type StandingResponse } from '@schaalsprong/wire';
import type { FastifyRequest } from 'fastify';
import { Body, csvType, jsonBody, jsonType } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, pathOf, sendBody, sendProblem } from '../http/send.ts';
import { type Current, lastOf, perState, type ServerState } from '../server-state.ts';
import { standingCsv, standingJson, targetCsv } from './downloads.ts';
import { targetResponse, targetsResponse } from './targets.ts';

type Computed = Extract<StandingResponse, { state: 'ready' }>;

/** Routes of the standing: the agenda and each target, as JSON and CSV. */
export function addStanding(router: Router, current: Current): void {
  const bodies = perState(current, (state) => ({
    standing: lastOf(jsonBody),
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
  const whenComputed = (
    download: Download,
    name: (request: FastifyRequest) => string,
    make: (request: FastifyRequest, standing: Computed, state: ServerState) => Body | null,
  ): void =>
    router.file(download, (request, reply) => {
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
      const body = make(request, standing, state);
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
    (_request, { detail }) => new Body(csvType, standingCsv(detail.assessment)),
  );
  whenComputed(
    downloads.targetCsv,
    (request) => `${parameter(request, 'id')}.csv`,
    (request, { detail }, { known, sources }) => {
      const id = parameter(request, 'id');
      return known().targets.has(id) ? new Body(csvType, targetCsv(id, detail, sources())) : null;
    },
  );
}
