import { readFileSync } from 'node:fs';
import type { AgendaResponse, SourcesResponse, StandingResponse } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { translate } from '../src/i18n/i18n.ts';
import { violations } from './harness/axe.ts';
import { pathsIn, unlikeScaled } from './harness/picture.ts';
import { address, ask, download, newContext, open } from './harness/site.ts';

const futures = inject('standingFutures');

describe('the home page', () => {
  it('says in one sentence what holds the agenda back most, with a count of futures, and unfolds why', async () => {
    const { page, close } = await open('/');
    expect(await page.locator('.brake__said').innerText()).toMatch(
      new RegExp(`\\d+ van ${futures} toekomsten`),
    );
    await page.getByText(translate('nl', 'home.why'), { exact: true }).click();
    const why = page.locator('.why');
    expect(await why.locator('tbody tr').count()).toBeGreaterThan(0);
    expect(await why.innerText()).toMatch(/\d+\s?%/);
    await close();
  });

  it('shows four ambitions and twelve opgaven, each with a word for its status', async () => {
    const { page, close } = await open('/');
    expect(await page.locator('.ambition').count()).toBe(4);
    expect(await page.locator('.challenge').count()).toBe(12);
    expect(await page.locator('.challenge .status__word').count()).toBe(12);
    await close();
  });

  it('leads to nothing that is not there', async () => {
    const { page, close } = await open('/');
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href') ?? ''))]);
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect((await fetch(`${address}${link}`)).status, link).toBe(200);
    await close();
  });
});

describe('by keyboard alone', () => {
  it('the first stop is a link that jumps over the head of the page', async () => {
    const { page, close } = await open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(translate('nl', 'app.skip'));
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await close();
  });

  it('every stop shows where it is, and the walk comes out at the other end', async () => {
    const { page, close } = await open('/doelen/homes-2030');
    const stops = new Set<string>();
    let hidden = 0;
    for (let i = 0; i < 200; i += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) return null;
        const style = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        return {
          what: `${at.tagName} ${at.textContent?.slice(0, 40) ?? ''} ${Math.round(box.x)},${Math.round(box.y + window.scrollY)}`,
          shown: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2 && box.width > 0,
        };
      });
      if (stop === null) break;
      if (!stop.shown) hidden += 1;
      if (stops.has(stop.what)) break;
      stops.add(stop.what);
    }
    expect(hidden).toBe(0);
    expect(stops.size).toBeGreaterThan(15);
    expect(stops.size).toBeLessThan(199);
    await close();
  });

  it('a page reached by a link begins at its beginning', async () => {
    const { page, close } = await open('/');
    await page.getByRole('link', { name: pageTitle('sources').nl, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/bronnen');
    await expect.poll(() => page.title()).toContain(translate('nl', 'sources.title'));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await close();
  });
});

describe('the frame', () => {
  it('keeps the page when the language changes, there and back', async () => {
    const { page, close } = await open('/doelen/homes-2030');
    await page.getByRole('link', { name: translate('nl', 'app.language') }).click();
    await page.waitForURL('**/en/doelen/homes-2030');
    await page.getByRole('link', { name: translate('en', 'app.language') }).click();
    await page.waitForURL(`${address}/doelen/homes-2030`);
    await close();
  });

  it('keeps the colours that a reader chose', async () => {
    const { page, close } = await open('/');
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    const button = page.locator('.masthead__theme');
    await button.click();
    await button.click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.locator('h1').first().waitFor();
    expect(await ground()).toBe(dark);
    await close();
  });

  it('says 404 where there is no page, and shows the way out', async () => {
    const response = await fetch(`${address}/doelen/bestaat-niet`, {
      headers: { accept: 'text/html' },
    });
    expect(response.status).toBe(404);
    const { page, close } = await open('/doelen/bestaat-niet');
    expect(await page.locator('h1').innerText()).toBe(translate('nl', 'notfound.title'));
    await close();
  });

  it('prints without its buttons and with what was folded', async () => {
    const { page, close } = await open('/doelen/homes-2030');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.masthead__tools').isVisible()).toBe(false);
    expect(await page.locator('.chart__take').first().isVisible()).toBe(false);
    expect(await page.locator('.chart__table table').first().isVisible()).toBe(true);
    await close();
  });

  it('moves nothing for a reader who asked for stillness', async () => {
    const { page, close } = await open('/');
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || !['0s', ''].includes(style.transitionDuration);
        }).length,
    );
    expect(moving).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
    await close();
  });

  it('stays readable where the system sets the colours', async () => {
    const context = await newContext({ forcedColors: 'active' });
    const { page } = await open('/doelen/homes-2030', { context });
    await page.locator('.plot').first().waitFor();
    const same = await page.evaluate(() => {
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      // Words on the darkest areas of a map have the colour of the page, as they should.
      const marks = '.plot text:not(.label--on), .plot .median, .status__shape *';
      return [...document.querySelectorAll(marks)].filter((element) => {
        const style = getComputedStyle(element);
        return style.fill === ground && (style.stroke === ground || style.stroke === 'none');
      }).length;
    });
    expect(same).toBe(0);
    await context.close();
  });
});

