import type { FanSeries, ObservedPoint, TargetStanding } from '@schaalsprong/wire';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Words } from '../lib/hooks.tsx';
import { Dot } from './Dot.tsx';
import { valueDomain } from './domain.ts';
import { spread } from './labels.ts';
import { Plot, ValueAxis } from './Plot.tsx';

type Quantiles = NonNullable<TargetStanding['projected']>;

interface Props {
  readonly width: number;
  readonly titleId: string;
  /** Text alternative: says the finding. */
  readonly alt: string;
  readonly fan: FanSeries | null;
  readonly observed: readonly ObservedPoint[];
  /** True where a value belongs to the middle of its period (a rate), false where to its end (a stock or a total). */
  readonly midPeriod: boolean;
  /** One run, not many futures: no band, and no words for one. */
  readonly single?: boolean;
  readonly target: {
    readonly value: number;
    readonly direction: 'at-least' | 'at-most';
    readonly assumed: boolean;
  } | null;
  /** What the model expects at the horizon, read as the outcome asks; null where nothing is computed. */
  readonly read: Quantiles | null;
  /** Decimal year at which the target is judged, and how that is said; null where nothing is judged. */
  readonly horizon: { readonly time: number; readonly label: string } | null;
  /** Decimal year in which the reader is; null where the times of the fan are no years of ours. */
  readonly today: number | null;
  /** The target in words: `ten minste 62.000 woningen`. */
  readonly goal: string;
  readonly show: (value: number) => string;
  /** The same without the unit. */
  readonly brief: (value: number) => string;
  readonly tick: (value: number) => string;
  readonly words: Words;
}

const font = 12;
const margin = { top: 26, bottom: 26, left: 8 };

/** Decimal year at which a point is drawn. */
export const timeOfPoint = (point: ObservedPoint, midPeriod: boolean): number =>
  midPeriod ? (point.start + point.end) / 2 : point.end;

