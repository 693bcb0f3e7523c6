import { kindOfNode, type LinkKind } from '@schaalsprong/agenda';
import {
  type AgreementsResponse,
  downloads,
  LinkKind as LinkKinds,
  type PageIds,
  routes,
} from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import { aboutTable } from '../http/about.ts';
import { csvBody, jsonBody } from '../http/body.ts';
import type { Router } from '../http/register.ts';
import { parameter, queryOf, sendBody, sendProblem } from '../http/send.ts';
import type { MonitorView } from '../monitor/view.ts';
import { type Current, lastOf, perState, type ServerState } from '../server-state.ts';
import { agreementsCsv, agreementsResponse, thingResponse, titlesOf } from './answers.ts';

/** Pages of this room that show things, by the kind of these things. */
const shown = {
  parties: 'party',
  measures: 'measure',
  constraints: 'constraint',
  agreements: 'agreement',
  projects: 'project',
  programmes: 'programme',
  instruments: 'instrument',
  campuses: 'campus',
  technologies: 'technology',
  markets: 'market',
  facilities: 'facility',
  documents: 'document',
  ambitions: 'ambition',
  pillars: 'pillar',
  'action-lines': 'action-line',
  parts: 'part',
} as const satisfies Partial<Record<PageIds, LinkKind>>;

/** Ids of the things of each kind of this room. */
function idsByKind({ agenda }: ServerState): ReadonlyMap<LinkKind, ReadonlySet<string>> {
  const ids = new Map<LinkKind, Set<string>>();
  const add = (kind: LinkKind, id: string): void => {
    const known = ids.get(kind) ?? new Set();
    ids.set(kind, known.add(id));
  };
  for (const { id } of agenda.parties) add('party', id);
  for (const { id } of agenda.measures) add('measure', id);
  for (const { id } of agenda.constraints) add('constraint', id);
  for (const { id } of agenda.agreements) add('agreement', id);
  for (const { kind, id } of agenda.registers.flatMap(({ entries }) => entries)) add(kind, id);
  for (const node of agenda.nodes) add(kindOfNode(node, agenda.region.levels), node.id);
  return ids;
}

const none: ReadonlySet<string> = new Set();

/** Routes of everything that has a page of its own, with what links to it, and of the agreements. */
export function addThings(router: Router, current: Current): void {
  const known = perState(current, idsByKind);
  for (const [ids, kind] of Object.entries(shown)) {
    router.things(ids as keyof typeof shown, () => known().get(kind) ?? none);
  }

  const titles = perState(current, (state) => titlesOf(state.monitor.view().region));
  router.read(routes.thing, (request, reply) => {
    const kind = LinkKinds.safeParse(parameter(request, 'kind'));
    const id = parameter(request, 'id');
    const { links, monitor, sources } = current();
    const answer = kind.success
      ? thingResponse(monitor.view(), links, titles(), sources(), { kind: kind.data, id })
      : null;
    return answer === null
      ? sendProblem(request, reply, 'onderdeel-onbekend', { what: `${parameter(request, 'kind')}/${id}` })
      : sendBody(request, reply, jsonBody(answer));
  });

  const agreements = perState(current, (state) =>
    lastOf((view: MonitorView) => agreementsResponse(view, state.sources().claims)),
  );
  const body = perState(current, () => lastOf((answer: AgreementsResponse) => jsonBody(answer)));
  const now = (): AgreementsResponse => agreements()(current().monitor.view());
  router.read(routes.agreements, (request, reply) => sendBody(request, reply, body()(now())));
  router.file(downloads.agreementsCsv, (request, reply, lang) => {
    const { agenda } = current();
    const party = queryOf(downloads.agreementsCsv, request, 'partij');
    const node = queryOf(downloads.agreementsCsv, request, 'opgave');
    if (party !== null && !agenda.parties.some(({ id }) => id === party)) {
      return sendProblem(request, reply, 'onderdeel-onbekend', { what: `party/${party}` });
    }
    if (node !== null && !agenda.nodes.some(({ id }) => id === node)) {
      return sendProblem(request, reply, 'onderdeel-onbekend', { what: `challenge/${node}` });
    }
    const query = new URLSearchParams([
      ...(party === null ? [] : [['partij', party]]),
      ...(node === null ? [] : [['opgave', node]]),
    ]);
    const about = aboutTable(request, current(), lang, {
      title: pageTitle('agreements'),
      unit: { nl: 'euro, in de kolom amount_eur', en: 'euro, in the column amount_eur' },
      page: `/afspraken${query.size === 0 ? '' : `?${query}`}`,
    });
    const csv = csvBody(agreementsCsv(agenda, now(), { party, node }, about));
    return sendBody(request, reply, csv, 'afspraken.csv');
  });
}
