import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shareOfThisThread } from '../../../../scripts/testing/processor-time.ts';
import { Place } from '../../test/world.ts';
import type { Server } from '../index.ts';
import { pageAddress } from './taking.ts';

const place = new Place();
let server: Server;
let app: FastifyInstance;
beforeAll(async () => {
  server = await place.server({ address: null });
  app = server.app;
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const ask = (url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  app.inject({ url, headers });

describe('files of an indicator', () => {
  it('are what they say they are', async () => {
    const csv = await ask('/monitor/homes.csv', { host: 'cijfers.example.org' });
    expect(csv.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="homes.csv"',
      'access-control-allow-origin': '*',
    });
    expect(csv.body).toMatch(/^indicator,series,area,/);
    const whole = await ask('/monitor/homes.json');
    expect(whole.json()).toEqual((await ask('/v1/indicatoren/homes')).json());
    expect((await ask('/monitor/homes.metadata.json')).json()).toEqual(whole.json().metadata);
    expect((await ask('/monitor/homes.zip')).rawPayload.subarray(0, 4).toString('latin1')).toBe(
      'PK\u0003\u0004',
    );
    expect((await ask('/monitor/homes.svg')).body).toMatch(/^<svg /);
  });

  it('are listed on the sheet, and every one that is listed is there', async () => {
    const { downloads } = (await ask('/monitor/homes.metadata.json')).json();
    expect(downloads).toHaveLength(6);
    for (const { path, mediaType } of downloads) {
      const answer = await ask(path);
      expect(answer.statusCode).toBe(200);
      expect(String(answer.headers['content-type'])).toMatch(new RegExp(`^${mediaType.replace('+', '\\+')}`));
    }
  });

  it('draw the chart as PNG at twice its size, with letters in it, the same each time', async () => {
    const svg = (await ask('/monitor/homes.svg')).body;
    const png = (await ask('/monitor/homes.png')).rawPayload;
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Width and height are behind the name of the first part.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
      [/ width="(\d+)"/, / height="(\d+)"/].map((size) => 2 * Number(size.exec(svg)?.[1])),
    );
    const { toPng } = await import('./png.ts');
    expect(Buffer.from(await toPng(svg)).equals(png)).toBe(true);
    // Without its letters the picture is another one: none of them came from the machine.
    const silent = Buffer.from(await toPng(svg.replaceAll(/<text[^>]*>[^<]*<\/text>/g, '')));
    expect(silent.length).toBeLessThan(png.length / 2);
  });

  it('are drawn as PNG off the thread that answers, and refused where too many wait', async () => {
    const { PngBusy, toPng } = await import('./png.ts');
    const text = '<text x="1" y="9">abcdefghij</text>'.repeat(100);
    const svg = (n: number): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><title>${n}</title>${text}</svg>`;
    const drawing = Promise.allSettled(Array.from({ length: 24 }, (_, n) => toPng(svg(n))));
    expect(await shareOfThisThread(() => drawing)).toBeLessThan(1 / 3);
    const drawn = await drawing;
    const refused = drawn.filter((one) => one.status === 'rejected');
    expect(refused.length).toBe(8);
    expect(refused.every(({ reason }) => reason instanceof PngBusy)).toBe(true);
    await expect(toPng('no drawing')).rejects.toThrow();
    expect((await toPng(svg(1))).length).toBeGreaterThan(1000);
  });

  it('come in the language that is asked', async () => {
    expect((await ask('/monitor/homes.svg?taal=en')).body).toContain('>Homes built</title>');
    expect((await ask('/monitor/homes.svg')).body).toContain('>Gebouwde woningen</title>');
    expect((await ask('/monitor/homes.svg?taal=fr')).json()).toMatchObject({ status: 400 });
  });

  it('carry the full address of the page that shows the same in their picture', async () => {
    const chart = async (url: string): Promise<string> =>
      (await ask(url, { host: 'cijfers.example.org' })).body;
    expect(await chart('/monitor/homes.svg')).toContain('>http://cijfers.example.org/monitor/homes</text>');
    expect(await chart('/monitor/homes.svg?taal=en&bekendOp=2022-12-31')).toContain(
      '>http://cijfers.example.org/en/monitor/homes?bekendOp=2022-12-31</text>',
    );
    expect(
      pageAddress('https://example.org', 'homes', { lang: 'nl', areas: ['GM1', 'NL01'], asKnownOn: null }),
    ).toBe('https://example.org/monitor/homes?gebieden=GM1,NL01');
    expect((await ask('/monitor/homes.svg', { host: 'x"><script>' })).body).toContain(
      '>http://localhost/monitor/homes</text>',
    );
  });

  it('are as known on a day where one is asked', async () => {
    const then = (await ask('/monitor/homes.json?bekendOp=2022-12-31')).json();
    expect(then.asKnownOn).toBe('2022-12-31');
    expect((await ask('/monitor/homes.svg?bekendOp=2022-12-31')).body).toContain(
      'Zoals bekend op 31 december 2022.',
    );
    for (const day of ['2022-13-01', '2023-02-29', 'gisteren']) {
      const answer = await ask(`/monitor/homes.csv?bekendOp=${day}`);
      expect(answer.json()).toMatchObject({ status: 400, type: '/fouten/dag-onjuist' });
      expect((await ask(`/v1/indicatoren/homes?bekendOp=${day}`)).statusCode).toBe(400);
    }
  });

  it('of what does not exist are not there, with the nearest names', async () => {
    for (const url of [
      '/monitor/homs.csv',
      '/monitor/homs.png',
      '/monitor/homs/insluiten',
      '/v1/indicatoren/homs',
    ]) {
      const answer = await ask(url);
      expect(answer.json()).toMatchObject({
        status: 404,
        type: '/fouten/indicator-onbekend',
        detail: 'Er is geen indicator met id homs. Bedoelt u homes?',
        en: { detail: 'There is no indicator with id homs. Do you mean homes?' },
        nearest: ['homes'],
      });
    }
    expect((await ask('/monitor/homes.svg?gebied=AL')).json()).toMatchObject({
      type: '/fouten/gebied-onbekend',
      nearest: ['ALL'],
    });
    expect((await ask('/monitor/homes.xlsx')).statusCode).toBe(404);
  });
});

describe('an embedded chart', () => {
  it('may stand in a page of somebody else, and holds nothing that could be misused there', async () => {
    const answer = await ask('/monitor/homes/insluiten');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toMatch(/frame-ancestors 'self' https:$/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe|\*|http:/);
    expect(answer.headers['x-frame-options']).toBeUndefined();
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).not.toMatch(/<script|<form|style=|javascript:/);
  });

  it('has a title, its chart and the way back, in either language', async () => {
    const nl = (await ask('/monitor/homes/insluiten')).body;
    expect(nl).toContain('<html lang="nl">');
    expect(nl).toContain('<title>Gebouwde woningen</title>');
    expect(nl).toContain('<svg ');
    expect(nl).toContain('<a href="/monitor/homes" target="_top">');
    const en = (await ask('/monitor/homes/insluiten?taal=en')).body;
    expect(en).toContain('<html lang="en">');
    expect(en).toContain('<a href="/en/monitor/homes" target="_top">');
    const css = await ask('/monitor/insluiten.css');
    expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
  });

  it('keeps its own headers when it has not changed', async () => {
    const first = await ask('/monitor/homes/insluiten');
    const again = await ask('/monitor/homes/insluiten', { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.headers['x-frame-options']).toBeUndefined();
    expect(String(again.headers['content-security-policy'])).toContain("frame-ancestors 'self' https:");
  });

  it('is the only page that may: all others refuse it still', async () => {
    for (const url of ['/monitor', '/monitor/homes', '/monitor/homes.svg', '/monitor/insluiten.css', '/']) {
      const { headers } = await ask(url);
      expect(headers['x-frame-options']).toBe('DENY');
      expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'none'");
    }
  });
});

describe('addresses in files that leave the server', () => {
  it('are those under which it was asked, unless the operator says where it is', async () => {
    const asked = await ask('/catalog.ttl', { host: 'cijfers.example.org' });
    expect(asked.body).toContain('<http://cijfers.example.org/monitor/homes#data>');
    const server = await place.server({ address: 'https://example.org', cacheDir: null });
    expect(
      (await server.app.inject({ url: '/catalog.ttl', headers: { host: 'elsewhere.example' } })).body,
    ).toContain('<https://example.org/monitor/homes#data>');
    await server.close();
  });

  it('take no name that is none', async () => {
    const answer = await ask('/catalog.ttl', { host: 'x"> <script>' });
    expect(answer.body).not.toContain('<script');
    expect(answer.body).toContain('<http://localhost/monitor/homes#data>');
  });
});
