import type { Band } from '@schaalsprong/futures/table';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { memo } from 'react';
import { valueDomain } from '../../charts/domain.ts';
import { Plot, ValueAxis } from '../../charts/Plot.tsx';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly titleId: string;
  readonly alt: string;
  readonly band: Band;
  /** Median of what it is compared with; null where it is compared with itself. */
  readonly before: Band | null;
  readonly target: {
    readonly value: number;
    readonly direction: 'at-least' | 'at-most';
    readonly assumed: boolean;
    /** Decimal year at which it is judged, and how that is said. */
    readonly horizon: number;
    readonly label: string;
  } | null;
  readonly today: number;
  readonly tick: (value: number) => string;
  /** Words that stand in the drawing. */
  readonly words: { readonly today: string; readonly target: string };
}

const margin = { top: 18, bottom: 20, right: 10 };
const font = 12;

/** Pixels that a year on the axis takes, with the room around it. */
const roomForYear = 54;

/** Years on the axis: every fifth, or every tenth where there is less room. */
function yearsBetween(first: number, last: number, room: number): readonly number[] {
  const step = (room / (last - first)) * 5 >= roomForYear ? 5 : 10;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}

/**
 * One outcome over all futures: where eight in ten lie, where half lie, the middle one; the line of the target up to its
 * horizon; and thin, the middle of what it is compared with. Drawn at every move of a lever, so made of few elements.
 */
export const OutcomeChart = memo(function OutcomeChart(props: Props) {
  const { width, height, titleId, alt, band, before, target, today, tick, words } = props;
  const floor = height - margin.bottom;
  const y = scaleLinear()
    .domain(
      valueDomain([
        ...band.p10,
        ...band.p90,
        // The frame does not shift while a lever moves, as long as both fit.
        ...(before === null ? [] : [...before.p10, ...before.p90]),
        ...(target === null ? [] : [target.value]),
      ]),
    )
    .nice(3)
    .range([floor, margin.top]);
  const ticks = y.ticks(3);
  const left = 6 + Math.max(...ticks.map((value) => tick(value).length)) * font * 0.58 + 5;
  const first = Math.floor(band.time[0] ?? 0);
  const last = band.time.at(-1) ?? 1;
  const x = scaleLinear()
    .domain([first, last])
    .range([left, width - margin.right]);
  const steps = band.time.map((_, k) => k);
  const past = steps.filter((k) => (band.time[k] ?? 0) <= today);
  const ahead = steps.slice(Math.max(0, past.length - 1));
  const xs = (k: number): number => x(band.time[k] ?? 0);
  const between = (low: readonly number[], high: readonly number[]) =>
    area<number>()
      .digits(1)
      .x(xs)
      .y0((k) => y(low[k] ?? 0))
      .y1((k) => y(high[k] ?? 0));
  const outer = between(band.p10, band.p90);
  const inner = between(band.p25, band.p75);
  const middle = line<number>()
    .digits(1)
    .x(xs)
    .y((k) => y(band.p50[k] ?? 0));
  const thin =
    before === null
      ? null
      : line<number>()
          .digits(1)
          .x((k) => x(before.time[k] ?? 0))
          .y((k) => y(before.p50[k] ?? 0))(before.time.map((_, k) => k));
  const hx = target === null ? null : x(target.horizon);
  const ty = target === null ? null : y(target.value);
  return (
    <Plot width={width} height={height} titleId={titleId} alt={alt}>
      <ValueAxis ticks={ticks} y={y} from={left} to={width - margin.right} tick={tick} />
      {yearsBetween(first, last, width - margin.right - left).map((year) => (
        <text
          key={year}
          className="tick"
          x={x(year)}
          y={floor + 15}
          textAnchor={x(year) > width - 20 ? 'end' : 'middle'}
        >
          {year}
        </text>
      ))}
      <path className="band band--past" d={outer(past) ?? ''} />
      <path className="band" d={outer(ahead) ?? ''} />
      <path className="band" d={inner(ahead) ?? ''} />
      <path className="median median--past" d={middle(past) ?? ''} />
      <path className="median" d={middle(ahead) ?? ''} />
      {thin !== null && <path className="median-before" d={thin} />}
      <line className="today" x1={x(today)} x2={x(today)} y1={margin.top} y2={floor} />
      <text className="tick" x={x(today)} y={12} textAnchor="middle">
        {words.today}
      </text>
      {target !== null && hx !== null && ty !== null && (
        <>
          <line className="horizon" x1={hx} x2={hx} y1={margin.top} y2={floor} />
          {Math.abs(hx - x(today)) > 34 && (
            <text className="tick tick--strong" x={hx} y={12} textAnchor={hx > width - 30 ? 'end' : 'middle'}>
              {target.label}
            </text>
          )}
          <line
            className={target.assumed ? 'target target--assumed' : 'target'}
            x1={left}
            x2={hx}
            y1={ty}
            y2={ty}
          />
          <path
            className="target-end"
            d={
              target.direction === 'at-least'
                ? `M${hx - 5} ${ty}L${hx} ${ty - 8}L${hx + 5} ${ty}Z`
                : `M${hx - 5} ${ty}L${hx} ${ty + 8}L${hx + 5} ${ty}Z`
            }
          />
          <text className="label label--target" x={left + 4} y={ty < margin.top + 14 ? ty + 14 : ty - 5}>
            {words.target}
          </text>
        </>
      )}
    </Plot>
  );
});
