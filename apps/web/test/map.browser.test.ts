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
