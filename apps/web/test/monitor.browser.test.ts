import { readFileSync } from 'node:fs';
import { JudgementsFile } from '@schaalsprong/agenda';
import type { MeasuredStanding, VintageFact } from '@schaalsprong/monitor';
import type {
  AgendaResponse,
  BackTestResponse,
  IndicatorResponse,
  MonitorResponse,
  StandingResponse,
} from '@schaalsprong/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dictionaries, type Lang } from '../src/i18n/i18n.ts';
import { texts as mapTexts } from '../src/pages/map/texts.ts';
import { type MonitorText, texts } from '../src/pages/monitor/texts.ts';
import { Accessibility } from './harness/axe.ts';
import { unfoldAll } from './harness/layout.ts';
import { pathsIn, unlikeScaled } from './harness/picture.ts';
import {
  address,
  ask,
  download,
  languages,
  newContext,
  open as openPage,
  type Visit,
} from './harness/site.ts';

let monitor: MonitorResponse;
let agenda: AgendaResponse;

beforeAll(async () => {
  [monitor, agenda] = await Promise.all([
    ask<MonitorResponse>('/v1/indicatoren'),
    ask<AgendaResponse>('/v1/agenda'),
  ]);
});

const say = (key: MonitorText, lang: Lang = 'nl', fill: Record<string, string | number> = {}): string =>
  texts[lang][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(fill[name] ?? ''));

const onMap = (key: keyof typeof mapTexts.nl): string => mapTexts.nl[key];

/**
 * The real answer with what the region does not have yet, made up for this test: a revised and a provisional figure, a break, a
 * nowcast, a standing with all its parts, a revision that moved a target, a figure held back.
 */
function enrich(real: IndicatorResponse): IndicatorResponse {
  const own = real.facts.filter(({ area }) => area === real.indicator.area);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined || first.value === null || last.value === null) {
    throw new Error('the indicator has no figures of its own area');
  }
  const target = agenda.targets[0];
  if (target === undefined) throw new Error('the region has no target');
  const vintage = { ...last, vintage: 'made-1', published: '2026-02-01', value: last.value * 0.99 } as const;
  const changed: VintageFact = {
    ...last,
    vintage: 'made-2',
    published: '2026-06-23',
    standing: 'provisional',
  };
  const standing: MeasuredStanding = {
    target: target.id,
    indicator: real.indicator.id,
    computed: 'lagging',
    reason: { nl: 'Gemaakt voor een test.', en: 'Made for a test.' },
    missing: null,
    pace: null,
    proxy: null,
    possible: ['on-course', 'lagging'],
    judgement: null,
    required: {
      from: { time: 2019, value: first.value },
      to: { time: 2031, value: first.value * 1.2 },
      perYear: (first.value * 0.2) / 12,
    },
    observed: [{ time: 2026, value: last.value, fact: changed }],
    latest: changed,
    gap: -1000,
    goodGap: false,
    trend: { perYear: 6000, from: 2022, to: 2026, points: 5 },
    degree: 0.7,
    lastUpdate: '2026-06-23',
    overdue: true,
  };
  return {
    ...real,
    indicator: {
      ...real.indicator,
      breaks: [{ at: '2022' as never, reason: { nl: 'Gemaakte breuk.', en: 'A made break.' } }],
    },
    facts: real.facts.map((fact) => (fact === last ? changed : fact)),
    history: [vintage, changed],
    lagMonths: { ...real.lagMonths, 'made-1': 6, 'made-2': 6 },
    vintages: [
      ...real.vintages,
      ...[vintage, changed].map(({ vintage: id, published }) => ({
        id,
        source: 'made',
        table: null,
        published,
        retrieved: '',
        hash: '',
        classification: null,
        address: '',
        licence: '',
        attribution: '',
      })),
    ],
    standings: [standing],
    nowcast: {
      indicator: real.indicator.id,
      area: last.area,
      period: '2027-01-01',
      p10: last.value,
      p50: last.value * 1.01,
      p90: last.value * 1.02,
      from: [],
      method: { nl: 'Gemaakt voor een test.', en: 'Made for a test.' },
    },
    noNowcast: null,
    revisions: [
      {
        series: last.series,
        area: last.area,
        period: last.period,
        kind: 'changed',
        before: vintage,
        after: changed,
        vintage: 'made-2',
        published: '2026-06-23',
        moved: [{ target: target.id, from: 'off-course', to: 'lagging' }],
      },
    ],
    held: [
      {
        series: last.series,
        area: last.area,
        period: last.period,
        id: 'made',
        source: 'made',
        code: 'jump',
        text: { nl: 'Een gemaakte sprong.', en: 'A made jump.' },
        fact: null,
        found: '9e9',
        vintage: real.vintages[0] as never,
        since: '2026-06-23T00:00:00Z',
        decision: null,
      },
    ],
  };
}

