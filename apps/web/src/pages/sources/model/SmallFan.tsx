import { valueDomain } from '@schaalsprong/chart';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Fan } from '../../../lab/fans.ts';

const width = 150;
const height = 52;

/** A fan without axes, as large as a word: its button says what it shows. */
export function SmallFan({ fan }: { fan: Fan }) {
  const x = scaleLinear()
    .domain([fan.time[0] ?? 0, fan.time.at(-1) ?? 1])
    .range([1, width - 1]);
  const y = scaleLinear()
    .domain(valueDomain([...fan.p10, ...fan.p90]))
    .range([height - 2, 2]);
  const steps = fan.time.map((_, k) => k);
  const band = area<number>()
    .x((k) => x(fan.time[k] ?? 0))
    .y0((k) => y(fan.p10[k] ?? 0))
    .y1((k) => y(fan.p90[k] ?? 0));
  const middle = line<number>()
    .x((k) => x(fan.time[k] ?? 0))
    .y((k) => y(fan.p50[k] ?? 0));
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
      className="small-fan"
    >
      <path className="band" d={band(steps) ?? ''} />
      <path className="median" d={middle(steps) ?? ''} />
    </svg>
  );
}
