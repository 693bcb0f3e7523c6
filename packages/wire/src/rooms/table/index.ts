import * as z from 'zod/mini';
import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { TableBody, TableResponse } from './shapes.ts';

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
  },
  downloads: {},
  description,
});
