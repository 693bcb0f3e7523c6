import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegion, ProposalsFile } from '@schaalsprong/agenda';
import { readRegionFolder } from '@schaalsprong/agenda/node';
import {
  acceptProposals,
  checkAcceptance,
  choicesFrom,
  proposalsText,
} from '@schaalsprong/reading/documents';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Running, root, startServer } from '../../../scripts/browser.ts';
import type { Lang } from '../src/i18n/i18n.ts';
import { type ReadingText, texts } from '../src/pages/reading/texts.ts';
import { Accessibility } from './harness/axe.ts';
import { unfoldAll } from './harness/layout.ts';
import { download, languages, open as openPage, type Visit } from './harness/site.ts';

/** Made up for this test: nothing in it is true of any place. */
const passage = `Notitie over het dorp Verzonnen

In 2032 komen er ten minste 4.100 woningen bij. Daarvan zijn 1.300 woningen betaalbaar.
In 2023 telde het dorp 9.200 woningen.

Het plan kost 12,5 miljoen euro. Er komen geen 300 woningen in het bos.
Verderop staat het nog eens: 4.100 woningen in 2032.
`;
const document = { name: 'notitie.txt', mimeType: 'text/plain', buffer: Buffer.from(passage) };

/** A server of these tests alone: they save into its folder. */
let server: Running;
let folder: string;
beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'schaalsprong-reading-')), 'region');
  cpSync(join(root, 'apps/cli/test/region'), folder, { recursive: true });
  server = await startServer({ futures: 20, region: folder, edit: true, data: join(folder, '../data') });
});
afterAll(async () => {
  await server?.stop();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** Opens the page as a new reader, so that what one test keeps another does not see. */
const open = (lang: Lang = 'nl'): Promise<Visit> => openPage('/bronnen/lezen', { lang, at: server.address });

const say = (
  key: ReadingText,
  fill: Readonly<Record<string, string | number>> = {},
  lang: Lang = 'nl',
): string => texts[lang][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(fill[name] ?? ''));

async function choose(page: Page, file: Parameters<Page['setInputFiles']>[1] = document): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(file);
  await page.locator('.proposal').first().waitFor();
}

const item = (page: Page, figure: string, nth = 0) =>
  page.locator('.proposal', { has: page.locator('mark', { hasText: figure }) }).nth(nth);
const act = (page: Page, figure: string, action: string, nth = 0): Promise<void> =>
  item(page, figure, nth).locator(`[data-action=${action}]`).click();

async function taken(page: Page, name: string): Promise<string> {
  const file = await download(page, () => page.getByRole('button', { name }).click());
  return readFileSync(await file.path(), 'utf8');
}

describe('the page that reads a document', () => {
  const accessibility = new Accessibility();
  for (const lang of languages) {
    it(`passes axe in ${lang}, light and dark, wide and narrow, with a form open and a fault shown`, async () => {
      const { page, complaints, close } = await open(lang);
      await choose(page);
      await act(page, '1.300', 'edit');
      await page.locator('.proposal__form input[type=number]').fill('');
      await page.locator('.proposal__form button[type=submit]').click();
      await page.locator('.proposal__form [role=alert]').waitFor();
      await unfoldAll(page);
      expect(await accessibility.faults(page, 'reading', lang)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  }

  it('accepts, edits, rejects and joins; gives files that the command takes; and sends nothing', async () => {
    const { page, complaints, sent, close } = await open();
    await choose(page);
    expect(await item(page, '4.100').locator('.passage').innerText()).toContain('komen er ten minste 4.100');
    await item(page, '4.100').locator('.proposal__fold summary').click();
    await item(page, '4.100').locator('.proposal__join input').first().check();
    await item(page, '4.100').locator('.proposal__fold button[type=submit]').click();
    await act(page, '1.300', 'edit');
    await item(page, '1.300').locator('input[type=number]').fill('1350');
    await page.getByLabel(say('edit.nl')).fill('Betaalbaar: 1.350.');
    await page.getByLabel(say('edit.en')).fill('Affordable: 1,350.');
    await page.getByRole('button', { name: say('edit.keep') }).click();
    await act(page, '9.200', 'reject');
    await expect.poll(() => page.locator('.proposal mark', { hasText: '9.200' }).count()).toBe(0);

    await page.getByLabel(say('save.published')).fill('2025');
    const file = ProposalsFile.parse(parse(await taken(page, say('save.proposals'))));
    const choices = choicesFrom('choices.yaml', await taken(page, say('save.choices')));
    const idOf = (value: number): string[] =>
      file.proposals.filter((one) => one.value === value).map(({ id }) => id);
    const [first, second] = idOf(4100);
    expect(choices).toEqual([
      { id: first, action: 'accept', join: [second] },
      {
        id: idOf(1300)[0],
        action: 'accept',
        edit: { value: 1350, text: { nl: 'Betaalbaar: 1.350.', en: 'Affordable: 1,350.' } },
      },
      { id: idOf(9200)[0], action: 'reject' },
    ]);
    // What the command does with these two files: the region loads with the claims in it.
    const files = readRegionFolder(join(root, 'apps/cli/test/region'));
    const made = acceptProposals(file, choices, await loadRegion(files), {
      name: 'notitie',
      published: '2025',
    });
    expect(made.problems).toEqual([]);
    expect(made.accepted).toHaveLength(3);
    const writes = {
      [made.path]: made.text ?? '',
      'proposals/notitie.yaml': proposalsText(made.proposals, 'notitie'),
    };
    expect(await checkAcceptance(files, writes)).toEqual([]);
    expect(sent).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps the work over a reload, and takes the last step back after it', async () => {
    const { page, close } = await open();
    await choose(page);
    const all = await page.locator('.proposal').count();
    await act(page, '9.200', 'reject');
    await expect.poll(() => page.locator('.proposal').count()).toBe(all - 1);
    await page.reload();
    await page.locator('.proposal').first().waitFor();
    expect(await page.locator('.proposal').count()).toBe(all - 1);
    await page.getByRole('button', { name: say('undo') }).click();
    await expect.poll(() => page.locator('.proposal').count()).toBe(all);
    await page.getByRole('button', { name: say('work.forget') }).click();
    await expect.poll(() => page.locator('.proposal').count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('9.200');
    await close();
  });

  it('is judged by keyboard alone', async () => {
    const { page, close } = await open();
    await choose(page);
    await item(page, '4.100').focus();
    await page.keyboard.press('a');
    const focused = (): Promise<string | null | undefined> =>
      page.evaluate(() => globalThis.document.activeElement?.querySelector('mark')?.textContent);
    // The next one has the focus, without a hand on the mouse.
    await expect.poll(focused).toContain('1.300');
    // A second key right behind the first must not fall on the item that just left.
    await page.keyboard.press('x');
    await page.keyboard.press('x');
    await expect.poll(() => page.locator('.proposal mark', { hasText: '9.200' }).count()).toBe(0);
    expect(await item(page, '1.300').count()).toBe(0);
    await page.keyboard.press('u');
    await expect.poll(() => item(page, '9.200').count()).toBe(1);
    await page.keyboard.press('e');
    await page.locator('.proposal__form').waitFor();
    // In a field a letter is a letter.
    await page.getByLabel(say('edit.horizon')).focus();
    await page.keyboard.press('x');
    expect(await page.getByLabel(say('edit.horizon')).inputValue()).toContain('x');
    await close();
  });

  it('accepts all that are sure at once, and leaves a negation to a person', async () => {
    const { page, close } = await open();
    await choose(page);
    await page.getByLabel(say('certain.title')).selectOption('0.5');
    await page.locator('.take button', { hasText: /zekere voorstellen/ }).click();
    await expect.poll(() => item(page, '300').count()).toBe(1);
    expect(await item(page, '300').innerText()).toContain(say('item.negated'));
    expect(await page.locator('.proposal mark', { hasText: '9.200' }).count()).toBe(0);
    await close();
  });

  it('says what is wrong with a file that it cannot read, and reads a good one after it', async () => {
    const { page, close } = await open('en');
    const bad: readonly (readonly [string, Buffer, string])[] = [
      ['empty.txt', Buffer.alloc(0), 'READ_EMPTY'],
      ['broken.pdf', Buffer.from('%PDF-1.7\nnothing more'), 'READ_'],
      ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'READ_'],
    ];
    for (const [name, buffer, code] of bad) {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
      await expect.poll(() => page.locator('.reading__fault').innerText()).toContain(code);
    }
    await choose(page);
    expect(await page.locator('.reading__fault').count()).toBe(0);
    await close();
  });

  it('refuses a file that is too large before it reads it', async () => {
    const { page, close } = await open();
    const path = join(folder, '..', 'large.txt');
    closeSync(openSync(path, 'w'));
    truncateSync(path, 65 * 1024 * 1024);
    await page.locator('input[type=file]').setInputFiles(path);
    await expect.poll(() => page.locator('.reading__fault').innerText()).toContain('READ_TOO_LARGE');
    await close();
  });

  it('stops when it is told to, and leaves the work as it was', async () => {
    const { page, close } = await open();
    await choose(page);
    const all = await page.locator('.proposal').count();
    const long = Buffer.from(passage.repeat(9_000));
    await page.locator('input[type=file]').setInputFiles({ ...document, buffer: long });
    await page.getByRole('button', { name: say('cancel') }).click();
    await page.getByText(say('cancelled')).waitFor();
    expect(await page.locator('.proposal').count()).toBe(all);
    await expect.poll(() => page.workers().length).toBe(0);
    await close();
  });

  it('saves into the region folder where the server does, says what stands in the way, and serves it then', async () => {
    const { page, sent, close } = await open();
    await choose(page);
    await act(page, '4.100', 'accept');
    await act(page, '9.200', 'reject');
    const save = page.getByRole('button', { name: say('save.folder') });
    await save.click();
    // When the document was published is not known yet.
    await page.locator('.save__problems').waitFor();
    expect(await page.locator('.save__problems').innerText()).toContain('PROPOSAL_PUBLISHED');
    expect(existsSync(join(folder, 'compared'))).toBe(false);
    await page.getByLabel(say('save.published')).fill('2025');
    await save.click();
    await page.getByText('compared/notitie.yaml').waitFor();
    expect(readFileSync(join(folder, 'compared/notitie.yaml'), 'utf8')).toContain('value: 4100');
    expect(sent).toEqual(['POST /v1/voorstellen', 'POST /v1/voorstellen']);
    await page.getByLabel(say('filter.title')).selectOption('all');
    expect(await item(page, '4.100').innerText()).toContain(say('state.saved'));
    expect(await item(page, '4.100').locator('[data-action]').count()).toBe(0);
    await close();
  });

  it('lets the page of conflicts save the verdicts of the reader in the same way', async () => {
    const { page, sent, close } = await open();
    const verdict = {
      conflict: 'missing--targets-without-owner',
      verdict: 'disputed',
      by: 'A. Verzonnen',
      on: '2025-11-25',
      why: 'Alleen voor deze test.',
    };
    await page.evaluate(
      (kept) => localStorage.setItem('schaalsprong-verdicts-synthetic', kept),
      JSON.stringify([verdict]),
    );
    await page.goto(`${server.address}/tegenspraken`);
    await page.getByRole('button', { name: 'Uw oordelen opslaan in de regiomap (1)' }).click();
    await page.getByText('Opgeslagen in verdicts.yaml.').waitFor();
    expect(parse(readFileSync(join(folder, 'verdicts.yaml'), 'utf8'))).toEqual({ verdicts: [verdict] });
    expect(sent).toEqual(['POST /v1/oordelen']);
    await close();
  });

  it('finds its way from the sources', async () => {
    const { page, close } = await open();
    await page.goto(`${server.address}/bronnen`);
    await page.locator('.parts a[href="/bronnen/lezen"]').click();
    await page.getByRole('heading', { level: 1, name: say('title') }).waitFor();
    await close();
  });
});
