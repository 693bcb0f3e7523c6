import type { Browser, BrowserContext, BrowserContextOptions, Download, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { launch } from '../../../../scripts/browser.ts';
import { type Lang, pathIn } from '../../src/i18n/i18n.ts';
import { wide } from './layout.ts';

/** The languages of the site; the first one is that of its plain addresses. */
export const languages = ['nl', 'en'] as const satisfies readonly Lang[];

/** The server of this run. */
export const address = inject('address');

/** Milliseconds that something may take: what takes one second alone takes half a minute on a busy machine. */
export const patient = 90_000;

let launched: Promise<Browser> | null = null;

/** The browser of this worker, which all its files share; it goes with the worker. */
export function browser(): Promise<Browser> {
  launched ??= launch();
  return launched;
}

/** A new reader: a browser that never was here. */
export async function newContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await (await browser()).newContext({ viewport: wide, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(patient);
  return context;
}

/** An answer of the server of this run, as it came. */
export const ask = async <T>(path: string): Promise<T> =>
  (await (await fetch(`${address}${path}`)).json()) as T;

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that a browser complains about: messages, faults, failed requests, other hosts, and whatever is sent. */
  readonly complaints: string[];
  /** Requests that ask for more than to read, as `POST /v1/voorstellen`. */
  readonly sent: string[];
  /** Closes the page, and the reader where the visit made them. */
  close(): Promise<void>;
}

export interface VisitSettings {
  readonly lang?: Lang;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly permissions?: readonly string[];
  /** Whose visit it is; by default somebody who never was here. */
  readonly context?: BrowserContext;
  /** A page of that reader to go on with, as somebody who types another address; by default a new page. */
  readonly page?: Page;
  /** Another server than that of the run. */
  readonly at?: string;
  /** Done with the page before it goes anywhere. */
  readonly before?: (page: Page) => Promise<void>;
}

/** Opens an address, without its language, and waits until nothing of the page is loading. */
export async function open(path: string, settings: VisitSettings = {}): Promise<Visit> {
  const { lang = 'nl', viewport = wide, permissions = [], at = address, before } = settings;
  const context =
    settings.page?.context() ??
    settings.context ??
    (await newContext({ viewport: { ...viewport }, permissions: [...permissions] }));
  const page = settings.page ?? (await context.newPage());
  const isKept = settings.page !== undefined;
  if (isKept) await page.removeAllListeners(undefined, { behavior: 'wait' });
  if (isKept) await page.emulateMedia({ colorScheme: null });
  if (isKept || settings.context !== undefined) await page.setViewportSize({ ...viewport });
  const complaints: string[] = [];
  const sent: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // Whoever leaves a page breaks off what it asks.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(at) && !/^(blob|data):/.test(url)) complaints.push(`asks another host: ${url}`);
    if (request.method() !== 'GET') {
      sent.push(`${request.method()} ${new URL(url).pathname}`);
      complaints.push(`sends something: ${url}`);
    }
  });
  await before?.(page);
  await page.goto(`${at}${pathIn(lang, path)}`);
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('.loading').count(), { timeout: patient }).toBe(0);
  return {
    page,
    context,
    complaints,
    sent,
    close: async () => {
      if (isKept) return;
      await (settings.context === undefined ? context : page).close();
    },
  };
}

/** Does something that gives a file to the reader, and takes that file. */
export async function download(page: Page, act: () => Promise<unknown>): Promise<Download> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return file;
}
