import { downloads } from '@schaalsprong/wire';
import { isPage, pageAt } from '@schaalsprong/wire/pages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Body } from '../http/body.ts';
import { accepts, chooseEncoding, matchesTag } from '../http/negotiate.ts';
import type { Router } from '../http/register.ts';
import { baseOf, pathOf, queryOf, sendBody, sendProblem } from '../http/send.ts';
import { PngBusy, toPng } from '../monitor/png.ts';
import { remembering } from '../monitor/routes.ts';
import { type Current, perState } from '../server-state.ts';
import { type Asset, htmlType } from './assets.ts';
import { cardSvg } from './card.ts';
import { addressesOf, headOf, pageHtml } from './head.ts';
import { securityTxt } from './security-txt.ts';
import { robots, sitemap } from './sitemap.ts';

/** Routes of the web app: static files, pages, and 404. */
export function addSite(router: Router, current: Current): void {
  router.file(downloads.securityTxt, (request, reply) => {
    const text = securityTxt(current().contact, new Date());
    return text === null
      ? sendProblem(request, reply, 'niet-gevonden', { what: pathOf(request) })
      : sendBody(request, reply, new Body('text/plain; charset=utf-8', text));
  });

  router.file(downloads.robots, (request, reply) => {
    const text = robots(baseOf(request, current().monitor.address));
    return sendBody(request, reply, new Body('text/plain; charset=utf-8', text));
  });

  const maps = perState(current, () => remembering<Body>());
  router.file(downloads.sitemap, (request, reply) => {
    const base = baseOf(request, current().monitor.address);
    const make = (): Body =>
      new Body('application/xml; charset=utf-8', sitemap(base, router.idsOf.bind(router)));
    return sendBody(request, reply, maps()(current(), base, make));
  });

  const cards = remembering<Promise<Body>>();
  router.file(downloads.card, async (request, reply) => {
    const path = queryOf(downloads.card, request, 'pagina') ?? '/';
    const at = pageAt(path, router.exists.bind(router));
    if (at === null) return sendProblem(request, reply, 'niet-gevonden', { what: path });
    const state = current();
    const address = addressesOf(at, baseOf(request, state.monitor.address)).own;
    try {
      const make = async (): Promise<Body> => new Body('image/png', await toPng(cardSvg(at, address, state)));
      return sendBody(request, reply, await cards(state.standing(), address, make));
    } catch (error) {
      if (!(error instanceof PngBusy)) throw error;
      return sendProblem(request, reply.header('retry-after', '2'), 'grafiek-bezet');
    }
  });

  router.get('/*', '', (request, reply) => {
    const { assets } = current();
    const exists = router.exists.bind(router);
    const path = pathOf(request);
    if (path.startsWith('/v1/') || path === '/v1') {
      return sendProblem(request, reply, 'niet-gevonden', { what: path });
    }
    if (assets === null) return sendProblem(request, reply, 'webapp-ontbreekt');
    const file = assets.files.get(path);
    if (file) return sendAsset(request, reply, file);
    const base = baseOf(request, current().monitor.address);
    const shown = pageAt(path, exists);
    const page = (): Body => {
      const lang = path === '/en' || path.startsWith('/en/') ? 'en' : 'nl';
      return new Body(htmlType, pageHtml(assets.html, lang, headOf(shown, base, current())));
    };
    if (shown !== null) return sendBody(request, reply, page());
    const bare = path.slice(0, -1);
    if (path.endsWith('/') && bare.startsWith('/') && isPage(bare, exists)) {
      return reply.redirect(bare, 308);
    }
    // 404 with the HTML page for a browser, and with a problem for an API client.
    reply.header('vary', 'Accept, Accept-Encoding');
    if (accepts(request.headers.accept, 'text/html') && !path.startsWith('/assets/')) {
      // Whole: a 404 is never answered with 304.
      return reply.code(404).header('cache-control', 'no-cache').type(htmlType).send(page().bytes);
    }
    return sendProblem(request, reply, 'niet-gevonden', { what: path });
  });
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  reply
    .header('etag', asset.tag)
    .header('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (!reply.hasHeader('vary')) reply.header('vary', 'Accept-Encoding');
  if (reply.statusCode === 200 && matchesTag(request.headers['if-none-match'], asset.tag)) {
    return reply.code(304).send();
  }
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  const bytes = asset.encoded[encoding];
  if (bytes) reply.header('content-encoding', encoding);
  return reply.type(asset.type).send(bytes ?? asset.bytes);
}
