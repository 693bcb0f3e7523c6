import { type Page, type PageNameIn, pagePath, pages } from '@schaalsprong/wire/pages';
import { at } from '@schaalsprong/words';
import type { ReactElement, ReactNode } from 'react';
import { Route } from 'react-router';
import type { Lang } from './i18n/i18n.ts';
import type { InnerFrame, SiteElements } from './room.tsx';

/** What each page of a frame shows: the compiler asks for every page of the contract, and for no other. */
export type PageElements<F extends InnerFrame> = Readonly<Record<PageNameIn<F>, ReactNode>>;

const all: readonly Page[] = pages;
type SitePage = Page & { readonly name: keyof SiteElements };

/** Whether the routes of the site name this page: one of its own, or the first of a frame, under which the others are. */
const isOfSite = (page: Page): page is SitePage => page.frame === 'site' || page.name === page.frame;

/** The routes of the site in a language. */
export const siteRoutes = (lang: Lang, elements: SiteElements): readonly ReactElement[] =>
  all.filter(isOfSite).map((page) => {
    const path = pagePath(page, lang);
    return (
      <Route
        key={page.name}
        path={page.frame === 'site' ? path : `${path}/*`}
        element={elements[page.name]}
      />
    );
  });

/** The routes inside a frame, relative to where it is. */
export const frameRoutes = <F extends InnerFrame>(
  frame: F,
  elements: PageElements<F>,
): readonly ReactElement[] => {
  const within = all.filter((page): page is Page & { readonly name: PageNameIn<F> } => page.frame === frame);
  const stem = at(within, 0).path;
  return within.map(({ name, path }) => {
    const rest = path.slice(stem.length + 1);
    return rest === '' ? (
      <Route key={name} index element={elements[name]} />
    ) : (
      <Route key={name} path={rest} element={elements[name]} />
    );
  });
};
