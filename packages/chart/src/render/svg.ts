import type { Group, Mark, Scene } from '../scene/scene.ts';
import { elementOf, type Palette } from './element.ts';
import type { Picture } from './picture.ts';

/** Light palette of exported pictures. Each colour has a contrast of at least 4.5 to 1 with the background. */
export const onPaper: Palette = {
  ink: '#1a1d20',
  soft: '#54585d',
  rule: '#dcd7cc',
  paper: '#ffffff',
  accent: '#0b4f6c',
  bad: '#a0271d',
  none: 'none',
};

const typeface = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML; control characters and lone surrogates, which XML does not allow, are dropped or replaced. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
    .replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** SVG attributes in camelCase; all others are written in kebab-case: `stroke-width`. */
const withCapitals = new Set(['viewBox']);
const xmlName = (name: string): string =>
  withCapitals.has(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const tag = (name: string, attributes: Readonly<Record<string, string | number>>, inside = ''): string => {
  const all = Object.entries(attributes)
    .map(([key, value]) => ` ${xmlName(key)}="${typeof value === 'number' ? value : escapeXml(value)}"`)
    .join('');
  return inside === '' ? `<${name}${all}/>` : `<${name}${all}>${inside}</${name}>`;
};

function markText(mark: Mark, palette: Palette): string {
  const { tag: name, attributes, title, text } = elementOf(mark, palette);
  const inside = `${title === null ? '' : tag('title', {}, escapeXml(title))}${escapeXml(text ?? '')}`;
  return tag(name, attributes, inside);
}

const marksText = (marks: readonly (Mark | Group)[], palette: Palette): string =>
  marks
    .map((mark) =>
      mark.is === 'group'
        ? mark.marks.length === 0
          ? ''
          : tag('g', {}, marksText(mark.marks, palette))
        : markText(mark, palette),
    )
    .filter((text) => text !== '')
    .join('\n');

/** Serializes a scene to the content of an `svg` element, one mark per line. */
export const sceneText = (scene: Scene, palette: Palette = onPaper): string =>
  marksText(scene.marks, palette);

/**
 * A picture as self-contained SVG: title and description are its text alternative, it has a background, and neither a style sheet,
 * an inline style, a script nor an external resource. Deterministic.
 */
export function svgText(picture: Picture, palette: Palette = onPaper): string {
  const { width, height, meaning, scene, at, marks } = picture;
  const { id, lang, title } = meaning;
  const inside = [
    tag('title', { id: `${id}-title` }, escapeXml(title)),
    tag('desc', { id: `${id}-desc` }, escapeXml(scene.name)),
    tag('rect', { width, height, fill: palette.paper }),
    marksText(marks, palette),
    tag('g', { transform: `translate(${at.x} ${at.y})` }, `\n${sceneText(scene, palette)}\n`),
  ].join('\n');
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      lang,
      'aria-labelledby': `${id}-title ${id}-desc`,
      fontFamily: typeface,
      fontSize: 12,
    },
    `\n${inside}\n`,
  )}\n`;
}
