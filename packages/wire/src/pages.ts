/** Kinds of things of which each has a page of its own. */
export type PageIds =
  | 'targets'
  | 'challenges'
  | 'claims'
  | 'uncertainties'
  | 'variables'
  | 'sources'
  | 'indicators';

/** One page of the web app. */
export interface Page {
  readonly name: string;
  /** Without its language: the same path is under `/en` in English. `:id` stands for the id of a thing. */
  readonly path: `/${string}`;
  /** Of what `:id` is one; null for a page without. */
  readonly ids: PageIds | null;
  /** What the page is in: the site alone, or a part of it with a navigation of its own. */
  readonly frame: 'site' | 'monitor' | 'sources';
  /** Key of its name in the dictionaries of the web app, for menus; null where the title is that of the thing. */
  readonly title: string | null;
  /** Whether it opens without a network once it has been opened. */
  readonly offline: boolean;
}

const site = { frame: 'site', offline: false } as const;
const monitor = { frame: 'monitor', offline: false } as const;
const sources = { frame: 'sources', offline: false } as const;

/**
 * The pages of the web app, once: the server answers them and makes every other address a 404, the web app makes its routes of them,
 * the service worker keeps those that work offline, and tests and screenshots visit them.
 */
export const pages = [
  { ...site, name: 'home', path: '/', ids: null, title: 'app.nav.standing' },
  { ...site, name: 'target', path: '/doelen/:id', ids: 'targets', title: null },
  { ...site, name: 'challenge', path: '/opgaven/:id', ids: 'challenges', title: null },
  { ...site, name: 'table', path: '/tafel', ids: null, title: 'app.nav.table', offline: true },
  { ...site, name: 'conflicts', path: '/tegenspraken', ids: null, title: 'app.nav.conflicts' },
  { ...monitor, name: 'monitor', path: '/monitor', ids: null, title: 'app.nav.monitor' },
  { ...monitor, name: 'back-test', path: '/monitor/voorspelkracht', ids: null, title: null },
  { ...monitor, name: 'indicator', path: '/monitor/:id', ids: 'indicators', title: null },
  { ...sources, name: 'sources', path: '/bronnen', ids: null, title: 'app.nav.sources' },
  { ...sources, name: 'claims', path: '/bronnen/beweringen', ids: null, title: 'sources.nav.claims' },
  { ...sources, name: 'claim', path: '/bronnen/beweringen/:id', ids: 'claims', title: null },
  { ...sources, name: 'tree', path: '/bronnen/agenda', ids: null, title: 'sources.nav.tree' },
  { ...sources, name: 'assumptions', path: '/bronnen/aannamen', ids: null, title: 'sources.nav.assumptions' },
  { ...sources, name: 'assumption', path: '/bronnen/aannamen/:id', ids: 'uncertainties', title: null },
  { ...sources, name: 'data', path: '/bronnen/gegevens', ids: null, title: 'sources.nav.data' },
  { ...sources, name: 'source', path: '/bronnen/gegevens/:id', ids: 'sources', title: null },
  { ...sources, name: 'model', path: '/bronnen/model', ids: null, title: 'sources.nav.model' },
  { ...sources, name: 'variable', path: '/bronnen/model/:id', ids: 'variables', title: null },
  { ...sources, name: 'own-model', path: '/bronnen/eigen-model', ids: null, title: null },
  { ...sources, name: 'unknown', path: '/bronnen/onbekend', ids: null, title: 'sources.nav.unknown' },
  { ...sources, name: 'method', path: '/bronnen/methode', ids: null, title: 'sources.nav.method' },
  { ...sources, name: 'methods', path: '/bronnen/methoden', ids: null, title: 'sources.nav.methods' },
  { ...sources, name: 'own-copy', path: '/bronnen/tekst', ids: null, title: 'sources.nav.text' },
  { ...sources, name: 'read-document', path: '/bronnen/lezen', ids: null, title: 'sources.nav.read' },
] as const satisfies readonly Page[];

/** Name of a page. */
export type PageName = (typeof pages)[number]['name'];
/** Names of the pages within a frame. */
export type PageNameIn<F extends Page['frame']> = Extract<
  (typeof pages)[number],
  { readonly frame: F }
>['name'];

/** The path of a page in a language. */
export const pagePath = ({ path }: Pick<Page, 'path'>, lang: 'nl' | 'en'): string =>
  lang === 'nl' ? path : path === '/' ? '/en' : `/en${path}`;

/** Paths of pages that open without a network, in both languages. */
export const offlinePaths: readonly string[] = pages
  .filter(({ offline }) => offline)
  .flatMap((page) => [pagePath(page, 'nl'), pagePath(page, 'en')]);

/** Ids of the things that have a page of their own. */
export type KnownIds = Readonly<Record<PageIds, ReadonlySet<string>>>;

/**
 * Whether the web app has a page at this path.
 *
 * @param pathname path of the request, still percent-encoded, without query
 * @param known ids that exist
 */
export function isPage(pathname: string, known: KnownIds): boolean {
  // `/en/` is `/en` with a slash too many.
  if (pathname === '/en/') return false;
  const path = pathname === '/en' ? '/' : pathname.startsWith('/en/') ? pathname.slice(3) : pathname;
  return pages.some((page) => {
    if (page.ids === null) return page.path === path;
    const stem = page.path.slice(0, -':id'.length);
    if (!path.startsWith(stem)) return false;
    const id = decode(path.slice(stem.length));
    return id !== null && known[page.ids].has(id);
  });
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