/** An indicator with figures of its own area and of municipalities. */
const many = 'population';

const open = (path: string, lang: Lang = 'nl', enriched = false): Promise<Visit> =>
  openPage(path, {
    lang,
    permissions: ['clipboard-read', 'clipboard-write'],
    before: async (page) => {
      if (!enriched) return;
      await page.route(`**/v1/indicatoren/${many}*`, async (route) => {
        const real = (await (await route.fetch()).json()) as IndicatorResponse;
        await route.fulfill({ json: enrich(real) });
      });
    },
  });

describe('the page of one indicator, with all that it can have', () => {
  const accessibility = new Accessibility();
  for (const lang of languages) {
    it(`passes axe in ${lang}, light and dark, wide and narrow, in every shape of the map, without a complaint or a sideways scroll`, async () => {
      const found: string[] = [];
      for (const search of ['', '?kaart=tegels&toon=verandering&maat=waarde', '?kaart=grenzen']) {
        const { page, complaints, close } = await open(`/monitor/${many}${search}`, lang, true);
        await unfoldAll(page);
        found.push(...(await accessibility.faults(page, `indicator ${search}`, lang)), ...complaints);
        await close();
      }
      expect(found).toEqual([]);
    });
  }

  it('draws what is provisional hollow, the break with its reason, the path, the nowcast and the figures as they were', async () => {
    const { page, close } = await open(`/monitor/${many}`, 'nl', true);
    const chart = page.locator('figure.chart').first();
    expect(await chart.locator('.dot--provisional').count()).toBe(1);
    expect(await chart.locator('.break').count()).toBe(1);
    expect(await chart.locator('.required').count()).toBe(1);
    expect(await chart.locator('.nowcast').count()).toBe(1);
    expect(await chart.locator('path.earlier').count()).toBeGreaterThan(0);
    // The line stops at the break: two pieces.
    expect(await chart.locator('.measured').count()).toBe(2);
    expect(await chart.locator('.chart__note').innerText()).toContain('Gemaakte breuk.');
    await close();
  });

  it('works out the degree of change before the eyes of the reader', async () => {
    const { page, close } = await open(`/monitor/${many}`, 'nl', true);
    const standing = page.locator('.standing').first();
    expect(await standing.innerText()).toMatch(/\([\d.]+ − [\d.]+\) \/ \([\d.]+ − [\d.]+\) = 70%/);
    await close();
  });

  it('says which targets a revision moved, and what waits for a decision', async () => {
    const { page, close } = await open(`/monitor/${many}`, 'nl', true);
    const row = page
      .locator('table', { hasText: say('revisions.moved') })
      .locator('tbody tr')
      .first();
    expect(await row.locator('.status').count()).toBe(2);
    expect(await page.getByText('Een gemaakte sprong.').isVisible()).toBe(true);
    await close();
  });
});

describe('an indicator of which only a part of its area is measured', () => {
  it('says so, and draws no path of the whole beside the figures of a part', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.route(`**/v1/indicatoren/${many}*`, async (route) => {
      const real = enrich((await (await route.fetch()).json()) as IndicatorResponse);
      const facts = real.facts.filter(({ area }) => area !== real.indicator.area);
      await route.fulfill({ json: { ...real, facts, history: [] } });
    });
    await page.goto(`${address}/monitor/${many}`);
    const whole = agenda.areas.find(({ kind }) => kind === 'region');
    await page.getByText(say('one.notOwn', 'nl', { area: whole?.name ?? '' })).waitFor();
    expect(await page.locator('figure.chart .measured').count()).toBeGreaterThan(0);
    expect(await page.locator('figure.chart .required').count()).toBe(0);
    await context.close();
  });
});

