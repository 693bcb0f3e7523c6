import type { Page } from './room.ts';
import type { LinkKind } from './rooms/things/shapes.ts';
import { pages } from './rooms.ts';

type PageIds = Exclude<(typeof pages)[number]['ids'], null>;

/** Which pages show the things of a kind: a kind is one thing, `ids` of a page are all of them. */
const idsOf = {
  municipality: 'municipalities',
  party: 'parties',
  measure: 'measures',
  constraint: 'constraints',
  agreement: 'agreements',
  project: 'projects',
  programme: 'programmes',
  instrument: 'instruments',
  campus: 'campuses',
  technology: 'technologies',
  market: 'markets',
  facility: 'facilities',
  document: 'documents',
  ambition: 'ambitions',
  pillar: 'pillars',
  'action-line': 'action-lines',
  part: 'parts',
  challenge: 'challenges',
  target: 'targets',
  indicator: 'indicators',
  claim: 'claims',
  uncertainty: 'uncertainties',
  variable: 'variables',
  source: 'sources',
} as const satisfies Readonly<Record<string, PageIds>>;

/** Kind of a thing that has a page of its own. */
export type ThingKind = keyof typeof idsOf;

/** Kinds of things that have a page of their own. */
export const thingKinds = Object.keys(idsOf) as readonly ThingKind[];

/** Kinds of things that others name and that have no page of their own. */
export type WithoutPage = Exclude<LinkKind, ThingKind>;

/** Whether things of this kind have a page of their own. */
export const hasPage = (kind: string): kind is ThingKind => Object.hasOwn(idsOf, kind);

const stems: ReadonlyMap<string, string> = new Map(
  (pages as readonly Page[]).flatMap(({ ids, path }) =>
    ids === null ? [] : [[ids, path.slice(0, -':id'.length)] as const],
  ),
);

const stemOf = (kind: ThingKind): string => {
  const stem = stems.get(idsOf[kind]);
  if (stem === undefined) throw new Error(`no page shows things of kind ${kind}`);
  return stem;
};

/**
 * The address of the page of a thing, in Dutch; `/en` goes before it in English.
 *
 * @param kind what it is: `party`, `measure`
 * @param id its id in the content
 */
export const thingPath = (kind: ThingKind, id: string): string => `${stemOf(kind)}${encodeURIComponent(id)}`;

/** The address of the list of all things of a kind; null where there is no such page. */
export function listPath(kind: ThingKind): string | null {
  const path = stemOf(kind).slice(0, -1);
  return (pages as readonly Page[]).some((page) => page.path === path) ? path : null;
}

/**
 * The kind of thing whose pages, or whose list, are at a path.
 *
 * @param path without its language
 */
export function kindAt(path: string): ThingKind | null {
  return (
    thingKinds.find((kind) => path.startsWith(stemOf(kind)) || path === stemOf(kind).slice(0, -1)) ?? null
  );
}
