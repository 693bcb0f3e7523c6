import type { Point } from './places.ts';

/**
 * The `d` of an SVG path through rings, in pixels with one decimal. Simplified: points within `least` pixels of the previous one are
 * dropped, since they are invisible and make most of the size.
 */
export function outlinePath(
  rings: readonly (readonly Point[])[],
  at: (point: Point) => Point,
  least = 0.5,
): string {
  return rings
    .map((ring) => {
      const kept: Point[] = [];
      for (const point of ring) {
        const next = at(point);
        const last = kept.at(-1);
        if (last === undefined || Math.hypot(next.x - last.x, next.y - last.y) >= least) kept.push(next);
      }
      if (kept.length < 3) return '';
      return `M${kept.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
    })
    .join('');
}