describe('the list of indicators', () => {
  it('says in its first sentence how many targets stand how, and they add up', async () => {
    const { page, close } = await open('/monitor');
    const counts = await page.locator('.tally__count').allInnerTexts();
    expect(counts.map(Number).reduce((a, b) => a + b, 0)).toBe(monitor.standings.length);
    expect(monitor.standings.length).toBe(agenda.targets.length);
    expect(await page.locator('.lead').innerText()).toContain(String(monitor.standings.length));
    await close();
  });

  it('shows every indicator once, by theme and by pillar, and why the others have no figure', async () => {
    const { page, close } = await open('/monitor');
    const all = monitor.indicators.map(({ id }) => `/monitor/${id}`).toSorted();
    const shown = async (): Promise<readonly string[]> =>
      (
        await page
          .locator('.measured-rows a, .unknown-rows a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      ).toSorted();
    expect(await shown()).toEqual(all);
    await page.getByRole('button', { name: say('groups.pillar') }).click();
    await expect.poll(() => page.url()).toContain('op=pijler');
    expect(await shown()).toEqual(all);
    const reasons = await page.locator('.unknown-rows li .small').allTextContents();
    expect(reasons.length).toBe(monitor.indicators.filter(({ latest }) => latest === null).length);
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(10);
    await close();
  });

  it('shows of every source how fresh it is, and folds the commands that fetch them away for operators', async () => {
    const { page, close } = await open('/monitor');
    const rows = page.locator('#gegevensbronnen tbody tr');
    expect(await rows.count()).toBe(monitor.sources.length);
    expect(await page.locator('#gegevensbronnen tbody code').count()).toBe(0);
    const commands = page.locator('#gegevensbronnen details code');
    const fetched = monitor.sources.filter((source) => source.kind !== 'by-hand');
    expect((await commands.allTextContents()).map((command) => command.split(' ').at(-1)).sort()).toEqual(
      fetched.map(({ id }) => id).sort(),
    );
    expect(await commands.first().isVisible()).toBe(false);
    await close();
  });
});

describe('going back to what was known', () => {
  it('asks the server for that day, says so, and keeps it in the address', async () => {
    const { page, close } = await open(`/monitor/${many}`);
    await page.locator('input[type=date]').fill('2020-06-01');
    await expect.poll(() => page.url()).toContain('bekendOp=2020-06-01');
    await expect.poll(() => page.locator('.known-on__notice').count()).toBe(1);
    const then = await ask<IndicatorResponse>(`/v1/indicatoren/${many}?bekendOp=2020-06-01`);
    expect(then.asKnownOn).toBe('2020-06-01');
    await page.locator('.known-on select').selectOption('');
    await expect.poll(() => page.url()).not.toContain('bekendOp');
    await close();
  });
});

describe('areas side by side', () => {
  it('are at most six, stand in the address, and can be index numbers', async () => {
    const { page, close } = await open(`/monitor/${many}?gebieden=MRE`);
    await page.locator('.compare__areas summary').click();
    const boxes = page.locator('.area-choice input');
    expect(await boxes.count()).toBeGreaterThan(20);
    for (let i = 1; i < 6; i += 1) await boxes.nth(i).check();
    await expect.poll(() => new URL(page.url()).searchParams.get('gebieden')?.split(',').length).toBe(6);
    expect(await boxes.nth(7).isDisabled()).toBe(true);
    const chart = page
      .locator('figure', { hasText: say('compare.title', 'nl', { areas: '' }).trim() })
      .first();
    await expect.poll(() => chart.locator('.label--strong').count()).toBe(6);
    await page.getByRole('button', { name: say('compare.asIndex') }).click();
    await expect.poll(() => page.url()).toContain('maat=index');
    expect(await chart.locator('figcaption').innerText()).toContain('100');
    await close();
  });
});

/** Squares for two municipalities of the region, and one of elsewhere. */
const boundaries = (codes: readonly string[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: codes.map((statcode, i) => ({
      type: 'Feature',
      properties: { statcode },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [5 + i, 51],
            [5.9 + i, 51],
            [5.9 + i, 51.9],
            [5 + i, 51.9],
            [5 + i, 51],
          ],
        ],
      },
    })),
  });

