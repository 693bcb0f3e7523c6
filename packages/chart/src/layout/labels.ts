import { at } from './at.ts';

/** A label with its preferred vertical position in pixels. */
export interface Label {
  readonly key: string;
  readonly at: number;
}

/**
 * Resolves collisions of labels: neighbours get at least `gap` pixels between them within `top` and `bottom`, order kept. Where
 * they do not all fit, they keep the gap and overflow at the bottom.
 */
export function spread<L extends Label>(
  labels: readonly L[],
  gap: number,
  top: number,
  bottom: number,
): readonly L[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  const placed = sorted.map((label) => Math.min(Math.max(label.at, top), bottom));
  for (let i = 1; i < placed.length; i += 1) {
    placed[i] = Math.max(at(placed, i), at(placed, i - 1) + gap);
  }
  const lowest = placed.at(-1);
  let under = 0;
  if (lowest !== undefined && lowest > bottom) {
    let limit = bottom;
    for (let i = placed.length - 1; i >= 0; i -= 1) {
      placed[i] = Math.min(at(placed, i), limit);
      limit = at(placed, i) - gap;
    }
    under = Math.max(0, top - at(placed, 0));
  }
  return sorted.map((label, i) => ({ ...label, at: at(placed, i) + under }));
}

/** Font size within a drawing, in pixels. */
export const font = 12;

/** Estimated width of a text in pixels: glyphs are not measured, so that layout needs no browser. */
export const textWidth = (text: string, size = font): number => text.length * size * 0.58;

/** Bounding box of a mark, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Estimated bounding box of a text with its baseline at `y`. */
export function textBox(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): Box {
  const width = textWidth(text);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - font * 0.8, bottom: y + font * 0.25 };
}

/** True where two boxes intersect. */
export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Truncates a text to at most `most` characters, with an ellipsis. */
export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/**
 * Wraps a text into lines of at most `most` characters, preferably between words. With `hard` a longer word is broken, as
 * an address must be; without it such a word overflows on a line of its own.
 */
export function wrapText(text: string, most: number, hard = false): readonly string[] {
  const lines: string[] = [];
  const room = Math.max(1, Math.floor(most));
  const words = text
    .split(/[^\S\u00a0]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      if (!hard || word.length <= room) return [word];
      return Array.from({ length: Math.ceil(word.length / room) }, (_, i) =>
        word.slice(i * room, (i + 1) * room),
      );
    });
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
