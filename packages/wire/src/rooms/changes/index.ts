import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { ChangesResponse } from './shapes.ts';

export * from './shapes.ts';

/** What changed between the states of the standing that a server kept. */
export const changesRoom = defineRoom({
  order: 25,
  pages: [
    {
      name: 'changes',
      path: '/wijzigingen',
      ids: null,
      frame: 'site',
      title: { nl: 'Wijzigingen', en: 'Changes' },
      offline: false,
      menu: 'foot',
    },
  ],
  routes: {
    changes: { method: 'GET', path: '/v1/wijzigingen', answer: ChangesResponse },
  },
  downloads: {
    changesFeed: { path: '/wijzigingen.atom', mediaType: 'application/atom+xml', english: true },
  },
  description,
});
