import { type Page, type PageNameIn, pagePath, pages } from '@schaalsprong/wire/pages';
import type { ReactElement, ReactNode } from 'react';
import { Route } from 'react-router';
import type { Lang } from './i18n/i18n.ts';

/** What each page of a frame shows: the compiler asks for every page of the contract, and for no other. */
export type PageElements<F extends Page['frame']> = Readonly<Record<PageNameIn<F>, ReactNode>>;

const all: readonly Page[] = pages;
const within = <F extends Page['frame']>(frame: F) =>
  all.filter((page): page is Page & { readonly name: PageNameIn<F> } => page.frame === frame);

/** Where the pages of a frame are: the path of its first one. */
const stemOf = (frame: 'monitor' | 'sources'): Page['path'] => within(frame)[0]?.path ?? '/';

/** The routes of the site in a language: its own pages, and a frame under the stem of each. */
export const siteRoutes = (
  lang: Lang,
  elements: PageElements<'site'>,
  frames: Readonly<Record<'monitor' | 'sources', ReactNode>>,
): readonly ReactElement[] => [
  ...within('site').map((page) => (
    <Route key={page.name} path={pagePath(page, lang)} element={elements[page.name]} />
  )),
  ...(['monitor', 'sources'] as const).map((frame) => {
    const path = pagePath({ path: stemOf(frame) }, lang);
    return <Route key={frame} path={`${path}/*`} element={frames[frame]} />;
  }),
];

/** The routes inside a frame, relative to where it is. */
export const frameRoutes = <F extends 'monitor' | 'sources'>(
  frame: F,
  elements: PageElements<F>,
): readonly ReactElement[] =>
  within(frame).map(({ name, path }) => {
    const rest = path.slice(stemOf(frame).length + 1);
    return rest === '' ? (
      <Route key={name} index element={elements[name]} />
    ) : (
      <Route key={name} path={rest} element={elements[name]} />
    );
  });
