import { readFileSync } from 'node:fs';
import { VerdictsFile } from '@schaalsprong/agenda';
import { withTwins } from '@schaalsprong/audit/twins';
import type { AuditResponse } from '@schaalsprong/wire';
import { pageTitle } from '@schaalsprong/wire/pages';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clashes, leading, openClashes } from '../src/conflicts/kinds.ts';
import { type Lang, translate } from '../src/i18n/i18n.ts';
import { type ConflictText, texts } from '../src/pages/conflicts/texts.ts';
import { Accessibility } from './harness/axe.ts';
import { unfoldAll } from './harness/layout.ts';
import { address, ask, download, languages, open as openPage, type Visit } from './harness/site.ts';

let audit: AuditResponse;

beforeAll(async () => {
  audit = await ask<AuditResponse>('/v1/tegenspraken');
});

/** As a reader who opens each card: what is under it is what most tests are about. */
const unfoldCards = (page: Page): Promise<void> =>
  page.locator('.conflict__more').evaluateAll((all) => {
    for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true;
  });

/** Opens the page as a new reader, so that what one test keeps another does not see. */
const open = async (path = '/tegenspraken', lang: Lang = 'nl', answer?: unknown): Promise<Visit> => {
  const visit = await openPage(path, {
    lang,
    permissions: ['clipboard-read', 'clipboard-write'],
    before: async (page) => {
      if (answer === undefined) return;
      await page.route('**/v1/tegenspraken', (route) =>
        answer === 'fails' ? route.fulfill({ status: 503 }) : route.fulfill({ json: answer }),
      );
    },
  });
  // An address that names a conflict opens that one by itself.
  if (!path.includes('#')) await unfoldCards(visit.page);
  return visit;
};

const done = ({ close }: Visit): Promise<void> => close();
const say = (key: ConflictText, lang: Lang = 'nl', fill: Record<string, string> = {}): string =>
  texts[lang][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '');

/** The report that belongs to the switches is there. */
const settled = async (page: Page): Promise<void> => {
  await expect.poll(() => page.locator('.conflicts__list').getAttribute('aria-busy')).toBe('false');
};

const cards = (page: Page) =>
  page.locator('#tegenspraken .conflict:not(.conflict--gone)').evaluateAll((all) => all.map(({ id }) => id));
const goneCards = (page: Page) =>
  page.locator('#tegenspraken .conflict--gone').evaluateAll((all) => all.map(({ id }) => id));
const search = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

/** A conflict of the published report that an assumption of its own makes vanish, and one that a repair does. */
const withAssumption = () =>
  audit.report.conflicts.find(({ kind, assumptions }) => clashes(kind) && assumptions.length > 0);
const withRepair = () =>
  audit.report.conflicts.find(({ kind, repairs }) => clashes(kind) && repairs.length > 0);

describe('the page of conflicts', () => {
  const accessibility = new Accessibility();
  for (const lang of languages) {
    it(`passes axe in ${lang}, light and dark, wide and narrow, all unfolded, without a complaint or a sideways scroll`, async () => {
      const opened = await open('/tegenspraken', lang);
      const { page, complaints } = opened;
      await unfoldAll(page);
      await page.locator('.verdict-form button[type=submit]').first().click();
      expect(await accessibility.faults(page, 'conflicts', lang)).toEqual([]);
      expect(complaints).toEqual([]);
      await done(opened);
    });
  }

  it('answers its question in one sentence, counts by kind, and says that silence is no proof', async () => {
    const opened = await open();
    const { page } = opened;
    const open_ = openClashes(audit.report.conflicts);
    expect(open_.length).toBeGreaterThan(0);
    const lead = await page.locator('.lead').innerText();
    expect(lead).toContain(
      say(open_.length === 1 ? 'lead.open.one' : 'lead.open', 'nl', { n: String(open_.length) }),
    );
    for (const kind of new Set(leading(audit.report.conflicts).map((conflict) => conflict.kind))) {
      expect(await page.locator('.tally').innerText()).toContain(translate('nl', `conflict.kind.${kind}`));
    }
    expect(await page.getByText(say('sound')).count()).toBe(1);
    await done(opened);
  });

  it('shows each conflict of the report, heaviest first, with its sum, its claims and their places', async () => {
    const opened = await open();
    const { page } = opened;
    const shown = await cards(page);
    const carded = leading(
      audit.report.conflicts.filter(({ kind }) => clashes(kind) || kind === 'dominance'),
    );
    expect(shown).toEqual(carded.map(({ id }) => id));
    for (const conflict of carded) {
      const card = page.locator(`[id="${conflict.id}"]`);
      expect(await card.innerText()).toContain(conflict.arithmetic.nl);
      for (const claim of conflict.claims) {
        expect(await card.locator(`a[href="/bronnen/beweringen/${claim.id}"]`).count(), claim.id).toBe(1);
      }
      expect(await card.locator('svg.plot').count()).toBe(conflict.drawing === null ? 0 : 1);
    }
    for (const { id } of audit.report.conflicts) {
      expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
    }
    await done(opened);
  });

  it('shows one sum in two readings on one card, and the address of either opens it there', async () => {
    const [pair] = withTwins(audit.report.conflicts).filter(({ twins }) => twins.length > 0);
    const [twin] = pair?.twins ?? [];
    if (pair === undefined || twin === undefined) throw new Error('the agenda has no twins');
    const opened = await open(`/tegenspraken#${twin.id}`);
    const card = opened.page.locator(`[id="${pair.conflict.id}"]`);
    await card.locator('.conflict__body').waitFor({ state: 'visible' });
    expect(await card.locator(`[id="${twin.id}"]`).innerText()).toContain(twin.explanation.nl);
    await done(opened);
  });

  it('does the audit again in the browser and comes to the same', async () => {
    const opened = await open();
    await opened.page.getByText(say('switches.agrees')).waitFor();
    await done(opened);
  });
});

