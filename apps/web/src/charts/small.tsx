import { valueDomain } from '@schaalsprong/chart';
import type { FanSeries } from '@schaalsprong/wire';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';

/** A fan in the size of a word: band, middle future, line of the target up to its horizon. The row beside it says it in words. */
export function Spark({ fan, target, horizon }: { fan: FanSeries; target: number; horizon: number }) {
  const width = 88;
  const height = 22;
  const [low, high] = valueDomain([...fan.p10, ...fan.p90, target]);
  const y = scaleLinear()
    .domain([low, high])
    .range([height - 1.5, 1.5]);
  const [first = 0, last = 1] = extent(fan.time);
  const x = scaleLinear().domain([first, last]).range([0, width]);
  const index = fan.time.map((_, i) => i);
  const band = area<number>()
    .x((i) => x(fan.time[i] ?? 0))
    .y0((i) => y(fan.p10[i] ?? 0))
    .y1((i) => y(fan.p90[i] ?? 0));
  const middle = line<number>()
    .x((i) => x(fan.time[i] ?? 0))
    .y((i) => y(fan.p50[i] ?? 0));
  return (
    <svg
      className="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className="band" d={band(index) ?? ''} />
      <path className="median" d={middle(index) ?? ''} />
      <line className="target" x1={0} x2={x(horizon)} y1={y(target)} y2={y(target)} />
      <line className="horizon" x1={x(horizon)} x2={x(horizon)} y1={0} y2={height} />
    </svg>
  );
}

/** A range in the size of a word, with its middle where it has one. Zero is the thin upright line. */
export function RangeMark({
  min,
  max,
  mode,
  alt,
}: {
  min: number;
  max: number;
  mode: number | null;
  alt: string;
}) {
  const width = 96;
  // A year, or a narrow band far from zero, would be a dot on an axis that starts at zero.
  const far = min > 0 && min > 0.9 * max;
  const from = far ? min - (max - min) / 2 : Math.min(0, min);
  const upTo = far ? max + (max - min) / 2 : Math.max(0, max);
  const x = scaleLinear()
    .domain(from === upTo ? [from, from + 1] : [from, upTo])
    .range([3, width - 3]);
  return (
    <svg className="range" width={width} height={14} viewBox={`0 0 ${width} 14`} role="img" aria-label={alt}>
      <line className="grid" x1={3} x2={width - 3} y1={7} y2={7} />
      {!far && <line className="axis" x1={x(0)} x2={x(0)} y1={3} y2={11} />}
      <rect className="range__span" x={x(min)} y={4} width={Math.max(1.5, x(max) - x(min))} height={6} />
      {mode !== null && <line className="range__mode" x1={x(mode)} x2={x(mode)} y1={1} y2={13} />}
    </svg>
  );
}
