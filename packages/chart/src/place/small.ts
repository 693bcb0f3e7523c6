import { extent } from 'd3-array';
import { area, line } from 'd3-shape';
import { at } from '../layout/at.ts';
import { valueDomain } from '../layout/domain.ts';
import { scaleLinear } from '../layout/scale.ts';
import { lineAt, type Mark, pathDigits, pathOf, pixel, type Scene } from '../scene/scene.ts';
import { barAt } from './bars.ts';
import type { Fan } from './fan.ts';
import type { TimedValue } from './line.ts';

// Sparklines without axes: the table row of each states the same in text, so they need no accessible name.

const scene = (width: number, height: number, marks: readonly Mark[]): Scene => ({
  width,
  height,
  name: '',
  marks,
});

type Scale = (value: number) => number;

const fanMarks = (fan: Fan, x: Scale, y: Scale): readonly Mark[] => {
  const steps = fan.time.map((_, k) => k);
  const times = (k: number): number => x(at(fan.time, k));
  const band = area<number>()
    .digits(pathDigits)
    .x(times)
    .y0((k) => y(at(fan.p10, k)))
    .y1((k) => y(at(fan.p90, k)));
  const middle = line<number>()
    .digits(pathDigits)
    .x(times)
    .y((k) => y(at(fan.p50, k)));
  return [
    pathOf('band', 'band', band(steps), 'computed'),
    pathOf('median', 'median median--small', middle(steps), 'computed'),
  ];
};

/** A box within a drawing, in pixels. */
interface Within {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Marks of a bare fan within a box, with its target line where it has one. */
export function fanIn(
  fan: Fan,
  target: { readonly value: number; readonly horizon: number } | null,
  { left, right, top, bottom }: Within,
): readonly Mark[] {
  const y = scaleLinear()
    .domain(valueDomain([...fan.p10, ...fan.p90, ...(target === null ? [] : [target.value])]))
    .range([bottom, top]);
  const [first = 0, last = 1] = extent(fan.time);
  const x = scaleLinear().domain([first, last]).range([left, right]);
  return [
    ...fanMarks(fan, x, y),
    ...(target === null
      ? []
      : [
          lineAt('target', 'target target--small', left, y(target.value), x(target.horizon), y(target.value)),
        ]),
  ];
}

/** A fan: band, median, and the target line up to its horizon. */
export function placeFanMark(fan: Fan, target: { readonly value: number; readonly horizon: number }): Scene {
  const [width, height] = [88, 22];
  const y = scaleLinear()
    .domain(valueDomain([...fan.p10, ...fan.p90, target.value]))
    .range([height - 1.5, 1.5]);
  const [first = 0, last = 1] = extent(fan.time);
  const x = scaleLinear().domain([first, last]).range([0, width]);
  const [hx, ty] = [x(target.horizon), y(target.value)];
  return scene(width, height, [
    ...fanMarks(fan, x, y),
    lineAt('target', 'target target--small', 0, ty, hx, ty),
    lineAt('horizon', 'horizon', hx, 0, hx, height),
  ]);
}

/** A bare fan, for a list of outcomes to choose from. */
export function placeSmallFan(fan: Fan): Scene {
  const [width, height] = [150, 52];
  const [first = 0, last = 1] = extent(fan.time);
  const x = scaleLinear()
    .domain([first, last])
    .range([1, width - 1]);
  const y = scaleLinear()
    .domain(valueDomain([...fan.p10, ...fan.p90]))
    .range([height - 2, 2]);
  return scene(width, height, fanMarks(fan, x, y));
}

/** A measured line: its segments, the last observation as a dot, and the target line. `top` is the direction of the value axis. */
export function placeLineMark(
  pieces: readonly (readonly TimedValue[])[],
  target: number | null,
  top: 'high' | 'low' = 'high',
): Scene {
  const [width, height] = [96, 26];
  const points = pieces.flat();
  const last = points.at(-1);
  if (last === undefined) return scene(width, height, []);
  const y = scaleLinear()
    .domain(valueDomain([...points.map(({ value }) => value), ...(target === null ? [] : [target])]))
    .range(top === 'low' ? [4, height - 4] : [height - 4, 4]);
  const [from = 0, to = 1] = extent(points, ({ time }) => time);
  const x = scaleLinear()
    .domain(from === to ? [from - 1, to + 1] : [from, to])
    .range([4, width - 5]);
  const path = line<TimedValue>()
    .digits(pathDigits)
    .x(({ time }) => x(time))
    .y(({ value }) => y(value));
  return scene(width, height, [
    ...(target === null ? [] : [lineAt('target', 'target target--small', 0, y(target), width, y(target))]),
    ...pieces.map((piece) =>
      pathOf(`piece ${piece[0]?.time}`, 'measured measured--small', path(piece), 'observed'),
    ),
    {
      is: 'circle',
      key: 'last',
      role: 'dot',
      kind: 'observed',
      cx: pixel(x(last.time)),
      cy: pixel(y(last.value)),
      r: 3.4,
    },
  ]);
}

/** A range, with its mode where it has one. The thin vertical line is zero. */
export function placeRangeMark({
  min,
  max,
  mode,
}: {
  readonly min: number;
  readonly max: number;
  readonly mode: number | null;
}): Scene {
  const [width, height] = [96, 14];
  // A year, or a narrow range far from zero, would collapse to a dot on an axis that includes zero.
  const far = min > 0 && min > 0.9 * max;
  const from = far ? min - (max - min) / 2 : Math.min(0, min);
  const upTo = far ? max + (max - min) / 2 : Math.max(0, max);
  const x = scaleLinear()
    .domain(from === upTo ? [from, from + 1] : [from, upTo])
    .range([3, width - 3]);
  return scene(width, height, [
    lineAt('numbers', 'grid', 3, 7, width - 3, 7),
    ...(far ? [] : [lineAt('zero', 'axis', x(0), 3, x(0), 11)]),
    barAt('span', 'range__span', [x(min), x(max)], { y: 4, height: 6, least: 1.5 }),
    ...(mode === null ? [] : [lineAt('mode', 'range__mode', x(mode), 1, x(mode), 13)]),
  ]);
}

/** A bullet chart: current band and median, the baseline hollow, and a vertical line at the initial value. */
export function placeStandingMark({
  p10,
  p50,
  p90,
  before,
  start,
  domain,
  better,
}: {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly before: number | null;
  readonly start: number | null;
  readonly domain: readonly [number, number];
  /** direction of improvement; the axis is flipped so that better is to the right */
  readonly better: 'up' | 'down';
}): Scene {
  const [width, height, middle] = [240, 34, 17];
  const x = scaleLinear()
    .domain([...domain])
    .range(better === 'up' ? [8, width - 8] : [width - 8, 8]);
  return scene(width, height, [
    lineAt('numbers', 'grid', 8, middle, width - 8, middle),
    ...(start === null ? [] : [lineAt('start', 'target', x(start), 5, x(start), 29)]),
    barAt('band', 'band', [x(p10), x(p90)], { y: 11, height: 12 }),
    ...(before === null
      ? []
      : [
          {
            is: 'circle',
            key: 'before',
            role: 'dot dot--expected',
            cx: pixel(x(before)),
            cy: middle,
            r: 4.5,
          } as const,
        ]),
    { is: 'circle', key: 'middle', role: 'read', kind: 'computed', cx: pixel(x(p50)), cy: middle, r: 5 },
  ]);
}