describe('the switches', () => {
  it('audit again when an assumption is taken away, keep what is gone in sight, and stand in the address', async () => {
    const wanted = withAssumption();
    expect(wanted).toBeDefined();
    if (wanted === undefined) return;
    const opened = await open();
    const { page } = opened;
    const card = page.locator(`[id="${wanted.id}"]`);
    await card.locator('.switch input').first().click();
    await settled(page);
    expect(await goneCards(page)).toContain(wanted.id);
    expect(search(page).getAll('aanname')).toEqual([`-${wanted.assumptions[0]}`]);
    expect(await page.locator('.switches__standing').innerText()).toContain('weg');
    await expect
      .poll(() => page.evaluate(() => performance.getEntriesByName('schaalsprong-switch').length))
      .toBe(1);
    // What is gone can be brought back where it stands.
    await card.locator('.switch input').first().click();
    await settled(page);
    expect(await cards(page)).toContain(wanted.id);
    expect(page.url()).not.toContain('aanname');
    await done(opened);
  });

  it('can be shared by the address alone, go back with the browser, and are undone at once', async () => {
    const wanted = withAssumption();
    const first = await open(`/tegenspraken?marge=generous&aanname=-${wanted?.assumptions[0] ?? ''}`, 'en');
    const { page } = first;
    await settled(page);
    expect(await goneCards(page)).toContain(wanted?.id);
    expect(await page.getByLabel(new RegExp(`^${say('setting.generous', 'en')}`)).isChecked()).toBe(true);
    await page.getByRole('button', { name: say('switches.reset', 'en') }).click();
    await settled(page);
    expect(await goneCards(page)).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    await page.goBack();
    await expect.poll(() => goneCards(page)).toContain(wanted?.id);
    await page.getByRole('link', { name: 'Nederlands' }).click();
    await page.waitForURL(/\/tegenspraken\?marge=generous/);
    await done(first);
  });

  it('keep to what they know of a broken link and say what they left out', async () => {
    const opened = await open('/tegenspraken?marge=bare&aanname=nooit-gehoord&herstel=niets.9_1');
    const notice = opened.page.getByRole('alert');
    expect(await notice.innerText()).toContain('aanname=nooit-gehoord, herstel=niets.9_1');
    await settled(opened.page);
    expect(opened.complaints).toEqual([]);
    await done(opened);
  });

  it('say so where the browser has no workers, and leave the published report standing', async () => {
    const opened = await open('/');
    const { page } = opened;
    await page.addInitScript('delete globalThis.Worker;');
    await page.goto(`${address}/tegenspraken?marge=bare`);
    await page.getByText(say('switches.broken')).waitFor();
    expect((await cards(page)).length).toBeGreaterThan(0);
    await done(opened);
  });
});

describe('a repair', () => {
  it('shows what it does elsewhere, and is taken back by the same button', async () => {
    const wanted = withRepair();
    expect(wanted).toBeDefined();
    if (wanted === undefined) return;
    const opened = await open();
    const { page } = opened;
    const card = page.locator(`[id="${wanted.id}"]`);
    const button = card.locator('.repair button').first();
    await button.click();
    await settled(page);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await goneCards(page)).toContain(wanted.id);
    expect(await card.locator('.changes').innerText()).toContain(say('repair.works'));
    expect(search(page).getAll('herstel')).toHaveLength(1);
    expect(await page.locator('.switches .chosen').count()).toBe(1);
    await button.click();
    await settled(page);
    expect(await goneCards(page)).toEqual([]);
    expect(await page.locator('.switches .chosen').count()).toBe(0);
    await done(opened);
  });
});

