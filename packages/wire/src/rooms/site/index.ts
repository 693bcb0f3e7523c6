import * as z from 'zod/mini';
import { defineRoom } from '../../room.ts';
import { description } from './description.ts';

/** What the site says of itself. */
export const siteRoom = defineRoom({
  order: 80,
  pages: [],
  routes: {
    description: {
      method: 'GET',
      path: '/v1/openapi.json',
      answer: z.object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    },
  },
  downloads: {
    securityTxt: { path: '/.well-known/security.txt', mediaType: 'text/plain' },
    robots: { path: '/robots.txt', mediaType: 'text/plain' },
    sitemap: { path: '/sitemap.xml', mediaType: 'application/xml' },
    /** Picture of a page for who shows a link to it: `pagina` is its path, with its language. */
    card: { path: '/kaart.png', mediaType: 'image/png', query: ['pagina'] },
  },
  description,
});
