import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lang } from '../src/i18n/i18n.ts';
import { Accessibility } from './harness/axe.ts';
import { differsBy, rulesOf, tags } from './harness/rules.ts';
import { newContext } from './harness/site.ts';

const axe = createRequire(import.meta.url)('axe-core') as typeof import('axe-core');

let page: Page;
beforeEach(async () => {
  page = await (await newContext()).newPage();
});
afterEach(() => page.context().close());

/** A page without a fault, with room for one. */
const pageOf = (lang: Lang, body = '', css = ''): string => `<!doctype html><html lang="${lang}"><head>
  <title>A page</title><meta name="viewport" content="width=device-width"><style>
  body { color: #111; background: #fff } @media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }
  .narrow { display: none } @media (width < 40rem) { .narrow { display: inline } }
  button { min-width: 44px; min-height: 44px } ${css}</style></head>
  <body><main><h1>A page</h1><p class="text">Some text.</p>${body}</main></body></html>`;

/** What is found of a page in Dutch and then in English: the rules, with language, scheme and width. */
async function found(of: (lang: Lang) => string): Promise<readonly string[]> {
  const accessibility = new Accessibility();
  const all: string[] = [];
  for (const lang of ['nl', 'en'] as const) {
    await page.setContent(of(lang));
    all.push(...(await accessibility.faults(page, 'page', lang)));
  }
  return [...new Set(all.map((one) => one.replace(/^page (\w+ \w+ \d+: \S+).*$/s, '$1')))];
}

describe('the reduced runs of axe', () => {
  it('have a class for every rule, and run none that axe does not have', () => {
    const rules = axe.getRules(tags).map(({ ruleId }) => ruleId);
    expect([...differsBy.keys()].toSorted()).toEqual(rules.toSorted());
    for (const difference of ['language', 'scheme', 'width'] as const) {
      expect(rulesOf(difference).length).toBeLessThan(rules.length / 2);
    }
  });

  it('find nothing on a page without a fault', async () => {
    expect(await found((lang) => pageOf(lang, '<button>Go</button>'))).toEqual([]);
  });

  it('find a contrast that is too low only in the dark', async () => {
    const css = '@media (prefers-color-scheme: dark) { .text { color: #333 } }';
    expect(await found((lang) => pageOf(lang, '', css))).toContain('nl dark 320: color-contrast:');
  });

  it('find a contrast that is too low only in the dark and only in a wide window', async () => {
    const css = '@media (prefers-color-scheme: dark) and (width > 60rem) { .text { color: #333 } }';
    expect(await found((lang) => pageOf(lang, '', css))).toEqual(['nl dark 1280: color-contrast:']);
  });

  it('find a contrast that is too low only in a narrow window', async () => {
    const css = '@media (width < 40rem) { .text { color: #ddd } }';
    expect(await found((lang) => pageOf(lang, '', css))).toContain('nl light 320: color-contrast:');
  });

  it('find a contrast that is too low only in English, in the light and in the dark', async () => {
    const body = (lang: Lang) => (lang === 'en' ? '<p class="dutch">Only in Dutch.</p>' : '');
    const light = '.dutch { color: #ccc } @media (prefers-color-scheme: dark) { .dutch { color: #eee } }';
    expect(await found((lang) => pageOf(lang, body(lang), light))).toContain(
      'en light 1280: color-contrast:',
    );
    const dark = '@media (prefers-color-scheme: dark) { .dutch { color: #222 } }';
    expect(await found((lang) => pageOf(lang, body(lang), dark))).toContain('en dark 320: color-contrast:');
  });

  it('find a field without a label only in English', async () => {
    const label = (lang: Lang) => (lang === 'en' ? '' : ' aria-label="Naam"');
    const faults = await found((lang) => pageOf(lang, `<input${label(lang)}>`));
    expect(faults).toContain('en light 1280: label:');
    expect(faults.filter((fault) => fault.startsWith('nl'))).toEqual([]);
  });

  it('find a language that is none, only in English', async () => {
    expect(await found((lang) => pageOf(lang).replace('lang="en"', 'lang="engels"'))).toContain(
      'en light 1280: html-lang-valid:',
    );
  });

  it('find a button whose name is hidden in a narrow window', async () => {
    const css = '@media (width < 40rem) { .name { display: none } }';
    const faults = await found((lang) => pageOf(lang, '<button><span class="name">Go</span></button>', css));
    expect(faults).toContain('nl light 320: button-name:');
    expect(faults).toContain('en light 320: button-name:');
  });

  it('find what is there in a narrow window only, whatever is wrong with it', async () => {
    const faults = await found((lang) => pageOf(lang, '<p class="narrow"><span role="banana">x</span></p>'));
    expect(faults).toContain('nl light 320: aria-roles:');
  });

  it('find what is there in English only, whatever is wrong with it', async () => {
    const body = (lang: Lang) => (lang === 'en' ? '<p class="dutch"><span role="banana">x</span></p>' : '');
    expect(await found((lang) => pageOf(lang, body(lang)))).toContain('en light 1280: aria-roles:');
  });

  it('find targets that are too small only in a narrow window', async () => {
    const css =
      '@media (width < 40rem) { button { min-width: 8px; min-height: 8px; font-size: 4px; padding: 0 } }';
    const faults = await found((lang) => pageOf(lang, '<button>a</button><button>b</button>', css));
    expect(faults).toContain('nl light 320: target-size:');
    expect(faults.filter((fault) => fault.includes('1280: target-size'))).toEqual([]);
  });

  it('find a page that does not fit a narrow window, in each language and scheme', async () => {
    const faults = await found((lang) =>
      pageOf(lang, lang === 'en' ? '<p class="long">x</p>' : '', '.long { width: 600px }'),
    );
    expect(faults).toEqual(['en light 320: 288', 'en dark 320: 288']);
  });
});
