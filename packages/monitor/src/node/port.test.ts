import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { faultOf, quick, region, replays } from '../../test/fetching.ts';
import { prices, sourceOf } from '../../test/region.ts';
import { fetchSource } from '../connect/index.ts';
import { type NodePort, nodePort } from './port.ts';

const start = replays();
const folders: string[] = [];
const ports: NodePort[] = [];
const proxies: Server[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  for (const proxy of proxies.splice(0)) proxy.close();
});
function open(environment: Readonly<Record<string, string>>, cache?: string): NodePort {
  const port = nodePort({ environment, ...(cache === undefined ? {} : { cache }) });
  ports.push(port);
  return port;
}
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'schaalsprong-downloads-'));
  folders.push(path);
  return path;
}

/** A proxy that notes what is asked of it, and passes it on. */
async function proxy(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    fetch(request.url ?? '').then(async (answer) => {
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  server.on('connect', (request, socket, head) => {
    asked.push(`CONNECT ${request.url}`);
    const [host, port] = (request.url ?? '').split(':');
    const on = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      on.write(head);
      on.pipe(socket);
      socket.pipe(on);
    });
    on.on('error', () => socket.destroy());
    socket.on('error', () => on.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxies.push(server);
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('the way out of Node', () => {
  it('leads through the proxy that is set, and past it where NO_PROXY says so', async () => {
    const server = await start();
    const through = await proxy();
    const port = open({ ...server.environment, HTTP_PROXY: through.address });
    expect((await fetchSource(prices(), region, port, { limits: quick })).outcome).toBe('fetched');
    expect(through.asked.length).toBeGreaterThan(0);
    port.close();
    through.asked.length = 0;
    const past = open({ ...server.environment, HTTP_PROXY: through.address, NO_PROXY: '127.0.0.1' });
    expect((await fetchSource(prices(), region, past, { limits: quick })).outcome).toBe('fetched');
    expect(through.asked).toEqual([]);
  });

  it('names a proxy whose address is wrong, without showing it', async () => {
    const error = await faultOf((async () => open({ HTTPS_PROXY: 'user:secret@@proxy' }))());
    expect(error.problems[0]?.code).toBe('MONITOR_PROXY_WRONG');
    expect(JSON.stringify(error.problems)).not.toContain('secret');
  });
});

describe('a download that broke off', () => {
  const file = (address: string) =>
    sourceOf({
      id: 'file',
      kind: 'csv',
      address,
      series: [
        {
          series: 'people',
          measure: 'value',
          area: { dimension: 'area' },
          period: { dimension: 'year' },
          unit: 'people',
          sourceUnit: '',
        },
      ],
    });
  const body = `area,year,value\n${Array.from({ length: 60 }, (_, i) => `GM0772,${1960 + i},${200_000 + i}\n`).join('')}`;

  it('goes on in a next run where it was, and leaves nothing behind once it is read', async () => {
    const server = await start();
    const cache = folder();
    server.files['people.csv'] = { type: 'text/csv', body };
    const source = file(`${server.address}/files/people.csv`);
    server.fault(/people/, { kind: 'cut', after: 400, ranges: true });
    const once = { limits: { ...quick, attempts: 1 } };
    await faultOf(fetchSource(source, region, open(server.environment, cache), once));
    server.heal();
    const got = await fetchSource(source, region, open(server.environment, cache), once);
    expect(got.outcome === 'fetched' && got.batches[0]?.facts.length).toBe(60);
    expect(server.headers.map(({ range }) => range)).toEqual([undefined, 'bytes=400-']);
    server.requests.length = 0;
    await fetchSource(source, region, open(server.environment, cache), once);
    expect(server.headers.at(-1)?.range).toBeUndefined();
  });

  it('begins anew where the file has changed since', async () => {
    const server = await start();
    const cache = folder();
    server.files['people.csv'] = { type: 'text/csv', body };
    const source = file(`${server.address}/files/people.csv`);
    server.fault(/people/, { kind: 'cut', after: 400, ranges: true });
    const once = { limits: { ...quick, attempts: 1 } };
    await faultOf(fetchSource(source, region, open(server.environment, cache), once));
    server.heal();
    server.files['people.csv'] = { type: 'text/csv', body: body.replaceAll(',200', ',300') };
    const got = await fetchSource(source, region, open(server.environment, cache), once);
    const values = got.outcome === 'fetched' ? (got.batches[0]?.facts.map(({ value }) => value) ?? []) : [];
    expect(values).toHaveLength(60);
    expect(values.every((value) => (value ?? 0) >= 300_000)).toBe(true);
  });

  it('that came in whole but could not be read is fetched as a whole again', async () => {
    const server = await start();
    const cache = folder();
    const source = file(`${server.address}/files/people.csv`);
    server.files['people.csv'] = { type: 'text/csv', body: 'gebied,jaar\nGM0772,2024\n' };
    const once = { limits: { ...quick, attempts: 1 } };
    const error = await faultOf(fetchSource(source, region, open(server.environment, cache), once));
    expect(error.unreachable).toBe(false);
    server.files['people.csv'] = { type: 'text/csv', body };
    const got = await fetchSource(source, region, open(server.environment, cache), once);
    expect(got.outcome === 'fetched' && got.batches[0]?.facts.length).toBe(60);
  });

  it('of many pages does not fetch those again that had come in whole', async () => {
    const server = await start({ pageSize: 10 });
    const cache = folder();
    server.fault(/skiptoken=3/, { kind: 'status', status: 500 });
    await faultOf(fetchSource(prices(), region, open(server.environment, cache), { limits: quick }));
    server.heal();
    server.requests.length = 0;
    const got = await fetchSource(prices(), region, open(server.environment, cache), { limits: quick });
    expect(got.outcome === 'fetched' && got.batches[0]?.facts.length).toBe(33);
    expect(server.requests.filter((request) => request.includes('Observations'))).toHaveLength(1);
    // Of another version of the table nothing that was kept is used.
    const table = server.tables['83625NED'];
    server.fault(/skiptoken=3/, { kind: 'status', status: 500 });
    await faultOf(fetchSource(prices(), region, open(server.environment, cache), { limits: quick }));
    server.heal();
    if (table !== undefined) table.modified = '2026-12-01T00:00:00+01:00';
    server.requests.length = 0;
    await fetchSource(prices(), region, open(server.environment, cache), { limits: quick });
    expect(server.requests.filter((request) => request.includes('Observations'))).toHaveLength(4);
  });
});
