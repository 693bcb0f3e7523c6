import type { AgreementsResponse, ThingResponse } from '@schaalsprong/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place } from '../../test/world.ts';
import type { Server } from '../index.ts';

const place = new Place();
let server: Server;
beforeAll(async () => {
  server = await place.server({ now: () => new Date('2026-12-03T10:00:00Z') });
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const read = async (url: string) => server.app.inject({ url });

describe('what links to a thing', () => {
  it('is found from both ends', async () => {
    const measure = (await read('/v1/verwijzingen/measure/more-builders')).json<ThingResponse>();
    expect(measure.names).toContainEqual(
      expect.objectContaining({ kind: 'party', id: 'somebody', as: 'owner' }),
    );
    expect(measure.today).toBe('2026-12-03');
    const party = (await read('/v1/verwijzingen/party/somebody')).json<ThingResponse>();
    expect(party.namedBy.map(({ kind, id, as }) => `${kind} ${id} ${as}`)).toEqual(
      expect.arrayContaining([
        'measure more-builders owner',
        'agreement a-word party',
        'project a-street payer',
      ]),
    );
    expect(party.sources.map(({ text }) => text)).toContain('synthetic');
  });

  it('of a thing that is not there is a 404 that says what was expected', async () => {
    for (const url of ['/v1/verwijzingen/measure/nothing', '/v1/verwijzingen/nonsense/somebody']) {
      const answer = await read(url);
      expect(answer.statusCode, url).toBe(404);
      expect(answer.json().detail).toMatch(/Verwacht: soort en id/);
    }
  });
});

describe('pages of things', () => {
  it('are there for what the region has, and for nothing else', async () => {
    const status = async (url: string) => (await read(url)).statusCode;
    const there = ['/partijen', '/partijen/somebody', '/en/maatregelen/more-builders', '/projecten/a-street'];
    const more = ['/afspraken', '/afspraken/a-word', '/ambities/ambition-a', '/onderdelen/goal-one'];
    for (const url of [...there, ...more]) expect(await status(url), url).toBe(200);
    for (const url of ['/partijen/nobody', '/programmas/a-street', '/pijlers/challenge-1']) {
      expect(await status(url), url).toBe(404);
    }
  });
});

describe('the agreements', () => {
  it('are given with the day of the server, and as a file for a party or a challenge', async () => {
    const { today, agreements } = (await read('/v1/afspraken')).json<AgreementsResponse>();
    expect(today).toBe('2026-12-03');
    expect(agreements).toEqual([
      { id: 'a-word', term: 'undated', dueEnd: null, lastWord: null, silentMonths: null },
    ]);
    const rows = async (query: string) =>
      (await read(`/afspraken.csv${query}`)).body.trim().split('\n').length;
    expect(await rows('')).toBe(2);
    expect(await rows('?partij=somebody&opgave=challenge-1')).toBe(2);
    expect(await rows('?opgave=pillar-one')).toBe(1);
    expect((await read('/afspraken.csv?partij=nobody')).statusCode).toBe(404);
  });
});