describe('a chart', () => {
  it('gives its figures as CSV and itself as SVG and PNG', async () => {
    const { page, complaints, close } = await open('/doelen/homes-2030');
    const chart = page.locator('figure.chart').first();
    const take = async (format: 'csv' | 'png' | 'svg') => {
      const button = chart.getByRole('button', {
        name: new RegExp(`${translate('nl', `chart.${format}`)}$`),
      });
      const file = await download(page, () => button.click());
      expect(file.suggestedFilename()).toBe(`homes-2030.${format}`);
      return readFileSync(await file.path());
    };
    const csv = (await take('csv')).toString('utf8');
    expect(csv.split('\r\n')[0]).toMatch(/^time,period,value,p10,p90,kind,source,about_title,/);
    expect(csv.split('\r\n').length).toBeGreaterThan(80);
    const svg = (await take('svg')).toString('utf8');
    expect(svg).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg).not.toMatch(/class=|style=|var\(/);
    // Title, unit, source, day and full address are part of the picture.
    expect(svg).toContain(`>${await page.locator('h1').innerText()}</text>`);
    expect(svg).toMatch(/>[^<]*, woningen<\/text>/);
    expect(svg).toMatch(/>Bron: Schaalsprong · model [0-9a-f]{8}/);
    expect(svg).toMatch(/>Opgeslagen op \d{1,2} [a-z]+ 20\d\d<\/text>/);
    expect(svg).toContain(`>${page.url()}</text>`);
    expect(svg).toContain(`n = ${futures}`);
    // The picture is what the page draws, at its own width.
    const drawn = await chart
      .locator('svg.plot path[data-kind=computed]')
      .evaluateAll((all) => all.map((path) => path.getAttribute('d') ?? ''));
    expect(unlikeScaled(drawn, pathsIn(svg, 'computed'))).toBeLessThan(0.05);
    const png = await take('png');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(800);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says its finding in words and names it to those who cannot see it', async () => {
    const { page, close } = await open('/doelen/homes-2030');
    const chart = page.locator('figure.chart').first();
    const finding = await chart.locator('.chart__finding').innerText();
    expect(finding).toMatch(/62\.000/);
    const alt = await chart.locator('svg.plot > title').textContent();
    // Read aloud away from its page, the drawing also says what it is about.
    expect(alt).toBe(`${await page.locator('h1').innerText()}. ${finding}`);
    await close();
  });
});

