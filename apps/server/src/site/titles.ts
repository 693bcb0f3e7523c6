import type { PageAt, PageIds, PageName } from '@schaalsprong/wire/pages';
import type { Text } from '@schaalsprong/words';
import type { ServerState } from '../server-state.ts';

type Titled = { readonly id: string; readonly title: Text };

const same = (text: string): Text => ({ nl: text, en: text });
const titled = (things: readonly Titled[], id: string): Text | null =>
  things.find((thing) => thing.id === id)?.title ?? null;
const node = ({ agenda }: ServerState, id: string) => titled(agenda.nodes, id);
const entry = ({ agenda }: ServerState, id: string) =>
  titled(
    agenda.registers.flatMap(({ entries }) => entries),
    id,
  );

/** What a thing with a page of its own is called, by the kind of things. */
const titleOf: Readonly<Record<PageIds, (state: ServerState, id: string) => Text | null>> = {
  targets: ({ agenda }, id) => titled(agenda.targets, id),
  challenges: node,
  ambitions: node,
  pillars: node,
  'action-lines': node,
  parts: node,
  indicators: ({ agenda }, id) => titled(agenda.indicators, id),
  municipalities: ({ agenda }, id) => {
    const found = agenda.areas.find(({ code }) => code === id);
    return found === undefined ? null : same(found.name);
  },
  parties: ({ agenda }, id) => titled(agenda.parties, id),
  measures: ({ agenda }, id) => titled(agenda.measures, id),
  constraints: ({ agenda }, id) => titled(agenda.constraints, id),
  agreements: ({ agenda }, id) => titled(agenda.agreements, id),
  projects: entry,
  programmes: entry,
  instruments: entry,
  campuses: entry,
  technologies: entry,
  markets: entry,
  facilities: entry,
  documents: entry,
  claims: (state, id) => state.sources().claims.find((claim) => claim.id === id)?.text ?? null,
  uncertainties: (state, id) => titled(state.sources().uncertainties, id),
  sources: (state, id) => {
    const found = state.sources().sources.find((source) => source.id === id);
    return found === undefined ? null : same(found.id);
  },
  variables: (state, id) => {
    const found = state.sources().model.variables.find((variable) => variable.id === id);
    return found === undefined ? null : same(found.name);
  },
};

/** Pages whose title stands nowhere but on the page. */
const titles: Partial<Readonly<Record<PageName, Text>>> = {
  'back-test': { nl: 'Voorspelkracht van het model', en: 'Forecast skill of the model' },
};

const siteName = 'Schaalsprong';

/** The title of a page in its language: of the thing that it shows, or its own. */
export function titleOfPage({ page, id, lang }: PageAt, state: ServerState): string {
  const thing = id === null || page.ids === null ? null : titleOf[page.ids](state, id);
  return (thing ?? page.title ?? titles[page.name])?.[lang] ?? siteName;
}

/** The same as the browser shows it, with the name of the site. */
export const fullTitle = (title: string): string => (title === siteName ? title : `${title} · ${siteName}`);
