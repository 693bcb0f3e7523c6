/**
 * From the move of a lever to the painted charts, in the real browser on the real page: 1,000 futures of the region's model in
 * two or more workers, with the bands of all outcomes. The page itself measures from the event to the frame after the
 * last chart was drawn; this only moves the lever.
 *
 *   npx node bench/lever.bench.ts [moves]
 */
import { launch, startServer } from '../scripts/browser.ts';

const moves = Number(process.argv[2] ?? 40);
const [server, browser] = await Promise.all([startServer({ futures: 50 }), launch()]);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${server.address}/en/bronnen/model`);
  await page.getByText('1,000 futures run').waitFor({ timeout: 120_000 });
  const slider = page.locator('.lever input[type=range]').first();
  await slider.focus();
  const count = () => page.evaluate(() => performance.getEntriesByName('schaalsprong-move').length);
  for (let i = 0; i < moves; i++) {
    const before = await count();
    await page.keyboard.press(i % 20 < 10 ? 'ArrowLeft' : 'ArrowRight');
    while ((await count()) === before) await page.waitForTimeout(5);
  }
  const measured = async (name: string): Promise<(p: number) => string> => {
    const all = await page.evaluate((n) => performance.getEntriesByName(n).map((e) => e.duration), name);
    const times = all.slice(-moves).sort((a, b) => a - b);
    return (p) => (times[Math.floor(p * (times.length - 1))] ?? Number.NaN).toFixed(0);
  };
  const painted = await measured('schaalsprong-move');
  const answered = await measured('schaalsprong-answer');
  const outcomes = await page.locator('.outcome').count();
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  console.log(`command: npx node bench/lever.bench.ts ${process.argv.slice(2).join(' ')}`.trimEnd());
  console.log(
    `${moves} moves, 1,000 futures, ${outcomes} outcomes, ${cores} cores; from the move to the painted charts: median ${painted(0.5)} ms, least ${painted(0)}, 90 % ${painted(0.9)}, most ${painted(1)} (goal: under 100 ms); of which until the answer is there: median ${answered(0.5)}, least ${answered(0)}`,
  );
} finally {
  await browser.close();
  await server.stop();
}
