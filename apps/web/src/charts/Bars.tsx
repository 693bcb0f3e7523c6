import { scaleLinear } from 'd3-scale';
import { Plot } from './Plot.tsx';

/** One bar with its words. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Where the bar begins and ends, in one unit for all bars. */
  readonly from: number;
  readonly to: number;
  readonly value: string;
  /** True where the bar works against the target; its words must say so too. */
  readonly against?: boolean;
}

interface Props {
  readonly width: number;
  readonly titleId: string;
  readonly alt: string;
  readonly bars: readonly Bar[];
  readonly domain: readonly [number, number];
  /** Lines through all bars: the middle future, the target. */
  readonly marks?: readonly {
    readonly at: number;
    readonly label: string;
    readonly kind: 'target' | 'median';
  }[];
}

const row = 38;
const line = 14;

/** Horizontal bars, each under its words and its number. Marks cross the bars and not the words. */
export function Bars({ width, titleId, alt, bars, domain, marks = [] }: Props) {
  const x = scaleLinear()
    .domain([...domain])
    .range([2, width - 2]);
  // Words of two marks that would run into each other stand in two lines.
  const nearby = marks.length === 2 && Math.abs(x(marks[0]?.at ?? 0) - x(marks[1]?.at ?? 0)) < 120;
  const top = marks.length === 0 ? 4 : line * (nearby ? 2 : 1) + 8;
  const height = top + bars.length * row + 4;
  return (
    <Plot width={width} height={height} titleId={titleId} alt={alt}>
      {marks.map((mark, i) => (
        <text
          key={mark.kind}
          className={mark.kind === 'target' ? 'label label--target' : 'label'}
          x={x(mark.at)}
          y={line * (nearby ? i + 1 : 1)}
          textAnchor={x(mark.at) > width - 60 ? 'end' : x(mark.at) < 60 ? 'start' : 'middle'}
        >
          {mark.label}
        </text>
      ))}
      {bars.map((bar, i) => {
        const y = top + i * row;
        const [left, right] = [x(Math.min(bar.from, bar.to)), x(Math.max(bar.from, bar.to))];
        return (
          <g key={bar.key}>
            <text className="label" x={2} y={y + 13}>
              {bar.label}
            </text>
            <text className="label label--strong" x={width - 2} y={y + 13} textAnchor="end">
              {bar.value}
            </text>
            <rect
              className={bar.against ? 'bar bar--against' : 'bar'}
              x={left}
              y={y + 19}
              width={Math.max(1, right - left)}
              height={11}
            />
            {marks.map((mark) => (
              <line
                key={mark.kind}
                className={mark.kind === 'target' ? 'target' : 'median-mark'}
                x1={x(mark.at)}
                x2={x(mark.at)}
                y1={y + 16}
                y2={y + 33}
              />
            ))}
          </g>
        );
      })}
    </Plot>
  );
}
