import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { linksTo } from '@schaalsprong/agenda';
import { audit, auditInput } from '@schaalsprong/audit';
import { aboutColumns } from '@schaalsprong/tables/csv';
import {
  type AgendaResponse,
  routes as contract,
  type Download,
  downloads as downloadList,
} from '@schaalsprong/wire';
import { apiVersion, describedPaths, openApi } from '@schaalsprong/wire/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Place, syntheticRegion } from '../../test/world.ts';
import type { Server } from '../index.ts';
import type { ServerState } from '../server-state.ts';
import { buildApp } from './app.ts';

const place = new Place();
let server: Server;
beforeAll(async () => {
  server = await place.server({ contact: 'https://example.org/report' });
  await server.settled();
});
afterAll(async () => {
  await server.close();
  place.remove();
});

const ask = (url: string, options: InjectOptions = {}): Promise<LightMyRequestResponse> =>
  server.app.inject({ url, ...options });

const api = [
  '/v1/agenda',
  '/v1/bronnen',
  '/v1/doelen',
  '/v1/doelen/homes-2029',
  '/v1/grenzen',
  '/v1/indicatoren',
  '/v1/indicatoren/homes',
  '/v1/openapi.json',
  '/v1/stand',
  '/v1/tegenspraken',
  '/v1/voorspelkracht',
];
const auditFiles = [
  '/tegenspraken.json',
  '/tegenspraken.csv',
  '/en/tegenspraken.csv',
  '/tegenspraken.md',
  '/en/tegenspraken.md',
];
const monitorFiles = ['csv', 'json', 'metadata.json', 'zip', 'svg', 'png'].map(
  (ending) => `/monitor/homes.${ending}`,
);
const downloads = [
  '/doelen/homes-2029.csv',
  '/stand.csv',
  '/stand.json',
  '/bronnen/agenda.csv',
  '/bronnen/beweringen.csv',
  '/bronnen/model.mdl',
  '/catalog.ttl',
  ...monitorFiles,
  ...auditFiles,
];
const pages = [
  '/',
  '/en',
  '/doelen/homes-2029',
  '/en/opgaven/challenge-1',
  '/monitor',
  '/en/monitor/homes',
  '/bronnen',
  '/bronnen/model/homes-built',
];
const others = [
  '/monitor/insluiten.css',
  '/assets/index-abc123.js',
  '/favicon.svg',
  '/.well-known/security.txt',
];
const good = [...api, ...downloads, ...pages, ...others];
const absent = [
  '/v1',
  '/v1/',
  '/v1/niets',
  '/v1/doelen/niets',
  '/v1/indicatoren/niets',
  '/monitor/niets',
  '/doelen/niets',
  '/doelen/niets.csv',
  '/paden',
  '/assets/niets.js',
  '/assets/index-abc123.js.br',
  '/index.html',
  '/..%2f..%2fpackage.json',
  '/assets/../../package.json',
  '/.git/config',
];

