import { readRegionFolder } from '@schaalsprong/agenda/node';
import { assess, openRegion } from '@schaalsprong/futures';
import { settingOf } from '@schaalsprong/futures/table';
import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import { routes, type TableResponse } from '@schaalsprong/wire';
import { openApi } from '@schaalsprong/wire/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place, syntheticRegion } from '../../test/world.ts';
import type { Server } from '../index.ts';
import { mostFutures } from './session.ts';

const place = new Place();
let server: Server;
beforeAll(async () => {
  server = await place.server();
  await server.settled();
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const { region, model } = await openRegion(readRegionFolder(syntheticRegion));
const setting = settingOf(region, region.assessment.scenario);
const ask = (payload: unknown, url = '/v1/tafel'): Promise<LightMyRequestResponse> =>
  server.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json' },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
const answerOf = async (payload: unknown, url?: string): Promise<TableResponse> => {
  const response = await ask(payload, url);
  expect(response.statusCode, response.body).toBe(200);
  return response.json();
};

describe('a question to the policy table', () => {
  it('has the numbers of the assessment for the region’s own scenario, to the last bit', async () => {
    const { answer, hash } = await answerOf({ setting });
    const { assessment } = await assess({
      region,
      model,
      runner: createInProcessRunner(model),
      leaveOut: false,
      audit: null,
    });
    expect(answer.targets.length).toBeGreaterThan(0);
    for (const { id, met, projected, binding, gap } of answer.targets) {
      const standing = assessment.targets.find((each) => each.id === id);
      expect({ met, projected, binding, gap }).toEqual({
        met: standing?.met,
        projected: standing?.projected,
        binding: standing?.binding,
        gap: standing?.gap,
      });
    }
    expect(answer.constraints.map(({ id, share }) => [id, share])).toEqual(
      assessment.holdingBack.map(({ constraint, share }) => [constraint, share]),
    );
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the same hash for the same question, another for another, and values only where asked', async () => {
    const [measure] = region.measures;
    const levers = { ...setting.levers, [measure?.id ?? '']: measure?.lever.max ?? 0 };
    const [one, same, moved] = [
      await answerOf({ setting, futures: 50, seed: 4 }),
      await answerOf({ setting, futures: 50, seed: 4 }, '/v1/tafel?values=1'),
      await answerOf({ setting: { ...setting, levers }, futures: 50, seed: 4 }),
    ];
    expect(same.hash).toBe(one.hash);
    expect(moved.hash).not.toBe(one.hash);
    expect(one.answer.targets.some((target) => 'values' in target)).toBe(false);
    expect(same.answer.targets.every(({ values }) => values?.length === 50)).toBe(true);
  });

  it('is answered and described in the same form', async () => {
    const description = openApi(null);
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(description, 'openapi');
    const validate = (name: string, value: unknown): void => {
      const check = ajv.getSchema(`openapi#/components/schemas/${name}`);
      check?.(value);
      expect(check?.errors ?? []).toEqual([]);
    };
    validate('Tafelvraag', { setting: { levers: setting.levers }, futures: 20 });
    const answer = await answerOf({ setting, futures: 20 });
    validate('Tafel', answer);
    expect(routes.table.answer.parse(answer)).toEqual(answer);
  });
});

describe('a wrong question', () => {
  const problem = (response: LightMyRequestResponse, status: number): Record<string, unknown> => {
    expect(response.statusCode, response.body).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    return response.json();
  };
  const codes = (body: Record<string, unknown>): readonly unknown[] =>
    (body.problems as readonly { code: string }[]).map(({ code }) => code);

  it('is told with every fault at once', async () => {
    const wrong = {
      setting: { levers: { ...setting.levers, 'mor-builders': 1, 'more-builders': 99 }, viewpoint: 'nobody' },
      futures: mostFutures + 1,
      seed: -1,
    };
    expect(codes(problem(await ask(wrong), 422)).toSorted()).toEqual([
      'FUTURES_SEED',
      'FUTURES_TABLE_COUNT',
      'FUTURES_TABLE_MEASURE',
      'FUTURES_TABLE_RANGE',
      'FUTURES_TABLE_VIEWPOINT',
    ]);
  });

  it('of a billion futures is refused before anything runs', async () => {
    expect(codes(problem(await ask({ setting, futures: 1e9 }), 422))).toEqual(['FUTURES_TABLE_COUNT']);
  });

  it('in another form, too large, or not JSON gets a clear answer', async () => {
    expect(problem(await ask({ levers: {} }), 400).type).toBe('/fouten/tafel-onvolledig');
    expect(problem(await ask({ setting: { levers: { 'more-builders': 'high' } } }), 400).type).toBe(
      '/fouten/tafel-onvolledig',
    );
    expect(problem(await ask('{'), 400).type).toBe('/fouten/verzoek-onjuist');
    const large = { setting, comment: 'x'.repeat(40_000) };
    expect(problem(await ask(large), 413).type).toBe('/fouten/verzoek-te-groot');
  });

  it('cannot be read, only sent', async () => {
    const answer = await server.app.inject({ url: '/v1/tafel' });
    expect(problem(answer, 405).type).toBe('/fouten/bewerken-methode');
    expect(answer.headers.allow).toBe('POST');
  });

  it('waits for its turn, and too many at once are told to come back', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, seed) => ask({ setting, futures: 300, seed })),
    );
    const statuses = answers.map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(1);
    const busy = answers.filter(({ statusCode }) => statusCode === 503);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy.every(({ headers }) => headers['retry-after'] === '2')).toBe(true);
  });
});