describe('a verdict', () => {
  it('asks who and why, is kept, counted apart, taken along as a file, and can be withdrawn', async () => {
    const [first] = audit.report.conflicts.filter(({ kind }) => clashes(kind));
    if (first === undefined) throw new Error('the agenda has no conflict to judge');
    const opened = await open();
    const { page } = opened;
    const card = page.locator(`[id="${first.id}"]`);
    await card.getByText(say('verdict.give')).click();
    const keep = card.getByRole('button', { name: say('verdict.keep') });
    await keep.click();
    expect(await card.getByText(say('verdict.who.missing')).count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id.endsWith('-by'))).toBe(true);
    await card.getByLabel(say('verdict.who')).fill('Jan "de Rekenaar": #1');
    await card.getByLabel(say('verdict.why'), { exact: true }).fill('afgerond\nen besproken');
    await keep.click();
    await page.locator('#aanvaard').waitFor();
    expect(await page.locator(`#aanvaard [id="${first.id}"]`).count()).toBe(1);
    expect(await page.locator(`#tegenspraken [id="${first.id}"]`).count()).toBe(0);
    expect(await page.locator('.tally').innerText()).toContain(say('tally.accepted', 'nl', { n: '1' }));
    await page.reload();
    await page.locator('#aanvaard').waitFor();
    await unfoldCards(page);
    const take = page.getByRole('button', { name: say('take.verdicts') });
    const file = await download(page, () => take.click());
    expect(file.suggestedFilename()).toBe('verdicts.yaml');
    const { verdicts } = VerdictsFile.parse(parse(readFileSync(await file.path(), 'utf8')));
    expect(verdicts).toMatchObject([
      {
        conflict: first.id,
        verdict: 'accepted-as-rounding',
        by: 'Jan "de Rekenaar": #1',
        why: 'afgerond\nen besproken',
      },
    ]);
    await page
      .locator(`[id="${first.id}"]`)
      .getByRole('button', { name: say('verdict.drop') })
      .click();
    expect(await page.locator('#aanvaard').count()).toBe(0);
    expect(opened.complaints).toEqual([]);
    await done(opened);
  });
});

describe('looking for a conflict', () => {
  it('goes by kind and words, stands in the address, and says when nothing fits', async () => {
    const opened = await open();
    const { page } = opened;
    const all = await cards(page);
    const [first] = audit.report.conflicts;
    await page.getByLabel(say('filter.kind')).selectOption(first?.kind ?? '');
    await expect
      .poll(() => cards(page))
      .toEqual(all.filter((id) => audit.report.conflicts.find((c) => c.id === id)?.kind === first?.kind));
    await page.getByLabel(say('filter.text')).fill('fietsenstalling op de maan');
    await page.getByText(say('filter.none')).waitFor();
    expect(search(page).get('zoek')).toBe('fietsenstalling op de maan');
    await page.getByRole('button', { name: say('filter.clear') }).click();
    await expect.poll(() => cards(page)).toEqual(all);
    await done(opened);
  });
});

describe('the reader’s own copy', () => {
  it('shows the passage at each claim with its figure marked, and never leaves the browser', async () => {
    const conflict = withRepair();
    const claim = audit.input.claims.find(({ id }) => id === conflict?.claims[0]?.id);
    const place = claim?.places[0];
    if (conflict === undefined || claim === undefined || place === undefined) throw new Error('no claim');
    const lines = Array.from({ length: place.to + 2 }, (_, i) =>
      i + 1 === place.from ? `verzonnen zin met ${claim.figure[0]} erin` : `verzonnen regel ${i + 1}`,
    );
    const opened = await open('/bronnen/tekst');
    const { page } = opened;
    await page.getByLabel(translate('nl', 'text.choose')).setInputFiles({
      name: 'agenda.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(lines.join('\n')),
    });
    await page.getByRole('link', { name: pageTitle('conflicts').nl, exact: true }).click();
    const card = page.locator(`[id="${conflict.id}"]`);
    await card.locator('.conflict__more > summary').click();
    await card.locator('.passages mark').first().waitFor();
    expect(await card.locator('.passages mark').allInnerTexts()).toContain(claim.figure[0]);
    expect(opened.complaints).toEqual([]);
    await done(opened);
  });
});

