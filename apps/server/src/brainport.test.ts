import { fileURLToPath } from 'node:url';
import {
  type AgendaResponse,
  type BackTestResponse,
  type IndicatorResponse,
  type MonitorResponse,
  pathOf,
  type Route,
  routes,
  type SourcesResponse,
  type StandingResponse,
} from '@schaalsprong/wire';
import { openApi } from '@schaalsprong/wire/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place } from '../test/world.ts';
import type { Server } from './index.ts';

const place = new Place();
let server: Server;
beforeAll(async () => {
  const regionDir = fileURLToPath(new URL('../../../regions/brainport', import.meta.url));
  server = await place.server({ regionDir, futures: 20, cacheDir: null });
  await server.settled();
  await server.lookedBack();
  // The whole region, on a machine that may be busy.
});
afterAll(async () => {
  await server?.close();
  place.remove();
});

const read = async <T>(url: string): Promise<T> => {
  const answer = await server.app.inject({ url });
  expect(answer.statusCode).toBe(200);
  return answer.json();
};

describe('the server on the real region', () => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(openApi(null), 'openapi');

  it.each([
    ['/v1/agenda', 'Agenda'],
    ['/v1/bronnen', 'Bronnen'],
    ['/v1/stand', 'Stand'],
    ['/v1/doelen', 'Doelstellingen'],
    ['/v1/tegenspraken', 'Tegenspraken'],
    ['/v1/indicatoren', 'Indicatoren'],
    ['/v1/voorspelkracht', 'Voorspelkracht'],
    ['/v1/kaart', 'Kaart'],
    ['/v1/kaart/house-price', 'Kaartcijfers'],
  ])('%s answers as its description says', async (url, name) => {
    const check = ajv.getSchema(`openapi#/components/schemas/${name}`);
    check?.(await read(url));
    expect(check?.errors).toBeNull();
  });

  it.each([
    ['agenda', {}],
    ['sources', {}],
    ['standing', {}],
    ['targets', {}],
    ['target', { id: 'homes-2030' }],
    ['audit', {}],
    ['monitor', {}],
    ['indicator', { id: 'house-price' }],
    ['backTest', {}],
    ['boundaries', {}],
    ['map', {}],
    ['mapValues', { id: 'house-price' }],
  ] as const)('the schema of %s knows every field of its answer', async (name, params) => {
    const route: Route = routes[name];
    const body = await read(pathOf(route, params, {}));
    // Parsing drops what a schema does not know.
    expect(route.answer.parse(body)).toEqual(body);
  });

  it('every indicator answers as described, with a source at every figure, or says why nothing is observed', async () => {
    const check = ajv.getSchema('openapi#/components/schemas/Indicator');
    const { indicators, standings } = await read<MonitorResponse>('/v1/indicatoren');
    const { targets } = await read<AgendaResponse>('/v1/agenda');
    expect(standings.map(({ target }) => target)).toEqual(targets.map(({ id }) => id));
    for (const { id, latest, notObserved } of indicators) {
      const answer = await read<IndicatorResponse>(`/v1/indicatoren/${id}`);
      check?.(answer);
      expect(check?.errors, id).toBeNull();
      expect(latest === null, id).toBe(notObserved !== null);
      for (const fact of answer.facts) expect(fact.source, id).not.toBe('');
      const known = new Set(answer.vintages.map((vintage) => vintage.id));
      for (const fact of answer.facts) {
        for (const vintage of fact.vintage.split(' ; ')) expect(known.has(vintage), vintage).toBe(true);
      }
    }
  });

  it('the model looked back at real figures, with naive forecasts beside it', async () => {
    const { backTest, reason } = await read<BackTestResponse>('/v1/voorspelkracht');
    expect(reason).toBeNull();
    expect(backTest?.cases.length).toBeGreaterThan(0);
    for (const { indicator, came, source } of backTest?.cases ?? []) {
      expect(Number.isFinite(came), indicator).toBe(true);
      expect(source, indicator).not.toBe('');
    }
  });

  it('every target is projected or says why not, and every observed value has a source', async () => {
    const standing = await read<StandingResponse>('/v1/stand');
    if (standing.state !== 'ready') throw new Error(JSON.stringify(standing));
    const { targets } = standing.detail.assessment;
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) {
      expect(target.projected === null, target.id).toBe(target.notModelled !== null);
      expect(target.observed?.source ?? 'none', target.id).not.toBe('');
      expect(standing.detail.series[target.id] === undefined, target.id).toBe(target.projected === null);
    }
  });

  it('assess and the monitor have the same last figure and the same status of every target', async () => {
    const standing = await read<StandingResponse>('/v1/stand');
    if (standing.state !== 'ready') throw new Error(JSON.stringify(standing));
    const { standings } = await read<MonitorResponse>('/v1/indicatoren');
    const answers = new Map(
      await Promise.all(
        [...new Set(standings.map(({ indicator }) => indicator))].map(
          async (id) => [id, await read<IndicatorResponse>(`/v1/indicatoren/${id}`)] as const,
        ),
      ),
    );
    let compared = 0;
    for (const { target, indicator, computed } of standings) {
      const own = answers.get(indicator)?.standings.find((one) => one.target === target);
      expect(own?.computed, target).toBe(computed);
      const { observed = null } = standing.detail.assessment.targets.find(({ id }) => id === target) ?? {};
      const last = own?.observed.at(-1) ?? null;
      expect(observed?.value ?? null, target).toBe(last?.value ?? null);
      expect(observed?.period ?? null, target).toBe(last?.fact.period ?? null);
      compared += observed === null ? 0 : 1;
    }
    expect(compared).toBeGreaterThan(8);
  });

  it('everything that has an id has a page and, a target, its file', async () => {
    const agenda = await read<AgendaResponse>('/v1/agenda');
    const sources = await read<SourcesResponse>('/v1/bronnen');
    const urls = [
      ...agenda.targets.flatMap(({ id }) => [`/doelen/${id}`, `/en/doelen/${id}`, `/doelen/${id}.csv`]),
      ...agenda.nodes.filter(({ level }) => level === 'challenge').map(({ id }) => `/opgaven/${id}`),
      ...agenda.indicators.flatMap(({ id }) => [
        `/monitor/${id}`,
        `/en/monitor/${id}`,
        `/monitor/${id}.csv`,
        `/monitor/${id}.zip`,
        `/monitor/${id}.svg`,
        `/monitor/${id}/insluiten?taal=en`,
      ]),
      ...sources.claims.map(({ id }) => `/bronnen/beweringen/${id}`),
      ...sources.uncertainties.map(({ id }) => `/bronnen/aannamen/${id}`),
      ...sources.sources.map(({ id }) => `/bronnen/gegevens/${id}`),
      ...sources.model.variables.map(({ id }) => `/bronnen/model/${id}`),
    ];
    for (const url of urls) expect((await server.app.inject({ url })).statusCode, url).toBe(200);
  });

  it('nothing in the answers names an e-mail address or a telephone number', async () => {
    for (const url of ['/v1/agenda', '/v1/bronnen', '/v1/stand', '/v1/tegenspraken', '/catalog.ttl']) {
      const { body } = await server.app.inject({ url });
      expect(body.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi)).toBeNull();
      expect(body.match(/\+31[\s-]?\d+|\b0[1-9]\d-\d{7}\b/g)).toBeNull();
    }
  });
});
