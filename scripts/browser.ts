import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@schaalsprong/wire';
import { type PageIds, pages } from '@schaalsprong/wire/pages';
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

/**
 * The folder with the unpacked browser. The package unpacks in place and takes a file that is there for one that is complete, so two
 * suites that start at the same time would run half a browser: each unpacks aside, in a process of its own since the package looks
 * for its folder in the environment, and moves it where all look when it is whole.
 */
async function unpacked(): Promise<string> {
  // By its place: the package does not export its package.json.
  const { version } = JSON.parse(
    await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'),
  ) as { version: string };
  const folder = join(tmpdir(), `schaalsprong-chromium-${version}-${userInfo().username}`);
  if (existsSync(folder)) return folder;
  const aside = await mkdtemp(`${folder}-`);
  try {
    await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      // As on a bare host, so that the libraries that it carries are unpacked too.
      { cwd: root, env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' } },
    );
    // Its fonts are named by the place where the package unpacks on its own host.
    const fonts = join(aside, 'fonts', 'fonts.conf');
    await writeFile(fonts, (await readFile(fonts, 'utf8')).replaceAll('/tmp/', `${folder}/`));
    await rename(aside, folder);
  } catch (error) {
    // Another process was first: its folder is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

/** Starts headless Chromium. */
export async function launch(): Promise<Browser> {
  const folder = await unpacked();
  const bare = !nss.some((path) => existsSync(path));
  return playwright.launch({
    executablePath: join(folder, 'chromium'),
    // Not the package's own list: that turns web security off, and with it what the tests are about.
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage', '--hide-scrollbars'],
    env: {
      ...process.env,
      // The libraries and fonts that the package carries, where the system has none.
      ...(bare
        ? { FONTCONFIG_PATH: join(folder, 'fonts'), LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }
        : {}),
    },
  });
}

export interface Running {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the real server as `npm start` does, on a free port; on the real region unless another is named.
 *
 * @param options futures of the standing; folder of the region; whether pages can save into it; folder of fetched statistics; shared
 *   settings that it keeps, by default none
 */
export async function startServer(
  options: { futures?: number; region?: string; edit?: boolean; data?: string; shares?: number } = {},
): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      ...(options.futures === undefined ? {} : { SCHAALSPRONG_FUTURES: String(options.futures) }),
      ...(options.region === undefined ? {} : { SCHAALSPRONG_REGION: options.region }),
      // A test of its own futures must not stand as a change in the folder of whoever runs it.
      ...(options.data === undefined ? { SCHAALSPRONG_CHANGES: '0' } : { SCHAALSPRONG_DATA: options.data }),
      ...(options.shares === undefined ? {} : { SCHAALSPRONG_SHARES: String(options.shares) }),
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
  const { pid } = child;
  if (pid === undefined) throw new Error('the server runs without a process id');
  return {
    address,
    pid,
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
  const client = createClient(undefined, address);
  for (;;) {
    const standing = await client.standing();
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
  /** Visited in Dutch only: a page of the same layout is visited in both languages. */
  readonly dutchOnly?: true;
}

type Samples = Readonly<Record<PageIds, readonly (readonly [name: string, id: string | undefined])[]>>;

/** Samples that share their layout with one that is visited in both languages. */
const dutchOnly = new Set([
  'municipality-bare',
  'party',
  'constraint',
  'agreement',
  'pillar',
  'project',
  'parties',
]);

/** Lists that look like the list of parties. */
const likeParties = new Set([
  'measures',
  'constraints',
  'projects',
  'programmes',
  'instruments',
  'campuses',
  'technologies',
  'markets',
  'facilities',
  'documents',
  'ambitions',
  'pillars',
  'action-lines',
  'parts',
]);

/** One page of each sort, chosen from the content that is there; of some sorts several, since they look different. */
export async function samplePages(address: string): Promise<readonly PageOfSite[]> {
  const client = createClient(undefined, address);
  const agenda = await client.agenda();
  const sources = await client.sources();
  const { indicators } = await client.monitor();
  const { municipalities } = await client.municipalities();
  const { targets } = agenda;
  const modelled = targets.filter(({ outcome }) => outcome !== null);
  const samples: Samples = {
    targets: [
      ['target-at-least', modelled.find((t) => t.direction === 'at-least' && t.valueIs === 'stated')?.id],
      ['target-at-most', modelled.find((t) => t.direction === 'at-most')?.id],
      ['target-assumed', modelled.find((t) => t.valueIs === 'assumed')?.id],
      ['target-not-modelled', targets.find((t) => t.outcome === null)?.id],
    ],
    challenges: agenda.nodes
      .filter(({ id }) => id === 'challenge-1' || id === 'challenge-9')
      .map(({ id }) => [id, id]),
    indicators: [
      ['indicator-target', indicators.find(({ line, targets: of }) => line.length > 1 && of.length > 0)?.id],
      ['indicator-areas', indicators.find(({ id }) => id === 'population')?.id],
      ['indicator-none', indicators.find(({ latest }) => latest === null)?.id],
    ],
    claims: [['claim', sources.claims[0]?.id]],
    uncertainties: [['assumption', sources.uncertainties[0]?.id]],
    sources: [['source', sources.sources[0]?.id]],
    variables: [['variable', sources.model.variables[0]?.id]],
    // Of the things that have money, agreements and claims: their pages show every part.
    // One with a part that was agreed, and one of which the registers say nothing.
    municipalities: [
      [
        'municipality',
        municipalities.find(({ homes }) => homes?.agreed === true && homes.course !== 'unknown')?.code,
      ],
      ['municipality-bare', municipalities.find(({ homes }) => homes?.agreed === false)?.code],
    ],
    parties: [['party', agenda.agreements.find(({ owner }) => owner !== null)?.owner ?? undefined]],
    measures: [['measure', agenda.measures.find(({ cost }) => cost !== null)?.id]],
    constraints: [['constraint', agenda.constraints[0]?.id]],
    agreements: [['agreement', agenda.agreements.find(({ due }) => due !== null)?.id]],
    projects: [
      [
        'project',
        agenda.registers
          .flatMap(({ entries }) => entries)
          .find(({ kind, money }) => kind === 'project' && money.length > 3)?.id,
      ],
    ],
    pillars: [['pillar', agenda.nodes.find(({ level }) => level === 'pillar')?.id]],
    programmes: [],
    instruments: [],
    campuses: [],
    technologies: [],
    markets: [],
    facilities: [],
    documents: [],
    ambitions: [],
    'action-lines': [],
    parts: [],
  };
  return [
    ...pages
      .flatMap(({ name, path, ids }): readonly PageOfSite[] =>
        ids === null
          ? likeParties.has(name)
            ? []
            : [{ name, path }]
          : samples[ids].flatMap(([sample, id]) =>
              id === undefined ? [] : [{ name: sample, path: path.replace(':id', encodeURIComponent(id)) }],
            ),
      )
      .map((page) => (dutchOnly.has(page.name) ? { ...page, dutchOnly: true as const } : page)),
    { name: 'not-found', path: '/bestaat-niet' },
  ];
}
