import { at } from './must.ts';
import { compareTexts } from './text.ts';

/** Edits (insert, delete, replace, swap of neighbours) between two words. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, at(before, j - 2) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

/** A longer word is no misspelt name; comparing it takes time quadratic in its length, for every name. */
const longest = 64;

/**
 * The known words that somebody most likely meant, nearest first: few edits away, or one containing the other.
 * Empty when nothing comes near, so that no silly offer is made, and for a word of more than 64 characters.
 */
export function nearest(word: string, known: Iterable<string>, count = 3): string[] {
  if (word.length > longest) return [];
  const low = word.toLowerCase();
  return [...new Set(known)]
    .map((candidate) => {
      const other = candidate.toLowerCase();
      const edits = distance(low, other);
      const contains = low.length >= 3 && (other.includes(low) || low.includes(other));
      return { candidate, edits, near: edits <= Math.max(2, Math.floor(word.length / 3)) || contains };
    })
    .filter((c) => c.near)
    .sort((a, b) => a.edits - b.edits || compareTexts(a.candidate, b.candidate))
    .slice(0, count)
    .map((c) => c.candidate);
}
