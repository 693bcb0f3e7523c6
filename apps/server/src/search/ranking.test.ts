import { fileURLToPath } from 'node:url';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { openRegion } from '@schaalsprong/futures';
import { folderFigures } from '@schaalsprong/monitor';
import { SearchIndex } from '@schaalsprong/search';
import { beforeAll, describe, expect, it } from 'vitest';
import { agendaResponse, sourcesResponse } from '../region/answers.ts';
import { searchDocuments } from './documents.ts';

const index = {} as Record<'nl' | 'en', SearchIndex>;
beforeAll(async () => {
  const dir = fileURLToPath(new URL('../../../../regions/brainport', import.meta.url));
  const { region, model } = await openRegion(readRegionFolder(dir));
  const sources = sourcesResponse(region, model, await folderFigures(region));
  const content = { agenda: agendaResponse(region), sources, indicators: [], conflicts: [] };
  for (const lang of ['nl', 'en'] as const) {
    index[lang] = SearchIndex.of(searchDocuments(content, lang), lang);
  }
});

/** What a reader types, and what must be among the first so many. */
const questions: readonly (readonly ['nl' | 'en', string, readonly string[], number])[] = [
  ['nl', 'Veldhoven', ['municipality GM0861'], 1],
  ['nl', 'eindhoven', ['municipality GM0772'], 1],
  ['nl', 'best', ['municipality GM0753'], 1],
  ['nl', 'reusel de mierden', ['municipality GM1667'], 1],
  ['nl', 'geldrop', ['municipality GM1771'], 1],
  ['nl', 'asml', ['party asml'], 1],
  ['nl', 'netcongestie', ['constraint grid', 'target grid-capacity-2030'], 3],
  ['nl', 'netcongesti', ['constraint grid'], 2],
  ['nl', 'stroomnet', ['constraint grid', 'target grid-capacity-2030'], 3],
  ['nl', '62.000', ['target homes-2030', 'claim homes-at-least-62000'], 2],
  ['nl', '62000', ['target homes-2030', 'claim homes-at-least-62000'], 2],
  ['nl', 'brainport bouwt 62.000 woningen', ['target homes-2030', 'claim homes-at-least-62000'], 2],
  ['nl', 'stikstof', ['challenge challenge-11', 'constraint nitrogen', 'target nitrogen-space-2030'], 5],
  ['nl', 'wonigen', ['target homes-2030', 'challenge challenge-9'], 3],
  ['nl', 'huizen', ['target homes-2030'], 3],
  ['nl', 'bouwvakkers', ['constraint builders'], 1],
  ['nl', 'hov4', ['measure hov4'], 1],
  ['nl', 'tegenspraken', ['page /tegenspraken'], 1],
  ['nl', 'banen', ['target places-filled-2032', 'indicator jobs'], 6],
  ['en', '62,000', ['target homes-2030', 'claim homes-at-least-62000'], 2],
  ['en', 'Veldhoven', ['municipality GM0861'], 1],
  ['en', 'nitrogen', ['constraint nitrogen', 'target nitrogen-space-2030'], 4],
  ['en', 'power grid', ['constraint grid', 'target grid-capacity-2030'], 4],
  ['en', 'agreements', ['page /afspraken'], 1],
];

describe('what a reader looks for is among the first', () => {
  it.each(questions)('%s: %s', (lang, question, expected, among) => {
    const first = index[lang].search(question, { most: among }).hits.map(({ kind, id }) => `${kind} ${id}`);
    expect(first, question).toEqual(expect.arrayContaining([...expected]));
  });
});
