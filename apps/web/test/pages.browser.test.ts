import type { AgendaResponse } from '@schaalsprong/wire';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Accessibility, overflow } from './harness/axe.ts';
import { narrow, unfoldAll } from './harness/layout.ts';
import { mostShift, shiftOf, watchShift } from './harness/shift.ts';
import { ask, languages, newContext, open } from './harness/site.ts';

// One reader walks through all pages in one window, so that what pages share is loaded once; nothing here depends on what is kept.
let window: Page;
beforeAll(async () => {
  const reader = await newContext();
  await watchShift(reader);
  window = await reader.newPage();
});
afterAll(() => window.context().close());

/** Pixels at 1,280 wide that a page of sources may have before anything is unfolded: some seven screens. */
const mostHeight = 6000;

describe('every sort of page', () => {
  const accessibility = new Accessibility();

  for (const { name, path, dutchOnly } of inject('samples')) {
    for (const lang of dutchOnly === true ? (['nl'] as const) : languages) {
      it(`${name} passes axe in ${lang}, light and dark, wide and narrow, without a complaint of the browser or a sideways scroll`, async () => {
        const { page, complaints } = await open(path, { lang, page: window });
        expect(await page.locator('h1').count()).toBe(1);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
        const shift = await shiftOf(page);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await unfoldAll(page);
        const found = await accessibility.faults(page, name, lang);
        if (shift >= mostShift) found.push(`what was in sight moved: ${shift.toFixed(2)}`);
        if (path.startsWith('/bronnen') && height > mostHeight) found.push(`${height} pixels high`);
        // A strict policy can forbid both only where the page holds no style and no script of its own.
        if (await page.locator('[style]').count()) found.push('a style attribute');
        if (await page.locator('style, script:not([src])').count())
          found.push('a style or a script in the page');
        const expected = name === 'not-found' ? complaints.filter((c) => !c.includes('404')) : complaints;
        expect([...found, ...expected]).toEqual([]);
      });
    }
  }
});

describe('every target and every opgave', () => {
  it('has a page in both languages that fits 320 pixels and raises no complaint', async () => {
    const agenda = await ask<AgendaResponse>('/v1/agenda');
    const paths = [
      ...agenda.targets.map((target) => `/doelen/${target.id}`),
      ...agenda.nodes.filter((node) => node.level === 'challenge').map((node) => `/opgaven/${node.id}`),
    ];
    expect(paths.length).toBeGreaterThan(12);
    const found: string[] = [];
    for (const [i, path] of paths.entries()) {
      const lang = i % 2 === 0 ? 'nl' : 'en';
      const { page, complaints } = await open(path, { lang, page: window, viewport: narrow });
      const over = await overflow(page);
      if (over > 0) found.push(`${path}: ${over} pixels too wide`);
      for (const complaint of complaints) found.push(`${path}: ${complaint}`);
    }
    expect(found).toEqual([]);
  });
});
