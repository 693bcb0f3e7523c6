import { extent } from 'd3-array';
import { line } from 'd3-shape';
import { axisRoom, axisTitle, momentsOn, timeTick, valueAxis } from '../layout/axis.ts';
import { valueDomain } from '../layout/domain.ts';
import { cut, font, spread, textWidth } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import type { Role } from '../scene/looks.ts';
import {
  type Group,
  lineAt,
  type Mark,
  pathDigits,
  pathOf,
  pixel,
  type Scene,
  textAt,
} from '../scene/scene.ts';
import { type DotStatus, dotAt } from './dot.ts';

/** A value at a moment. */
export interface TimedValue {
  /** decimal years */
  readonly time: number;
  readonly value: number;
}

/** An observation of a measured line. */
export interface LineDot extends TimedValue {
  readonly status: DotStatus;
  /** accessible name: `2022: 1.300 woningen (voorlopig)` */
  readonly said?: string;
}

/** One measured line. */
export interface MeasuredLine {
  readonly key: string;
  /** label at the end of the line; empty for a single line */
  readonly label: string;
  /** connected segments; between two of them the line has a gap (missing value) or a break in the series */
  readonly pieces: readonly (readonly TimedValue[])[];
  /** everything drawn as a dot, forecasts included; sorted by time */
  readonly dots: readonly LineDot[];
}

/** An earlier vintage of the line. */
export interface FormerLine {
  readonly published: string;
  readonly pieces: readonly (readonly TimedValue[])[];
  /** the values that were revised later */
  readonly revised: readonly TimedValue[];
}

/** Measured lines of an indicator, in the unit of its meaning. */
export interface LineSeries {
  /** text alternative: states the finding */
  readonly name: string;
  /** the first is drawn strongest; at most six are distinguishable */
  readonly lines: readonly MeasuredLine[];
  readonly former: readonly FormerLine[];
  /** decimal years of breaks in the series, numbered in the order of the notes */
  readonly breaks: readonly number[];
  /** the path that a target requires: a straight line from its base */
  readonly required: { readonly from: TimedValue; readonly to: TimedValue; readonly label: string } | null;
  /** an estimate for a period without an observation yet, with its 10-90 % interval */
  readonly nowcast: {
    readonly time: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
    readonly label: string;
  } | null;
  /** all observations are of whole years: the end of 2023 is then labelled 2023 */
  readonly wholeYears: boolean;
  /** direction of the value axis: low values at the top for a ranking; high ones by default */
  readonly top?: 'high' | 'low';
  /** formats a tick label of the value axis */
  readonly tick: (value: number) => string;
  /** unit of the values, written above their axis */
  readonly axisTitle?: string;
  /** text shown where there is no data */
  readonly empty: string;
}

const margin = { top: 22, bottom: 26, left: 8 };
/** Longest line of which every dot is drawn; more would clutter it. */
const mostDots = 40;
const emptyHeight = 60;

const roles: readonly Role[] = [
  'measured',
  'measured measured--1',
  'measured measured--2',
  'measured measured--3',
  'measured measured--4',
  'measured measured--5',
];

/** Dots that are drawn: all of a single short line, of others the last and those with a status other than observed. */
const dotsOf = (dots: readonly LineDot[], alone: boolean): readonly LineDot[] =>
  alone && dots.length <= mostDots
    ? dots
    : dots.filter(({ status }, i) => i === dots.length - 1 || /^(provisional|expected)$/.test(status));

/** All points of a series: the domains of the axes must include them. */
const placedValues = ({ lines, former, required, nowcast }: LineSeries): readonly TimedValue[] => [
  ...lines.flatMap(({ dots, pieces }) => [...dots, ...pieces.flat()]),
  ...former.flatMap(({ pieces }) => pieces.flat()),
  ...(required === null ? [] : [required.from, required.to]),
  ...(nowcast === null
    ? []
    : [
        { time: nowcast.time, value: nowcast.p10 },
        { time: nowcast.time, value: nowcast.p90 },
      ]),
];

