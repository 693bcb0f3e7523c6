import type {
  AgendaResponse,
  BackTestCountResponse,
  ChangesResponse,
  MapResponse,
  StandingResponse,
} from '@schaalsprong/wire';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, violations } from './harness/axe.ts';
import { ask, open, patient } from './harness/site.ts';

/** Where an element ends, in pixels from the top of the page. */
const bottomOf = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.getBoundingClientRect().bottom + globalThis.scrollY);

/** Numbers of a sentence, without the marks of thousands. */
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d[\d.]*/g)].map(([number]) => Number(number.replaceAll('.', '')));

describe('the home page in thirty seconds', () => {
  it('says on its first screen how many targets are met, what holds back, what a future is and where to go', async () => {
    const { page, close } = await open('/', { viewport: { width: 1280, height: 900 } });
    for (const part of [
      '.home-tally .lead',
      '.home-tally__groups',
      '.brake__said',
      '.future-part',
      '.doors',
    ]) {
      expect(await bottomOf(page, part), part).toBeLessThanOrEqual(900);
    }
    await close();
  });

  it('counts in its sentence, in its marks and in the words beside them what the futures say', async () => {
    const { page, close } = await open('/');
    const standing = await ask<StandingResponse>('/v1/stand');
    const met =
      standing.state === 'ready' ? standing.detail.assessment.targets.flatMap((t) => t.met ?? []) : [];
    const share = met.map(({ count, of }) => count / of);
    const most = share.filter((part) => part >= 2 / 3).length;
    const few = share.filter((part) => part < 1 / 3).length;
    const never = share.filter((part) => part === 0).length;
    const said = numbersIn(await page.locator('.home-tally .lead').innerText());
    expect(said).toEqual([met.length, most, met.length - most - few, few, ...(never > 0 ? [never] : [])]);
    expect(await page.locator('.home-tally__mark').count()).toBe(met.length);
    // One thing that holds back most: never a second one that brakes more.
    expect(await page.locator('.brake__said').innerText()).not.toMatch(/meer nog/i);
    await close();
  });

  it('says the same number of targets as the table does with nothing moved', async () => {
    const { page, close } = await open('/');
    const [of, most] = numbersIn(await page.locator('.home-tally .lead').innerText());
    await page.goto(`${new URL(page.url()).origin}/tafel`);
    const lead = page.locator('.table-lead .lead').first();
    await page.getByText(/^Gerekend over/).waitFor();
    expect(numbersIn(await lead.innerText()).slice(0, 2)).toEqual([most, of]);
    await close();
  });

  it('names a mark that is pointed at or tabbed to, without moving anything, and leads to its target', async () => {
    const { page, close } = await open('/');
    const said = page.locator('.home-tally__said');
    const height = () => said.evaluate((element) => element.getBoundingClientRect().height);
    const before = await height();
    const marks = page.locator('.home-tally__mark');
    await marks.nth(0).focus();
    await page.keyboard.press('Tab');
    expect(await marks.nth(1).evaluate((mark) => mark === document.activeElement)).toBe(true);
    const name = (await marks.nth(1).getAttribute('aria-label')) ?? '';
    expect(await said.innerText()).toBe(name);
    expect(name).toMatch(/gehaald in .* toekomst/);
    await marks.last().hover();
    expect(await said.innerText()).toBe(await marks.last().getAttribute('aria-label'));
    expect(await height()).toBe(before);
    await marks.nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/doelen\//);
    await expect
      .poll(async () => name.startsWith(await page.locator('h1').innerText()), { timeout: patient })
      .toBe(true);
    await close();
  });

  it('tells how the model did in the past, in the numbers of the back-test, here and under the fan of a target', async () => {
    const { page, close } = await open('/');
    const line = page.locator('.back-test-line').first();
    await expect.poll(() => line.locator('a').count(), { timeout: patient }).toBe(1);
    const { all } = await ask<BackTestCountResponse>('/v1/voorspelkracht/telling');
    expect(numbersIn(await line.innerText()).slice(0, 2)).toEqual([all?.outside, all?.cases]);
    await page.locator('.home-tally__mark').first().click();
    await page.waitForURL(/\/doelen\//);
    await page.locator('.back-test-line a').waitFor();
    await close();
  });

  it('holds sentence, marks and what holds back on the first screen of a phone of 320 pixels', async () => {
    const { page, close } = await open('/', { viewport: { width: 320, height: 800 } });
    expect(await bottomOf(page, '.home-tally__groups')).toBeLessThanOrEqual(700);
    expect(await bottomOf(page, '.brake__said')).toBeLessThanOrEqual(800);
    await close();
  });
});

describe('the end of the home page', () => {
  it('loads when the reader comes near it: what changed, which numbers collide with words under them, and what it does not say', async () => {
    const { page, close } = await open('/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    expect(await page.locator('.open-conflicts').count()).toBe(0);
    await page.locator('.home-rest').scrollIntoViewIfNeeded();
    await page.locator('.open-conflicts li').first().waitFor();
    expect(asked).toContain('/v1/tegenspraken');
    expect(await page.locator('.last-change a').getAttribute('href')).toBe('/wijzigingen');
    for (const term of await page.locator('.sum-words li').allInnerTexts())
      expect(term).toMatch(/\d[\s\S]*\p{L}{3}/u);
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

describe('the map on the home page', () => {
  it('shows what is chosen of the period that is chosen, with every name whole, and each municipality is a door', async () => {
    const { page, complaints, close } = await open('/');
    await page.locator('.map-slot').scrollIntoViewIfNeeded();
    const map = page.locator('.map-part');
    await map.locator('path.area').first().waitFor();
    const { areas } = await ask<AgendaResponse>('/v1/agenda');
    const names = areas.flatMap(({ kind, name }) => (kind === 'municipality' ? [name] : []));
    expect(await map.locator('a.map-door').count()).toBe(names.length);
    const drawn = (await map.locator('.plot text').allTextContents()).join('');
    const letters = (text: string): string => text.replaceAll(/[\s\u00a0]/g, '');
    for (const name of names) expect(letters(drawn), name).toContain(letters(name));
    const { items } = await ask<MapResponse>('/v1/kaart');
    const long = items.find(({ periods, targets }) => periods.length > 3 && targets.length === 0);
    await map.locator('select').selectOption(long?.id ?? '');
    await expect.poll(() => map.locator('.chart__name').innerText()).toContain(long?.title.nl);
    const before = await map.locator('.map-part__finding').innerText();
    await map.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => map.locator('.map-part__finding').innerText()).not.toBe(before);
    expect(await violations(page)).toEqual([]);
    const [first = ''] = names.toSorted((a, b) => a.localeCompare(b));
    await map.locator('a.map-door').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: first }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('the page of changes', () => {
  it('says per count and measured value what it was, what it is and why, and names causes that came together', async () => {
    const agenda = await ask<AgendaResponse>('/v1/agenda');
    const [first, second] = agenda.targets.filter(({ outcome }) => outcome !== null);
    if (first === undefined || second === undefined) throw new Error('two targets expected');
    const answer: ChangesResponse = {
      state: 'ready',
      first: '2026-12-01T08:00:00.000Z',
      entries: [
        {
          id: 'ab12',
          at: '2026-12-03T08:00:00.000Z',
          since: '2026-12-01T08:00:00.000Z',
          changed: ['data', 'content', 'model'],
          counts: [
            {
              target: first.id,
              title: first.title,
              before: { count: 31, of: 300 },
              after: { count: 250, of: 300 },
              causes: ['content', 'model'],
            },
          ],
          measured: [
            {
              target: second.id,
              title: second.title,
              unit: second.unit,
              before: null,
              after: { value: 12, period: '2024' },
              causes: ['data'],
            },
          ],
          tally: { before: { most: 4, of: 24 }, after: { most: 5, of: 24 } },
          ambitions: [],
          evidence: [{ kind: 'target', added: [], removed: ['gone'], changed: [first.id], total: 2 }],
        },
      ],
    };
    const { page, complaints, close } = await open('/wijzigingen', {
      before: async (at) => {
        await at.route('**/v1/wijzigingen', (route) => route.fulfill({ json: answer }));
      },
    });
    const entry = page.locator('#w-ab12');
    await entry.waitFor();
    expect(await entry.innerText()).toContain('nu 5 van 24 doelen, toen 4 van 24');
    expect(await entry.locator('table').first().innerText()).toMatch(
      /zelden gehaald\s+31 van 300 toekomsten\s+meestal gehaald\s+250 van 300 toekomsten\s+inhoud en model/,
    );
    expect(await entry.innerText()).toContain('niet te zeggen');
    expect(await entry.locator('table').last().innerText()).toMatch(/niets\s+12.*2024.*\s+cijfers/);
    await entry.locator('summary').click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
