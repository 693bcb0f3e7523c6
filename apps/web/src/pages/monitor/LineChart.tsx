import type { EarlierLine, LinePoint } from '@schaalsprong/monitor/lines';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { Dot } from '../../charts/Dot.tsx';
import { valueDomain } from '../../charts/domain.ts';
import { momentsOn } from '../../charts/FanChart.tsx';
import { spread } from '../../charts/labels.ts';
import { Plot, ValueAxis } from '../../charts/Plot.tsx';

/** One measured line. */
export interface Series {
  readonly key: string;
  /** written at the end of the line; empty where one line needs no name */
  readonly label: string;
  readonly segments: readonly (readonly LinePoint[])[];
  /** all that is drawn as a dot, what is only expected too */
  readonly points: readonly LinePoint[];
}

interface Props {
  readonly width: number;
  readonly titleId: string;
  /** Text alternative: says the finding. */
  readonly alt: string;
  readonly series: readonly Series[];
  readonly earlier?: readonly EarlierLine[];
  /** decimal years, numbered in the order in which the note names them */
  readonly breaks?: readonly number[];
  readonly required?: {
    readonly from: { readonly time: number; readonly value: number };
    readonly to: { readonly time: number; readonly value: number };
    readonly label: string;
  } | null;
  readonly nowcast?: {
    readonly time: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
    readonly label: string;
  } | null;
  /** all figures are of whole years: the end of 2023 is then written 2023 */
  readonly wholeYears: boolean;
  readonly tick: (value: number) => string;
}

const font = 12;
const margin = { top: 22, bottom: 26, left: 8 };
/** Points up to which each is drawn as a dot; a longer line would be a row of beads. */
const mostDots = 40;

