/** Ids of the things that have a page of their own; asked for every page address, so that an unknown one is a real 404. */
export interface KnownIds {
  readonly targets: ReadonlySet<string>;
  readonly challenges: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly uncertainties: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
}

/** Addresses of the web app, without the language. The same paths stand under `/en`. */
export const pages: readonly { readonly path: string; readonly ids?: keyof KnownIds }[] = [
  { path: '/' },
  { path: '/doelen/:id', ids: 'targets' },
  { path: '/opgaven/:id', ids: 'challenges' },
  { path: '/tafel' },
  { path: '/monitor' },
  { path: '/monitor/voorspelkracht' },
  { path: '/monitor/:id', ids: 'indicators' },
  { path: '/tegenspraken' },
  { path: '/bronnen' },
  { path: '/bronnen/beweringen' },
  { path: '/bronnen/beweringen/:id', ids: 'claims' },
  { path: '/bronnen/agenda' },
  { path: '/bronnen/aannamen' },
  { path: '/bronnen/aannamen/:id', ids: 'uncertainties' },
  { path: '/bronnen/model' },
  { path: '/bronnen/model/:id', ids: 'variables' },
  { path: '/bronnen/eigen-model' },
  { path: '/bronnen/gegevens' },
  { path: '/bronnen/gegevens/:id', ids: 'sources' },
  { path: '/bronnen/onbekend' },
  { path: '/bronnen/methode' },
  { path: '/bronnen/methoden' },
  { path: '/bronnen/tekst' },
  { path: '/bronnen/lezen' },
];

/**
 * Whether the web app has a page at this path.
 *
 * @param pathname path of the request, still percent-encoded, without query
 * @param known ids that exist
 */
export function isPage(pathname: string, known: KnownIds): boolean {
  const path = pathname === '/en' ? '/' : pathname.startsWith('/en/') ? pathname.slice(3) : pathname;
  // `/en/` is `/en` with a slash too many.
  if (pathname === '/en/') return false;
  return pages.some((page) => {
    if (page.ids === undefined) return page.path === path;
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
