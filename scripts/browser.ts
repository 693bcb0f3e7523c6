import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AgendaResponse, MonitorResponse, SourcesResponse, StandingResponse } from '@schaalsprong/wire';
import type { Browser } from 'playwright-core';
import { chromium as playwright } from 'playwright-core';

/**
 * A browser and a server for tests and screenshots. The browser comes from npm, so that a machine with git, npm and
 * nothing else can run them; it needs no root rights and no system libraries of its own.
 */
export const root = join(import.meta.dirname, '..');

/** Where Linux systems keep the one library whose absence means that the others are absent too. */
const nss = [
  '/lib/x86_64-linux-gnu/libnss3.so',
  '/usr/lib/x86_64-linux-gnu/libnss3.so',
  '/usr/lib64/libnss3.so',
  '/usr/lib/libnss3.so',
];

/** Starts headless Chromium. */
export async function launch(): Promise<Browser> {
  if (!nss.some((path) => existsSync(path))) {
    // Makes the package unpack the libraries that it carries, and put them in the search path, as it does on a bare host.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    // Not the package's own list: that turns web security off, and with it what the tests are about.
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage', '--hide-scrollbars'],
  });
}

export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the real server as `npm start` does, on a free port; on the real region unless another is named. */
export async function startServer(
  options: { futures?: number; region?: string; edit?: boolean } = {},
): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      ...(options.futures === undefined ? {} : { SCHAALSPRONG_FUTURES: String(options.futures) }),
      ...(options.region === undefined ? {} : { SCHAALSPRONG_REGION: options.region }),
      ...(options.edit === true ? { SCHAALSPRONG_EDIT: '1' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((done, fail) => {
    const hear = (piece: Buffer) => {
      said += piece.toString('utf8');
      const found = /https?:\/\/[^\s/]+:\d+/.exec(said);
      if (found !== null) done(found[0]);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => fail(new Error(`the server stopped with code ${code}:\n${said}`)));
  });
  let asked = false;
  child.once('exit', (code, signal) => {
    // A server that dies on its own makes every later test fail for no reason of theirs: say it where it happened.
    if (!asked) console.error(`the server stopped by itself (${code ?? signal}):\n${said}`);
  });
  return {
    address,
    stop: () =>
      new Promise((done) => {
        asked = true;
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', () => done());
        child.kill('SIGTERM');
      }),
  };
}

/** Waits until the standing is computed in full. */
export async function whenReady(address: string, seconds = 120): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const response = await fetch(`${address}/v1/stand`);
    const standing = (await response.json()) as StandingResponse;
    if (standing.state === 'ready') return;
    if (standing.state === 'failed') throw new Error(`the assessment failed: ${standing.problem.detail}`);
    if (Date.now() > end) throw new Error(`no standing after ${seconds} s`);
    await new Promise((done) => setTimeout(done, 250));
  }
}

export interface PageOfSite {
  readonly name: string;
  /** Without its language. */
  readonly path: string;
}

/** One page of each sort, chosen from the content that is there. */
export async function samplePages(address: string): Promise<readonly PageOfSite[]> {
  const agenda = (await (await fetch(`${address}/v1/agenda`)).json()) as AgendaResponse;
  const sources = (await (await fetch(`${address}/v1/bronnen`)).json()) as SourcesResponse;
  const monitor = (await (await fetch(`${address}/v1/indicatoren`)).json()) as MonitorResponse;
  const target = (
    name: string,
    fits: (target: AgendaResponse['targets'][number]) => boolean,
  ): PageOfSite[] => {
    const found = agenda.targets.find(fits);
    return found === undefined ? [] : [{ name, path: `/doelen/${found.id}` }];
  };
  const one = (name: string, path: string, items: readonly { readonly id: string }[]): PageOfSite[] => {
    const item = items[0];
    return item === undefined ? [] : [{ name, path: `${path}/${item.id}` }];
  };
  return [
    { name: 'home', path: '/' },
    ...target(
      'target-at-least',
      (t) => t.outcome !== null && t.direction === 'at-least' && t.valueIs === 'stated',
    ),
    ...target('target-at-most', (t) => t.outcome !== null && t.direction === 'at-most'),
    ...target('target-assumed', (t) => t.outcome !== null && t.valueIs === 'assumed'),
    ...target('target-not-modelled', (t) => t.outcome === null),
    ...agenda.nodes
      .filter((node) => node.id === 'challenge-1' || node.id === 'challenge-9')
      .map((node) => ({ name: node.id, path: `/opgaven/${node.id}` })),
    { name: 'table', path: '/tafel' },
    { name: 'conflicts', path: '/tegenspraken' },
    { name: 'monitor', path: '/monitor' },
    ...one(
      'indicator-target',
      '/monitor',
      monitor.indicators.filter(({ line, targets }) => line.length > 1 && targets.length > 0),
    ),
    ...one(
      'indicator-areas',
      '/monitor',
      monitor.indicators.filter(({ id }) => id === 'population'),
    ),
    ...one(
      'indicator-none',
      '/monitor',
      monitor.indicators.filter(({ latest }) => latest === null),
    ),
    { name: 'back-test', path: '/monitor/voorspelkracht' },
    { name: 'sources', path: '/bronnen' },
    { name: 'claims', path: '/bronnen/beweringen' },
    ...one('claim', '/bronnen/beweringen', sources.claims),
    { name: 'tree', path: '/bronnen/agenda' },
    { name: 'assumptions', path: '/bronnen/aannamen' },
    ...one('assumption', '/bronnen/aannamen', sources.uncertainties),
    { name: 'data', path: '/bronnen/gegevens' },
    ...one('source', '/bronnen/gegevens', sources.sources),
    { name: 'model', path: '/bronnen/model' },
    ...one('variable', '/bronnen/model', sources.model.variables),
    { name: 'unknown', path: '/bronnen/onbekend' },
    { name: 'method', path: '/bronnen/methode' },
    { name: 'methods', path: '/bronnen/methoden' },
    { name: 'own-model', path: '/bronnen/eigen-model' },
    { name: 'own-copy', path: '/bronnen/tekst' },
    { name: 'read-document', path: '/bronnen/lezen' },
    { name: 'not-found', path: '/bestaat-niet' },
  ];
}
