import { join } from 'node:path';
import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { type Fetched, fetchSource, webPort } from '@schaalsprong/monitor/connect';
import { replayAsSeen, startReplay } from '@schaalsprong/monitor/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const region = await loadRegion(readRegionFolder(join(import.meta.dirname)));
const server = await startReplay();
const asked = region.sources.filter(({ series }) => series.length > 0);
const answers = new Map<string, Extract<Fetched, { outcome: 'fetched' }>>();

beforeAll(async () => {
  const { tables, datasets } = replayAsSeen(region);
  Object.assign(server.tables, tables);
  Object.assign(server.datasets, datasets);
  for (const source of asked) {
    const got = await fetchSource(source, region, webPort(server.environment), { limits: { between: 0 } });
    if (got.outcome === 'fetched') answers.set(source.id, got);
  }
});
afterAll(() => server.stop());

const factsOf = (id: string) => answers.get(id)?.batches.flatMap(({ facts }) => facts) ?? [];

describe('every source with a chosen measure, answered in the shape of its service', () => {
  it.each(asked.map(({ id }) => id))('%s gives a figure for each of its series', (id) => {
    const source = region.byId.sources.get(id);
    expect(answers.get(id)?.doubts).toEqual([]);
    const valued = new Set(
      factsOf(id)
        .filter(({ value }) => value !== null)
        .map(({ series }) => series),
    );
    expect([...valued].sort()).toEqual(source?.series.map(({ series }) => series).sort());
  });
});
