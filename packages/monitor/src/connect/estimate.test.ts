import { describe, expect, it } from 'vitest';
import { fetched, region, replays } from '../../test/fetching.ts';
import { population, prices, sourceOf } from '../../test/region.ts';
import { estimateFetch, needsFile } from './index.ts';

const start = replays();

describe('what fetching asks of the network', () => {
  it.each([
    ['a table without dimensions', prices()],
    ['a table with three more', population()],
  ])('is as many requests as are made: %s', async (_, source) => {
    const server = await start({ pageSize: 100_000 });
    await fetched(server, source);
    expect(estimateFetch(source, region)?.requests).toBe(server.requests.length);
  });

  it('counts a table of v3 as it is asked', async () => {
    const server = await start({ pageSize: 100_000 });
    const table = server.tables['83625NED'];
    if (table?.measures[0] !== undefined) table.measures[0].column = 'GemiddeldeVerkoopprijs_1';
    const source = prices({ kind: 'cbs-odata-v3' }, { measure: 'GemiddeldeVerkoopprijs_1' });
    await fetched(server, source);
    expect(estimateFetch(source, region)?.requests).toBe(server.requests.length);
  });

  it('takes 1.25 s for each: the pause between two, and a second for the answer', () => {
    const estimate = estimateFetch(prices(), region);
    expect(estimate?.seconds).toBe((estimate?.requests ?? 0) * 1.25);
  });

  it('is none where a person must give the file, or nothing was chosen', () => {
    const file = sourceOf({ kind: 'csv', series: [] });
    expect([needsFile(file), estimateFetch(file, region)]).toEqual([true, null]);
    expect(estimateFetch(prices({ series: [] }), region)).toBeNull();
    expect(needsFile(sourceOf({ kind: 'duo-csv', table: 'p04hogdipl/gediplomeerdenhbo.csv' }))).toBe(false);
    expect(needsFile(sourceOf({ kind: 'duo-csv', table: 'p04hogdipl' }))).toBe(true);
  });
});