/** Scales and dimensions that the parts of a line chart share. */
interface Layout {
  readonly width: number;
  readonly height: number;
  /** true in a narrow layout */
  readonly narrow: boolean;
  /** edges of the plot area, in pixels */
  readonly left: number;
  readonly right: number;
  readonly above: number;
  readonly floor: number;
  /** maximum length of an end label, in characters */
  readonly letters: number;
  /** decimal years */
  readonly first: number;
  readonly last: number;
  readonly ticks: readonly number[];
  readonly x: Scale;
  readonly y: Scale;
  readonly path: (piece: readonly TimedValue[]) => string | null;
}

/** Null where there is no data. */
function layoutOf(series: LineSeries, width: number): Layout | null {
  const all = placedValues(series);
  const [first, last] = extent(all, ({ time }) => time);
  if (first === undefined || last === undefined) return null;
  const narrow = width < 480;
  const height = Math.round(Math.min(380, Math.max(240, width * 0.44)));
  const above = margin.top + axisRoom(series.axisTitle);
  const floor = height - margin.bottom;
  const longest = Math.max(0, ...series.lines.map(({ label }) => label.length));
  const letters = narrow ? 13 : 26;
  const right = width - (longest > 0 ? Math.min(longest, letters) * font * 0.63 + 16 : narrow ? 14 : 24);
  const y = scaleLinear()
    .domain(valueDomain(all.map(({ value }) => value)))
    .nice(5)
    .range(series.top === 'low' ? [above, floor] : [floor, above]);
  const ticks = y.ticks(narrow ? 4 : 5);
  const left = margin.left + Math.max(...ticks.map((value) => textWidth(series.tick(value)))) + 6;
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([left + 6, right]);
  const path = line<TimedValue>()
    .digits(pathDigits)
    .x(({ time }) => x(time))
    .y(({ value }) => y(value));
  return { width, height, narrow, left, right, above, floor, letters, first, last, ticks, x, y, path };
}

/** A line chart: measured lines with their dots, earlier vintages, breaks in the series, and the path to the target. */
export function placeLine(series: LineSeries, width: number): Scene {
  const { name, required, nowcast, tick } = series;
  const layout = layoutOf(series, width);
  if (layout === null)
    return {
      width,
      height: emptyHeight,
      name,
      marks: [textAt('empty', 'label', width / 2, emptyHeight / 2 + 4, series.empty, 'middle')],
    };
  const { height, narrow, left, right, ticks, x, y, path } = layout;
  return {
    width,
    height,
    name,
    marks: [
      ...axisTitle(series.axisTitle, width),
      ...valueAxis({ ticks, y, from: left, to: right, tick }),
      ...timeAxis(series, layout),
      ...breakMarks(series, layout),
      ...formerLines(series, layout),
      ...(required === null
        ? []
        : requiredPath(required, { x, y, narrow, d: path([required.from, required.to]) })),
      ...(nowcast === null ? [] : estimate(nowcast, x, y, width)),
      ...measuredLines(series, layout),
      ...endLabels(series, layout),
    ],
  };
}

function timeAxis(
  { wholeYears }: LineSeries,
  { first, last, left, right, narrow, x, floor }: Layout,
): readonly Group[] {
  const shift = wholeYears ? 1 : 0;
  return momentsOn(first - shift, last - shift, right - left, narrow)
    .filter((time) => Number.isInteger(time) || last - first < 2)
    .map((time) =>
      timeTick(time, x(time + shift), floor, Number.isInteger(time) ? String(time) : time.toFixed(2)),
    );
}

const breakMarks = ({ breaks }: LineSeries, { first, last, x, above, floor }: Layout): readonly Group[] =>
  breaks.flatMap((at, i): Group[] =>
    at < first || at > last
      ? []
      : [
          {
            is: 'group',
            key: `break ${at}`,
            marks: [
              lineAt('line', 'break', x(at), above - 4, x(at), floor),
              textAt('text', 'tick tick--strong', x(at), above - 8, String(i + 1), 'middle'),
            ],
          },
        ],
  );

