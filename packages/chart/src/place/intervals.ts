import { endToEnd, gapOf, intervalDomain, type Span, toMeet } from '../layout/intervals.ts';
import { font, textWidth, wrapText } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import {
  type Group,
  type Kind,
  lineAt,
  type Mark,
  pathOf,
  pixel,
  type Scene,
  textAt,
} from '../scene/scene.ts';
import { barAt } from './bars.ts';

/** One claim about a quantity. */
export interface IntervalRow extends Span {
  readonly label: string;
  readonly kind: Exclude<Kind, 'observed'>;
  /** the interval as text */
  readonly said: string;
}

/** Claims that should be consistent. */
export interface IntervalSeries {
  readonly name: string;
  readonly rows: readonly IntervalRow[];
  /** label of the gap between disjoint intervals */
  readonly gap: (size: number) => string;
  readonly tick: (value: number) => string;
  /** integer domain: years, ranks */
  readonly whole: boolean;
}

const line = 15;
const bar = 11;
const below = 12;
const edge = 10;
/** Width of a bold glyph, as a part of the font size. */
const boldGlyph = 0.63;

/** An end of an interval: a bar where it is closed, a ring where it is open. */
const endAt = (key: string, at: number, open: boolean, y: number): Mark =>
  open
    ? { is: 'circle', key, role: 'interval__open', cx: pixel(at), cy: pixel(y), r: 4 }
    : pathOf(key, 'interval__closed', `M${pixel(at)} ${pixel(y - bar / 2 - 2)}V${pixel(y + bar / 2 + 2)}`);

/** One interval on the number line; an arrow head marks an unbounded end. */
function stretch(row: IntervalRow, x: (value: number) => number, y: number, width: number): readonly Mark[] {
  const { min, max, minOpen, maxOpen } = row.interval;
  const from = min === null ? 0 : x(min);
  const to = max === null ? width : x(max);
  const at = row.value === null ? null : pixel(x(row.value));
  const mid = pixel(y);
  const [over, under] = [pixel(y - 5), pixel(y + 5)];
  return [
    barAt('stretch', `interval interval--${row.kind}`, [from, to], {
      y: y - bar / 2,
      height: bar,
      least: 2,
    }),
    min === null
      ? pathOf('on low', 'interval__on', `M8 ${over}L1 ${mid}L8 ${under}`)
      : endAt('low', from, minOpen, y),
    max === null
      ? pathOf('on high', 'interval__on', `M${width - 8} ${over}L${width - 1} ${mid}L${width - 8} ${under}`)
      : endAt('high', to, maxOpen, y),
    ...(at !== null && to - from > 12
      ? [
          pathOf(
            'value',
            'interval__value',
            `M${at} ${pixel(y - 4)}L${pixel(at + 4)} ${mid}L${at} ${pixel(y + 4)}L${pixel(at - 4)} ${mid}Z`,
          ),
        ]
      : []),
  ];
}

/**
 * Stated and derived intervals as rows over one number line, each below its label; the terms of a sum
 * are stacked end to end. The gap between disjoint intervals that should intersect is marked.
 */
export function placeIntervals({ name, rows, gap, tick, whole }: IntervalSeries, width: number): Scene {
  const x = scaleLinear()
    .domain([...intervalDomain(rows)])
    .range([edge, width - edge]);
  const parts = endToEnd(rows);
  let top = 4;
  const placed = rows.map((row, i) => {
    const lines = wrapText(`${row.label}: ${row.said}`, (width - 4) / (font * 0.52));
    const begin = top;
    top += lines.length * line + bar + below + 8;
    return { lines, top: begin, row, part: parts[i] ?? null };
  });
  const floor = Math.max(8, top - 8);
  const between = gapOf(toMeet(rows).map(({ interval }) => interval));
  const firstToMeet = placed.find(({ part }) => part === null)?.top ?? 2;
  const ticks = x
    .ticks(width < 420 ? 3 : 5)
    .filter((value) => !whole || Number.isInteger(value))
    .map((value) => ({ value, at: x(value), words: tick(value) }))
    // Drop a tick label that would be clipped at the edge or overlap its neighbour.
    .filter(({ at, words }) => Math.min(at, width - at) >= textWidth(words) / 2);
  const gapLines =
    between === null ? [] : wrapText(gap(between.to - between.from), (width - 8) / (font * boldGlyph));
  return {
    width,
    height: floor + 22 + gapLines.length * line,
    name,
    marks: [
      ...(between === null
        ? []
        : gapMarks(gapLines, [x(between.from), x(between.to)], {
            firstToMeet,
            floor,
            width,
          })),
      lineAt('numbers', 'axis', edge, floor, width - edge, floor),
      ...ticks.map(
        ({ value, at, words }): Group => ({
          is: 'group',
          key: `tick ${value}`,
          marks: [
            lineAt('line', 'axis', at, floor, at, floor + 4),
            textAt('text', 'tick', at, floor + 17, words, 'middle'),
          ],
        }),
      ),
      ...placed.map(({ lines, top: begin, row, part }, i): Group => {
        const y = begin + lines.length * line + bar / 2 + 3;
        return {
          is: 'group',
          key: `row ${i}`,
          marks: [
            ...lines.map((words, n) => textAt(`words ${n}`, 'label', 2, begin + (n + 1) * line - 3, words)),
            ...(part === null
              ? stretch(row, x, y, width)
              : [
                  barAt('part', `interval interval--${row.kind}`, [x(part.from), x(part.to)], {
                    y: y - bar / 2,
                    height: bar,
                    least: 2,
                  }),
                  lineAt('next', 'interval__next', x(part.to), y - bar / 2, x(part.to), y + 38),
                ]),
          ],
        };
      }),
    ],
  };
}

function gapMarks(
  lines: readonly string[],
  [from, to]: readonly [number, number],
  { firstToMeet, floor, width }: { firstToMeet: number; floor: number; width: number },
): readonly Mark[] {
  // Half the width of the label: clamps it within the chart where the gap itself lies at the edge.
  const widest = Math.max(0, ...lines.map((words) => words.length)) * font * boldGlyph;
  const half = Math.min(widest / 2 + 4, width / 2);
  return [
    barAt('gap', 'interval__gap', [from, to], {
      y: firstToMeet - 2,
      height: floor - firstToMeet + 2,
      least: 1.5,
    }),
    ...lines.map((words, n) =>
      textAt(
        n === 0 ? 'gap words' : `gap words ${n}`,
        'label label--strong',
        Math.min(Math.max((from + to) / 2, half), width - half),
        floor + 20 + (n + 1) * line,
        words,
        'middle',
      ),
    ),
  ];
}
