import { join } from 'node:path';
import { batchOf } from '@schaalsprong/monitor';
import { openStore } from '@schaalsprong/store/node';
import { afterAll, describe, expect, it } from 'vitest';
import { figure } from '../../test/monitor-world.ts';
import { Place } from '../../test/world.ts';
import { storePlace } from './place.ts';

const place = new Place();
afterAll(() => place.remove());

const folder = join(place.dir, 'data', 'monitor');

/** Takes a figure of 2023 into the folder, as a command does beside the server. */
async function fetchFigure(value: number, published: string): Promise<void> {
  const store = await openStore({ folder });
  const source = {
    id: 'office' as never,
    table: undefined,
    classification: undefined,
    licence: 'CC BY 4.0',
    attribution: 'Synthetic office',
  };
  const origin = { published, retrieved: `${published}T00:00:00Z`, address: '', covers: null };
  await store.importBatch(await batchOf(source, [figure('ALL', '2023', value)], origin));
  await store.close();
}

describe('figures that are kept in a folder', () => {
  it('are shown by the server, which lets go of the folder so that a command can have it', async () => {
    await fetchFigure(31, '2024-01-01');
    const server = await place.server({ store: storePlace({ folder }), cacheDir: null });
    await server.settled();
    const { facts, history } = (await server.app.inject({ url: '/v1/indicatoren/homes' })).json();
    const of = (list: readonly { readonly period: string; readonly value: number }[]): readonly number[] =>
      list.filter(({ period }) => period === '2023').map(({ value }) => value);
    expect(of(facts)).toEqual([31]);
    expect(of(history)).toEqual([]);
    expect((await server.app.inject({ url: '/v1/indicatoren' })).json().store).toEqual({
      state: 'ready',
      note: null,
    });
    await fetchFigure(32, '2024-02-01');
    await server.close();
  }, 60_000);
});
