import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { SearchResponse } from './shapes.ts';

export * from './shapes.ts';

/** One search box over everything, and whether a sentence is what the agenda says. */
export const searchRoom = defineRoom({
  order: 58,
  pages: [
    {
      name: 'search',
      path: '/zoeken',
      ids: null,
      frame: 'site',
      title: { nl: 'Zoeken', en: 'Search' },
      offline: true,
      menu: 'foot',
    },
  ],
  routes: { search: { method: 'GET', path: '/v1/zoeken/{lang}', answer: SearchResponse } },
  downloads: {},
  description,
});