const formerLines = ({ former }: LineSeries, { x, y, path }: Layout): readonly Mark[] => [
  ...former.flatMap(({ published, pieces }) =>
    pieces.map((piece) => pathOf(`former ${published} ${piece[0]?.time}`, 'earlier', path(piece))),
  ),
  ...former.flatMap(({ published, revised }) =>
    revised.map(({ time, value }) =>
      pathOf(
        `revised ${published} ${time}`,
        'earlier',
        `M${pixel(x(time) - 4)} ${pixel(y(value))}H${pixel(x(time) + 4)}`,
      ),
    ),
  ),
];

const measuredLines = ({ lines }: LineSeries, { x, y, path }: Layout): readonly (Group | Mark)[] => [
  ...lines.map(
    ({ key, pieces }, i): Group => ({
      is: 'group',
      key: `line ${key}`,
      marks: pieces.map((piece) =>
        pathOf(String(piece[0]?.time), roles[i % roles.length] ?? 'measured', path(piece), 'observed'),
      ),
    }),
  ),
  ...lines.flatMap(({ key, dots }) =>
    dotsOf(dots, lines.length === 1).map(({ time, value, status, said }) =>
      dotAt(`dot ${key} ${time}`, status, x(time), y(value), said),
    ),
  ),
];

/** End labels of lines with collisions resolved; a displaced label gets a leader line. */
function endLabels({ lines }: LineSeries, { x, y, above, floor, letters }: Layout): readonly Mark[] {
  const ends = lines.flatMap(({ key, label, dots }) => {
    const end = dots.at(-1);
    return end === undefined || label === ''
      ? []
      : [{ key, at: y(end.value), from: y(end.value), label, x: x(end.time) }];
  });
  return spread(ends, font + 3, above, floor).flatMap(({ key, label, at, from, x: end }): Mark[] => [
    ...(Math.abs(at - from) > 4 ? [lineAt(`tie ${key}`, 'leader', end + 4, from, end + 8, at)] : []),
    textAt(`end ${key}`, 'label label--strong', end + 9, at + 4, cut(label, letters)),
  ]);
}

type Scale = (value: number) => number;

function requiredPath(
  { from, to, label }: NonNullable<LineSeries['required']>,
  { x, y, narrow, d }: { x: Scale; y: Scale; narrow: boolean; d: string | null },
): readonly Mark[] {
  const [endX, endY] = [pixel(x(to.time)), pixel(y(to.value))];
  return [
    pathOf('required', 'required', d, 'stated'),
    pathOf('required end', 'target-end', `M${endX} ${pixel(endY - 5)}l5 5l-5 5l-5 -5Z`, 'stated'),
    textAt(
      'required label',
      'label label--target',
      endX - 9,
      endY + (y(to.value) > y(from.value) ? 16 : -9),
      cut(label, narrow ? 28 : 60),
      'end',
    ),
  ];
}

function estimate(
  nowcast: NonNullable<LineSeries['nowcast']>,
  x: Scale,
  y: Scale,
  width: number,
): readonly Mark[] {
  const at = x(nowcast.time);
  // The label of a nowcast goes to its right where it fits, so that it covers no line.
  const fitsRight = at + nowcast.label.length * font * 0.6 + 12 < width;
  return [
    lineAt('nowcast', 'nowcast', at, y(nowcast.p10), at, y(nowcast.p90), 'computed'),
    {
      is: 'circle',
      key: 'nowcast middle',
      role: 'read',
      kind: 'computed',
      cx: pixel(at),
      cy: pixel(y(nowcast.p50)),
      r: 3.5,
    },
    textAt(
      'nowcast label',
      'label',
      at + (fitsRight ? 9 : 4),
      fitsRight ? y(nowcast.p50) + 4 : Math.min(y(nowcast.p10), y(nowcast.p90)) - 7,
      nowcast.label,
      fitsRight ? 'start' : 'end',
    ),
  ];
}
