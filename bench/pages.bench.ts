/**
 * `npm run bench:pages`: what a first visit to a page costs, beside what the review of use measured at commit 7658fcb: bytes over the
 * wire, requests, first paint, height at 1,280 pixels; and the layout shift that the review gave for some. Then every link of the site
 * is asked once. Medians of three visits; the review shared its machine (load 3 to 12), so compare times with care.
 */
import { loadavg } from 'node:os';
import { pagePath, pages } from '@schaalsprong/wire/pages';
import type { Browser, CDPSession } from 'playwright-core';
import { launch, startServer, whenReady } from '../scripts/browser.ts';
import { median } from '../scripts/budgets/judge.ts';

interface Cost {
  readonly kilobytes: number;
  readonly requests: number;
  readonly paint: number;
  readonly height: number;
  readonly shift: number;
}

/** Figures of the review; null where it gave none. */
const review: Readonly<Record<string, Omit<Cost, 'shift'> & { readonly shift: number | null }>> = {
  '/': { kilobytes: 290, requests: 10, paint: 164, height: 2820, shift: 0.2 },
  '/tafel': { kilobytes: 455, requests: 21, paint: 196, height: 4314, shift: 1.73 },
  '/monitor': { kilobytes: 305, requests: 21, paint: 396, height: 4364, shift: 0.2 },
  '/tegenspraken': { kilobytes: 320, requests: 18, paint: 484, height: 11_815, shift: null },
  '/bronnen': { kilobytes: 375, requests: 17, paint: 408, height: 13_992, shift: null },
  '/bronnen/model': { kilobytes: 456, requests: 26, paint: 244, height: 36_204, shift: null },
  '/doelen/homes-2030': { kilobytes: 426, requests: 21, paint: 284, height: 3802, shift: null },
};

const rounds = 3;

/** Counts what comes over the wire, the script of workers included. */
async function counted(session: CDPSession): Promise<{ bytes: number; requests: number }> {
  const sum = { bytes: 0, requests: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sum.bytes += encodedDataLength;
    sum.requests += 1;
  });
  await session.send('Network.enable');
  return sum;
}

async function visit(browser: Browser, address: string): Promise<Cost> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const sum = await counted(await context.newCDPSession(page));
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        };
        if (!hadRecentInput) seen.shift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const measured = await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    height: document.documentElement.scrollHeight,
    shift: (globalThis as unknown as { shift: number }).shift,
  }));
  await context.close();
  return { ...measured, kilobytes: sum.bytes / 1000, requests: sum.requests };
}

/** Asks every page of the site and every link on it, and gives those that do not answer 200. */
async function crawl(
  browser: Browser,
  address: string,
): Promise<{ views: number; links: number; broken: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const links = new Set<string>();
  const roots = pages.flatMap((each) =>
    each.ids === null ? [pagePath(each, 'nl'), pagePath(each, 'en')] : [],
  );
  for (const path of roots) {
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    const found = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    for (const href of found) links.add(href.split('#')[0] ?? '');
  }
  await context.close();
  const broken: string[] = [];
  for (const link of links) {
    const { status } = await fetch(`${address}${link}`, { headers: { accept: '*/*' } });
    if (status !== 200) broken.push(`${status} ${link}`);
  }
  return { views: roots.length, links: links.size, broken };
}

const show = (value: number | null, digits = 0): string =>
  value === null ? '-' : value.toLocaleString('en-GB', { maximumFractionDigits: digits });

const server = await startServer();
const browser = await launch();
try {
  await whenReady(server.address);
  const load = loadavg()[0] ?? 0;
  console.log(`load ${load.toFixed(1)}; then (7658fcb) > now\n`);
  console.log('| page | kB | requests | first paint, ms | height, px | layout shift |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [path, then] of Object.entries(review)) {
    const costs: Cost[] = [];
    for (let round = 0; round < rounds; round += 1)
      costs.push(await visit(browser, `${server.address}${path}`));
    const now = (of: (cost: Cost) => number): number => median(costs.map(of));
    console.log(
      [
        `| ${path}`,
        `${show(then.kilobytes)} > ${show(now((c) => c.kilobytes))}`,
        `${show(then.requests)} > ${show(now((c) => c.requests))}`,
        `${show(then.paint)} > ${show(now((c) => c.paint))}`,
        `${show(then.height)} > ${show(now((c) => c.height))}`,
        `${show(then.shift, 2)} > ${show(
          now((c) => c.shift),
          3,
        )} |`,
      ].join(' | '),
    );
  }
  const { views, links, broken } = await crawl(browser, server.address);
  console.log(`\n${views} page views, ${links} distinct links, ${broken.length} that do not answer 200`);
  for (const line of broken) console.log(`  ${line}`);
  if (broken.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await server.stop();
}