describe('the map', () => {
  const municipalities = () => agenda.areas.filter(({ kind }) => kind === 'municipality');

  it('has every municipality once, with its outline, as a tile and as a circle, and the same in its table', async () => {
    const { page, close } = await open(`/monitor/${many}`);
    const map = page.locator('.map-part');
    const all = municipalities().length;
    expect(await map.locator('path.area').count()).toBe(all);
    expect(await map.locator('tbody tr').count()).toBe(all);
    expect(await map.locator('a.map-door').count()).toBe(all);
    await map.getByRole('button', { name: onMap('shape.tiles'), exact: true }).click();
    // Rectangles more are the key of the classes.
    await expect.poll(() => map.locator('rect.area').count()).toBeGreaterThanOrEqual(all);
    await map.getByRole('button', { name: onMap('shape.circles'), exact: true }).click();
    await expect.poll(() => map.locator('circle.area').count()).toBe(all);
    await close();
  });

  it('draws boundaries from a file that the reader opens, and says what a wrong file lacks', async () => {
    const { page, complaints, close } = await open(`/monitor/${many}?kaart=grenzen`);
    await page.getByText(onMap('boundaries.own')).click();
    const choose = page.locator('input[type=file]');
    await choose.setInputFiles({
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('geen json'),
    });
    await expect.poll(() => page.locator('.file .form-error').innerText()).toBe(onMap('fault.no-json'));
    const codes = municipalities().map(({ code }) => code as string);
    await choose.setInputFiles({
      name: 'grenzen.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(boundaries([...codes.slice(0, 2), 'GM9999'])),
    });
    const map = page.locator('.map-part');
    await expect.poll(() => map.locator('path.area').count()).toBe(2);
    expect(await map.locator('.chart__note').innerText()).toContain(municipalities()[2]?.name ?? '?');
    expect(complaints).toEqual([]);
    await close();
  });
});

describe('a judgement', () => {
  it('wants a function and a reason, stands beside what is computed, outlasts the page, and goes along as a file', async () => {
    const { page, complaints, close } = await open(`/monitor/${many}`, 'nl', true);
    await page.getByText(say('judge.give')).click();
    await page.getByRole('button', { name: say('judge.keep') }).click();
    expect(await page.locator('.form-error:not(:empty)').count()).toBe(2);
    await page.getByLabel(say('judge.who')).fill('Programmabureau');
    await page.getByLabel(say('judge.why'), { exact: true }).fill('De "laatste" cijfers zijn: voorlopig.');
    await page.getByLabel(say('judge.status')).selectOption('on-course');
    await page.getByRole('button', { name: say('judge.keep') }).click();
    await page.reload();
    const line = page.locator('.standing__judged .verdict-line');
    await line.waitFor();
    expect(await line.innerText()).toContain('De "laatste" cijfers zijn: voorlopig.');
    expect(await page.locator('.standing__word .status').innerText()).toContain('achter op schema');
    const take = page.getByRole('button', { name: say('judge.take') });
    const file = readFileSync(await (await download(page, () => take.click())).path(), 'utf8');
    const [judgement] = JudgementsFile.parse(parse(file)).judgements;
    expect(judgement?.status).toBe('on-course');
    expect(judgement?.by).toBe('Programmabureau');
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
    await close();
  });
});

describe('what can be taken away', () => {
  it('is all there: every file answers, and the code to embed names a page that answers', async () => {
    const { page, close } = await open(`/monitor/${many}`);
    const links = await page
      .locator('.downloads a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    expect(links.map((link) => link.replace(/^.*?\./, ''))).toEqual(
      expect.arrayContaining(['csv', 'json', 'metadata.json', 'zip', 'svg', 'png']),
    );
    for (const link of links) expect((await fetch(`${address}${link}`)).status, link).toBe(200);
    await page.getByRole('button', { name: say('take.copyEmbed') }).click();
    await page.getByText(dictionaries.nl['copied.done']).waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    const embedded = /src="([^"]+)"/.exec(code)?.[1] ?? '';
    expect((await fetch(embedded)).status, embedded).toBe(200);
    await close();
  });
});

