import type { Passage } from './messages.ts';

/** How many letters of the text are at either side of a figure at most: enough to judge it by. */
const reach = 180;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/**
 * The words around a figure, on one line and within its paragraph.
 *
 * @param offset where the figure begins in the text, in UTF-16 units
 * @param end where it ends
 */
export function passageAt(text: string, offset: number, end: number): Passage {
  const left = text.slice(Math.max(0, offset - reach), offset);
  const right = text.slice(end, end + reach);
  const paragraph = /\n[ \t]*\n/;
  const before = left.split(paragraph).at(-1) ?? '';
  const after = right.split(paragraph)[0] ?? '';
  const cutLeft = before.length === left.length && offset > reach;
  const cutRight = after.length === right.length && end + reach < text.length;
  // A word that is cut in two says something else.
  return {
    before: cutLeft ? `… ${oneLine(before).replace(/^\S*\s/, '')}` : oneLine(before).trimStart(),
    figure: oneLine(text.slice(offset, end)),
    after: cutRight ? `${oneLine(after).replace(/\s\S*$/, '')} …` : oneLine(after).trimEnd(),
  };
}
