import { tickIncrement, ticks } from 'd3-array';

type Pair = readonly [number, number];

/** A linear scale: a call maps a value of the domain to a pixel of the range. */
export interface LinearScale {
  (value: number): number;
  domain(domain: readonly number[]): LinearScale;
  range(range: readonly number[]): LinearScale;
  /** Widens the domain to round values, about `count` of them. */
  nice(count?: number): LinearScale;
  /** Round values of the domain, about `count` of them. */
  ticks(count?: number): number[];
}

/** The domain, widened until its ends are multiples of the step between its ticks. */
function widened([a, b]: Pair, count: number): Pair {
  let [start, stop] = a < b ? [a, b] : [b, a];
  let before: number | undefined;
  for (let round = 0; round < 10; round++) {
    const step = tickIncrement(start, stop, count);
    if (step === before) return a < b ? [start, stop] : [stop, start];
    if (step > 0) {
      start = Math.floor(start / step) * step;
      stop = Math.ceil(stop / step) * step;
    } else if (step < 0) {
      // d3-array gives a step below 1 as the negative of its inverse, which divides exactly.
      start = Math.ceil(start * step) / step;
      stop = Math.floor(stop * step) / step;
    } else break;
    before = step;
  }
  return [a, b];
}

const pairOf = ([from = 0, to = 0]: readonly number[]): Pair => [from, to];

/**
 * A scale from values to pixels, with the same results to the bit as `scaleLinear` of d3-scale, which brings colours and formats with it:
 * a tenth of the script of a page. A domain of one value maps it to the middle of the range.
 *
 * @param domain ends in the unit of the values, [0, 1] by default
 * @param range ends in pixels, [0, 1] by default
 */
export function scaleLinear(
  domain: readonly number[] = [0, 1],
  range: readonly number[] = [0, 1],
): LinearScale {
  let ends = pairOf(domain);
  let pixels = pairOf(range);
  const at = (value: number): number => {
    const up = ends[1] >= ends[0];
    const [low, high] = up ? ends : [ends[1], ends[0]];
    const [from, to] = up ? pixels : [pixels[1], pixels[0]];
    const width = high - low;
    const part = width === 0 ? 0.5 : (value - low) / width;
    return from * (1 - part) + to * part;
  };
  const scale: LinearScale = Object.assign(at, {
    domain(given: readonly number[]) {
      ends = pairOf(given);
      return scale;
    },
    range(given: readonly number[]) {
      pixels = pairOf(given);
      return scale;
    },
    nice(count = 10) {
      ends = widened(ends, count);
      return scale;
    },
    ticks: (count = 10) => ticks(ends[0], ends[1], count),
  });
  return scale;
}