describe('the sources', () => {
  it('show the whole tree once, and lead from a claim to its place there', async () => {
    const agenda = await ask<AgendaResponse>('/v1/agenda');
    const { page, close } = await open('/bronnen/agenda');
    const ids = await page.locator('.branch').evaluateAll((branches) => branches.map(({ id }) => id));
    expect(ids.toSorted()).toEqual(agenda.nodes.map(({ id }) => id).toSorted());
    for (const { id } of agenda.targets) {
      expect(await page.locator(`.branches a[href='/doelen/${id}']`).count(), id).toBe(1);
    }
    const level = new Map(agenda.nodes.map((node) => [node.id, node.level]));
    const sources = await ask<SourcesResponse>('/v1/bronnen');
    const [claim, node] =
      sources.claims
        .map(({ id, nodes }) => [id, nodes.find((other) => level.get(other) === 'action-line')] as const)
        .find((pair) => pair[1] !== undefined) ?? [];
    const from = await open(`/bronnen/beweringen/${claim}`);
    await from.page.locator(`main a[href='/actielijnen/${node}']`).click();
    await from.page.locator(`a[href$='#${node}']`).click();
    await from.page.locator('.branch--here').waitFor();
    expect(await from.page.locator('.branch--here').getAttribute('id')).toBe(node);
    await expect
      .poll(() => from.page.locator('.branch--here').evaluate((e) => Math.abs(e.getBoundingClientRect().top)))
      .toBeLessThan(400);
    await from.close();
    await close();
  });

  it('are searched while one types', async () => {
    const { page, close } = await open('/bronnen');
    const rows = page.locator('tbody tr');
    const all = await rows.count();
    await page.getByLabel(translate('nl', 'claims.filter.text')).fill('62000');
    await expect.poll(() => rows.count()).toBeLessThan(all);
    expect(await rows.count()).toBeGreaterThan(0);
    await page.getByLabel(translate('nl', 'claims.filter.text')).fill('zzzz');
    await page.getByRole('button', { name: translate('nl', 'claims.filter.clear') }).click();
    await expect.poll(() => rows.count()).toBe(all);
    await close();
  });

  it('mark the claims in a copy that the reader opens, and send it nowhere', async () => {
    const { page, complaints, close } = await open('/bronnen/tekst');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    const lines = Array.from({ length: 1271 }, (_, i) => `regel ${i + 1} met 62.000 en 2030`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'synthetisch.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(lines.join('\n')),
    });
    await page.getByText(translate('nl', 'text.different')).waitFor();
    expect(await page.locator('.own-line--claim').count()).toBeGreaterThan(50);
    expect(await page.locator('.own-text mark').count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    expect(sent).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('while the answer is not there', () => {
  const answer = (page: Page, path: string, status: number, body: unknown) =>
    page.route(`**${path}`, (route) =>
      route.fulfill({
        status,
        contentType: status === 200 ? 'application/json' : 'application/problem+json',
        body: JSON.stringify(body),
      }),
    );
  const problem = {
    type: 'about:blank',
    title: 'Proef',
    status: 503,
    detail: 'Dit is een proef.',
    instance: '/v1/fouten/0',
    en: { title: 'Trial', detail: 'This is a trial.' },
  };

  it('the page says how many futures are done, and is otherwise all there', async () => {
    const context = await newContext();
    const page = await context.newPage();
    const running: StandingResponse = { state: 'running', done: 312, of: 1000, sentence: null, detail: null };
    await answer(page, '/v1/stand', 200, running);
    await page.goto(address);
    await page.getByText('312 van 1.000 toekomsten gerekend').waitFor();
    expect(await page.locator('.challenge').count()).toBe(12);
    expect(await page.locator('progress').getAttribute('value')).toBe('312');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('a failed computation is said as such, with the agenda still there', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await answer(page, '/v1/stand', 200, { state: 'failed', problem } satisfies StandingResponse);
    await page.goto(`${address}/en`);
    await page.getByRole('alert').getByText(translate('en', 'state.failed.title')).waitFor();
    expect(await page.locator('.challenge').count()).toBe(12);
    await context.close();
  });

  it('a server that refuses is said in words, and asked again on request', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await answer(page, '/v1/agenda', 503, problem);
    await page.goto(address);
    await page.getByRole('alert').getByText('Dit is een proef.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.unroute('**/v1/agenda');
    await page.getByRole('button', { name: translate('nl', 'state.error.again') }).click();
    await page.locator('.challenge').first().waitFor();
    await context.close();
  });

  it('an answer that grew old is said to be old', async () => {
    const context = await newContext();
    const page = await context.newPage();
    const running: StandingResponse = { state: 'running', done: 1, of: 1000, sentence: null, detail: null };
    await answer(page, '/v1/stand', 200, running);
    await page.goto(address);
    await page.locator('progress').waitFor();
    await page.unroute('**/v1/stand');
    await page.route('**/v1/stand', (route) => route.abort());
    await page.getByText(/De server antwoordt niet/).waitFor();
    await context.close();
  });
});
