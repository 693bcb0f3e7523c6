/** Everything drawn of one sort in the text of an SVG, as its paths. */
export const pathsIn = (svg: string, kind: string): readonly string[] =>
  [...svg.matchAll(/<path\b[^>]*>/g)]
    .map(([path]) => path)
    .filter((path) => path.includes(`data-kind="${kind}"`))
    .map((path) => / d="([^"]*)"/.exec(path)?.[1] ?? '');

type Point = readonly [x: number, y: number];

const numbersIn = (path: string): readonly number[] => [...path.matchAll(/-?[\d.]+/g)].map(Number);
const commandsIn = (path: string): string => path.replaceAll(/[^a-z]/gi, '');

function pointsIn(paths: readonly string[]): readonly Point[] {
  return paths.flatMap((path) => {
    const numbers = numbersIn(path);
    return numbers.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, numbers[i + 1] ?? Number.NaN]] : []));
  });
}

/** How far points lie from where a scale and a shift would bring those of the other drawing, at most; in pixels. */
function farthest(from: readonly number[], to: readonly number[]): number {
  const [low, high] = [from.indexOf(Math.min(...from)), from.indexOf(Math.max(...from))];
  const at = (values: readonly number[], i: number): number => values[i] ?? Number.NaN;
  const scale = (at(to, high) - at(to, low)) / (at(from, high) - at(from, low));
  const shift = at(to, low) - scale * at(from, low);
  return Math.max(...from.map((value, i) => Math.abs(scale * value + shift - at(to, i))));
}

/**
 * How two drawings of one scene at two widths differ: they have the same pieces with the same points, moved and stretched.
 *
 * @returns pixels between where a point is and where it should be, at most; infinite where the pieces are not the same
 */
export function unlikeScaled(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || one.map(commandsIn).join() !== other.map(commandsIn).join()) {
    return Number.POSITIVE_INFINITY;
  }
  const [from, to] = [pointsIn(one), pointsIn(other)];
  if (from.length !== to.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...([0, 1] as const).map((axis) =>
      farthest(
        from.map((point) => point[axis]),
        to.map((point) => point[axis]),
      ),
    ),
  );
}
