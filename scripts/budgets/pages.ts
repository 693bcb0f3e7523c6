import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { root } from '../browser.ts';

export interface PageCost {
  /** Compressed script that the page loaded, its workers included, in kB. */
  readonly script: number;
  /** From the navigation to the first content that was drawn, in ms. */
  readonly firstPaint: number;
}

/**
 * Opens a page as a first visit: a context of its own, without a cache.
 *
 * @param address of the server, without a slash at the end
 * @param path of the page
 * @throws Error where the page draws nothing or asks for a script that is not in the built web app
 */
export async function visit(browser: Browser, address: string, path: string): Promise<PageCost> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
  });
  const scripts = new Set<string>();
  // Of the context, so that what workers ask for counts too.
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === address && pathname.endsWith('.js')) scripts.add(pathname);
  });
  try {
    const page = await context.newPage();
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    const firstPaint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null,
    );
    if (firstPaint === null) throw new Error(`${path} drew nothing`);
    return { script: [...scripts].reduce((sum, name) => sum + brotliBytes(name), 0) / 1000, firstPaint };
  } finally {
    await context.close();
  }
}

function brotliBytes(name: string): number {
  const file = join(root, 'apps/web/dist', `${name}.br`);
  if (!existsSync(file)) throw new Error(`${name} is asked for, but is not in the built web app`);
  return statSync(file).size;
}
