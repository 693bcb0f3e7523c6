import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a reader does on the way to an answer: presses and scrolling, counted, so that a test can say how far an answer may be. */
export class Walk {
  readonly page: Page;
  /** Presses of the pointer, and of Enter. */
  clicks = 0;
  /** Pixels that had to be scrolled, up and down. */
  scrolled = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** Presses something; what is out of sight is scrolled to first, which counts. */
  async press(what: Locator): Promise<void> {
    await this.#see(what);
    await what.click();
    this.clicks += 1;
  }

  /** Types into a field, which takes a press, and ends with Enter, which is one too. */
  async type(field: Locator, text: string): Promise<void> {
    await this.press(field);
    await field.fill(text);
  }

  /** Chooses in a list, which takes a press to open it and one to choose. */
  async choose(field: Locator, label: string): Promise<void> {
    await this.#see(field);
    await field.selectOption({ label });
    this.clicks += 2;
  }

  async enter(field: Locator): Promise<void> {
    await field.press('Enter');
    this.clicks += 1;
  }

  /** Reads an answer: its text, once it is in sight. */
  async read(what: Locator): Promise<string> {
    await this.#see(what);
    return (await what.innerText()).replaceAll(/\s+/g, ' ');
  }

  /** Holds the way so far to a number of presses and of screens scrolled. */
  within(limits: { readonly clicks: number; readonly screens: number }): void {
    const height = this.page.viewportSize()?.height ?? 1;
    expect(this.clicks, 'clicks').toBeLessThanOrEqual(limits.clicks);
    expect(this.scrolled / height, 'screens scrolled').toBeLessThanOrEqual(limits.screens);
  }

  async #see(what: Locator): Promise<void> {
    await what.waitFor({ state: 'visible' });
    const before = await this.page.evaluate(() => globalThis.scrollY);
    await what.scrollIntoViewIfNeeded();
    const after = await this.page.evaluate(() => globalThis.scrollY);
    this.scrolled += Math.abs(after - before);
  }
}
