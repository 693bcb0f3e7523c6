import type { Point } from './places.ts';

/** Distance between two lines along an axis, in pixels. */
const gap = 7;

/**
 * The `d` of slanted lines that fill rings (even-odd), for an area without a value: neither a fill nor an empty area, so that it is not
 * taken for a low value. Lines of neighbours run on in each other.
 *
 * @param rings in pixels
 */
export function hatchPath(rings: readonly (readonly Point[])[]): string {
  const sums = rings.flat().map(({ x, y }) => x + y);
  if (sums.length === 0) return '';
  const [low, high] = [Math.min(...sums), Math.max(...sums)];
  const parts: string[] = [];
  for (let c = Math.ceil(low / gap) * gap; c <= high; c += gap) {
    const crossings: Point[] = [];
    for (const ring of rings) {
      ring.forEach((to, i) => {
        const from = ring[(i + ring.length - 1) % ring.length] ?? to;
        const [before, after] = [from.x + from.y - c, to.x + to.y - c];
        if (before > 0 === after > 0) return;
        const part = before / (before - after);
        crossings.push({ x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) });
      });
    }
    crossings.sort((a, b) => a.x - b.x);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [a, b] = [crossings[i], crossings[i + 1]];
      if (a !== undefined && b !== undefined)
        parts.push(`M${a.x.toFixed(1)} ${a.y.toFixed(1)}L${b.x.toFixed(1)} ${b.y.toFixed(1)}`);
    }
  }
  return parts.join('');
}
