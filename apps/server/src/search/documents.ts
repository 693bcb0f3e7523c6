import { kindOfNode, municipalitiesIn } from '@schaalsprong/agenda';
import type { AuditReport } from '@schaalsprong/audit';
import { withTwins } from '@schaalsprong/audit/twins';
import type { SearchDocument } from '@schaalsprong/search';
import {
  type AgendaResponse,
  type ApiIndicatorSummary,
  type Page,
  pages,
  type SourcesResponse,
} from '@schaalsprong/wire';
import { hasPage, thingPath } from '@schaalsprong/wire/things';
import { formatInterval, formatNumber, formatPeriod, type Lang, type Text } from '@schaalsprong/words';

/** What the documents are made of. */
export interface SearchContent {
  readonly agenda: AgendaResponse;
  readonly sources: SourcesResponse;
  /** with the last figure of each */
  readonly indicators: readonly Pick<ApiIndicatorSummary, 'id' | 'unit' | 'latest'>[];
  /** empty where the audit failed */
  readonly conflicts: AuditReport['conflicts'];
}

type Said = Text | string | number | null | undefined;

const all: readonly Page[] = pages;

/** One thing before its texts are put together. */
interface Part {
  readonly kind: string;
  readonly id: string;
  readonly title: Said;
  readonly path?: string;
  readonly note?: string;
  readonly also?: readonly Said[];
  readonly text?: readonly Said[];
}

/** What every part of the list is made with: the content, and the words of one language. */
function wordsOf(content: SearchContent, lang: Lang) {
  const { agenda, sources, indicators } = content;
  const { units, levels } = agenda.region;
  const say = (...said: readonly Said[]): string =>
    said
      .map((one) =>
        one === null || one === undefined ? '' : typeof one === 'object' ? one[lang] : String(one),
      )
      .filter((one) => one !== '')
      .join(' ');
  const titles = new Map<string, Text>([
    ...agenda.parties.map(({ id, title }) => [id as string, title] as const),
    ...agenda.nodes.map(({ id, title }) => [id as string, title] as const),
  ]);
  const claimById = new Map(sources.claims.map((claim) => [claim.id as string, claim]));
  return {
    ...content,
    lang,
    other: lang === 'nl' ? 'en' : 'nl',
    units,
    levels,
    say,
    number: (value: number, unit: string): string =>
      formatNumber(value, unit, lang, units, { precise: true }),
    names: (ids: readonly string[]): string => say(...ids.map((id) => titles.get(id))),
    nameOfArea: new Map(agenda.areas.map(({ code, name }) => [code as string, name])),
    claimById,
    figuresOf: (ids: readonly string[]): string =>
      ids.flatMap((id) => claimById.get(id)?.figure ?? []).join(' '),
    latestOf: new Map(indicators.map((one) => [one.id, one])),
    /** Nothing for a kind that has no page. */
    document: ({ kind, id, title, path, note, also = [], text = [] }: Part): readonly SearchDocument[] => {
      const at = path ?? (hasPage(kind) ? thingPath(kind, id) : null);
      return at === null
        ? []
        : [
            {
              kind,
              id,
              path: at,
              title: say(title),
              note: note ?? '',
              also: say(...also),
              text: say(...text),
            },
          ];
    },
  } as const;
}
type With = ReturnType<typeof wordsOf>;

/** The pages of the site, the municipalities and the parties. */
function aroundIt({ agenda, other, document }: With): readonly SearchDocument[] {
  const municipalities = municipalitiesIn(agenda.areas);
  return [
    ...all.flatMap(({ title, path, ids }) =>
      title === null || ids !== null
        ? []
        : document({ kind: 'page', id: path, title, path, also: [title[other]] }),
    ),
    ...municipalities.flatMap(({ code, name }) =>
      document({ kind: 'municipality', id: code, title: name, also: [code] }),
    ),
    ...agenda.parties
      // What is asked of a municipality is on its own page.
      .filter(
        ({ kind, area }) => kind !== 'municipality' || !municipalities.some(({ code }) => code === area),
      )
      .flatMap(({ id, title }) =>
        document({ kind: 'party', id, title, also: [title[other]], text: [id.replaceAll('-', ' ')] }),
      ),
  ];
}

