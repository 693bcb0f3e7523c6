import { escapeXml } from '@schaalsprong/chart';
import { type PageIds, pages } from '@schaalsprong/wire/pages';
import { addressesOf } from './head.ts';

/**
 * Every page in both languages (sitemaps.org, with the alternates that Google reads).
 *
 * @param base public origin of the server
 * @param idsOf ids of the things of a kind
 */
export function sitemap(base: string, idsOf: (kind: PageIds) => Iterable<string>): string {
  const urls = pages.flatMap((page) =>
    (page.ids === null ? [null] : [...idsOf(page.ids)]).flatMap((id) =>
      (['nl', 'en'] as const).map((lang) => {
        const { own, nl, en } = addressesOf({ page, id, lang }, base);
        return [
          '<url>',
          `<loc>${escapeXml(own)}</loc>`,
          `<xhtml:link rel="alternate" hreflang="nl" href="${escapeXml(nl)}"/>`,
          `<xhtml:link rel="alternate" hreflang="en" href="${escapeXml(en)}"/>`,
          '</url>',
        ].join('');
      }),
    ),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** The text of /robots.txt: everything may be read, and where the list of pages is. */
export const robots = (base: string): string => `User-agent: *\nAllow: /\n\nSitemap: ${base}/sitemap.xml\n`;
