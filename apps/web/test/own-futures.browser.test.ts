import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnOf } from '@schaalsprong/methods/cases';
import { readCases } from '@schaalsprong/methods/node';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { fillIn } from '../src/i18n/i18n.ts';
import { type ModelText, nl } from '../src/pages/model/texts/nl.ts';
import { violations } from './harness/axe.ts';
import { download, open } from './harness/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'schaalsprong-own-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Synthetic. */
const model = `{UTF-8}
people = INTEG(born, start people) ~ person ~ |
start people = 100 ~ person ~ |
born = people * birth rate ~ person/Year ~ |
birth rate = 0.03 ~ 1/Year ~ |
INITIAL TIME = 0 ~ Year ~ |
FINAL TIME = 10 ~ Year ~ |
TIME STEP = 1 ~ Year ~ |
SAVEPER = 1 ~ Year ~ |
`;
const ranges = 'variable,min,max\nbirth rate,0.01,0.05\nstart people,90,110\n';

const said = (key: ModelText, fill = {}): string => fillIn(nl[key], key, fill);
const give = (page: Page, label: string, name: string, text: string) =>
  page
    .getByLabel(label, { exact: true })
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('a modeller', () => {
  it('takes 10,000 futures of their own model over their own ranges as Parquet in five acts', async () => {
    const { page, complaints, close } = await open('/bronnen/eigen-model');
    // Two files, a number, a seed and a button.
    await give(page, 'Bestand met een model', 'growth.mdl', model);
    await give(page, said('ranges.file'), 'ranges.csv', ranges);
    await page.getByText(said('ranges.read', { name: 'ranges.csv', n: 2 })).waitFor();
    await page.getByLabel(said('count.label'), { exact: true }).fill('10000');
    await page.getByLabel(said('seed.label'), { exact: true }).fill('7');
    const take = page.getByRole('button', { name: said('file.do') });
    const file = await download(page, () => take.click());
    expect(file.suggestedFilename()).toMatch(/^toekomsten-growth-\d{4}-\d\d-\d\d-7\.parquet$/);
    const path = join(folder, 'futures.parquet');
    await file.saveAs(path);
    const cases = await readCases(path);
    expect(cases.count).toBe(10_000);
    expect(cases.outcomes).toEqual(['people', 'born']);
    const [rate, start, people] = ['birth rate', 'start people', 'people'].map(
      (name) => columnOf(cases, name)?.values ?? new Float64Array(),
    );
    for (const i of [0, 17, 9_999]) {
      expect(people?.[i]).toBeCloseTo((start?.[i] ?? 0) * (1 + (rate?.[i] ?? 0)) ** 10, 9);
    }
    const last = cases.columns.at(-1);
    const about = JSON.parse((last?.kind === 'category' ? last.categories[0] : undefined) ?? '{}');
    expect(about).toMatchObject({
      seed: 7,
      futures: 10_000,
      times: [10],
      model: { file: 'growth.mdl', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ranges: [{ variable: 'birth rate', distribution: { kind: 'uniform', min: 0.01, max: 0.05 } }, {}],
    });
    // The chart is over the same futures.
    await expect.poll(() => page.locator('.chart__finding').innerText()).toContain('10.000 doorrekeningen');
    expect(complaints).toEqual([]);
    await close();
  });

  it('is told by line what is wrong with ranges, changes them on the page, and takes a CSV at all times', async () => {
    const { page, complaints, close } = await open('/bronnen/eigen-model');
    await give(page, 'Bestand met een model', 'growth.mdl', model);
    await page.getByText(said('file.needs')).waitFor();
    await give(page, said('ranges.file'), 'mine.csv', 'variable,min,max\nbirth rat,0,1\nstart people,9,5\n');
    const alert = page.locator('.own-ranges__file [role=alert]');
    await expect
      .poll(() => alert.locator('li').allInnerTexts())
      .toEqual([
        expect.stringMatching(
          /^mine\.csv, regel 2: .*birth rat.*Verwacht: een constante van het model\..*birth rate/,
        ),
        expect.stringMatching(/^mine\.csv, regel 3: /),
      ]);
    expect(await page.getByRole('button', { name: said('file.do') }).isDisabled()).toBe(true);
    await page.getByLabel(said('ranges.add'), { exact: true }).fill('Birth rate');
    await page.keyboard.press('Enter');
    await page.getByLabel(said('ranges.add'), { exact: true }).fill('start people');
    await page.keyboard.press('Enter');
    const high = page.getByLabel(said('ranges.highOf', { name: 'birth rate' }));
    await high.fill('veel');
    await page.getByText(said('ranges.bad', { name: 'birth rate' })).waitFor();
    await high.fill('0,05');
    await page.getByLabel(said('count.label'), { exact: true }).fill('20000');
    await page.getByText(said('count.bad', { most: '10.000' })).waitFor();
    await page.getByLabel(said('count.label'), { exact: true }).fill('100');
    await page.getByLabel(said('file.times'), { exact: true }).selectOption('all');
    await page.getByLabel(said('file.form'), { exact: true }).selectOption('csv');
    // Where it fails is found over these futures, and another region on the way can be chosen.
    await page.getByLabel(said('fails.line'), { exact: true }).fill('150');
    await page.getByRole('button', { name: said('fails.ask') }).click();
    await page.getByText(/^Het gaat mis in \d+ van 100 toekomsten/).waitFor();
    const way = page.getByLabel('Kies een gebied op deze weg');
    await way.first().waitFor();
    const sentence = page.locator('.fail-box .finding').first();
    const chosen = await sentence.innerText();
    expect(chosen).toMatch(/^‘people’ komt boven 150 in .*birth rate/);
    await way.first().focus();
    await page.keyboard.press('Home');
    await expect.poll(() => sentence.innerText()).not.toBe(chosen);
    expect(await way.first().getAttribute('aria-valuetext')).toMatch(/^stap 1 van \d+: 100% van de missers/);
    await page.getByRole('button', { name: 'Terug naar het gebied dat de methode koos' }).first().click();
    await expect.poll(() => sentence.innerText()).toBe(chosen);
    expect(await page.locator('.fail-box svg.plot').count()).toBe(3);
    expect(await violations(page)).toEqual([]);
    const take = page.getByRole('button', { name: said('file.do') });
    const text = readFileSync(await (await download(page, () => take.click())).path(), 'utf8');
    const [head, first, ...rest] = text.trimEnd().split('\r\n');
    expect(head).toMatch(/^future,birth rate,start people,people @ 0,people @ 1,/);
    expect(first?.startsWith('0,0.0')).toBe(true);
    expect(rest).toHaveLength(99);
    expect(complaints).toEqual([]);
    await close();
  });
});
