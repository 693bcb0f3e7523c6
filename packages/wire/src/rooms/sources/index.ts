import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { SourcesResponse } from './shapes.ts';

export * from './shapes.ts';

const sources = { frame: 'sources', offline: false } as const;
const list = { ...sources, ids: null } as const;

/** Where every number comes from. */
export const sourcesRoom = defineRoom({
  order: 60,
  pages: [
    { ...list, name: 'sources', path: '/bronnen', title: { nl: 'Bronnen', en: 'Sources' } },
    { ...list, name: 'claims', path: '/bronnen/beweringen', title: { nl: 'Uitspraken', en: 'Claims' } },
    { ...sources, name: 'claim', path: '/bronnen/beweringen/:id', ids: 'claims', title: null },
    { ...list, name: 'tree', path: '/bronnen/agenda', title: { nl: 'De agenda', en: 'The agenda' } },
    { ...list, name: 'assumptions', path: '/bronnen/aannamen', title: { nl: 'Aannamen', en: 'Assumptions' } },
    { ...sources, name: 'assumption', path: '/bronnen/aannamen/:id', ids: 'uncertainties', title: null },
    { ...list, name: 'data', path: '/bronnen/gegevens', title: { nl: 'Gegevens', en: 'Data' } },
    { ...sources, name: 'source', path: '/bronnen/gegevens/:id', ids: 'sources', title: null },
    { ...list, name: 'model', path: '/bronnen/model', title: { nl: 'Model', en: 'Model' } },
    { ...sources, name: 'variable', path: '/bronnen/model/:id', ids: 'variables', title: null },
    { ...list, name: 'own-model', path: '/bronnen/eigen-model', title: null },
    {
      ...list,
      name: 'unknown',
      path: '/bronnen/onbekend',
      title: { nl: 'Wat we niet weten', en: 'What we do not know' },
    },
    { ...list, name: 'method', path: '/bronnen/methode', title: { nl: 'Methode', en: 'Method' } },
    { ...list, name: 'methods', path: '/bronnen/methoden', title: { nl: 'Proeven', en: 'Checks' } },
    {
      ...list,
      name: 'own-copy',
      path: '/bronnen/tekst',
      title: { nl: 'Uw eigen exemplaar', en: 'Your own copy' },
    },
    {
      ...list,
      name: 'read-document',
      path: '/bronnen/lezen',
      title: { nl: 'Een document lezen', en: 'Read a document' },
    },
  ],
  routes: { sources: { method: 'GET', path: '/v1/bronnen', answer: SourcesResponse } },
  downloads: {
    claimsCsv: { path: '/bronnen/beweringen.csv', mediaType: 'text/csv' },
    model: { path: '/bronnen/model.mdl', mediaType: 'text/plain' },
  },
  description,
});
