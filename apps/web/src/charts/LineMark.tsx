import { valueDomain } from '@schaalsprong/chart';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** A measured line in the size of a word: its points, the last one large, and the line of a target. The row beside it says it in words. */
export function LineMark({
  points,
  target = null,
}: {
  points: readonly { readonly time: number; readonly value: number }[];
  target?: number | null;
}) {
  const width = 96;
  const height = 26;
  const last = points.at(-1);
  if (last === undefined) return null;
  const y = scaleLinear()
    .domain(valueDomain([...points.map(({ value }) => value), ...(target === null ? [] : [target])]))
    .range([height - 4, 4]);
  const [from = 0, to = 1] = extent(points, ({ time }) => time);
  const x = scaleLinear()
    .domain(from === to ? [from - 1, to + 1] : [from, to])
    .range([4, width - 5]);
  const drawn = line<(typeof points)[number]>()
    .x(({ time }) => x(time))
    .y(({ value }) => y(value));
  return (
    <svg
      className="spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {target !== null && <line className="target" x1={0} x2={width} y1={y(target)} y2={y(target)} />}
      <path className="measured" d={drawn(points) ?? ''} />
      <circle className="dot" cx={x(last.time)} cy={y(last.value)} r="3.4" />
    </svg>
  );
}
