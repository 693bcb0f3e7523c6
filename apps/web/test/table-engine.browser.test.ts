import type { AgendaResponse, TableResponse } from '@schaalsprong/wire';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFutures } from '../src/table/counts.ts';
import { address, ask, browser, newContext, patient } from './harness/site.ts';
import { type BuiltHarness, buildHarness, waitUntil } from './harness/table/serve.ts';

const someFutures = 1000;

let harness: BuiltHarness;
let page: Page;
/** The same with a tenth of the futures of its own: what holds of any number of futures is not asked of ten thousand. */
let few: Page;
let agenda: AgendaResponse;

beforeAll(async () => {
  harness = await buildHarness();
  agenda = await ask<AgendaResponse>('/v1/agenda');
  page = await harness.open(await browser(), address, allFutures);
  few = await harness.open(await browser(), address, someFutures);
});

afterAll(async () => {
  await page?.context().close();
  await few?.context().close();
  await harness?.remove();
});

/** Runs something in the page and waits until the table has settled after it; gives what the last line gives. */
const at = <T>(code: string, where = page): Promise<T> =>
  where.evaluate<T>(`(async () => {
    const { table, region, answerHash } = harness;
    const settled = (count) => new Promise((done) => {
      const look = () => {
        const { answer, stale, compared } = table.state();
        if (!stale && answer?.count === count && compared !== null) { stop(); done(table.state()); }
      };
      const stop = table.subscribe(look);
      look();
    });
    ${code}
  })()`);

describe('the engine of the policy table', () => {
  it('finds the numbers of the server, bit for bit, for every kind of setting', async () => {
    const [one, two, three] = agenda.measures;
    const viewpoint = agenda.table.viewpoints[0]?.id ?? null;
    const steps = [
      'table.reset("all");',
      `table.move({ '${one?.id}': ${one?.lever.max}, '${two?.id}': ${two?.lever.min} });`,
      `table.move({ '${three?.id}': ${((three?.lever.min ?? 0) + (three?.lever.max ?? 0)) / 3} });`,
      'table.assume(region.uncertainties[5].id, 0.0125);',
      ...(viewpoint === null ? [] : [`table.viewpoint('${viewpoint}');`, 'table.viewpoint("together");']),
      'table.load({ scenario: "none" });',
    ];
    // All futures once, in the end: they are drawn, run and added up as fewer are.
    const asked = [
      ...steps.map((step) => [step, few, someFutures] as const),
      [steps[1] ?? '', page, allFutures] as const,
    ];
    for (const [step, where, futures] of asked) {
      const here = await at<{ setting: object; hash: string }>(
        `${step} const { setting, answer } = await settled(${futures}); return { setting, hash: await answerHash(answer) };`,
        where,
      );
      const response = await fetch(`${address}/v1/tafel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ setting: here.setting, futures }),
      });
      const there = (await response.json()) as TableResponse;
      expect([step, there.hash]).toEqual([step, here.hash]);
    }
  });

  it('answers a move soon while a long question is under way, and the page draws on', async () => {
    const measured = await at<{
      alone: number[];
      beside: number[];
      gaps: number[];
      still: number[];
      done: boolean;
    }>(`
      table.reset('all');
      await settled(${allFutures});
      const { id: lever, lever: { min, max } } = region.measures[10];
      const moves = async () => {
        const times = [];
        for (let i = 0; i < 9; i++) {
          const from = performance.now();
          table.move({ [lever]: min + ((max - min) * (i + 1)) / 10 });
          await settled(region.assessment.futures);
          times.push(performance.now() - from);
        }
        return times;
      };
      const alone = await moves();
      table.move(Object.fromEntries(region.measures.slice(0, 6).map(({ id, lever }) => [id, lever.positions.none])));
      await settled(${allFutures});
      const gaps = [];
      // How long frames take on this machine while the page does nothing.
      const still = [];
      for (let i = 0, last = performance.now(); i < 20; i++) {
        const now = await new Promise(requestAnimationFrame);
        still.push(now - last);
        last = now;
      }
      const stop = new AbortController();
      let done = false;
      const why = table.why(table.state().answer.targets[0].id, { signal: stop.signal }).then(
        () => { done = true; },
        () => undefined,
      );
      let last = performance.now();
      let drawing = true;
      const frame = () => {
        const now = performance.now();
        gaps.push(now - last);
        last = now;
        if (drawing) requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      const beside = await moves();
      const during = done;
      drawing = false;
      stop.abort();
      await why;
      return { alone, beside, gaps, still, done: during };
    `);
    const part = (times: readonly number[], p: number): number =>
      times.toSorted((a, b) => a - b)[Math.floor(p * (times.length - 1))] ?? Number.NaN;
    const { alone, beside, gaps, still, done } = measured;
    process.stdout.write(
      `first band of 1,000 futures: median ${part(alone, 0.5).toFixed(0)} ms; beside a long question ${part(beside, 0.5).toFixed(0)} ms, frames meanwhile ${part(gaps, 0.5).toFixed(0)} ms (median) ${part(gaps, 0.95).toFixed(0)} ms (95 %)\n`,
    );
    expect(done).toBe(false);
    // The quickest round of each: the load of the machine only adds. The bench holds the real bounds.
    expect(Math.min(...beside)).toBeLessThan(4 * Math.min(...alone) + 100);
    expect(part(gaps, 0.5)).toBeLessThan(60 + 2 * part(still, 0.5));
  });

  it('stops a longer question when asked', async () => {
    const said = await at<readonly string[]>(`
      const { id } = table.state().answer.targets[0];
      const stop = new AbortController();
      const gone = table.fails(id, { signal: stop.signal });
      // The question is under way: it was posted to the engine when it was asked.
      stop.abort(new Error('enough'));
      const first = await gone.then(() => 'answered', (error) => error.message);
      const next = await table.fails(id, {}).then(({ target }) => target, (error) => error.message);
      return [first, next === id ? 'answered' : next];
    `);
    expect(said).toEqual(['enough', 'answered']);
  });
});

describe('without a network', () => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await newContext();
  });
  afterAll(() => context?.close());

  it('opens the table again, computes on, and says of when its content is', async () => {
    const first = await context.newPage();
    await first.goto(`${address}/tafel`);
    await waitUntil(
      first,
      '(await navigator.serviceWorker.ready) && (await caches.match("/v1/bronnen")) && navigator.serviceWorker.controller',
    );
    await context.setOffline(true);
    await first.reload();
    await first.getByText('U bent niet verbonden').waitFor();
    await first.getByText(/Wat de server weet is van \d+ \w+ \d{4}/).waitFor();
    const slider = first.locator('input[type=range]').first();
    await slider.focus();
    await first.keyboard.press('ArrowLeft');
    await waitUntil(first, 'performance.getEntriesByName("schaalsprong-table-first").length > 0');
    await first.goto(`${address}/en/tafel`);
    await first.getByText('You are not connected').waitFor();
    await context.setOffline(false);
    // The page looks again each time the browser says that it is connected, and every 20 seconds: the first look can come
    // before the service worker has its network back.
    await expect
      .poll(
        async () => {
          await first.evaluate(() => globalThis.dispatchEvent(new Event('online')));
          return first.getByText('You are not connected').count();
        },
        { timeout: patient, interval: 500 },
      )
      .toBe(0);
  });
});
