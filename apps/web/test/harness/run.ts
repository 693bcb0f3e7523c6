import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type PageOfSite, samplePages, startServer, whenReady } from '../../../../scripts/browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, on the real region: no test changes what it holds. */
    readonly address: string;
    /** Futures of its standing. */
    readonly standingFutures: number;
    /** One page of each sort. */
    readonly samples: readonly PageOfSite[];
  }
}

/** Few, so that the standing is there soon: its figures are the business of other tests. */
const futures = 200;

/**
 * Builds the web app where that is needed and starts one server for the whole run: what it computes at its start (audit,
 * standing, back-test) is computed once. It keeps its statistics, and shared settings of the table, in an
 * empty folder of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = await mkdtemp(join(tmpdir(), 'schaalsprong-data-'));
  const server = await startServer({ futures, data, shares: 100 });
  await whenReady(server.address, 600);
  project.provide('address', server.address);
  project.provide('standingFutures', futures);
  project.provide('samples', await samplePages(server.address));
  return async () => {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  };
}
