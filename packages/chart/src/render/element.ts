import { type Look, looks, type Tone } from '../scene/looks.ts';
import type { Mark } from '../scene/scene.ts';

/** A colour per tone: CSS tokens on a page, literal colours in a file. */
export type Palette = Readonly<Record<Tone, string>>;

/** An SVG element of a mark, for any renderer. Attributes are named as in the DOM of React: `strokeWidth`. */
export interface ElementOf {
  readonly tag: Mark['is'];
  readonly attributes: Readonly<Record<string, string | number>>;
  /** accessible name, for a `title` inside the element; null where there is none */
  readonly title: string | null;
  /** content of a text element; null for a shape */
  readonly text: string | null;
}

/** Presentation attributes of a look: never an inline style, which a strict content security policy forbids. */
function paint(look: Look, palette: Palette): Record<string, string | number> {
  const { fill, stroke, ...others } = look;
  return {
    ...(fill === undefined ? {} : { fill: palette[fill] }),
    ...(stroke === undefined ? {} : { stroke: palette[stroke] }),
    ...others,
  };
}

const painted = new WeakMap<Palette, Map<string, Readonly<Record<string, string | number>>>>();

/** Memoized per palette and role: a scene has few roles and is redrawn at every move of a lever. */
function paintOf(role: Mark['role'], palette: Palette): Readonly<Record<string, string | number>> {
  const of = painted.get(palette) ?? new Map<string, Readonly<Record<string, string | number>>>();
  painted.set(palette, of);
  const known = of.get(role) ?? paint(looks[role], palette);
  of.set(role, known);
  return known;
}

/** Geometry of a mark as SVG attributes. */
function geometry(mark: Mark): Record<string, string | number> {
  switch (mark.is) {
    case 'path':
      return { d: mark.d, ...(mark.evenOdd ? { fillRule: 'evenodd' } : {}) };
    case 'line':
      return { x1: mark.x1, y1: mark.y1, x2: mark.x2, y2: mark.y2 };
    case 'circle':
      return { cx: mark.cx, cy: mark.cy, r: mark.r };
    case 'rect':
      return { x: mark.x, y: mark.y, width: mark.width, height: mark.height };
    case 'text':
      return {
        x: mark.x,
        y: mark.y,
        ...(mark.anchor === undefined || mark.anchor === 'start' ? {} : { textAnchor: mark.anchor }),
      };
  }
}

/** The SVG element of a mark: the single mapping from scene to SVG, for React and for text. */
export const elementOf = (mark: Mark, palette: Palette): ElementOf => ({
  tag: mark.is,
  attributes: {
    ...geometry(mark),
    ...paintOf(mark.role, palette),
    ...(mark.kind === undefined ? {} : { 'data-kind': mark.kind }),
  },
  title: mark.name ?? null,
  text: mark.is === 'text' ? mark.text : null,
});
