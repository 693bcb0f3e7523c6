import { defineRoom } from '../../room.ts';
import { description } from './description.ts';
import { StandingResponse, TargetResponse, TargetsResponse } from './shapes.ts';

export * from './shapes.ts';

const site = { frame: 'site', offline: false } as const;

/** Where the agenda stands: as a whole, per target and per challenge. */
export const standingRoom = defineRoom({
  order: 20,
  pages: [
    {
      ...site,
      name: 'home',
      path: '/',
      ids: null,
      title: { nl: 'Stand van de agenda', en: 'Standing of the agenda' },
    },
    { ...site, name: 'target', path: '/doelen/:id', ids: 'targets', title: null },
    { ...site, name: 'challenge', path: '/opgaven/:id', ids: 'challenges', title: null },
  ],
  routes: {
    standing: { method: 'GET', path: '/v1/stand', answer: StandingResponse },
    targets: { method: 'GET', path: '/v1/doelen', answer: TargetsResponse },
    target: { method: 'GET', path: '/v1/doelen/{id}', answer: TargetResponse },
  },
  downloads: {
    standingJson: { path: '/stand.json', mediaType: 'application/json' },
    standingCsv: { path: '/stand.csv', mediaType: 'text/csv', english: true },
    targetCsv: { path: '/doelen/{id}.csv', mediaType: 'text/csv', english: true },
  },
  description,
});
