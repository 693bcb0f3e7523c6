import type { Page } from 'playwright-core';

export const wide = { width: 1280, height: 900 };
/** The narrowest window that WCAG asks of a page without scrolling in two directions (1.4.10). */
export const narrow = { width: 320, height: 700 };

/** Frames without a change after which a page has taken its form. */
const still = 3;

/** Waits until a page has taken its form: charts measure themselves, and what is folded open draws what is in it. */
export async function stable(page: Page): Promise<void> {
  await page.evaluate(
    (frames) =>
      new Promise<void>((done) => {
        let last = '';
        let same = 0;
        const look = () => {
          const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
          const now = [
            scrollHeight,
            scrollWidth,
            clientWidth,
            document.getElementsByTagName('*').length,
            ...[...document.querySelectorAll('svg')].map((svg) => svg.clientWidth),
          ].join(' ');
          same = now === last ? same + 1 : 0;
          last = now;
          if (same >= frames) done();
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    still,
  );
}

/** Folds of which the first of a list stands for all: there are hundreds. */
const alike = ['.equations', '.equation-row'].map((one) => `${one} ~ ${one}`).join(', ');

/** Opens all that is folded, also what is folded inside, and closes nothing; of many that are alike the first of each list. */
export async function unfoldAll(page: Page): Promise<void> {
  for (;;) {
    const opened = await page.locator(`details:not([open]):not(${alike})`).evaluateAll((all) => {
      for (const one of all) if (one instanceof HTMLDetailsElement) one.open = true;
      return all.length;
    });
    await stable(page);
    if (opened === 0) return;
  }
}
