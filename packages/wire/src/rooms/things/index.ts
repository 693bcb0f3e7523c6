import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { AgreementsResponse, ThingResponse } from './shapes.ts';

export * from './shapes.ts';

const site = { frame: 'site', offline: false } as const;
const list = { ...site, ids: null, menu: 'none' } as const;
const thing = { ...site, title: null } as const;

/** A page for everything that the agenda names, with what links to it; and who promised what by when. */
export const thingsRoom = defineRoom({
  order: 55,
  pages: [
    {
      ...site,
      name: 'agreements',
      path: '/afspraken',
      ids: null,
      title: { nl: 'Afspraken', en: 'Agreements' },
    },
    { ...thing, name: 'agreement', path: '/afspraken/:id', ids: 'agreements' },
    { ...list, name: 'parties', path: '/partijen', menu: 'foot', title: { nl: 'Partijen', en: 'Parties' } },
    { ...thing, name: 'party', path: '/partijen/:id', ids: 'parties' },
    {
      ...list,
      name: 'measures',
      path: '/maatregelen',
      menu: 'foot',
      title: { nl: 'Maatregelen', en: 'Measures' },
    },
    { ...thing, name: 'measure', path: '/maatregelen/:id', ids: 'measures' },
    {
      ...list,
      name: 'constraints',
      path: '/knelpunten',
      menu: 'foot',
      title: { nl: 'Knelpunten', en: 'Constraints' },
    },
    { ...thing, name: 'constraint', path: '/knelpunten/:id', ids: 'constraints' },
    {
      ...list,
      name: 'projects',
      path: '/projecten',
      menu: 'foot',
      title: { nl: 'Projecten', en: 'Projects' },
    },
    { ...thing, name: 'project', path: '/projecten/:id', ids: 'projects' },
    { ...list, name: 'programmes', path: '/programmas', title: { nl: 'Programma’s', en: 'Programmes' } },
    { ...thing, name: 'programme', path: '/programmas/:id', ids: 'programmes' },
    { ...list, name: 'instruments', path: '/instrumenten', title: { nl: 'Instrumenten', en: 'Instruments' } },
    { ...thing, name: 'instrument', path: '/instrumenten/:id', ids: 'instruments' },
    { ...list, name: 'campuses', path: '/campussen', title: { nl: 'Campussen', en: 'Campuses' } },
    { ...thing, name: 'campus', path: '/campussen/:id', ids: 'campuses' },
    {
      ...list,
      name: 'technologies',
      path: '/technologieen',
      title: { nl: 'Technologieën', en: 'Technologies' },
    },
    { ...thing, name: 'technology', path: '/technologieen/:id', ids: 'technologies' },
    { ...list, name: 'markets', path: '/markten', title: { nl: 'Markten', en: 'Markets' } },
    { ...thing, name: 'market', path: '/markten/:id', ids: 'markets' },
    { ...list, name: 'facilities', path: '/voorzieningen', title: { nl: 'Voorzieningen', en: 'Facilities' } },
    { ...thing, name: 'facility', path: '/voorzieningen/:id', ids: 'facilities' },
    { ...list, name: 'documents', path: '/documenten', title: { nl: 'Documenten', en: 'Documents' } },
    { ...thing, name: 'document', path: '/documenten/:id', ids: 'documents' },
    { ...list, name: 'ambitions', path: '/ambities', title: { nl: 'Ambities', en: 'Ambitions' } },
    { ...thing, name: 'ambition', path: '/ambities/:id', ids: 'ambitions' },
    { ...list, name: 'pillars', path: '/pijlers', title: { nl: 'Pijlers', en: 'Pillars' } },
    { ...thing, name: 'pillar', path: '/pijlers/:id', ids: 'pillars' },
    { ...list, name: 'action-lines', path: '/actielijnen', title: { nl: 'Actielijnen', en: 'Action lines' } },
    { ...thing, name: 'action-line', path: '/actielijnen/:id', ids: 'action-lines' },
    {
      ...list,
      name: 'parts',
      path: '/onderdelen',
      title: { nl: 'Onderdelen van de agenda', en: 'Parts of the agenda' },
    },
    { ...thing, name: 'part', path: '/onderdelen/:id', ids: 'parts' },
  ],
  routes: {
    thing: { method: 'GET', path: '/v1/verwijzingen/{kind}/{id}', answer: ThingResponse },
    agreements: { method: 'GET', path: '/v1/afspraken', answer: AgreementsResponse },
  },
  downloads: {
    agreementsCsv: {
      path: '/afspraken.csv',
      mediaType: 'text/csv',
      english: true,
      query: ['partij', 'opgave'],
    },
  },
  description,
});