describe('the chart that is downloaded', () => {
  it('has the same line on the page, in its download, from the server and where it is embedded, with its gaps and breaks', async () => {
    const { indicators } = await ask<MonitorResponse>('/v1/indicatoren');
    const broken = indicators.find(({ begins, area }) => begins.length > 1 && area !== '')?.id;
    for (const id of ['population', broken ?? '']) {
      const { page, close } = await open(`/monitor/${id}`);
      const chart = page.locator('figure.chart').first();
      const take = chart.locator('.chart__take button').last();
      const mine = readFileSync(await (await download(page, () => take.click())).path(), 'utf8');
      const served = await (await fetch(`${address}/monitor/${id}.svg`)).text();
      const strokes = pathsIn(mine, 'observed');
      expect(strokes.length, id).toBeGreaterThan(0);
      expect(pathsIn(served, 'observed'), id).toEqual(strokes);
      expect(mine).toContain(`>${page.url()}</text>`);
      const drawn = await chart
        .locator('svg.plot path[data-kind=observed]')
        .evaluateAll((all) => all.map((path) => path.getAttribute('d') ?? ''));
      expect(unlikeScaled(drawn, strokes), id).toBeLessThan(0.05);
      await page.goto(`${address}/monitor/${id}/insluiten`);
      const embedded = await page
        .locator('.wide path[data-kind=observed]')
        .evaluateAll((all) => all.map((path) => path.getAttribute('d') ?? ''));
      expect(embedded, id).toEqual(strokes);
      await close();
    }
  });
});

describe('the page on how well the model forecasts', () => {
  it('counts the misses in its first sentence and shows the series that missed most first', async () => {
    await expect
      .poll(async () => (await ask<BackTestResponse>('/v1/voorspelkracht')).backTest !== null, {
        timeout: 240_000,
        interval: 500,
      })
      .toBe(true);
    const { backTest } = await ask<BackTestResponse>('/v1/voorspelkracht');
    const cases = backTest?.cases ?? [];
    const missed = cases.filter(({ in80 }) => !in80).length;
    const { page, close } = await open('/monitor/voorspelkracht');
    const lead = await page.locator('.lead').innerText();
    expect(lead).toContain(`${missed} van de ${cases.length}`);
    const crosses = await page
      .locator('.forecast-group')
      .evaluateAll((all) => all.map((group) => group.querySelectorAll('.missed').length));
    expect(crosses.reduce((a, b) => a + b, 0)).toBe(missed);
    expect(crosses).toEqual(crosses.toSorted((a, b) => b - a));
    // What is not better than a simple rule is called so, once for each series.
    const worse = (backTest?.summaries ?? []).filter(({ better }) => better === 'trend' || better === 'walk');
    expect(await page.locator('table .verdict--no').count()).toBe(worse.length);
    await close();
  });

  it('says of an answer that it does not understand what it expected, and where', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.route('**/v1/voorspelkracht', (route) =>
      route.fulfill({ json: { backTest: 7, reason: null } }),
    );
    for (const [path, title, detail] of [
      ['/monitor/voorspelkracht', 'Antwoord niet begrepen', 'bij backTest. Verwacht: een object'],
      ['/en/monitor/voorspelkracht', 'Answer not understood', 'at backTest. Expected: an object'],
    ] as const) {
      await page.goto(`${address}${path}`);
      await page.getByRole('heading', { name: title }).waitFor();
      await page.getByText(detail).waitFor();
    }
    await context.close();
  });

  it('says that it is still computing while it is', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.route('**/v1/voorspelkracht', (route) =>
      route.fulfill({ json: { backTest: null, reason: { nl: 'Nog niet.', en: 'Not yet.' } } }),
    );
    await page.goto(`${address}/monitor/voorspelkracht`);
    await page.getByText(say('back.running')).waitFor();
    await context.close();
  });
});

describe('the monitor on paper, by keyboard and in colours of the system', () => {
  it('prints its figures and leaves its buttons away', async () => {
    const { page, close } = await open(`/monitor/${many}`, 'nl', true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.either').first().isVisible()).toBe(false);
    expect(await page.locator('.chart__table table').first().isVisible()).toBe(true);
    expect(await page.locator('.standing__word').first().isVisible()).toBe(true);
    await close();
  });

  it('shows where the focus is at every stop, and ends', async () => {
    const { page, close } = await open(`/monitor/${many}`, 'nl', true);
    const stops = new Set<string>();
    const hidden: string[] = [];
    for (let i = 0; i < 300; i += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const at = document.activeElement;
        if (at === null || at === document.body) return null;
        const style = getComputedStyle(at);
        const box = at.getBoundingClientRect();
        return {
          what: `${at.tagName} ${at.textContent?.slice(0, 40) ?? ''} ${Math.round(box.x)},${Math.round(box.y + scrollY)}`,
          shown: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1 && box.width > 0,
        };
      });
      if (stop === null) break;
      if (!stop.shown) hidden.push(stop.what);
      stops.add(stop.what);
    }
    expect(hidden).toEqual([]);
    expect(stops.size).toBeGreaterThan(30);
    expect(stops.size).toBeLessThan(299);
    await close();
  });

  it('stays readable where the system sets the colours', async () => {
    const context = await newContext({ forcedColors: 'active' });
    const { page } = await openPage(`/monitor/${many}`, { context });
    await page.locator('path.area').first().waitFor();
    const unseen = await page.evaluate(() => {
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      const same = [...document.querySelectorAll('.plot .measured, .plot .area, .status__shape *')].filter(
        (element) => {
          const { fill, stroke } = getComputedStyle(element);
          return [fill, stroke].every((colour) => colour === ground || colour === 'none');
        },
      );
      return same.length;
    });
    expect(unseen).toBe(0);
    await context.close();
  });
});

