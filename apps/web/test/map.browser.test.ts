import type { AgendaResponse } from '@schaalsprong/wire';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './harness/axe.ts';
import { ask, open } from './harness/site.ts';

/** The map of a page, once it is drawn: it loads when the reader comes near it. */
async function mapOf(page: Page): Promise<Locator> {
  await page.locator('.map-slot').scrollIntoViewIfNeeded();
  const map = page.locator('.map-part');
  await map.locator('.plot .area').first().waitFor();
  return map;
}

const { areas } = await ask<AgendaResponse>('/v1/agenda');
const municipalities = areas
  .filter(({ kind }) => kind === 'municipality')
  .toSorted((a, b) => a.name.localeCompare(b.name));

describe('the map on the page of a municipality', () => {
  it('outlines that municipality in every shape, and says its number and its place among all', async () => {
    const own = municipalities[3];
    const { page, complaints, close } = await open(`/gemeenten/${own?.code}`);
    const map = await mapOf(page);
    const said = map.locator('.map-part__finding');
    expect(await said.innerText()).toMatch(
      new RegExp(`^${own?.name} heeft de dikke rand: .*\\d.*, plaats \\d+ van ${municipalities.length},`),
    );
    for (const shape of ['Tegels', 'Cirkels', 'Grenzen']) {
      await map.getByRole('button', { name: shape, exact: true }).click();
      const door = map.locator("a.map-door[aria-current='page'] > :not(title)");
      await expect
        .poll(async () => {
          const [drawn, covered] = [await map.locator('.area__own').boundingBox(), await door.boundingBox()];
          return drawn !== null && covered !== null && Math.abs(drawn.x - covered.x) < 3;
        })
        .toBe(true);
    }
    expect(await map.locator('.area__own').count()).toBe(1);
    // Its own row in the list is no link: the reader is there.
    expect(await map.locator('.map-ranked__own a').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the map with the keyboard', () => {
  it('is one tab stop, in which the arrows, Home and End go by name and Enter follows', async () => {
    const { page, complaints, close } = await open('/');
    const map = await mapOf(page);
    const doors = map.locator('a.map-door');
    expect(await doors.count()).toBe(municipalities.length);
    expect(await map.locator("a.map-door[tabindex='0']").count()).toBe(1);
    /** What has the focus: the name of a door, or else what it is. */
    const focused = () =>
      page.evaluate(() => {
        const on = document.activeElement;
        return on?.classList.contains('map-door') === true
          ? (on.getAttribute('aria-label') ?? '').split(':')[0]
          : `${on?.closest('.map-ranked') === null ? 'past' : 'list'}: ${on?.textContent}`;
      });
    await doors.first().focus();
    const names = municipalities.map(({ name }) => name);
    expect(await focused()).toBe(names[0]);
    for (const [key, name] of [
      ['ArrowDown', names[1]],
      ['ArrowRight', names[2]],
      ['ArrowLeft', names[1]],
      ['End', names.at(-1)],
      ['ArrowUp', names.at(-2)],
      ['Home', names[0]],
      ['ArrowRight', names[1]],
    ]) {
      await page.keyboard.press(key ?? '');
      expect(await focused(), key).toBe(name);
    }
    // One Tab leaves the map, one back comes to where it was left.
    const before = await page.evaluate(() => document.querySelector('.chart__table summary')?.textContent);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(`past: ${before}`);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(names[1]);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toMatch(/^past: /);
    expect(await map.locator('.map-ranked a').count()).toBe(names.length);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: names[1] ?? '?' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
