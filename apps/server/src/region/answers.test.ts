import { readRegionFolder } from '@schaalsprong/agenda/node';
import { openRegion } from '@schaalsprong/futures';
import { folderFigures } from '@schaalsprong/monitor';
import { describe, expect, it } from 'vitest';
import { syntheticRegion } from '../../test/world.ts';
import { agendaResponse, knownIds, sourcesResponse } from './answers.ts';

describe('where every number comes from', () => {
  it('each source is there once, with everything that names it', async () => {
    const { region, model } = await openRegion(readRegionFolder(syntheticRegion));
    const { sources } = sourcesResponse(region, model, await folderFigures(region));
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    const count = sources.find(({ text }) => text.startsWith('synthetic count'));
    expect(count).toMatchObject({
      address: 'https://example.org/count',
      observations: 2,
      uses: [{ kind: 'observation', id: 'homes_built' }],
    });
    const synthetic = sources.find(({ text }) => text === 'synthetic');
    expect(synthetic?.uses.map(({ kind }) => kind).sort()).toEqual([
      'agreement',
      'area',
      'history',
      'measure',
      'register',
      'target',
    ]);
  });

  it('a model variable knows what it uses, who uses it, and what content says of it', async () => {
    const { region, model } = await openRegion(readRegionFolder(syntheticRegion));
    const { variables } = sourcesResponse(region, model, await folderFigures(region)).model;
    const of = (id: string): unknown => variables.find((variable) => variable.id === id);
    expect(of('held-back-by-builders')).toMatchObject({
      name: 'held back by builders',
      units: 'homes/year',
      uses: ['builders-relief', 'builders-shortage'],
      usedBy: ['building'],
      outcomes: ['homes-built'],
    });
    expect(of('builders-relief')).toMatchObject({ kind: 'constant', measures: ['more-builders'] });
    expect(of('builders-shortage')).toMatchObject({ uncertainties: ['builders-shortage'] });
    const ids = new Set(variables.map(({ id }) => id));
    for (const { uses, usedBy } of variables)
      for (const id of [...uses, ...usedBy]) expect(ids).toContain(id);
  });

  it('only the lowest level of the tree has pages as challenges', async () => {
    const { region, model } = await openRegion(readRegionFolder(syntheticRegion));
    const known = knownIds(
      agendaResponse(region),
      sourcesResponse(region, model, await folderFigures(region)),
    );
    expect([...known.challenges]).toEqual(['challenge-1']);
    expect([...known.targets]).toEqual(['homes-2029', 'rank-2029']);
  });
});
