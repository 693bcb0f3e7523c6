import { cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Place, syntheticRegion } from '../test/world.ts';
import type { Server } from './index.ts';
import { serve } from './serve.ts';

let place: Place;
let running: Server[];
let lines: string[];
beforeEach(() => {
  place = new Place();
  running = [];
  lines = [];
});
afterEach(async () => {
  for (const server of running) await server.close();
  place.remove();
});

const start = async (
  env: Record<string, string>,
  regionDir = syntheticRegion,
): Promise<Server | 2 | 3 | 4> => {
  const server = await serve(
    { regionDir, webDir: place.webDir, cacheDir: place.cacheDir, threads: 1 },
    { env, out: (line) => lines.push(line), err: (line) => lines.push(line) },
  );
  if (typeof server !== 'number') running.push(server);
  return server;
};
const running1 = async (env: Record<string, string>): Promise<Server> => {
  const server = await start(env);
  if (typeof server === 'number') throw new Error(lines.join('\n'));
  return server;
};
const addressOf = (): string => /http:\S+/.exec(lines.join('\n'))?.[0] ?? '';

describe('serving on a real port', () => {
  it('a browser gets the page and the data at the address that is printed in both languages', async () => {
    await running1({ PORT: '0' });
    expect(lines.join('\n')).toMatch(/staat op http[\s\S]*is at http/);
    const address = addressOf();
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(' · Schaalsprong</title>');
    expect((await fetch(`${address}/v1/stand`)).headers.get('api-version')).not.toBeNull();
  });

  it.each([
    ['bytes that are no request', 'NONSENSE\r\n\r\n', 400],
    ['a request without Host', 'GET /v1/stand HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a request with two Hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', 400],
    ['an expectation that nobody knows', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: teapot\r\n\r\n', 417],
    ['a tunnel', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n', 400],
  ])('%s: a problem with its headers, not silence', async (_what, sent, status) => {
    await running1({ PORT: '0' });
    const { hostname, port } = new URL(addressOf());
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write(sent));
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
    expect(answer).toContain('content-security-policy');
    expect(answer).toContain('application/problem+json');
  });

  it('a port that was asked for and is taken is exit code 4, not another port', async () => {
    const other = createHttpServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const bound = other.address();
    const port = typeof bound === 'object' && bound ? bound.port : 0;
    expect(await start({ PORT: String(port) })).toBe(4);
    expect(lines.join('\n')).toContain('EADDRINUSE');
    await new Promise((resolve) => other.close(resolve));
  });

  it('half a request that never ends does not keep the server from stopping', async () => {
    const server = await running1({ PORT: '0' });
    const { hostname, port } = new URL(addressOf());
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    await new Promise<void>((resolve) => socket.write('GET /v1/stand HTTP/1.1\r\nHo', () => resolve()));
    await server.close();
    await ended;
    // Cut off by the server that stops: the timeout of requests would have been answered with 408.
    expect(answer).toBe('');
  });

  it('a setting that is none is exit code 2', async () => {
    expect(await start({ PORT: 'http' })).toBe(2);
    expect(await start({ SCHAALSPRONG_FUTURES: '0' })).toBe(2);
    expect(await start({ SCHAALSPRONG_CONTACT: 'somebody' })).toBe(2);
    for (const address of ['example.org', 'https://example.org/below', 'ftp://example.org', 'javascript:1']) {
      expect(await start({ SCHAALSPRONG_ADDRESS: address })).toBe(2);
    }
  });

  it('where others find the server stands in what they take away', async () => {
    await running1({ PORT: '0', SCHAALSPRONG_ADDRESS: 'https://cijfers.example.org/' });
    const answer = await fetch(`${addressOf()}/catalog.ttl`);
    expect(await answer.text()).toContain('<https://cijfers.example.org/monitor/homes#data>');
  });

  it('a region folder that is not there is exit code 3 with words in both languages, not a trace of code', async () => {
    for (const regionDir of [join(place.dir, 'nowhere'), join(syntheticRegion, 'tree.yaml')]) {
      expect(await start({ PORT: '0' }, regionDir)).toBe(3);
      expect(lines.join('\n')).toContain(`Er is geen map ${regionDir}.`);
      expect(lines.join('\n')).toContain(`There is no folder ${regionDir}.`);
    }
  });

  it('bad content is exit code 3 with every problem in both languages, and nothing listens', async () => {
    const broken = join(place.dir, 'region');
    cpSync(syntheticRegion, broken, { recursive: true });
    writeFileSync(join(broken, 'parties.yaml'), 'parties: 7\n');
    expect(await start({ PORT: '0' }, broken)).toBe(3);
    const text = lines.join('\n');
    expect(text).toMatch(/parties\.yaml:1:\d+ {2}REGION_/);
    expect(text).toContain('verwacht');
    expect(text).toContain('expected');
    expect(text).not.toContain('http://');
    rmSync(broken, { recursive: true });
  });
});

/** Files of standings; the back-test, which comes later, has files of its own. */
const keptStandings = (): readonly string[] =>
  readdirSync(place.cacheDir).filter((name) => name.startsWith('stand-'));

describe('computing in the background', () => {
  it('the standing becomes ready, is kept on disk, and is there at once the next time', async () => {
    const first = await running1({ PORT: '0' });
    await first.settled();
    const answer = await fetch(`${addressOf()}/v1/stand`);
    const standing = await answer.json();
    expect(standing).toMatchObject({ state: 'ready', sentence: { nl: expect.stringContaining('van 40') } });
    const [name = '', ...others] = keptStandings();
    expect(others).toEqual([]);
    const file = join(place.cacheDir, name);
    const { ino, mtimeMs } = statSync(file);

    // Computing again would write the file again, as the next test shows.
    const second = await place.server();
    await second.settled();
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
    expect((await second.app.inject({ url: '/v1/stand' })).json()).toEqual(standing);
    await second.close();
  });

  it('a broken file in the cache is computed again', async () => {
    const first = await place.server();
    await first.settled();
    const wanted = (await first.app.inject({ url: '/stand.json' })).body;
    await first.close();
    const [name = ''] = keptStandings();
    const file = join(place.cacheDir, name);
    writeFileSync(file, 'half a fi');
    const broken = statSync(file);
    const second = await place.server();
    await second.settled();
    expect(statSync(file).mtimeMs).not.toBe(broken.mtimeMs);
    expect((await second.app.inject({ url: '/stand.json' })).body).toBe(wanted);
    await second.close();
  });

  it('another seed is another answer, not the one that was kept', async () => {
    const answers = [];
    for (const seed of [1, 2]) {
      const server = await place.server({ seed });
      await server.settled();
      answers.push((await server.app.inject({ url: '/v1/stand' })).json().detail.assessment.provenance.seed);
      await server.close();
    }
    expect(answers).toEqual([1, 2]);
  });

  it('a first answer over fewer futures is there before the whole is', async () => {
    const server = await place.server({ futures: 4000, quickFutures: 10, cacheDir: null });
    const seen: unknown[] = [];
    const done = server.settled();
    let over = false;
    void done.then(() => {
      over = true;
    });
    while (!over) {
      const { state, detail } = (await server.app.inject({ url: '/v1/stand' })).json();
      seen.push(`${state} ${detail?.assessment.provenance.futures ?? 0}`);
      await new Promise(setImmediate);
    }
    const { state, detail } = (await server.app.inject({ url: '/v1/stand' })).json();
    expect(`${state} ${detail.assessment.provenance.futures}`).toBe('ready 4000');
    expect(seen).toContain('running 0');
    expect(seen).toContain('running 10');
    await server.close();
  });

  it('closing while it computes stops the work', async () => {
    const server = await place.server({ futures: 100_000, quickFutures: 10, cacheDir: null });
    const work = server.settled();
    // The whole is begun once the quick answer is there.
    await vi.waitFor(async () => {
      const { state, detail } = (await server.app.inject({ url: '/v1/stand' })).json();
      expect([state, detail?.assessment.provenance.futures]).toEqual(['running', 10]);
    }, 50_000);
    await server.close();
    await work;
    expect(readdirSync(place.dir)).not.toContain('cache');
  });
});
