import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { narrow, stable } from './harness/layout.ts';
import { open } from './harness/site.ts';

/** Whatever opens a panel on the page, but for folds that give it its order. */
const openers = 'summary, button[aria-expanded]';

const isOpen = (page: Page, nth: number): Promise<boolean> =>
  page
    .locator(openers)
    .nth(nth)
    .evaluate((one) =>
      one.tagName === 'SUMMARY'
        ? one.parentElement?.hasAttribute('open') === true
        : one.getAttribute('aria-expanded') === 'true',
    );

/** Opens each closed panel by key, closes it with Escape, and gives the names of those that did not, or lost the focus. */
async function stuck(page: Page): Promise<{ readonly tried: number; readonly stuck: readonly string[] }> {
  const found: string[] = [];
  const seen = new Map<string, number>();
  let tried = 0;
  for (let nth = 0; nth < (await page.locator(openers).count()); nth += 1) {
    const opener = page.locator(openers).nth(nth);
    const isOrder = await opener.evaluate(
      (one) => one.parentElement?.hasAttribute('data-stays-open') === true,
    );
    if (isOrder || !(await opener.isVisible()) || (await isOpen(page, nth))) continue;
    // Of many that are made alike the first two stand for all.
    const sort = await opener.evaluate((one) => `${one.className} ${one.parentElement?.className ?? ''}`);
    const times = (seen.get(sort) ?? 0) + 1;
    seen.set(sort, times);
    if (sort !== ' ' && times > 2) continue;
    tried += 1;
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => isOpen(page, nth)).toBe(true);
    await stable(page);
    await page.keyboard.press('Escape');
    const closes = await expect
      .poll(() => isOpen(page, nth), { timeout: 2000 })
      .toBe(false)
      .then(
        () => true,
        () => false,
      );
    const hasFocus = await opener.evaluate((one) => one === document.activeElement);
    if (!closes || !hasFocus)
      found.push(`${(await opener.innerText()).trim()} (${closes ? 'focus' : 'open'})`);
  }
  return { tried, stuck: found };
}

describe('Escape', () => {
  it('closes every panel of the table, the innermost first, and gives the focus back to what opened it', async () => {
    const { page, complaints, close } = await open('/tafel?futures=500');
    await page.locator('.outcome-card__ask button:enabled').first().waitFor();
    await page.locator('.lever-group:not([open]) > summary').evaluateAll((all) => {
      for (const one of all) if (one instanceof HTMLElement) one.click();
    });
    await stable(page);
    const { tried, stuck: left } = await stuck(page);
    expect(left).toEqual([]);
    expect(tried).toBeGreaterThan(10);

    // A fold inside a panel closes before the panel does, also where the press was beside whatever takes the focus.
    const lever = page.locator('.knob__open').first();
    await lever.click();
    const help = page.locator('.knob__more summary').first();
    await help.click();
    await page.keyboard.press('Escape');
    expect(await help.evaluate((one) => one.parentElement?.hasAttribute('open'))).toBe(false);
    expect(await lever.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await lever.getAttribute('aria-expanded')).toBe('false');

    const why = page.locator('.outcome-card__ask button').nth(1);
    await why.click();
    await page.locator('.outcome-answer').click({ position: { x: 4, y: 4 } });
    await page.keyboard.press('Escape');
    await page.locator('.outcome-answer').waitFor({ state: 'detached' });
    expect(await why.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('closes the menu of a phone, folds and suggestions elsewhere', async () => {
    const { page, complaints, close } = await open('/', { viewport: narrow });
    await stable(page);
    const { tried, stuck: left } = await stuck(page);
    expect(left).toEqual([]);
    expect(tried).toBeGreaterThan(2);
    const box = page.getByRole('combobox', { name: 'Zoek op deze site' });
    await box.fill('woning');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(complaints).toEqual([]);
    await close();
  });
});
