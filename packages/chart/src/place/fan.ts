import { extent } from 'd3-array';
import { area, line } from 'd3-shape';
import { at } from '../layout/at.ts';
import {
  arrow,
  axisRoom,
  axisTitle,
  momentsOn,
  targetRole,
  timeText,
  timeTick,
  valueAxis,
} from '../layout/axis.ts';
import { valueDomain } from '../layout/domain.ts';
import { type Box, font, overlap, spread, textBox, textWidth } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import {
  type Group,
  lineAt,
  type Mark,
  pathDigits,
  pathOf,
  pixel,
  type Scene,
  type TextMark,
  textAt,
} from '../scene/scene.ts';
import { type DotStatus, dotAt } from './dot.ts';

/** Quantiles over an ensemble of futures, one value of each per time step. */
export interface Fan {
  /** decimal years, or the time unit of a custom model; ascending */
  readonly time: readonly number[];
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
}

/** An observation drawn with a fan. */
export interface FanDot {
  readonly key: string;
  readonly time: number;
  readonly value: number;
  readonly status: DotStatus;
  /** label of the status, drawn at the last dot of each status */
  readonly statusSaid: string;
}

/** The value that a target requires. */
export interface TargetLine {
  readonly value: number;
  readonly direction: 'at-least' | 'at-most';
  /** true where the agenda states no value and the model assumes one */
  readonly assumed: boolean;
  /** in words: `Doel: ten minste 62.000 woningen`, and the same without its unit */
  readonly label: string;
  readonly brief: string;
}

/** The fan of a target or of one element of a model. */
export interface FanSeries {
  /** text alternative: states the finding */
  readonly name: string;
  readonly fan: Fan | null;
  /** a single run, not an ensemble: neither band nor band labels */
  readonly single: boolean;
  readonly dots: readonly FanDot[];
  readonly target: TargetLine | null;
  /** quantiles of the outcome at the horizon; null where nothing is computed */
  readonly read: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
  /** time at which the target is evaluated, and its label; null where none is */
  readonly horizon: { readonly time: number; readonly label: string } | null;
  /** current time; null where the times of the fan are not calendar years */
  readonly today: { readonly time: number; readonly label: string } | null;
  /** direction of the value axis: low values at the top for a ranking; high ones by default */
  readonly top?: 'high' | 'low';
  /** formatters: a value with its unit, without it, and as a tick label */
  readonly show: (value: number) => string;
  readonly brief: (value: number) => string;
  readonly tick: (value: number) => string;
  /** unit of the values, written above their axis */
  readonly axisTitle?: string;
  readonly words: { readonly low: string; readonly median: string; readonly high: string };
}

const margin = { top: 26, bottom: 26, left: 8 };

/** All values that the domain of the value axis must include. */
export const valuesOfFan = ({
  fan,
  dots,
  target,
}: {
  readonly fan: Fan | null;
  readonly dots: readonly { readonly value: number }[];
  readonly target: { readonly value: number } | null;
}): readonly number[] => [
  ...dots.map(({ value }) => value),
  ...(fan === null ? [] : [...fan.p10, ...fan.p90]),
  ...(target === null ? [] : [target.value]),
];

