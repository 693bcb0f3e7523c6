import type { Lang } from '@schaalsprong/words';
import { en } from './en.ts';
import { type Dictionary, nl, type TextKey } from './nl.ts';

export type { TextKey } from './nl.ts';
export type { Lang };

/** The texts of the interface, by language. */
export const dictionaries: Readonly<Record<Lang, Dictionary>> = { nl, en };

/** What is filled in between braces. */
export type Fill = Readonly<Record<string, string | number>>;

/** A text with its blanks filled; a blank without a value is a mistake and throws. `key` names the text in that mistake. */
export function fillIn(text: string, key: string, fill: Fill = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = fill[name];
    if (value === undefined) throw new Error(`text ${key} wants {${name}}`);
    return String(value);
  });
}

/** A text of the interface with its blanks filled. */
export const translate = (lang: Lang, key: TextKey, fill: Fill = {}): string =>
  fillIn(dictionaries[lang][key], key, fill);

const prefix: Readonly<Record<Lang, string>> = { nl: '', en: '/en' };

/** Which language an address is in, and the address without that: `/en/bronnen` is en and `/bronnen`. */
export function splitPath(pathname: string): { readonly lang: Lang; readonly path: string } {
  const english = /^\/en(?=\/|$)/.test(pathname);
  const path = english ? pathname.slice(prefix.en.length) : pathname;
  return { lang: english ? 'en' : 'nl', path: path === '' ? '/' : path };
}

/** The address of a page in a language: `/doelen/homes-2030`, `/en/doelen/homes-2030`, `/en`. */
export function pathIn(lang: Lang, path: string): string {
  if (lang === 'nl') return path;
  return path === '/' ? prefix.en : `${prefix.en}${path}`;
}
