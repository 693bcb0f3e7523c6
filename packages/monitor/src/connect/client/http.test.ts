import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../test/fetching.ts';
import { type Listener, makeClient, retryAfter } from './http.ts';
import { usualLimits } from './limits.ts';
import type { Port } from './port.ts';

/** A port whose clock moves only when somebody waits; `answers` are given in turn, the last one again and again. */
function dream(answers: readonly (() => Response)[], random = 0) {
  let now = Date.parse('2026-11-30T12:00:00Z');
  const waits: number[] = [];
  const asked: { address: string; at: number; headers: Headers }[] = [];
  const port: Port = {
    fetch: async (address, init) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push({ address, at: now, headers: new Headers(init.headers) });
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer();
    },
    now: () => now,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    random: () => random,
  };
  return { port, waits, asked };
}
const good = () => Response.json({ value: 1 });
const busy = (after?: string) => () =>
  new Response('', { status: 429, headers: after === undefined ? {} : { 'retry-after': after } });
const ask = { type: 'json' } as const;

describe('the polite client', () => {
  it('waits twice as long after each fault, a random part taken off, up to a longest wait', async () => {
    const { port, waits } = dream([busy(), busy(), busy(), good], 1);
    await makeClient(port, { limits: { between: 0, longestBackOff: 3_000 } }).get('https://a.example/x', ask);
    expect(waits).toEqual([1_000, 2_000, 3_000]);
    const low = dream([busy(), busy(), good], 0);
    await makeClient(low.port, { limits: { between: 0 } }).get('https://a.example/x', ask);
    expect(low.waits).toEqual([500, 1_000]);
  });

  it('waits as long as the server asks, in seconds or until a date', async () => {
    const { port, waits } = dream([busy('7'), busy('Mon, 30 Nov 2026 12:00:27 GMT'), good]);
    await makeClient(port, { limits: { between: 0 } }).get('https://a.example/x', ask);
    expect(waits).toEqual([7_000, 20_000]);
  });

  it('tells why it waits', async () => {
    const told: string[] = [];
    const listener: Listener = {
      bytes: () => undefined,
      waits: (ms, why) => told.push(`${ms}: ${why.problems[0]?.message.en}`),
    };
    const { port } = dream([busy('7'), good]);
    await makeClient(port, { limits: { between: 0 }, listener }).get('https://a.example/x', ask);
    expect(told).toEqual(['7000: a.example answers with fault 429 (attempts: 1).']);
  });

  it('leaves time between requests to one host, and none between two hosts', async () => {
    const { port, asked } = dream([good]);
    const client = makeClient(port);
    for (const host of ['a', 'a', 'b', 'a']) await client.get(`https://${host}.example/x`, ask);
    const from = asked[0]?.at ?? 0;
    expect(asked.map(({ at }) => at - from)).toEqual([0, 250, 250, 500]);
  });

  it('asks only for what is newer, and says so with null', async () => {
    const { port, asked } = dream([() => new Response(null, { status: 304 })]);
    const since = { etag: '"a"', lastModified: 'Mon, 30 Nov 2026 12:00:00 GMT' };
    expect(await makeClient(port).get('https://a.example/x', { ...ask, since })).toBeNull();
    expect(asked[0]?.headers.get('if-none-match')).toBe('"a"');
    expect(asked[0]?.headers.get('if-modified-since')).toBe(since.lastModified);
    // A version that is no date of HTTP is never sent as one.
    await makeClient(port).get('https://a.example/x', {
      ...ask,
      since: { etag: null, lastModified: '2026' },
    });
    expect(asked[1]?.headers.has('if-modified-since')).toBe(false);
  });

  it('refuses a file that is a web page, and takes JSON of any name', async () => {
    const page = dream([
      () => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ]);
    const error = await faultOf(makeClient(page.port).get('https://a.example/x.csv', { type: 'file' }));
    expect(error.problems[0]?.message.en).toBe('a.example sends text/html in place of a file with data.');
    const named = dream([() => new Response('{}', { headers: { 'content-type': 'application/geo+json' } })]);
    expect((await makeClient(named.port).get('https://a.example/x', ask))?.type).toBe('application/geo+json');
  });

  it('does not try a wrong certificate again', async () => {
    const { port, asked } = dream([
      () => {
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }),
        });
      },
    ]);
    const error = await faultOf(makeClient(port).get('https://a.example/x', ask));
    expect(error.problems[0]?.message.en).toBe(
      'a.example cannot be reached: CERT_HAS_EXPIRED (attempts: 1).',
    );
    expect(asked).toHaveLength(1);
  });

  it('begins anew where the server sends another part than was asked, or has changed the file meanwhile', async () => {
    const headers = {
      'content-type': 'text/csv',
      etag: '"1"',
      'accept-ranges': 'bytes',
      'content-length': '6',
    };
    const cut = () =>
      new Response(
        new ReadableStream({
          start: (control) => control.enqueue(new TextEncoder().encode('abc')),
          pull: (control) => control.error(new Error('cut')),
        }),
        { headers },
      );
    const whole = () => new Response('uvwxyz', { headers: { ...headers, etag: '"2"' } });
    const other = () =>
      new Response('zz', { status: 206, headers: { ...headers, 'content-range': 'bytes 4-5/6' } });
    const { port, asked } = dream([cut, other, whole]);
    const answer = await makeClient(port).get('https://a.example/x.csv', { type: 'file' });
    expect(new TextDecoder().decode(answer?.bytes)).toBe('uvwxyz');
    expect(asked.map(({ headers: sent }) => [sent.get('range'), sent.get('if-range')])).toEqual([
      [null, null],
      ['bytes=3-', '"1"'],
      [null, null],
    ]);
    const changed = dream([cut, whole]);
    const again = await makeClient(changed.port).get('https://a.example/x.csv', { type: 'file' });
    expect(new TextDecoder().decode(again?.bytes)).toBe('uvwxyz');
  });

  it('never waits longer in all than its limits allow, whatever the server answers', async () => {
    const reply = fc.oneof(
      fc.constantFrom(429, 500, 502, 503).map((status) => () => new Response('', { status })),
      fc.integer({ min: 0, max: 300 }).map((seconds) => busy(String(seconds))),
      fc.constant(() => {
        throw new TypeError('fetch failed');
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(reply, { minLength: 1 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (all, random) => {
          const { port, waits, asked } = dream(all, random);
          const error = await faultOf(
            makeClient(port, { limits: { between: 0 } }).get('https://a.example/x', ask),
          );
          expect(error.unreachable).toBe(true);
          expect(asked.length).toBeLessThanOrEqual(usualLimits.attempts);
          for (const wait of waits) expect(wait).toBeLessThanOrEqual(usualLimits.longestAsked);
        },
      ),
    );
  });
});

it('Retry-After in the past is no wait, and what is neither number nor date is none', () => {
  const now = Date.parse('2026-11-30T12:00:00Z');
  expect(retryAfter('Mon, 30 Nov 2026 11:00:00 GMT', now)).toBe(0);
  expect(retryAfter('soon', now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});
