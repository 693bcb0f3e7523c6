import { extent } from 'd3-array';
import { area, line } from 'd3-shape';
import { at } from '../layout/at.ts';
import { axisRoom, axisTitle, valueAxis } from '../layout/axis.ts';
import { valueDomain } from '../layout/domain.ts';
import { textWidth } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import { lineAt, type Mark, pathOf, type Scene, textAt } from '../scene/scene.ts';
import { type Fan, type TargetLine, targetLine } from './fan.ts';

/** Quantiles of one outcome over the ensemble; without the inner band where only the outer one is known. */
export interface OutcomeBand extends Fan {
  readonly p25?: readonly number[];
  readonly p75?: readonly number[];
}

/** One outcome of the policy table. */
export interface OutcomeSeries {
  /** text alternative: states the finding */
  readonly name: string;
  readonly band: OutcomeBand;
  /** baseline of the comparison; null for the baseline itself */
  readonly before: OutcomeBand | null;
  readonly target:
    | (TargetLine & {
        /** decimal year at which the target is evaluated, and its label */
        readonly horizon: { readonly time: number; readonly label: string };
      })
    | null;
  readonly today: { readonly time: number; readonly label: string };
  readonly tick: (value: number) => string;
  /** unit of the values, written above their axis */
  readonly axisTitle?: string;
}

const margin = { top: 18, bottom: 20, right: 10 };
/** Decimals of path coordinates: fewer than elsewhere, since the chart is redrawn at every move of a lever. */
const digits = 1;
/** Width of a tick label with its margin, in pixels. */
const roomForYear = 54;

/** Ticks of the time axis: every fifth year, or every tenth where they would collide. */
function yearsBetween(first: number, last: number, room: number): readonly number[] {
  const step = (room / (last - first)) * 5 >= roomForYear ? 5 : 10;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

/**
 * One outcome over the ensemble: the 10-90 % band, the 25-75 % band, the median; the target line up to its horizon; and thin,
 * the median of the baseline. Redrawn at every move of a lever, hence few elements.
 */
export function placeOutcome(
  series: OutcomeSeries,
  { width, height }: { width: number; height: number },
): Scene {
  const { name, band, before, target, today, tick } = series;
  const floor = height - margin.bottom;
  const room = axisRoom(series.axisTitle);
  const above = margin.top + room;
  const y = scaleLinear()
    .domain(
      valueDomain([
        ...band.p10,
        ...band.p90,
        // Include the baseline in the domain, so that the axis stays fixed while a lever moves.
        ...(before === null ? [] : [...before.p10, ...before.p90]),
        ...(target === null ? [] : [target.value]),
      ]),
    )
    .nice(3)
    .range([floor, above]);
  const ticks = y.ticks(3);
  const left = 6 + Math.max(...ticks.map((value) => textWidth(tick(value)))) + 5;
  const [begin = 0, last = 1] = extent(band.time);
  const first = Math.floor(begin);
  const x = scaleLinear()
    .domain([first, last])
    .range([left, width - margin.right]);
  return {
    width,
    height,
    name,
    marks: [
      ...axisTitle(series.axisTitle, width),
      ...valueAxis({ ticks, y, from: left, to: width - margin.right, tick }),
      ...yearsBetween(first, last, width - margin.right - left).map((year) =>
        textAt(
          `year ${year}`,
          'tick',
          x(year),
          floor + 15,
          String(year),
          x(year) > width - 20 ? 'end' : 'middle',
        ),
      ),
      ...bands(band, before, today.time, x, y),
      lineAt('today', 'today', x(today.time), above, x(today.time), floor),
      textAt('today label', 'tick', x(today.time), room + 12, today.label, 'middle'),
      ...(target === null
        ? []
        : targetMarks(
            target,
            { hx: x(target.horizon.time), ty: y(target.value), todayX: x(today.time) },
            {
              left,
              width,
              room,
              floor,
            },
          )),
    ],
  };
}

type Scale = (value: number) => number;

function bands(
  band: OutcomeBand,
  before: OutcomeBand | null,
  today: number,
  x: Scale,
  y: Scale,
): readonly Mark[] {
  const steps = band.time.map((_, k) => k);
  const past = steps.filter((k) => at(band.time, k) <= today);
  const ahead = steps.slice(Math.max(0, past.length - 1));
  const between = (low: readonly number[], high: readonly number[]) =>
    area<number>()
      .digits(digits)
      .x((k) => x(at(band.time, k)))
      .y0((k) => y(at(low, k)))
      .y1((k) => y(at(high, k)));
  const middle = ({ time, p50 }: OutcomeBand) =>
    line<number>()
      .digits(digits)
      .x((k) => x(at(time, k)))
      .y((k) => y(at(p50, k)));
  const outer = between(band.p10, band.p90);
  const { p25, p75 } = band;
  const own = middle(band);
  return [
    pathOf('outer past', 'band band--past', outer(past), 'computed'),
    pathOf('outer', 'band', outer(ahead), 'computed'),
    ...(p25 === undefined || p75 === undefined
      ? []
      : [pathOf('inner', 'band', between(p25, p75)(ahead), 'computed')]),
    pathOf('median past', 'median median--past', own(past), 'computed'),
    pathOf('median', 'median', own(ahead), 'computed'),
    ...(before === null
      ? []
      : [pathOf('before', 'median-before', middle(before)(before.time.map((_, k) => k)), 'computed')]),
  ];
}

function targetMarks(
  target: NonNullable<OutcomeSeries['target']>,
  { hx, ty, todayX }: { hx: number; ty: number; todayX: number },
  { left, width, room, floor }: { left: number; width: number; room: number; floor: number },
): readonly Mark[] {
  return [
    lineAt('horizon', 'horizon', hx, margin.top + room, hx, floor),
    ...(Math.abs(hx - todayX) > 34
      ? [
          textAt(
            'horizon label',
            'tick tick--strong',
            hx,
            room + 12,
            target.horizon.label,
            hx > width - 30 ? 'end' : 'middle',
          ),
        ]
      : []),
    ...targetLine(target, left, hx, ty),
    textAt(
      'target label',
      'label label--target',
      left + 4,
      ty < margin.top + room + 14 ? ty + 14 : ty - 5,
      target.label,
    ),
  ];
}
