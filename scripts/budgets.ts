/**
 * `npm run budgets [-- --only PART,PART]`: measures what this program costs, holds it to budgets.json, prints a table, and ends with 1
 * where one is over. Parts: script, paint, start, memory, ci.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { launch, root, samplePages, startServer, whenReady } from './browser.ts';
import { Budgets, failure, judge, type Measured, median, tableOf } from './budgets/judge.ts';
import { type PageCost, visit } from './budgets/pages.ts';
import { residentMegabytes, runOnce, secondsToFirstPage } from './budgets/process.ts';

const rounds = 3;
const parts = ['script', 'paint', 'start', 'memory', 'ci'] as const;
type Part = (typeof parts)[number];

/** Name of the page among those of the site, by the name of its budgets. */
const pages = {
  home: 'home',
  target: 'target-at-least',
  challenge: 'challenge-1',
  table: 'table',
  conflicts: 'conflicts',
  monitor: 'monitor',
  sources: 'sources',
} as const;

const repeated = async <T>(measure: () => T | Promise<T>): Promise<T[]> => {
  const values: T[] = [];
  for (let round = 0; round < rounds; round++) values.push(await measure());
  return values;
};

async function measurePages(measured: Map<string, Measured>, asked: ReadonlySet<Part>): Promise<void> {
  const server = await startServer();
  try {
    await whenReady(server.address);
    if (asked.has('memory')) {
      measured.set(
        'memory-server',
        residentMegabytes(server.pid) ?? { notMeasured: 'this system has no ps' },
      );
    }
    if (!asked.has('script') && !asked.has('paint')) return;
    const browser = await launch();
    try {
      const site = await samplePages(server.address);
      for (const [name, page] of Object.entries(pages)) {
        const path = site.find((each) => each.name === page)?.path;
        if (path === undefined) throw new Error(`the site has no page ${page}`);
        const costs: PageCost[] = await repeated(() => visit(browser, server.address, path));
        if (asked.has('script'))
          measured.set(`script-${name}`, Math.max(...costs.map(({ script }) => script)));
        if (asked.has('paint'))
          measured.set(`paint-${name}`, median(costs.map(({ firstPaint }) => firstPaint)));
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** What `.ci/run` wrote of its last full run. */
const CiTime = z.looseObject({ seconds: z.number().positive() });

function measureCi(): Measured {
  const file = join(root, '.ci-time.json');
  if (!existsSync(file)) return { notMeasured: 'no .ci-time.json: .ci/run did not run here' };
  return CiTime.parse(JSON.parse(readFileSync(file, 'utf8'))).seconds;
}

function askedParts(): ReadonlySet<Part> {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return new Set(parts);
  return new Set(z.array(z.enum(parts)).parse(only.split(',')));
}

const asked = askedParts();
const budgets = Budgets.parse(JSON.parse(readFileSync(join(root, 'budgets.json'), 'utf8'))).filter(({ id }) =>
  [...asked].some((part) => id === part || id.startsWith(`${part}-`)),
);
const load = (): number => loadavg()[0] ?? 0;
const before = load();
const measured = new Map<string, Measured>();
if (asked.has('script') || asked.has('paint') || asked.has('memory')) await measurePages(measured, asked);
if (asked.has('start')) {
  // The server that measured the pages built the web app; without it this start does.
  if (!asked.has('script') && !asked.has('paint') && !asked.has('memory')) await secondsToFirstPage();
  measured.set('start', median(await repeated(secondsToFirstPage)));
}
if (asked.has('memory')) {
  const runs = await repeated(() =>
    runOnce(['apps/cli/src/main.ts', 'assess', '--futures', '1000', '--json']),
  );
  measured.set('memory-assess', median(runs.map(({ megabytes }) => megabytes)));
}
if (asked.has('ci')) measured.set('ci', measureCi());

const verdicts = judge(budgets, measured);
const loads = [before, load()];
console.log(
  `Node ${process.version}, ${availableParallelism()} threads, load ${loads.map((each) => each.toFixed(1)).join(' before and ')} after; times and memory are medians of ${rounds}`,
);
if (Math.max(...loads) > availableParallelism()) {
  console.log('The machine was busy: a time that is over may be its, so measure again when it is quiet.');
}
console.log('');
console.log(tableOf(verdicts));
const over = failure(verdicts);
if (over !== null) {
  console.error(`\n${over}`);
  process.exitCode = 1;
}
