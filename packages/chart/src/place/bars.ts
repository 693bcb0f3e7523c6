import { font, textWidth, wrapText } from '../layout/labels.ts';
import { scaleLinear } from '../layout/scale.ts';
import type { Role } from '../scene/looks.ts';
import { type Group, lineAt, type Mark, pixel, type Scene, textAt } from '../scene/scene.ts';

/** One bar with its labels. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** start and end of the bar, in one unit for all bars */
  readonly from: number;
  readonly to: number;
  readonly value: string;
  /** true where the bar works against the target; the label must say so too, not only the colour */
  readonly against?: boolean;
  /** true for what is lacking rather than there: drawn hollow */
  readonly lacking?: boolean;
}

/** Horizontal bars on one scale. */
export interface BarSeries {
  /** text alternative: states the finding */
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly domain: readonly [number, number];
  /** reference lines through all bars: the median, the target */
  readonly marks: readonly {
    readonly at: number;
    readonly label: string;
    readonly kind: 'target' | 'median';
  }[];
}

const row = 38;
const line = 14;
/** Minimum space between the label of a bar and its value, in pixels. */
const between = 10;
/** Ratio of the width of bold glyphs to that of regular ones, which `textWidth` estimates. */
const bold = 1.08;

/** A rectangle from left to right with a visible minimum width. */
export const barAt = (
  key: string,
  role: Role,
  ends: readonly [number, number],
  { y, height, least = 1 }: { y: number; height: number; least?: number },
): Mark => ({
  is: 'rect',
  key,
  role,
  x: pixel(Math.min(...ends)),
  y: pixel(y),
  width: pixel(Math.max(least, Math.abs(ends[1] - ends[0]))),
  height,
});

/** Horizontal bars, each below its label and value; a label that would run into the value wraps. Reference lines cross the bars and not the labels. */
export function placeBars({ name, bars, domain, marks }: BarSeries, width: number): Scene {
  const x = scaleLinear()
    .domain([...domain])
    .range([2, width - 2]);
  // Bars that begin at zero and go both ways need to show where that is.
  const bothSides = domain[0] < 0 && domain[1] > 0;
  // Labels of two reference lines that would collide go on two lines.
  const [one, other, ...more] = marks;
  const nearby =
    one !== undefined && other !== undefined && more.length === 0 && Math.abs(x(one.at) - x(other.at)) < 120;
  let top = marks.length === 0 ? 4 : line * (nearby ? 2 : 1) + 8;
  const placed = bars.map((bar) => {
    const room = width - 4 - textWidth(bar.value) * bold - between;
    const lines = wrapText(bar.label, room / textWidth('x', font));
    const begin = top;
    top += row + Math.max(0, lines.length - 1) * line;
    return { bar, lines, top: begin };
  });
  return {
    width,
    height: top + 4,
    name,
    marks: [
      ...marks.map(({ at, label, kind }, i) =>
        textAt(
          kind,
          kind === 'target' ? 'label label--target' : 'label',
          x(at),
          line * (nearby ? i + 1 : 1),
          label,
          x(at) > width - 60 ? 'end' : x(at) < 60 ? 'start' : 'middle',
        ),
      ),
      ...placed.map(({ bar, lines, top: begin }): Group => {
        const y = begin + Math.max(0, lines.length - 1) * line;
        return {
          is: 'group',
          key: bar.key,
          marks: [
            ...lines.map((words, n) =>
              textAt(n === 0 ? 'label' : `label ${n}`, 'label', 2, begin + 13 + n * line, words),
            ),
            textAt('value', 'label label--strong', width - 2, begin + 13, bar.value, 'end'),
            barAt(
              'bar',
              bar.lacking ? 'lacking' : bar.against ? 'bar bar--against' : 'bar',
              [x(bar.from), x(bar.to)],
              { y: y + 19, height: 11, least: 2 },
            ),
            ...(bothSides ? [lineAt('zero', 'axis', x(0), y + 16, x(0), y + 33)] : []),
            ...marks.map(({ at, kind }) =>
              lineAt(
                `mark ${kind}`,
                kind === 'target' ? 'target' : 'median-mark',
                x(at),
                y + 16,
                x(at),
                y + 33,
              ),
            ),
          ],
        };
      }),
    ],
  };
}
