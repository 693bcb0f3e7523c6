import { describe, expect, it } from 'vitest';
import { ClientError, createClient, type Fetch } from './client.ts';
import { expectedIn, placeOf } from './expected.ts';
import { TableBody } from './rooms/table/shapes.ts';
import { routes } from './rooms.ts';
import { pathOf } from './routes.ts';

const answering =
  (body: unknown, status = 200, type = 'application/json'): Fetch =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { 'content-type': type },
    });

const caught = (promise: Promise<unknown>): Promise<ClientError> =>
  promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => {
      if (error instanceof ClientError) return error;
      throw error;
    },
  );

const boundaries = { boundaries: null };

describe('the client', () => {
  it('asks the address of a route with its parameters and query filled in', async () => {
    const asked: string[] = [];
    const client = createClient(async (url, { method = '' }) => {
      asked.push(`${method} ${url}`);
      return new Response(JSON.stringify(boundaries));
    }, 'https://example.org');
    await client.boundaries({ query: { jaar: '2025' } });
    await client.boundaries();
    expect(asked).toEqual([
      'GET https://example.org/v1/grenzen?jaar=2025',
      'GET https://example.org/v1/grenzen',
    ]);
    expect(pathOf(routes.indicator, { id: 'a/b c' }, { bekendOp: '2024-01-31' })).toBe(
      '/v1/indicatoren/a%2Fb%20c?bekendOp=2024-01-31',
    );
  });

  it('sends a body as JSON', async () => {
    const sent: RequestInit[] = [];
    const client = createClient(async (_url, init) => {
      sent.push(init);
      return new Response(
        JSON.stringify({ saved: true, paths: ['verdicts.yaml'], accepted: [], rejected: [], apart: [] }),
      );
    });
    await client.saveVerdicts({ body: { verdicts: [] } });
    expect(sent[0]).toMatchObject({ method: 'POST', body: '{"verdicts":[]}' });
    expect(new Headers(sent[0]?.headers).get('content-type')).toBe('application/json');
  });

  it('lets fields through that it does not know, and does not take them away', async () => {
    const newer = { boundaries: null, since: '2030', more: { n: 1 } };
    expect(await createClient(answering(newer)).boundaries()).toEqual(newer);
  });

  it('says of an answer of another form where it is wrong and what was expected, in both languages', async () => {
    const wrong = {
      boundaries: {
        year: 2025,
        source: 's',
        attribution: 'a',
        retrieved: 'r',
        features: [{ area: 7, name: 'n', geometry: {} }],
      },
    };
    const { problem } = await caught(createClient(answering(wrong)).boundaries());
    expect(problem?.detail).toContain('/v1/grenzen');
    expect(problem?.detail).toContain('boundaries.features.0.area');
    expect(problem?.detail).toContain('een tekst');
    expect(problem?.en.detail).toContain('Expected: a text');
  });

  it.each([
    ['no JSON', '<html>'],
    ['nothing', ''],
    ['null', 'null'],
  ])('says so where the answer is %s', async (_, body) => {
    const { problem, status } = await caught(createClient(answering(body)).boundaries());
    expect(problem?.title).toBe('Antwoord niet begrepen');
    expect(status).toBe(200);
  });

  it('carries the problem of an answer, and none where the answer is no problem', async () => {
    const problem = {
      type: '/fouten/jaar-onjuist',
      title: 'Geen jaar',
      status: 400,
      detail: 'jaar is geen jaar',
      instance: '/v1/grenzen',
      en: { title: 'Not a year', detail: 'jaar is no year' },
    };
    const error = await caught(
      createClient(answering(problem, 400, 'application/problem+json; charset=utf-8')).boundaries(),
    );
    expect(error).toMatchObject({ problem, status: 400 });
    for (const fetch of [
      answering('Bad gateway', 502, 'text/html'),
      answering('{"a":1}', 500, 'application/problem+json'),
    ]) {
      expect((await caught(createClient(fetch).boundaries())).problem).toBeNull();
    }
  });

  it('tells no answer from a call that was stopped', async () => {
    const failing: Fetch = async () => {
      throw new TypeError('network');
    };
    expect(await caught(createClient(failing).agenda())).toMatchObject({ problem: null, status: null });
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(createClient(failing).agenda({ signal: stop.signal })).rejects.toThrow('stopped');
  });
});

describe('what was expected', () => {
  it.each([
    [{ setting: { levers: { a: '1' } } }, 'setting.levers.a', 'een getal', 'a number'],
    [{ setting: { levers: {} }, futures: 1.5 }, 'futures', 'een geheel getal', 'a whole number'],
    [{ setting: { levers: {} }, color: 1 }, '', 'geen veld color', 'no field color'],
    [{}, 'setting', 'een object', 'an object'],
    [
      { setting: { levers: {}, viewpoint: 'x'.repeat(101) } },
      'setting.viewpoint',
      'ten hoogste 100',
      'at most 100',
    ],
  ])('of %j is said at %s', (body, where, nl, en) => {
    const [issue] = TableBody.safeParse(body).error?.issues ?? [];
    if (issue === undefined) throw new Error('it passed');
    expect(placeOf(issue)).toBe(where);
    expect(expectedIn(issue)).toEqual({ nl, en });
  });
});

describe('the routes', () => {
  it('are told apart by method and path', () => {
    const names = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
