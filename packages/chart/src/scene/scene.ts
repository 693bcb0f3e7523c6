import type { Role } from './looks.ts';

/** Origin of a value: stated in the document, measured, assumed, or computed. */
export type Kind = 'stated' | 'observed' | 'assumed' | 'computed';

interface OfMark {
  /** unique among its siblings */
  readonly key: string;
  /** determines its style, and its class on a page */
  readonly role: Role;
  readonly kind?: Kind;
  /** accessible name: a `title` element, shown as a tooltip */
  readonly name?: string;
}

/** A graphical mark. All coordinates are in pixels from the upper left corner of the scene. */
export type Mark =
  | (OfMark & { readonly is: 'path'; readonly d: string; readonly evenOdd?: boolean })
  | (OfMark & {
      readonly is: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    })
  | (OfMark & { readonly is: 'circle'; readonly cx: number; readonly cy: number; readonly r: number })
  | (OfMark & {
      readonly is: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    })
  | TextMark;

/** Text; `anchor` is the end of it that is at `x`. */
export type TextMark = OfMark & {
  readonly is: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor?: 'start' | 'middle' | 'end';
};

/** A group of marks. */
export interface Group {
  readonly is: 'group';
  readonly key: string;
  readonly marks: readonly Mark[];
}

/** A scene graph as plain data: marks with coordinates, role and name, in paint order. */
export interface Scene {
  /** pixels */
  readonly width: number;
  readonly height: number;
  /** text alternative */
  readonly name: string;
  readonly marks: readonly (Mark | Group)[];
}

/** Rounds a coordinate to a hundredth of a pixel: finer is invisible, and both renderers write the same number. */
export const pixel = (value: number): number => Math.round(value * 100) / 100 + 0;

/** Decimals of path coordinates, for `digits` of d3-shape. */
export const pathDigits = 2;

/** All marks of a scene, groups flattened. */
export const marksOf = ({ marks }: Pick<Scene, 'marks'>): readonly Mark[] =>
  marks.flatMap((mark) => (mark.is === 'group' ? mark.marks : [mark]));

/** A text with its baseline at `y`. */
export const textAt = (
  key: string,
  role: Role,
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
): TextMark => ({ is: 'text', key, role, x: pixel(x), y: pixel(y), text, anchor });

/** A straight line. */
export const lineAt = (
  key: string,
  role: Role,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  kind?: Kind,
): Mark => ({
  is: 'line',
  key,
  role,
  x1: pixel(x1),
  y1: pixel(y1),
  x2: pixel(x2),
  y2: pixel(y2),
  ...(kind === undefined ? {} : { kind }),
});

/** A path; its coordinates are already rounded. D3 gives null for a path without points. */
export const pathOf = (key: string, role: Role, d: string | null, kind?: Kind): Mark => ({
  is: 'path',
  key,
  role,
  d: d ?? '',
  ...(kind === undefined ? {} : { kind }),
});
