import { type Box, font, overlap, textWidth } from '../layout/labels.ts';
import { boxOf, type Point } from './places.ts';

/** An area that gets a name: its rings in pixels. */
export interface Nameable {
  readonly key: string;
  readonly name: string;
  /** formatted value, below the name where there is room */
  readonly said: string;
  readonly rings: readonly (readonly Point[])[];
}

/** Where the label of an area stands. */
export interface Naming {
  readonly key: string;
  /** lines of the name, whole; null where none fits and a number has to do */
  readonly lines: readonly string[] | null;
  /** whether the value stands below */
  readonly valued: boolean;
  /** whether all of it lies inside the area */
  readonly inside: boolean;
  /** middle of the label */
  readonly at: Point;
  /** where a number stands: the place with most room around it */
  readonly middle: Point;
}

/** Height of a line of a label, in pixels. */
export const lineHeight = 14;
/** Room between a label and anything else. */
const air = 2;
/** Where a name may run over a border, the estimate of `textWidth` can be less on the safe side: a wide letter type does no harm there. */
const tight = 0.9;
/** Points of the grid, in each direction, at which a label is tried. */
const grid = 15;
/** Part of a label that must lie inside its area where it may run over a border. */
const mostlyInside = 0.65;

/** Whether a point lies inside rings, even-odd. */
function contains(rings: Nameable['rings'], { x, y }: Point): boolean {
  let isInside = false;
  for (const ring of rings) {
    ring.forEach((to, i) => {
      const from = ring[(i + ring.length - 1) % ring.length] ?? to;
      if (to.y > y === from.y > y) return;
      if (x < ((from.x - to.x) * (y - to.y)) / (from.y - to.y) + to.x) isInside = !isInside;
    });
  }
  return isInside;
}

/** Distance from a point to the nearest side of the rings. */
function clearance(rings: Nameable['rings'], { x, y }: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    ring.forEach((to, i) => {
      const from = ring[(i + ring.length - 1) % ring.length] ?? to;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const length = dx * dx + dy * dy;
      const part =
        length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
      least = Math.min(least, Math.hypot(x - from.x - part * dx, y - from.y - part * dy));
    });
  }
  return least;
}

/** Points inside an area, the one with most room around it first; its middle where none is. */
function spots(rings: Nameable['rings']): readonly Point[] {
  const { left, top, width, height } = boxOf(rings.flat());
  const all = Array.from({ length: grid * grid }, (_, i) => ({
    x: left + (width * ((i % grid) + 0.5)) / grid,
    y: top + (height * (Math.floor(i / grid) + 0.5)) / grid,
  })).filter((point) => contains(rings, point));
  if (all.length === 0) return [{ x: left + width / 2, y: top + height / 2 }];
  return all
    .map((point) => ({ point, room: clearance(rings, point) }))
    .sort((a, b) => b.room - a.room)
    .map(({ point }) => point);
}

/** The ways to write a name: on one line, then on two and three, broken after a space or a hyphen so that the longest line is short. */
export function waysToWrite(name: string): readonly (readonly string[])[] {
  const parts = name.split(/(?<=[ -])/);
  const split = (from: number, lines: number): readonly string[][] => {
    if (lines === 1) return [[parts.slice(from).join('').trim()]];
    return Array.from(
      { length: Math.max(0, parts.length - from - lines + 1) },
      (_, i) => from + i + 1,
    ).flatMap((to) => split(to, lines - 1).map((rest) => [parts.slice(from, to).join('').trim(), ...rest]));
  };
  const longest = (lines: readonly string[]): number => Math.max(...lines.map(({ length }) => length));
  return [1, 2, 3].flatMap((lines) => {
    const [best] = split(0, lines).toSorted((a, b) => longest(a) - longest(b));
    return best === undefined ? [] : [best];
  });
}

const boxAround = (at: Point, lines: readonly string[], size: number): Box => {
  const width = Math.max(...lines.map((line) => textWidth(line, size))) / 2 + air;
  const height = (lines.length * lineHeight) / 2 + air / 2;
  return { left: at.x - width, right: at.x + width, top: at.y - height, bottom: at.y + height };
};

/** Part of a box that lies inside an area, over a grid of points. */
function partInside(rings: Nameable['rings'], { left, right, top, bottom }: Box): number {
  const [across, down] = [6, 4];
  let inside = 0;
  for (let i = 0; i <= across; i += 1) {
    for (let j = 0; j <= down; j += 1) {
      const point = { x: left + ((right - left) * i) / across, y: top + ((bottom - top) * j) / down };
      if (contains(rings, point)) inside += 1;
    }
  }
  return inside / ((across + 1) * (down + 1));
}

/**
 * Places whole names, each in its own area, none over another and none cut: on one, two or three lines, with the value below where
 * that fits. A name may run over a border where `spilling`, with most of it inside. An area without room for its name gets none.
 *
 * @param frame width and height of the drawing, which no label leaves
 */
export function nameAreas(
  areas: readonly Nameable[],
  { spilling, frame }: { readonly spilling: boolean; readonly frame: { width: number; height: number } },
): readonly Naming[] {
  const size = spilling ? font * tight : font;
  const taken: Box[] = [];
  const isFree = (box: Box): boolean =>
    box.left >= 0 &&
    box.right <= frame.width &&
    box.top >= 0 &&
    box.bottom <= frame.height &&
    !taken.some((other) => overlap(other, box));
  const place = ({ key, name, said, rings }: Nameable): Naming => {
    const ways = waysToWrite(name);
    const tries = spots(rings);
    const [middle = { x: 0, y: 0 }] = tries;
    const bare = ways.map((lines) => ({ lines, valued: false }));
    const full = said === '' ? [] : ways.map((lines) => ({ lines, valued: true }));
    let best: { readonly naming: Naming; readonly box: Box; readonly inside: number } | null = null;
    for (const { lines, valued } of [...full, ...bare]) {
      for (const at of tries) {
        const box = boxAround(at, valued ? [...lines, said] : lines, size);
        if (!isFree(box)) continue;
        const inside = partInside(rings, box);
        if (inside < (spilling ? mostlyInside : 1) || inside <= (best?.inside ?? 0)) continue;
        best = { naming: { key, lines, valued, inside: inside === 1, at, middle }, box, inside };
        if (inside === 1) break;
      }
      if (best?.inside === 1) break;
    }
    if (best !== null) {
      taken.push(best.box);
      return best.naming;
    }
    taken.push(boxAround(middle, ['00'], size));
    return { key, lines: null, valued: false, inside: true, at: middle, middle };
  };
  // The smallest first: a large area has more room to choose from.
  const sizeOf = ({ rings }: Nameable): number => {
    const { width, height } = boxOf(rings.flat());
    return width * height;
  };
  const placed = new Map(
    areas.toSorted((a, b) => sizeOf(a) - sizeOf(b)).map((area) => [area.key, place(area)] as const),
  );
  return areas.flatMap(({ key }) => placed.get(key) ?? []);
}
