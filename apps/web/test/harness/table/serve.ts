import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The table without a page, built once, at an address of the real server and under its policy. */
export interface BuiltHarness {
  /** @param futures how many the table runs; by default as many as it does for a reader */
  open(browser: Browser, address: string, futures?: number): Promise<Page>;
  remove(): Promise<void>;
}

export async function buildHarness(): Promise<BuiltHarness> {
  const dir = await mkdtemp(join(tmpdir(), 'schaalsprong-harness-'));
  await build({
    root: import.meta.dirname,
    base: '/harness/',
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    worker: { format: 'es' },
    build: { outDir: dir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  });
  return {
    async open(browser, address, futures) {
      const policy = (await fetch(address)).headers.get('content-security-policy') ?? '';
      const context = await browser.newContext();
      await context.route('**/harness/**', async (route) => {
        const { pathname } = new URL(route.request().url());
        const name = pathname.slice('/harness/'.length) || 'index.html';
        await route.fulfill({
          body: await readFile(join(dir, name)),
          headers: {
            'content-type': types[extname(name)] ?? 'application/octet-stream',
            'content-security-policy': policy,
          },
        });
      });
      const page = await context.newPage();
      await page.goto(`${address}/harness/index.html${futures === undefined ? '' : `?futures=${futures}`}`);
      await waitUntil(page, 'globalThis.harness?.table.state().phase === "ready"');
      return page;
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Waits until an expression holds in a page whose policy lets nothing be evaluated by itself. */
export async function waitUntil(page: Page, expression: string, seconds = 120): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await page.evaluate<boolean>(`(async () => Boolean(${expression}))()`))) {
    if (Date.now() > end) throw new Error(`still not so after ${seconds} s: ${expression}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
