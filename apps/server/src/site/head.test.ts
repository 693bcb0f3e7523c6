import { type PageIds, pages } from '@schaalsprong/wire/pages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place } from '../../test/world.ts';
import type { Server } from '../index.ts';

const place = new Place();
let server: Server;
beforeAll(async () => {
  server = await place.server({ futures: 20, address: 'https://figures.example.org' });
  await server.settled();
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  server.app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } });
const match = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? '';
const meta = (html: string, name: string): string =>
  match(html, new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`));
const titleOf = (html: string): string => match(html, /<title>([^<]*)<\/title>/);

/** Addresses of all pages of the synthetic region, as the sitemap lists them. */
async function addresses(): Promise<readonly string[]> {
  const { body } = await server.app.inject('/sitemap.xml');
  return [...body.matchAll(/<loc>https:\/\/figures\.example\.org([^<]*)<\/loc>/g)].map(
    ([, path]) => path ?? '',
  );
}

describe('the head of a page', () => {
  it('gives each page its own title and description in its language, and each once', async () => {
    const all = await addresses();
    const kinds = new Set<PageIds | null>(pages.map(({ ids }) => ids));
    expect(all.length).toBeGreaterThan(2 * kinds.size);
    const titles = new Map<string, string>();
    for (const path of all) {
      const { body, statusCode } = await get(path);
      expect(statusCode, path).toBe(200);
      expect(body.match(/<title>/g), path).toHaveLength(1);
      expect(body.match(/<meta name="description"/g), path).toHaveLength(1);
      expect(meta(body, 'description'), path).not.toBe('');
      expect(body, path).toContain(`<html lang="${path.startsWith('/en') ? 'en' : 'nl'}"`);
      const lang = path === '/en' || path.startsWith('/en/') ? 'en' : 'nl';
      const key = `${lang} ${titleOf(body)}`;
      // A page without a title of its own would take that of the site, and another page's would be taken twice.
      expect(titleOf(body), path).not.toBe('Schaalsprong');
      if (!titles.has(key)) titles.set(key, path);
    }
    expect(titles.size).toBeGreaterThan(all.length * 0.8);
  });

  it('says in how many futures a target is met, in both languages', async () => {
    const [nl, en] = [await get('/doelen/homes-2029'), await get('/en/doelen/homes-2029')];
    expect(meta(nl.body, 'description')).toMatch(/^Gehaald in \d+ van 20 toekomsten\./);
    expect(meta(en.body, 'description')).toMatch(/^Met in \d+ of 20 futures\./);
    expect(meta(nl.body, 'og:description')).toBe(meta(nl.body, 'description'));
  });

  it('names the address of the page and of its other language, whatever host was asked', async () => {
    const { body } = await get('/en/doelen/homes-2029', { host: 'evil.example' });
    const base = 'https://figures.example.org';
    expect(body).toContain(`<link rel="canonical" href="${base}/en/doelen/homes-2029">`);
    expect(body).toContain(`<link rel="alternate" hreflang="nl" href="${base}/doelen/homes-2029">`);
    expect(body).toContain(`<link rel="alternate" hreflang="x-default" href="${base}/doelen/homes-2029">`);
    expect(meta(body, 'og:url')).toBe(`${base}/en/doelen/homes-2029`);
    expect(body).not.toContain('evil.example');
  });

  it('keeps an address that leads nowhere out of search engines, without naming it', async () => {
    const { body, statusCode } = await get('/doelen/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(statusCode).toBe(404);
    expect(meta(body, 'robots')).toBe('noindex');
    expect(body).not.toContain('alert(1)');
    expect(body).not.toContain('canonical');
  });

  it('answers a page that is known with 304, and a 404 never', async () => {
    const { headers } = await get('/monitor');
    const tag = String(headers.etag);
    expect((await get('/monitor', { 'if-none-match': tag })).statusCode).toBe(304);
    expect((await get('/niets', { 'if-none-match': '*' })).statusCode).toBe(404);
  });
});

describe('the picture of a link', () => {
  const pictureOf = async (path: string) => {
    const { body } = await get(path);
    const address = meta(body, 'og:image').replaceAll('&amp;', '&');
    return server.app.inject(address.slice('https://figures.example.org'.length));
  };

  it.each(['/', '/en', '/doelen/homes-2029', '/en/tafel', '/monitor/homes'])(
    'of %s is a PNG of 1,200 by 630',
    async (path) => {
      const { statusCode, headers, rawPayload } = await pictureOf(path);
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/png']);
      expect([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]).toEqual([1200, 630]);
    },
  );

  it('is made for pages that exist and for no others', async () => {
    expect((await server.app.inject('/kaart.png?pagina=/niets')).statusCode).toBe(404);
    expect((await server.app.inject('/kaart.png?pagina=https://evil.example')).statusCode).toBe(404);
  });
});

describe('what search engines read', () => {
  it('is the list of all pages, with both languages of each', async () => {
    const { body, headers } = await server.app.inject('/sitemap.xml');
    expect(headers['content-type']).toMatch(/^application\/xml/);
    expect(await addresses()).toContain('/en/doelen/homes-2029');
    expect(body.match(/hreflang="nl"/g)?.length).toBe((await addresses()).length);
    const robots = await server.app.inject('/robots.txt');
    expect(robots.body).toContain('Sitemap: https://figures.example.org/sitemap.xml');
    expect(robots.body).not.toContain('Disallow');
  });
});
