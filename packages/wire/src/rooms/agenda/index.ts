import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { AgendaResponse } from './shapes.ts';

export * from './shapes.ts';

/** What was promised. */
export const agendaRoom = defineRoom({
  order: 10,
  pages: [],
  routes: { agenda: { method: 'GET', path: '/v1/agenda', answer: AgendaResponse } },
  downloads: { treeCsv: { path: '/bronnen/agenda.csv', mediaType: 'text/csv', english: true } },
  description,
});
