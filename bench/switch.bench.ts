/**
 * From the press of a switch to the painted page of conflicts, in the real browser on the real agenda: every assumption off
 * and on again, every setting, and every repair of the published report tried and taken back. The page itself measures from
 * the event to the frame after the new report was drawn; this only presses. A switch that was pressed before is
 * answered from memory, so first and later presses are printed apart.
 *
 *   npx node bench/switch.bench.ts
 */
import { launch, startServer } from '../scripts/browser.ts';

const [server, browser] = await Promise.all([startServer({ futures: 50 }), launch()]);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${server.address}/en/tegenspraken`);
  await page.getByText('Your browser did the audit again').waitFor({ timeout: 120_000 });
  const measured = (name: string) =>
    page.evaluate((n) => performance.getEntriesByName(n).map((entry) => entry.duration), name);
  /** Longer than the page itself waits for an answer. */
  const atMost = 40_000;
  const press = async (selector: string, nth: number): Promise<{ painted: number; answered: number }> => {
    const before = (await measured('schaalsprong-switch')).length;
    const end = Date.now() + atMost;
    await page.locator(selector).nth(nth).click();
    while ((await measured('schaalsprong-switch')).length === before) {
      if (Date.now() > end) {
        console.log(`no answer to ${selector} ${nth}: ${page.url()}`);
        return { painted: Number.POSITIVE_INFINITY, answered: Number.POSITIVE_INFINITY };
      }
      await page.waitForTimeout(5);
    }
    return {
      painted: (await measured('schaalsprong-switch')).at(-1) ?? Number.NaN,
      answered: (await measured('schaalsprong-report')).at(-1) ?? Number.NaN,
    };
  };
  const line = (what: string, all: readonly { painted: number; answered: number }[]): void => {
    const sorted = (key: 'painted' | 'answered') => all.map((one) => one[key]).sort((a, b) => a - b);
    const at = (key: 'painted' | 'answered', p: number) =>
      (sorted(key)[Math.floor(p * (all.length - 1))] ?? Number.NaN).toFixed(0);
    console.log(
      `${what}: ${all.length} presses; to the painted page: median ${at('painted', 0.5)} ms, least ${at('painted', 0)}, 90 % ${at('painted', 0.9)}, most ${at('painted', 1)} (goal: within 200 ms); of which until the report is there: median ${at('answered', 0.5)}, most ${at('answered', 1)}`,
    );
  };
  console.log('command: npx node bench/switch.bench.ts');
  await page.locator('.switches__assumptions > summary').click();
  const off = [];
  const on = [];
  const boxes = '.switches__assumptions input[type=checkbox]';
  for (let i = 0; i < (await page.locator(boxes).count()); i++) {
    off.push(await press(boxes, i));
    on.push(await press(boxes, i));
  }
  line('one assumption otherwise', off);
  line('and back to the published report', on);
  const radios = '.switches input[type=radio]';
  line('a setting', [await press(radios, 0), await press(radios, 2), await press(radios, 1)]);
  const tries = [];
  const backs = [];
  // By card, since a repair that is tried can bring other conflicts and another order.
  const cards = await page.locator('#tegenspraken .conflict').evaluateAll((all) =>
    all.map(({ id }) => ({
      id,
      buttons: document.getElementById(id)?.querySelectorAll('.repair button').length ?? 0,
    })),
  );
  for (const { id, buttons } of cards) {
    for (let i = 0; i < buttons; i++) {
      tries.push(await press(`[id="${id}"] .repair button`, i));
      backs.push(await press(`[id="${id}"] .repair button`, i));
    }
  }
  line('a repair tried', tries);
  line('a repair taken back', backs);
} finally {
  await browser.close();
  await server.stop();
}
