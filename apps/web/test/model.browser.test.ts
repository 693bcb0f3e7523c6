import { readFileSync } from 'node:fs';
import type { AgendaResponse } from '@schaalsprong/wire';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Lang, translate } from '../src/i18n/i18n.ts';
import { violations } from './harness/axe.ts';
import { address, ask, download, languages, newContext, open } from './harness/site.ts';

let agenda: AgendaResponse;
beforeAll(async () => {
  agenda = await ask<AgendaResponse>('/v1/agenda');
});

/** Waits until all futures are in. */
const settled = (page: Page, lang: Lang = 'nl') =>
  page.getByText(translate(lang, 'lab.done', { n: lang === 'nl' ? '1.000' : '1,000' })).waitFor();

describe('the model under the reader’s hand', () => {
  it('runs the same futures as the server does', async () => {
    const { page, complaints, close } = await open('/bronnen/model');
    await settled(page);
    const outcome = agenda.outcomes.find((o) => o.read === 'at-horizon' && o.scale === 1);
    expect(outcome).toBeDefined();
    expect(await page.locator('.outcome').count()).toBe(agenda.outcomes.length);
    expect(await page.locator('.outcome .small-fan').count()).toBe(agenda.outcomes.length);
    const [first] = agenda.outcomes;
    expect(await page.locator('figure.chart h2').first().innerText()).toBe(first?.title.nl);
    expect(complaints).toEqual([]);
    await close();
  });

  it('asks all futures again when a lever moves, says so, and goes back', async () => {
    const { page, close } = await open('/bronnen/model');
    await settled(page);
    const values = () => page.locator('.outcome__value').allInnerTexts();
    const before = await values();
    const lever = page.locator('.lever').first();
    const number = lever.locator('.lever__number');
    const [measure] = agenda.measures;
    const { none } = measure?.lever.positions ?? { none: 0 };
    await number.fill(String(none).replace('.', ','));
    await expect.poll(values).not.toEqual(before);
    await settled(page);
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByName('schaalsprong-move').length))
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: translate('nl', 'lab.lever.resetAll'), exact: true }).click();
    await expect.poll(values).toEqual(before);
    await close();
  });

  it('can be moved by keyboard alone', async () => {
    const { page, close } = await open('/bronnen/model', { lang: 'en' });
    await settled(page, 'en');
    const slider = page.locator('.lever input[type=range]').first();
    await slider.focus();
    const before = await slider.getAttribute('aria-valuetext');
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => slider.getAttribute('aria-valuetext')).not.toBe(before);
    await settled(page, 'en');
    await close();
  });

  it('shows the chosen outcome large, with its figures to take away', async () => {
    const { page, close } = await open('/bronnen/model');
    await settled(page);
    const button = page.locator('.outcome').nth(3);
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    const title = await button.locator('.outcome__title').innerText();
    expect(await page.locator('figure.chart h2').first().innerText()).toBe(title);
    const take = page.locator('figure.chart .chart__take button').first();
    const csv = readFileSync(await (await download(page, () => take.click())).path(), 'utf8');
    expect(csv.split('\r\n')[0]).toMatch(/^time,p10,p50,p90,about_title,/);
    expect(csv.split('\r\n').length).toBeGreaterThan(20);
    await close();
  });
});