describe('the homes target', () => {
  it('has one last figure and one pace on the monitor, on its own page and in the assessment', async () => {
    const standing = await ask<StandingResponse>('/v1/stand');
    const known = standing.state === 'ready' ? standing.detail.assessment.targets : [];
    const observed = known.find(({ id }) => id === 'homes-2030')?.observed?.value ?? 0;
    const figure = new Intl.NumberFormat('nl-NL').format(observed);
    const first = await open('/monitor');
    const lead = await first.page.locator('.lead').innerText();
    const good = monitor.standings.filter(({ computed }) =>
      ['reached', 'on-course'].includes(computed),
    ).length;
    expect(lead.startsWith(say('lead.good', 'nl', { n: good, all: monitor.standings.length }))).toBe(true);
    const pace = monitor.standings.find(({ target }) => target === 'homes-2030')?.pace;
    for (const part of [pace?.came, pace?.asked, pace?.needed]) {
      const rounded = Math.round((part ?? 0) / 10) * 10;
      expect(lead.replaceAll('\u00a0', ' ')).toContain(new Intl.NumberFormat('nl-NL').format(rounded));
    }
    expect(await first.page.locator('.measured-rows').allInnerTexts()).toContainEqual(
      expect.stringContaining(figure),
    );
    await first.close();
    const own = await open('/doelen/homes-2030');
    const brief = own.page.locator('.measured-brief');
    await brief.waitFor();
    expect(await brief.innerText()).toContain(figure);
    expect(await own.page.locator('.facts').innerText()).toContain(figure);
    await own.close();
  });
});

describe('the page of what is not known', () => {
  it('counts what is missing per kind, and lists as much as it counts', async () => {
    const { page, close } = await open('/bronnen/onbekend');
    await page.locator('#standing').waitFor();
    const counts = await page
      .locator('.missing')
      .evaluateAll((all) =>
        all.map((one) => [`#${one.id}`, Number(one.querySelector('.figure')?.textContent)]),
      );
    const of = Object.fromEntries(counts) as Record<string, number>;
    expect(of['#standing']).toBe(monitor.standings.filter(({ computed }) => computed === 'unknown').length);
    expect(of['#indicators']).toBe(monitor.indicators.filter(({ latest }) => latest === null).length);
    for (const kind of ['open-in-text', 'not-found', 'not-fetched', 'uncertain']) {
      const expected = agenda.unknowns.filter((one) => one.kind === kind).length;
      expect(of[`#${kind}`], kind).toBe(expected);
    }
    for (const [hash, n] of counts) expect(await page.locator(`${hash} li`).count(), String(hash)).toBe(n);
    await close();
  });
});

describe('the page of a target', () => {
  it('shows its measured line and status, with the way to all figures', async () => {
    const target = monitor.indicators.find(({ latest, targets }) => latest !== null && targets.length > 0);
    const { page, close } = await open(`/doelen/${target?.targets[0]}`);
    const brief = page.locator('.measured-brief');
    await brief.waitFor();
    expect(await brief.locator('.spark').count()).toBe(1);
    expect(await brief.locator('.status__word').count()).toBe(1);
    const status = monitor.standings.find((one) => one.target === target?.targets[0])?.computed;
    expect(await brief.locator('.status__word').innerText()).toBe(
      dictionaries.nl[`standing.${status ?? 'unknown'}`],
    );
    await brief.locator(`a[href="/monitor/${target?.id}"]`).click();
    await page.waitForURL(`**/monitor/${target?.id}`);
    await close();
  });
});
