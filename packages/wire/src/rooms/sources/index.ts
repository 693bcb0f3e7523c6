import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { SourcesResponse } from './shapes.ts';

export * from './shapes.ts';

const sources = { frame: 'sources', offline: false } as const;
const list = { ...sources, ids: null } as const;

/** What the agenda says, what was put in beside it, and what computes with both. */
const text = { group: { nl: 'De tekst', en: 'The text' } } as const;
const figures = { group: { nl: 'De cijfers', en: 'The figures' } } as const;
const model = { group: { nl: 'Het model', en: 'The model' } } as const;

/** Where every number comes from. */
export const sourcesRoom = defineRoom({
  order: 60,
  pages: [
    { ...list, name: 'sources', path: '/bronnen', title: { nl: 'Bronnen', en: 'Sources' } },
    {
      ...list,
      ...text,
      name: 'claims',
      path: '/bronnen/beweringen',
      title: { nl: 'Uitspraken', en: 'Claims' },
    },
    { ...sources, ...text, name: 'claim', path: '/bronnen/beweringen/:id', ids: 'claims', title: null },
    {
      ...list,
      ...text,
      name: 'tree',
      path: '/bronnen/agenda',
      title: { nl: 'Opbouw van de agenda', en: 'Structure of the agenda' },
    },
    {
      ...list,
      ...text,
      name: 'own-copy',
      path: '/bronnen/tekst',
      title: { nl: 'Meelezen in de agenda', en: 'Read along in the agenda' },
    },
    {
      ...list,
      ...text,
      name: 'read-document',
      path: '/bronnen/lezen',
      title: { nl: 'Een document lezen', en: 'Read a document' },
    },
    {
      ...list,
      ...figures,
      name: 'data',
      path: '/bronnen/gegevens',
      title: { nl: 'Gegevensbronnen', en: 'Sources of data' },
    },
    { ...sources, ...figures, name: 'source', path: '/bronnen/gegevens/:id', ids: 'sources', title: null },
    {
      ...list,
      ...figures,
      name: 'assumptions',
      path: '/bronnen/aannamen',
      title: { nl: 'Aannamen', en: 'Assumptions' },
    },
    {
      ...sources,
      ...figures,
      name: 'assumption',
      path: '/bronnen/aannamen/:id',
      ids: 'uncertainties',
      title: null,
    },
    {
      ...list,
      ...figures,
      name: 'unknown',
      path: '/bronnen/onbekend',
      title: { nl: 'Wat we niet weten', en: 'What we do not know' },
    },
    {
      ...list,
      ...model,
      name: 'method',
      path: '/bronnen/methode',
      title: { nl: 'Hoe we rekenen', en: 'How we compute' },
    },
    {
      ...list,
      ...model,
      name: 'model',
      path: '/bronnen/model',
      title: { nl: 'Het model van binnen', en: 'Inside the model' },
    },
    { ...sources, ...model, name: 'variable', path: '/bronnen/model/:id', ids: 'variables', title: null },
    {
      ...list,
      ...model,
      name: 'methods',
      path: '/bronnen/methoden',
      title: { nl: 'Rekent het goed?', en: 'Does it compute well?' },
    },
    {
      ...list,
      ...model,
      name: 'own-model',
      path: '/bronnen/eigen-model',
      title: { nl: 'Een eigen model', en: 'A model of your own' },
    },
  ],
  routes: { sources: { method: 'GET', path: '/v1/bronnen', answer: SourcesResponse } },
  downloads: {
    claimsCsv: { path: '/bronnen/beweringen.csv', mediaType: 'text/csv', english: true },
    model: { path: '/bronnen/model.mdl', mediaType: 'text/plain' },
  },
  description,
});