describe('the page of a variable', () => {
  it('draws causes and effects as links, plots it over the futures, and names its loops', async () => {
    const { page, complaints, close } = await open('/bronnen/model/permits');
    const figure = page.locator('figure.chart');
    await figure.waitFor();
    expect(await page.locator('.causes svg a').count()).toBeGreaterThan(1);
    await page.locator('.loops li').first().waitFor();
    expect(await page.locator('.loops li').first().innerText()).toMatch(/^[RBCI]\d+ \S+, \d+ stappen:.*→/s);
    const link = page.locator('.causes svg a').first();
    const name = await link.getAttribute('aria-label');
    await link.click();
    await expect.poll(() => page.locator('h1').innerText()).toBe(name);
    expect(complaints).toEqual([]);
    await close();
  });

  for (const lang of languages) {
    it(`unfolds its loops for everybody (${lang})`, async () => {
      const { page, complaints, close } = await open('/bronnen/model/permits', { lang });
      await page.locator('.loops li').first().waitFor();
      const fold = page.locator('.loops + button');
      const before = await page.locator('.loops li').count();
      await fold.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('.loops li').count()).toBeGreaterThan(before);
      expect(await fold.getAttribute('aria-expanded')).toBe('true');
      expect(await fold.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  }

  it('lets a reader choose a part where there are several', async () => {
    const { page, close } = await open('/bronnen/model/permits');
    const select = page.locator('.choose-element select');
    await select.waitFor();
    const last = await select.locator('option').last().getAttribute('value');
    await select.selectOption(last ?? '');
    await expect.poll(() => page.locator('figure.chart h2').innerText()).toBe(last);
    await close();
  });
});

const synthetic = `people = INTEG(born - died, start people) ~ person ~ synthetic |
start people = 100 ~ person ~ |
born = people * birth rate ~ person/Year ~ |
died = people / lifetime ~ person/Year ~ |
birth rate = 0.03 ~ 1/Year ~ |
lifetime = 70 ~ Year ~ |
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 50 ~ Year ~ |
TIME STEP = 0.25 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;

describe('a model of the reader’s own', () => {
  const give = (page: Page, name: string, text: string) =>
    page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    });

  for (const lang of languages) {
    it(`is read, plotted and sent nowhere (${lang})`, async () => {
      const { page, complaints, close } = await open('/bronnen/eigen-model', { lang });
      await give(page, 'synthetic.mdl', synthetic);
      await page.locator('figure.chart').waitFor();
      expect(await page.locator('figure.chart h2').innerText()).toBe('people');
      // 100 people, growing by 0.03 - 1/70 a year in quarters: 219 after 50 years.
      expect(await page.locator('.chart__finding').innerText()).toBe(
        translate(lang, 'lab.finding.one', { year: '50', value: '219 person' }),
      );
      const loops = await page.locator('.loops li').allInnerTexts();
      expect(loops.map((text) => text.slice(0, 2))).toEqual(['R1', 'B1']);
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  }

  it('moves with its own constants', async () => {
    const { page, close } = await open('/bronnen/eigen-model');
    await give(page, 'synthetic.mdl', synthetic);
    await page.locator('figure.chart').waitFor();
    const finding = () => page.locator('.chart__finding').innerText();
    const before = await finding();
    await page.getByLabel(translate('nl', 'lab.lever.typed', { name: 'birth rate' })).fill('0,06');
    await expect.poll(finding).not.toBe(before);
    await close();
  });

  for (const lang of languages) {
    it(`is run over the range that the reader takes, and says whose it is (${lang})`, async () => {
      const { page, complaints, close } = await open('/bronnen/eigen-model', { lang });
      await give(page, 'synthetic.mdl', synthetic);
      await page.locator('figure.chart').waitFor();
      expect(await page.locator('.band').count()).toBe(2);
      await page.locator('.own-range select').selectOption('0.1');
      const finding = page.locator('.chart__finding');
      await expect
        .poll(() => finding.innerText())
        .toContain(lang === 'nl' ? '1.000 doorrekeningen, over uw eigen bereik' : '1,000 runs, over a range');
      expect(await page.locator('.own-range p').innerText()).toContain('10%');
      const take = page.locator('figure.chart .chart__take button').nth(2);
      const svg = readFileSync(await (await download(page, () => take.click())).path(), 'utf8');
      expect(svg).toContain('synthetic.mdl · ± 10 % · n = 1000');
      expect(svg).not.toContain('seed');
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    it(`that stops at a number that is none says where, and draws nothing (${lang})`, async () => {
      const { page, close } = await open('/bronnen/eigen-model', { lang });
      await give(page, 'log.mdl', synthetic.replace('people * birth rate', 'LN(50 - people) * birth rate'));
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toContain(translate(lang, 'model.faults.run.one'));
      expect(await alert.innerText()).toContain(
        translate(lang, 'model.faults.line', { file: 'log.mdl', line: 3 }),
      );
      expect(await page.locator('figure.chart').count()).toBe(0);
      expect(await page.getByText(translate(lang, 'lab.running')).count()).toBe(0);
      expect(await violations(page)).toEqual([]);
      await close();
    });

    it(`that reads data says what to do instead (${lang})`, async () => {
      const { page, close } = await open('/bronnen/eigen-model', { lang });
      await give(page, 'data.mdl', synthetic.replace('birth rate = 0.03', 'birth rate'));
      await page.getByText(translate(lang, 'own.data')).waitFor();
      expect(await violations(page)).toEqual([]);
      await close();
    });
  }

  it('takes any other number to move, and offers none that shaped it', async () => {
    const { page, close } = await open('/bronnen/eigen-model');
    await give(
      page,
      'two.mdl',
      `${synthetic}apart = 3 ~ person ~ |\nlate = DELAY N(born, 3, 0, stages) ~ ~ |\nstages = 2 ~ ~ |\n`,
    );
    await page.locator('figure.chart').waitFor();
    const field = page.getByLabel(translate('nl', 'own.add'), { exact: true });
    await field.fill('stages');
    await page.keyboard.press('Enter');
    await page.getByText(translate('nl', 'own.add.unknown', { name: 'stages' })).waitFor();
    await field.fill('Apart');
    await page.keyboard.press('Enter');
    await page.getByLabel(translate('nl', 'lab.lever.typed', { name: 'apart' })).waitFor();
    expect(
      await page
        .locator('datalist')
        .first()
        .locator('option')
        .evaluateAll((all) => all.map((o) => o.getAttribute('value'))),
    ).toEqual(['start people', 'birth rate', 'lifetime', 'apart']);
    await close();
  });

  it('keeps the times on the axis apart, whatever they are', async () => {
    const { page, close } = await open('/bronnen/eigen-model');
    const long = synthetic
      .replace('INITIAL TIME = 0', 'INITIAL TIME = 1850')
      .replace('FINAL TIME = 50', 'FINAL TIME = 2100');
    await give(page, 'long.mdl', long);
    await page.locator('figure.chart').waitFor();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await expect
        .poll(() =>
          page
            .locator('svg.plot')
            .first()
            .evaluate((svg) => svg.clientWidth < innerWidth),
        )
        .toBe(true);
      const ends = await page.locator('.axis + .tick').evaluateAll((ticks) =>
        ticks
          .filter((tick) => /^\d{4}$/.test(tick.textContent ?? ''))
          .map((tick) => tick.getBoundingClientRect())
          .map(({ left, right }) => ({ left, right })),
      );
      expect(ends.length).toBeGreaterThan(2);
      for (const [i, end] of ends.entries()) {
        if (i > 0) expect(end.left).toBeGreaterThan((ends[i - 1]?.right ?? 0) + 4);
      }
    }
    await close();
  });

  for (const [name, bytes, key] of [
    ['empty.mdl', '  \n', 'own.empty'],
    ['picture.mdl', 'PK\u0003\u0004\u0000\u0000', 'own.binary'],
  ] as const) {
    it(`that is no text of a model is not read as one: ${name}`, async () => {
      const { page, close } = await open('/bronnen/eigen-model');
      await give(page, name, bytes);
      const alert = page.getByRole('alert');
      await alert.waitFor();
      expect(await alert.innerText()).toContain(`${name}: ${translate('nl', key)}.`);
      expect(await alert.locator('li').count()).toBe(1);
      await page.getByRole('button', { name: translate('nl', 'own.close') }).click();
      expect(await page.getByRole('alert').count()).toBe(0);
      await close();
    });
  }

  it('that cannot be read says each fault with its line, in the language of the page', async () => {
    const { page, close } = await open('/bronnen/eigen-model');
    await give(page, 'broken.mdl', synthetic.replace('people / lifetime', 'people / lifetimes'));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(
      translate('nl', 'model.faults.line', { file: 'broken.mdl', line: 4 }),
    );
    expect(await alert.innerText()).toContain('lifetimes');
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

describe('where the browser lacks what the model needs', () => {
  it('says so in a plain sentence, and the rest of the page is there', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, 'Worker');
    });
    await page.goto(`${address}/bronnen/model`);
    await page.getByText(translate('nl', 'model.failed')).first().waitFor();
    expect(await page.locator('.equation-row').count()).toBeGreaterThan(100);
    await context.close();
  });
});
