import type { AgendaResponse } from '@schaalsprong/wire';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { fillIn } from '../src/i18n/i18n.ts';
import { nl, type TableText } from '../src/pages/table/texts/nl.ts';
import { narrow } from './harness/layout.ts';
import { ask, newContext, open } from './harness/site.ts';

const some = 500;
const said = (key: TableText, fill = {}): string => fillIn(nl[key], key, fill);

let agenda: AgendaResponse;
beforeAll(async () => {
  agenda = await ask<AgendaResponse>('/v1/agenda');
});

const settled = (page: Page): Promise<void> =>
  page.getByText(said('progress.done', { n: String(some) })).waitFor();

/** Clicks a place twice, with all futures of the first click in between, and gives the value after each. */
async function twice(page: Page, at: Locator, slider: Locator): Promise<readonly (string | null)[]> {
  await at.scrollIntoViewIfNeeded();
  const box = await at.boundingBox();
  if (box === null) throw new Error('it is not in sight');
  const values: (string | null)[] = [];
  for (let i = 0; i < 2; i += 1) {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await settled(page);
    values.push(await slider.getAttribute('aria-valuetext'));
  }
  return values;
}

describe('a hand at the levers', () => {
  for (const [name, viewport] of [
    ['wide', undefined],
    ['narrow', narrow],
  ] as const) {
    it(`hits the same with two clicks at one spot (${name})`, async () => {
      const { page, close, complaints } = await open(`/tafel?futures=${some}`, {
        ...(viewport === undefined ? {} : { viewport }),
      });
      await settled(page);
      const levers = agenda.measures.filter(({ lever }) => lever.positions.double !== undefined);
      expect(levers.length).toBeGreaterThan(3);
      // Groups are closed where levers are above the outcomes.
      await page.locator('.lever-group').evaluateAll((all) => {
        for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true;
      });
      for (const { title, lever } of [levers[0], levers.at(-1)].filter((one) => one !== undefined)) {
        const slider = page.getByRole('slider', { name: title.nl, exact: true });
        await page.getByRole('button', { name: said('lever.more', { name: title.nl }) }).click();
        const chip = page
          .getByRole('group', { name: said('lever.positions', { name: title.nl }) })
          .getByRole('button', { name: agenda.table.positions.double?.nl ?? '', exact: true });
        const [first, second] = await twice(page, chip, slider);
        expect(first).toContain(agenda.table.positions.double?.nl ?? '');
        expect(second).toBe(first);
        expect(lever.positions.double).toBeGreaterThan(lever.positions.agenda);
      }
      expect(complaints).toEqual([]);
      await close();
    });
  }

  it('reaches any lever within 12 Tabs, and shows at least ten of them at once', async () => {
    const { page, close } = await open(`/tafel?futures=${some}`);
    await settled(page);
    // From the very top, through the whole menu.
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('type') ?? '');
    const tabsToLever = async (begun: number): Promise<number> => {
      let tabs = begun;
      do {
        await page.keyboard.press('Tab');
        tabs += 1;
      } while ((await focused()) !== 'range' && tabs <= 12);
      return tabs;
    };
    expect(await tabsToLever(0)).toBeLessThanOrEqual(12);
    await page.reload();
    await settled(page);
    const last = agenda.measures.length;
    const sliders = page.locator('input[type=range]');
    expect(await sliders.count()).toBe(last);
    // By the link over the header, as somebody does who has only keys.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await tabsToLever(1)).toBeLessThanOrEqual(12);
    // From there with the arrows.
    const ids = new Set<string>();
    for (let i = 0; i < 3 * last && ids.size < last; i += 1) {
      const id = await page.evaluate(() => document.activeElement?.id ?? '');
      if ((await focused()) === 'range') ids.add(id);
      await page.keyboard.press('ArrowDown');
    }
    expect(ids.size).toBe(last);
    await page.evaluate(() => document.querySelector('.policy-table')?.scrollIntoView());
    const inSight = await sliders.evaluateAll(
      (all) => all.filter((one) => one.getBoundingClientRect().bottom < innerHeight).length,
    );
    expect(inSight).toBeGreaterThanOrEqual(10);
    await close();
  });

  it('has results in sight beside every lever, and no list that scrolls by itself', async () => {
    const { page, close } = await open(`/tafel?futures=${some}`);
    await settled(page);
    const seen = await page.locator('input[type=range]').evaluateAll((all) =>
      all.map((one) => {
        one.scrollIntoView({ block: 'center' });
        const results = [...document.querySelectorAll('.outcome-card, .changed')];
        return results.some((result) => {
          const { top, bottom } = result.getBoundingClientRect();
          return Math.min(bottom, innerHeight) - Math.max(top, 0) > 150;
        });
      }),
    );
    expect(seen.every(Boolean)).toBe(true);
    const scrolling = await page
      .locator('.policy-table')
      .evaluate((table) =>
        [...table.querySelectorAll('*')]
          .filter((one) => one.scrollHeight > one.clientHeight && getComputedStyle(one).overflowY === 'auto')
          .map(({ className }) => String(className)),
      );
    expect(scrolling).toEqual([]);
    await close();
  });

  it('says which levers do not have a position, and what changed, the largest first', async () => {
    const { page, close } = await open(`/tafel?futures=${some}`);
    await settled(page);
    await page
      .locator('summary')
      .filter({ hasText: said('levers.all') })
      .click();
    const without = agenda.measures.filter(({ lever }) => lever.positions.double === undefined);
    const double = agenda.table.positions.double?.nl ?? '';
    await page.locator('.all-levers').getByRole('button', { name: double, exact: true }).click();
    await page
      .getByText(
        said('positions.without', {
          n: agenda.measures.length - without.length,
          of: agenda.measures.length,
          position: double,
          agenda: agenda.table.positions.agenda?.nl ?? '',
        }),
      )
      .waitFor();
    await page
      .locator('summary')
      .filter({ hasText: said('positions.which') })
      .click();
    await expect.poll(() => page.locator('.positions-said li').count()).toBe(without.length);
    await settled(page);
    await expect.poll(() => page.locator('.changed__said').innerText()).toContain('veranderde het meest');
    const names = await page.locator('.changed__name').allInnerTexts();
    expect(names.length).toBeGreaterThan(2);
    // The bar that stays in sight names the same first.
    expect(await page.locator('.most-changed__name').first().innerText()).toBe(names[0]);
    await page.locator('.changed__name').first().click();
    const target = agenda.targets.find(({ title }) => title.nl === names[0]);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe(`beeld-${target?.outcome ?? ''}`);
    await close();
  });

  it('sees what the server computed before the browser has computed anything, and no target without its number', async () => {
    const context = await newContext();
    const page = await context.newPage();
    // The model never comes: what is shown then is of the server.
    await page.route('**/bronnen/model.mdl', () => undefined);
    await open(`/tafel?futures=${some}`, { page });
    await page.locator('.outcome-card path.median').first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain(said('outcome.noNumber'));
    await page.getByText(said('progress.server', { n: String(inject('standingFutures')) })).waitFor();
    await context.close();
  });
});
