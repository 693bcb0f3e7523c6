import type { Page } from './room.ts';
import { pages } from './rooms.ts';
import type { Text } from './words.ts';

export type { Page } from './room.ts';
export { pages } from './rooms.ts';

type AnyPage = (typeof pages)[number];

/** Kinds of things of which each has a page of its own. */
export type PageIds = Exclude<AnyPage['ids'], null>;
/** Name of a page. */
export type PageName = AnyPage['name'];
/** What pages are in. */
export type Frame = AnyPage['frame'];
/** Names of the pages within a frame. */
export type PageNameIn<F extends Frame> = Extract<AnyPage, { readonly frame: F }>['name'];
/** Names of the pages that a menu can name. */
type TitledPageName = Extract<AnyPage, { readonly title: object }>['name'];

/** The name of a page in menus and in the way that leads to it. */
export function pageTitle(name: TitledPageName): Text {
  const title = pages.find((page) => page.name === name)?.title;
  if (title === null || title === undefined) throw new Error(`page ${name} has no title`);
  return title;
}

/** The path of a page in a language. */
export const pagePath = ({ path }: Pick<Page, 'path'>, lang: 'nl' | 'en'): string =>
  lang === 'nl' ? path : path === '/' ? '/en' : `/en${path}`;

/** Paths of pages that open without a network, in both languages. */
export const offlinePaths: readonly string[] = pages
  .filter(({ offline }) => offline)
  .flatMap((page) => [pagePath(page, 'nl'), pagePath(page, 'en')]);

/** A page that an address leads to. */
export interface PageAt {
  readonly page: AnyPage;
  /** Of the thing that it shows; null for a page without one. */
  readonly id: string | null;
  readonly lang: 'nl' | 'en';
  /** Without its language. */
  readonly path: string;
}

/**
 * The page of the web app at a path; null where there is none.
 *
 * @param pathname path of the request, still percent-encoded, without query
 * @param exists whether there is a thing of this kind with this id
 */
export function pageAt(pathname: string, exists: (kind: PageIds, id: string) => boolean): PageAt | null {
  // `/en/` is `/en` with a slash too many.
  if (pathname === '/en/') return null;
  const english = pathname === '/en' || pathname.startsWith('/en/');
  const path = pathname === '/en' ? '/' : english ? pathname.slice(3) : pathname;
  const lang = english ? 'en' : 'nl';
  for (const page of pages) {
    if (page.ids === null) {
      if (page.path === path) return { page, id: null, lang, path };
      continue;
    }
    const stem = page.path.slice(0, -':id'.length);
    const id = path.startsWith(stem) ? decode(path.slice(stem.length)) : null;
    if (id !== null && exists(page.ids, id)) return { page, id, lang, path };
  }
  return null;
}

/** Whether the web app has a page at this path. */
export const isPage = (pathname: string, exists: (kind: PageIds, id: string) => boolean): boolean =>
  pageAt(pathname, exists) !== null;

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
