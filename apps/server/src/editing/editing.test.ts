import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { queryObjects } from 'node:v8';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import { proposalsOf } from '@schaalsprong/reading/documents';
import { findQuantities, type ReadDocument } from '@schaalsprong/reading/quantities';
import { routes } from '@schaalsprong/wire';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Place, syntheticRegion } from '../../test/world.ts';
import type { Server } from '../index.ts';
import { TableSession } from '../table/session.ts';
import { isLoopback, isOwn } from './routes.ts';
import { JudgementsBody, RegionEditor } from './save.ts';

const asking = (headers: Record<string, string>, httpVersion = '1.1') => ({ headers, raw: { httpVersion } });

const saving = [routes.saveProposals.path, routes.saveVerdicts.path, routes.saveJudgements.path];

const place = new Place();
const regionDir = join(place.dir, 'region');
cpSync(syntheticRegion, regionDir, { recursive: true });

/** Everything in the region folder, so that a change of any byte shows. */
const everything = (): string =>
  JSON.stringify(
    readdirSync(regionDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'base64')])
      .sort(),
  );

const text =
  'In 2031 telt de gemeente ten minste 4.100 woningen meer. Daarvan zijn 1.300 woningen betaalbaar.\n';
const document: ReadDocument = {
  name: 'notitie.txt',
  format: 'txt',
  language: 'nl',
  text,
  pages: [{ number: 1, offset: 0 }],
  warnings: [],
};
const file = proposalsOf({ document, reading: findQuantities(document), sha256: 'b'.repeat(64) });
const idOf = (value: number): string => file.proposals.find((one) => one.value === value)?.id ?? 'none';
const body = (choices: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): unknown => ({
  name: 'notitie',
  file,
  choices,
  published: '2025',
  ...more,
});

interface Answer {
  readonly status: number;
  readonly json: {
    readonly type?: string;
    readonly editing?: boolean;
    readonly paths?: readonly string[];
    readonly problems?: readonly { readonly code: string; readonly where: string }[];
    readonly accepted?: readonly { readonly proposal: string; readonly claim: string }[];
  };
}

