import { boxOf, type Place } from './places.ts';

/** A place drawn as a circle. */
export interface Circle extends Place {
  readonly r: number;
}

/** Fraction of the bounding box that the circles fill together; a larger fraction displaces them far from their places. */
const filled = 0.6;
/** Iterations with repulsion and attraction to the original place, then iterations with repulsion only. */
const rounds = { together: 240, apart: 160 } as const;
/** Strength of the attraction: fraction of the way back per iteration. */
const homeward = 0.06;
/** Padding: minimum distance of two circles relative to the sum of their radii, so that outlines do not touch. */
const room = 1.03;

/** Golden angle: spreads successive directions evenly. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

type Moving = { readonly key: string; readonly home: Place; readonly r: number; x: number; y: number };

/** Separates each overlapping pair, each circle in proportion to the radius of the other; true where any moved. */
function push(circles: readonly Moving[]): boolean {
  let moved = false;
  for (let i = 0; i < circles.length; i += 1) {
    for (let j = i + 1; j < circles.length; j += 1) {
      const [a, b] = [circles[i], circles[j]];
      if (a === undefined || b === undefined) continue;
      const wanted = (a.r + b.r) * room;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const far = Math.hypot(dx, dy);
      if (far >= wanted || wanted === 0) continue;
      moved = true;
      // Coincident circles separate in a deterministic direction of their own.
      const turn = goldenAngle * (i * circles.length + j);
      const [ux, uy] = far > wanted * 1e-9 ? [dx / far, dy / far] : [Math.cos(turn), Math.sin(turn)];
      const step = wanted - far;
      const ofA = b.r / (a.r + b.r);
      a.x -= ux * step * ofA;
      a.y -= uy * step * ofA;
      b.x += ux * step * (1 - ofA);
      b.y += uy * step * (1 - ofA);
    }
  }
  return moved;
}

/**
 * A Dorling cartogram (Dorling 1996, Area Cartograms: Their Use and Creation): each place a circle whose area encodes
 * its size, without overlap and as near to its original place as possible. Deterministic: the order of the input has no influence.
 *
 * @param sizes size by key, 0 or more; a place without one is drawn with a size of 0
 * @returns circles in the unit of the places, sorted by key; a size of 0 has a radius of 0
 */
export function dorling(places: readonly Place[], sizes: ReadonlyMap<string, number>): readonly Circle[] {
  const sorted = [...places].sort((a, b) => (a.key < b.key ? -1 : 1));
  const total = sorted.reduce((sum, { key }) => sum + (sizes.get(key) ?? 0), 0);
  const box = boxOf(sorted);
  // Collinear places, or a single one, have a bounding box without area.
  const side = Math.max(box.width, box.height) || 1;
  const area = Math.max(box.width, side / 4) * Math.max(box.height, side / 4) * filled;
  const circles = sorted.map((home) => ({
    key: home.key,
    home,
    x: home.x,
    y: home.y,
    r: total === 0 ? 0 : Math.sqrt((area * (sizes.get(home.key) ?? 0)) / total / Math.PI),
  }));
  for (let round = 0; round < rounds.together; round += 1) {
    const pull = homeward * (1 - round / rounds.together);
    for (const circle of circles) {
      circle.x += (circle.home.x - circle.x) * pull;
      circle.y += (circle.home.y - circle.y) * pull;
    }
    push(circles);
  }
  for (let round = 0; round < rounds.apart && push(circles); round += 1);
  return spreadOut(circles);
}

/** Scales all positions, not the radii, by the smallest factor that removes the remaining overlaps. */
function spreadOut(circles: readonly Moving[]): readonly Circle[] {
  let factor = 1;
  for (const [i, a] of circles.entries()) {
    for (const b of circles.slice(i + 1)) {
      const far = Math.hypot(b.x - a.x, b.y - a.y);
      if (a.r + b.r > 0 && far > 0) factor = Math.max(factor, (a.r + b.r) / far);
    }
  }
  // Tolerance for rounding errors.
  const by = factor === 1 ? 1 : factor * (1 + 1e-9);
  return circles.map(({ key, x, y, r }) => ({ key, x: x * by, y: y * by, r }));
}
