import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathIn } from '../apps/web/src/i18n/i18n.ts';
import { launch, root, samplePages, startServer, whenReady } from './browser.ts';

/**
 * `npm run screenshots [-- name ...]`: every sort of page at 1280 and 320 pixels, in both languages, light and dark,
 * into /screenshots, to be looked at by people; of a long page the first part. Names of pages make only those.
 */

/** Pixels. Chromium makes no picture of a page that is much taller, such as that of the whole model. */
const mostHeight = 12_000;
const only = process.argv.slice(2);
const into = join(root, 'screenshots');
await mkdir(into, { recursive: true });
const server = await startServer();
try {
  await whenReady(server.address);
  const browser = await launch();
  try {
    const pages = (await samplePages(server.address)).filter(
      (p) => only.length === 0 || only.includes(p.name),
    );
    for (const { name, path } of pages) {
      for (const lang of ['nl', 'en'] as const) {
        const page = await browser.newPage({ reducedMotion: 'reduce' });
        await page.goto(`${server.address}${pathIn(lang, path)}`, { waitUntil: 'networkidle' });
        // The table computes on the page itself, after the network has gone quiet.
        if (name === 'table') await page.locator('.outcome-card svg').first().waitFor({ timeout: 120_000 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 900 });
            // One frame for charts to draw at their new width.
            await page.waitForTimeout(100);
            await page.screenshot({
              path: join(into, `${name}-${lang}-${colorScheme}-${width}.png`),
              fullPage: true,
              clip: { x: 0, y: 0, width, height: mostHeight },
            });
          }
        }
        await page.close();
        console.log(`${name} ${lang}`);
      }
    }
  } finally {
    await browser.close();
  }
} finally {
  await server.stop();
}