/** What internet.nl looks at, as one function, over any answer. */
function expectSafe(answer: LightMyRequestResponse): void {
  const { headers } = answer;
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/default-src 'none'/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy.replace("script-src 'self' 'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|http:/);
  expect(policy).not.toMatch(/(script|object|default)-src[^;]*data:/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(
    Number(/max-age=(\d+)/.exec(String(headers['strict-transport-security']))?.[1]),
  ).toBeGreaterThanOrEqual(31_536_000);
  expect(headers['set-cookie']).toBeUndefined();
  expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
}

/** What every error answer has, and what none has. */
function expectProblem(answer: LightMyRequestResponse, status: number): void {
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  const body = answer.json();
  expect(body).toMatchObject({ status, title: /./, detail: /./, en: { title: /./, detail: /./ } } as object);
  expect(answer.body).not.toMatch(/node_modules|\.ts\b|\bat \S+ \(|\/home\/|\/work\/|\/tmp\//);
  expectSafe(answer);
}

describe('every answer', () => {
  it.each(good)('%s is there, with its headers', async (url) => {
    const answer = await ask(url);
    expect(answer.statusCode).toBe(200);
    expectSafe(answer);
    expect(answer.headers.etag).toMatch(/^W\/"/);
  });

  it.each(absent)('%s is not there, with the headers all the same', async (url) => {
    const answer = await ask(url);
    expect(answer.statusCode).toBe(404);
    expectSafe(answer);
  });

  it.each(good)('%s can be read only: another method is refused with what is allowed', async (url) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await ask(url, {
        method,
        payload: '{',
        headers: { 'content-type': 'application/json' },
      });
      expectProblem(answer, 405);
      expect(answer.headers.allow).toBe('GET, HEAD');
    }
    expectSafe(await ask(url, { method: 'OPTIONS' }));
  });

  it.each(good)('HEAD of %s says the same without a body', async (url) => {
    const [head, get] = await Promise.all([ask(url, { method: 'HEAD' }), ask(url)]);
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe('');
    for (const name of ['content-type', 'etag', 'content-length', 'cache-control']) {
      expect(head.headers[name]).toBe(get.headers[name]);
    }
  });

  it.each(good)('%s is not sent again to whoever has it', async (url) => {
    const first = await ask(url);
    const again = await ask(url, { headers: { 'if-none-match': String(first.headers.etag) } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe('');
    expectSafe(again);
  });

  it.each([...api, ...downloads, '/', '/assets/index-abc123.js'])(
    '%s is the same, compressed or not',
    async (url) => {
      const plain = await ask(url);
      const br = await ask(url, { headers: { 'accept-encoding': 'br' } });
      const gzip = await ask(url, { headers: { 'accept-encoding': 'gzip' } });
      const decoded = (answer: LightMyRequestResponse): string => {
        const encoding = answer.headers['content-encoding'];
        if (encoding === 'br') return brotliDecompressSync(answer.rawPayload).toString();
        return encoding === 'gzip' ? gunzipSync(answer.rawPayload).toString() : answer.body;
      };
      expect(decoded(br)).toBe(plain.body);
      expect(decoded(gzip)).toBe(plain.body);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers.vary).toContain('Accept-Encoding');
    },
  );
});

describe('the API', () => {
  it('carries its version on every answer, errors included', async () => {
    for (const url of [...api, '/v1/niets', '/v1/doelen/niets', '/v1/stand/', '/v1']) {
      expect((await ask(url)).headers['api-version']).toBe(apiVersion);
    }
    expect((await ask('/v1/stand', { method: 'POST' })).headers['api-version']).toBe(apiVersion);
    expect((await ask('/v1/%')).headers['api-version']).toBe(apiVersion);
  });

  it.each(api)('%s with a slash behind it is nowhere, and is not redirected', async (url) => {
    const answer = await ask(`${url}/`);
    expectProblem(answer, 404);
    expect(answer.headers.location).toBeUndefined();
  });

  it.each([...api, ...downloads])('%s in a form that it does not have is refused', async (url) => {
    const accept = url.endsWith('.png') ? 'text/html' : 'image/png';
    expectProblem(await ask(url, { headers: { accept } }), 406);
    expect((await ask(url, { headers: { accept: '*/*' } })).statusCode).toBe(200);
  });

  it('may be read from any site, without login or cookie', async () => {
    for (const url of [...api, ...downloads]) {
      const published = await ask(url, { headers: { host: 'cijfers.example.org' } });
      expect(published.headers['access-control-allow-origin']).toBe('*');
      const proxied = await ask(url, {
        headers: { host: '127.0.0.1:8080', 'x-forwarded-for': '203.0.113.9' },
      });
      expect(proxied.headers['access-control-allow-origin']).toBe('*');
    }
  });

  it('may be read by no other site on the machine of its maker, where the region may be unpublished', async () => {
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']) {
      const answer = await ask('/v1/bronnen', { headers: { host, origin: 'https://example.org' } });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('an address that cannot be read is a bad request, not a fault', async () => {
    for (const url of ['/%', '/v1/%E0%A4%A', '/v1/doelen/%']) {
      const answer = await ask(url);
      expect([400, 404]).toContain(answer.statusCode);
      expectProblem(answer, answer.statusCode);
    }
  });

  it('a fault inside is told without its inside, and the operator gets the whole', async () => {
    const lines: string[] = [];
    const app = appOf({
      ...(await contentOf()),
      standing: () => {
        throw new Error('secret of /home/somebody');
      },
      log: (line) => lines.push(line),
    });
    const answer = await app.inject({ url: '/v1/stand' });
    expectProblem(answer, 500);
    expect(answer.body).not.toContain('secret');
    expect(lines.join('\n')).toContain('secret of /home/somebody');
    await app.close();
  });
});

describe('the description of the API', () => {
  const description = openApi(null);
  const paths = description.paths as Record<string, Record<string, Record<string, unknown>>>;
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(description, 'openapi');
  const validate = (name: string, body: unknown): void => {
    const check = ajv.getSchema(`openapi#/components/schemas/${name}`);
    if (!check) throw new Error(`no schema ${name}`);
    check(body);
    expect(check.errors ?? []).toEqual([]);
  };

  it('names every route of the API and no other', async () => {
    expect(
      Object.keys(paths)
        .map((path) => `/v1${path}`)
        .sort(),
    ).toEqual([...new Set(describedPaths)].sort());
    const trail: string[] = [];
    const routes = new Set<string>();
    for (const line of server.app.printRoutes({ commonPrefix: false }).split('\n')) {
      const [, indent = '', part] = /^([^/*]*)([/*]\S*) \(/.exec(line) ?? [];
      if (part === undefined) continue;
      // Four places of the drawing for every level below the first.
      trail.splice(indent.length / 4 - 1, Number.POSITIVE_INFINITY, part);
      routes.add(trail.join(''));
    }
    const known = Object.values(contract).map(({ path }) => path.replaceAll(/\{(\w+)\}/g, ':$1'));
    expect(new Set([...routes].filter((route) => route.startsWith('/v1')))).toEqual(new Set(known));
    const files = Object.values<Download>(downloadList).flatMap(({ path, english }) =>
      english === true ? [path, `/en${path}`] : [path],
    );
    const others = [...routes]
      .filter((route) => route.includes('.') && !route.startsWith('/v1'))
      .map((route) => route.replace(/:id(\([^)]*\))?/, '{id}'));
    expect(others.filter((path) => !files.includes(path))).toEqual([]);
    for (const path of files) {
      const url = path.replace('{id}', path.includes('/doelen/') ? 'homes-2029' : 'homes');
      expect((await ask(url)).statusCode, url).toBe(200);
    }
    expect(routes).toContain('/stand.csv');
  });

  it.each([
    ['/v1/agenda', 'Agenda'],
    ['/v1/bronnen', 'Bronnen'],
    ['/v1/stand', 'Stand'],
    ['/v1/doelen', 'Doelstellingen'],
    ['/v1/doelen/homes-2029', 'Doelstelling'],
    ['/v1/doelen/rank-2029', 'Doelstelling'],
    ['/v1/tegenspraken', 'Tegenspraken'],
    ['/v1/indicatoren', 'Indicatoren'],
    ['/v1/indicatoren/homes', 'Indicator'],
    ['/v1/indicatoren/rank', 'Indicator'],
    ['/v1/indicatoren/homes?bekendOp=2022-12-31', 'Indicator'],
    ['/v1/voorspelkracht', 'Voorspelkracht'],
    ['/v1/grenzen', 'Grenzen'],
    ['/v1/doelen/niets', 'Probleem'],
  ])('%s answers as it says: %s', async (url, schema) => {
    validate(schema, (await ask(url)).json());
  });

  it('a body that is not as described is told apart', async () => {
    const body = (await ask('/v1/doelen/homes-2029')).json();
    const check = ajv.getSchema('openapi#/components/schemas/Doelstelling');
    expect(check?.({ ...body, state: 'asleep' })).toBe(false);
    expect(check?.({ ...body, observed: [{ value: 'many' }] })).toBe(false);
  });

  it('keeps the design rules of Dutch government', () => {
    const info = description.info as Record<string, unknown>;
    expect(String(description.openapi)).toMatch(/^3(\.\d+){1,2}$/);
    expect(String(info.version)).toMatch(/^\d+\.\d+\.\d+$/);
    expect(info.version).toBe(apiVersion);
    expect((description.servers as { url: string }[])[0]?.url).toMatch(/\/v\d+$/);
    const ids = new Set<unknown>();
    for (const [path, item] of Object.entries(paths)) {
      expect(path).not.toMatch(/.\/$/);
      expect(path).toMatch(/^(\/openapi\.json|(\/([a-z0-9-]+|\{[a-z][A-Za-z0-9]*\}))+)$/);
      const both = path === '/tafel/bewaard' ? ['get', 'post'] : null;
      expect(Object.keys(item)).toEqual(both ?? [path === '/tafel' ? 'post' : 'get']);
      for (const operation of Object.values(item)) {
        expect(ids).not.toContain(operation.operationId);
        ids.add(operation.operationId);
        const responses = operation.responses as Record<
          string,
          { headers?: object; content?: Record<string, unknown> }
        >;
        expect(responses['400']).toBeDefined();
        for (const [status, response] of Object.entries(responses)) {
          expect(Object.keys(response.headers ?? {})).toContain('API-Version');
          if (Number(status) >= 400)
            expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json']);
        }
      }
    }
  });

  it('names a contact where the operator has one', async () => {
    expect((await ask('/v1/openapi.json')).json().info.contact).toMatchObject({
      url: 'https://example.org/report',
    });
    expect((description.info as Record<string, unknown>).contact).toBeUndefined();
  });

  it('every reference in it leads somewhere', () => {
    const text = JSON.stringify(description);
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = pointer
        .split('/')
        .reduce<unknown>(
          (at, key) => (at && typeof at === 'object' ? Reflect.get(at, key) : undefined),
          description,
        );
      expect(target, pointer).toBeDefined();
    }
  });
});

describe('downloads', () => {
  it('the standing as JSON is the assessment, each target with its sixteen fields', async () => {
    const answer = await ask('/stand.json');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="stand.json"');
    expect(answer.body).toBe(
      `${JSON.stringify((await ask('/v1/stand')).json().detail.assessment, null, 2)}\n`,
    );
  });

  it('a target as CSV holds what was observed and the fan', async () => {
    const rows = (await ask('/doelen/homes-2029.csv')).body.split('\r\n');
    expect(rows[0]).toMatch(/^target,kind,period,time,unit,value,p10,p50,p90,status,source,about_title,/);
    expect(rows[1]).toContain(
      'homes-2029,observed,2021,2022,homes,16,,,,observed,synthetic count https://example.org/count,',
    );
    expect(rows.filter((row) => row.includes(',computed,'))).toHaveLength(49);
  });

  it('every table says in each row what it is, in what unit, who says so, when it was taken, and where', async () => {
    const tables = Object.values<Download>(downloadList)
      .filter(({ mediaType }) => mediaType === 'text/csv')
      .flatMap(({ path, english }) => {
        expect(english, path).toBe(true);
        return [path, `/en${path}`];
      });
    expect(tables.length).toBeGreaterThan(10);
    for (const path of tables) {
      const url = path.replace('{id}', path.includes('/doelen/') ? 'homes-2029' : 'homes');
      const page = url.replace(/\.csv$/, '').replace(/^(\/en|)\/stand$/, '$1/');
      const answer = await server.app.inject({ url, headers: { host: 'cijfers.example.org' } });
      const rows: Record<string, string>[] = parse(answer.body, { columns: true, record_delimiter: '\r\n' });
      for (const row of rows) {
        for (const column of aboutColumns) expect(row[column], `${url} ${column}`).not.toBe('');
        expect(row.about_retrieved, url).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(row.about_address, url).toBe(`http://cijfers.example.org${page}`);
        // Where rows have each their own unit, there is such a column.
        if (/ kolom unit| column unit/.test(row.about_unit ?? '')) expect(row, url).toHaveProperty('unit');
      }
    }
  });

  it('the claims as CSV hold place, interval and both texts', async () => {
    const [, row] = (await ask('/bronnen/beweringen.csv')).body.split('\r\n');
    expect(row).toContain('homes-at-least-80,target,6 22,1,true,');
    expect(row).toContain(',80,ten-minste,80,false,,false,homes,,2029,homes-2029,');
  });

  it('the audit is there for programs, as a table and as a document in both languages', async () => {
    const { report, input } = (await ask('/v1/tegenspraken')).json();
    expect(report).toMatchObject({ region: 'synthetic', claims: 1, setting: 'default' });
    expect(report).not.toHaveProperty('seconds');
    expect((await ask('/tegenspraken.json')).body).toBe(`${JSON.stringify(report, null, 2)}\n`);
    // What was sent is enough to audit again.
    const { seconds: _, ...again } = audit(input);
    expect(JSON.parse(JSON.stringify(again))).toEqual(report);
    const [nl, en] = [(await ask('/tegenspraken.md')).body, (await ask('/en/tegenspraken.md')).body];
    expect(nl).toMatch(/^# /);
    expect(en).toMatch(/^# /);
    expect(en).not.toBe(nl);
    expect((await ask('/tegenspraken.md')).headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="tegenspraken.md"',
    });
    expect((await ask('/tegenspraken.csv')).body).toMatch(/^[^\r\n]+,[^\r\n]+\r\n/);
  });

  it('an audit that fails is told without its inside, and the standing is there all the same', async () => {
    const app = appOf({
      ...(await contentOf()),
      audit: () => Promise.reject(new Error('secret of /home/somebody')),
    });
    expectProblem(await app.inject({ url: '/v1/tegenspraken' }), 500);
    expectProblem(await app.inject({ url: '/tegenspraken.md' }), 500);
    expect((await app.inject({ url: '/v1/stand' })).statusCode).toBe(200);
    await app.close();
  });

  it('the model is there as its own text, so that other programs of the field open it', async () => {
    const answer = await ask('/bronnen/model.mdl');
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/attachment; filename="\w+\.mdl"/);
    expect(answer.body).toContain('INITIAL TIME');
  });

  it('the tree as CSV holds every node and every target with what it hangs under', async () => {
    const rows = (await ask('/bronnen/agenda.csv')).body.trim().split('\r\n');
    const { nodes, targets }: AgendaResponse = (await ask('/v1/agenda')).json();
    expect(rows).toHaveLength(1 + nodes.length + targets.length);
    for (const { id, parents } of nodes) {
      const row = rows.find((line) => line.startsWith(`${id},`));
      for (const parent of parents) expect(row).toContain(parent);
    }
    for (const { id, challenge } of targets) {
      expect(rows.find((line) => line.startsWith(`${id},target,`))).toContain(`,${challenge},`);
    }
  });
});

describe('pages', () => {
  it('a page says its language before any script runs', async () => {
    expect((await ask('/bronnen')).body).toContain('<html lang="nl"');
    expect((await ask('/en/bronnen')).body).toContain('<html lang="en"');
  });

  it('an unknown page is a real 404: with the page for a person, as a problem for a program', async () => {
    const person = await ask('/doelen/niets', { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect(person.statusCode).toBe(404);
    expect(person.headers.vary).toBe('Accept, Accept-Encoding');
    expect(person.headers['content-type']).toBe('text/html; charset=utf-8');
    expectProblem(await ask('/doelen/niets', { headers: { accept: 'application/json' } }), 404);
    expectProblem(await ask('/assets/niets.js', { headers: { accept: 'text/html' } }), 404);
  });

  it('a slash too many leads to the page, and never to another site', async () => {
    const answer = await ask('/bronnen/');
    expect(answer.statusCode).toBe(308);
    expect(answer.headers.location).toBe('/bronnen');
    expectSafe(answer);
    for (const url of ['//example.org/', '/\\example.org/', '/doelen/niets/', '/v1/stand/']) {
      expect((await ask(url)).headers.location).toBeUndefined();
    }
  });

  it('files with a hash in their name may be kept for good, pages must be asked for', async () => {
    expect((await ask('/assets/index-abc123.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/favicon.svg')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });

  it('security.txt is plain text', async () => {
    const answer = await ask('/.well-known/security.txt');
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toContain('Contact: https://example.org/report');
  });

  it('without a built web app the data is there and pages say what to do', async () => {
    const bare = await place.server({ webDir: `${place.dir}/nothing`, cacheDir: null });
    expectProblem(await bare.app.inject({ url: '/' }), 503);
    expect((await bare.app.inject({ url: '/v1/agenda' })).statusCode).toBe(200);
    await bare.close();
  });
});

const appOf = (state: ServerState) => buildApp(() => state);

/** The content of the test region, for an app that is built by hand. */
async function contentOf(): Promise<ServerState> {
  const { readRegionFolder } = await import('@schaalsprong/agenda/node');
  const { openRegion } = await import('@schaalsprong/futures');
  const { agendaResponse, knownIds, sourcesResponse } = await import('../region/answers.ts');
  const { region, model } = await openRegion(readRegionFolder(syntheticRegion));
  const agenda = agendaResponse(region);
  const input = auditInput(region);
  const { TableSession } = await import('../table/session.ts');
  const { Monitor } = await import('../monitor/snapshot.ts');
  const monitor = await Monitor.create({
    region,
    place: null,
    before: null,
    now: () => new Date(),
    every: 1000,
    log: () => undefined,
  });
  const sources = sourcesResponse(region, model, monitor.figures());
  return {
    monitor: {
      address: null,
      view: () => monitor.current(),
      backTest: () => ({ backTest: null, reason: null }),
    },
    agenda,
    links: linksTo(region),
    sources: () => sources,
    table: new TableSession({ region, model, threads: 1 }),
    shares: null,
    changes: () => ({ state: 'off', first: null, entries: [] }),
    audit: async () => ({ report: audit(input), input }),
    modelText: region.model.text,
    known: () => knownIds(agenda, sources),
    assets: null,
    contact: null,
    standing: () => ({ state: 'running', done: 3, of: 40, sentence: null, detail: null }),
    log: () => undefined,
  };
}

describe('while the standing is still being computed', () => {
  it('the API says how far it is and downloads ask for patience', async () => {
    const app = appOf(await contentOf());
    const standing = await app.inject({ url: '/v1/stand' });
    expect(standing.json()).toEqual({ state: 'running', done: 3, of: 40, sentence: null, detail: null });
    const targets = (await app.inject({ url: '/v1/doelen' })).json();
    expect(targets.targets[0]).toMatchObject({ target: { id: 'homes-2029' }, standing: null });
    for (const url of downloads.filter((path) => /^\/(stand|doelen)/.test(path))) {
      const answer = await app.inject({ url });
      expectProblem(answer, 503);
      expect(answer.headers['retry-after']).toBe('2');
    }
    await app.close();
  });
});
