import type { Drawing } from '@schaalsprong/agenda/audit';
import { scaleLinear } from 'd3-scale';
import { endToEnd, gapOf, intervalDomain, type Span, toMeet, wrapText } from './intervals.ts';

export interface IntervalRow extends Span {
  readonly label: string;
  readonly kind: Drawing['rows'][number]['kind'];
  /** the interval in words */
  readonly said: string;
}

interface Props {
  readonly width: number;
  readonly titleId: string;
  readonly alt: string;
  readonly rows: readonly IntervalRow[];
  /** Words for the room between intervals that do not meet. */
  readonly gap: (size: number) => string;
  readonly tick: (value: number) => string;
  /** Only whole numbers mean something: years, ranks. */
  readonly whole: boolean;
}

const font = 12;
const line = 15;
const bar = 11;
const below = 12;
const edge = 10;

/** An end of an interval: a bar where the number still belongs to it, a ring where it does not; an arrow says that it goes on. */
function End({ at, open, y }: { at: number | null; open: boolean; y: number }) {
  if (at === null) return null;
  return open ? (
    <circle className="interval__open" cx={at} cy={y} r="4" />
  ) : (
    <path className="interval__closed" d={`M${at} ${y - bar / 2 - 2}V${y + bar / 2 + 2}`} />
  );
}

function Stretch({
  row,
  x,
  y,
  width,
}: {
  row: IntervalRow;
  x: (value: number) => number;
  y: number;
  width: number;
}) {
  const { min, max, minOpen, maxOpen } = row.interval;
  const from = min === null ? 0 : x(min);
  const to = max === null ? width : x(max);
  const at = row.value === null ? null : x(row.value);
  return (
    <>
      <rect
        className={`interval interval--${row.kind}`}
        x={from}
        y={y - bar / 2}
        width={Math.max(2, to - from)}
        height={bar}
      />
      {min === null && <path className="interval__on" d={`M8 ${y - 5}L1 ${y}L8 ${y + 5}`} />}
      {max === null && (
        <path className="interval__on" d={`M${width - 8} ${y - 5}L${width - 1} ${y}L${width - 8} ${y + 5}`} />
      )}
      <End at={min === null ? null : from} open={minOpen} y={y} />
      <End at={max === null ? null : to} open={maxOpen} y={y} />
      {at !== null && to - from > 12 && (
        <path
          className="interval__value"
          d={`M${at} ${y - 4}L${at + 4} ${y}L${at} ${y + 4}L${at - 4} ${y}Z`}
        />
      )}
    </>
  );
}

/**
 * What the text says and what follows from the rest, one under the other on one line of numbers, each under its words; the
 * parts of a sum are laid end to end. Where what must meet does not, the room between is marked.
 */
export function Intervals({ width, titleId, alt, rows, gap, tick, whole }: Props) {
  const x = scaleLinear()
    .domain([...intervalDomain(rows)])
    .range([edge, width - edge]);
  let top = 4;
  const parts = endToEnd(rows);
  const placed = rows.map((row, i) => {
    const lines = wrapText(`${row.label}: ${row.said}`, Math.floor((width - 4) / (font * 0.52)));
    const begin = top;
    top += lines.length * line + bar + below + 8;
    return { lines, top: begin, row, part: parts[i] ?? null };
  });
  const floor = Math.max(8, top - 8);
  const between = gapOf(toMeet(rows).map((row) => row.interval));
  const gapWords = between === null ? '' : gap(between.to - between.from);
  // Half of what the words take, so that they stay within the drawing where the room itself lies at its edge.
  const half = gapWords.length * font * 0.29 + 4;
  const firstToMeet = placed.find(({ part }) => part === null)?.top ?? 2;
  const height = floor + 22 + (between === null ? 0 : line);
  const ticks = x
    .ticks(width < 420 ? 3 : 5)
    .filter((value) => !whole || Number.isInteger(value))
    .map((value) => ({ value, at: x(value), words: tick(value) }))
    // What would be cut off at the edge, or pushed into its neighbour, is left out.
    .filter(({ at, words }) => Math.min(at, width - at) >= words.length * font * 0.29);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={titleId}
      className="plot intervals"
    >
      <title id={titleId}>{alt}</title>
      {between !== null && (
        <>
          <rect
            className="interval__gap"
            x={x(between.from)}
            y={firstToMeet - 2}
            width={Math.max(1.5, x(between.to) - x(between.from))}
            height={floor - firstToMeet + 2}
          />
          <text
            className="label label--strong"
            x={Math.min(Math.max((x(between.from) + x(between.to)) / 2, half), width - half)}
            y={floor + 20 + line}
            textAnchor="middle"
          >
            {gapWords}
          </text>
        </>
      )}
      <line className="axis" x1={edge} x2={width - edge} y1={floor} y2={floor} />
      {ticks.map(({ value, at, words }) => (
        <g key={value}>
          <line className="axis" x1={at} x2={at} y1={floor} y2={floor + 4} />
          <text className="tick" x={at} y={floor + 17} textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
      {placed.map(({ lines, top: begin, row, part }) => {
        const y = begin + lines.length * line + bar / 2 + 3;
        return (
          <g key={row.label}>
            {lines.map((words, i) => (
              <text key={words} className="label" x={2} y={begin + (i + 1) * line - 3}>
                {words}
              </text>
            ))}
            {part === null ? (
              <Stretch row={row} x={x} y={y} width={width} />
            ) : (
              <>
                <rect
                  className={`interval interval--${row.kind}`}
                  x={Math.min(x(part.from), x(part.to))}
                  y={y - bar / 2}
                  width={Math.max(2, Math.abs(x(part.to) - x(part.from)))}
                  height={bar}
                />
                <line
                  className="interval__next"
                  x1={x(part.to)}
                  x2={x(part.to)}
                  y1={y - bar / 2}
                  y2={y + 38}
                />
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
