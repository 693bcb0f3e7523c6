import { defineRoom } from '../../room.ts';
import { Day, Year } from '../../words.ts';
import { description } from './description.ts';
import {
  BackTestCountResponse,
  BackTestResponse,
  BoundariesResponse,
  IndicatorResponse,
  MonitorResponse,
} from './shapes.ts';

export * from './shapes.ts';

const monitor = { frame: 'monitor', offline: false } as const;
const figures = ['bekendOp'] as const;
const chart = ['bekendOp', 'taal', 'gebied'] as const;

/** What statistics say. */
export const monitorRoom = defineRoom({
  order: 50,
  pages: [
    {
      ...monitor,
      name: 'monitor',
      path: '/monitor',
      ids: null,
      title: { nl: 'Monitor', en: 'Monitor' },
    },
    { ...monitor, name: 'back-test', path: '/monitor/voorspelkracht', ids: null, title: null },
    { ...monitor, name: 'indicator', path: '/monitor/:id', ids: 'indicators', title: null },
  ],
  routes: {
    monitor: { method: 'GET', path: '/v1/indicatoren', answer: MonitorResponse },
    indicator: {
      method: 'GET',
      path: '/v1/indicatoren/{id}',
      query: { bekendOp: Day },
      answer: IndicatorResponse,
    },
    backTest: { method: 'GET', path: '/v1/voorspelkracht', answer: BackTestResponse },
    backTestCount: { method: 'GET', path: '/v1/voorspelkracht/telling', answer: BackTestCountResponse },
    boundaries: { method: 'GET', path: '/v1/grenzen', query: { jaar: Year }, answer: BoundariesResponse },
  },
  downloads: {
    indicatorCsv: { path: '/monitor/{id}.csv', mediaType: 'text/csv', english: true, query: figures },
    indicatorJson: { path: '/monitor/{id}.json', mediaType: 'application/json', query: figures },
    metadataJson: { path: '/monitor/{id}.metadata.json', mediaType: 'application/json', query: figures },
    indicatorZip: { path: '/monitor/{id}.zip', mediaType: 'application/zip', query: figures },
    chartSvg: { path: '/monitor/{id}.svg', mediaType: 'image/svg+xml', query: chart },
    chartPng: { path: '/monitor/{id}.png', mediaType: 'image/png', query: chart },
    embed: { path: '/monitor/{id}/insluiten', mediaType: 'text/html', query: chart },
    embedStyle: { path: '/monitor/insluiten.css', mediaType: 'text/css' },
    catalogue: { path: '/catalog.ttl', mediaType: 'text/turtle' },
  },
  description,
});
