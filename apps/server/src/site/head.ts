import { escapeXml } from '@schaalsprong/chart';
import { downloads } from '@schaalsprong/wire';
import { type PageAt, pagePath } from '@schaalsprong/wire/pages';
import type { ServerState } from '../server-state.ts';
import { summaryOf } from './summaries.ts';
import { fullTitle, titleOfPage } from './titles.ts';

/** Longest description in characters: search engines and chats cut what is longer. */
const mostDescription = 300;

const locales = { nl: 'nl_NL', en: 'en_GB' } as const;

/** A text of at most `most` characters, cut between words. */
function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}

/** Addresses of a page: its own, and that in each language. */
export function addressesOf({ page, id, lang }: Pick<PageAt, 'page' | 'id' | 'lang'>, base: string) {
  const path = (of: 'nl' | 'en'): string =>
    `${base}${pagePath(page, of)}`.replace(':id', id === null ? '' : encodeURIComponent(id));
  return { own: path(lang), nl: path('nl'), en: path('en') };
}

const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${escapeXml(content)}">`;
const property = (name: string, content: string): string =>
  `<meta property="${name}" content="${escapeXml(content)}">`;
const link = (rel: string, href: string, more = ''): string =>
  `<link rel="${rel}"${more} href="${escapeXml(href)}">`;

/**
 * What the head of a page says of it: title and description in its language, where else it is, and what a link to it looks like.
 *
 * @param at the page; null for an address that leads nowhere
 * @param base public origin of the server
 * @returns title, and elements for within `head`
 */
export function headOf(
  at: PageAt | null,
  base: string,
  state: ServerState,
): { readonly title: string; readonly elements: string } {
  if (at === null) return { title: 'Schaalsprong', elements: meta('robots', 'noindex') };
  const title = titleOfPage(at, state);
  const description = shortened(summaryOf(at, state), mostDescription);
  const addresses = addressesOf(at, base);
  const other = at.lang === 'nl' ? 'en' : 'nl';
  const picture = `${base}${downloads.card.path}?pagina=${encodeURIComponent(addresses.own.slice(base.length))}`;
  return {
    title: fullTitle(title),
    elements: [
      meta('description', description),
      link('canonical', addresses.own),
      link('alternate', addresses.nl, ' hreflang="nl"'),
      link('alternate', addresses.en, ' hreflang="en"'),
      link('alternate', addresses.nl, ' hreflang="x-default"'),
      property('og:type', 'website'),
      property('og:site_name', 'Schaalsprong'),
      property('og:title', title),
      property('og:description', description),
      property('og:url', addresses.own),
      property('og:locale', locales[at.lang]),
      property('og:locale:alternate', locales[other]),
      property('og:image', picture),
      property('og:image:width', '1200'),
      property('og:image:height', '630'),
      property('og:image:alt', title),
      meta('twitter:card', 'summary_large_image'),
    ].join('\n    '),
  };
}

/** index.html as the build made it, with the language, title and head of one page. */
export function pageHtml(
  html: string,
  lang: 'nl' | 'en',
  { title, elements }: { readonly title: string; readonly elements: string },
): string {
  // Functions as replacements: a `$` in a title is no pattern.
  return html
    .replace(/<html lang="[a-z-]*"/, () => `<html lang="${lang}"`)
    .replace(/\s*<meta name="description"[^>]*>/, () => '')
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeXml(title)}</title>\n    ${elements}`);
}
