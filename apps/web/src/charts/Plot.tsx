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

/** The `svg` element of a drawing, with its text alternative. */
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