/** Times that are written on the axis: whole years where they fit, else round numbers with room for each. */
export function momentsOn(first: number, last: number, room: number, narrow: boolean): readonly number[] {
  const span = last - first;
  if (span < 6 || span > 30)
    return scaleLinear()
      .domain([first, last])
      .ticks(Math.max(2, Math.floor(room / 64)));
  const step = narrow || span > 14 ? 5 : 2;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

/** All values that the value axis must hold. */
export const valuesShown = (
  fan: FanSeries | null,
  observed: readonly ObservedPoint[],
  target: number | null,
): readonly number[] => [
  ...observed.map((point) => point.value),
  ...(fan === null ? [] : [...fan.p10, ...fan.p90]),
  ...(target === null ? [] : [target]),
];

/** Observed dots, the band where eight in ten futures lie, the middle future, and the line of the target up to its horizon. */
export function FanChart(props: Props) {
  const {
    width,
    titleId,
    alt,
    fan,
    observed,
    midPeriod,
    single = false,
    target,
    read,
    horizon,
    today,
    goal,
    show,
    brief,
    tick,
    words,
  } = props;
  const narrow = width < 480;
  // Where there is little room the unit is left to the words above the chart.
  const said = narrow ? brief : show;
  const height = Math.round(Math.min(380, Math.max(250, width * 0.46)));
  const right = fan === null || single ? (narrow ? 14 : 24) : narrow ? 14 : 104;
  const points = observed.map((point) => ({ point, time: timeOfPoint(point, midPeriod) }));
  const times = [
    ...points.map((p) => p.time),
    ...(horizon === null ? [] : [horizon.time]),
    ...(fan === null ? [today ?? 0] : [fan.time[0] ?? 0, fan.time.at(-1) ?? 0]),
  ];
  const [first = 0, last = 0] = extent(times);
  const values = valuesShown(fan, observed, target === null ? null : target.value);
  const y = scaleLinear()
    .domain(valueDomain(values))
    .nice(5)
    .range([height - margin.bottom, margin.top]);
  const ticks = y.ticks(narrow ? 4 : 5);
  const left = margin.left + Math.max(...ticks.map((value) => tick(value).length)) * font * 0.58 + 6;
  const x = scaleLinear()
    .domain([today === null ? first : Math.floor(first), last])
    .range([left, width - right]);
  const floor = height - margin.bottom;
  const moments = momentsOn(first, last, width - right - left, narrow);
  const writtenTime = x.tickFormat(moments.length);
  const index = fan === null ? [] : fan.time.map((_, i) => i);
  const past = index.filter((i) => today !== null && (fan?.time[i] ?? 0) <= today);
  const ahead = index.slice(Math.max(0, past.length - 1));
  const band = area<number>()
    .x((i) => x(fan?.time[i] ?? 0))
    .y0((i) => y(fan?.p10[i] ?? 0))
    .y1((i) => y(fan?.p90[i] ?? 0));
  const middle = line<number>()
    .x((i) => x(fan?.time[i] ?? 0))
    .y((i) => y(fan?.p50[i] ?? 0));
  const ends =
    fan === null || narrow || single
      ? []
      : spread(
          [
            { key: 'high', at: y(fan.p90.at(-1) ?? 0), text: words.t('chart.high'), strong: false },
            { key: 'median', at: y(fan.p50.at(-1) ?? 0), text: words.t('chart.median'), strong: true },
            { key: 'low', at: y(fan.p10.at(-1) ?? 0), text: words.t('chart.low'), strong: false },
          ],
          font + 3,
          margin.top,
          floor,
        );
  const hx = x(horizon?.time ?? last);
  const atHorizon =
    read === null
      ? []
      : (['p90', 'p50', 'p10'] as const).map((key) => ({
          key,
          at: y(read[key]),
          value: read[key],
          strong: key === 'p50',
        }));
  const values10 = spread(atHorizon, font + 3, margin.top + 6, floor - 4);
  const labelRight = hx < width - right - 70;
  const targetY = target === null ? null : y(target.value);
  const lastByStatus = new Map(points.map((p) => [p.point.status, p]));
  return (
    <Plot width={width} height={height} titleId={titleId} alt={alt}>
      <ValueAxis ticks={ticks} y={y} from={left} to={width - right} tick={tick} />
      {moments.map((time) => (
        <g key={time}>
          <line className="axis" x1={x(time)} x2={x(time)} y1={floor} y2={floor + 4} />
          <text
            className="tick"
            x={x(time)}
            y={floor + 17}
            textAnchor={x(time) > width - 20 ? 'end' : 'middle'}
          >
            {Number.isInteger(time) ? time : writtenTime(time)}
          </text>
        </g>
      ))}
      {fan !== null && (
        <>
          <path className="band band--past" d={band(past) ?? ''} />
          <path className="band" d={band(ahead) ?? ''} />
          <path className="median median--past" d={middle(past) ?? ''} />
          <path className="median" d={middle(ahead) ?? ''} />
        </>
      )}
      {today !== null && (
        <line className="today" x1={x(today)} x2={x(today)} y1={margin.top - 6} y2={floor} />
      )}
      {today !== null && (horizon === null || Math.abs(hx - x(today)) > 52) && (
        <text className="tick" x={x(today)} y={margin.top - 10} textAnchor="middle">
          {words.t('chart.today')}
        </text>
      )}
      {horizon !== null && (
        <>
          <line className="horizon" x1={hx} x2={hx} y1={margin.top - 6} y2={floor} />
          <text
            className="tick tick--strong"
            x={hx}
            y={margin.top - 10}
            textAnchor={hx > width - 60 ? 'end' : 'middle'}
          >
            {horizon.label}
          </text>
        </>
      )}
      {target !== null && targetY !== null && (
        <>
          <line
            className={target.assumed ? 'target target--assumed' : 'target'}
            x1={left}
            x2={hx}
            y1={targetY}
            y2={targetY}
          />
          <path
            className="target-end"
            d={
              target.direction === 'at-least'
                ? `M${hx - 5} ${targetY}L${hx} ${targetY - 8}L${hx + 5} ${targetY}Z`
                : `M${hx - 5} ${targetY}L${hx} ${targetY + 8}L${hx + 5} ${targetY}Z`
            }
          />
          <text
            className="label label--target"
            x={left + 6}
            y={targetY < margin.top + 16 ? targetY + 15 : targetY - 6}
          >
            {`${words.t('chart.target')}: ${narrow ? brief(target.value) : goal}`}
          </text>
        </>
      )}
      {points.map(({ point, time }) => (
        <Dot key={`${point.period} ${point.status}`} status={point.status} x={x(time)} y={y(point.value)} />
      ))}
      {[...lastByStatus.values()].map(({ point, time }) => (
        <text
          key={point.status}
          className="label label--dot"
          x={x(time)}
          y={y(point.value) + (targetY !== null && Math.abs(targetY - y(point.value)) < 22 ? 18 : -9)}
          textAnchor={x(time) > width - 90 ? 'end' : x(time) < left + 50 ? 'start' : 'middle'}
        >
          {words.t(`observed.${point.status}`)}
        </text>
      ))}
      {values10.map(({ key, at: place, value, strong }) => (
        <g key={key}>
          <circle
            className={strong ? 'read read--strong' : 'read'}
            cx={hx}
            cy={y(value)}
            r={strong ? 4 : 2.5}
          />
          <text
            className={strong ? 'label label--strong' : 'label'}
            x={labelRight ? hx + 8 : hx - 8}
            y={place + 4}
            textAnchor={labelRight ? 'start' : 'end'}
          >
            {said(value)}
          </text>
        </g>
      ))}
      {ends.map((end) => (
        <text
          key={end.key}
          className={end.strong ? 'label label--strong' : 'label'}
          x={width - right + 6}
          y={end.at + 4}
        >
          {end.text}
        </text>
      ))}
    </Plot>
  );
}
