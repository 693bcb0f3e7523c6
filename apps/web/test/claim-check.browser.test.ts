import type { AgendaResponse } from '@schaalsprong/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ClaimCheckText, nl } from '../src/pages/claim-check/texts/nl.ts';
import { Accessibility } from './harness/axe.ts';
import { unfoldAll } from './harness/layout.ts';
import { ask, open } from './harness/site.ts';

let agenda: AgendaResponse;

beforeAll(async () => {
  agenda = await ask<AgendaResponse>('/v1/agenda');
});

const say = (key: ClaimCheckText): string => nl[key].replace(/\{.*$/, '').trim();

describe('a journalist with a headline that is wrong', () => {
  it('gets the claim, the difference, the futures and the conflicts, and nothing of it leaves the browser', async () => {
    const name = agenda.region.title.nl.replace(/regio$/i, '');
    const headline = `${name} bouwt 80.000 woningen in 2030`;
    const asked: string[] = [];
    const visit = await open('/klopt-dit', {
      before: async (page) => {
        page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
      },
    });
    const { page, sent, complaints } = visit;
    const field = page.getByLabel(say('form.label'));
    await field.fill(headline);
    await field.press('Enter');

    const answer = page.locator('.claim-check__statement');
    const said = async (): Promise<string> => (await answer.first().innerText()).replaceAll(/\s+/g, ' ');
    await expect.poll(said).toContain(`80.000 ${say('verdict.otherwise')}`);
    expect(await said()).toContain('ten minste 62.000 woningen, u noemt 80.000 woningen');
    expect(
      await answer.locator('a[href="/bronnen/beweringen/homes-at-least-62000"]').count(),
    ).toBeGreaterThan(0);
    await expect.poll(said).toMatch(/toekomsten/);
    await expect.poll(said).toContain(say('measured.pace'));
    // The audit with the headline in it: a target of fewer homes says nothing more, and nothing clashes.
    await expect.poll(said).toContain(say('added.none'));
    expect(await said()).toContain('80.000 (uw zin) > 62.000');

    await unfoldAll(page);
    expect(await new Accessibility().faults(page, 'claim-check', 'nl')).toEqual([]);

    // In another language it is still there, and in the address only where the reader shares it.
    await page.locator('.masthead__language').click();
    await expect.poll(() => page.locator('.claim-check__statement h2').innerText()).toContain('80.000');
    expect(page.url()).not.toContain('80.000');
    await page.getByRole('button', { name: 'Share this sentence' }).click();
    await expect.poll(() => page.url()).toContain('#zin=');
    await page.reload();
    await expect.poll(() => page.locator('.claim-check__statement h2').innerText()).toContain('80.000');

    expect(
      asked.filter((request) => /80\.?000|bouwt/.test(decodeURIComponent(request.replace(/#.*$/, '')))),
    ).toEqual([]);
    expect(sent).toEqual([]);
    expect(complaints).toEqual([]);
    await visit.close();
  });
});
