import { downloads, isPage } from '@schaalsprong/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Body } from '../http/body.ts';
import { accepts, chooseEncoding, matchesTag } from '../http/negotiate.ts';
import type { Router } from '../http/register.ts';
import { pathOf, sendBody, sendProblem } from '../http/send.ts';
import type { Current } from '../server-state.ts';
import type { Asset } from './assets.ts';
import { securityTxt } from './security-txt.ts';

/** Routes of the web app: static files, pages, and 404. */
export function addSite(router: Router, current: Current): void {
  router.file(downloads.securityTxt, (request, reply) => {
    const text = securityTxt(current().contact, new Date());
    return text === null
      ? sendProblem(request, reply, 'niet-gevonden', { what: pathOf(request) })
      : sendBody(request, reply, new Body('text/plain; charset=utf-8', text));
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
    const page = assets.page[path === '/en' || path.startsWith('/en/') ? 'en' : 'nl'];
    if (isPage(path, exists)) return sendAsset(request, reply, page);
    const bare = path.slice(0, -1);
    if (path.endsWith('/') && bare.startsWith('/') && isPage(bare, exists)) {
      return reply.redirect(bare, 308);
    }
    // 404 with the HTML page for a browser, and with a problem for an API client.
    reply.header('vary', 'Accept, Accept-Encoding');
    if (accepts(request.headers.accept, 'text/html') && !path.startsWith('/assets/')) {
      return sendAsset(request, reply.code(404), page);
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
