const { NaN: nan } = Number;

/** Vensim's :NA:, the number that means no value: -2^109. */
const notAvailable = -(2 ** 109);

/** Points of a lookup, x strictly rising. */
interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

const xOf = ({ x }: Points, i: number): number => x[i] ?? nan;
const yOf = ({ y }: Points, i: number): number => y[i] ?? nan;

/** The segment in which x lies: the first below all points, the last above them. */
function segmentAt(points: Points, x: number): number {
  let i = 0;
  while (i < points.x.length - 2 && x >= xOf(points, i + 1)) i++;
  return i;
}

const slopeOf = (points: Points, i: number): number =>
  (yOf(points, i + 1) - yOf(points, i)) / (xOf(points, i + 1) - xOf(points, i));

/** Y on the line through a segment, also beyond it. */
const lineAt = (points: Points, i: number, x: number): number =>
  yOf(points, i) + slopeOf(points, i) * (x - xOf(points, i));

const ends = (points: Points): [first: number, last: number] => [
  xOf(points, 0),
  xOf(points, points.x.length - 1),
];

/** The lookup as usual: linear between points, held at both ends. */
function held(points: Points, x: number): number {
  const [first, last] = ends(points);
  const inside = Math.min(last, Math.max(first, x));
  return lineAt(points, segmentAt(points, inside), inside);
}

/** Area from the first point to x, negative below it; beyond the ends held, or along the outer segments. */
function areaTo(points: Points, x: number, extrapolate: boolean): number {
  const [first, last] = ends(points);
  const inside = Math.min(last, Math.max(first, x));
  let sum = 0;
  const end = segmentAt(points, inside);
  for (let i = 0; i <= end; i++) {
    const to = i === end ? inside : xOf(points, i + 1);
    sum += ((yOf(points, i) + lineAt(points, i, to)) / 2) * (to - xOf(points, i));
  }
  const beyond = x - inside;
  if (beyond === 0) return sum;
  const y = held(points, inside);
  const to = extrapolate ? lineAt(points, end, x) : y;
  return sum + ((y + to) / 2) * beyond;
}

/**
 * The slope at x: of its segment, at an inner point the mean of both sides. Beyond the ends 0 (mode 0), that of the
 * outer segment (mode 1) or :NA: (mode -1).
 */
function slopeAt(points: Points, x: number, mode: number): number {
  const [first, last] = ends(points);
  if (Number.isNaN(x)) return nan;
  if (x < first || x > last) {
    if (mode === 0) return 0;
    if (mode === -1) return notAvailable;
    return mode === 1 ? slopeOf(points, segmentAt(points, x)) : nan;
  }
  const i = segmentAt(points, x);
  if (i > 0 && x === xOf(points, i)) return (slopeOf(points, i - 1) + slopeOf(points, i)) / 2;
  return slopeOf(points, i);
}

/** The smallest x at which the line through the points passes y; :NA: where it nowhere does. */
function invert(points: Points, y: number): number {
  if (Number.isNaN(y)) return nan;
  for (let i = 0; i < points.x.length; i++) {
    const [y0, y1] = [yOf(points, i), yOf(points, i + 1)];
    if (y === y0) return xOf(points, i);
    if ((y0 < y && y < y1) || (y1 < y && y < y0)) return xOf(points, i) + (y - y0) / slopeOf(points, i);
  }
  return notAvailable;
}

function pointsOf(settings: readonly number[]): Points {
  const half = settings.length / 2;
  return { x: settings.slice(0, half), y: settings.slice(half) };
}

/**
 * What can be asked of a lookup besides its value. Settings are the points: first every x, then every y.
 *
 * Source: Vensim documentation, LOOKUP AREA, LOOKUP INVERT, LOOKUP SLOPE and VECTOR LOOKUP.
 */
export const lookups = {
  /** Area from the first input to the second; held beyond the ends. */
  lookupArea(inputs: Float64Array, outputs: Float64Array, settings: readonly number[]): void {
    const points = pointsOf(settings);
    const [from = nan, to = nan] = inputs;
    outputs[0] = areaTo(points, to, false) - areaTo(points, from, false);
  },

  /** The smallest x that gives the input; :NA: where none does. */
  lookupInvert(inputs: Float64Array, outputs: Float64Array, settings: readonly number[]): void {
    outputs[0] = invert(pointsOf(settings), inputs[0] ?? nan);
  },

  /** Slope at the first input; the second is the mode beyond the ends. */
  lookupSlope(inputs: Float64Array, outputs: Float64Array, settings: readonly number[]): void {
    outputs[0] = slopeAt(pointsOf(settings), inputs[0] ?? nan, inputs[1] ?? nan);
  },

  /**
   * A lookup whose points are at equal distances in a vector: inputs are x, the x of the first and of the last
   * point, the mode and two or more values. Modes: 0 as a lookup, 1 area from the first point, 2 backward,
   * 3 extrapolate, 4 forward, 5 invert, 6 slope, 7 area with extrapolation, 9 slope with extrapolation; NaN for others
   * (8, invert with extrapolation, among them: the manual does not say what it gives for a y that occurs twice).
   */
  vectorLookup(inputs: Float64Array, outputs: Float64Array): void {
    const [asked = nan, low = nan, high = nan, mode = nan] = inputs;
    const y = Array.from(inputs.subarray(4));
    const step = (high - low) / (y.length - 1);
    const points = { x: y.map((_, i) => low + i * step), y };
    const place = Math.round((asked - low) / step);
    // At a point, where rounding alone makes the difference.
    const onPoint = Math.abs((asked - low) / step - place) < 1e-6 && mode !== 5;
    const x = onPoint && place >= 0 && place < y.length ? xOf(points, place) : asked;
    outputs[0] = step > 0 && Number.isFinite(step) ? readVector(points, x, mode) : nan;
  },
};

function readVector(points: Points, x: number, mode: number): number {
  const [first, last] = ends(points);
  const i = segmentAt(points, x);
  switch (mode) {
    case 0:
      return held(points, x);
    case 1:
      return areaTo(points, x, false);
    case 2:
      return x >= last ? yOf(points, points.y.length - 1) : yOf(points, i);
    case 3:
      return lineAt(points, i, x);
    case 4:
      return x <= first ? yOf(points, 0) : yOf(points, x === xOf(points, i) ? i : i + 1);
    case 5:
      return invert(points, x);
    case 6:
      return slopeAt(points, x, 0);
    case 7:
      return areaTo(points, x, true);
    case 9:
      return slopeAt(points, x, 1);
    default:
      return nan;
  }
}
