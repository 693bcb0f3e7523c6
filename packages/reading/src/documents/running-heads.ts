import { at } from '@schaalsprong/words';

interface PageText {
  readonly number: number;
  readonly text: string;
}

/** A line at the top or bottom of a page, with its numbers extracted. */
interface Edge {
  readonly page: number;
  readonly line: string;
  readonly numbers: readonly number[];
}

/** Maximum number of lines of a running head or foot. */
const deepest = 2;
/** A running line repeats on at least this fraction of the pages, and at least this many pages. */
const share = 0.3;
const least = 3;
const longest = 160;
/** A page with fewer lines has no running heads: it may be a title page. */
const fewest = 4;

const edgeOf = (page: number, line: string): Edge => ({
  page,
  line,
  numbers: (line.match(/\d+/g) ?? []).map(Number),
});

/** Whether lines differ in nothing but the page number, up to a constant offset. */
function isRunning(edges: readonly Edge[]): boolean {
  const [first] = edges;
  if (first === undefined) return false;
  return first.numbers.every((number, i) => {
    const constant = edges.every(({ numbers }) => numbers[i] === number);
    return constant || edges.every(({ numbers, page }) => at(numbers, i) - page === number - first.page);
  });
}

/**
 * Removes running heads and feet, the lines that repeat on many pages: the title of the document, the number of
 * the page. They would break a sentence that runs on to the next page, and a year in them would be found on every page. Lines
 * with any other number that changes are kept: they are content.
 *
 * @returns the pages, and what was left out, once each with `#` for the number of the page
 */
export function withoutRunningHeads<P extends PageText>(
  pages: readonly P[],
): { readonly pages: readonly P[]; readonly left: readonly string[] } {
  let current = pages.map((page) => ({ page, lines: page.text.split('\n') }));
  const full = new Set(
    current
      .filter(({ lines }) => lines.filter((line) => line !== '').length >= fewest)
      .map(({ page }) => page.number),
  );
  const left = new Set<string>();
  for (const edge of ['head', 'foot'] as const) {
    for (let depth = 0; depth < deepest; depth++) {
      const edgeIndex = (lines: readonly string[]): number =>
        edge === 'head' ? lines.findIndex((line) => line !== '') : lines.findLastIndex((line) => line !== '');
      const groups = new Map<string, Edge[]>();
      for (const { page, lines } of current) {
        const line = lines[edgeIndex(lines)];
        if (!full.has(page.number) || line === undefined || line.length > longest) continue;
        const key = line.replace(/\d+/g, '#');
        groups.set(key, [...(groups.get(key) ?? []), edgeOf(page.number, line)]);
      }
      const running = new Set<string>();
      for (const [key, edges] of groups) {
        if (edges.length < Math.max(least, share * pages.length) || !isRunning(edges)) continue;
        for (const { line } of edges) running.add(line);
        left.add(
          edges[0]?.numbers.some((n) => !edges.every(({ numbers }) => numbers.includes(n)))
            ? key
            : (edges[0]?.line ?? key),
        );
      }
      if (running.size === 0) break;
      current = current.map(({ page, lines }) => {
        const index = edgeIndex(lines);
        if (index < 0 || !full.has(page.number) || !running.has(at(lines, index))) return { page, lines };
        return { page, lines: edge === 'head' ? lines.slice(index + 1) : lines.slice(0, index) };
      });
    }
  }
  if (left.size === 0) return { pages, left: [] };
  return {
    pages: current.map(({ page, lines }) => ({ ...page, text: lines.join('\n').replace(/^\n+|\n+$/g, '') })),
    left: [...left],
  };
}
