import type { BrowserContext, Page } from 'playwright-core';

/** Layout shift from which a page is no longer good (https://web.dev/articles/cls). */
export const mostShift = 0.1;

/** Measures in every page of a reader what moved that was in sight, without what a hand did. */
export const watchShift = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const total = globalThis as unknown as { shifted: number };
    total.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) total.shifted += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** Layout shift of a page since its first byte; of a context that is watched. */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
