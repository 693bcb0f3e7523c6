import { describe, expect, it } from 'vitest';
import { ask, at, faultOf, fetched, readOf, region, replays } from '../../test/fetching.ts';
import { prices } from '../../test/region.ts';
import type { Replay, ReplayFault } from '../../test/replay.ts';
import { memoryStore } from '../memory-store.ts';
import { fetchSource, webPort } from './index.ts';

const start = replays();

/** Fetches and imports, as the command does; a fault leaves the store as it was. */
async function ingest(server: Replay, limits = {}) {
  const store = memoryStore();
  let fault: Awaited<ReturnType<typeof faultOf>> | null = null;
  try {
    const { batches } = await fetched(server, prices(), { limits });
    for (const batch of batches) await store.importBatch(batch);
  } catch (error) {
    fault = await faultOf(Promise.reject(error));
  }
  return { fault, facts: await store.facts({}) };
}

/** Each fault, what a person reads in the end, and whether trying later may help (exit code 4) or not (3). */
const endings: readonly (readonly [string, RegExp, ReplayFault, string, boolean])[] = [
  [
    'a server that is too busy all the time',
    /Observations/,
    { kind: 'status', status: 429 },
    'HIER antwoordt 5 keer met fout 429. De storing ligt bij de bron. Probeer het later nog eens.',
    true,
  ],
  [
    'a server that asks to come back tomorrow',
    /Observations/,
    { kind: 'status', status: 429, retryAfter: '86400' },
    'HIER vraagt om 86400 seconden te wachten. Probeer het later nog eens; wat al binnen is, wordt niet opnieuw gehaald.',
    true,
  ],
  [
    'a server with a fault of its own',
    /Observations/,
    { kind: 'status', status: 500 },
    'HIER antwoordt 5 keer met fout 500.',
    true,
  ],
  [
    'an answer that is cut off each time at the same place',
    /Observations/,
    { kind: 'cut', after: 50, ranges: false },
    'Het antwoord van HIER brak 5 keer af, de laatste keer na 50 bytes.',
    true,
  ],
  [
    'a page on maintenance with status 200',
    /Observations/,
    { kind: 'page' },
    'HIER stuurt text/html in plaats van JSON. Vaak is dit een pagina over onderhoud of een inlogpagina.',
    false,
  ],
  [
    'JSON under the name of another type',
    /Properties/,
    { kind: 'type', type: 'text/csv' },
    'HIER stuurt text/csv in plaats van JSON.',
    false,
  ],
  [
    'an empty answer',
    /Observations/,
    { kind: 'body', body: '' },
    'Het antwoord is geen geldige JSON: er kwam niets.',
    false,
  ],
  [
    'half a JSON text as a whole answer',
    /Observations/,
    { kind: 'body', body: '{"value":[{"Id":20,' },
    'Het antwoord is geen geldige JSON:',
    false,
  ],
  [
    'JSON of another shape',
    /Observations/,
    { kind: 'body', body: '{"value":[{"Id":"twintig"}]}' },
    'Het antwoord heeft niet de vorm die bij de bron hoort: value.0.Id:',
    false,
  ],
  [
    'a table of which nothing is left',
    /Observations/,
    { kind: 'body', body: '{"value":[]}' },
    'De bron geeft geen enkel cijfer voor wat gevraagd is.',
    false,
  ],
  [
    'cells that were not asked for',
    /Observations/,
    {
      kind: 'body',
      body: '{"value":[{"Id":1,"Measure":"M001534","ValueAttribute":"None","Value":1,"StringValue":null,"RegioS":"GM9999","Perioden":"2015JJ00"}]}',
    },
    'cel 1 is niet gevraagd: RegioS is GM9999',
    false,
  ],
  [
    'an address that is shut',
    /Properties/,
    { kind: 'status', status: 403 },
    'HIER weigert de vraag (403: fault on demand).',
    false,
  ],
  [
    'a question that is not understood',
    /Observations/,
    { kind: 'status', status: 406 },
    'HIER begrijpt de vraag niet (406: fault on demand).',
    false,
  ],
];

