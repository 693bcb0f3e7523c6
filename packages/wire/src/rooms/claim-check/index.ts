import { defineRoom } from '../../room.ts';

/** Whether a sentence is what the agenda says: in the reader's browser, so without a route of its own. */
export const claimCheckRoom = defineRoom({
  order: 45,
  pages: [
    {
      frame: 'site',
      name: 'claim-check',
      path: '/klopt-dit',
      ids: null,
      title: { nl: 'Klopt dit?', en: 'Is this right?' },
      offline: false,
      menu: 'foot',
    },
  ],
  routes: {},
  downloads: {},
  description: { tags: [], routes: {} },
});