/** A fan chart: observations, the 10-90 % band, the median, and the target line up to its horizon. */
export function placeFan(series: FanSeries, width: number): Scene {
  const { name, fan, single, dots, target, read, horizon, today, tick, words } = series;
  const narrow = width < 480;
  // In a narrow chart the tick labels omit the unit: the heading above the chart states it.
  const format = narrow ? series.brief : series.show;
  const height = Math.round(Math.min(380, Math.max(250, width * 0.46)));
  const above = margin.top + axisRoom(series.axisTitle);
  const right = fan === null || single ? (narrow ? 14 : 24) : narrow ? 14 : 104;
  const [first = 0, last = 0] = extent([
    ...dots.map(({ time }) => time),
    ...(horizon === null ? [] : [horizon.time]),
    ...(fan === null ? [today?.time ?? 0] : fan.time),
  ]);
  const floor = height - margin.bottom;
  const y = scaleLinear()
    .domain(valueDomain(valuesOfFan(series)))
    .nice(5)
    .range(series.top === 'low' ? [above, floor] : [floor, above]);
  const ticks = y.ticks(narrow ? 4 : 5);
  const left = margin.left + Math.max(...ticks.map((value) => textWidth(tick(value)))) + 6;
  const x = scaleLinear()
    .domain([today === null ? first : Math.floor(first), last])
    .range([left, width - right]);
  const moments = momentsOn(first, last, width - right - left, narrow);
  const hx = x(horizon?.time ?? last);
  const targetY = target === null ? null : y(target.value);
  const targetLabel =
    target === null || targetY === null
      ? []
      : [
          textAt(
            'target label',
            'label label--target',
            left + 6,
            targetY < above + 16 ? targetY + 15 : targetY - 6,
            narrow ? target.brief : target.label,
          ),
        ];
  return {
    width,
    height,
    name,
    marks: [
      ...axisTitle(series.axisTitle, width),
      ...valueAxis({ ticks, y, from: left, to: width - right, tick }),
      ...moments.map((time) =>
        timeTick(time, x(time), floor, timeText(time, moments), x(time) > width - 20 ? 'end' : 'middle'),
      ),
      ...(fan === null ? [] : fanPaths(fan, today?.time ?? null, x, y)),
      ...(today === null ? [] : [lineAt('today', 'today', x(today.time), above - 6, x(today.time), floor)]),
      ...(today !== null && (horizon === null || Math.abs(hx - x(today.time)) > 52)
        ? [textAt('today label', 'tick', x(today.time), above - 10, today.label, 'middle')]
        : []),
      ...(horizon === null
        ? []
        : [
            lineAt('horizon', 'horizon', hx, above - 6, hx, floor),
            textAt(
              'horizon label',
              'tick tick--strong',
              hx,
              above - 10,
              horizon.label,
              hx > width - 60 ? 'end' : 'middle',
            ),
          ]),
      ...(target === null ? [] : targetLine(target, left, hx, y(target.value), series.top)),
      ...targetLabel,
      ...dots.map(({ key, status, time, value }) => dotAt(`dot ${key}`, status, x(time), y(value))),
      ...statusLabels(dots, { x, y, targetY, left, width, taken: targetLabel.map(boxOfText) }),
      ...(read === null
        ? []
        : readings(read, { y, hx, format, above, floor, labelRight: hx < width - right - 70 })),
      ...(fan === null || narrow || single
        ? []
        : endLabels(fan, y, width - right + 6, [above, floor], words)),
    ],
  };
}

type Scale = (value: number) => number;

/** The target line up to its horizon, with an arrow head on the side that meets it. */
export function targetLine(
  target: TargetLine,
  left: number,
  right: number,
  y: number,
  top: 'high' | 'low' = 'high',
): readonly Mark[] {
  const kind = target.assumed ? 'assumed' : 'stated';
  return [
    lineAt('target', targetRole(target.assumed), left, y, right, y, kind),
    pathOf(
      'target end',
      'target-end',
      arrow(right, y, (target.direction === 'at-least') === (top === 'high')),
      kind,
    ),
  ];
}

/** Band and median of a fan: the past is drawn fainter. */
function fanPaths(fan: Fan, today: number | null, x: Scale, y: Scale): readonly Mark[] {
  const index = fan.time.map((_, i) => i);
  const past = index.filter((i) => today !== null && at(fan.time, i) <= today);
  const ahead = index.slice(Math.max(0, past.length - 1));
  const of = (row: readonly number[]) => (i: number) => y(at(row, i));
  const times = (i: number): number => x(at(fan.time, i));
  const band = area<number>().digits(pathDigits).x(times).y0(of(fan.p10)).y1(of(fan.p90));
  const middle = line<number>().digits(pathDigits).x(times).y(of(fan.p50));
  return [
    pathOf('band past', 'band band--past', band(past), 'computed'),
    pathOf('band', 'band', band(ahead), 'computed'),
    pathOf('median past', 'median median--past', middle(past), 'computed'),
    pathOf('median', 'median', middle(ahead), 'computed'),
  ];
}

