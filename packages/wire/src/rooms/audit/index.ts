import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { AuditResponse } from './shapes.ts';

export * from './shapes.ts';

/** Whether the numbers of the agenda agree. */
export const auditRoom = defineRoom({
  order: 40,
  pages: [
    {
      frame: 'site',
      name: 'conflicts',
      path: '/tegenspraken',
      ids: null,
      title: { nl: 'Tegenstrijdigheden', en: 'Conflicts' },
      offline: false,
    },
  ],
  routes: { audit: { method: 'GET', path: '/v1/tegenspraken', answer: AuditResponse } },
  downloads: {
    auditJson: { path: '/tegenspraken.json', mediaType: 'application/json' },
    auditCsv: { path: '/tegenspraken.csv', mediaType: 'text/csv', english: true },
    auditMarkdown: { path: '/tegenspraken.md', mediaType: 'text/markdown', english: true },
  },
  description,
});
