import { at, numberAt } from '@schaalsprong/words';

/**
 * The volume that points dominate, up to a reference point; all minimised. Exact. Points that do not lie below the reference in every
 * objective add nothing.
 *
 * Source: L. While, L. Bradstreet, L. Barone, 'A fast way of calculating exact hypervolumes', IEEE Trans. Evol. Comp. 16 (2012): each
 * point adds what it dominates less what the points after it dominate of that. Points go by their last objective, the worst first, so that
 * the points after one reach at least as far in it and the sum runs over one objective less.
 *
 * @param points costs, each as long as the reference
 * @param reference the corner up to which volume counts
 *
 * @example
 * ```ts
 * import { hypervolume } from '@schaalsprong/methods/search';
 *
 * // Two rectangles up to the corner (3, 3), 1 x 2 and 2 x 1, that share a square of 1.
 * hypervolume([[1, 2], [2, 1]], [3, 3]); // => 3
 * ```
 */
export function hypervolume(points: readonly ArrayLike<number>[], reference: ArrayLike<number>): number {
  const dimensions = reference.length;
  // As gains below the reference the point nearest to the origin is the worst, and a limit of two points is their minimum.
  const gains = points.flatMap((point) => {
    const gain = Float64Array.from({ length: dimensions }, (_, i) => at(reference, i) - at(point, i));
    return gain.every((each) => each > 0) ? [gain] : [];
  });
  if (gains.length === 0) return 0;
  if (dimensions === 0) return 0;
  const front = undominated(gains, dimensions);
  return volumeOf(front, dimensions);
}

/** Whether a reaches at least as far as b in the first objectives. */
function covers(a: Float64Array, b: Float64Array, dimensions: number): boolean {
  for (let i = 0; i < dimensions; i++) if (numberAt(a, i) < numberAt(b, i)) return false;
  return true;
}

/** The points that no other covers; of equal ones one. */
function undominated(points: readonly Float64Array[], dimensions: number): Float64Array[] {
  const kept: Float64Array[] = [];
  for (const point of points) {
    let covered = false;
    let write = 0;
    for (let read = 0; read < kept.length; read++) {
      const other = kept[read];
      if (other === undefined) continue;
      if (covers(other, point, dimensions)) {
        covered = true;
        break;
      }
      if (!covers(point, other, dimensions)) kept[write++] = other;
    }
    // Where the point is covered it covers none itself, so nothing was moved.
    if (covered) continue;
    kept.length = write;
    kept.push(point);
  }
  return kept;
}

function volumeOf(front: Float64Array[], dimensions: number): number {
  const [first] = front;
  if (first === undefined) return 0;
  if (dimensions === 1) return front.reduce((most, point) => Math.max(most, numberAt(point, 0)), 0);
  if (front.length === 1) return boxOf(first, dimensions);
  if (dimensions === 2) return areaOf(front);
  const last = dimensions - 1;
  front.sort((a, b) => numberAt(a, last) - numberAt(b, last));
  let sum = 0;
  front.forEach((point, i) => {
    sum += numberAt(point, last) * exclusive(point, front, i + 1, last);
  });
  return sum;
}

/** The volume in the first objectives that a point covers and the points from `from` on do not. */
function exclusive(
  point: Float64Array,
  front: readonly Float64Array[],
  from: number,
  dimensions: number,
): number {
  const whole = boxOf(point, dimensions);
  if (from === front.length) return whole;
  const limited: Float64Array[] = [];
  for (let j = from; j < front.length; j++) {
    const other = front[j];
    if (other === undefined) continue;
    const limit = new Float64Array(dimensions);
    for (let i = 0; i < dimensions; i++) limit[i] = Math.min(numberAt(point, i), numberAt(other, i));
    limited.push(limit);
  }
  return whole - volumeOf(dimensions === 2 ? limited : undominated(limited, dimensions), dimensions);
}

function boxOf(point: Float64Array, dimensions: number): number {
  let product = 1;
  for (let i = 0; i < dimensions; i++) product *= numberAt(point, i);
  return product;
}

/** The area under a staircase; points may cover each other. */
function areaOf(front: Float64Array[]): number {
  front.sort((a, b) => numberAt(b, 0) - numberAt(a, 0));
  let area = 0;
  let height = 0;
  for (const point of front) {
    const reach = numberAt(point, 1);
    if (reach <= height) continue;
    area += numberAt(point, 0) * (reach - height);
    height = reach;
  }
  return area;
}
