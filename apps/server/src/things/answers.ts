import {
  agreementsOn,
  comingUp,
  commitmentsOn,
  type Lines,
  type Link,
  type LinkIndex,
  type LinkKind,
  type Region,
  type Thing,
} from '@schaalsprong/agenda';
import { type CsvAbout, csvText } from '@schaalsprong/tables/csv';
import type {
  AgendaResponse,
  AgreementsResponse,
  ApiLink,
  ApiSource,
  SourcesResponse,
  Text,
  ThingResponse,
} from '@schaalsprong/wire';
import type { MonitorView } from '../monitor/view.ts';

/** Names of things by kind and id. */
export type ThingTitles = (thing: Thing) => Text | null;

/** Names of everything in a region that can be named. */
export function titlesOf(region: Region): ThingTitles {
  const { byId } = region;
  const viewpoints = new Map(region.table.viewpoints.map(({ id, title }) => [id, title]));
  const titleIn = (map: ReadonlyMap<string, { readonly title: Text }>, id: string) => map.get(id)?.title;
  return ({ kind, id }) => {
    const name = byId.areas.get(id)?.name;
    const found: Readonly<Partial<Record<LinkKind, Text | undefined>>> = {
      target: titleIn(byId.targets, id),
      claim: byId.claims.get(id)?.text,
      indicator: titleIn(byId.indicators, id),
      party: titleIn(byId.parties, id),
      measure: titleIn(byId.measures, id),
      constraint: titleIn(byId.constraints, id),
      agreement: titleIn(byId.agreements, id),
      uncertainty: titleIn(byId.uncertainties, id),
      unknown: byId.unknowns.get(id)?.text,
      viewpoint: viewpoints.get(id),
      area: name === undefined ? undefined : { nl: name, en: name },
    };
    return found[kind] ?? titleIn(byId.nodes, id) ?? titleIn(byId.entries, id) ?? null;
  };
}

/** Places in the text of the things whose neighbourhood is narrow: a node of the tree spans whole chapters, and names its claims itself. */
function placesOf({ byId }: Region, { kind, id }: Thing): readonly Lines[] {
  if (kind === 'party') return byId.parties.get(id)?.places ?? [];
  if (kind === 'measure') return byId.measures.get(id)?.places ?? [];
  return byId.entries.get(id)?.places ?? [];
}

/** Places that are one block of text; a longer one says nothing of what stands beside what. */
const longestPlace = 12;

const overlap = (a: Lines, b: Lines): boolean => a.from <= b.to && b.from <= a.to;

/** By which use a source belongs to a thing. */
const useKinds: Readonly<Partial<Record<LinkKind, ApiSource['uses'][number]['kind']>>> = {
  target: 'target',
  measure: 'measure',
  uncertainty: 'uncertainty',
  agreement: 'agreement',
  party: 'party',
  instrument: 'register',
  programme: 'register',
  facility: 'register',
  campus: 'register',
  technology: 'register',
  market: 'register',
  project: 'register',
  document: 'register',
};

const keyOf = (kind: string, id: string): string => `${kind} ${id}`;

/**
 * Answer of /v1/verwijzingen/{kind}/{id}.
 *
 * @returns null where there is no such thing
 */
export function thingResponse(
  { region, today }: Pick<MonitorView, 'region' | 'today'>,
  links: LinkIndex,
  titles: ThingTitles,
  sources: SourcesResponse,
  thing: Thing,
): ThingResponse | null {
  const title = titles(thing);
  if (title === null) return null;
  const { names, namedBy } = links.of(thing);
  const named = (all: readonly Link[]): readonly ApiLink[] =>
    all.flatMap((link) => {
      const name = titles(link);
      return name === null ? [] : [{ kind: link.kind, id: link.id, as: link.as, title: name }];
    });
  const linked = new Set([...names, ...namedBy].flatMap(({ kind, id }) => (kind === 'claim' ? [id] : [])));
  const places = placesOf(region, thing).filter(({ from, to }) => to - from < longestPlace);
  const cited = new Set(
    [thing, ...names, ...namedBy].flatMap(({ kind, id }) => {
      const use = useKinds[kind];
      return use === undefined ? [] : [keyOf(use, id)];
    }),
  );
  return {
    kind: thing.kind,
    id: thing.id,
    title,
    today,
    names: named(names),
    namedBy: named(namedBy),
    claims: sources.claims.filter(({ id }) => linked.has(id)),
    sameLines: sources.claims.filter(
      (claim) =>
        !linked.has(claim.id) && claim.places.some((place) => places.some((of) => overlap(place, of))),
    ),
    sources: sources.sources.flatMap(({ id, text, uses }) =>
      uses.some((use) => cited.has(keyOf(use.kind, use.id))) ? [{ id, text }] : [],
    ),
  };
}

/** Answer of /v1/afspraken. */
export function agreementsResponse(view: MonitorView, claims: SourcesResponse['claims']): AgreementsResponse {
  const { region, today } = view;
  const byId = new Map(claims.map((claim) => [claim.id as string, claim]));
  return {
    today,
    agreements: agreementsOn(region.agreements, today),
    commitments: commitmentsOn(region, today).flatMap(({ claim: id, ...rest }) => {
      const claim = byId.get(id);
      return claim === undefined ? [] : [{ claim, ...rest }];
    }),
    coming: comingUp(region, today, view.nextFigures()),
  };
}

/** Which agreements a file holds: those of a party, of a node of the tree, or both; null asks for all. */
export interface AgreementFilter {
  readonly party: string | null;
  readonly node: string | null;
}

/** CSV of the agreements by urgency. */
export function agreementsCsv(
  agenda: Pick<AgendaResponse, 'agreements'>,
  { today, agreements }: AgreementsResponse,
  { party, node }: AgreementFilter,
  about: CsvAbout,
): string {
  const byId = new Map(agenda.agreements.map((agreement) => [agreement.id as string, agreement]));
  return csvText(
    [
      'id',
      'on_day',
      'term',
      'date',
      'title_nl',
      'title_en',
      'parties',
      'nodes',
      'status_nl',
      'status_en',
      'state',
      'status_on',
      'months_since_status',
      'due',
      'next_step_by',
      'next_nl',
      'next_en',
      'amount_eur',
      'source',
    ],
    agreements.flatMap(({ id, term, silentMonths }) => {
      const one = byId.get(id);
      if (one === undefined) return [];
      if (party !== null && one.owner !== party && !one.parties.some((of) => of === party)) return [];
      if (node !== null && !one.nodes.some((of) => of === node)) return [];
      return [
        [
          id,
          today,
          term,
          one.date,
          one.title.nl,
          one.title.en,
          one.parties.join(' '),
          one.nodes.join(' '),
          one.status.nl,
          one.status.en,
          one.state,
          one.statusOn,
          silentMonths,
          one.due,
          one.owner,
          one.next?.nl,
          one.next?.en,
          one.amount,
          one.source,
        ],
      ];
    }),
    about,
  );
}
