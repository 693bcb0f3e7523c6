import { at } from '@schaalsprong/words';
import type { ReadDocument } from './types.ts';

/** Line of an offset, counted from 1; offsets are asked roughly in order. */
export function lineFinder(text: string): (offset: number) => number {
  const starts: number[] = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => lastAtMost(starts, offset) + 1;
}

export function pageFinder(pages: ReadDocument['pages']): (offset: number) => number {
  const starts = pages.map((page) => page.offset);
  return (offset) => pages[lastAtMost(starts, offset)]?.number ?? 1;
}

/** Binary search: index of the last number not above `x`, 0 where none is. */
function lastAtMost(sorted: readonly number[], x: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(sorted, middle) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}
