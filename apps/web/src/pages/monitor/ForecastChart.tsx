import type { ForecastCase } from '@schaalsprong/monitor';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { valueDomain } from '../../charts/domain.ts';
import { Plot, ValueAxis } from '../../charts/Plot.tsx';

interface Props {
  readonly width: number;
  readonly titleId: string;
  readonly alt: string;
  readonly cases: readonly ForecastCase[];
  readonly tick: (value: number) => string;
}

const font = 12;
const height = 190;
const margin = { top: 10, bottom: 24 };

/**
 * Forecasts of one series against what came. At each moment one bar per origin, oldest first: thin where eight in ten futures lay,
 * thick where five in ten did, a notch at the middle one. What came is a dot; a cross where it lay outside the thin bar.
 */
export function ForecastChart({ width, titleId, alt, cases, tick }: Props) {
  const times = [...new Set(cases.map(({ time }) => time))].sort((a, b) => a - b);
  const origins = [...new Set(cases.map(({ origin }) => origin))].sort((a, b) => a - b);
  const y = scaleLinear()
    .domain(valueDomain(cases.flatMap(({ model, came }) => [...model, came])))
    .nice(4)
    .range([height - margin.bottom, margin.top]);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((value) => tick(value).length)) * font * 0.58 + 12;
  const [first = 0, last = 1] = extent(times);
  const step = (width - left - 8) / Math.max(1, times.length);
  const x = (time: number): number =>
    left + step / 2 + (first === last ? 0 : ((time - first) / (last - first)) * (width - left - 8 - step));
  const beside = Math.min(11, step / (origins.length + 1.5));
  const placed = (one: ForecastCase): number => {
    const here = cases.filter(({ time }) => time === one.time).map(({ origin }) => origin);
    const nth = [...new Set(here)].sort((a, b) => a - b).indexOf(one.origin);
    return x(one.time) + (nth - (new Set(here).size - 1) / 2) * beside;
  };
  return (
    <Plot width={width} height={height} titleId={titleId} alt={alt}>
      <ValueAxis ticks={ticks} y={y} from={left} to={width - 8} tick={tick} />
      {times.map((time) => {
        const period = cases.find((one) => one.time === time)?.period ?? '';
        return (
          <text key={time} className="tick" x={x(time)} y={height - 6} textAnchor="middle">
            {period.slice(0, step < 54 ? 4 : 7)}
          </text>
        );
      })}
      {cases.map((one) => {
        const [p10, p25, p50, p75, p90] = one.model;
        const at = placed(one);
        const came = y(one.came);
        return (
          <g key={`${one.origin} ${one.time}`}>
            <line className="forecast" x1={at} x2={at} y1={y(p10)} y2={y(p90)} />
            <line className="forecast forecast--half" x1={at} x2={at} y1={y(p25)} y2={y(p75)} />
            <line className="forecast__middle" x1={at - 3.5} x2={at + 3.5} y1={y(p50)} y2={y(p50)} />
            {one.in80 ? (
              <circle className="dot" cx={at} cy={came} r="2.6" />
            ) : (
              <path className="missed" d={`M${at - 4} ${came - 4}l8 8m0 -8l-8 8`} />
            )}
          </g>
        );
      })}
    </Plot>
  );
}
