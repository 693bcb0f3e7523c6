import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import type { Lang } from '../../src/i18n/i18n.ts';
import { compareWith, installCompare, lookNow, markSeen } from './compare.ts';
import { narrow, stable, wide } from './layout.ts';
import { rulesOf, tags } from './rules.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Pages that have axe; a reload takes it away again, which `document.documentElement` shows. */
async function install(page: Page): Promise<void> {
  // Evaluated by the test driver, not added to the page: the page's own policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  await page.evaluate(installCompare);
}

async function run(page: Page, where: 'document' | 'unlike', options: RunOptions): Promise<string[]> {
  const context = where === 'document' ? 'document' : '{ include: compare.unlike }';
  const results = await page.evaluate<AxeResults>(
    `(async () => axe.run(${context}, ${JSON.stringify({ ...options, resultTypes: ['violations'] })}))()`,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

const every: RunOptions = { runOnly: { type: 'tag', values: tags } };
const only = (rules: readonly string[]): RunOptions => ({ runOnly: { type: 'rule', values: [...rules] } });

/** What every rule says of a page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  await install(page);
  return run(page, 'document', every);
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How the elements of a state looked where they were checked, by colour scheme. */
interface Checked {
  readonly lang: Lang;
  readonly light: Set<string>;
  readonly dark: Set<string>;
}

/**
 * Holds states of pages to the rules of axe and to their window, in two languages, two colour schemes and two widths. The first
 * language of a state gets every rule once, wide and light; everything after it only the rules whose outcome can be another
 * there (`rules.ts`) — and every rule for each element that was not visible or did not look like that before.
 */
export class Accessibility {
  readonly #checked = new Map<string, Checked>();

  /**
   * @param page the page in its state, in whatever window; it is left dark and wide, as `wide`
   * @param state a name that the same state has in the other language
   * @param lang language of the page
   * @returns what is wrong, each with where it was found
   */
  async faults(page: Page, state: string, lang: Lang): Promise<string[]> {
    const before = this.#checked.get(state);
    const isFirst = before === undefined || before.lang === lang;
    const seen: Checked = isFirst ? { lang, light: new Set(), dark: new Set() } : before;
    const found: string[] = [];
    const gather = async (what: 'document' | 'unlike', options: RunOptions) => {
      const said = await run(page, what, options);
      const { colorScheme, width } = here;
      found.push(...said.map((one) => `${state} ${lang} ${colorScheme} ${width}: ${one}`));
    };
    /** Every rule for what was not there, or looked otherwise, where a rule was left out. */
    const unlike = async (known: ReadonlySet<string> | null) => {
      if ((await page.evaluate(compareWith, known === null ? null : [...known])) > 0) {
        await gather('unlike', every);
      }
    };
    const look = async (known: Set<string>) => {
      for (const key of await page.evaluate(lookNow)) known.add(key);
      await page.evaluate(markSeen);
    };
    let here = { colorScheme: 'light' as 'light' | 'dark', width: wide.width };
    const go = async (colorScheme: 'light' | 'dark', viewport: typeof wide) => {
      here = { colorScheme, width: viewport.width };
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      // What lies under a bar that sticks to the top is small to axe; a reader scrolls it out.
      await page.evaluate(() => globalThis.scrollTo(0, 0));
      await stable(page);
      const over = await overflow(page);
      if (over > 0) found.push(`${state} ${lang} ${colorScheme} ${viewport.width}: ${over} pixels too wide`);
    };

    await install(page);
    await go('light', wide);
    if (isFirst) {
      await gather('document', every);
      await page.evaluate(markSeen);
    } else {
      await gather('document', only(rulesOf('language')));
      await page.evaluate(markSeen);
      await unlike(seen.light);
    }
    await look(seen.light);

    await go('light', narrow);
    await gather('document', only(rulesOf('width')));
    await unlike(seen.light);
    await look(seen.light);

    await go('dark', narrow);
    if (isFirst) {
      await gather('document', only(rulesOf('scheme')));
      await unlike(null);
    } else {
      await unlike(seen.dark);
    }
    await look(seen.dark);

    await go('dark', wide);
    await unlike(seen.dark);
    await look(seen.dark);
    this.#checked.set(state, seen);
    return found;
  }
}