/** What the agenda promises, and what was agreed on it. */
function promised({
  agenda,
  lang,
  other,
  units,
  levels,
  say,
  number,
  names,
  nameOfArea,
  figuresOf,
  document,
}: With): readonly SearchDocument[] {
  return [
    ...agenda.targets.flatMap((target) => {
      const { id, title, value, unit, horizon, indicator, direction } = target;
      const at = formatPeriod(horizon, lang);
      const bound = { min: null, max: null, minOpen: false, maxOpen: false };
      const aim =
        value === null
          ? at
          : `${formatInterval({ ...bound, ...(direction === 'at-least' ? { min: value } : { max: value }) }, unit, lang, units)} · ${at}`;
      const measured = agenda.indicators.find((one) => one.id === indicator);
      return document({
        kind: 'target',
        id,
        title,
        note: aim,
        also: [value, figuresOf(target.claims)],
        text: [title[other], measured?.title, names([target.challenge, ...target.challenges]), target.note],
      });
    }),
    ...agenda.nodes.flatMap((node) =>
      document({
        kind: kindOfNode(node, levels),
        id: node.id,
        title: node.title,
        note: say(levels.find(({ id }) => id === node.level)?.title, node.number),
        also: [node.official.join(' '), node.title[other]],
        text: [node.summary, ...node.statements.map(({ text }) => text), names(node.owners)],
      }),
    ),
    ...agenda.measures.flatMap(({ id, title, summary, owner, partners, cost }) =>
      document({
        kind: 'measure',
        id,
        title,
        note: names([owner]),
        also: [title[other]],
        text: [summary, names(partners), cost === null ? null : number(cost.amount, cost.unit)],
      }),
    ),
    ...agenda.constraints.flatMap(({ id, title, sentence, relief, owners, nodes }) =>
      document({
        kind: 'constraint',
        id,
        title,
        also: [sentence, title[other]],
        text: [relief, names(owners), names(nodes)],
      }),
    ),
    ...agenda.agreements.flatMap(({ id, title, date, status, parties, next, amount }) =>
      document({
        kind: 'agreement',
        id,
        title,
        note: formatPeriod(date, lang),
        also: [title[other]],
        text: [status, names(parties), next, amount],
      }),
    ),
    ...agenda.registers.flatMap((register) =>
      register.entries.flatMap(({ kind, id, title, summary, parties, nodes, area, money, facts }) =>
        document({
          kind,
          id,
          title,
          note: area === undefined ? '' : (nameOfArea.get(area) ?? ''),
          also: [title[other]],
          text: [
            summary,
            names(parties),
            names(nodes),
            ...money.flatMap((one) => [one.item, number(one.amount, one.unit)]),
            ...facts.map(({ text }) => text),
          ],
        }),
      ),
    ),
  ];
}

/** What the text says, what was measured, and what does not agree. */
function said({
  lang,
  other,
  number,
  names,
  claimById,
  figuresOf,
  latestOf,
  document,
  agenda,
  sources,
  conflicts,
}: With): readonly SearchDocument[] {
  return [
    ...sources.claims.flatMap((claim) => {
      const { id, text, figure, value, unit, horizon, period, quantity, entity } = claim;
      const when = horizon ?? period;
      return document({
        kind: 'claim',
        id,
        title: text,
        note: [number(value, unit), ...(when === undefined ? [] : [formatPeriod(when, lang)])].join(' · '),
        also: [value, ...(typeof figure === 'string' ? [figure] : figure)],
        text: [quantity.replaceAll('-', ' '), entity.replaceAll('-', ' '), names(claim.nodes), claim.note],
      });
    }),
    ...agenda.indicators.flatMap(({ id, title, definition, unit }) => {
      const latest = latestOf.get(id)?.latest;
      return document({
        kind: 'indicator',
        id,
        title,
        note:
          latest?.value === null || latest?.value === undefined
            ? ''
            : `${number(latest.value, latestOf.get(id)?.unit ?? unit)} · ${formatPeriod(latest.period, lang)}`,
        also: [title[other]],
        text: [definition],
      });
    }),
    // One card, one result: what the same sum says in another reading is found there too.
    ...withTwins(conflicts).flatMap(({ conflict, twins }) => {
      const { id, explanation, arithmetic, claims } = conflict;
      return document({
        kind: 'conflict',
        id,
        path: `/tegenspraken#${encodeURIComponent(id)}`,
        title: explanation,
        note: arithmetic[lang],
        also: [figuresOf(claims.map((claim) => claim.id))],
        text: [
          ...claims.map((claim) => claimById.get(claim.id)?.text),
          ...twins.map((twin) => twin.explanation),
        ],
      });
    }),
  ];
}

/** What lies under it: what is not known or assumed, the model, and the sources. */
function below({ other, document, agenda, sources }: With): readonly SearchDocument[] {
  return [
    ...agenda.unknowns.flatMap(({ id, text, consequence, where }) =>
      document({
        kind: 'unknown',
        id,
        path: `/bronnen/onbekend#${encodeURIComponent(id)}`,
        title: text,
        text: [consequence, where],
      }),
    ),
    ...sources.uncertainties.flatMap(({ id, title, reason, variable }) =>
      document({ kind: 'uncertainty', id, title, also: [title[other]], text: [reason, variable] }),
    ),
    ...sources.model.variables.flatMap(({ id, name, comment, sector, units: unit }) =>
      document({ kind: 'variable', id, title: name, note: unit, text: [comment, sector] }),
    ),
    ...sources.sources.flatMap(({ id, text }) => document({ kind: 'source', id, title: text })),
  ];
}

/**
 * Everything that can be found on the site, in a language: what has a page of its own, what has a place on one, and the pages
 * themselves. A kind without pages is left out.
 *
 * @param content of the region, with what the audit and the statistics say
 */
export function searchDocuments(content: SearchContent, lang: Lang): readonly SearchDocument[] {
  const words = wordsOf(content, lang);
  return [...aroundIt(words), ...promised(words), ...said(words), ...below(words)];
}
