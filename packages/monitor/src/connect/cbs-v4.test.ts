import { afterEach, describe, expect, test } from 'vitest';
import { population, prices, testRegion } from '../../test/region.ts';
import { type Replay, type ReplayOptions, startReplay } from '../../test/replay.ts';
import type { Fact, SourceCheck } from '../facts.ts';
import { MonitorError } from '../problems.ts';
import { describeTable, type Fetched, type FetchOptions, fetchSource, webPort } from './index.ts';

const servers: Replay[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
});
async function start(options: ReplayOptions = {}): Promise<Replay> {
  const server = await startReplay(options);
  servers.push(server);
  return server;
}
const region = await testRegion();
const quick = { between: 0, backOff: 1 };

async function fetchFrom(
  server: Replay,
  source: ReturnType<typeof prices>,
  options: FetchOptions = {},
): Promise<Extract<Fetched, { outcome: 'fetched' }>> {
  const got = await fetchSource(source, region, webPort(server.environment), { limits: quick, ...options });
  if (got.outcome !== 'fetched') throw new Error(got.outcome);
  return got;
}
const factsOf = ({ batches }: { batches: readonly { facts: readonly Fact[] }[] }) =>
  batches.flatMap(({ facts }) => facts);
const valueOf = (facts: readonly Fact[], area: string, period: string) =>
  facts.find((fact) => fact.area === area && fact.period === period);

/** The error of a fetch that must fail. */
async function faultOf(fetching: Promise<unknown>): Promise<MonitorError> {
  try {
    await fetching;
  } catch (error) {
    if (error instanceof MonitorError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('a table of CBS OData v4', () => {
  test('gives the real prices of the areas of the region, over pages, as one version', async () => {
    const server = await start({ pageSize: 10 });
    const got = await fetchFrom(server, prices());
    const facts = factsOf(got);
    expect(facts).toHaveLength(33);
    expect(valueOf(facts, 'NL01', '2015')).toMatchObject({
      value: 230194,
      unit: 'eur',
      standing: 'final',
      source: 'CBS 83625NED, CC BY 4.0, https://datasets.cbs.nl/odata/v1/CBS/83625NED',
    });
    expect(valueOf(facts, 'GM0772', '2025')?.value).toBe(469870);
    expect(got.batches[0]?.vintage).toMatchObject({ published: '2026-02-17', table: '83625NED' });
    expect(got.batches[0]?.covers).toEqual({ series: ['house_price'], areas: ['GM0743', 'GM0772', 'NL01'] });
  });

  test('gives population on the first day of the year', async () => {
    const facts = factsOf(await fetchFrom(await start(), population()));
    expect(valueOf(facts, 'GM0772', '2019-01-01')?.value).toBe(231642);
    expect(valueOf(facts, 'NL01', '2019-01-01')?.value).toBe(17282163);
  });
});

export { describeTable, faultOf, type SourceCheck };
