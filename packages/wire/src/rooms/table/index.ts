import * as z from 'zod/mini';
import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import {
  KeepsSharesResponse,
  ShareBody,
  SharedIdResponse,
  ShareResponse,
  TableBody,
  TableResponse,
} from './shapes.ts';

export * from './shapes.ts';

/** The policy table. */
export const tableRoom = defineRoom({
  order: 30,
  pages: [
    {
      frame: 'site',
      name: 'table',
      path: '/tafel',
      ids: null,
      title: { nl: 'Beleidstafel', en: 'Policy table' },
      offline: true,
    },
  ],
  routes: {
    table: {
      method: 'POST',
      path: '/v1/tafel',
      query: { values: z.enum(['1']) },
      body: TableBody,
      answer: TableResponse,
    },
    keepsShares: { method: 'GET', path: '/v1/tafel/bewaard', answer: KeepsSharesResponse },
    keepShare: { method: 'POST', path: '/v1/tafel/bewaard', body: ShareBody, answer: SharedIdResponse },
    share: { method: 'GET', path: '/v1/tafel/bewaard/{id}', answer: ShareResponse },
  },
  downloads: {},
  description,
});
