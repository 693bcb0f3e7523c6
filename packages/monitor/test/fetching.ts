import type { Region, StatisticsSource } from '@schaalsprong/agenda';
import { afterEach } from 'vitest';
import { type Fetched, type FetchOptions, fetchSource, webPort } from '../src/connect/index.ts';
import type { Fact } from '../src/facts.ts';
import { MonitorError } from '../src/problems.ts';
import { testRegion } from './region.ts';
import { type Replay, type ReplayOptions, startReplay } from './replay.ts';

/** Waits of a test: next to none. */
export const quick = { between: 0, backOff: 1, longestBackOff: 4 };

export const region: Region = await testRegion();

/** A replay server that is stopped after the test. */
export function replays(): (options?: ReplayOptions) => Promise<Replay> {
  const running: Replay[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
  });
  return async (options) => {
    const server = await startReplay(options);
    running.push(server);
    return server;
  };
}

/** What a replay server gives for a source, without waiting between requests. */
export const ask = (server: Replay, source: StatisticsSource, options: FetchOptions = {}): Promise<Fetched> =>
  fetchSource(source, region, webPort(server.environment), {
    ...options,
    limits: { ...quick, ...options.limits },
  });

/** The same, where it must have been fetched. */
export async function fetched(
  server: Replay,
  source: StatisticsSource,
  options: FetchOptions = {},
): Promise<Extract<Fetched, { outcome: 'fetched' }> & { facts: readonly Fact[] }> {
  const got = await ask(server, source, options);
  if (got.outcome !== 'fetched') throw new Error(`the outcome is ${got.outcome}`);
  return { ...got, facts: got.batches.flatMap(({ facts }) => facts) };
}

/** The fault with which something ends, which must be one. */
export async function faultOf(fetching: Promise<unknown>): Promise<MonitorError> {
  try {
    await fetching;
  } catch (error) {
    if (error instanceof MonitorError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

/** What a person reads of a fault: code, place, what is wrong and what to do, in Dutch. */
export const readOf = (error: MonitorError): string =>
  error.problems
    .map((p) => `${p.code} ${p.path}: ${p.message.nl} ${p.hint.nl}`)
    .join('\n')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'http://HIER')
    .replace(/127\.0\.0\.1:\d+/g, 'HIER');

/** The figure of an area and period. */
export const at = (facts: readonly Fact[], area: string, period: string): Fact | undefined =>
  facts.find((fact) => fact.area === area && fact.period === period);