describe('a card', () => {
  it('is folded to kind, sentence and sum, so that the page is short, and opens by a press or by its address', async () => {
    const visit = await openPage('/tegenspraken', { lang: 'nl' });
    const { page } = visit;
    await settled(page);
    expect(await page.locator('.conflict__more[open]').count()).toBe(0);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(9_000);
    const card = page.locator('#tegenspraken .conflict').first();
    expect(await card.locator('.conflict__says').isVisible()).toBe(true);
    await card.locator('.conflict__more > summary').click();
    await card.locator('.conflict__body').waitFor({ state: 'visible' });
    await page.goto(`${new URL(page.url()).origin}/tegenspraken#${await card.getAttribute('id')}`);
    await expect.poll(() => page.locator('.conflict__more[open]').count()).toBe(1);
    await visit.close();
  });
});

describe('the addresses of conflicts', () => {
  it('lead to the conflict itself and can be copied', async () => {
    const last = audit.report.conflicts.filter(({ kind }) => clashes(kind)).at(-1);
    const opened = await open(`/tegenspraken?marge=generous#${last?.id ?? ''}`);
    const { page } = opened;
    const card = page.locator(`[id="${last?.id ?? ''}"]`);
    await expect.poll(async () => (await card.boundingBox())?.y ?? 1e9).toBeLessThan(400);
    await card.getByRole('button', { name: new RegExp(say('link.copy')) }).click();
    await card.getByText(say('link.copied')).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await done(opened);
  });

  it('are where the home page and the page of a target lead', async () => {
    const opened = await open('/');
    const { page } = opened;
    await page.locator('.home-rest').scrollIntoViewIfNeeded();
    const link = page.locator('.open-conflicts a').first();
    await link.click();
    await page.waitForURL(/\/tegenspraken#/);
    const [target] = audit.report.conflicts.flatMap(({ targets }) => targets);
    await page.goto(`${address}/en/doelen/${target}`);
    await page.locator('.open-conflicts a').first().waitFor();
    expect(await page.locator('.open-conflicts a').first().getAttribute('href')).toMatch(
      /^\/en\/tegenspraken#/,
    );
    await done(opened);
  });
});

describe('by keyboard alone', () => {
  it('a switch can be reached, moved and taken back', async () => {
    const opened = await open('/tegenspraken', 'en');
    const { page } = opened;
    await page.getByLabel(new RegExp(`^${say('setting.default', 'en')}`)).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => search(page).get('marge')).toBe('bare');
    await settled(page);
    // The focus stays where it was, so that the next press goes on from there.
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => search(page).get('marge')).toBeNull();
    const button = page.locator('.repair button').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
    await done(opened);
  });
});

describe('what is taken along', () => {
  it('comes from the server as published, and from the browser with the reader’s choices', async () => {
    const opened = await open();
    const { page } = opened;
    const href = await page.getByRole('link', { name: say('take.csv') }).getAttribute('href');
    expect((await fetch(`${address}${href}`)).status).toBe(200);
    await page.getByLabel(new RegExp(`^${say('setting.bare')}`)).click();
    await settled(page);
    const take = page.getByRole('button', { name: say('take.markdown') });
    const file = await download(page, () => take.click());
    expect(file.suggestedFilename()).toBe('tegenspraken.md');
    const [first] = audit.report.conflicts;
    expect(readFileSync(await file.path(), 'utf8')).toContain(first?.id ?? '?');
    await done(opened);
  });

  it('is readable on paper: all unfolded, no buttons, no switches to press', async () => {
    const opened = await open();
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.repair button').first().isVisible()).toBe(false);
    expect(await page.locator('.verdict-form').first().isVisible()).toBe(false);
    expect(await page.locator('.conflict__sum').first().isVisible()).toBe(true);
    expect(await page.locator('.conflict .chart__table table').first().isVisible()).toBe(true);
    await done(opened);
  });
});

describe('when things are otherwise', () => {
  it('no conflict at all says so, and that this proves nothing', async () => {
    const none = { ...audit, report: { ...audit.report, conflicts: [], ruledOut: [] } };
    const opened = await open('/tegenspraken', 'nl', none);
    expect(await opened.page.locator('.lead').innerText()).toBe(say('lead.none'));
    expect(await opened.page.getByText(say('list.none')).count()).toBe(1);
    expect(await opened.page.getByText(say('sound')).count()).toBe(1);
    // This browser finds conflicts that the report does not have: that must not go unsaid.
    await opened.page.getByText(say('switches.differs')).waitFor();
    await done(opened);
  });

  it('no answer says what to do, and the rest of the site stays', async () => {
    const opened = await open('/tegenspraken', 'en', 'fails');
    expect(await opened.page.getByRole('alert').innerText()).toContain(translate('en', 'state.error.title'));
    await opened.page.getByRole('link', { name: pageTitle('sources').en, exact: true }).click();
    await opened.page.waitForURL(/bronnen/);
    await done(opened);
  });
});