/** Dots that are drawn: of one short line all, of others the last one and what is less sure than measured. */
const dotsOf = (points: readonly LinePoint[], alone: boolean): readonly LinePoint[] =>
  alone && points.length <= mostDots
    ? points
    : points.filter(
        ({ fact }, i) => i === points.length - 1 || /^(provisional|expected)$/.test(fact.standing),
      );

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** Measured lines with their dots, what they were before, where they break, and the path to the target. */
export function LineChart({
  width,
  titleId,
  alt,
  series,
  earlier = [],
  breaks = [],
  required = null,
  nowcast = null,
  wholeYears,
  tick,
}: Props) {
  const narrow = width < 480;
  const height = Math.round(Math.min(380, Math.max(240, width * 0.44)));
  const named = series.some(({ label }) => label !== '');
  const longest = Math.max(0, ...series.map(({ label }) => label.length));
  const letters = narrow ? 13 : 26;
  const right = named ? Math.min(longest, letters) * font * 0.63 + 16 : narrow ? 14 : 24;
  const all = [
    ...series.flatMap(({ points }) => points),
    ...earlier.flatMap(({ segments }) => segments.flat()),
  ];
  const [first = 0, last = 1] = extent([
    ...all.map(({ time }) => time),
    ...(required === null ? [] : [required.from.time, required.to.time]),
    ...(nowcast === null ? [] : [nowcast.time]),
  ]);
  const values = [
    ...all.map(({ value }) => value),
    ...(required === null ? [] : [required.from.value, required.to.value]),
    ...(nowcast === null ? [] : [nowcast.p10, nowcast.p90]),
  ];
  const y = scaleLinear()
    .domain(valueDomain(values))
    .nice(5)
    .range([height - margin.bottom, margin.top]);
  const ticks = y.ticks(narrow ? 4 : 5);
  const left = margin.left + Math.max(...ticks.map((value) => tick(value).length)) * font * 0.58 + 6;
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([left + 6, width - right]);
  const floor = height - margin.bottom;
  // The words of a nowcast stand to its right where there is room, so that they lie on no line.
  const beside = nowcast !== null && x(nowcast.time) + nowcast.label.length * font * 0.6 + 12 < width;
  const shift = wholeYears ? 1 : 0;
  const moments = momentsOn(first - shift, last - shift, width - right - left, narrow).filter(
    (time) => Number.isInteger(time) || last - first < 2,
  );
  const path = line<{ readonly time: number; readonly value: number }>()
    .x(({ time }) => x(time))
    .y(({ value }) => y(value));
  const ends = spread(
    series.flatMap(({ key, label, points }) => {
      const end = points.at(-1);
      return end === undefined || label === '' ? [] : [{ key, at: y(end.value), label, time: end.time }];
    }),
    font + 3,
    margin.top,
    floor,
  );
  return (
    <Plot width={width} height={height} titleId={titleId} alt={alt}>
      <ValueAxis ticks={ticks} y={y} from={left} to={width - right} tick={tick} />
      {moments.map((time) => (
        <g key={time}>
          <line className="axis" x1={x(time + shift)} x2={x(time + shift)} y1={floor} y2={floor + 4} />
          <text className="tick" x={x(time + shift)} y={floor + 17} textAnchor="middle">
            {Number.isInteger(time) ? time : time.toFixed(2)}
          </text>
        </g>
      ))}
      {breaks.map((at, i) =>
        at < first || at > last ? null : (
          <g key={at}>
            <line className="break" x1={x(at)} x2={x(at)} y1={margin.top - 4} y2={floor} />
            <text className="tick tick--strong" x={x(at)} y={margin.top - 8} textAnchor="middle">
              {i + 1}
            </text>
          </g>
        ),
      )}
      {earlier.flatMap(({ published, segments }) =>
        segments.map((segment) => (
          <path key={`${published} ${segment[0]?.time}`} className="earlier" d={path(segment) ?? ''} />
        )),
      )}
      {earlier.flatMap(({ published, revised }) =>
        revised.map(({ time, value }) => (
          <path
            key={`${published} ${time}`}
            className="earlier"
            d={`M${x(time) - 4} ${y(value)}H${x(time) + 4}`}
          />
        )),
      )}
      {required !== null && (
        <>
          <path className="required" d={path([required.from, required.to]) ?? ''} />
          <path
            className="target-end"
            d={`M${x(required.to.time)} ${y(required.to.value) - 5}l5 5l-5 5l-5 -5Z`}
          />
          <text
            className="label label--target"
            x={x(required.to.time) - 9}
            y={y(required.to.value) + (required.to.value < required.from.value ? 16 : -9)}
            textAnchor="end"
          >
            {cut(required.label, narrow ? 28 : 60)}
          </text>
        </>
      )}
      {nowcast !== null && (
        <>
          <line
            className="nowcast"
            x1={x(nowcast.time)}
            x2={x(nowcast.time)}
            y1={y(nowcast.p10)}
            y2={y(nowcast.p90)}
          />
          <circle className="read" cx={x(nowcast.time)} cy={y(nowcast.p50)} r="3.5" />
          <text
            className="label"
            x={x(nowcast.time) + (beside ? 9 : 4)}
            y={beside ? y(nowcast.p50) + 4 : y(nowcast.p90) - 7}
            textAnchor={beside ? 'start' : 'end'}
          >
            {nowcast.label}
          </text>
        </>
      )}
      {series.map(({ key, segments }, i) => (
        <g key={key}>
          {segments.map((segment) => (
            <path key={segment[0]?.time} className={`measured measured--${i}`} d={path(segment) ?? ''} />
          ))}
        </g>
      ))}
      {series.map(({ key, points }) =>
        dotsOf(points, series.length === 1).map(({ time, value, fact }) => (
          <Dot key={`${key} ${time}`} status={fact.standing} x={x(time)} y={y(value)} />
        )),
      )}
      {ends.map(({ key, label, at, time }) => (
        <text key={key} className="label label--strong" x={x(time) + 9} y={at + 4}>
          {cut(label, letters)}
        </text>
      ))}
    </Plot>
  );
}