const boxOfText = ({ text, x, y, anchor = 'start' }: TextMark): Box => textBox(text, x, y, anchor);

/** Candidate offsets of a label's baseline from its dot, in order of preference. */
const labelOffsets = [-9, 18, -23, 32];
const dotRadius = 4;

/** Status labels, each at the last dot of its status: above or below, whichever overlaps no dot and no other label. */
function statusLabels(
  dots: readonly FanDot[],
  place: {
    x: Scale;
    y: Scale;
    targetY: number | null;
    left: number;
    width: number;
    taken: readonly Box[];
  },
): readonly Mark[] {
  const { x, y, targetY, left, width } = place;
  const taken: Box[] = [
    ...place.taken,
    ...dots.map(({ time, value }) => ({
      left: x(time) - dotRadius,
      right: x(time) + dotRadius,
      top: y(value) - dotRadius,
      bottom: y(value) + dotRadius,
    })),
  ];
  const lastOf = new Map(dots.map((dot) => [dot.status, dot]));
  return [...lastOf.values()].map(({ status, statusSaid, time, value }) => {
    const anchor = x(time) > width - 90 ? 'end' : x(time) < left + 50 ? 'start' : 'middle';
    const nearTarget = targetY !== null && Math.abs(targetY - y(value)) < 22;
    const tried = nearTarget ? labelOffsets.filter((away) => away > 0) : labelOffsets;
    const free = tried.find((away) => {
      const box = textBox(statusSaid, x(time), y(value) + away, anchor);
      return !taken.some((other) => overlap(box, other));
    });
    // Where every offset overlaps something, the preferred one.
    const baseline = y(value) + (free ?? at(tried, 0));
    taken.push(textBox(statusSaid, x(time), baseline, anchor));
    return textAt(`status ${status}`, 'label label--dot', x(time), baseline, statusSaid, anchor);
  });
}

/** The quantiles at the horizon: three dots with value labels, whose collisions are resolved. */
function readings(
  read: NonNullable<FanSeries['read']>,
  place: {
    y: Scale;
    hx: number;
    format: (value: number) => string;
    above: number;
    floor: number;
    labelRight: boolean;
  },
): readonly Group[] {
  const { y, hx, format, above, floor, labelRight } = place;
  const three = (['p90', 'p50', 'p10'] as const).map((key) => ({ key, at: y(read[key]), value: read[key] }));
  return spread(three, font + 3, above + 6, floor - 4).map(({ key, at, value }) => {
    const strong = key === 'p50';
    return {
      is: 'group',
      key: `read ${key}`,
      marks: [
        {
          is: 'circle',
          key: 'dot',
          role: strong ? 'read read--strong' : 'read',
          kind: 'computed',
          cx: pixel(hx),
          cy: pixel(y(value)),
          r: strong ? 4 : 2.5,
        },
        textAt(
          'text',
          strong ? 'label label--strong' : 'label',
          labelRight ? hx + 8 : hx - 8,
          at + 4,
          format(value),
          labelRight ? 'start' : 'end',
        ),
      ],
    };
  });
}

function endLabels(
  fan: Fan,
  y: Scale,
  x: number,
  [top, floor]: readonly [number, number],
  words: FanSeries['words'],
): readonly Mark[] {
  const end = fan.time.length - 1;
  const ends = [
    { key: 'high', at: y(at(fan.p90, end)), text: words.high },
    { key: 'median', at: y(at(fan.p50, end)), text: words.median },
    { key: 'low', at: y(at(fan.p10, end)), text: words.low },
  ];
  return spread(ends, font + 3, top, floor).map(({ key, at: middle, text }) =>
    textAt(`end ${key}`, key === 'median' ? 'label label--strong' : 'label', x, middle + 4, text),
  );
}
