import { extent } from 'd3-array';
import { axisRoom, axisTitle, valueAxis } from '../layout/axis.ts';
import { valueDomain } from '../layout/domain.ts';
import { textWidth } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import { type Group, lineAt, type Mark, pathOf, pixel, type Scene, textAt } from '../scene/scene.ts';

/** A forecast of one value, and the outcome. */
export interface Forecast {
  /** decimal years: origin of the forecast, and the time it is for */
  readonly origin: number;
  readonly time: number;
  readonly period: string;
  /** quantiles of 10, 25, 50, 75 and 90 % */
  readonly quantiles: readonly [number, number, number, number, number];
  readonly came: number;
  /** whether the outcome lies within the 10-90 % interval */
  readonly inside: boolean;
}

/** Forecasts of one series. */
export interface ForecastSeries {
  readonly name: string;
  readonly forecasts: readonly Forecast[];
  readonly tick: (value: number) => string;
  /** unit of the values, written above their axis */
  readonly axisTitle?: string;
}

const height = 190;
const margin = { top: 10, bottom: 24 };

/**
 * Forecasts of one series against the outcomes. At each time one bar per origin, oldest first: thin for the 10-90 % interval, thick
 * for the 25-75 % interval, a notch at the median. The outcome is a dot; a cross where it lies outside the thin bar.
 */
export function placeForecasts(series: ForecastSeries, width: number): Scene {
  const { name, forecasts, tick } = series;
  /** Each time with its period: that of the first forecast for it. */
  const periods = [
    ...new Map(forecasts.toReversed().map(({ time, period }): [number, string] => [time, period])),
  ].sort(([a], [b]) => a - b);
  const times = periods.map(([time]) => time);
  const origins = new Set(forecasts.map(({ origin }) => origin));
  const y = scaleLinear()
    .domain(valueDomain(forecasts.flatMap(({ quantiles, came }) => [...quantiles, came])))
    .nice(4)
    .range([height - margin.bottom, margin.top + axisRoom(series.axisTitle)]);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((value) => textWidth(tick(value)))) + 12;
  const [first = 0, last = 1] = extent(times);
  const step = (width - left - 8) / Math.max(1, times.length);
  const x = (time: number): number =>
    left + step / 2 + (first === last ? 0 : ((time - first) / (last - first)) * (width - left - 8 - step));
  const spacing = Math.min(11, step / (origins.size + 1.5));
  const placeOf = ({ time, origin }: Forecast): number => {
    const here = [...new Set(forecasts.filter((one) => one.time === time).map((one) => one.origin))];
    here.sort((a, b) => a - b);
    return x(time) + (here.indexOf(origin) - (here.length - 1) / 2) * spacing;
  };
  return {
    width,
    height,
    name,
    marks: [
      ...axisTitle(series.axisTitle, width),
      ...valueAxis({ ticks, y, from: left, to: width - 8, tick }),
      ...periods.map(([time, period]) =>
        textAt(`time ${time}`, 'tick', x(time), height - 6, period.slice(0, step < 54 ? 4 : 7), 'middle'),
      ),
      ...forecasts.map(
        (one): Group => ({
          is: 'group',
          key: `${one.origin} ${one.time}`,
          marks: forecastMarks(one, placeOf(one), y),
        }),
      ),
    ],
  };
}

function forecastMarks(
  { quantiles, came, inside }: Forecast,
  at: number,
  y: (value: number) => number,
): readonly Mark[] {
  const [p10, p25, p50, p75, p90] = quantiles;
  const [dotX, dotY] = [pixel(at), pixel(y(came))];
  return [
    lineAt('eight in ten', 'forecast', at, y(p10), at, y(p90), 'computed'),
    lineAt('five in ten', 'forecast forecast--half', at, y(p25), at, y(p75), 'computed'),
    lineAt('middle', 'forecast__middle', at - 3.5, y(p50), at + 3.5, y(p50), 'computed'),
    inside
      ? { is: 'circle', key: 'came', role: 'dot', kind: 'observed', cx: dotX, cy: dotY, r: 2.6 }
      : pathOf('came', 'missed', `M${pixel(dotX - 4)} ${pixel(dotY - 4)}l8 8m0 -8l-8 8`, 'observed'),
  ];
}