describe('a fault of the source ends well: it is named, and nothing is imported', () => {
  it.each(endings)('%s', async (_, match, kind, text, unreachable) => {
    const server = await start();
    server.fault(match, kind);
    const { fault, facts } = await ingest(server);
    expect(fault && readOf(fault)).toContain(text);
    expect(fault?.unreachable).toBe(unreachable);
    expect(facts).toEqual([]);
    server.heal();
    expect((await ingest(server)).facts).toHaveLength(33);
  });

  const pagings = [
    ['circle', 'MONITOR_PAGES_REPEAT'],
    ['repeat', 'MONITOR_PAGES_REPEAT'],
    ['endless', 'MONITOR_PAGES_ENDLESS'],
    ['empty', 'MONITOR_PAGES_ENDLESS'],
    ['elsewhere', 'MONITOR_LINK_ELSEWHERE'],
  ] as const;
  it.each(pagings)('pages that lead in the wrong direction: %s', async (paging, code) => {
    const server = await start({ pageSize: 10 });
    const table = server.tables['83625NED'];
    if (table !== undefined) table.paging = paging;
    const { fault, facts } = await ingest(server);
    expect(fault?.problems.map((problem) => problem.code)).toEqual([code]);
    expect(facts).toEqual([]);
    expect(server.requests.length).toBeLessThan(60);
  });

  it('a list of codes that has changed: the new code is offered, and no figure of another area is taken', async () => {
    const server = await start();
    const table = server.tables['83625NED'];
    const codes = table?.dimensions.RegioS?.codes.find(({ Identifier }) => Identifier === 'GM0772');
    if (codes !== undefined) codes.Identifier = 'GM0773';
    const named = prices({}, { area: { dimension: 'RegioS', only: ['GM0772'] } });
    expect(readOf(await faultOf(ask(server, named)))).toMatch(
      /heeft geen code GM0772\. Misschien is de codelijst veranderd\. Bedoelt u .*GM0773 \(Eindhoven\)\?$/,
    );
  });

  it('a new version that comes out while fetching: half old and half new is not taken', async () => {
    const server = await start({ pageSize: 10 });
    const table = server.tables['83625NED'];
    const { port, seen } = watched(server, (address) => {
      if (address.includes('skiptoken=2') && table !== undefined)
        table.modified = '2026-12-01T00:00:00+01:00';
    });
    const error = await faultOf(fetchSource(prices(), region, port, { limits: { between: 0 } }));
    expect(error.problems[0]?.code).toBe('MONITOR_CHANGED_MEANWHILE');
    expect(error.unreachable).toBe(true);
    expect(seen.some((address) => address.includes('skiptoken=3'))).toBe(true);
  });

  it('a machine that is not there', async () => {
    const port = webPort({ SCHAALSPRONG_CBS: 'http://127.0.0.1:1/cbs' });
    const error = await faultOf(fetchSource(prices(), region, port, { limits: { between: 0, backOff: 1 } }));
    expect(error.problems[0]?.message.nl).toMatch(
      /^127\.0\.0\.1:1 is niet bereikbaar: .+\. 5 keer geprobeerd\.$/,
    );
    expect(error.unreachable).toBe(true);
  });

  it('a server that says nothing, and one that drips', async () => {
    const silent = await start();
    silent.fault(/Observations/, { kind: 'silence' });
    const one = await ingest(silent, { idle: 30, attempts: 2 });
    expect(one.fault?.problems[0]?.code).toBe('MONITOR_SLOW');
    const dripping = await start();
    dripping.fault(/Observations/, { kind: 'drip', bytes: 1, pause: 5 });
    const two = await ingest(dripping, { idle: 1_000, total: 200 });
    expect(two.fault?.problems[0]?.code).toBe('MONITOR_SLOW');
    expect(two.fault?.unreachable).toBe(true);
    expect([...one.facts, ...two.facts]).toEqual([]);
  });

  it('an answer that is larger than may be', async () => {
    const { fault, facts } = await ingest(await start(), { most: 3_000 });
    expect(fault && readOf(fault)).toContain('Het antwoord is groter dan 3000 bytes');
    expect(facts).toEqual([]);
  });

  it('somebody who stops it: the reason is theirs, and the server hears no more', async () => {
    const server = await start({ pageSize: 5 });
    const stop = new AbortController();
    const fetching = ask(server, prices(), {
      signal: stop.signal,
      onProgress: ({ pages }) => pages === 2 && stop.abort(new Error('stopped by hand')),
    });
    await expect(fetching).rejects.toThrow('stopped by hand');
    const asked = [...server.requests];
    // What was sent before this request would have come before it.
    await (await fetch(`${server.address}/files/last`)).body?.cancel();
    expect(server.requests).toEqual([...asked, '/files/last']);
  });
});

/** A port that tells every address before it is asked. */
function watched(server: Replay, tell: (address: string) => void) {
  const plain = webPort(server.environment);
  const seen: string[] = [];
  const fetch: typeof plain.fetch = (address, init) => {
    seen.push(address);
    tell(address);
    return plain.fetch(address, init);
  };
  return { port: { ...plain, fetch }, seen };
}

describe('a fault that passes is not a fault', () => {
  const passing: readonly (readonly [string, ReplayFault, number])[] = [
    ['two times busy', { kind: 'status', status: 429, retryAfter: '0' }, 2],
    ['four faults of the server', { kind: 'status', status: 503 }, 4],
    ['a cut without ranges', { kind: 'cut', after: 40, ranges: false }, 2],
    ['a cut with ranges', { kind: 'cut', after: 1_000, ranges: true }, 3],
    ['half a JSON text once', { kind: 'body', body: '{"value":[' }, 1],
  ];
  it.each(passing)('%s', async (_, kind, times) => {
    const server = await start();
    server.fault(/Observations/, kind, times);
    const { fault, facts } = await ingest(server);
    expect(fault).toBeNull();
    expect(at(facts, 'GM0772', '2025')?.value).toBe(469870);
    expect(server.requests.filter((request) => request.includes('Observations'))).toHaveLength(times + 1);
  });

  it('an answer that is cut more often than there are attempts, but gets further each time', async () => {
    const server = await start();
    server.fault(/Observations/, { kind: 'cut', after: 500, ranges: true }, 9);
    expect((await ingest(server)).facts).toHaveLength(33);
    expect(server.headers.filter(({ range }) => range !== undefined).length).toBeGreaterThan(6);
  });

  it('an answer that was cut goes on where it was, and not from the start', async () => {
    const server = await start();
    server.fault(/Observations/, { kind: 'cut', after: 1_000, ranges: true }, 2);
    expect((await ingest(server)).facts).toHaveLength(33);
    const ranges = server.headers.flatMap(({ range, 'if-range': condition }) =>
      range === undefined ? [] : [[range, typeof condition]],
    );
    expect(ranges).toEqual([
      ['bytes=1000-', 'string'],
      ['bytes=2000-', 'string'],
    ]);
  });
});
