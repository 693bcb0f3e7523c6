import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { MapResponse, MapValuesResponse } from './shapes.ts';

export * from './shapes.ts';

/** Maps of the municipalities; they stand on pages of other rooms. */
export const mapRoom = defineRoom({
  order: 52,
  pages: [],
  routes: {
    map: { method: 'GET', path: '/v1/kaart', answer: MapResponse },
    mapValues: { method: 'GET', path: '/v1/kaart/{id}', answer: MapValuesResponse },
  },
  downloads: {},
  description,
});
