import { tickIncrement, tickStep, ticks } from 'd3-array';

/** Ticks that an axis has unless it asks for another number. */
const usual = 10;

/** Rounds of widening before it is given up: one or two are enough wherever there is an end. */
const rounds = 10;

/** Decimals where both ends are the same, so that no step says how many matter. */
const unknownDecimals = 6;

/** A linear scale: from values of a domain to pixels of a range. */
export interface LinearScale {
  (value: number): number;
  domain(): readonly [number, number];
  domain(ends: readonly [number, number]): LinearScale;
  range(ends: readonly [number, number]): LinearScale;
  /** Widens the domain to round values. */
  nice(count?: number): LinearScale;
  /** Round values within the domain, about so many. */
  ticks(count?: number): number[];
  /** Writes a tick with as many decimals as the step between so many of them needs, thousands with a comma. */
  tickFormat(count?: number): (value: number) => string;
}

/** Where a value is between two ends, 0 at the first; the middle where both are the same. */
function placeIn([from, to]: readonly [number, number], value: number): number {
  const span = to - from;
  if (span === 0) return 0.5;
  return (value - from) / span;
}

/** Ends rounded outward to multiples of the step of about so many ticks, until the step no longer changes. */
function widened([first, last]: readonly [number, number], count: number): readonly [number, number] {
  let [start, stop] = first <= last ? [first, last] : [last, first];
  let before: number | undefined;
  for (let round = 0; round < rounds; round++) {
    const step = tickIncrement(start, stop, count);
    if (step === before) return first <= last ? [start, stop] : [stop, start];
    // A negative step is the inverse of one below 1, so that it is exact.
    if (step > 0) [start, stop] = [Math.floor(start / step) * step, Math.ceil(stop / step) * step];
    else if (step < 0) [start, stop] = [Math.ceil(start * step) / step, Math.floor(stop * step) / step];
    else break;
    before = step;
  }
  return [first, last];
}

/**
 * A linear scale from 0 to 1 onto 0 to 1 until it is told otherwise. The same numbers as `scaleLinear` of d3-scale, for two ends and
 * numbers alone: that one brings everything that interpolates colours, a seventh of the first page's script.
 */
export function scaleLinear(): LinearScale {
  let from: readonly [number, number] = [0, 1];
  let onto: readonly [number, number] = [0, 1];
  const scale = ((value: number) => {
    // From the smaller end, so that a turned domain rounds as it does the right way round.
    const turned = from[1] < from[0];
    const [a, b] = turned ? [onto[1], onto[0]] : onto;
    const place = placeIn(turned ? [from[1], from[0]] : from, value);
    return a * (1 - place) + b * place;
  }) as LinearScale;
  function domain(): readonly [number, number];
  function domain(ends: readonly [number, number]): LinearScale;
  function domain(ends?: readonly [number, number]): LinearScale | readonly [number, number] {
    if (ends === undefined) return from;
    from = ends;
    return scale;
  }
  return Object.assign(scale, {
    domain,
    range(ends: readonly [number, number]) {
      onto = ends;
      return scale;
    },
    nice(count = usual) {
      from = widened(from, count);
      return scale;
    },
    ticks: (count = usual) => ticks(from[0], from[1], count),
    tickFormat(count = usual) {
      const step = tickStep(from[0], from[1], count);
      const decimals =
        step === 0 ? unknownDecimals : Math.max(0, -Math.floor(Math.log10(Math.abs(step)) + 1e-9));
      const format = new Intl.NumberFormat('en-US', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        signDisplay: 'negative',
      });
      return (value: number) => format.format(value).replace('-', '−');
    },
  });
}
