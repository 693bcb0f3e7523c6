/**
 * From the move of a lever to the painted page, in the real browser on the policy table itself: the first 1,000 futures, then
 * all 10,000 once the hand rests, with the frames that the page draws meanwhile. The page itself measures from the move to
 * the frame after its answer was drawn; this only moves levers. Once as it is and once with the page's thread four times slower, as
 * on a cheap phone.
 *
 *   npm run bench:table [moves]
 */
import type { Page } from 'playwright-core';
import { launch, startServer } from '../scripts/browser.ts';

const moves = Number(process.argv[2] ?? 60);
const leversMoved = 6;
/** What the table is held to, in milliseconds: all futures, one frame of sixty a second. */
const goals = { all: 1000, frame: 1000 / 60 };
/** How much slower the page is made, and what the first futures are held to then, in milliseconds. */
const processors = [
  { slower: 1, goal: 100 },
  { slower: 4, goal: 400 },
];

const [server, browser] = await Promise.all([startServer(), launch()]);

const at = (times: readonly number[], p: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(p * (sorted.length - 1))] ?? Number.NaN;
};
const told = (times: readonly number[]): string =>
  `median ${at(times, 0.5).toFixed(0)} ms, 90 % ${at(times, 0.9).toFixed(0)} ms, worst ${at(times, 1).toFixed(0)} ms`;

const durations = (page: Page, name: string): Promise<number[]> =>
  page.evaluate((n) => performance.getEntriesByName(n).map(({ duration }) => duration), name);

/** Waits until a measurement has been made so many times. */
async function until(page: Page, name: string, count: number): Promise<void> {
  const end = Date.now() + 60_000;
  while ((await durations(page, name)).length < count) {
    if (Date.now() > end) throw new Error(`no ${name} within a minute`);
    await page.waitForTimeout(5);
  }
}

/** What one round of moves took, in milliseconds. */
interface Round {
  readonly first: readonly number[];
  readonly all: readonly number[];
  /** From frame to frame. */
  readonly gaps: readonly number[];
}

/** Moves levers in turn; every sixth time the hand rests until all futures are in. */
async function round(page: Page): Promise<Round> {
  const sliders = page.locator('.levers input[type=range]');
  await page.evaluate(() => {
    performance.clearMeasures();
    const gaps: number[] = [];
    let last = performance.now();
    const frame = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if ((globalThis as unknown as { gaps: number[] }).gaps === gaps) requestAnimationFrame(frame);
    };
    Object.assign(globalThis, { gaps });
    requestAnimationFrame(frame);
  });
  for (let i = 0; i < moves; i++) {
    const before = (await durations(page, 'schaalsprong-table-first')).length;
    const all = (await durations(page, 'schaalsprong-table-all')).length;
    await sliders.nth(i % leversMoved).focus();
    await page.keyboard.press(Math.floor(i / leversMoved) % 2 === 0 ? 'ArrowLeft' : 'ArrowRight');
    await until(page, 'schaalsprong-table-first', before + 1);
    if (i % leversMoved === leversMoved - 1) await until(page, 'schaalsprong-table-all', all + 1);
  }
  return {
    first: await durations(page, 'schaalsprong-table-first'),
    all: await durations(page, 'schaalsprong-table-all'),
    gaps: await page.evaluate(() => (globalThis as unknown as { gaps: number[] }).gaps),
  };
}

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // Where nothing is asked the table runs the futures of the standing only.
  await page.goto(`${server.address}/tafel?futures=10000`);
  await page.locator('.levers input[type=range]').first().waitFor({ timeout: 120_000 });
  // The first answer of all: kernels are compiled, futures drawn.
  await page.waitForTimeout(8_000);
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  console.log(`command: npm run bench:table ${process.argv.slice(2).join(' ')}`.trimEnd());
  console.log(`${moves} moves over ${leversMoved} levers, ${cores} cores`);
  const session = await page.context().newCDPSession(page);
  for (const { slower, goal } of processors) {
    // Slows the thread of the page only: its workers, which run the model, keep their speed.
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const { first, all, gaps } = await round(page);
    const onTime = gaps.filter((gap) => gap < 1.5 * goals.frame).length;
    console.log(slower === 1 ? 'as it is' : `thread of the page ${slower} times slower`);
    console.log(
      `  first 1,000 futures, from the move to paint: ${told(first)} (goal: 90 % under ${goal} ms)`,
    );
    console.log(
      `  all 10,000 futures, the rest of the hand included: ${told(all)} (goal: under ${goals.all} ms)`,
    );
    console.log(
      `  frames while computing: ${onTime} of ${gaps.length} within ${(1.5 * goals.frame).toFixed(0)} ms; ${told(gaps)} (goal: ${goals.frame.toFixed(1)} ms)`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
