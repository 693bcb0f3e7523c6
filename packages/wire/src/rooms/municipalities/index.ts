import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { MunicipalitiesResponse, MunicipalityResponse } from './shapes.ts';

export * from './shapes.ts';

const site = { frame: 'site', offline: false } as const;

/** A page for every municipality of the region. */
export const municipalitiesRoom = defineRoom({
  order: 54,
  pages: [
    {
      ...site,
      name: 'municipalities',
      path: '/gemeenten',
      ids: null,
      title: { nl: 'Gemeenten', en: 'Municipalities' },
      menu: 'foot',
    },
    { ...site, name: 'municipality', path: '/gemeenten/:id', ids: 'municipalities', title: null },
  ],
  routes: {
    municipalities: { method: 'GET', path: '/v1/gemeenten', answer: MunicipalitiesResponse },
    municipality: { method: 'GET', path: '/v1/gemeenten/{code}', answer: MunicipalityResponse },
  },
  downloads: {},
  description,
});
