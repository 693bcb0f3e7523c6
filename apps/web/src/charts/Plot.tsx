import type { ReactNode } from 'react';

interface PlotProps {
  readonly width: number;
  readonly height: number;
  /** id of the title, which names the drawing */
  readonly titleId: string;
  /** what the drawing shows, in words */
  readonly alt: string;
  readonly children: ReactNode;
}

/** A drawing with its text alternative, in pixels. */
export function Plot({ width, height, titleId, alt, children }: PlotProps) {
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={titleId}
      className="plot"
    >
      <title id={titleId}>{alt}</title>
      {children}
    </svg>
  );
}

interface AxisProps {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
  readonly from: number;
  readonly to: number;
  readonly tick: (value: number) => string;
}

/** Lines across a drawing at round values, each with its value on the left; that of zero is the axis. */
export function ValueAxis({ ticks, y, from, to, tick }: AxisProps) {
  return ticks.map((value) => (
    <g key={value}>
      <line className={value === 0 ? 'axis' : 'grid'} x1={from} x2={to} y1={y(value)} y2={y(value)} />
      <text className="tick" x={from - 6} y={y(value) + 4} textAnchor="end">
        {tick(value)}
      </text>
    </g>
  ));
}
