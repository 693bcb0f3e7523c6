import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { download, open } from './harness/site.ts';
import { Walk } from './harness/walk.ts';

/** Ways of people who come with a question, each with how far the answer may be. */

describe('a journalist who read of 62,000 homes', () => {
  it('finds from one search what became of them, with a citation and a picture that says what it shows', async () => {
    const { page, complaints, close } = await open('/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const walk = new Walk(page);
    const box = page.getByRole('combobox', { name: 'Zoek op deze site' });
    await walk.type(box, '62.000');
    await walk.press(page.getByRole('option', { name: /62\.000 woningen klaar/ }).first());
    await page.getByRole('heading', { level: 1, name: /62\.000 woningen/ }).waitFor();
    const answer = page.locator('main .lead').first();
    await expect.poll(() => walk.read(answer)).toMatch(/toekomsten/);
    expect(await walk.read(answer)).toMatch(/geen van de [\d.]+ toekomsten|[\d.]+ van de [\d.]+ toekomsten/);
    walk.within({ clicks: 2, screens: 0.2 });

    await walk.press(page.getByText('Zo verwijst u ernaar'));
    await walk.press(page.getByRole('button', { name: 'Kopieer de verwijzing' }));
    const cited = await page.evaluate(() => navigator.clipboard.readText());
    expect(cited).toContain('62.000 woningen');
    expect(cited).toContain(new URL(page.url()).href);
    expect(cited).toMatch(/Geraadpleegd op \d+ \w+ 20\d\d\./);
    expect(cited).toMatch(/model [0-9a-f]{8}/);

    const file = await download(page, () => walk.press(page.getByRole('button', { name: /SVG/ }).first()));
    const svg = readFileSync((await file.path()) ?? '', 'utf8');
    for (const words of ['62.000 woningen', 'woningen', '/doelen/homes-2030', 'Opgeslagen op']) {
      expect(svg.replaceAll(/<[^>]*>|\s+/g, ' ')).toContain(words);
    }
    const data = await download(page, () => walk.press(page.getByRole('button', { name: /CSV/ }).first()));
    const [first]: Record<string, string>[] = parse(readFileSync((await data.path()) ?? '', 'utf8'), {
      columns: true,
      record_delimiter: '\r\n',
    });
    expect(first).toMatchObject({
      about_title: expect.stringContaining('62.000 woningen'),
      about_unit: expect.stringContaining('woningen'),
      about_source: expect.stringMatching(/model [0-9a-f]{8}/),
      about_retrieved: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      about_address: page.url(),
    });
    expect(walk.clicks).toBeLessThanOrEqual(6);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a ministry that asks for the grid two years earlier', () => {
  it('sees who pays and what moves, and a colleague sees the same after a reload', async () => {
    const { page, complaints, close } = await open('/tafel?futures=500');
    await page.getByText('Gerekend over 500 toekomsten').waitFor();
    const walk = new Walk(page);
    const grid = page.locator('.knob[data-item="grid-reinforcement"]');
    await walk.press(grid.getByRole('button', { name: /^Meer over Stroomnet verzwaren/ }));
    const earlier = grid.getByRole('button', { name: 'Stroomnet verzwaren: een jaar eerder' });
    await walk.press(earlier);
    await walk.press(earlier);
    expect(await walk.read(grid.locator('.when__becomes'))).toMatch(
      /4 jaar in plaats van 6 jaar tot het werkt\. Geen bron zegt dat dit kan, of wat het kost\./,
    );
    expect(await walk.read(grid.locator('.knob__pays'))).toMatch(/wie dit betaalt.*vonden wij niet/i);
    const moved = page.locator('.most-changed').first();
    await expect.poll(() => walk.read(moved)).toContain('Genoeg ruimte op het stroomnet');
    const seen = await walk.read(moved);
    walk.within({ clicks: 3, screens: 3 });

    await walk.press(page.getByText('Delen, bewaren, afdrukken'));
    await walk.press(page.getByRole('button', { name: 'Maak en kopieer de link' }));
    const field = page.getByLabel('De link', { exact: true });
    await field.waitFor();
    const link = new URL(await field.inputValue());
    walk.within({ clicks: 5, screens: 8 });
    // Nothing is sent but what the reader shares.
    expect(complaints).toEqual([expect.stringMatching(/^sends something: .*\/v1\/tafel\/bewaard$/)]);
    await close();

    const colleague = await open(`/tafel?futures=500&${link.searchParams}`);
    for (const again of [false, true]) {
      if (again) await colleague.page.reload();
      const there = colleague.page.locator('.knob[data-item="grid-reinforcement"]');
      await expect
        .poll(() => there.getByRole('slider').getAttribute('aria-valuetext'))
        .toContain('2 jaar eerder');
      await expect
        .poll(() => colleague.page.locator('.most-changed').first().innerText())
        .not.toContain('Verzet');
      const same = new Walk(colleague.page);
      await expect.poll(() => same.read(colleague.page.locator('.most-changed').first())).toBe(seen);
    }
    expect(colleague.complaints).toEqual([]);
    await colleague.close();
  });
});

describe('a board that looks at the whole', () => {
  it('sees in the drawing what holds homes back, by pointer and by keyboard, and goes through a block to its page', async () => {
    const { page, complaints, close } = await open('/');
    await page.locator('.picture-slot').scrollIntoViewIfNeeded();
    const homes = page.getByRole('link', { name: /^Woningen: naar de pagina/ });
    await homes.waitFor();
    const about = page.locator('.picture__about');
    const height = (await about.boundingBox())?.height;
    await homes.hover();
    await expect.poll(() => about.innerText()).toMatch(/^Woningen\. .*Tegengehouden door .*%/s);
    // What is pointed at is lit with its arrows, the rest is faint, and nothing below moves.
    expect(await page.locator('.picture .flow--lit').count()).toBeGreaterThan(5);
    expect(await page.locator('.picture .flow--faint').count()).toBeGreaterThan(5);
    expect((await about.boundingBox())?.height).toBe(height);
    await page.mouse.move(0, 0);
    await page.getByRole('link', { name: /^Stroom: naar de pagina/ }).focus();
    await expect.poll(() => about.innerText()).toMatch(/^Stroom\./);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Genoeg ruimte op het stroomnet' }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('an alderman of Veldhoven', () => {
  it('finds from home how many homes were finished, what they cost, the pace against a share, and who pays for what', async () => {
    const { page, complaints, close } = await open('/');
    const walk = new Walk(page);
    await walk.choose(page.getByLabel('Kies een gemeente'), 'Veldhoven');
    await walk.press(page.getByRole('button', { name: 'Ga', exact: true }));
    await page.getByRole('heading', { level: 1, name: 'Veldhoven' }).waitFor();
    // 110, 390 and 340 homes; no source gives a share, so it may not be called agreed.
    const lead = page.locator('main .lead').first();
    await expect
      .poll(() => walk.read(lead))
      .toMatch(/2022 tot en met 2024 .* gemiddeld 280 woningen per jaar/);
    expect(await walk.read(lead)).toMatch(/rekenkundig deel is 239 tot 283 per jaar\. Dat is geen afspraak/);
    walk.within({ clicks: 3, screens: 1 });
    expect(await walk.read(page.locator('.facts').first())).toMatch(
      /840 woningen .* ons rekenkundig deel, geen afspraak/,
    );
    expect(await walk.read(page.getByRole('row', { name: /^Gemiddelde verkoopprijs/ }))).toMatch(
      /EUR 538\.756 2025 .*gemeten.* middelste gemeente/,
    );
    await page.getByRole('link', { name: 'Definitief ontwerp HOV4' }).waitFor();
    expect(await walk.read(page.getByRole('listitem').filter({ hasText: /^Daarvan Veldhoven/ }))).toMatch(
      /EUR 12,5 mln/,
    );
    walk.within({ clicks: 3, screens: 4 });
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a councillor on a phone', () => {
  it('types the name of the town and reads whether it is on course, without scrolling', async () => {
    const { page, complaints, close } = await open('/', { viewport: { width: 360, height: 740 } });
    const walk = new Walk(page);
    await walk.type(page.getByRole('combobox', { name: 'Zoek op deze site' }), 'geldrop');
    await walk.press(page.getByRole('option', { name: /^Geldrop-Mierlo/ }).first());
    await page.getByRole('heading', { level: 1, name: 'Geldrop-Mierlo' }).waitFor();
    const lead = page.locator('main .lead').first();
    await expect.poll(() => walk.read(lead)).toMatch(/^Nee, Geldrop-Mierlo ligt achter\./);
    expect(await walk.read(lead)).toMatch(
      /gemiddeld 158 woningen per jaar klaar\. Afgesproken is 175 per jaar\./,
    );
    walk.within({ clicks: 2, screens: 0 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(complaints).toEqual([]);
    await close();
  });
});
