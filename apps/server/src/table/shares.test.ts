import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Share } from '@schaalsprong/store/node';
import { storeFault } from '@schaalsprong/store/problems';
import { routes } from '@schaalsprong/wire';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { initialized } from '../../../../packages/store/test/initialized.ts';
import { Place } from '../../test/world.ts';
import type { Server, ServerSettings } from '../index.ts';
import { mostPerMinute, type SharePlace } from './shares.ts';
import { SharesThread } from './shares-thread.ts';

const places: Place[] = [];
const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
  for (const place of places.splice(0)) place.remove();
});

const served = async (settings: Partial<ServerSettings> = {}): Promise<Server> => {
  const place = new Place();
  places.push(place);
  const server = await place.server(settings);
  servers.push(server);
  return server;
};

/** As `freeze` in apps/web/src/table/frozen.ts makes it, around any content. */
function linkOf(content: string): string {
  const packed = Buffer.from(content);
  const head = Buffer.alloc(3);
  head.writeUInt8(2);
  head.writeUInt16BE(packed.length, 1);
  const all = Buffer.concat([head, packed]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(all));
  return Buffer.concat([all, check]).toString('base64url');
}

const send = ({ app }: Server, payload: unknown): Promise<LightMyRequestResponse> =>
  app.inject({
    method: 'POST',
    url: '/v1/tafel/bewaard',
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(payload),
  });
const keep = (server: Server, content: string) => send(server, { shared: linkOf(content) });

/** Keeps in memory, by the content itself. */
const inMemory = (): SharePlace & { readonly kept: Map<string, Share> } => {
  const kept = new Map<string, Share>();
  return {
    kept,
    find: async (id) => kept.get(id)?.content ?? null,
    keep: async (share, most) => {
      const id = `share${String(share.content.length).padStart(5, '0')}`;
      const isNew = !kept.has(id);
      if (isNew && kept.size >= most) return { id: null, isNew: false };
      kept.set(id, share);
      return { id, isNew };
    },
    close: async () => undefined,
  };
};

describe('a server that keeps shared settings', () => {
  it('gives one back by its id, also after it was stopped, and reads a folder on a thread of its own', async () => {
    const place = new Place();
    places.push(place);
    const folder = join(place.dir, 'shares');
    await initialized(folder);
    const settings = () => ({ shares: { place: new SharesThread({ folder }), most: 100 } });
    const first = await served(settings());
    expect((await first.app.inject({ url: '/v1/tafel/bewaard' })).json()).toEqual({ keeps: true, most: 100 });
    const shared = linkOf('a setting');
    const made = await send(first, { shared });
    expect(made.statusCode, made.body).toBe(200);
    const { id } = routes.keepShare.answer.parse(made.json());
    expect((await send(first, { shared })).json()).toEqual({ id });
    await first.close();
    servers.splice(servers.indexOf(first), 1);

    const second = await served(settings());
    const found = await second.app.inject({ url: `/v1/tafel/bewaard/${id}` });
    expect(routes.share.answer.parse(found.json())).toEqual({ id, shared });
    expect(found.headers.etag).toBeDefined();
    const unknown = await second.app.inject({ url: '/v1/tafel/bewaard/nothing000' });
    expect([unknown.statusCode, unknown.json().type]).toEqual([404, '/fouten/gedeeld-onbekend']);
  });

  it('takes nothing that is no link, is cut short, or is too large', async () => {
    const place = inMemory();
    const server = await served({ shares: { place, most: 100 } });
    const whole = linkOf('a setting');
    const refused = async (payload: unknown) => {
      const answer = await send(server, payload);
      return [answer.statusCode, answer.json().type];
    };
    expect(await refused({})).toEqual([400, '/fouten/delen-onvolledig']);
    expect(await refused({ shared: '<script>' })).toEqual([400, '/fouten/delen-onvolledig']);
    expect(await refused({ shared: 'A'.repeat(9_000) })).toEqual([400, '/fouten/delen-onvolledig']);
    expect(await refused({ shared: whole.slice(0, -2) })).toEqual([422, '/fouten/delen-onjuist']);
    expect(await refused({ shared: 'anything' })).toEqual([422, '/fouten/delen-onjuist']);
    expect(await refused({ shared: 'A'.repeat(40_000) })).toEqual([413, '/fouten/verzoek-te-groot']);
    expect(place.kept.size).toBe(0);
  });

  it('keeps no more than it may, and says what to do instead', async () => {
    const server = await served({ shares: { place: inMemory(), most: 2 } });
    for (const content of ['1', '22']) expect((await keep(server, content)).statusCode).toBe(200);
    const full = await keep(server, '333');
    expect(full.statusCode).toBe(507);
    expect(full.json().en.detail).toBe(
      'This server keeps 2 shared settings of a region and has as many. Share the long link: it holds everything.',
    );
    expect((await keep(server, '22')).statusCode).toBe(200);
  });

  it('takes some thirty a minute, of all visitors together', async () => {
    let now = Date.parse('2026-12-03T10:00:00Z');
    const server = await served({ shares: { place: inMemory(), most: 1_000 }, now: () => new Date(now) });
    for (let i = 1; i <= mostPerMinute; i++) expect((await keep(server, 'x'.repeat(i))).statusCode).toBe(200);
    const often = await keep(server, 'x');
    expect([often.statusCode, often.headers['retry-after']]).toEqual([429, '60']);
    now += 61_000;
    expect((await keep(server, 'x')).statusCode).toBe(200);
  });

  it('says so where the store cannot be reached, without its place', async () => {
    const fault = storeFault('STORE_UNREACHABLE', { path: 'secret-host:5432/names' }, { reason: 'no route' });
    const gone = { ...inMemory(), find: () => Promise.reject(fault), keep: () => Promise.reject(fault) };
    const server = await served({ shares: { place: gone, most: 2 } });
    for (const answer of [
      await keep(server, '1'),
      await server.app.inject({ url: '/v1/tafel/bewaard/share00001' }),
    ]) {
      expect(answer.statusCode).toBe(503);
      expect(answer.body).toContain('STORE_UNREACHABLE');
      expect(answer.body).not.toContain('secret-host');
    }
  });
});

describe('a server that keeps none', () => {
  it('says so, and refuses one', async () => {
    const server = await served();
    expect((await server.app.inject({ url: '/v1/tafel/bewaard' })).json()).toEqual({ keeps: false, most: 0 });
    expect((await keep(server, '1')).json().type).toBe('/fouten/delen-uit');
    expect((await server.app.inject({ url: '/v1/tafel/bewaard/share00001' })).statusCode).toBe(404);
  });
});
