import { pagePath, pages } from '@schaalsprong/wire/pages';
import type { RouteObject } from 'react-router';
import { createRoutesFromElements, matchRoutes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { siteElements } from './App.tsx';
import { monitorElements } from './pages/monitor/MonitorPages.tsx';
import { sourcesElements } from './pages/sources/SourcesPages.tsx';
import type { InnerFrame } from './room.tsx';
import { frameRoutes, siteRoutes } from './routes.tsx';

const nothing = {
  claims: [],
  uncertainties: [],
  observed: {},
  sources: [],
  model: { file: '', hash: '', time: { start: 0, stop: 1, step: 1 }, variables: [], dimensions: {} },
};
const inside: Readonly<Record<InnerFrame, RouteObject[]>> = {
  monitor: createRoutesFromElements(frameRoutes('monitor', monitorElements)),
  sources: createRoutesFromElements(frameRoutes('sources', sourcesElements(nothing))),
};

/** What React shows at a path; null for the page that says that there is nothing. */
function shownAt(path: string, lang: 'nl' | 'en'): unknown {
  const site = createRoutesFromElements(siteRoutes(lang, siteElements));
  const match = matchRoutes(site, path)?.at(-1);
  if (match === undefined) return null;
  const { element } = match.route;
  for (const frame of ['monitor', 'sources'] as const) {
    if (element !== siteElements[frame]) continue;
    const rest = match.params['*'] ?? '';
    return matchRoutes(inside[frame], `/${rest}`)?.at(-1)?.route.element ?? null;
  }
  return element;
}

const elements: Readonly<Record<string, unknown>> = {
  ...siteElements,
  ...monitorElements,
  ...sourcesElements(nothing),
};

describe('the routes of React', () => {
  it.each(pages.flatMap((page) => (['nl', 'en'] as const).map((lang) => [page.name, lang, page] as const)))(
    'show the page %s in %s where the server says that it is',
    (name, lang, page) => {
      const shown = shownAt(pagePath(page, lang).replace(':id', 'some-id'), lang);
      const expected = elements[name];
      expect(expected).toBeDefined();
      expect(shown).toEqual(expected);
    },
  );

  it('show nothing that the server has no page for', () => {
    const paths = [
      ...createRoutesFromElements(siteRoutes('nl', siteElements)),
      ...inside.monitor,
      ...inside.sources,
    ];
    expect(paths.length - Object.keys(inside).length).toBe(pages.length);
    for (const path of ['/doelen', '/tafel/x', '/bronnen/nergens', '/monitor/a/b', '/nope']) {
      expect(shownAt(path, 'nl'), path).toBeNull();
    }
  });
});
