import { onPaper, type Palette, type Scene, sceneText } from '@schaalsprong/chart';
import { scenes } from '@schaalsprong/chart/test';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SceneView } from './SceneView.tsx';

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Elements of SVG text with their attributes, but for classes, which only a page has; a group without marks is nothing. */
const elementsOf = (text: string): readonly Element[] =>
  [...text.matchAll(/<([a-z]+)((?:\s[a-zA-Z0-9-]+="[^"]*")*)\s*\/?>/g)]
    .map(([, tag = '', all = '']) => ({
      tag,
      attributes: Object.fromEntries(
        [...all.matchAll(/\s([a-zA-Z0-9-]+)="([^"]*)"/g)]
          .filter(([, name]) => name !== 'class')
          .map(([, name = '', value = '']) => [name, value]),
      ),
    }))
    .filter(({ tag }) => tag !== 'g');

/** The tokens of the page with the colours of paper, so that both drawings can be compared. */
const byToken = Object.fromEntries(
  Object.entries(onPaper satisfies Palette).map(([tone, colour]) => [
    `var(--${tone === 'soft' ? 'ink-soft' : tone})`,
    colour,
  ]),
);

const onThePage = (scene: Scene): string =>
  renderToStaticMarkup(<SceneView scene={scene} titleId="t" />)
    .replace(/^<svg[^>]*><title[^>]*>[^<]*<\/title>/, '')
    .replace(/<\/svg>$/, '')
    .replaceAll(/var\(--[a-z-]+\)/g, (token) => byToken[token] ?? token);

const wordsOf = (text: string): readonly string[] =>
  [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words.replaceAll('&#x27;', "'"));

describe('a scene on the page', () => {
  it.each(Object.entries(scenes))('is the same as in a file: %s', (_, scene) => {
    for (const width of [288, 728]) {
      const placed = scene(width);
      const [page, file] = [onThePage(placed), sceneText(placed)];
      expect(elementsOf(page)).toEqual(elementsOf(file));
      expect(wordsOf(page)).toEqual(wordsOf(file));
      expect(elementsOf(file).length).toBeGreaterThan(0);
    }
  });

  it('has no inline style, which the content security policy forbids', () => {
    for (const scene of Object.values(scenes)) expect(onThePage(scene(500))).not.toContain('style=');
  });
});
