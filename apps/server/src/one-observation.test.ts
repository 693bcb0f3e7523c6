import { loadRegion } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { batchOf } from '@schaalsprong/monitor';
import { afterAll, describe, expect, it } from 'vitest';
import { figure, Shelf } from '../test/monitor-world.ts';
import { Place, syntheticRegion } from '../test/world.ts';

const place = new Place();
afterAll(() => place.remove());
const office = { id: 'office', table: 'T1', classification: undefined, licence: '', attribution: 'Office' };

/** A shelf of the region folder's own figures and one that was ingested: 41 homes in 2023. */
async function shelf(value: number): Promise<Shelf> {
  const made = new Shelf();
  await made.store.importBatch(
    await batchOf(office, [figure('ALL', '2023', value)], {
      published: '2024-02-01',
      retrieved: '2024-02-01T08:00:00Z',
      address: '',
      covers: null,
    }),
  );
  return made;
}

describe('after a newer figure was ingested', () => {
  it('every answer and file of the server gives its value and period, and the hash tells that it was used', async () => {
    const kept = await shelf(41);
    const server = await place.server({ store: kept.place, now: () => new Date('2024-06-15T12:00:00Z') });
    const json = async (url: string) => (await server.app.inject({ url })).json();
    try {
      await server.settled();
      const last = { value: 41, period: '2023' };
      const standing = await json('/v1/stand');
      expect(standing.detail.assessment.targets[0]).toMatchObject({
        id: 'homes-2029',
        observed: last,
        observedStatus: 'final',
      });
      const { data } = (await loadRegion(readRegionFolder(syntheticRegion))).hashes;
      expect(standing.detail.assessment.provenance.data).not.toBe(data);
      expect((await json('/v1/doelen')).targets[0].standing.observed).toMatchObject(last);
      const target = await json('/v1/doelen/homes-2029');
      const measured = (points: { status: string }[]) => points.filter(({ status }) => status !== 'expected');
      expect(target.standing.observed).toMatchObject(last);
      expect(measured(target.observed).at(-1)).toMatchObject(last);
      const sources = await json('/v1/bronnen');
      expect(measured(sources.observed['homes-2029']).at(-1)).toMatchObject(last);
      const source = sources.sources.find(({ text }: { text: string }) =>
        text.startsWith('Synthetic office'),
      );
      expect(source).toMatchObject({ observations: 1 });
      const page = await server.app.inject({ url: `/bronnen/gegevens/${source.id}` });
      expect(page.statusCode).toBe(200);
      const { indicators } = await json('/v1/indicatoren');
      expect(indicators[0].latest).toMatchObject(last);
      const { standings } = await json('/v1/indicatoren/homes');
      expect(standings[0].latest).toMatchObject(last);
      expect((await server.app.inject({ url: '/doelen/homes-2029.csv' })).body).toMatch(
        /,2023,2024,homes,41,/,
      );
      expect((await server.app.inject({ url: '/stand.csv' })).body).toContain(',41,2023,');
    } finally {
      await server.close();
    }
  });

  it('an import while the server runs renews all of them at once', async () => {
    const kept = await shelf(41);
    const server = await place.server({ store: kept.place, cacheDir: null });
    try {
      await server.settled();
      const first = (await server.app.inject({ url: '/v1/stand' })).json();
      expect(first.detail.assessment.targets[0].observed).toMatchObject({ value: 41 });
      const etag = (await server.app.inject({ url: '/v1/bronnen' })).headers.etag;
      await kept.store.importBatch(
        await batchOf(office, [figure('ALL', '2024', 52)], {
          published: '2025-02-01',
          retrieved: '2025-02-01T08:00:00Z',
          address: '',
          covers: null,
        }),
      );
      kept.stamp = '2';
      await server.look();
      const next = (await server.app.inject({ url: '/v1/stand' })).json();
      expect(next.detail.assessment.targets[0].observed).toMatchObject({ value: 52, period: '2024' });
      // What the futures say does not depend on it, and was not computed again.
      expect(next.detail.assessment.targets[0].projected).toEqual(
        first.detail.assessment.targets[0].projected,
      );
      const sources = await server.app.inject({ url: '/v1/bronnen' });
      expect(sources.headers.etag).not.toBe(etag);
      expect(sources.json().observed['homes-2029']).toContainEqual(expect.objectContaining({ value: 52 }));
    } finally {
      await server.close();
    }
  });
});