describe('saving into the region folder', () => {
  let server: Server;
  let address = '';
  let shut: Server;
  beforeAll(async () => {
    server = await place.server({ regionDir, edit: true, futures: 20, quickFutures: 10 });
    ({ address } = await server.listen({ port: 0, host: '127.0.0.1' }));
    shut = await place.server({ regionDir });
  });
  afterAll(async () => {
    await Promise.all([server.close(), shut.close()]);
    place.remove();
  });

  const own = (): Record<string, string> => ({
    origin: address,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
  });
  async function post(path: string, sent: unknown, headers: Record<string, string> = own()): Promise<Answer> {
    const host = new URL(address).host;
    const answer = await server.app.inject({
      method: 'POST',
      url: path,
      headers: { host, ...headers },
      payload: typeof sent === 'string' ? sent : JSON.stringify(sent),
    });
    return { status: answer.statusCode, json: answer.json() };
  }

  it('is off where nobody asked for it, and says so', async () => {
    const before = everything();
    for (const url of saving) {
      expect((await shut.app.inject({ url })).json()).toEqual({ editing: false });
      const answer = await shut.app.inject({
        method: 'POST',
        url,
        headers: { host: 'localhost:80', origin: 'http://localhost:80', 'content-type': 'application/json' },
        payload: body([]) as object,
      });
      expect(answer.statusCode).toBe(403);
      expect(answer.json().type).toBe('/fouten/bewerken-uit');
      expect(answer.json().en.detail).toContain('SCHAALSPRONG_EDIT=1');
    }
    expect(everything()).toBe(before);
  });

  it('stays off where other machines can reach the server, whatever was asked', async () => {
    const open = await place.server({ regionDir, edit: true, futures: 20, quickFutures: 10 });
    const { editing } = await open.listen({ port: 0, host: '0.0.0.0' });
    expect(editing).toBe(false);
    expect((await open.app.inject({ url: '/v1/voorstellen' })).json()).toEqual({ editing: false });
    await open.close();
  });

  it('tells that it is on, and lets no other site read that', async () => {
    for (const path of saving) {
      const answer = await fetch(`${address}${path}`);
      expect(await answer.json()).toEqual({ editing: true });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    const other = await server.app.inject({ method: 'PUT', url: '/v1/voorstellen' });
    expect(other.statusCode).toBe(405);
    expect(other.headers.allow).toBe('GET, HEAD, POST');
  });

  it.each([
    ['another site', { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a program that names no origin', { origin: '' }],
    ['a foreign name that leads here', { host: 'evil.example:80', origin: 'http://evil.example:80' }],
    ['another server in between', { 'x-forwarded-for': '203.0.113.9' }],
    ['a proxy that names itself', { via: '1.1 proxy' }],
    ['a proxy that names its client', { 'x-real-ip': '203.0.113.9' }],
    ['a proxy that names what it was asked', { 'x-forwarded-proto': 'https' }],
    ['a proxy that names the host', { 'x-forwarded-host': 'example.org' }],
  ])('refuses what comes from %s', async (_who, headers) => {
    const before = everything();
    const sent = body([{ id: idOf(1300), action: 'accept' }]);
    const answer = await post('/v1/voorstellen', sent, { ...own(), ...headers });
    expect(answer.status).toBe(403);
    expect(answer.json.type).toBe('/fouten/bewerken-vreemd');
    expect(everything()).toBe(before);
  });

  it('refuses what a proxy with default settings passes on: HTTP/1.0 under the name of this machine', async () => {
    const before = everything();
    const { host, hostname, port } = new URL(address);
    const sent = JSON.stringify(body([{ id: idOf(1300), action: 'accept' }]));
    const response = await new Promise<string>((done, fail) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /v1/voorstellen HTTP/1.0\r\nHost: ${host}\r\nOrigin: ${address}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`,
        );
      });
      let heard = '';
      socket.on('data', (piece) => {
        heard += String(piece);
      });
      socket.on('end', () => done(heard));
      socket.on('error', fail);
    });
    expect(response).toMatch(/^HTTP\/1\.[01] 403 /);
    expect(response).toContain('/fouten/bewerken-vreemd');
    expect(everything()).toBe(before);
  });

  it('takes JSON only, of a bounded size, in the form that it expects', async () => {
    const before = everything();
    const plain = await post('/v1/voorstellen', body([]), { ...own(), 'content-type': 'text/plain' });
    expect(plain.status).toBe(415);
    expect((await post('/v1/voorstellen', '{"name":')).status).toBe(400);
    expect((await post('/v1/voorstellen', `"${'a'.repeat(9 * 1024 * 1024)}"`)).status).toBe(413);
    for (const wrong of [
      {},
      { ...Object(body([])), name: '../elsewhere' },
      body([{ id: 'q-1', action: 'perhaps' }]),
      { ...Object(body([])), extra: 1 },
    ]) {
      const answer = await post('/v1/voorstellen', wrong);
      expect(answer.status).toBe(400);
      expect(answer.json.type).toBe('/fouten/bewerken-onvolledig');
      expect(answer.json.problems?.length).toBeGreaterThan(0);
    }
    expect((await post('/v1/oordelen', { verdicts: [] })).status).toBe(400);
    expect(everything()).toBe(before);
  });

  it('changes nothing where one choice does not hold, and says which', async () => {
    const before = everything();
    const answer = await post(
      '/v1/voorstellen',
      body([
        { id: idOf(4100), action: 'accept' },
        { id: idOf(1300), action: 'accept', edit: { unit: 'no-such-unit' } },
      ]),
    );
    expect(answer.status).toBe(422);
    expect(answer.json.problems).toMatchObject([{ code: 'PROPOSAL_UNIT', where: idOf(1300) }]);
    expect(everything()).toBe(before);
  });

  it('changes nothing where the region would not load', async () => {
    const before = everything();
    const verdict = { verdict: 'disputed', by: 'A', why: 'B', on: '2025-02-31' };
    const answer = await post('/v1/oordelen', { verdicts: [{ ...verdict, conflict: 'a--b' }] });
    expect(answer.status).toBe(422);
    expect(answer.json.problems?.[0]?.where).toContain('verdicts.yaml');
    expect(everything()).toBe(before);
  });

  it('writes the claims and the proposals together, and serves the region as it is then', async () => {
    const answer = await post(
      '/v1/voorstellen',
      body([
        { id: idOf(4100), action: 'accept', edit: { unit: 'homes', quantity: 'homes-added-note' } },
        { id: idOf(1300), action: 'reject' },
      ]),
    );
    expect(answer.json.problems).toBeUndefined();
    expect(answer.status).toBe(200);
    expect(answer.json.paths).toEqual(['compared/notitie.yaml', 'proposals/notitie.yaml']);
    expect(readFileSync(join(regionDir, 'compared/notitie.yaml'), 'utf8')).toContain('value: 4100');
    expect(readFileSync(join(regionDir, 'proposals/notitie.yaml'), 'utf8')).toContain('state: rejected');

    // Of the region's own document: these claims are served with the others from the next request on.
    const { region } = await (await fetch(`${address}/v1/agenda`)).json();
    const ofRegion = { ...file, document: { ...file.document, sha256: region.document.sha256 } };
    const mine = await post(
      '/v1/voorstellen',
      body([{ id: idOf(4100), action: 'accept', edit: { unit: 'homes' } }], {
        name: 'own',
        file: ofRegion,
        published: null,
      }),
    );
    expect(mine.json.problems).toBeUndefined();
    expect(mine.json.paths).toEqual(['claims/own.yaml', 'proposals/own.yaml']);
    const { claims } = await (await fetch(`${address}/v1/bronnen`)).json();
    expect(claims.map(({ id }: { readonly id: string }) => id)).toContain(mine.json.accepted?.[0]?.claim);

    const again = await post('/v1/voorstellen', body([{ id: idOf(4100), action: 'accept' }]));
    expect(again.json.problems).toMatchObject([{ code: 'PROPOSAL_DECIDED' }]);
    const other = { ...file, document: { ...file.document, sha256: 'c'.repeat(64) } };
    const taken = await post('/v1/voorstellen', body([], { file: other }));
    expect(taken.json.problems).toMatchObject([{ code: 'PROPOSALS_NAME_TAKEN' }]);
  });

  it('appends verdicts, keeps what stood in the file, and replaces one on the same conflict', async () => {
    const path = join(regionDir, 'verdicts.yaml');
    const verdict = { verdict: 'disputed', by: 'A', on: '2025-11-25', why: 'first' };
    writeFileSync(path, '# kept by hand\nverdicts: []\n');
    expect((await post('/v1/oordelen', { verdicts: [{ ...verdict, conflict: 'a--b' }] })).status).toBe(200);
    const two = [
      { ...verdict, conflict: 'c--d' },
      { ...verdict, conflict: 'a--b', why: 'second' },
    ];
    expect((await post('/v1/oordelen', { verdicts: two })).json.paths).toEqual(['verdicts.yaml']);
    const written = readFileSync(path, 'utf8');
    expect(written).toContain('# kept by hand');
    expect(written.match(/conflict:/g)).toHaveLength(2);
    expect(written).not.toContain('first\n    on');
    expect(written).toContain('why: second');
    const { input } = await (await fetch(`${address}/v1/tegenspraken`)).json();
    expect(input.verdicts).toHaveLength(2);
    expect(existsSync(path)).toBe(true);
  });

  it('writes what a person finds of a target, and shows it beside what is computed from the next request on', async () => {
    const path = join(regionDir, 'judgements.yaml');
    const judgement = { target: 'homes-2029', status: 'lagging', by: 'A', on: '2025-11-25', why: 'first' };
    const unknown = await post('/v1/beoordelingen', { judgements: [{ ...judgement, target: 'no-such' }] });
    expect(unknown.status).toBe(422);
    expect(unknown.json.problems).toMatchObject([{ code: 'REGION_UNKNOWN_ID' }]);
    expect((await post('/v1/beoordelingen', { judgements: [{ ...judgement, status: 'fine' }] })).status).toBe(
      400,
    );
    expect(existsSync(path)).toBe(false);

    const saved = await post('/v1/beoordelingen', { judgements: [judgement] });
    expect(saved.json.problems).toBeUndefined();
    expect(saved.json.paths).toEqual(['judgements.yaml']);
    const again = { ...judgement, status: 'on-course', why: 'second' };
    expect((await post('/v1/beoordelingen', { judgements: [again] })).status).toBe(200);
    const written = readFileSync(path, 'utf8');
    expect(written).toContain('$schema=../../.schemas/judgements.json');
    expect(written.match(/target:/g)).toHaveLength(1);
    expect(written).toContain('why: second');
    const { standings } = await (await fetch(`${address}/v1/indicatoren`)).json();
    const [standing] = standings;
    expect(standing).toMatchObject({ target: 'homes-2029', judgement: again });
    expect(standing.computed).not.toBe('unknown');
  });

  it('saves one after the other what is sent at the same time', async () => {
    const verdict = { verdict: 'disputed', by: 'A', on: '2025-11-25', why: 'both' };
    const sent = ['e--f', 'g--h'].map((conflict) =>
      post('/v1/oordelen', { verdicts: [{ ...verdict, conflict }] }),
    );
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200]);
    const written = readFileSync(join(regionDir, 'verdicts.yaml'), 'utf8');
    expect(written).toContain('e--f');
    expect(written).toContain('g--h');
  });
});

describe('what somebody else writes during a save', () => {
  const judgement = { target: 'homes-2029', status: 'lagging', by: 'A', on: '2025-11-25', why: 'saved' };
  /** An editor of a folder of its own; `during` runs while the new state is being built. */
  function editorOf(name: string, during: (folder: string, time: number) => void) {
    const folder = join(place.dir, name);
    cpSync(syntheticRegion, folder, { recursive: true });
    let times = 0;
    const editor = new RegionEditor({
      folder,
      files: () => readRegionFolder(folder),
      prepare: async () => {
        times += 1;
        during(folder, times);
        return { use: () => undefined, drop: () => undefined };
      },
    });
    return { folder, editor, times: () => times };
  }
  const byHand =
    'judgements:\n  - {target: rank-2029, status: reached, by: B, on: 2025-11-24, why: by hand}\n';

  it('is kept: the save starts over', async () => {
    const { folder, editor, times } = editorOf('during', (at, time) => {
      if (time === 1) writeFileSync(join(at, 'judgements.yaml'), byHand);
    });
    const saved = await editor.judgements(JudgementsBody.parse({ judgements: [judgement] }));
    expect(saved.saved).toBe(true);
    const text = readFileSync(join(folder, 'judgements.yaml'), 'utf8');
    expect(text).toContain('by hand');
    expect(text).toContain('saved');
    expect(times()).toBe(2);
  });

  it('is kept where it never ends: nothing is saved then', async () => {
    const { folder, editor } = editorOf('always', (at, time) => {
      writeFileSync(join(at, 'judgements.yaml'), `${byHand}# ${time}\n`);
    });
    const saved = await editor.judgements(JudgementsBody.parse({ judgements: [judgement] }));
    expect(saved).toMatchObject({ saved: false, problems: [{ code: 'REGION_CHANGED' }] });
    expect(readFileSync(join(folder, 'judgements.yaml'), 'utf8')).toBe(`${byHand}# 3\n`);
  });
});

describe('the state of the region before a save', () => {
  it('is let go of once its work has stopped', async () => {
    const folder = join(place.dir, 'saved-often');
    cpSync(syntheticRegion, folder, { recursive: true });
    const server = await place.server({ regionDir: folder, edit: true, futures: 40, quickFutures: 10 });
    const { address } = await server.listen({ port: 0, host: '127.0.0.1' });
    const headers = { host: new URL(address).host, origin: address, 'content-type': 'application/json' };
    const states = (): number => queryObjects(TableSession, { format: 'count' });
    const before = states();
    for (const why of ['first', 'second', 'third']) {
      const judgement = { target: 'homes-2029', status: 'lagging', by: 'A', on: '2025-11-25', why };
      const answer = await server.app.inject({
        method: 'POST',
        url: '/v1/beoordelingen',
        headers,
        payload: { judgements: [judgement] },
      });
      expect(answer.statusCode).toBe(200);
    }
    await server.settled();
    // Counting collects what is garbage first.
    await vi.waitFor(() => expect(states()).toBeLessThanOrEqual(before), { timeout: 50_000, interval: 250 });
    await server.close();
  });
});

describe('whose request it is', () => {
  it('only names of this machine count as this machine', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.8.8', '::1', '[::1]']) {
      expect(isLoopback(host), host).toBe(true);
    }
    for (const host of ['0.0.0.0', '::', '192.168.0.2', 'localhost.example', '127.0.0.1.example', '']) {
      expect(isLoopback(host), host).toBe(false);
    }
  });

  it('a page of this server is own under every name that this machine has', () => {
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080']) {
      expect(isOwn(asking({ host, origin: `http://${host}` })), host).toBe(true);
    }
  });

  it('a browser must say from where it asks, a program need not', () => {
    const headers = { host: '127.0.0.1:80', origin: 'http://127.0.0.1:80' };
    expect(isOwn(asking({ ...headers, 'user-agent': 'curl/8' }))).toBe(true);
    expect(isOwn(asking({ ...headers, 'user-agent': 'Mozilla/5.0' }))).toBe(false);
    expect(isOwn(asking({ ...headers, 'user-agent': 'Mozilla/5.0', 'sec-fetch-site': 'same-origin' }))).toBe(
      true,
    );
    expect(isOwn(asking(headers, '1.0'))).toBe(false);
  });
});
