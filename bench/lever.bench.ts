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
  const times = (
    await page.evaluate(() => performance.getEntriesByName('schaalsprong-move').map((e) => e.duration))
  )
    .slice(-moves)
    .sort((a, b) => a - b);
  const at = (p: number): string => (times[Math.floor(p * (times.length - 1))] ?? Number.NaN).toFixed(0);
  const outcomes = await page.locator('.outcome').count();
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  console.log(`command: npx node bench/lever.bench.ts ${process.argv.slice(2).join(' ')}`.trimEnd());
  console.log(
    `${times.length} moves, 1,000 futures, ${outcomes} outcomes, ${cores} cores: median ${at(0.5)} ms, 10 % ${at(0.1)}, 90 % ${at(0.9)}, worst ${at(1)} (goal: under 100 ms)`,
  );
} finally {
  await browser.close();
  await server.stop();
}
