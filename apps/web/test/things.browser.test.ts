import type { AgreementsResponse } from '@schaalsprong/wire';
import { describe, expect, it } from 'vitest';
import { ask, open } from './harness/site.ts';

describe('a programme manager who looks for the late and the next', () => {
  it('finds both in one click from home, within a screen and a half, and keeps them by party in the address', async () => {
    const { today, agreements, coming } = await ask<AgreementsResponse>('/v1/afspraken');
    const { page, complaints, close } = await open('/', { viewport: { width: 1280, height: 900 } });
    await page.locator('nav').first().getByRole('link', { name: 'Afspraken' }).click();
    await page.getByRole('heading', { name: 'Afspraken', level: 1 }).waitFor();
    const lead = page.locator('main .lead');
    await lead.waitFor();
    const late = agreements.filter(({ term }) => term === 'late').length;
    // What nobody knows is never called late.
    expect(await lead.innerText()).toContain(
      late === 0 ? 'Van geen enkele zegt een bron dat zij te laat is' : `Te laat volgens een bron: ${late}`,
    );
    const within = async (text: string): Promise<number> =>
      (await page.getByRole('heading', { name: text, exact: true }).boundingBox())?.y ??
      Number.POSITIVE_INFINITY;
    expect(await within('De komende twaalf maanden')).toBeLessThan(900);
    expect(await within('Alle afspraken, de dringendste eerst')).toBeLessThan(1350);
    const next = coming.filter(({ kind }) => kind === 'agreement');
    for (const { id } of next)
      expect(await page.locator(`a[href='/afspraken/${id}']`).count(), id).toBeGreaterThan(0);
    expect(await page.getByText(`Stand van ${Number(today.slice(8))}`).count()).toBe(1);

    await page.getByLabel('Partij').selectOption('province-noord-brabant');
    await expect.poll(() => new URL(page.url()).search).toBe('?partij=province-noord-brabant');
    const rows = page.locator('.agreement-group tbody tr, main details tbody tr');
    // The address changes before the rows do.
    await expect.poll(() => rows.count()).toBeLessThan(agreements.length);
    const shown = await rows.count();
    const file = await page.getByRole('link', { name: 'Deze lijst als bestand (CSV)' }).getAttribute('href');
    const csv = await (await page.request.get(new URL(file ?? '', page.url()).href)).text();
    expect(csv.trim().split('\n')).toHaveLength(shown + 1);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a page of a thing', () => {
  it('leads on: from what is asked of a party to its measure, to what that agreed, and back to the party', async () => {
    const { page, complaints, close } = await open('/partijen/municipality-eindhoven');
    // What is asked of a municipality has one page, beside its figures.
    await page.getByRole('heading', { level: 1, name: 'Eindhoven' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/gemeenten/GM0772');
    await page.getByRole('heading', { name: 'Deze partij is aan zet' }).waitFor();
    await page.locator("main a[href='/maatregelen/hov4']").first().click();
    await page.getByRole('heading', { name: 'Wat deze maatregel verandert' }).waitFor();
    expect(await page.locator('main').innerText()).toMatch(/EUR\s300\smln[\s\S]*aan/);
    await page.locator("main a[href='/afspraken/hov4-design-2025']").first().click();
    await page.getByText('Volgende stap').first().waitFor();
    await page.locator("main a[href='/gemeenten/GM0772']").first().click();
    await page.getByRole('heading', { name: 'Deze partij is aan zet' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows a part of an amount beside its total, and adds nothing up', async () => {
    const { page, close } = await open('/projecten/hov4');
    await page.getByRole('heading', { name: 'Geld' }).waitFor();
    const money = await page.locator('main table').first().innerText();
    expect(money).toMatch(/Totaal[\s\S]*EUR\s300\smln[\s\S]*deel van 145 miljoen/);
    expect(await page.locator('main').innerText()).toContain('niet opgeteld');
    await close();
  });
});
